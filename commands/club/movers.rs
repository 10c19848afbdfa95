//! `/club movers`: who has risen, who has fallen, and whose power swings.

use slimy_domain::{
    club::{
        known::{self, Moves, Swings},
        statistics::{By, Direction},
    },
    number::short,
};

use crate::{
    Context, Error,
    answer::Answer,
    check::{Request, at_once},
    embed::{body, card},
};

use super::{
    grid::{cell, grid},
    words::{self, Power, STAR, compared, taken},
};

/// Members that are told.
const SHOWN: usize = 15;

/// Which movers, as an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq, poise::ChoiceParameter)]
pub(super) enum Way {
    /// Who has more than before.
    #[name = "up"]
    Up,
    /// Who has less.
    #[name = "down"]
    Down,
    /// Whose power swings.
    #[name = "volatile"]
    Volatile,
}

/// What counts, as an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq, poise::ChoiceParameter)]
pub(super) enum Measure {
    /// The difference.
    #[name = "absolute"]
    Absolute,
    /// The difference in percent.
    #[name = "percent"]
    Percent,
}

impl From<Measure> for By {
    fn from(measure: Measure) -> Self {
        match measure {
            Measure::Absolute => Self::Absolute,
            Measure::Percent => Self::Percent,
        }
    }
}

/// Who has risen or fallen the most, or whose power swings
#[poise::command(slash_command, guild_only)]
pub(super) async fn movers(
    ctx: Context<'_>,
    #[description = "Which power (default: that of the newest week)"] metric: Option<Power>,
    #[description = "Which way (default: up)"] direction: Option<Way>,
    #[description = "What counts (default: absolute)"] by: Option<Measure>,
    #[description = "Over how many weeks (default: since the week before; 8 for volatile)"]
    #[min = 1]
    #[max = 520]
    weeks: Option<u32>,
) -> Result<(), Error> {
    at_once(ctx, async {
        let request = Request::begin(ctx).await?;
        let (services, actor) = (request.services, &request.actor);
        let metric = metric.map(Into::into);
        let by = by.map_or(By::Absolute, Into::into);
        let direction = match direction {
            None | Some(Way::Up) => Direction::Up,
            Some(Way::Down) => Direction::Down,
            Some(Way::Volatile) => {
                let swings = known::swings(services, actor, metric, by, weeks).await?;
                return request.write(of_swings(&swings, by)).await;
            }
        };
        let moves = known::moves(services, actor, metric, direction, by, weeks).await?;
        request.write(of_moves(&moves, direction)).await
    })
    .await
}

fn of_moves(moves: &Moves, direction: Direction) -> Answer {
    let shown = &moves.changes[..moves.changes.len().min(SHOWN)];
    let rows = shown.iter().map(|change| {
        [
            cell(&change.name),
            change.difference().map_or_else(String::new, words::change),
            change
                .percent()
                .map_or_else(String::new, |percent| percent.to_string()),
            words::value(change.now, change.corrected),
        ]
    });
    let more = match direction {
        Direction::Up => "more",
        Direction::Down => "less",
    };
    let count = match moves.changes.len() {
        0 => format!("None of {} members has {more} than before.", moves.known),
        count => format!(
            "{count} of {} members have {more} than before.",
            moves.known
        ),
    };
    let mut said = format!(
        "{}\n{count}\n{}",
        compared(&moves.now, Some(&moves.before)),
        grid(None, rows, &[1, 2, 3])
    );
    said.push_str(&rest(moves.changes.len()));
    if shown.iter().any(|change| change.corrected) {
        said = format!("{said}\n{STAR}");
    }
    let way = match direction {
        Direction::Up => "Rising",
        Direction::Down => "Falling",
    };
    let title = format!("{way} · {}", words::metric(moves.now.metric));
    card(&title).description(body(&said)).into()
}

fn of_swings(swings: &Swings, by: By) -> Answer {
    let rows = swings.volatile.iter().take(SHOWN).map(|member| {
        [
            cell(&member.name),
            format!("±{}", deviation(member.deviation, by)),
            format!("{} changes", member.changes),
        ]
    });
    let mut said = format!(
        "{} weeks: from {} to {}.\nBy how much a member's changes from week to week differ from \
         each other (their standard deviation): steady growth is none.\n{}",
        swings.weeks,
        swings.from.week,
        taken(&swings.now),
        grid(None, rows, &[1, 2])
    );
    if swings.volatile.is_empty() {
        said.push_str("Nobody's power swings; it takes three weeks in a row to tell.");
    }
    said.push_str(&rest(swings.volatile.len()));
    let title = format!("Volatile · {}", words::metric(swings.now.metric));
    card(&title).description(body(&said)).into()
}

fn deviation(deviation: f64, by: By) -> String {
    match by {
        By::Percent => format!("{deviation:.1} %"),
        #[expect(
            clippy::cast_possible_truncation,
            reason = "powers end at 10^15, and so do their deviations"
        )]
        By::Absolute => short(deviation.round() as i64),
    }
}

fn rest(all: usize) -> String {
    match all.saturating_sub(SHOWN) {
        0 => String::new(),
        more => format!("\nand {more} more"),
    }
}

#[cfg(test)]
mod tests {
    use slimy_domain::{
        Id,
        club::{
            Metric,
            statistics::{Volatile, movers},
        },
    };

    use super::*;
    use crate::{
        club::fixture::{roster, taken},
        limits::fault,
    };

    fn shown(answer: &Answer) -> String {
        assert_eq!(fault(answer), None);
        serde_json::to_string_pretty(answer).unwrap()
    }

    fn moves(direction: Direction) -> Moves {
        let before = roster(&[
            ("Stone", Some(300_000_000), false),
            ("lill", Some(200_000_000), false),
            ("Nobody", Some(0), false),
        ]);
        let now = roster(&[
            ("Stone", Some(310_000_000), false),
            ("lill", Some(412_905_318), true),
            ("Nobody", Some(5), false),
        ]);
        Moves {
            now: taken("2026-W47", Metric::Total),
            before: taken("2026-W46", Metric::Total),
            changes: movers(&before, &now, direction, By::Absolute),
            known: 3,
        }
    }

    #[test]
    fn the_rising_are_told_with_both_measures() {
        insta::assert_snapshot!(shown(&of_moves(&moves(Direction::Up), Direction::Up)));
    }

    #[test]
    fn where_nobody_falls_that_is_said() {
        insta::assert_snapshot!(shown(&of_moves(&moves(Direction::Down), Direction::Down)));
    }

    #[test]
    fn swings_are_explained() {
        let volatile = (0..17).map(|n| Volatile {
            member: Id::from("m1"),
            name: format!("Snail{n:02}"),
            deviation: 12_345_678.9 / f64::from(n + 1),
            changes: 7,
        });
        let swings = Swings {
            now: taken("2026-W47", Metric::Sim),
            from: taken("2026-W40", Metric::Sim),
            weeks: 8,
            volatile: volatile.collect(),
        };
        insta::assert_snapshot!(shown(&of_swings(&swings, By::Absolute)));
        assert!(shown(&of_swings(&swings, By::Percent)).contains('%'));
    }
}
