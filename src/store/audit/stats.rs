//! How much was done, of what, by whom and on which days, computed by the database.
//!
//! Of everything, and of a guild, the counts that the triggers keep answer: whole UTC
//! days from them, the parts of days at both ends from the entries, in one statement. So
//! they still know what was archived, but for such parts. What is asked of one person,
//! action or type is counted from the entries by their index, and knows those that are
//! there.

mod range;
mod statement;

use super::normal_name;
use crate::{Executor, Id, StoreError, Timestamp, limits};
use range::Range;

/// Of which entries; what is none does not matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatsFilter {
    /// Of this guild.
    pub guild_id: Option<Id>,
    /// Of this person.
    pub user_id: Option<Id>,
    /// With exactly this action.
    pub action: Option<String>,
    /// About this kind of thing.
    pub resource_type: Option<String>,
    /// Not before this moment.
    pub from: Timestamp,
    /// Before this moment, at most [`limits::STATISTICS_DAYS`] later.
    pub until: Timestamp,
}

impl StatsFilter {
    /// All entries of a time range.
    pub fn between(from: Timestamp, until: Timestamp) -> Self {
        Self {
            guild_id: None,
            user_id: None,
            action: None,
            resource_type: None,
            from,
            until,
        }
    }
}

/// What was counted. Lists of names hold the most frequent
/// [`limits::STATISTICS_NAMES`], these first; names that are equally frequent are in
/// their own order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AuditStats {
    /// How many entries.
    pub total: u64,
    /// Of those, how many did not work.
    pub failed: u64,
    /// How many of them worked, from 0 to 1; none when there are none.
    pub success_rate: Option<f64>,
    /// By action.
    pub by_action: Vec<Count<String>>,
    /// By kind of thing.
    pub by_resource_type: Vec<Count<String>>,
    /// By person; none is the program itself and those who were erased.
    pub by_user: Vec<Count<Option<Id>>>,
    /// By UTC day, which its beginning stands for, the earliest first; days without
    /// entries are left out.
    pub by_day: Vec<Count<Timestamp>>,
}

/// How many entries have something in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count<K> {
    /// What they have in common.
    pub key: K,
    /// How many.
    pub total: u64,
    /// Of those, how many did not work.
    pub failed: u64,
}

impl<K> Count<K> {
    /// How many of them worked, from 0 to 1; none when there are none.
    pub fn success_rate(&self) -> Option<f64> {
        rate(self.total, self.failed)
    }
}

/// Counts the entries that fit. [`StoreError::Limit`] for a time range that is too long,
/// [`StoreError::Invalid`] for one that ends before it begins.
pub async fn stats(mut on: impl Executor, filter: &StatsFilter) -> Result<AuditStats, StoreError> {
    let range = Range::of(filter.from, filter.until)?;
    let normal = |name: &Option<String>| name.as_deref().map(normal_name).transpose();
    let filter = StatsFilter {
        action: normal(&filter.action)?,
        resource_type: normal(&filter.resource_type)?,
        ..filter.clone()
    };
    let names = i64::try_from(limits::STATISTICS_NAMES).unwrap_or(i64::MAX);
    let rows = statement::run(&mut on, &filter, &range, names).await?;
    Ok(gather(rows))
}

/// A line of one of the lists.
#[derive(sqlx::FromRow)]
struct Line {
    list: String,
    name: String,
    day: i64,
    total: i64,
    failed: i64,
}

impl Line {
    fn count<K>(self, key: impl FnOnce(String) -> K) -> Count<K> {
        Count {
            total: self.total.unsigned_abs(),
            failed: self.failed.unsigned_abs(),
            key: key(self.name),
        }
    }
}

fn gather(lines: Vec<Line>) -> AuditStats {
    let mut stats = AuditStats::default();
    for line in lines {
        match line.list.as_str() {
            "action" => stats.by_action.push(line.count(|name| name)),
            "type" => stats.by_resource_type.push(line.count(|name| name)),
            "user" => stats.by_user.push(line.count(person)),
            "day" => {
                let beginning = range::beginning(line.day);
                stats.by_day.push(line.count(|_| beginning));
            }
            _ => {
                stats.total = line.total.unsigned_abs();
                stats.failed = line.failed.unsigned_abs();
            }
        }
    }
    stats.success_rate = rate(stats.total, stats.failed);
    // The lists stand one behind the other, but nothing promises their order in there.
    sort(&mut stats.by_action);
    sort(&mut stats.by_resource_type);
    sort(&mut stats.by_user);
    stats.by_day.sort_by_key(|day| day.key);
    stats
}

fn person(name: String) -> Option<Id> {
    (!name.is_empty()).then(|| name.into())
}

fn sort<K: Ord>(counts: &mut [Count<K>]) {
    counts.sort_by(|a, b| b.total.cmp(&a.total).then_with(|| a.key.cmp(&b.key)));
}

#[expect(
    clippy::cast_precision_loss,
    reason = "no log has the 2^53 entries from which on a count is not exact"
)]
fn rate(total: u64, failed: u64) -> Option<f64> {
    (total > 0).then(|| (total.saturating_sub(failed)) as f64 / total as f64)
}
