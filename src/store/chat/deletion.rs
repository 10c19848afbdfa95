//! Deleting: hidden at once, gone after a while, or gone at once.

use crate::engine::sql;
use crate::{Db, Executor, Id, StoreError, Timestamp, limits};

/// How many messages go in one statement. What deletes a conversation of any length
/// stays far from the statement's time limit.
const MESSAGES_AT_ONCE: i64 = 1_000;

/// The same for files: few, because each may have a megabyte.
const FILES_AT_ONCE: u32 = limits::ATTACHMENTS_AT_ONCE;

/// Hides a conversation of this person's and what was said in it. False when it is not
/// theirs or was hidden before.
pub async fn delete_conversation(
    mut on: impl Executor,
    id: &Id,
    owner: &Id,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let changed = sql("UPDATE chat_conversations SET deleted_at = $3
         WHERE id = $1 AND user_id = $2 AND deleted_at IS NULL")
    .bind(id)
    .bind(owner)
    .bind(at)
    .execute(&mut on)
    .await?;
    Ok(changed == 1)
}

/// Deletes a conversation of this person's and what was said in it, hidden before or
/// not. False when it is not theirs. Hidden first and then deleted piece by piece: if it
/// is broken off, [`purge_deleted`] or another call does the rest.
pub async fn delete_forever(
    db: &Db,
    id: &Id,
    owner: &Id,
    at: Timestamp,
) -> Result<bool, StoreError> {
    delete_conversation(db, id, owner, at).await?;
    loop {
        let deleted = sql("DELETE FROM chat_attachments WHERE id IN (
                 SELECT a.id FROM chat_messages m
                 JOIN chat_conversations c ON c.id = m.conversation_id
                 JOIN chat_attachments a ON a.message_id = m.id
                 WHERE m.conversation_id = $1 AND c.user_id = $2 LIMIT $3)")
        .bind(id)
        .bind(owner)
        .bind(i64::from(FILES_AT_ONCE))
        .execute(&mut &*db)
        .await?;
        if deleted == 0 {
            break;
        }
    }
    loop {
        let deleted = sql("DELETE FROM chat_messages WHERE id IN (
                 SELECT m.id FROM chat_messages m
                 JOIN chat_conversations c ON c.id = m.conversation_id
                 WHERE m.conversation_id = $1 AND c.user_id = $2 LIMIT $3)")
        .bind(id)
        .bind(owner)
        .bind(MESSAGES_AT_ONCE)
        .execute(&mut &*db)
        .await?;
        if deleted == 0 {
            break;
        }
    }
    let deleted = sql("DELETE FROM chat_conversations WHERE id = $1 AND user_id = $2")
        .bind(id)
        .bind(owner)
        .execute(&mut &*db)
        .await?;
    Ok(deleted == 1)
}

/// The next `limit` conversations of this person's that are hidden and still stored.
pub async fn hidden(
    mut on: impl Executor,
    owner: &Id,
    limit: usize,
) -> Result<Vec<Id>, StoreError> {
    limits::check("rows of a page", limits::PAGE_SIZE, limit)?;
    let found: Vec<(Id,)> = sql("SELECT id FROM chat_conversations
         WHERE user_id = $1 AND deleted_at IS NOT NULL ORDER BY updated_at, id LIMIT $2")
    .bind(owner)
    .bind(i64::try_from(limit).unwrap_or(0))
    .fetch_all(&mut on)
    .await?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

/// Deletes what was hidden before `before`: at most [`limits::ATTACHMENTS_AT_ONCE`] files, at most
/// `limit` messages, and at most `limit` conversations that have none left. Says how many rows that were; to be called until
/// it is none.
pub async fn purge_deleted(
    mut on: impl Executor,
    before: Timestamp,
    limit: usize,
) -> Result<u64, StoreError> {
    limits::check("rows of a purge", limits::ROWS_PER_PURGE, limit)?;
    let limit = i64::try_from(limit).unwrap_or(0);
    // Of the next messages: looking for files among all would be the same work every time.
    let files = sql("DELETE FROM chat_attachments WHERE id IN (
             SELECT a.id FROM (
                 SELECT m.id FROM chat_conversations c
                 JOIN chat_messages m ON m.conversation_id = c.id
                 WHERE c.deleted_at < $1 LIMIT $2) n
             JOIN chat_attachments a ON a.message_id = n.id LIMIT $3)")
    .bind(before)
    .bind(limit)
    .bind(i64::from(FILES_AT_ONCE))
    .execute(&mut on)
    .await?;
    if files == u64::from(FILES_AT_ONCE) {
        return Ok(files);
    }
    let messages = sql("DELETE FROM chat_messages WHERE id IN (
             SELECT m.id FROM chat_conversations c
             JOIN chat_messages m ON m.conversation_id = c.id
             WHERE c.deleted_at < $1 LIMIT $2)")
    .bind(before)
    .bind(limit)
    .execute(&mut on)
    .await?;
    let conversations = sql("DELETE FROM chat_conversations WHERE id IN (
             SELECT c.id FROM chat_conversations c
             WHERE c.deleted_at < $1 AND NOT EXISTS (
                 SELECT 1 FROM chat_messages m WHERE m.conversation_id = c.id)
             LIMIT $2)")
    .bind(before)
    .bind(limit)
    .execute(&mut on)
    .await?;
    Ok(files + messages + conversations)
}
