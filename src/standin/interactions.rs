//! Interactions and the state that each is in: not answered, answered once, or too late.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::sync::Notify;

use crate::clock::Id;
use crate::error::ApiError;
use crate::payload;
use crate::state::State;
use crate::transcript::brief;

/// The first answer must come within this time.
pub(crate) const FIRST_ANSWER: Duration = Duration::from_secs(3);
/// The token serves edits and follow-ups for this long.
const TOKEN_LIFE: Duration = Duration::from_mins(15);
/// What every token begins with; the interaction's id follows.
const TOKEN_PREFIX: &str = "interaction-token-";

/// Interaction types.
pub(crate) mod kind {
    pub(crate) const COMMAND: u8 = 2;
    pub(crate) const COMPONENT: u8 = 3;
    pub(crate) const AUTOCOMPLETE: u8 = 4;
    pub(crate) const MODAL: u8 = 5;
}

/// What a person did, and what came of it.
#[derive(Clone, Debug)]
pub(crate) struct Interaction {
    pub(crate) id: Id,
    pub(crate) token: String,
    pub(crate) kind: u8,
    pub(crate) user: Id,
    pub(crate) channel: Id,
    pub(crate) command_name: Option<String>,
    /// The message whose button was pressed, or that the modal came from.
    pub(crate) source: Option<Id>,
    /// That message's revision when the answer was an update without content.
    pub(crate) source_revision: Option<u64>,
    pub(crate) dispatched: Duration,
    /// The type of the first answer.
    pub(crate) first_answer: Option<u8>,
    pub(crate) first_answer_at: Option<Duration>,
    pub(crate) visible_at: Option<Duration>,
    /// Wakes who waits for that.
    pub(crate) shown: Arc<Notify>,
    /// What `@original` is: a new message, or the source.
    pub(crate) original: Option<Id>,
    pub(crate) follow_ups: Vec<Id>,
    pub(crate) choices: Option<Value>,
    pub(crate) modal: Option<Value>,
}

impl Interaction {
    pub(crate) fn is_too_late_for_first_answer(&self, now: Duration) -> bool {
        self.first_answer.is_none() && now.saturating_sub(self.dispatched) > FIRST_ANSWER
    }

    /// There is something to see from now on.
    pub(crate) fn show(&mut self, now: Duration) {
        self.visible_at = Some(now);
        self.shown.notify_one();
    }

    /// `interaction_metadata` of the messages that answer it.
    pub(crate) fn metadata(&self, state: &State) -> Value {
        let guild = state.channels.get(&self.channel).map_or(0, |one| one.guild);
        let mut metadata = json!({
            "id": self.id.to_string(), "type": self.kind,
            "user": payload::user(&state.user(self.user)),
            "authorizing_integration_owners": { "0": guild.to_string() },
        });
        match self.kind {
            kind::COMPONENT => {
                let source = self.source.unwrap_or(self.id);
                metadata["interacted_message_id"] = json!(source.to_string());
            }
            kind::MODAL => {
                // The interaction that opened the modal; its own metadata is not kept.
                let mut opened_by = metadata.clone();
                opened_by["type"] = json!(kind::COMMAND);
                metadata["triggering_interaction_metadata"] = opened_by;
            }
            _ => metadata["name"] = json!(self.command_name),
        }
        metadata
    }
}

/// A new interaction before it has an id.
#[derive(Debug)]
pub(crate) struct NewInteraction {
    pub(crate) kind: u8,
    pub(crate) user: Id,
    pub(crate) channel: Id,
    pub(crate) data: Value,
    pub(crate) source: Option<Id>,
}

impl State {
    /// Sends the interaction to the bot.
    pub(crate) fn interact(&mut self, new: &NewInteraction) -> Id {
        let id = self.clock.next_id();
        let token = format!("{TOKEN_PREFIX}{id}");
        let envelope = (id, token.as_str(), new.kind);
        let mut event = payload::interaction(self, envelope, (new.user, new.channel), &new.data)
            .unwrap_or_default();
        if let Some(message) = new.source.and_then(|id| self.messages.get(&id)) {
            event["message"] = message.to_json(self);
        }
        let guild = self.channels.get(&new.channel).map(|one| one.guild);
        self.keep_interaction(Interaction {
            id,
            token,
            kind: new.kind,
            user: new.user,
            channel: new.channel,
            command_name: full_name(&new.data),
            source: new.source,
            source_revision: None,
            dispatched: self.clock.elapsed(),
            first_answer: None,
            first_answer_at: None,
            visible_at: None,
            shown: Arc::default(),
            original: None,
            follow_ups: Vec::new(),
            choices: None,
            modal: None,
        });
        self.note(format_args!("interaction data {}", brief(&new.data)));
        self.dispatch(
            "INTERACTION_CREATE",
            crate::sessions::intent::ALWAYS,
            guild,
            &event,
        );
        id
    }

    /// The interaction that may still get its first answer.
    pub(crate) fn unanswered(&self, id: Id, token: &str) -> Result<Interaction, ApiError> {
        let known = self.interactions.get(&id).filter(|one| one.token == token);
        let interaction = known.ok_or_else(|| ApiError::unknown(10062, "interaction"))?;
        if interaction.first_answer.is_some() {
            return Err(ApiError::new(
                400,
                40060,
                "Interaction has already been acknowledged.",
            ));
        }
        if interaction.is_too_late_for_first_answer(self.clock.elapsed()) {
            return Err(ApiError::unknown(10062, "interaction"));
        }
        Ok(interaction.clone())
    }

    /// The interaction whose token still serves edits and follow-ups.
    pub(crate) fn answered(&self, application: Id, token: &str) -> Result<Interaction, ApiError> {
        let now = self.clock.elapsed();
        // The token names its interaction, so that none has to be searched for.
        let id = token
            .strip_prefix(TOKEN_PREFIX)
            .and_then(|id| id.parse::<Id>().ok());
        let interaction = id
            .and_then(|id| self.interactions.get(&id))
            .filter(|one| one.token == token && application == self.bot.id)
            .ok_or_else(|| ApiError::unknown(10015, "Webhook"))?;
        if now.saturating_sub(interaction.dispatched) > TOKEN_LIFE {
            return Err(ApiError::new(401, 50027, "Invalid Webhook Token"));
        }
        if interaction.first_answer.is_none() {
            return Err(ApiError::unknown(10015, "Webhook"));
        }
        Ok(interaction.clone())
    }

    /// Notes when something became visible first.
    pub(crate) fn mark_visible(&mut self, interaction: Id) {
        let now = self.clock.elapsed();
        if let Some(interaction) = self.interactions.get_mut(&interaction) {
            interaction.show(now);
        }
    }
}

/// A command's name with its group and sub-command: `club analyze`.
fn full_name(data: &Value) -> Option<String> {
    let mut name = data["name"].as_str()?.to_owned();
    let mut step = &data["options"][0];
    while matches!(step["type"].as_u64(), Some(1 | 2)) {
        name.push(' ');
        name.push_str(step["name"].as_str().unwrap_or_default());
        step = &step["options"][0];
    }
    Some(name)
}
