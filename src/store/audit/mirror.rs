//! How far a guild's entries have been posted in its audit channel, and the newest head that
//! was posted there. Whoever posts claims the guild first, so that of several programs one
//! does; a claim that is not settled runs out.

use super::{AuditEntry, Head, Mark};
use crate::engine::sql;
use crate::{Executor, Id, StoreError, Timestamp};

/// How many guilds are looked at together.
const GUILDS: i64 = 50;

/// A guild whose entries are posted.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Mirror {
    /// The guild's key.
    pub chain: String,
    /// Up to here entries were posted, or were not to be.
    pub seq: i64,
    /// The newest place whose hash was posted.
    pub head_seq: Option<i64>,
    /// That hash.
    pub head_hash: Option<String>,
    /// When.
    pub head_at: Option<Timestamp>,
    /// Entries that could not be posted and have not been told of yet.
    pub missed: i64,
    /// How often in a row posting has failed.
    pub attempts: i64,
    /// Nobody looks at it before.
    pub due_at: Timestamp,
}

impl Mirror {
    /// The head that was posted.
    pub fn mark(&self) -> Option<Mark> {
        Some(Mark {
            seq: self.head_seq?,
            hash: self.head_hash.clone()?,
        })
    }
}

/// An entry with its place in the chain.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct Placed {
    /// The place.
    pub seq: i64,
    /// The entry.
    #[sqlx(flatten)]
    pub entry: AuditEntry,
}

/// How a claim ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// Up to here entries were posted, given up, or were not to be.
    pub seq: i64,
    /// The head that was posted and when; none leaves the one before.
    pub posted: Option<(Mark, Timestamp)>,
    /// Entries that are still to be told of as missed.
    pub missed: i64,
    /// How often in a row posting has failed.
    pub attempts: i64,
    /// Nobody looks at it before.
    pub due_at: Timestamp,
}

/// Begins to post what the guild does from here on, or, where something waits still, from where that
/// begins. A head that was posted before stays known.
pub async fn begin(mut on: impl Executor, guild_id: &Id, now: Timestamp) -> Result<(), StoreError> {
    sql(
        "INSERT INTO audit_mirrors (chain, seq, due_at, created_at, updated_at)
         VALUES ($1, coalesce((SELECT seq FROM audit_heads WHERE chain = $2), 0), $3, $4, $5)
         ON CONFLICT (chain) DO UPDATE
         SET seq = CASE WHEN audit_mirrors.due_at < $6 THEN audit_mirrors.seq
                 ELSE excluded.seq END,
             missed = CASE WHEN audit_mirrors.due_at < $7 THEN audit_mirrors.missed ELSE 0 END,
             attempts = 0, due_at = excluded.due_at, updated_at = excluded.updated_at",
    )
    .bind(guild_id)
    .bind(guild_id)
    .bind(now)
    .bind(now)
    .bind(now)
    .bind(Timestamp::FAR_FUTURE)
    .bind(Timestamp::FAR_FUTURE)
    .execute(&mut on)
    .await?;
    Ok(())
}

/// What is known of the posts of a guild's chain.
pub async fn find(mut on: impl Executor, chain: &str) -> Result<Option<Mirror>, StoreError> {
    sql(
        "SELECT chain, seq, head_seq, head_hash, head_at, missed, attempts, due_at
         FROM audit_mirrors WHERE chain = $1",
    )
    .bind(chain)
    .fetch_optional(&mut on)
    .await
}

/// Guilds with something to post: entries that came since, or a head that moved on since
/// `head_before` without being posted. At most 50, the longest due first.
pub async fn due(
    mut on: impl Executor,
    now: Timestamp,
    head_before: Timestamp,
) -> Result<Vec<Mirror>, StoreError> {
    sql(
        "SELECT m.chain, m.seq, m.head_seq, m.head_hash, m.head_at, m.missed, m.attempts, m.due_at
         FROM audit_mirrors m JOIN audit_heads h ON h.chain = m.chain
         WHERE m.due_at <= $1 AND (h.seq > m.seq OR m.missed > 0
             OR (h.seq > coalesce(m.head_seq, 0) AND (m.head_at IS NULL OR m.head_at <= $2)))
         ORDER BY m.due_at, m.chain LIMIT $3",
    )
    .bind(now)
    .bind(head_before)
    .bind(GUILDS)
    .fetch_all(&mut on)
    .await
}

