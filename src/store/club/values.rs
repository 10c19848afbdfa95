//! What members had in which week, as it counts: of current snapshots alone, with the active
//! corrections in the place of what was read.

use super::check_week;
use super::current::current_of_guild;
use super::rows::Metric;
use super::snapshots::Snapshot;
use crate::engine::sql;
use crate::{Executor, Id, StoreError, limits};

/// What a member had in a week.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct Value {
    /// The club's week, as `2026-W47`.
    pub week: String,
    /// Which power it is.
    #[sqlx(try_from = "String")]
    pub metric: Metric,
    /// The member's key.
    pub member_id: Id,
    /// The member's name, as the game shows it.
    pub name: String,
    /// The power; none where it is not known, which is not zero.
    pub power: Option<i64>,
    /// Whether a correction stands in the place of what was read: shown with `*`.
    pub corrected: bool,
    /// How sure the reading is, 0 to 1; none where only the correction has the member.
    pub confidence: Option<f64>,
    /// When the game last saw them, in its words.
    pub last_seen: Option<String>,
}

/// What a member had in a week of one metric, and no more than that.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Point {
    /// The club's week.
    pub week: String,
    /// The member's key.
    pub member_id: Id,
    /// The power; none where it is not known.
    pub power: Option<i64>,
    /// Whether a correction stands in the place of what was read.
    pub corrected: bool,
}

/// A week of one metric in sum.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct WeekTotal {
    /// The club's week.
    pub week: String,
    /// How many members it has.
    pub members: i64,
    /// Of how many the power is known.
    pub with_power: i64,
    /// The known powers together.
    pub total: i64,
    /// Whether a correction is among them.
    pub corrected: bool,
}

/// The values of these snapshots, in the roster's order, followed by those of members whom
/// only a correction has. Whether the snapshots are current, the caller knows.
pub async fn values(
    mut on: impl Executor,
    guild_id: &Id,
    snapshots: &[Snapshot],
) -> Result<Vec<Value>, StoreError> {
    limits::check("snapshots at once", limits::CLUB_SNAPSHOTS, snapshots.len())?;
    let mut all = Vec::new();
    for snapshot in snapshots {
        all.extend(of_snapshot(&mut on, guild_id, snapshot).await?);
    }
    Ok(all)
}

async fn of_snapshot(
    on: &mut impl Executor,
    guild_id: &Id,
    snapshot: &Snapshot,
) -> Result<Vec<Value>, StoreError> {
    sql(
        "SELECT $4 AS week, p.metric, p.member_id, m.name, COALESCE(c.value, p.power) AS power,
             c.id IS NOT NULL AS corrected, p.confidence, p.last_seen, p.position
         FROM club_powers p
         JOIN club_members m ON m.id = p.member_id
         LEFT JOIN club_corrections c
             ON c.guild_id = p.guild_id AND c.metric = p.metric AND c.week = $4
                 AND c.member_id = p.member_id AND c.removed_at IS NULL
         WHERE p.analysis_id = $2 AND p.metric = $3 AND p.guild_id = $1
             AND p.member_id IS NOT NULL
         UNION ALL
         SELECT c.week, c.metric, c.member_id, m.name, c.value, c.id IS NOT NULL, NULL, NULL,
             CAST(1000000 AS BIGINT)
         FROM club_corrections c
         JOIN club_members m ON m.id = c.member_id
         WHERE c.guild_id = $1 AND c.metric = $3 AND c.week = $4 AND c.removed_at IS NULL
             AND NOT EXISTS (SELECT 1 FROM club_powers p
                 WHERE p.analysis_id = $2 AND p.metric = $3 AND p.member_id = c.member_id)
         ORDER BY position, name, member_id",
    )
    .bind(guild_id)
    .bind(&snapshot.analysis_id)
    .bind(snapshot.metric.as_str())
    .bind(&snapshot.week)
    .fetch_all(on)
    .await
}

/// All that is known of a member, both metrics, the earliest week first.
pub async fn member_values(
    mut on: impl Executor,
    guild_id: &Id,
    member_id: &Id,
) -> Result<Vec<Value>, StoreError> {
    sql(concat!(
        "SELECT a.week, p.metric, p.member_id, m.name, COALESCE(c.value, p.power) AS power,
             c.id IS NOT NULL AS corrected, p.confidence, p.last_seen
         FROM ",
        current_of_guild!(""),
        " AS a
         JOIN club_powers p
             ON p.analysis_id = a.id AND p.metric = a.metric AND p.member_id = $2
         JOIN club_members m ON m.id = p.member_id AND m.guild_id = $1
         LEFT JOIN club_corrections c
             ON c.guild_id = $1 AND c.metric = p.metric AND c.week = a.week
                 AND c.member_id = $2 AND c.removed_at IS NULL
         UNION ALL
         SELECT c.week, c.metric, c.member_id, m.name, c.value, c.id IS NOT NULL, NULL, NULL
         FROM club_corrections c
         JOIN club_members m ON m.id = c.member_id
         WHERE c.member_id = $2 AND c.guild_id = $1 AND c.removed_at IS NULL
             AND (c.week, c.metric) NOT IN (SELECT a.week, a.metric FROM ",
        current_of_guild!(""),
        " AS a
                 JOIN club_powers p
                     ON p.analysis_id = a.id AND p.metric = a.metric AND p.member_id = $2)
         ORDER BY week, metric"
    ))
    .bind(guild_id)
    .bind(member_id)
    .fetch_all(&mut on)
    .await
}

