//! Keeping: what a person does with their conversations afterwards. They are listed, opened,
//! searched, named, taken away as a file, gone on with somewhere else and deleted.
//!
//! All of it is about one's own: each call takes the person's key into the statement, and what is
//! somebody else's is not told apart from what is not there. Where a conversation was held does
//! not matter for reading, because only its owner reads; it matters for going on with it.
//!
//! Titles and words stay out of the audit log.

mod delete;
mod delete_all;
pub(crate) mod document;
mod export;
mod fault;
mod fences;
mod here;
mod json;
mod list;
mod markdown;
mod open;
mod rename;
mod search;
#[cfg(test)]
mod tests;

use slimy_store::{audit::NewAuditEntry, chat as store};

pub use delete::{Deleted, delete};
pub(super) use delete_all::delete_all;
pub use document::state;
pub use export::{Exported, Form, Format, Onward, export};
pub use fault::Fault;
use fences::open_fence;
pub use here::continue_here;
pub use list::{List, find, list, suggest};
pub use open::{At, Opened, Said, open};
pub use rename::{MAX_TITLE, Renamed, rename};
pub use search::{Found, Hit, MAX_TERM, search};
pub use slimy_store::chat::{Excerpt, MessageStatus, Role};

use crate::{
    Error, Id, Services, Timestamp, UserError, audit,
    rights::{Action, Actor, Resource, may},
};

/// A conversation as its owner looks at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// `chat_conversations.id`.
    pub id: Id,
    /// What it is called; none until it has been given a title.
    pub title: Option<String>,
    /// Where it is held.
    pub whence: Whence,
    /// Whether that is where the person is now, so that they can go on with it.
    pub is_here: bool,
    /// Whether it is for the person's eyes alone.
    pub private: bool,
    /// How many questions and answers it has; several answers to one question are one.
    pub messages: usize,
    /// When it began.
    pub begun_at: Timestamp,
    /// When something was last said in it, or it was renamed.
    pub at: Timestamp,
}

/// Where a conversation is held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whence {
    /// In direct messages with the bot.
    Direct,
    /// In a server.
    Server {
        /// Its name.
        name: String,
        /// Discord's id of the channel, where it is known.
        channel_id: Option<String>,
    },
}

/// Where a page of a list begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From<'a> {
    /// With the newest.
    Newest,
    /// With what is newer than this place.
    NewerThan(&'a str),
    /// With what is older than this place.
    OlderThan(&'a str),
}

impl From<'_> {
    /// The store's page of so many rows.
    fn page(self, size: usize) -> Result<slimy_store::PageRequest, UserError> {
        let cursor = |place: &str| place.parse().map_err(|_| UserError::StaleButton);
        Ok(match self {
            Self::Newest => slimy_store::PageRequest::first(size),
            Self::NewerThan(place) => slimy_store::PageRequest::before(size, cursor(place)?),
            Self::OlderThan(place) => slimy_store::PageRequest::after(size, cursor(place)?),
        })
    }
}

/// What is written of something that is done to a conversation: of the place where it is held. Its
/// person may be anywhere, and what they do with what is elsewhere is nothing for the admins there.
fn entry(
    actor: &Actor,
    action: &str,
    conversation: &store::Conversation,
    at: Timestamp,
) -> NewAuditEntry {
    let id = conversation.id.as_str();
    NewAuditEntry {
        guild_id: conversation.guild_id.clone(),
        ..audit::entry_by(actor, action, audit::CHAT_CONVERSATION, id, at)
    }
}

/// The row of the conversation `id`, when it is the actor's.
async fn row(services: &Services, actor: &Actor, id: &Id) -> Result<store::Conversation, Error> {
    let found = store::find_conversation(&services.db, id, &actor.user_id).await?;
    let may_use = |row: &store::Conversation| {
        let own = Resource::of_person(&row.user_id);
        may(actor, Action::ConversationUse, own)
    };
    found.filter(may_use).ok_or_else(|| Fault::NotFound.into())
}

/// The conversation as its owner looks at it. Names of servers come out of the cache.
async fn kept(services: &Services, actor: &Actor, row: store::Conversation) -> Result<Kept, Error> {
    let is_here = row.guild_id.as_ref() == actor.guild_id();
    let whence = match &row.guild_id {
        None => Whence::Direct,
        Some(guild_id) => {
            let guild = services.cache.guild(&services.db, guild_id).await?;
            Whence::Server {
                name: guild.map(|guild| guild.name.clone()).unwrap_or_default(),
                channel_id: row.channel_id,
            }
        }
    };
    Ok(Kept {
        id: row.id,
        title: row.title,
        whence,
        is_here,
        private: row.private,
        messages: usize::try_from(row.last_position).unwrap_or(0),
        begun_at: row.created_at,
        at: row.updated_at,
    })
}
