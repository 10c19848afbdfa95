//! Taking a person out of the record, and nothing else: what happened, when and where
//! stays, and so does the chain: triggers take the salts, without which a commitment says
//! nothing. The erasing is an entry itself, which does not say who it was.

use std::collections::BTreeMap;

use super::guard::{self, Purpose};
use super::{NewAuditEntry, chain, create};
use crate::engine::{Value, sql};
use crate::{Db, Id, Json, StoreError, Timestamp, Tx, limits};

/// The action of an entry about an erasing.
const ACTION: &str = "audit.erase";

/// The slot of the counts that erased persons left behind: writers never touch it, so
/// that erasing and writing do not wait for each other there.
const ERASED: i64 = -1;

/// Takes a person out of the entries, in transactions of at most
/// [`limits::AUDIT_CHUNK`] entries each: as who did it (with address, program and
/// session), as whom it was done to (`resource_id` becomes `erased` where the resource
/// is that `user`), and from the daily counts, where the numbers go to nobody. Says how
/// many entries changed.
///
/// Running it again does what is left, and leaves no entry when that is nothing. Who is
/// to be deleted needs [`erase_rest`] too: what the person does meanwhile is not seen here.
pub async fn erase_person(db: &Db, user_id: &Id, at: Timestamp) -> Result<u64, StoreError> {
    let mut erased = 0;
    loop {
        let mut tx = db.begin().await?;
        guard::open(&mut tx, Purpose::Erase).await?;
        let done = chunk(&mut tx, user_id).await?;
        record(&mut tx, done, at).await?;
        guard::close(&mut tx, Purpose::Erase).await?;
        tx.commit().await?;
        erased += done.entries;
        if !done.more {
            return Ok(erased);
        }
    }
}

/// The same for what is left, inside the transaction that then deletes the row of
/// `users`, and says how many entries changed. To be called after [`erase_person`], so
/// that little is left.
///
/// It leaves the record open to erasing, because deleting the row takes the person out of
/// the entries as well: [`close_erase`] has to follow the delete. It claims the row of
/// `users` for that delete, so that no entry of the person can come in between.
pub async fn erase_rest(tx: &mut Tx, user_id: &Id, at: Timestamp) -> Result<u64, StoreError> {
    // An entry that is being written holds on to the key of its person's row. Only a
    // change of a key waits for that on PostgreSQL, and makes later entries wait.
    sql("UPDATE users SET discord_id = 'deleted ' || id WHERE id = $1")
        .bind(user_id)
        .execute(&mut &mut *tx)
        .await?;
    guard::open(tx, Purpose::Erase).await?;
    chain::forget(tx, user_id);
    let mut all = Done::default();
    loop {
        let done = chunk(tx, user_id).await?;
        // Not by `more`: when an archiving takes some of a full chunk meanwhile, less was
        // changed, and there is more all the same.
        if done.entries + done.counts == 0 {
            break;
        }
        all.entries += done.entries;
        all.counts += done.counts;
    }
    record(tx, all, at).await?;
    Ok(all.entries)
}

/// Closes what [`erase_rest`] left open. Without it the transaction cannot be committed.
pub async fn close_erase(tx: &mut Tx) -> Result<(), StoreError> {
    guard::close(tx, Purpose::Erase).await
}

/// What a chunk changed.
#[derive(Debug, Clone, Copy, Default)]
struct Done {
    entries: u64,
    counts: u64,
    /// Whether there may be more of anything.
    more: bool,
}

async fn chunk(tx: &mut Tx, user_id: &Id) -> Result<Done, StoreError> {
    // Nobody's key; the counts of nobody have it.
    if user_id.as_str().is_empty() {
        return Ok(Done::default());
    }
    let done_by = erase_actor(tx, user_id).await?;
    let done_to = erase_resource(tx, user_id).await?;
    let counts = move_counts(tx, user_id).await?;
    let full = limits::AUDIT_CHUNK as u64;
    Ok(Done {
        entries: done_by + done_to,
        counts,
        more: done_by == full || done_to == full || counts == full,
    })
}

