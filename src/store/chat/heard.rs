//! Messages of Discord's that are answered without a row of their own: of two programs that hear
//! one, one answers it.

use crate::engine::sql;
use crate::{Executor, StoreError, Timestamp, limits};

/// Writes down that the message with this id of Discord's was heard. False when that is known,
/// here or as a question that is kept: then somebody else answers it.
pub async fn hear(
    mut on: impl Executor,
    discord_message_id: &str,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let added = sql("INSERT INTO chat_heard (id, heard_at)
         SELECT $1, $2
         WHERE NOT EXISTS (SELECT 1 FROM chat_posts p WHERE p.discord_message_id = $1)
         ON CONFLICT (id) DO NOTHING")
    .bind(discord_message_id)
    .bind(at)
    .execute(&mut on)
    .await?;
    Ok(added == 1)
}

/// Whether a message was heard and is kept nowhere.
pub async fn is_heard(mut on: impl Executor, discord_message_id: &str) -> Result<bool, StoreError> {
    let found: Option<(String,)> = sql("SELECT id FROM chat_heard WHERE id = $1")
        .bind(discord_message_id)
        .fetch_optional(&mut on)
        .await?;
    Ok(found.is_some())
}

/// Forgets at most `limit` of those that were heard [`limits::KEPT_HEARD`] before `at`, and says
/// how many; to be called until it is none.
pub async fn forget_heard(
    mut on: impl Executor,
    at: Timestamp,
    limit: usize,
) -> Result<u64, StoreError> {
    limits::check("rows of a purge", limits::ROWS_PER_PURGE, limit)?;
    sql("DELETE FROM chat_heard WHERE id IN (
             SELECT id FROM chat_heard WHERE heard_at < $1 ORDER BY heard_at, id LIMIT $2)")
    .bind(at - limits::KEPT_HEARD)
    .bind(i64::try_from(limit).unwrap_or(0))
    .execute(&mut on)
    .await
}
