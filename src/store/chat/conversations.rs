//! Conversations: begun, found, listed and named.

use super::rows::Conversation;
use crate::engine::sql;
use crate::{Cursor, Executor, Id, Page, PageRequest, StoreError, Timestamp, limits};

/// A conversation to be begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewConversation {
    /// The key of the person whose it will be.
    pub user_id: Id,
    /// The key of the guild where it begins; none in a direct message.
    pub guild_id: Option<Id>,
    /// Discord's id of the channel where it begins.
    pub channel_id: Option<String>,
    /// What it is called, when that is known at once: at most [`limits::TITLE`] characters.
    pub title: Option<String>,
    /// Whether it must not be shown where others read.
    pub private: bool,
}

/// Begins a conversation.
pub async fn create_conversation(
    mut on: impl Executor,
    new: NewConversation,
    at: Timestamp,
) -> Result<Conversation, StoreError> {
    if let Some(title) = &new.title {
        check_title(title)?;
    }
    let search_text = new.title.as_deref().unwrap_or_default().to_lowercase();
    sql(
        "INSERT INTO chat_conversations (id, user_id, guild_id, channel_id, title, private,
             search_text, last_position, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 0, $8, $8)
         RETURNING id, user_id, guild_id, channel_id, title, private, last_position, deleted_at,
             closed_at, created_at, updated_at",
    )
    .bind(Id::new())
    .bind(new.user_id)
    .bind(new.guild_id)
    .bind(new.channel_id)
    .bind(new.title)
    .bind(new.private)
    .bind(search_text)
    .bind(at)
    .fetch_one(&mut on)
    .await
}

/// The conversation with this key, if it is this person's and not deleted.
pub async fn find_conversation(
    mut on: impl Executor,
    id: &Id,
    owner: &Id,
) -> Result<Option<Conversation>, StoreError> {
    sql(
        "SELECT id, user_id, guild_id, channel_id, title, private, last_position, deleted_at,
             closed_at, created_at, updated_at
         FROM chat_conversations WHERE id = $1 AND user_id = $2 AND deleted_at IS NULL",
    )
    .bind(id)
    .bind(owner)
    .fetch_optional(&mut on)
    .await
}

/// The conversation that this person goes on with in this channel: their newest one
/// there that is private or not, as asked, and was not closed.
pub async fn find_current(
    mut on: impl Executor,
    owner: &Id,
    channel_id: &str,
    private: bool,
) -> Result<Option<Conversation>, StoreError> {
    sql(
        "SELECT id, user_id, guild_id, channel_id, title, private, last_position, deleted_at,
             closed_at, created_at, updated_at
         FROM chat_conversations
         WHERE user_id = $1 AND channel_id = $2 AND private = $3 AND deleted_at IS NULL
         AND closed_at IS NULL
         ORDER BY updated_at DESC, id DESC LIMIT 1",
    )
    .bind(owner)
    .bind(channel_id)
    .bind(private)
    .fetch_optional(&mut on)
    .await
}

/// Which conversations; what is none does not matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConversationFilter {
    /// Of this person.
    pub user_id: Id,
    /// That began in this guild.
    pub guild_id: Option<Id>,
    /// That began in this channel, by Discord's id.
    pub channel_id: Option<String>,
    /// That are private, or are not.
    pub private: Option<bool>,
}

impl ConversationFilter {
    /// All of a person's.
    pub fn of(user_id: Id) -> Self {
        Self {
            user_id,
            guild_id: None,
            channel_id: None,
            private: None,
        }
    }
}

/// A list of conversations in the given order.
macro_rules! list {
    ($order:literal) => {
        concat!(
            "SELECT id, user_id, guild_id, channel_id, title, private, last_position, deleted_at,
                 closed_at, created_at, updated_at
             FROM chat_conversations
             WHERE user_id = $1 AND deleted_at IS NULL
             AND ($2 IS NULL OR guild_id = $2)
             AND ($3 IS NULL OR channel_id = $3)
             AND ($4 IS NULL OR private = $4)",
            $order
        )
    };
}

/// A page of a person's conversations, the one where something was said last first.
pub async fn list_conversations(
    mut on: impl Executor,
    filter: &ConversationFilter,
    page: &PageRequest,
) -> Result<Page<Conversation>, StoreError> {
    let (newer, from, rows) = page.plan()?;
    let query = if newer {
        sql(list!(
            " AND (updated_at, id) > ($5, $6) ORDER BY updated_at, id LIMIT $7"
        ))
    } else {
        sql(list!(
            " AND (updated_at, id) < ($5, $6) ORDER BY updated_at DESC, id DESC LIMIT $7"
        ))
    };
    let found = query
        .bind(&filter.user_id)
        .bind(filter.guild_id.as_ref())
        .bind(filter.channel_id.as_deref())
        .bind(filter.private)
        .bind(from.at)
        .bind(from.id)
        .bind(rows)
        .fetch_all(&mut on)
        .await?;
    Ok(Page::of(page, found, |line: &Conversation| Cursor {
        at: line.updated_at,
        id: line.id.clone(),
    }))
}

/// Gives a conversation of this person's another title. False when it is not theirs or
/// is deleted.
pub async fn rename(
    mut on: impl Executor,
    id: &Id,
    owner: &Id,
    title: &str,
    at: Timestamp,
) -> Result<bool, StoreError> {
    check_title(title)?;
    let changed = sql("UPDATE chat_conversations SET title = $3, search_text = $4,
             updated_at = CASE WHEN updated_at < $5 THEN $5 ELSE updated_at END
         WHERE id = $1 AND user_id = $2 AND deleted_at IS NULL")
    .bind(id)
    .bind(owner)
    .bind(title)
    .bind(title.to_lowercase())
    .bind(at)
    .execute(&mut on)
    .await?;
    Ok(changed == 1)
}

/// Gives a conversation the title that was made up for it, unless a person was first.
/// False when they were, or it is gone. Its place in lists stays.
pub async fn title_if_untitled(
    mut on: impl Executor,
    id: &Id,
    title: &str,
) -> Result<bool, StoreError> {
    check_title(title)?;
    let changed = sql("UPDATE chat_conversations SET title = $2, search_text = $3
         WHERE id = $1 AND title IS NULL AND deleted_at IS NULL")
    .bind(id)
    .bind(title)
    .bind(title.to_lowercase())
    .execute(&mut on)
    .await?;
    Ok(changed == 1)
}

fn check_title(title: &str) -> Result<(), StoreError> {
    if title.trim().is_empty() {
        return Err(StoreError::invalid("a title without a letter"));
    }
    limits::check(
        "characters of a title",
        limits::TITLE,
        title.chars().count(),
    )
}