/// What each member had in each week `from` to `to` that has a current snapshot, the earliest
/// first; in a week the members come in no order. Weeks are few: a year has 52.
pub async fn history(
    mut on: impl Executor,
    guild_id: &Id,
    metric: Metric,
    from: &str,
    to: &str,
) -> Result<Vec<Point>, StoreError> {
    check_week(from)?;
    check_week(to)?;
    let mut points: Vec<Point> = sql(concat!(
        "SELECT a.week, p.member_id, p.power, FALSE AS corrected
         FROM ",
        current_of_guild!("a.metric = $2 AND a.week >= $3 AND a.week <= $4 AND "),
        " AS a
         JOIN club_powers p
             ON p.analysis_id = a.id AND p.metric = a.metric AND p.member_id IS NOT NULL
         ORDER BY a.week"
    ))
    .bind(guild_id)
    .bind(metric.as_str())
    .bind(from)
    .bind(to)
    .fetch_all(&mut on)
    .await?;
    let corrections: Vec<Point> = sql(
        "SELECT c.week, c.member_id, c.value AS power, TRUE AS corrected
         FROM club_corrections c
         WHERE c.guild_id = $1 AND c.metric = $2 AND c.week >= $3 AND c.week <= $4
             AND c.removed_at IS NULL
         ORDER BY c.week",
    )
    .bind(guild_id)
    .bind(metric.as_str())
    .bind(from)
    .bind(to)
    .fetch_all(&mut on)
    .await?;
    apply(&mut points, corrections);
    Ok(points)
}

/// Puts corrections in the place of what was read, of weeks that were read.
fn apply(points: &mut Vec<Point>, corrections: Vec<Point>) {
    for correction in corrections {
        // Both are in the order of their weeks.
        let begin = points.partition_point(|point| point.week < correction.week);
        let week = points.get_mut(begin..).unwrap_or_default();
        let end = begin + week.partition_point(|point| point.week == correction.week);
        let week = points.get_mut(begin..end).unwrap_or_default();
        if week.is_empty() {
            continue;
        }
        let known = week
            .iter_mut()
            .find(|point| point.member_id == correction.member_id);
        match known {
            Some(point) => *point = correction,
            None => points.insert(end, correction),
        }
    }
}

/// The sums of each week of a metric that has a current snapshot, the newest first: at most
/// [`limits::CLUB_SNAPSHOTS`]. A correction counts in the place of what was read, and adds a
/// member whom the snapshot does not have.
pub async fn totals(
    mut on: impl Executor,
    guild_id: &Id,
    metric: Metric,
) -> Result<Vec<WeekTotal>, StoreError> {
    sql(concat!(
        "SELECT sums.week, CAST(SUM(sums.members) AS BIGINT) AS members,
             CAST(SUM(sums.with_power) AS BIGINT) AS with_power,
             CAST(SUM(sums.total) AS BIGINT) AS total,
             SUM(sums.corrections) > 0 AS corrected
         FROM (
             SELECT a.week, COUNT(p.member_id) AS members, COUNT(p.power) AS with_power,
                 COALESCE(SUM(p.power), 0) AS total, 0 AS corrections
             FROM ",
        current_of_guild!("a.metric = $2 AND "),
        " AS a
             LEFT JOIN club_powers p
                 ON p.analysis_id = a.id AND p.metric = a.metric AND p.member_id IS NOT NULL
             GROUP BY a.week
             UNION ALL
             SELECT a.week, CASE WHEN p.id IS NULL THEN 1 ELSE 0 END,
                 CASE WHEN p.power IS NULL THEN 1 ELSE 0 END, c.value - COALESCE(p.power, 0), 1
             FROM ",
        current_of_guild!("a.metric = $2 AND "),
        " AS a
             JOIN club_corrections c
                 ON c.guild_id = $1 AND c.metric = a.metric AND c.week = a.week
                     AND c.removed_at IS NULL
             LEFT JOIN club_powers p
                 ON p.analysis_id = a.id AND p.metric = a.metric AND p.member_id = c.member_id
         ) AS sums
         GROUP BY sums.week ORDER BY sums.week DESC LIMIT $3"
    ))
    .bind(guild_id)
    .bind(metric.as_str())
    .bind(i64::try_from(limits::CLUB_SNAPSHOTS).unwrap_or(0))
    .fetch_all(&mut on)
    .await
}
