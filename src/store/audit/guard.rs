//! What opens the record for maintenance, and what keeps it closed beside the triggers.

use crate::engine::sql;
use crate::{Db, Executor, StoreError, Tx};

/// What the record is opened for. Whoever opens it for one purpose keeps others who
/// want the same waiting until the transaction ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Entries may be deleted.
    Archive,
    /// What names a person may be taken out of entries.
    Erase,
}

impl Purpose {
    fn name(self) -> &'static str {
        match self {
            Self::Archive => "archive",
            Self::Erase => "erase",
        }
    }
}

/// Opens the record to this transaction. It cannot be committed before it is closed.
pub(super) async fn open(mut tx: &mut Tx, purpose: Purpose) -> Result<(), StoreError> {
    sql("INSERT INTO audit_maintenance (purpose, closed) VALUES ($1, 'not yet')")
        .bind(purpose.name())
        .execute_expecting(1, &mut tx)
        .await
}

/// Closes what [`open`] opened.
pub(super) async fn close(mut tx: &mut Tx, purpose: Purpose) -> Result<(), StoreError> {
    sql("DELETE FROM audit_maintenance WHERE purpose = $1")
        .bind(purpose.name())
        .execute_expecting(1, &mut tx)
        .await
}

/// Closes the record where it stands open, which no program of ours can commit: it was
/// written by a tool that has foreign keys off. Otherwise anything could change entries
/// from then on. Returns the purposes that it was open to.
pub(crate) async fn close_what_was_left_open(db: &Db) -> Result<Vec<String>, StoreError> {
    let open = left_open(db).await?;
    // Asked first, because a write would wait for other writers at every start.
    if !open.is_empty() {
        sql("DELETE FROM audit_maintenance WHERE purpose IN ('archive', 'erase')")
            .execute(&mut &*db)
            .await?;
    }
    Ok(open)
}

/// The purposes that the record is open to for everybody: none, unless another tool
/// left it so.
async fn left_open(mut on: impl Executor) -> Result<Vec<String>, StoreError> {
    let open: Vec<(String,)> =
        sql("SELECT purpose FROM audit_maintenance WHERE purpose IN ('archive', 'erase')")
            .fetch_all(&mut on)
            .await?;
    Ok(open.into_iter().map(|(purpose,)| purpose).collect())
}
