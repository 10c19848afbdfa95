//! What comes back to a person: messages, updates, modals, as that person sees them.

mod visible;

use std::sync::Arc;

use serde_json::Value;

use crate::clock::Id;
use crate::controls::{self, Control};
use crate::guild::Message;
use crate::interactions::Interaction;
use crate::member::Member;
use crate::messages::StoredMessage;
use crate::state::State;
use crate::world::World;

/// The bot's answer to one thing that a person did.
#[derive(Clone, Debug)]
pub struct Answer {
    world: Arc<World>,
    pub(crate) interaction: Id,
    who: Id,
}

/// A file of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name as Discord keeps it.
    pub name: String,
    /// What the upload said it is.
    pub content_type: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A button of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Button {
    /// What stands on it.
    pub label: String,
    /// Whether it can be pressed.
    pub is_enabled: bool,
}

impl Answer {
    pub(crate) fn new(world: Arc<World>, interaction: Id, who: Id) -> Self {
        Self {
            world,
            interaction,
            who,
        }
    }

    /// The interaction's snowflake.
    pub fn interaction_id(&self) -> Id {
        self.interaction
    }

    /// Waits until the person sees this text in content, embeds, buttons or file names.
    ///
    /// # Panics
    /// With the transcript, when it does not come within 30 s, or the bot did not answer at all.
    pub async fn sees(&self, wanted: &str) -> &Self {
        let what = format!("{wanted:?} to be seen");
        let shown = self.wait(&what, |state, interaction| {
            let text = text_for(state, interaction, self.who);
            text.contains(wanted).then_some(Ok(()))
        });
        shown.await;
        self
    }

    /// Waits until anything but "thinking…" is there, and gives what the person sees.
    pub async fn arrives(&self) -> String {
        let shown = self.wait("an answer", |state, interaction| {
            let text = text_for(state, interaction, self.who);
            (!text.is_empty()).then_some(Ok(text))
        });
        shown.await
    }

    /// Waits until the bot has answered in some way, be it only "thinking…".
    pub async fn acknowledged(&self) -> &Self {
        let taken = self.wait("an acknowledgement", |_, interaction| {
            interaction.first_answer.map(|_| Ok(()))
        });
        taken.await;
        self
    }

    /// Waits for the modal that opens, as the bot sent it.
    pub async fn modal(&self) -> Value {
        let opened = self.wait("a modal", |_, interaction| {
            interaction.modal.clone().map(Ok)
        });
        opened.await
    }

    /// What the person sees now; empty while the bot thinks.
    pub fn text(&self) -> String {
        self.look(|state, interaction| text_for(state, interaction, self.who))
    }

    /// Whether only the person sees the newest message of the answer.
    pub fn is_ephemeral(&self) -> bool {
        self.look(|state, interaction| {
            let newest = messages(state, interaction).pop();
            newest.is_some_and(|message| message.ephemeral_for.is_some())
        })
    }

    /// Whether this member sees anything of the answer.
    pub fn is_visible_to(&self, other: &Member) -> bool {
        self.look(|state, interaction| {
            let messages = messages(state, interaction);
            messages
                .iter()
                .any(|message| message.is_visible_to(other.id()))
        })
    }

    /// The newest message of the answer as Discord's API shows it; null when there is none.
    pub fn message_json(&self) -> Value {
        self.look(|state, interaction| {
            let newest = messages(state, interaction).pop();
            newest.map_or(Value::Null, |message| message.to_json(state))
        })
    }

    /// The newest message as a handle for message menus.
    pub fn message(&self) -> Option<Message> {
        self.look(|state, interaction| {
            let newest = messages(state, interaction).pop()?;
            Some(Message {
                id: newest.id,
                channel: newest.channel,
            })
        })
    }

    /// How many messages the answer has: the first and its follow-ups.
    pub fn message_count(&self) -> usize {
        self.look(|state, interaction| messages(state, interaction).len())
    }

