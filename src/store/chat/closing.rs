//! Beginning afresh, and going on with an earlier conversation after all.

use crate::engine::sql;
use crate::{Executor, Id, StoreError, Timestamp, Tx};

/// Ends a conversation of this person's, and whatever else of theirs stands open in its channel
/// and is private or not as it is: the next question there begins a new one. Everything stays
/// and can be read. False when it is not theirs or is deleted, or nothing there was open.
pub async fn close(
    mut on: impl Executor,
    id: &Id,
    owner: &Id,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let closed = sql("UPDATE chat_conversations SET closed_at = $3 WHERE id IN (
             SELECT b.id FROM chat_conversations a JOIN chat_conversations b
                 ON b.user_id = a.user_id AND b.channel_id = a.channel_id AND b.private = a.private
             WHERE a.id = $1 AND a.user_id = $2 AND a.deleted_at IS NULL
             AND b.deleted_at IS NULL AND b.closed_at IS NULL)")
    .bind(id)
    .bind(owner)
    .bind(at)
    .execute(&mut on)
    .await?;
    Ok(closed > 0)
}

/// A conversation that was closed.
#[derive(sqlx::FromRow)]
struct Closed {
    id: Id,
}

/// Ends what of this person's stands open in a channel, and is private or not, as asked: the next
/// question there begins a new one. Gives the keys of what was open.
pub async fn close_in(
    mut on: impl Executor,
    owner: &Id,
    channel_id: &str,
    private: bool,
    at: Timestamp,
) -> Result<Vec<Id>, StoreError> {
    let closed: Vec<Closed> = sql("UPDATE chat_conversations SET closed_at = $4
         WHERE user_id = $1 AND channel_id = $2 AND private = $3
         AND deleted_at IS NULL AND closed_at IS NULL RETURNING id")
    .bind(owner)
    .bind(channel_id)
    .bind(private)
    .bind(at)
    .fetch_all(&mut on)
    .await?;
    Ok(closed.into_iter().map(|closed| closed.id).collect())
}

/// Holds a conversation of this person's until the transaction ends, as a question does that is
/// appended to it, and changes nothing of it. False when it is not theirs or is deleted.
pub async fn hold(mut tx: &mut Tx, id: &Id, owner: &Id) -> Result<bool, StoreError> {
    let held = sql("UPDATE chat_conversations SET updated_at = updated_at
         WHERE id = $1 AND user_id = $2 AND deleted_at IS NULL")
    .bind(id)
    .bind(owner)
    .execute(&mut tx)
    .await?;
    Ok(held == 1)
}

/// Makes a conversation of this person's the one that they go on with in its channel. False
/// when it is not theirs or is deleted.
pub async fn reopen(
    mut on: impl Executor,
    id: &Id,
    owner: &Id,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let changed = sql("UPDATE chat_conversations SET closed_at = NULL,
             updated_at = CASE WHEN updated_at < $3 THEN $3 ELSE updated_at END
         WHERE id = $1 AND user_id = $2 AND deleted_at IS NULL")
    .bind(id)
    .bind(owner)
    .bind(at)
    .execute(&mut on)
    .await?;
    Ok(changed == 1)
}

/// Takes a conversation of this person's to another channel of the same guild, or of none, and
/// makes it the one that they go on with there. False when it is not theirs, is deleted or
/// belongs to another guild.
pub async fn move_here(
    mut on: impl Executor,
    id: &Id,
    owner: &Id,
    guild_id: Option<&Id>,
    channel_id: &str,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let changed = sql(
        "UPDATE chat_conversations SET channel_id = $4, closed_at = NULL,
             updated_at = CASE WHEN updated_at < $5 THEN $5 ELSE updated_at END
         WHERE id = $1 AND user_id = $2 AND deleted_at IS NULL
         AND guild_id IS NOT DISTINCT FROM $3",
    )
    .bind(id)
    .bind(owner)
    .bind(guild_id)
    .bind(channel_id)
    .bind(at)
    .execute(&mut on)
    .await?;
    Ok(changed == 1)
}
