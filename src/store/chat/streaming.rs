//! Answers that are coming in, and those at which nobody is any more.

use super::rows::{Message, select_messages};
use crate::engine::sql;
use crate::{Db, Executor, Id, StoreError, Timestamp, Tx, limits};

/// How many answers are marked in one transaction: each may hold a megabyte.
const MARKED_AT_ONCE: i64 = 20;

/// The answer that is coming in in a conversation, if one is; the newest when there are
/// several.
///
/// Whether a turn may begin is asked inside its transaction, after the question was appended:
/// that claims the conversation, so of two turns at once the second one sees the answer of the
/// first.
pub async fn find_streaming(
    mut on: impl Executor,
    conversation_id: &Id,
) -> Result<Option<Message>, StoreError> {
    sql(select_messages!(
        "WHERE m.conversation_id = $1 AND m.status = 'streaming'
         ORDER BY m.position DESC, m.alternative DESC LIMIT 1"
    ))
    .bind(conversation_id)
    .fetch_optional(&mut on)
    .await
}

/// An answer that is coming in, as far as nobody seems to be at it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Abandoned {
    /// The row's key.
    pub id: Id,
    /// When the row was made.
    pub created_at: Timestamp,
    /// When it was last written.
    pub updated_at: Timestamp,
}

/// Answers that are coming in and were last written at `quiet_since` or before, the longest
/// quiet first, at most `limit`, which is at most [`limits::PAGE_SIZE`]. Without their words, of
/// which each may have a megabyte. [`mark_interrupted`] says what `quiet_since` has to be.
pub async fn list_abandoned(
    mut on: impl Executor,
    quiet_since: Timestamp,
    limit: usize,
) -> Result<Vec<Abandoned>, StoreError> {
    limits::check("abandoned answers", limits::PAGE_SIZE, limit)?;
    sql("SELECT id, created_at, updated_at FROM chat_messages
         WHERE status = 'streaming' AND updated_at <= $1
         ORDER BY updated_at, id LIMIT $2")
    .bind(quiet_since)
    .bind(i64::try_from(limit).unwrap_or(0))
    .fetch_all(&mut on)
    .await
}

/// Marks one answer as interrupted, keeping what it said, and gives it. None when it has ended, is
/// gone, or was written after `quiet_since`: somebody is at it.
pub async fn interrupt_one(
    mut tx: &mut Tx,
    id: &Id,
    quiet_since: Timestamp,
    at: Timestamp,
) -> Result<Option<Message>, StoreError> {
    let changed = sql(
        "UPDATE chat_messages SET status = 'interrupted', finished_at = $3, updated_at = $3
         WHERE id = $1 AND status = 'streaming' AND updated_at <= $2",
    )
    .bind(id)
    .bind(quiet_since)
    .bind(at)
    .execute(&mut tx)
    .await?;
    ended(tx, id, changed).await
}

/// Stops one answer that somebody else lets come, keeping what they saved of it last, and gives
/// it. None when it has ended or is gone.
pub async fn stop_one(
    mut tx: &mut Tx,
    id: &Id,
    at: Timestamp,
) -> Result<Option<Message>, StoreError> {
    let changed = sql(
        "UPDATE chat_messages SET status = 'stopped', finished_at = $2, updated_at = $2
         WHERE id = $1 AND status = 'streaming'",
    )
    .bind(id)
    .bind(at)
    .execute(&mut tx)
    .await?;
    ended(tx, id, changed).await
}

/// An answer whose words stayed as they were when it ended: it is found by them from here on.
async fn ended(mut tx: &mut Tx, id: &Id, changed: u64) -> Result<Option<Message>, StoreError> {
    if changed == 0 {
        return Ok(None);
    }
    let message: Message = sql(select_messages!("WHERE m.id = $1"))
        .bind(id)
        .fetch_one(&mut tx)
        .await?;
    sql("UPDATE chat_messages SET search_text = $2 WHERE id = $1")
        .bind(id)
        .bind(message.content.to_lowercase())
        .execute_expecting(1, &mut tx)
        .await?;
    Ok(Some(message))
}

/// Writes down how long the words of an answer are that was ended without its task, in tokens, and
/// how long it took, in milliseconds.
pub async fn measure(
    mut tx: &mut Tx,
    id: &Id,
    tokens: i64,
    duration_ms: i64,
) -> Result<(), StoreError> {
    sql("UPDATE chat_messages SET tokens = $2, duration_ms = $3 WHERE id = $1")
        .bind(id)
        .bind(tokens)
        .bind(duration_ms)
        .execute_expecting(1, &mut tx)
        .await
}

/// Answers that were begun at `since` or later, have ended and stand in Discord, of conversations
/// that are not deleted: the newest first, at most `limit`, which is at most
/// [`limits::PAGE_SIZE`].
pub async fn list_ended_since(
    mut on: impl Executor,
    since: Timestamp,
    limit: usize,
) -> Result<Vec<Message>, StoreError> {
    limits::check("answers that ended", limits::PAGE_SIZE, limit)?;
    sql(select_messages!(
        "JOIN chat_conversations c ON c.id = m.conversation_id
         WHERE m.role = 'assistant' AND m.created_at >= $1 AND m.finished_at IS NOT NULL
         AND c.deleted_at IS NULL
         AND EXISTS (SELECT 1 FROM chat_posts p WHERE p.message_id = m.id)
         ORDER BY m.created_at DESC, m.id DESC LIMIT $2"
    ))
    .bind(since)
    .bind(i64::try_from(limit).unwrap_or(0))
    .fetch_all(&mut on)
    .await
}

/// An answer that nobody is at any more.
#[derive(sqlx::FromRow)]
struct Left {
    id: Id,
    content: String,
}

/// Marks answers that were streaming when the program ended as interrupted, keeping
/// what they said, and says how many. `quiet_since` is the program's start where it is
/// alone on its database; where others stream too, it is so long ago that they would
/// have saved their progress since.
pub async fn mark_interrupted(
    db: &Db,
    quiet_since: Timestamp,
    at: Timestamp,
) -> Result<u64, StoreError> {
    let mut marked = 0;
    loop {
        let mut tx = db.begin().await?;
        let found: Vec<Left> = sql("SELECT id, content FROM chat_messages
             WHERE status = 'streaming' AND updated_at <= $1
             ORDER BY updated_at, id LIMIT $2")
        .bind(quiet_since)
        .bind(MARKED_AT_ONCE)
        .fetch_all(&mut &mut tx)
        .await?;
        for answer in &found {
            marked += sql(
                "UPDATE chat_messages SET status = 'interrupted', search_text = $2,
                     finished_at = $3, updated_at = $3
                 WHERE id = $1 AND status = 'streaming' AND updated_at <= $4",
            )
            .bind(&answer.id)
            .bind(answer.content.to_lowercase())
            .bind(at)
            .bind(quiet_since)
            .execute(&mut &mut tx)
            .await?;
        }
        tx.commit().await?;
        if found.is_empty() {
            return Ok(marked);
        }
    }
}
