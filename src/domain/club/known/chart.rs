//! What a chart shows; others draw it.

use slimy_store::club as store;

use crate::{
    Error, Services,
    rights::{Action, Actor},
};

use super::super::{Metric, Week, sheet::stored_metric};
use super::{
    Board, Fault, Taken, board,
    place::place,
    timeline::{Timeline, read_week, typed_week},
};

/// Which chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartKind {
    /// The club's total from week to week.
    Total,
    /// The strongest members of a week.
    Top,
    /// How the powers of a week are distributed.
    Distribution,
}

/// The club's total of one metric, from week to week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TotalLine {
    /// Which power.
    pub metric: Metric,
    /// The weeks with a snapshot, the earliest first.
    pub totals: Vec<TotalOfWeek>,
}

/// What a club had in a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TotalOfWeek {
    /// The week.
    pub week: Week,
    /// The known powers together; none where no power of the week is known.
    pub total: Option<i64>,
    /// Whether a correction is among them.
    pub corrected: bool,
}

/// What a chart shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Chart {
    /// One line, or both metrics.
    Total(Vec<TotalLine>),
    /// The leaderboard of a week.
    Top(Board),
    /// The known powers of a week.
    Distribution {
        /// The week.
        now: Taken,
        /// The powers that are known; at least one.
        powers: Vec<i64>,
        /// Members on the roster.
        members: usize,
    },
}

/// What to draw. Without a metric the totals of both are told, otherwise as for the leaderboard;
/// `week` is the last one of the totals.
pub async fn chart(
    services: &Services,
    actor: &Actor,
    kind: ChartKind,
    metric: Option<Metric>,
    week: Option<&str>,
) -> Result<Chart, Error> {
    match kind {
        ChartKind::Total => totals(services, actor, metric, week).await,
        ChartKind::Top => {
            let board = known(board(services, actor, metric, week).await?)?;
            Ok(Chart::Top(board))
        }
        ChartKind::Distribution => {
            let board = known(board(services, actor, metric, week).await?)?;
            let ranked = board.ranked.iter();
            Ok(Chart::Distribution {
                powers: ranked.filter_map(|one| one.standing.power).collect(),
                members: board.ranked.len(),
                now: board.now,
            })
        }
    }
}

/// The board, when any power on it is known.
fn known(board: Board) -> Result<Board, Fault> {
    let is_known = board.ranked.iter().any(|one| one.standing.power.is_some());
    if is_known {
        Ok(board)
    } else {
        Err(Fault::NoValue(board.now.metric))
    }
}

async fn totals(
    services: &Services,
    actor: &Actor,
    metric: Option<Metric>,
    week: Option<&str>,
) -> Result<Chart, Error> {
    let place = place(services, actor, Action::ClubRead).await?;
    let until = typed_week(week)?;
    let timeline = Timeline::read(services, &place).await?;
    if metric.is_some() || until.is_some() {
        timeline.at(timeline.metric(metric, until), until)?;
    }
    let metrics = [Metric::Total, Metric::Sim].into_iter();
    let mut lines = Vec::new();
    for metric in metrics.filter(|one| metric.is_none_or(|wanted| wanted == *one)) {
        let stored = stored_metric(metric);
        let totals = store::totals(&services.db, place.guild_id, stored).await?;
        let mut of_weeks = Vec::with_capacity(totals.len());
        for total in totals.into_iter().rev() {
            let week = read_week(&total.week)?;
            if until.is_none_or(|until| week <= until) {
                of_weeks.push(TotalOfWeek {
                    week,
                    total: (total.with_power > 0).then_some(total.total),
                    corrected: total.corrected,
                });
            }
        }
        if of_weeks.iter().any(|one| one.total.is_some()) {
            let totals = of_weeks;
            lines.push(TotalLine { metric, totals });
        }
    }
    if lines.is_empty() {
        let metric = timeline.metric(metric, until);
        return Err(Fault::NoValue(metric).into());
    }
    Ok(Chart::Total(lines))
}