    /// The files of all messages of the answer.
    pub fn files(&self) -> Vec<File> {
        self.look(|state, interaction| {
            let messages = messages(state, interaction);
            messages
                .iter()
                .flat_map(|message| files_of(state, message))
                .collect()
        })
    }

    /// The buttons of all messages of the answer.
    pub fn buttons(&self) -> Vec<Button> {
        self.look(|state, interaction| {
            let messages = messages(state, interaction);
            let controls = messages.iter().flat_map(StoredMessage::controls);
            controls
                .filter(|control| control["type"] == 2)
                .map(|control| Button {
                    label: control["label"].as_str().unwrap_or_default().to_owned(),
                    is_enabled: control["disabled"] != true,
                })
                .collect()
        })
    }

    /// See [`Member::presses`].
    pub async fn presses(&self, who: &Member, label: &str) -> Answer {
        who.presses(self, label).await
    }

    /// Fills in the modal as the person who opened it; see [`Member::fills`].
    pub async fn fills(&self, inputs: &[(&str, &str)]) -> Answer {
        let channel = self.look(|_, interaction| interaction.channel);
        let who = Member::new(self.world.clone(), self.who, channel);
        who.fills(self, inputs).await
    }

    /// The newest control of the answer that is meant, once it is there.
    pub(crate) async fn control(
        &self,
        who: Id,
        what: &str,
        is_it: impl Fn(&Value) -> bool,
    ) -> Control {
        let found = self.wait(what, |state, interaction| {
            let messages = messages(state, interaction);
            let mut newest_first = messages.iter().rev();
            newest_first.find_map(|message| controls::find(state, message, who, what, &is_it))
        });
        found.await
    }

    /// Waits for something of this interaction; fails at once when the bot is too late for any.
    pub(crate) async fn wait<R>(
        &self,
        what: &str,
        mut probe: impl FnMut(&State, &Interaction) -> Option<Result<R, String>>,
    ) -> R {
        let look = |state: &State| {
            let interaction = self.interaction(state);
            if interaction.is_too_late_for_first_answer(state.clock.elapsed()) {
                return Some(Err("The application did not respond within 3 s".to_owned()));
            }
            probe(state, interaction)
        };
        self.world.wait_for(what, look).await
    }

    fn look<R>(&self, look: impl FnOnce(&State, &Interaction) -> R) -> R {
        self.world
            .read(|state| look(state, self.interaction(state)))
    }

    fn interaction<'a>(&self, state: &'a State) -> &'a Interaction {
        let Some(interaction) = state.interactions.get(&self.interaction) else {
            panic!("the interaction {} was forgotten", self.interaction);
        };
        interaction
    }
}

/// The answer's messages, oldest first. A message whose button was pressed counts once the press
/// has changed it: its old text is no answer.
fn messages(state: &State, interaction: &Interaction) -> Vec<StoredMessage> {
    let original = interaction.original.and_then(|id| state.messages.get(&id));
    let original = original.filter(|message| {
        interaction
            .source_revision
            .is_none_or(|before| message.revision > before)
    });
    let later = interaction
        .follow_ups
        .iter()
        .filter_map(|id| state.messages.get(id));
    original.into_iter().chain(later).cloned().collect()
}

fn text_for(state: &State, interaction: &Interaction, who: Id) -> String {
    messages(state, interaction)
        .iter()
        .filter(|message| message.is_visible_to(who) && !message.is_loading())
        .map(|message| message.text(state))
        .collect()
}

/// The files of a message, whole.
pub(crate) fn files_of(state: &State, message: &StoredMessage) -> Vec<File> {
    let files = message.attachments.iter();
    let files = files.filter_map(|id| state.files.get(*id));
    files
        .map(|file| File {
            name: file.name.clone(),
            content_type: file.content_type.clone(),
            bytes: file.bytes.to_vec(),
        })
        .collect()
}
