//! Many rows at once: in chunks, inside one transaction, all or nothing.

use crate::audit::NewAuditEntry;
use crate::{Db, StoreError, Tx, audit, limits};

/// How far a batch has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Items that are written, though not yet committed.
    pub done: usize,
    /// Items that there are.
    pub total: usize,
}

/// Hands `items` to `write` in chunks of `chunk_size` (at least 1), in one transaction:
/// either all of them are kept, or none. `on_progress` is called after each chunk.
///
/// On SQLite nobody else writes meanwhile, so what can wait for its turn should come in
/// batches of a size that others can wait for.
pub async fn insert<T>(
    db: &Db,
    items: &[T],
    chunk_size: usize,
    mut write: impl AsyncFnMut(&mut Tx, &[T]) -> Result<(), StoreError>,
    mut on_progress: impl FnMut(Progress),
) -> Result<(), StoreError> {
    let mut tx = db.begin().await?;
    let mut done = 0;
    for chunk in items.chunks(chunk_size.max(1)) {
        write(&mut tx, chunk).await?;
        done += chunk.len();
        on_progress(Progress {
            done,
            total: items.len(),
        });
    }
    tx.commit().await
}

/// Adds audit entries, all or none, and says how many did not stand there before.
pub async fn audit_entries(
    db: &Db,
    entries: &[NewAuditEntry],
    on_progress: impl FnMut(Progress),
) -> Result<u64, StoreError> {
    let mut added = 0;
    let write = async |tx: &mut Tx, chunk: &[NewAuditEntry]| {
        added += audit::create_many(tx, chunk).await?;
        Ok(())
    };
    insert(db, entries, limits::ROWS_PER_STATEMENT, write, on_progress).await?;
    Ok(added)
}
