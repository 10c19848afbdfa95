//! Many rows at once: in chunks, inside one transaction, all or nothing.

mod users;

pub use users::users;

use std::pin::Pin;

use crate::audit::NewAuditEntry;
use crate::chat::NewMessage;
use crate::{Db, StoreError, Tx, audit, chat, limits};

/// How far a batch has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Items that are written, though not yet committed.
    pub done: usize,
    /// Items that there are.
    pub total: usize,
}

/// One chunk that is being written, and how many rows that were in the end.
pub type Writing<'a> = Pin<Box<dyn Future<Output = Result<u64, StoreError>> + Send + 'a>>;

/// Hands `items` to `write` in chunks of `chunk_size` (at least 1), in one transaction:
/// either all of them are kept, or none. `on_progress` is called after each chunk. Says how
/// many rows were written.
///
/// On SQLite nobody else writes meanwhile, so what can wait for its turn should come in
/// batches of a size that others can wait for.
pub async fn insert<T: Sync>(
    db: &Db,
    items: &[T],
    chunk_size: usize,
    mut write: impl for<'a> FnMut(&'a mut Tx, &'a [T]) -> Writing<'a> + Send,
    mut on_progress: impl FnMut(Progress) + Send,
) -> Result<u64, StoreError> {
    let mut tx = db.begin().await?;
    let (mut done, mut rows) = (0, 0);
    for chunk in items.chunks(chunk_size.max(1)) {
        rows += write(&mut tx, chunk).await?;
        done += chunk.len();
        on_progress(Progress {
            done,
            total: items.len(),
        });
    }
    tx.commit().await?;
    Ok(rows)
}

/// Adds audit entries, all or none, and says how many did not stand there before.
pub async fn audit_entries(
    db: &Db,
    entries: &[NewAuditEntry],
    on_progress: impl FnMut(Progress) + Send,
) -> Result<u64, StoreError> {
    let chunk = limits::ROWS_PER_STATEMENT;
    insert(
        db,
        entries,
        chunk,
        |tx, some| Box::pin(audit::create_many(tx, some)),
        on_progress,
    )
    .await
}

/// Adds messages at the end of their conversations, all or none, for the same reasons as
/// [`chat::append`] refuses one. Says how many those were.
pub async fn messages(
    db: &Db,
    messages: &[NewMessage],
    on_progress: impl FnMut(Progress) + Send,
) -> Result<u64, StoreError> {
    let chunk = limits::ROWS_PER_STATEMENT;
    insert(
        db,
        messages,
        chunk,
        |tx, some| Box::pin(chat::create_messages(tx, some)),
        on_progress,
    )
    .await
}
