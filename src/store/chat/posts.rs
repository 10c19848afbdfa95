//! Where a message stands in Discord, so that a reply to it finds its conversation and
//! a button can edit it after a restart.

use super::rows::{Message, select_messages};
use crate::engine::sql;
use crate::{Executor, Id, StoreError, Timestamp};

/// A message of Discord's that shows one of ours, or a part of it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Post {
    /// Discord's id of it.
    pub discord_message_id: String,
    /// The key of the message that it shows.
    pub message_id: Id,
    /// Discord's id of the channel.
    pub channel_id: String,
    /// Which part it is, from 0.
    pub part: i64,
    /// When it was first written down.
    pub created_at: Timestamp,
}

/// A post to be written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPost {
    /// Discord's id of it.
    pub discord_message_id: String,
    /// The key of the message that it shows.
    pub message_id: Id,
    /// Discord's id of the channel.
    pub channel_id: String,
    /// Which part it is, from 0.
    pub part: i64,
}

/// Writes down what a message of Discord's shows; it may have shown something else.
pub async fn record_post(
    mut on: impl Executor,
    post: &NewPost,
    at: Timestamp,
) -> Result<Post, StoreError> {
    sql(
        "INSERT INTO chat_posts (discord_message_id, message_id, channel_id, part, created_at)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (discord_message_id) DO UPDATE SET
             message_id = excluded.message_id,
             channel_id = excluded.channel_id,
             part = excluded.part
         RETURNING chat_posts.discord_message_id, chat_posts.message_id, chat_posts.channel_id,
             chat_posts.part, chat_posts.created_at",
    )
    .bind(&post.discord_message_id)
    .bind(&post.message_id)
    .bind(&post.channel_id)
    .bind(post.part)
    .bind(at)
    .fetch_one(&mut on)
    .await
}

/// Writes down what a message of Discord's shows, unless that is known, or it was heard without being
/// kept. False when it is: of two processes that hear the same message one answers it.
pub async fn claim_post(
    mut on: impl Executor,
    post: &NewPost,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let added = sql(
        "INSERT INTO chat_posts (discord_message_id, message_id, channel_id, part, created_at)
         SELECT $1, $2, $3, $4, $5
         WHERE NOT EXISTS (SELECT 1 FROM chat_heard h WHERE h.id = $1)
         ON CONFLICT (discord_message_id) DO NOTHING",
    )
    .bind(&post.discord_message_id)
    .bind(&post.message_id)
    .bind(&post.channel_id)
    .bind(post.part)
    .bind(at)
    .execute(&mut on)
    .await?;
    Ok(added == 1)
}

/// Forgets a message that Discord no longer has. False when it was not known.
pub async fn remove_post(
    mut on: impl Executor,
    discord_message_id: &str,
) -> Result<bool, StoreError> {
    let removed = sql("DELETE FROM chat_posts WHERE discord_message_id = $1")
        .bind(discord_message_id)
        .execute(&mut on)
        .await?;
    Ok(removed == 1)
}

/// Where a message stands, part by part.
pub async fn posts(mut on: impl Executor, message_id: &Id) -> Result<Vec<Post>, StoreError> {
    sql(
        "SELECT discord_message_id, message_id, channel_id, part, created_at
         FROM chat_posts WHERE message_id = $1 ORDER BY part, discord_message_id",
    )
    .bind(message_id)
    .fetch_all(&mut on)
    .await
}

/// The message that a message of Discord's shows, unless its conversation is deleted.
/// Whose it is, is for the caller to check.
pub async fn find_by_post(
    mut on: impl Executor,
    discord_message_id: &str,
) -> Result<Option<Message>, StoreError> {
    sql(select_messages!(
        "JOIN chat_posts p ON p.message_id = m.id
         JOIN chat_conversations c ON c.id = m.conversation_id
         WHERE p.discord_message_id = $1 AND c.deleted_at IS NULL"
    ))
    .bind(discord_message_id)
    .fetch_optional(&mut on)
    .await
}
