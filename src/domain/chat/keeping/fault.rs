//! What a person is told when that cannot be done to a conversation.

use std::fmt;

use slimy_words::{Words, say};

use crate::{Error, UserError};

/// Why not: [`say`](Self::say) makes one sentence of it that says what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It is not there, or somebody else's.
    NotFound,
    /// The person has none.
    NothingYet,
    /// A search for nothing.
    EmptySearch,
    /// A search that is too long.
    LongSearch {
        /// The limit, in characters.
        max: usize,
    },
    /// It is held in another server.
    OfAnotherServer,
    /// It is held in direct messages.
    OfDirectMessages,
}

impl Fault {
    /// A stable name for the audit log and for programs.
    pub fn kind(&self) -> &'static str {
        match self {
            // That it is held elsewhere is nothing for the admins of where it was asked for.
            Self::NotFound | Self::OfAnotherServer | Self::OfDirectMessages => {
                "conversation_not_found"
            }
            Self::NothingYet => "no_conversation",
            Self::EmptySearch | Self::LongSearch { .. } => "search_refused",
        }
    }

    /// One sentence for the person.
    pub fn say(&self, words: Words) -> String {
        match self {
            Self::NotFound => say!(words, "conversations-fault-not-found"),
            Self::NothingYet => say!(words, "conversations-fault-nothing-yet"),
            Self::EmptySearch => say!(words, "conversations-fault-empty-search"),
            Self::LongSearch { max } => say!(words, "conversations-fault-long-search", max = *max),
            Self::OfAnotherServer => say!(words, "conversations-fault-of-another-server"),
            Self::OfDirectMessages => say!(words, "conversations-fault-of-direct-messages"),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Words::ENGLISH))
    }
}

impl std::error::Error for Fault {}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        UserError::from(fault).into()
    }
}
