//! Who is ahead.

use crate::{
    Error, Services,
    rights::{Action, Actor},
};

use super::super::{
    Metric,
    statistics::{Ranked, leaderboard},
};
use super::{
    Taken,
    place::place,
    timeline::{Timeline, standings, typed_week},
};

/// A week's leaderboard.
#[derive(Debug, Clone, PartialEq)]
pub struct Board {
    /// The week.
    pub now: Taken,
    /// The week that ranks are compared with.
    pub before: Option<Taken>,
    /// Everyone, the highest power first, and at the end those whose power is not known.
    pub ranked: Vec<Ranked>,
}

/// The leaderboard of the week `week`, as people write it, or of the newest.
pub async fn board(
    services: &Services,
    actor: &Actor,
    metric: Option<Metric>,
    week: Option<&str>,
) -> Result<Board, Error> {
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
    Ok(Board {
        now: timeline.taken(now)?,
        before: before.map(|before| timeline.taken(before)).transpose()?,
        ranked: leaderboard(&standings_now, standings_before.as_deref()),
    })
}
