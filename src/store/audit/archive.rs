//! Handing old entries on to where they are kept for good, and deleting them here.

use sha2::{Digest, Sha256};

use super::guard::{self, Purpose};
use super::{AuditEntry, NewAuditEntry, create, gaps};
use crate::engine::sql;
use crate::{Db, Id, Json, StoreError, Timestamp, Tx, limits};

/// The action of an entry about an archiving. Such entries are never archived themselves: by them
/// alone is known what archiving took, and what somebody else did.
pub(super) const ACTION: &str = "audit.archive";

/// How often in a row a chunk may turn out to have changed while the sink kept it, or another
/// writer may be in the way.
const TRIES: usize = 10;

/// Where entries go.
pub trait ArchiveSink: Send {
    /// Why it could not keep them.
    type Error: Send;

    /// Keeps a chunk, and returns only when a power cut could not take it away again:
    /// then its entries are deleted here.
    ///
    /// When the program ends between the two, the next run hands the same entries out
    /// once more. So an archive may hold an entry twice, never not at all; its `id` tells.
    fn keep(
        &mut self,
        chunk: &ArchiveChunk,
    ) -> impl Future<Output = Result<(), Self::Error>> + Send;

    /// Takes the chunk that was kept last out again, where that can be done: it changed before it
    /// could be deleted here, and is handed out anew. It may name a person who was erased meanwhile.
    fn take_back(
        &mut self,
        _chunk: &ArchiveChunk,
    ) -> impl Future<Output = Result<(), Self::Error>> + Send {
        async { Ok(()) }
    }
}

/// Entries that go together, the oldest first.
#[derive(Debug, Clone, PartialEq)]
pub struct ArchiveChunk {
    /// 1 to [`limits::AUDIT_CHUNK`] of them.
    pub entries: Vec<AuditEntry>,
    /// The same as JSON, a line each, the last one ended as well.
    pub json_lines: String,
    /// SHA-256 of `json_lines`, in lower-case hexadecimal digits. The entry about the
    /// chunk has it too, so that an archive can be held against the record.
    pub sha256: String,
}

/// What a run did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Archived {
    /// How many entries left.
    pub entries: u64,
    /// In how many chunks.
    pub chunks: u64,
}

/// Why a run ended early. What it archived before that stays archived, and another run
/// goes on from there.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError<E> {
    /// The store could not read or delete.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The sink could not keep a chunk, of which nothing was deleted.
    #[error("the archive could not keep the entries")]
    Sink(#[source] E),
}

