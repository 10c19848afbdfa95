//! What people write in channels, and what they read there.

use serde_json::Value;

use super::Member;
use crate::answer::{File, files_of};
use crate::clock::Id;
use crate::guild::Message;
use crate::messages::StoredMessage;
use crate::state::State;
use crate::upload::Upload;

impl Member {
    /// Writes a message where they are.
    pub fn writes<U: Into<Upload>>(
        &self,
        text: &str,
        files: impl IntoIterator<Item = U>,
    ) -> Message {
        let files = files.into_iter().map(Into::into).collect();
        self.posts(text, files, None)
    }

    /// Replies to a message, which calls its author.
    pub fn replies(&self, to: &Message, text: &str) -> Message {
        self.posts(text, Vec::new(), Some((to.id, true)))
    }

    /// Replies to a message without calling its author.
    pub fn replies_silently(&self, to: &Message, text: &str) -> Message {
        self.posts(text, Vec::new(), Some((to.id, false)))
    }

    fn posts(&self, text: &str, files: Vec<Upload>, reply: Option<(Id, bool)>) -> Message {
        let place = (self.id, self.channel);
        let id = self
            .world
            .update(|state| state.write(place, text, files, reply));
        Message {
            id,
            channel: self.channel,
        }
    }

    /// Changes the text of a message of theirs (`MESSAGE_UPDATE`).
    ///
    /// # Panics
    /// With the transcript, when it is not theirs, or gone.
    pub fn edits(&self, message: &Message, text: &str) {
        self.world
            .update(|state| {
                self.own(state, message)
                    .map(|_| state.rewrite(message.id, text))
            })
            .unwrap_or_else(|why| self.world.fail(&why));
    }

    /// Takes a message of theirs away (`MESSAGE_DELETE`).
    ///
    /// # Panics
    /// With the transcript, when it is not theirs, or gone already.
    pub fn deletes(&self, message: &Message) {
        self.world
            .update(|state| {
                self.own(state, message)
                    .map(|own| state.remove_message(&own))
            })
            .unwrap_or_else(|why| self.world.fail(&why));
    }

    /// Takes anybody's message away, as who manages messages may (`MESSAGE_DELETE`).
    ///
    /// # Panics
    /// With the transcript, when it is gone already.
    pub fn takes_away(&self, message: &Message) {
        self.world
            .update(|state| {
                let found = state.messages.get(&message.id).cloned();
                let found = found.ok_or_else(|| format!("the message {} is gone", message.id))?;
                state.remove_message(&found);
                Ok::<_, String>(())
            })
            .unwrap_or_else(|why| self.world.fail(&why));
    }

    fn own(&self, state: &State, message: &Message) -> Result<StoredMessage, String> {
        let found = state.messages.get(&message.id);
        let own = found.filter(|message| message.author == self.id);
        own.cloned()
            .ok_or_else(|| format!("the message {} is not theirs", message.id))
    }

    /// A message as Discord's API shows it; null when they do not see it.
    pub fn reads(&self, message: &Message) -> Value {
        self.look(message, |state, found| found.to_json(state))
            .unwrap_or_default()
    }

    /// The files of a message; none when they do not see it.
    pub fn opens(&self, message: &Message) -> Vec<File> {
        self.look(message, files_of).unwrap_or_default()
    }

    fn look<R>(&self, at: &Message, look: impl FnOnce(&State, &StoredMessage) -> R) -> Option<R> {
        self.world.read(|state| {
            let message = state.messages.get(&at.id);
            let message = message.filter(|message| message.is_visible_to(self.id))?;
            Some(look(state, message))
        })
    }

    /// Waits until the channel where they are shows them this text, and gives the newest message that
    /// has it.
    pub async fn sees(&self, wanted: &str) -> Message {
        let what = format!("the channel to show {wanted:?}");
        let shown = |state: &State| {
            let mut newest_first = state.messages.values().rev();
            let found = newest_first.find(|message| {
                message.channel == self.channel
                    && message.is_visible_to(self.id)
                    && message.text(state).contains(wanted)
            })?;
            Some(Ok(found.id))
        };
        let id = self.world.wait_for(&what, shown).await;
        Message {
            id,
            channel: self.channel,
        }
    }
}
