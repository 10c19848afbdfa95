//! A week in numbers, and how they have changed.

use crate::{Error, Services, rights::Actor};

use super::super::{
    Metric,
    statistics::{Statistics, statistics},
};
use super::{Taken, two_weeks::TwoWeeks};

/// The numbers of a week.
#[derive(Debug, Clone, PartialEq)]
pub struct Stats {
    /// The week.
    pub now: Taken,
    /// The last week before it that has a snapshot of the metric, which may lie further back.
    pub before: Option<Taken>,
    /// The numbers.
    pub statistics: Statistics,
}

impl Stats {
    /// Weeks between the two that have no snapshot.
    pub fn gap(&self) -> i64 {
        let before = self.before.as_ref();
        before.map_or(0, |before| self.now.week.since(before.week) - 1)
    }
}

/// The numbers of the week `week`, as people write it, or of the newest.
pub async fn stats(
    services: &Services,
    actor: &Actor,
    metric: Option<Metric>,
    week: Option<&str>,
) -> Result<Stats, Error> {
    let weeks = TwoWeeks::read(services, actor, metric, week).await?;
    Ok(Stats {
        statistics: statistics(&weeks.standings, weeks.standings_before.as_deref()),
        now: weeks.now,
        before: weeks.before,
    })
}
