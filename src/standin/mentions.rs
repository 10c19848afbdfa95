//! Whom a message mentions, and so whom it calls.

use serde_json::Value;

use crate::clock::Id;
use crate::messages::StoredMessage;
use crate::permissions;
use crate::state::State;

/// Who is mentioned, each once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Mentions {
    pub(crate) users: Vec<Id>,
    pub(crate) roles: Vec<Id>,
    pub(crate) everyone: bool,
}

impl Mentions {
    /// All that stand in the message's text: `<@id>`, `<@&id>`, `@everyone` and `@here`, the last
    /// two only from those who may.
    pub(crate) fn in_message(state: &State, message: &StoredMessage) -> Self {
        let mut found = Self::default();
        let guild = state.guilds.get(&message.guild);
        for rest in message.content.split("<@").skip(1) {
            let Some((id, _)) = rest.split_once('>') else {
                continue;
            };
            let role = id.strip_prefix('&').and_then(|id| id.parse::<Id>().ok());
            let user = id.trim_start_matches('!').parse::<Id>().ok();
            if let Some(id) = user.filter(|id| state.users.contains_key(id)) {
                add(&mut found.users, id);
            }
            let mut roles = guild.into_iter().flat_map(|guild| &guild.roles);
            if let Some(id) = role.filter(|id| roles.any(|role| role.id == *id)) {
                add(&mut found.roles, id);
            }
        }
        let calls_all = ["@everyone", "@here"];
        let calls_all = calls_all.iter().any(|call| message.content.contains(call));
        let channel = state.channels.get(&message.channel);
        let may = channel.is_some_and(|channel| {
            let held = permissions::in_channel(state, channel, message.author);
            held & permissions::MENTION_EVERYONE != 0
        });
        found.everyone = calls_all && may && guild.is_some();
        found
    }

    /// Those of them that `allowed_mentions` lets through; all, when there is none.
    pub(crate) fn only(mut self, allowed: &Value) -> Self {
        if allowed.is_null() {
            return self;
        }
        let holds = |key: &str, wanted: &str| {
            let mut list = allowed[key].as_array().into_iter().flatten();
            list.any(|one| one == wanted || one.as_u64().is_some_and(|id| id.to_string() == wanted))
        };
        let passes = |kind: &str, id: &Id| holds("parse", kind) || holds(kind, &id.to_string());
        self.users.retain(|id| passes("users", id));
        self.roles.retain(|id| passes("roles", id));
        self.everyone &= holds("parse", "everyone");
        self
    }

    /// A reply calls the author of the message that it answers.
    pub(crate) fn add_replied(&mut self, state: &State, replies_to: Option<Id>) {
        if let Some(original) = replies_to.and_then(|id| state.messages.get(&id)) {
            add(&mut self.users, original.author);
        }
    }
}

/// Whether a reply of the bot calls the other: by default, and when `allowed_mentions` says so.
pub(crate) fn pings_replied(allowed: &Value) -> bool {
    allowed.is_null() || allowed["replied_user"] == true
}

fn add(ids: &mut Vec<Id>, id: Id) {
    if !ids.contains(&id) {
        ids.push(id);
    }
}
