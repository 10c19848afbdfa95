//! What keeps the record closed beside the triggers.

use crate::engine::sql;
use crate::{Db, StoreError};

/// Closes the record where it stands open, which no program of ours can commit: it was
/// written by a tool that has foreign keys off. Otherwise anything could change entries
/// from then on. Returns the purposes that it was open to.
pub(crate) async fn close_what_was_left_open(db: &Db) -> Result<Vec<String>, StoreError> {
    let mut on = db;
    let open: Vec<(String,)> =
        sql("SELECT purpose FROM audit_maintenance WHERE purpose IN ('archive', 'erase')")
            .fetch_all(&mut on)
            .await?;
    // Asked first, because a write would wait for other writers at every start.
    if !open.is_empty() {
        sql("DELETE FROM audit_maintenance WHERE purpose IN ('archive', 'erase')")
            .execute(&mut on)
            .await?;
    }
    Ok(open.into_iter().map(|(purpose,)| purpose).collect())
}
