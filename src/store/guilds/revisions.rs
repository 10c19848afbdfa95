//! What became of a guild's settings, change by change.

use crate::engine::sql;
use crate::text_enum::text_enum;
use crate::{Executor, Id, Json, StoreError, Timestamp, Tx, limits};

text_enum! {
    /// How a revision came about.
    pub enum Cause ("cause") {
        /// Somebody changed one setting, or a few.
        Change = "change",
        /// Somebody took an earlier revision back.
        Revert = "revert",
        /// Somebody brought a file.
        Import = "import",
    }
}

/// A change of a guild's settings.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct Revision {
    /// The row's key.
    pub id: Id,
    /// The guild's key.
    pub guild_id: Id,
    /// Its place among those of the guild, from 1.
    pub number: i64,
    /// The key of the person who made it, as long as they are known.
    pub user_id: Option<Id>,
    /// Discord's id of that person.
    pub user_discord_id: Option<String>,
    /// How it came about.
    #[sqlx(try_from = "String")]
    pub cause: Cause,
    /// The number of the revision that it takes back.
    pub reverts: Option<i64>,
    /// By key with dots, what stood there before and stands there since.
    pub changes: Json,
    /// When.
    pub created_at: Timestamp,
}

/// A change to be written down.
#[derive(Debug, Clone, PartialEq)]
pub struct NewRevision {
    /// The guild's key.
    pub guild_id: Id,
    /// The key of the person who makes it.
    pub user_id: Option<Id>,
    /// How it comes about.
    pub cause: Cause,
    /// The number of the revision that it takes back.
    pub reverts: Option<i64>,
    /// By key with dots, what stands there before and after.
    pub changes: Json,
}

/// How much was changed lately.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Lately {
    /// How often, up to the most that are looked at.
    pub changes: i64,
    /// How many bytes of JSON text these have.
    pub bytes: i64,
}

/// How much of a guild's settings was changed after `since`, by its newest `most` changes.
pub async fn changed_since(
    mut on: impl Executor,
    guild_id: &Id,
    since: Timestamp,
    most: usize,
) -> Result<Lately, StoreError> {
    sql("SELECT COUNT(*) AS changes,
             CAST(COALESCE(SUM(octet_length(CAST(r.changes AS TEXT))), 0) AS BIGINT) AS bytes
         FROM (SELECT n.changes, n.created_at FROM guild_settings_revisions n
               WHERE n.guild_id = $1 ORDER BY n.number DESC LIMIT $2) r
         WHERE r.created_at > $3")
    .bind(guild_id)
    .bind(i64::try_from(most).unwrap_or(i64::MAX))
    .bind(since)
    .fetch_one(&mut on)
    .await
}

/// Writes a change down and gives its number. Of a guild the newest [`limits::SETTINGS_REVISIONS`]
/// are kept, and all that are younger than [`limits::SETTINGS_REVISIONS_KEPT`].
///
/// For the transaction that makes the change: it has claimed the guild's row, so that no two
/// changes get one number.
pub async fn record_revision(
    mut tx: &mut Tx,
    new: NewRevision,
    at: Timestamp,
) -> Result<i64, StoreError> {
    let (number,): (i64,) = sql("INSERT INTO guild_settings_revisions
             (id, guild_id, number, user_id, cause, reverts, changes, created_at)
         SELECT $1, $2, COALESCE(MAX(r.number), 0) + 1, $3, $4, $5, $6, $7
         FROM guild_settings_revisions r WHERE r.guild_id = $2
         RETURNING guild_settings_revisions.number")
    .bind(Id::new())
    .bind(&new.guild_id)
    .bind(new.user_id)
    .bind(new.cause.as_str())
    .bind(new.reverts)
    .bind(new.changes)
    .bind(at)
    .fetch_one(&mut tx)
    .await?;
    let oldest = number - limits::SETTINGS_REVISIONS;
    if oldest > 0 {
        // The oldest few are looked at: each change gives up more than it adds.
        sql("DELETE FROM guild_settings_revisions WHERE id IN (
                 SELECT r.id FROM (
                     SELECT o.id, o.created_at FROM guild_settings_revisions o
                     WHERE o.guild_id = $1 AND o.number <= $2 ORDER BY o.number LIMIT $3) r
                 WHERE r.created_at <= $4)")
        .bind(&new.guild_id)
        .bind(oldest)
        .bind(limits::SETTINGS_REVISIONS_PURGED)
        .bind(at - limits::SETTINGS_REVISIONS_KEPT)
        .execute(&mut tx)
        .await?;
    }
    Ok(number)
}

/// Changes of a guild's settings, the newest first, at most `limit`: those with the number `from`
/// and before it, or the newest.
pub async fn list_revisions(
    mut on: impl Executor,
    guild_id: &Id,
    from: Option<i64>,
    limit: usize,
) -> Result<Vec<Revision>, StoreError> {
    limits::check("revisions at once", limits::PAGE_SIZE, limit)?;
    sql(
        "SELECT r.id, r.guild_id, r.number, r.user_id, u.discord_id AS user_discord_id, r.cause,
             r.reverts, r.changes, r.created_at
         FROM guild_settings_revisions r LEFT JOIN users u ON u.id = r.user_id
         WHERE r.guild_id = $1 AND r.number <= $2
         ORDER BY r.number DESC LIMIT $3",
    )
    .bind(guild_id)
    .bind(from.unwrap_or(i64::MAX))
    .bind(i64::try_from(limit).unwrap_or(0))
    .fetch_all(&mut on)
    .await
}

/// The change of a guild's settings with this number.
pub async fn find_revision(
    mut on: impl Executor,
    guild_id: &Id,
    number: i64,
) -> Result<Option<Revision>, StoreError> {
    sql(
        "SELECT r.id, r.guild_id, r.number, r.user_id, u.discord_id AS user_discord_id, r.cause,
             r.reverts, r.changes, r.created_at
         FROM guild_settings_revisions r LEFT JOIN users u ON u.id = r.user_id
         WHERE r.guild_id = $1 AND r.number = $2",
    )
    .bind(guild_id)
    .bind(number)
    .fetch_optional(&mut on)
    .await
}
