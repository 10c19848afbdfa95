//! A week in numbers, and how they have changed.

use crate::{
    Error, Services,
    rights::{Action, Actor},
};

use super::super::{
    Metric,
    statistics::{Statistics, statistics},
};
use super::{
    Taken,
    place::place,
    timeline::{Timeline, standings, typed_week},
};

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
    let place = place(services, actor, Action::ClubRead).await?;
    let week = typed_week(week)?;
    let timeline = Timeline::read(services, &place).await?;
    let metric = timeline.metric(metric, week);
    let now = timeline.at(metric, week)?;
    let before = timeline.before(metric, &now.week);
    let standings_now = standings(services, place.guild_id, now).await?;
    let standings_before = match before {
        Some(before) => Some(standings(services, place.guild_id, before).await?),
        None => None,
    };
    Ok(Stats {
        now: timeline.taken(now)?,
        before: before.map(|before| timeline.taken(before)).transpose()?,
        statistics: statistics(&standings_now, standings_before.as_deref()),
    })
}
