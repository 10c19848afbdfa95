//! What is kept, and for how long: a stand-in under load for an hour must stay small, so what is
//! oldest goes.

use std::collections::BTreeMap;

use crate::cdn::StoredFile;
use crate::clock::Id;
use crate::interactions::Interaction;
use crate::messages::StoredMessage;
use crate::state::State;

/// The newest messages of all channels together.
const MOST_MESSAGES: usize = 20_000;
/// The newest interactions. Nobody waits for the answer to an older one.
const MOST_INTERACTIONS: usize = 20_000;
/// Bytes of files.
const MOST_BYTES: usize = 256 * 1024 * 1024;

/// The CDN's files.
#[derive(Debug, Default)]
pub(crate) struct Shelf {
    files: BTreeMap<Id, StoredFile>,
    bytes: usize,
}

impl Shelf {
    pub(crate) fn get(&self, id: Id) -> Option<&StoredFile> {
        self.files.get(&id)
    }

    pub(crate) fn get_mut(&mut self, id: Id) -> Option<&mut StoredFile> {
        self.files.get_mut(&id)
    }

    /// Keeps a new file; the newest one always finds room.
    pub(crate) fn add(&mut self, file: StoredFile) {
        self.bytes += file.bytes.len();
        self.files.insert(file.id, file);
        while self.bytes > MOST_BYTES && self.files.len() > 1 {
            let Some((_, oldest)) = self.files.pop_first() else {
                return;
            };
            self.bytes -= oldest.bytes.len();
        }
    }
}

impl State {
    /// Keeps a message that is new or has changed.
    pub(crate) fn keep_message(&mut self, message: &StoredMessage) {
        self.messages.insert(message.id, message.clone());
        if self.messages.len() > MOST_MESSAGES {
            self.messages.pop_first();
        }
    }

    /// Keeps a new interaction.
    pub(crate) fn keep_interaction(&mut self, interaction: Interaction) {
        self.interactions.insert(interaction.id, interaction);
        if self.interactions.len() > MOST_INTERACTIONS {
            self.interactions.pop_first();
        }
    }
}
