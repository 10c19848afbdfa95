//! Who is ahead.

use crate::{Error, Services, rights::Actor};

use super::super::{
    Metric,
    statistics::{Ranked, leaderboard},
};
use super::{Taken, two_weeks::TwoWeeks};

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
    let weeks = TwoWeeks::read(services, actor, metric, week).await?;
    Ok(Board {
        ranked: leaderboard(&weeks.standings, weeks.standings_before.as_deref()),
        now: weeks.now,
        before: weeks.before,
    })
}
