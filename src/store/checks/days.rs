//! The daily counts of the audit log against its entries, for the days whose entries are all
//! still there.

use serde::Deserialize as _;

use super::walk::Seen;
use super::{Kind, Report};
use crate::engine::sql;
use crate::{Db, Json, StoreError, Timestamp, limits};

const DAY: i64 = 86_400_000_000;

/// One day, as the entries and as the counts have it.
#[derive(sqlx::FromRow)]
struct Day {
    entries: i64,
    failures: i64,
    by_action: i64,
    failed_by_action: i64,
    by_user: i64,
    failed_by_user: i64,
}

impl Day {
    fn agrees(&self) -> bool {
        let entries = (self.entries, self.failures);
        (self.by_action, self.failed_by_action) == entries
            && (self.by_user, self.failed_by_user) == entries
    }
}

pub(super) async fn check(db: &Db, report: &mut Report) -> Result<(), StoreError> {
    let mut seen = Seen::default();
    let mut next = first(db).await?;
    while let Some(number) = next {
        let day = day(db, number).await?;
        seen.rows += day.entries.unsigned_abs();
        if !day.agrees() {
            seen.broken += 1;
            seen.example.get_or_insert_with(|| name(number));
        }
        next = following(db, number + 1).await?;
    }
    let what = "the counts of a day are not those of its entries";
    report.note(Kind::Disagreement, "audit_daily", what, seen);
    Ok(())
}

/// The first day to look at. Up to the last day that was archived the counts are more than
/// what is left of the entries, also where one came in late, as from a journal.
async fn first(db: &Db) -> Result<Option<i64>, StoreError> {
    if oldest_since(db, Timestamp::FAR_PAST).await?.is_none() {
        return Ok(None);
    }
    let after_archived = archived(db).await?.map(|day| day + 1);
    following(db, after_archived.unwrap_or(i64::MIN / DAY)).await
}

/// The details of an entry about an archiving.
#[derive(sqlx::FromRow)]
struct Archiving {
    details: Option<Json>,
}

/// The last day of which something was archived, as the latest archivings say.
async fn archived(db: &Db) -> Result<Option<i64>, StoreError> {
    let mut on = db;
    let latest: Vec<Archiving> = sql("SELECT details FROM audit_logs
         WHERE action = 'audit.archive' ORDER BY \"timestamp\" DESC, id DESC LIMIT $1")
    .bind(i64::try_from(limits::PAGE_SIZE).unwrap_or(0))
    .fetch_all(&mut on)
    .await?;
    let until = |archiving: Archiving| {
        let Json(details) = archiving.details?;
        let until = Timestamp::deserialize(details.get("until")?).ok()?;
        Some(until.micros().div_euclid(DAY))
    };
    Ok(latest.into_iter().filter_map(until).max())
}

/// The next day from `day` on of which there is an entry or a count.
async fn following(db: &Db, day: i64) -> Result<Option<i64>, StoreError> {
    let mut on = db;
    let counted: Option<(i64,)> = sql("SELECT day FROM audit_daily_actions
         WHERE guild_id = '*' AND day >= $1 ORDER BY day LIMIT 1")
    .bind(day)
    .fetch_optional(&mut on)
    .await?;
    let counted = counted.map(|(day,)| day);
    let written = oldest_since(db, begin(day)).await?;
    Ok(counted.into_iter().chain(written).min())
}

/// The day of the oldest entry since `from`.
async fn oldest_since(db: &Db, from: Timestamp) -> Result<Option<i64>, StoreError> {
    let mut on = db;
    let oldest: Option<(Timestamp,)> = sql("SELECT \"timestamp\" FROM audit_logs
         WHERE \"timestamp\" >= $1 ORDER BY \"timestamp\", id LIMIT 1")
    .bind(from)
    .fetch_optional(&mut on)
    .await?;
    Ok(oldest.map(|(at,)| at.micros().div_euclid(DAY)))
}

/// One statement, so that all of it is of one moment.
async fn day(db: &Db, day: i64) -> Result<Day, StoreError> {
    let mut on = db;
    sql("SELECT
             (SELECT count(*) FROM audit_logs
              WHERE \"timestamp\" >= $2 AND \"timestamp\" < $3) AS entries,
             (SELECT count(*) FROM audit_logs
              WHERE \"timestamp\" >= $2 AND \"timestamp\" < $3 AND NOT success) AS failures,
             (SELECT CAST(COALESCE(SUM(total), 0) AS BIGINT) FROM audit_daily_actions
              WHERE guild_id = '*' AND day = $1) AS by_action,
             (SELECT CAST(COALESCE(SUM(failed), 0) AS BIGINT) FROM audit_daily_actions
              WHERE guild_id = '*' AND day = $1) AS failed_by_action,
             (SELECT CAST(COALESCE(SUM(total), 0) AS BIGINT) FROM audit_daily_users
              WHERE guild_id = '*' AND day = $1) AS by_user,
             (SELECT CAST(COALESCE(SUM(failed), 0) AS BIGINT) FROM audit_daily_users
              WHERE guild_id = '*' AND day = $1) AS failed_by_user")
    .bind(day)
    .bind(begin(day))
    .bind(begin(day + 1))
    .fetch_one(&mut on)
    .await
}

/// When a day begins, in UTC; days are counted from 1970.
fn begin(day: i64) -> Timestamp {
    Timestamp::from_micros(day.saturating_mul(DAY)).unwrap_or(Timestamp::FAR_PAST)
}

/// A day as people write it.
fn name(day: i64) -> String {
    begin(day).to_string().chars().take(10).collect()
}
