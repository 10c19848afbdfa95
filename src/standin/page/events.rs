//! `GET /api/events`: what happens, as one person sees it.

use std::collections::{BTreeMap, VecDeque};
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Query, State};
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::stream::{self, Stream};
use serde_json::{Value, json};
use tokio::sync::watch;
use tokio::time::timeout;

use super::refused::Refused;
use super::{Shared, Who, messages, place};
use crate::clock::Id;
use crate::interactions::{Interaction, kind};
use crate::payload;
use crate::state::State as Discord;

/// An answer that never comes rings no bell.
const LOOK_AGAIN: Duration = Duration::from_millis(250);

pub(super) async fn listen(
    State(shared): State<Arc<Shared>>,
    Query(who): Query<Who>,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Refused> {
    let who = shared.person(&who.person)?;
    let listener = Listener {
        // First the bell, so that nothing happens between the look and the wait.
        bell: shared.world.listen(),
        told: shared.world.read(|state| Told::all_of_now(state, who)),
        waiting: VecDeque::new(),
        shared,
    };
    let stream = stream::unfold(listener, Listener::next);
    Ok(Sse::new(stream).keep_alive(KeepAlive::default()))
}

/// One open stream.
struct Listener {
    shared: Arc<Shared>,
    bell: watch::Receiver<u64>,
    told: Told,
    waiting: VecDeque<(&'static str, Value)>,
}

impl Listener {
    async fn next(mut self) -> Option<(Result<Event, Infallible>, Self)> {
        loop {
            if let Some((name, data)) = self.waiting.pop_front() {
                let event = Event::default().event(name).data(data.to_string());
                return Some((Ok(event), self));
            }
            self.bell.mark_unchanged();
            let told = &mut self.told;
            let news = self.shared.world.read(|state| told.news(state));
            self.waiting.extend(news);
            if self.waiting.is_empty()
                && let Ok(rung) = timeout(LOOK_AGAIN, self.bell.changed()).await
            {
                rung.ok()?;
            }
        }
    }
}

/// What the stream has said so far.
#[derive(Debug, Default)]
struct Told {
    who: Id,
    /// Each message with the revision that was shown.
    messages: BTreeMap<Id, u64>,
    newest_interaction: Id,
    unanswered: Vec<Id>,
    last_typing: Duration,
    commands: Vec<Value>,
    is_online: Option<bool>,
}

impl Told {
    /// What is there already is asked for by other requests; commands and the bot's state are said
    /// again, because they may have changed since.
    fn all_of_now(state: &Discord, who: Id) -> Self {
        let visible = state.messages.values();
        let visible = visible.filter(|one| one.is_visible_to(who));
        Self {
            who,
            messages: visible.map(|one| (one.id, one.revision)).collect(),
            newest_interaction: state.interactions.keys().next_back().copied().unwrap_or(0),
            last_typing: state.clock.elapsed(),
            ..Self::default()
        }
    }

    fn news(&mut self, state: &Discord) -> Vec<(&'static str, Value)> {
        let mut news = Vec::new();
        self.hear_bot(state, &mut news);
        self.hear_typing(state, &mut news);
        self.hear_messages(state, &mut news);
        self.hear_interactions(state, &mut news);
        news
    }

    fn hear_bot(&mut self, state: &Discord, news: &mut Vec<(&'static str, Value)>) {
        let is_online = place::is_bot_online(state);
        if self.is_online != Some(is_online) {
            self.is_online = Some(is_online);
            news.push(("bot", json!({ "online": is_online })));
        }
        if !state.commands.values().flatten().eq(&self.commands) {
            self.commands = place::commands(state);
            news.push(("commands", json!({ "commands": self.commands })));
        }
    }

    fn hear_typing(&mut self, state: &Discord, news: &mut Vec<(&'static str, Value)>) {
        let since = self.last_typing;
        for (channel, (user, at)) in &state.typing {
            if *at > since && place::may_see(state, self.who, *channel) {
                self.last_typing = self.last_typing.max(*at);
                let user = payload::user(&state.user(*user));
                news.push((
                    "typing",
                    json!({ "channel_id": channel.to_string(), "user": user }),
                ));
            }
        }
    }

    fn hear_messages(&mut self, state: &Discord, news: &mut Vec<(&'static str, Value)>) {
        for message in state.messages.values() {
            let is_known = self.messages.get(&message.id) == Some(&message.revision);
            if is_known
                || !message.is_visible_to(self.who)
                || !place::may_see(state, self.who, message.channel)
            {
                continue;
            }
            self.messages.insert(message.id, message.revision);
            news.push(("message", messages::shown(state, message)));
        }
        self.messages.retain(|id, _| {
            let is_there = state.messages.contains_key(id);
            if !is_there {
                news.push(("message_delete", json!({ "id": id.to_string() })));
            }
            is_there
        });
    }

    fn hear_interactions(&mut self, state: &Discord, news: &mut Vec<(&'static str, Value)>) {
        for (id, new) in state.interactions.range(self.newest_interaction + 1..) {
            self.newest_interaction = *id;
            if new.user == self.who {
                self.unanswered.push(*id);
            }
        }
        let now = state.clock.elapsed();
        self.unanswered.retain(|id| {
            let Some(interaction) = state.interactions.get(id) else {
                return false;
            };
            if interaction.first_answer.is_none() && !interaction.is_too_late_for_first_answer(now)
            {
                return true;
            }
            news.extend(outcome(interaction));
            false
        });
    }
}

/// What an interaction came to, other than a message.
fn outcome(interaction: &Interaction) -> Option<(&'static str, Value)> {
    let id = interaction.id.to_string();
    if let Some(modal) = &interaction.modal {
        return Some(("modal", json!({ "interaction_id": id, "modal": modal })));
    }
    if let Some(choices) = &interaction.choices {
        return Some((
            "autocomplete",
            json!({ "interaction_id": id, "choices": choices }),
        ));
    }
    if interaction.first_answer.is_some() {
        return None;
    }
    let reason = if interaction.kind == kind::AUTOCOMPLETE {
        "Loading options failed"
    } else {
        "The application did not respond"
    };
    Some(("failed", json!({ "interaction_id": id, "reason": reason })))
}
