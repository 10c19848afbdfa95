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
    /// Whoever it was cannot be asked: the message is forwarded, comes through a webhook that may
    /// speak for people, or is one of the bot's that is not stored, and may be to somebody of whom
    /// nothing is kept.
    Unasked,
    /// The bot, in an answer that is stored for this person: `users.id`.
    Answered(Id),
}

/// Whether what somebody wrote may be kept with the question of somebody else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Keeping {
    /// It may not.
    No,
    /// It may, whatever anybody says.
    Yes,
    /// It may as long as this person accepts that.
    While(Id),
}

impl Author {
    /// Whether it may be kept now.
    pub(super) async fn keeping(&self, services: &Services) -> Result<Keeping, Error> {
        let person = match self {
            Self::Program => return Ok(Keeping::Yes),
            Self::Unasked => None,
            Self::Person(discord_id) => consent::given_by(services, discord_id).await?,
            Self::Answered(owner) => {
                let is_given = consent::is_given(services, owner).await?;
                is_given.then(|| owner.clone())
            }
        };
        Ok(person.map_or(Keeping::No, Keeping::While))
    }
}
