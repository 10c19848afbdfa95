//! Taking deleted analyses away for good.

use crate::engine::sql;
use crate::{Executor, StoreError, Timestamp, limits};

/// Removes analyses that were deleted before `before`, with all that hangs on them,
/// longest ago first, at most `limit`, and says how many those were. Fewer than `limit`
/// are the last ones.
pub async fn purge_deleted(
    mut on: impl Executor,
    before: Timestamp,
    limit: usize,
) -> Result<u64, StoreError> {
    limits::check("rows of a purge", limits::ROWS_PER_PURGE, limit)?;
    sql("DELETE FROM club_analyses WHERE id IN (
             SELECT id FROM club_analyses WHERE deleted_at IS NOT NULL AND deleted_at < $1
             ORDER BY deleted_at, id LIMIT $2)")
    .bind(before)
    .bind(i64::try_from(limit).unwrap_or(0))
    .execute(&mut on)
    .await
}
