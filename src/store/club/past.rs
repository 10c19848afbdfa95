//! What was saved, whether or not it still counts: what guards go by when somebody has taken it
//! away.

use super::check_week;
use super::rows::Metric;
use super::values::Value;
use crate::engine::sql;
use crate::{Executor, Id, StoreError, Timestamp};

/// A snapshot that was saved.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Past {
    /// The analysis's key.
    pub analysis_id: Id,
    /// The club's week.
    pub week: String,
}

/// Of a metric the snapshot of the last week up to `week`, and of several the one that was saved
/// last. It need not count: one that was rolled back or deleted is found until that was before
/// `since`, as far as it is still kept.
pub async fn last_saved(
    mut on: impl Executor,
    guild_id: &Id,
    metric: Metric,
    week: &str,
    since: Timestamp,
) -> Result<Option<Past>, StoreError> {
    check_week(week)?;
    sql("SELECT saved.analysis_id, saved.week FROM (
             SELECT * FROM (
                 SELECT a.id AS analysis_id, a.week, a.saved_at FROM club_analyses a
                 WHERE a.guild_id = $1 AND a.metric = $2 AND a.week <= $3
                     AND a.status = 'saved' AND a.deleted_at IS NULL AND a.week IS NOT NULL
                     AND (a.rolled_back_at IS NULL OR a.rolled_back_at >= $4)
                 ORDER BY a.week DESC, a.saved_at DESC, a.id DESC LIMIT 1) AS kept
             UNION ALL
             SELECT * FROM (
                 SELECT a.id AS analysis_id, a.week, a.saved_at FROM club_analyses a
                 WHERE a.guild_id = $1 AND a.metric = $2 AND a.week <= $3
                     AND a.status = 'saved' AND a.deleted_at IS NOT NULL AND a.deleted_at >= $4
                     AND a.week IS NOT NULL
                     AND (a.rolled_back_at IS NULL OR a.rolled_back_at >= $4)
                 ORDER BY a.week DESC, a.saved_at DESC, a.id DESC LIMIT 1) AS gone
         ) AS saved
         ORDER BY saved.week DESC, saved.saved_at DESC, saved.analysis_id DESC LIMIT 1")
    .bind(guild_id)
    .bind(metric.as_str())
    .bind(week)
    .bind(since)
    .fetch_optional(&mut on)
    .await
}

/// What was read for a snapshot, in the roster's order, whatever was corrected since.
pub async fn values_as_read(
    mut on: impl Executor,
    guild_id: &Id,
    metric: Metric,
    past: &Past,
) -> Result<Vec<Value>, StoreError> {
    sql(
        "SELECT $4 AS week, p.metric, p.member_id, m.name, p.power, FALSE AS corrected,
             p.confidence, p.last_seen
         FROM club_powers p
         JOIN club_members m ON m.id = p.member_id
         WHERE p.analysis_id = $2 AND p.metric = $3 AND p.guild_id = $1
             AND p.member_id IS NOT NULL
         ORDER BY p.position",
    )
    .bind(guild_id)
    .bind(&past.analysis_id)
    .bind(metric.as_str())
    .bind(&past.week)
    .fetch_all(&mut on)
    .await
}
