//! Books of long ago go.

use chrono::Months;

use crate::engine::sql;
use crate::{Executor, StoreError, Timestamp, limits};

/// Deletes what stands of months before the [`limits::KEPT_USAGE_MONTHS`] before that of `at`,
/// and of their days: at most `limit` lines of each kind of book. Says how many lines that
/// were; to be called until it is none.
pub async fn purge(mut on: impl Executor, at: Timestamp, limit: usize) -> Result<u64, StoreError> {
    limits::check("rows of a purge", limits::ROWS_PER_PURGE, limit)?;
    let kept = Months::new(limits::KEPT_USAGE_MONTHS);
    let Some(oldest) = at.datetime().checked_sub_months(kept) else {
        return Ok(0);
    };
    // A month stands before its days.
    let oldest = oldest.format("%Y-%m").to_string();
    let mut gone = 0;
    for statement in [
        sql("DELETE FROM chat_usage_users WHERE id IN (
             SELECT id FROM chat_usage_users WHERE period < $1 ORDER BY period, id LIMIT $2)"),
        sql("DELETE FROM chat_usage_guilds WHERE id IN (
             SELECT id FROM chat_usage_guilds WHERE period < $1 ORDER BY period, id LIMIT $2)"),
        sql("DELETE FROM chat_usage_models WHERE id IN (
             SELECT id FROM chat_usage_models WHERE period < $1 ORDER BY period, model LIMIT $2)"),
    ] {
        let statement = statement.bind(oldest.as_str());
        let statement = statement.bind(i64::try_from(limit).unwrap_or(0));
        gone += statement.execute(&mut on).await?;
    }
    Ok(gone)
}
