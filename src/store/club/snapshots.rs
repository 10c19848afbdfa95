//! The weeks of a club: of each week and metric the snapshot that counts, and its versions.
//!
//! A snapshot is a saved analysis with a week. Of those of one week and metric the one that
//! was saved last is current, unless it was rolled back or deleted: saving again supersedes,
//! and nothing is ever added up.

use super::check_week;
use super::current::current_of_guild;
use super::rows::{Metric, Source};
use crate::engine::sql;
use crate::{Executor, Id, StoreError, Timestamp, limits};

/// A saved analysis with a week.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Snapshot {
    /// The analysis's key.
    pub analysis_id: Id,
    /// The club's week, as `2026-W47`.
    pub week: String,
    /// Which power it is about.
    #[sqlx(try_from = "String")]
    pub metric: Metric,
    /// When it was saved.
    pub saved_at: Timestamp,
    /// What its maker called it.
    pub title: Option<String>,
    /// The key of the person who made it.
    pub user_id: Id,
    /// Where its values came from.
    #[sqlx(try_from = "String")]
    pub source: Source,
    /// The metric `totalMembers`.
    pub total_members: Option<i64>,
}

/// One of the snapshots of the same week and metric.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Version {
    /// The snapshot.
    #[sqlx(flatten)]
    pub snapshot: Snapshot,
    /// The key of the second manager, where saving it needed one.
    pub approved_by: Option<Id>,
    /// When it was rolled back.
    pub rolled_back_at: Option<Timestamp>,
    /// The key of the person who rolled it back.
    pub rolled_back_by: Option<Id>,
    /// Whether it is the one that counts.
    #[sqlx(skip)]
    pub current: bool,
}

/// Snapshots `a` that were not deleted, up to the conditions.
macro_rules! snapshots {
    ($more:literal, $conditions:literal) => {
        concat!(
            "SELECT a.id AS analysis_id, a.week, a.metric, a.saved_at, a.title, a.user_id, a.source,
                 CAST(members.value AS BIGINT) AS total_members",
            $more,
            " FROM club_analyses a
             LEFT JOIN club_metrics members
                 ON members.analysis_id = a.id AND members.name = 'totalMembers'
             WHERE a.guild_id = $1 AND a.status = 'saved' AND a.deleted_at IS NULL
                 AND a.week IS NOT NULL AND ",
            $conditions
        )
    };
}

/// The current snapshots of a guild, both metrics, the newest week first: at most
/// [`limits::CLUB_SNAPSHOTS`].
pub async fn current_snapshots(
    mut on: impl Executor,
    guild_id: &Id,
) -> Result<Vec<Snapshot>, StoreError> {
    sql(concat!(
        "SELECT a.id AS analysis_id, a.week, a.metric, a.saved_at, a.title, a.user_id, a.source,
             CAST(members.value AS BIGINT) AS total_members
         FROM ",
        current_of_guild!(""),
        " AS c
         JOIN club_analyses a ON a.id = c.id
         LEFT JOIN club_metrics members
             ON members.analysis_id = a.id AND members.name = 'totalMembers'
         ORDER BY a.week DESC, a.metric LIMIT $2"
    ))
    .bind(guild_id)
    .bind(i64::try_from(limits::CLUB_SNAPSHOTS).unwrap_or(0))
    .fetch_all(&mut on)
    .await
}

/// The current snapshot of a week.
pub async fn current_snapshot(
    mut on: impl Executor,
    guild_id: &Id,
    week: &str,
    metric: Metric,
) -> Result<Option<Snapshot>, StoreError> {
    sql(snapshots!(
        "",
        "a.metric = $2 AND a.week = $3 AND a.rolled_back_at IS NULL
         ORDER BY a.saved_at DESC, a.id DESC LIMIT 1"
    ))
    .bind(guild_id)
    .bind(metric.as_str())
    .bind(week)
    .fetch_optional(&mut on)
    .await
}

/// The current snapshot of the newest week that has one.
pub async fn latest_snapshot(
    mut on: impl Executor,
    guild_id: &Id,
    metric: Metric,
) -> Result<Option<Snapshot>, StoreError> {
    sql(snapshots!(
        "",
        "a.metric = $2 AND a.rolled_back_at IS NULL
         ORDER BY a.week DESC, a.saved_at DESC, a.id DESC LIMIT 1"
    ))
    .bind(guild_id)
    .bind(metric.as_str())
    .fetch_optional(&mut on)
    .await
}

/// The current snapshot of the last week before `week` that has one.
pub async fn snapshot_before(
    mut on: impl Executor,
    guild_id: &Id,
    metric: Metric,
    week: &str,
) -> Result<Option<Snapshot>, StoreError> {
    check_week(week)?;
    sql(snapshots!(
        "",
        "a.metric = $2 AND a.week < $3 AND a.rolled_back_at IS NULL
         ORDER BY a.week DESC, a.saved_at DESC, a.id DESC LIMIT 1"
    ))
    .bind(guild_id)
    .bind(metric.as_str())
    .bind(week)
    .fetch_optional(&mut on)
    .await
}

/// The snapshot that was saved last of all that count, whichever week and metric: what a
/// rollback is about.
pub async fn newest_snapshot(
    mut on: impl Executor,
    guild_id: &Id,
) -> Result<Option<Snapshot>, StoreError> {
    sql(snapshots!(
        "",
        "a.rolled_back_at IS NULL ORDER BY a.saved_at DESC, a.id DESC LIMIT 1"
    ))
    .bind(guild_id)
    .fetch_optional(&mut on)
    .await
}

/// The snapshot of this metric that was rolled back last and still is: what undoing is about.
pub async fn newest_rolled_back(
    mut on: impl Executor,
    guild_id: &Id,
    metric: Metric,
) -> Result<Option<Snapshot>, StoreError> {
    sql(snapshots!(
        "",
        "a.metric = $2 AND a.rolled_back_at IS NOT NULL
         ORDER BY a.rolled_back_at DESC, a.saved_at, a.id LIMIT 1"
    ))
    .bind(guild_id)
    .bind(metric.as_str())
    .fetch_optional(&mut on)
    .await
}

/// All snapshots of a week and metric that were not deleted, superseded and rolled back ones
/// too, the one saved last first: at most [`limits::PAGE_SIZE`].
pub async fn versions(
    mut on: impl Executor,
    guild_id: &Id,
    week: &str,
    metric: Metric,
) -> Result<Vec<Version>, StoreError> {
    let mut versions: Vec<Version> = sql(snapshots!(
        ", a.approved_by, a.rolled_back_at, a.rolled_back_by",
        "a.metric = $2 AND a.week = $3 ORDER BY a.saved_at DESC, a.id DESC LIMIT $4"
    ))
    .bind(guild_id)
    .bind(metric.as_str())
    .bind(week)
    .bind(i64::try_from(limits::PAGE_SIZE).unwrap_or(0))
    .fetch_all(&mut on)
    .await?;
    let current = versions
        .iter_mut()
        .find(|version| version.rolled_back_at.is_none());
    if let Some(version) = current {
        version.current = true;
    }
    Ok(versions)
}