/// What the person did.
async fn erase_actor(mut tx: &mut Tx, user_id: &Id) -> Result<u64, StoreError> {
    sql("UPDATE audit_logs
         SET user_id = NULL, ip_address = NULL, user_agent = NULL, session_id = NULL,
             resource_id = CASE WHEN resource_type = 'user' AND resource_id = $1 THEN 'erased'
                 ELSE resource_id END
         WHERE id IN (
             SELECT id FROM audit_logs WHERE user_id = $1 ORDER BY \"timestamp\", id LIMIT $2)")
    .bind(user_id)
    .bind(chunk_rows())
    .execute(&mut tx)
    .await
}

/// What others did about the person: who they were stays.
async fn erase_resource(mut tx: &mut Tx, user_id: &Id) -> Result<u64, StoreError> {
    sql("UPDATE audit_logs SET resource_id = 'erased'
         WHERE id IN (
             SELECT id FROM audit_logs WHERE resource_id = $1 AND resource_type = 'user'
             ORDER BY \"timestamp\", id LIMIT $2)")
    .bind(user_id)
    .bind(chunk_rows())
    .execute(&mut tx)
    .await
}

/// A count that was the person's.
#[derive(sqlx::FromRow)]
struct Count {
    guild_id: String,
    day: i64,
    total: i64,
    failed: i64,
}

/// Gives the person's counts to nobody. What is deleted is what is added, whoever counts
/// meanwhile.
async fn move_counts(mut tx: &mut Tx, user_id: &Id) -> Result<u64, StoreError> {
    let counts: Vec<Count> = sql("DELETE FROM audit_daily_users
         WHERE user_id = $1 AND (guild_id, day, slot) IN (
             SELECT guild_id, day, slot FROM audit_daily_users WHERE user_id = $1
             ORDER BY guild_id, day, slot LIMIT $2)
         RETURNING guild_id, day, total, failed")
    .bind(user_id)
    .bind(chunk_rows())
    .fetch_all(&mut tx)
    .await?;
    let moved = counts.len() as u64;
    let mut days: BTreeMap<(String, i64), (i64, i64)> = BTreeMap::new();
    for count in counts {
        let (total, failed) = days.entry((count.guild_id, count.day)).or_default();
        *total += count.total;
        *failed += count.failed;
    }
    let mut rows = days.into_iter().map(|((guild_id, day), (total, failed))| {
        vec![
            Value::from(guild_id),
            Value::from(day),
            Value::from(""),
            Value::from(ERASED),
            Value::from(total),
            Value::from(failed),
        ]
    });
    loop {
        let some: Vec<_> = rows.by_ref().take(limits::ROWS_PER_STATEMENT).collect();
        if some.is_empty() {
            return Ok(moved);
        }
        let expected = some.len();
        sql(
            "INSERT INTO audit_daily_users (guild_id, day, user_id, slot, total, failed)
             VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (guild_id, day, user_id, slot) DO UPDATE
             SET total = audit_daily_users.total + excluded.total,
                 failed = audit_daily_users.failed + excluded.failed",
        )
        .rows(some.into_iter())
        .execute_expecting(expected, &mut tx)
        .await?;
    }
}

fn chunk_rows() -> i64 {
    i64::try_from(limits::AUDIT_CHUNK).unwrap_or(i64::MAX)
}

/// The entry about it, in the same transaction.
async fn record(tx: &mut Tx, done: Done, at: Timestamp) -> Result<(), StoreError> {
    if done.entries + done.counts == 0 {
        return Ok(());
    }
    let entry = NewAuditEntry {
        details: Some(Json(serde_json::json!({ "entries": done.entries }))),
        ..NewAuditEntry::new(ACTION, "audit_log", "entries", at)
    };
    create(tx, &entry).await?;
    Ok(())
}
