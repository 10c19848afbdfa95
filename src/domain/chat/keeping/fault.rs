//! What a person is told when that cannot be done to a conversation.

use crate::{Error, UserError};

/// Why not: one sentence that says what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It is not there, or somebody else's.
    #[error(
        "That conversation is not among yours (any more): /conversations list shows what there is."
    )]
    NotFound,
    /// The person has none.
    #[error("You have no conversation yet: begin one with /chat.")]
    NothingYet,
    /// A search for nothing.
    #[error("Type at least one character to search for.")]
    EmptySearch,
    /// A search that is too long.
    #[error("That is too long to search for: at most {max} characters.")]
    LongSearch {
        /// The limit, in characters.
        max: usize,
    },
    /// It is held in another server.
    #[error("That conversation belongs to another server: go on with it there.")]
    OfAnotherServer,
    /// It is held in direct messages.
    #[error("That conversation is from your direct messages with the bot: go on with it there.")]
    OfDirectMessages,
}

impl Fault {
    /// A stable name for the audit log and for programs.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::NotFound => "conversation_not_found",
            Self::NothingYet => "no_conversation",
            Self::EmptySearch | Self::LongSearch { .. } => "search_refused",
            Self::OfAnotherServer | Self::OfDirectMessages => "conversation_elsewhere",
        }
    }
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        UserError::from(fault).into()
    }
}
