//! Changes of a guild's settings that wait for the person who wants them to say so: a file that
//! was shown as a difference, a value that somebody else has changed meanwhile.

use crate::engine::sql;
use crate::{Executor, Id, Json, StoreError, Timestamp, Tx, limits};

/// A change that waits.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct Proposal {
    /// The row's key.
    pub id: Id,
    /// The guild's key.
    pub guild_id: Id,
    /// The key of the person who wants it.
    pub user_id: Id,
    /// What is to be changed.
    pub content: Json,
    /// A mark of what stood there when the person was last shown it.
    pub base: String,
    /// When it runs out.
    pub expires_at: Timestamp,
}

/// A change that is to wait.
#[derive(Debug, Clone, PartialEq)]
pub struct NewProposal {
    /// The guild's key.
    pub guild_id: Id,
    /// The key of the person who wants it.
    pub user_id: Id,
    /// What is to be changed: at most [`limits::SETTINGS_BYTES`] of JSON text.
    pub content: Json,
    /// A mark of what stands there now.
    pub base: String,
    /// When it runs out.
    pub expires_at: Timestamp,
}

/// Has a change wait, and gives its key. Of a person's the newest [`limits::SETTINGS_PROPOSALS`]
/// wait; the others are given up.
pub async fn propose(mut tx: &mut Tx, new: NewProposal, at: Timestamp) -> Result<Id, StoreError> {
    let bytes = new.content.text_len();
    limits::check("bytes of settings", limits::SETTINGS_BYTES, bytes)?;
    let id = Id::new();
    sql("INSERT INTO guild_settings_proposals
             (id, guild_id, user_id, content, base, expires_at, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)")
    .bind(&id)
    .bind(new.guild_id)
    .bind(&new.user_id)
    .bind(new.content)
    .bind(new.base)
    .bind(new.expires_at)
    .bind(at)
    .execute_expecting(1, &mut tx)
    .await?;
    sql(
        "DELETE FROM guild_settings_proposals WHERE user_id = $1 AND id NOT IN (
             SELECT p.id FROM guild_settings_proposals p WHERE p.user_id = $1
             ORDER BY p.created_at DESC, p.id DESC LIMIT $2)",
    )
    .bind(new.user_id)
    .bind(limits::SETTINGS_PROPOSALS)
    .execute(&mut tx)
    .await?;
    Ok(id)
}

/// What waits under this key for this person in this guild, and has not run out at `now`.
pub async fn find_proposal(
    mut on: impl Executor,
    (guild_id, user_id): (&Id, &Id),
    id: &Id,
    now: Timestamp,
) -> Result<Option<Proposal>, StoreError> {
    sql("SELECT id, guild_id, user_id, content, base, expires_at
         FROM guild_settings_proposals
         WHERE id = $1 AND guild_id = $2 AND user_id = $3 AND expires_at > $4")
    .bind(id)
    .bind(guild_id)
    .bind(user_id)
    .bind(now)
    .fetch_optional(&mut on)
    .await
}

/// Notes that its person was shown what stands there now.
pub async fn rebase_proposal(mut on: impl Executor, id: &Id, base: &str) -> Result<(), StoreError> {
    sql("UPDATE guild_settings_proposals SET base = $2 WHERE id = $1")
        .bind(id)
        .bind(base)
        .execute(&mut on)
        .await?;
    Ok(())
}

/// Has it wait no more, whether or not it was made. False when it did not wait.
pub async fn drop_proposal(
    mut on: impl Executor,
    (guild_id, user_id): (&Id, &Id),
    id: &Id,
) -> Result<bool, StoreError> {
    let gone = sql("DELETE FROM guild_settings_proposals
         WHERE id = $1 AND guild_id = $2 AND user_id = $3")
    .bind(id)
    .bind(guild_id)
    .bind(user_id)
    .execute(&mut on)
    .await?;
    Ok(gone == 1)
}

/// Takes away what has run out at `now`, at most `rows`; gives how many.
pub(crate) async fn purge_proposals(
    mut tx: &mut Tx,
    now: Timestamp,
    rows: usize,
) -> Result<u64, StoreError> {
    sql("DELETE FROM guild_settings_proposals WHERE id IN (
             SELECT p.id FROM guild_settings_proposals p
             WHERE p.expires_at <= $1 ORDER BY p.expires_at, p.id LIMIT $2)")
    .bind(now)
    .bind(i64::try_from(rows).unwrap_or(i64::MAX))
    .execute(&mut tx)
    .await
}