/// Claims a guild until `until`. False when another was faster.
pub async fn claim(
    mut on: impl Executor,
    mirror: &Mirror,
    until: Timestamp,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let claimed = sql("UPDATE audit_mirrors SET due_at = $3, updated_at = $4
         WHERE chain = $1 AND due_at = $2")
    .bind(&mirror.chain)
    .bind(mirror.due_at)
    .bind(until)
    .bind(now)
    .execute(&mut on)
    .await?;
    Ok(claimed == 1)
}

/// Ends a claim that still holds, and says whether it did.
pub async fn settle(
    mut on: impl Executor,
    chain: &str,
    claimed_until: Timestamp,
    settled: &Settled,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let (mark, at) = settled.posted.clone().unzip();
    let (seq, hash) = mark.map(|mark| (mark.seq, mark.hash)).unzip();
    let done = sql("UPDATE audit_mirrors
         SET seq = $3, head_seq = coalesce($4, head_seq), head_hash = coalesce($5, head_hash),
             head_at = coalesce($6, head_at), missed = $7, attempts = $8, due_at = $9,
             updated_at = $10
         WHERE chain = $1 AND due_at = $2")
    .bind(chain)
    .bind(claimed_until)
    .bind(settled.seq)
    .bind(seq)
    .bind(hash)
    .bind(at)
    .bind(settled.missed)
    .bind(settled.attempts)
    .bind(settled.due_at)
    .bind(now)
    .execute(&mut on)
    .await?;
    Ok(done == 1)
}

/// The entries of a guild after a place, in the order of the chain. Without their details, which
/// are not posted.
pub async fn entries_after(
    mut on: impl Executor,
    chain: &str,
    seq: i64,
    most: usize,
) -> Result<Vec<Placed>, StoreError> {
    sql(
        "SELECT l.seq, a.id, a.user_id, a.guild_id, a.action, a.resource_type, a.resource_id,
             NULL AS details, a.ip_address, a.user_agent, a.session_id, a.request_id, a.\"timestamp\",
             a.success, a.error_message
         FROM audit_links l JOIN audit_logs a ON a.id = l.entry_id
         WHERE l.chain = $1 AND l.seq > $2 ORDER BY l.seq LIMIT $3",
    )
    .bind(chain)
    .bind(seq)
    .bind(i64::try_from(most).unwrap_or(i64::MAX))
    .fetch_all(&mut on)
    .await
}

/// Entries of a guild after a place of one of three actions, with their details, in the order of the
/// chain.
pub async fn of_actions_after(
    mut on: impl Executor,
    chain: &str,
    seq: i64,
    actions: &[&str; 3],
    most: usize,
) -> Result<Vec<Placed>, StoreError> {
    sql(
        "SELECT l.seq, a.id, a.user_id, a.guild_id, a.action, a.resource_type, a.resource_id,
             a.details, a.ip_address, a.user_agent, a.session_id, a.request_id, a.\"timestamp\",
             a.success, a.error_message
         FROM audit_links l JOIN audit_logs a ON a.id = l.entry_id
         WHERE l.chain = $1 AND l.seq > $2 AND a.action IN ($3, $4, $5)
         ORDER BY l.seq LIMIT $6",
    )
    .bind(chain)
    .bind(seq)
    .bind(actions[0])
    .bind(actions[1])
    .bind(actions[2])
    .bind(i64::try_from(most).unwrap_or(i64::MAX))
    .fetch_all(&mut on)
    .await
}

/// The newest head of a guild's chain, as it is posted.
pub fn mark_of(head: &Head) -> Mark {
    Mark {
        seq: head.seq,
        hash: head.hash.clone(),
    }
}

/// Has what waits in a guild looked at now, since the channel of its posts is another or none. Whoever
/// finds that it is none ends them.
pub async fn turn(mut on: impl Executor, guild_id: &Id, now: Timestamp) -> Result<(), StoreError> {
    sql(
        "UPDATE audit_mirrors SET due_at = $2, attempts = 0, updated_at = $3
         WHERE chain = $1 AND due_at < $4",
    )
    .bind(guild_id)
    .bind(now)
    .bind(now)
    .bind(Timestamp::FAR_FUTURE)
    .execute(&mut on)
    .await?;
    Ok(())
}
