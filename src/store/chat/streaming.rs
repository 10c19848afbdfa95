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

/// Answers that are coming in and were last written at `quiet_since` or before, the longest
/// quiet first, at most `limit`, which is at most [`limits::PAGE_SIZE`]. Each may have a
/// megabyte. [`mark_interrupted`] says what `quiet_since` has to be.
pub async fn list_abandoned(
    mut on: impl Executor,
    quiet_since: Timestamp,
    limit: usize,
) -> Result<Vec<Message>, StoreError> {
    limits::check("abandoned answers", limits::PAGE_SIZE, limit)?;
    sql(select_messages!(
        "WHERE m.status = 'streaming' AND m.updated_at <= $1
         ORDER BY m.updated_at, m.id LIMIT $2"
    ))
    .bind(quiet_since)
    .bind(i64::try_from(limit).unwrap_or(0))
    .fetch_all(&mut on)
    .await
}

/// What an answer had said when it was marked.
#[derive(sqlx::FromRow)]
struct Said {
    content: String,
}

/// Marks one answer as interrupted, keeping what it said. False when it has ended, or is gone.
pub async fn interrupt_one(mut tx: &mut Tx, id: &Id, at: Timestamp) -> Result<bool, StoreError> {
    let said: Option<Said> = sql(
        "UPDATE chat_messages SET status = 'interrupted', finished_at = $2,
             updated_at = $2
         WHERE id = $1 AND status = 'streaming' RETURNING content",
    )
    .bind(id)
    .bind(at)
    .fetch_optional(&mut tx)
    .await?;
    let Some(Said { content }) = said else {
        return Ok(false);
    };
    sql("UPDATE chat_messages SET search_text = $2 WHERE id = $1")
        .bind(id)
        .bind(content.to_lowercase())
        .execute_expecting(1, &mut tx)
        .await?;
    Ok(true)
}

/// An answer that nobody is at any more.
#[derive(sqlx::FromRow)]
struct Abandoned {
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
        let found: Vec<Abandoned> = sql("SELECT id, content FROM chat_messages
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
