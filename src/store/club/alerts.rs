//! Alerts that wait to be posted: written in the transaction of what they tell of, so that
//! none is lost by a restart, and each at most once by its key.

use crate::engine::sql;
use crate::{Executor, Id, Json, StoreError, Timestamp, limits};

/// An alert.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct Alert {
    /// The row's key.
    pub id: Id,
    /// The guild's key.
    pub guild_id: Id,
    /// What kind it is, in the domain's own word.
    pub kind: String,
    /// What it is about, once in a guild.
    pub key: String,
    /// What it tells.
    pub payload: Json,
    /// From when on it may be posted; none once it was, or was given up.
    pub due_at: Option<Timestamp>,
    /// When it was posted.
    pub posted_at: Option<Timestamp>,
    /// How many times posting it failed.
    pub attempts: i64,
    /// Why the last time.
    pub last_error: Option<String>,
    /// When the row was made.
    pub created_at: Timestamp,
    /// When it was last written.
    pub updated_at: Timestamp,
}

/// An alert to be posted.
#[derive(Debug, Clone, PartialEq)]
pub struct NewAlert {
    /// The guild's key.
    pub guild_id: Id,
    /// What kind it is, in the domain's own word.
    pub kind: String,
    /// What it is about, as `saved:ANALYSIS`: at most [`limits::ALERT_KEY`] characters.
    pub key: String,
    /// What it tells: at most [`limits::ALERT_BYTES`] of JSON text.
    pub payload: Json,
    /// From when on it may be posted.
    pub due_at: Timestamp,
}

/// Has an alert wait to be posted. False, and nothing is written, when the guild has one with
/// this key, posted or not.
pub async fn queue_alert(
    mut on: impl Executor,
    new: NewAlert,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let characters = new.key.chars().count();
    limits::check(
        "characters of an alert's key",
        limits::ALERT_KEY,
        characters,
    )?;
    let bytes = new.payload.text_len();
    limits::check("bytes of an alert", limits::ALERT_BYTES, bytes)?;
    let added = sql(
        "INSERT INTO club_alerts (id, guild_id, kind, key, payload, due_at, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $7)
         ON CONFLICT (guild_id, key) DO NOTHING",
    )
    .bind(Id::new())
    .bind(new.guild_id)
    .bind(new.kind)
    .bind(new.key)
    .bind(new.payload)
    .bind(new.due_at)
    .bind(at)
    .execute(&mut on)
    .await?;
    Ok(added == 1)
}

/// Alerts that may be posted by `now`, the one that is due longest first, at most `limit`.
pub async fn due_alerts(
    mut on: impl Executor,
    now: Timestamp,
    limit: usize,
) -> Result<Vec<Alert>, StoreError> {
    limits::check("alerts at once", limits::PAGE_SIZE, limit)?;
    sql(
        "SELECT id, guild_id, kind, key, payload, due_at, posted_at, attempts, last_error,
             created_at, updated_at
         FROM club_alerts WHERE due_at IS NOT NULL AND due_at <= $1
         ORDER BY due_at, id LIMIT $2",
    )
    .bind(now)
    .bind(i64::try_from(limit).unwrap_or(0))
    .fetch_all(&mut on)
    .await
}

/// Takes an alert on that is still due as it was read, until `until`: who ends in the middle
/// of posting leaves it to be posted then. False when another program was first.
pub async fn claim_alert(
    mut on: impl Executor,
    alert: &Alert,
    until: Timestamp,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let changed = sql("UPDATE club_alerts SET due_at = $3, updated_at = $4
         WHERE id = $1 AND due_at = $2")
    .bind(&alert.id)
    .bind(alert.due_at)
    .bind(until)
    .bind(at)
    .execute(&mut on)
    .await?;
    Ok(changed == 1)
}

/// Notes that an alert was posted. False when that stood there already, or it was given up.
pub async fn alert_posted(
    mut on: impl Executor,
    id: &Id,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let changed = sql(
        "UPDATE club_alerts SET due_at = NULL, posted_at = $2, last_error = NULL, updated_at = $2
         WHERE id = $1 AND due_at IS NOT NULL",
    )
    .bind(id)
    .bind(at)
    .execute(&mut on)
    .await?;
    Ok(changed == 1)
}

/// Notes that posting an alert failed, and when to try again; none gives it up. Of the error
/// [`limits::ALERT_ERROR`] characters are kept.
pub async fn alert_failed(
    mut on: impl Executor,
    id: &Id,
    error: &str,
    next_at: Option<Timestamp>,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let error: String = error.chars().take(limits::ALERT_ERROR).collect();
    let changed = sql(
        "UPDATE club_alerts SET due_at = $3, attempts = attempts + 1, last_error = $2,
             updated_at = $4
         WHERE id = $1 AND due_at IS NOT NULL",
    )
    .bind(id)
    .bind(error)
    .bind(next_at)
    .bind(at)
    .execute(&mut on)
    .await?;
    Ok(changed == 1)
}

/// The alert of a guild that failed last, waiting or given up, unless one was posted since.
pub async fn failing_alert(
    mut on: impl Executor,
    guild_id: &Id,
) -> Result<Option<Alert>, StoreError> {
    sql(
        "SELECT a.id, a.guild_id, a.kind, a.key, a.payload, a.due_at, a.posted_at, a.attempts,
             a.last_error, a.created_at, a.updated_at
         FROM club_alerts a
         WHERE a.guild_id = $1 AND a.last_error IS NOT NULL AND NOT EXISTS (
             SELECT 1 FROM club_alerts p
             WHERE p.guild_id = $1 AND p.posted_at > a.updated_at)
         ORDER BY a.updated_at DESC, a.id DESC LIMIT 1",
    )
    .bind(guild_id)
    .fetch_optional(&mut on)
    .await
}

/// Removes alerts that were posted or given up before `before`, longest ago first, at most
/// `limit`, and says how many those were. Their keys are free again.
pub async fn purge_alerts(
    mut on: impl Executor,
    before: Timestamp,
    limit: usize,
) -> Result<u64, StoreError> {
    limits::check("rows of a purge", limits::ROWS_PER_PURGE, limit)?;
    sql("DELETE FROM club_alerts WHERE id IN (
             SELECT id FROM club_alerts WHERE due_at IS NULL AND updated_at < $1
             ORDER BY updated_at, id LIMIT $2)")
    .bind(before)
    .bind(i64::try_from(limit).unwrap_or(0))
    .execute(&mut on)
    .await
}
