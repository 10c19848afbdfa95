//! A week beside the one before it: what the leaderboard and the numbers of a week begin with.

use crate::{
    Error, Services,
    rights::{Action, Actor},
};

use super::super::{Metric, Standing};
use super::{
    Taken,
    place::place,
    timeline::{Timeline, standings, typed_week},
};

/// A week, and the last one before it that has a snapshot of the metric, which may lie further
/// back.
pub(super) struct TwoWeeks {
    pub(super) now: Taken,
    pub(super) before: Option<Taken>,
    /// What each member had, corrections applied.
    pub(super) standings: Vec<Standing>,
    /// The same of the week before.
    pub(super) standings_before: Option<Vec<Standing>>,
}

impl TwoWeeks {
    /// The week `week`, as people write it, or the newest.
    pub(super) async fn read(
        services: &Services,
        actor: &Actor,
        metric: Option<Metric>,
        week: Option<&str>,
    ) -> Result<Self, Error> {
        let place = place(services, actor, Action::ClubRead).await?;
        let week = typed_week(week)?;
        let timeline = Timeline::read(services, &place).await?;
        let metric = timeline.metric(metric, week);
        let now = timeline.at(metric, week)?;
        let before = timeline.before(metric, &now.week);
        Ok(Self {
            standings: standings(services, place.guild_id, now).await?,
            standings_before: match before {
                Some(before) => Some(standings(services, place.guild_id, before).await?),
                None => None,
            },
            now: timeline.taken(now)?,
            before: before.map(|before| timeline.taken(before)).transpose()?,
        })
    }
}