/// Moves all entries from before the UTC day of `before` to `sink`, in chunks of at most
/// [`limits::AUDIT_CHUNK`], and says how many. Whole days only, so that statistics, which
/// know days that were archived as a whole, know all of it.
///
/// No transaction is open while the sink works. Each chunk is deleted in a transaction
/// of its own together with the entry about it (`audit.archive` at `at`, with `entries`,
/// `from`, `until`, `sha256`, the `run` that it was part of, the `chains` that it took links
/// from, each with the first and the last of a run, and in `beforeChain` how many entries from
/// before which chain): so no entry ever left without one that says so, also when the run breaks
/// off, and those entries stay for ever. While a chunk is deleted, nobody is erased, and the other
/// way round: each waits for the other. What is not any more what the sink was handed is handed
/// out anew.
pub async fn archive<S: ArchiveSink>(
    db: &Db,
    before: Timestamp,
    sink: &mut S,
    at: Timestamp,
) -> Result<Archived, ArchiveError<S::Error>> {
    if before > at {
        // It would archive its own entries too.
        return Err(StoreError::invalid("an archiving of entries yet to come").into());
    }
    let before = start_of_day(before);
    let run = Id::new();
    let mut done = Archived::default();
    let mut failed = 0;
    while let Some(chunk) = oldest(db, before).await? {
        sink.keep(&chunk).await.map_err(ArchiveError::Sink)?;
        match delete(db, &chunk, &run, at).await {
            Ok(true) => {
                done.entries += chunk.entries.len() as u64;
                done.chunks += 1;
                failed = 0;
            }
            // An entry came in late, another run was faster, or somebody was erased: the chunk as
            // it is now.
            Ok(false) | Err(StoreError::RowCount { .. }) if failed < TRIES => {
                sink.take_back(&chunk).await.map_err(ArchiveError::Sink)?;
                failed += 1;
            }
            // A writer of another release was in the way.
            Err(StoreError::Busy) if failed < TRIES => failed += 1,
            Ok(false) => return Err(StoreError::Busy.into()),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(done)
}

fn start_of_day(at: Timestamp) -> Timestamp {
    let midnight = at.datetime().date_naive().and_time(chrono::NaiveTime::MIN);
    Timestamp::from(midnight.and_utc())
}

async fn oldest(db: &Db, before: Timestamp) -> Result<Option<ArchiveChunk>, StoreError> {
    let most = i64::try_from(limits::AUDIT_CHUNK).unwrap_or(i64::MAX);
    let entries: Vec<AuditEntry> = sql(
        "SELECT id, user_id, guild_id, action, resource_type, resource_id, details, ip_address,
             user_agent, session_id, request_id, \"timestamp\", success, error_message
         FROM audit_logs WHERE \"timestamp\" < $1 AND action <> $3
         ORDER BY \"timestamp\", id LIMIT $2",
    )
    .bind(before)
    .bind(most)
    .bind(ACTION)
    .fetch_all(&mut &*db)
    .await?;
    if entries.is_empty() {
        return Ok(None);
    }
    let json_lines = json_lines(&entries)?;
    let sha256 = hex::encode(Sha256::digest(&json_lines));
    Ok(Some(ArchiveChunk {
        entries,
        json_lines,
        sha256,
    }))
}

fn json_lines(entries: &[AuditEntry]) -> Result<String, StoreError> {
    let mut lines = String::new();
    for entry in entries {
        let line = serde_json::to_string(entry)
            .map_err(|_| StoreError::invalid("an entry that is no JSON"))?;
        lines.push_str(&line);
        lines.push('\n');
    }
    Ok(lines)
}

/// Whether the entries from the first to the last of the chunk still are what was handed out.
/// Nobody is erased until the transaction ends.
async fn is_as_handed_out(tx: &mut Tx, chunk: &ArchiveChunk) -> Result<bool, StoreError> {
    let (Some(first), Some(last)) = (chunk.entries.first(), chunk.entries.last()) else {
        return Ok(false);
    };
    let now: Vec<AuditEntry> = sql(
        "SELECT id, user_id, guild_id, action, resource_type, resource_id, details, ip_address,
             user_agent, session_id, request_id, \"timestamp\", success, error_message
         FROM audit_logs
         WHERE (\"timestamp\", id) >= ($1, $2) AND (\"timestamp\", id) <= ($3, $4)
             AND action <> $5
         ORDER BY \"timestamp\", id LIMIT $6",
    )
    .bind(first.timestamp)
    .bind(&first.id)
    .bind(last.timestamp)
    .bind(&last.id)
    .bind(ACTION)
    .bind(i64::try_from(chunk.entries.len() + 1).unwrap_or(i64::MAX))
    .fetch_all(&mut &mut *tx)
    .await?;
    Ok(json_lines(&now)? == chunk.json_lines)
}

/// Deletes exactly what the chunk holds, with the entry about it; false where that is not what
/// stands there any more.
async fn delete(
    db: &Db,
    chunk: &ArchiveChunk,
    run: &Id,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let (Some(first), Some(last)) = (chunk.entries.first(), chunk.entries.last()) else {
        return Ok(false);
    };
    let mut tx = db.begin().await?;
    guard::open(&mut tx, Purpose::Archive).await?;
    // Erasing goes over the same entries and links in an order of its own. Who comes second waits
    // here, where they hold nothing yet that the first wants.
    guard::open(&mut tx, Purpose::Erase).await?;
    // Who was erased while the sink wrote must not stay in what it has.
    if !is_as_handed_out(&mut tx, chunk).await? {
        tx.rollback().await?;
        return Ok(false);
    }
    let left = gaps::leave(
        &mut tx,
        [first, last].map(|entry| (entry.timestamp, &entry.id)),
    )
    .await?;
    // Whatever came in between the two meanwhile was not handed out.
    sql("DELETE FROM audit_logs
         WHERE (\"timestamp\", id) >= ($1, $2) AND (\"timestamp\", id) <= ($3, $4)
             AND action <> $5")
    .bind(first.timestamp)
    .bind(&first.id)
    .bind(last.timestamp)
    .bind(&last.id)
    .bind(ACTION)
    .execute_expecting(chunk.entries.len(), &mut &mut tx)
    .await?;
    guard::close(&mut tx, Purpose::Erase).await?;
    guard::close(&mut tx, Purpose::Archive).await?;
    record(&mut tx, chunk, &left, run, at).await?;
    tx.commit().await?;
    Ok(true)
}

/// The entry about a chunk, in the transaction that deletes it.
async fn record(
    tx: &mut Tx,
    chunk: &ArchiveChunk,
    left: &gaps::Left,
    run: &Id,
    at: Timestamp,
) -> Result<(), StoreError> {
    let (Some(first), Some(last)) = (chunk.entries.first(), chunk.entries.last()) else {
        return Ok(());
    };
    let chains: Vec<_> = left.runs.iter().map(gaps::Run::details).collect();
    let before_chain: Vec<_> = left.before_chain.iter().collect();
    let details = serde_json::json!({
        "entries": chunk.entries.len(),
        "from": first.timestamp.to_string(),
        "until": last.timestamp.to_string(),
        "sha256": chunk.sha256,
        "run": run.as_str(),
        "chains": chains,
        "beforeChain": before_chain,
    });
    let entry = NewAuditEntry {
        details: Some(Json(details)),
        ..NewAuditEntry::new(ACTION, "audit_log", "entries", at)
    };
    create(tx, &entry).await?;
    Ok(())
}
