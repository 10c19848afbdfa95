//! Whose words a question brings along. Of somebody who has not accepted that what they say is kept
//! nothing is, whoever quotes them: the model is shown it for the one answer, and no row has it.

use slimy_store::Id;

use super::consent;
use crate::{Error, Services};

/// Who wrote the message that a question is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Author {
    /// Somebody: Discord's id.
    Person(String),
    /// A program other than the bot, whose words are no person's.
    Program,
    /// The bot, in a message that is not stored: it may have been said to somebody of whom nothing
    /// is kept.
    Itself,
    /// The bot, in an answer that is stored for this person: `users.id`.
    Answered(Id),
}

impl Author {
    /// Whether what they said may be kept with the question of somebody else.
    pub(super) async fn is_kept(&self, services: &Services) -> Result<bool, Error> {
        match self {
            Self::Person(discord_id) => consent::is_given_by(services, discord_id).await,
            Self::Program => Ok(true),
            Self::Itself => Ok(false),
            Self::Answered(owner) => consent::is_given(services, owner).await,
        }
    }
}
