//! `/club movers`: who has risen, who has fallen, and whose power swings.

use slimy_domain::club::{
    Metric,
    known::{self, Moves, Swings},
    statistics::{By, Direction},
};
use slimy_words::{Words, say};

use crate::{
    Context, Error,
    answer::Answer,
    check::{Request, at_once},
    component::Control,
    embed::{body, card},
    pages::Pages,
};

use super::{
    grid::{cell, grid},
    words::{self, Power, compared, star, taken},
};

/// Members on a page.
const PAGE: usize = 15;
/// Weeks that may be asked for: ten years.
const MOST_WEEKS: u32 = 520;

/// Which movers, as an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq, poise::ChoiceParameter)]
pub(crate) enum Way {
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
pub(crate) enum Measure {
    /// The difference.
    #[name = "absolute"]
    Absolute,
    /// The difference in percent.
    #[name = "percent"]
    Percent,
}

words! { Way { Way::Up => "up", Way::Down => "down", Way::Volatile => "volatile" } }
words! { Measure { Measure::Absolute => "absolute", Measure::Percent => "percent" } }

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
        let asked = Asked {
            way: direction.unwrap_or(Way::Up),
            by: by.unwrap_or(Measure::Absolute),
            weeks,
        };
        let answer = asked.page(&request, metric.map(Into::into), 0).await?;
        request.write(answer).await
    })
    .await
}

control! {
    /// **Previous** and **Next**: a page (from 0) of the movers over so many weeks; 0 for as many
    /// as there are by default.
    pub(crate) struct MoversPage("club.movers.page") {
        metric: Metric,
        way: Way,
        by: Measure,
        weeks: usize,
        page: usize,
    }
}

impl Control for MoversPage {
    type Input = ();
    type Outcome = Answer;
    const IS_AUDITED: bool = false;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let Self { way, by, .. } = self;
        let weeks = u32::try_from(self.weeks).unwrap_or(u32::MAX);
        let weeks = (weeks > 0).then_some(weeks.min(MOST_WEEKS));
        let asked = Asked { way, by, weeks };
        asked.page(request, Some(self.metric), self.page).await
    }
}

/// Which movers: the same on every page.
#[derive(Debug, Clone, Copy)]
struct Asked {
    way: Way,
    by: Measure,
    weeks: Option<u32>,
}

impl Asked {
    async fn page(
        self,
        request: &Request<'_>,
        metric: Option<Metric>,
        page: usize,
    ) -> Result<Answer, Error> {
        let (services, actor) = (request.services, &request.actor);
        let (by, weeks, words) = (self.by.into(), self.weeks, request.words);
        let direction = match self.way {
            Way::Up => Direction::Up,
            Way::Down => Direction::Down,
            Way::Volatile => {
                let swings = known::swings(services, actor, metric, by, weeks).await?;
                return Ok(self.swings(words, &swings, page));
            }
        };
        let moves = known::moves(services, actor, metric, direction, by, weeks).await?;
        Ok(self.moves(words, &moves, direction, page))
    }

    fn moves(self, words: Words, moves: &Moves, direction: Direction, page: usize) -> Answer {
        let pages = Pages::of(moves.changes.len(), PAGE, page);
        let shown = &moves.changes[pages.range()];
        let rows = shown.iter().map(|change| words::changed_row(words, change));
        let metric = words::metric(words, moves.now.metric);
        let title = match direction {
            Direction::Up => say!(words, "club-movers-rising", metric = metric),
            Direction::Down => say!(words, "club-movers-falling", metric = metric),
        };
        let known = moves.known;
        let count = match (moves.changes.len(), direction) {
            (0, Direction::Up) => say!(words, "club-movers-none-more", known = known),
            (0, Direction::Down) => say!(words, "club-movers-none-less", known = known),
            (count, Direction::Up) => {
                say!(words, "club-movers-more", count = count, known = known)
            }
            (count, Direction::Down) => {
                say!(words, "club-movers-less", count = count, known = known)
            }
        };
        let mut said = format!(
            "{}\n{count}\n{}",
            compared(words, &moves.now, Some(&moves.before)),
            grid(None, rows, &[1, 2, 3])
        );
        if shown.iter().any(|change| change.corrected) {
            said = format!("{said}\n{}", star(words));
        }
        self.answer(words, &title, moves.now.metric, &said, pages)
    }

    fn swings(self, words: Words, swings: &Swings, page: usize) -> Answer {
        let pages = Pages::of(swings.volatile.len(), PAGE, page);
        let rows = swings.volatile[pages.range()].iter().map(|member| {
            [
                cell(words, &member.name),
                format!("±{}", deviation(words, member.deviation, self.by)),
                say!(words, "club-movers-changes", count = member.changes),
            ]
        });
        let said = say!(
            words,
            "club-movers-swings",
            weeks = swings.weeks,
            from = swings.from.week.to_string(),
            taken = taken(words, &swings.now)
        );
        let below = if swings.volatile.is_empty() {
            say!(words, "club-movers-nobody-swings")
        } else {
            grid(None, rows, &[1, 2])
        };
        let metric = words::metric(words, swings.now.metric);
        let title = say!(words, "club-movers-volatile", metric = metric);
        let said = format!("{said}\n{below}");
        self.answer(words, &title, swings.now.metric, &said, pages)
    }

    fn answer(self, words: Words, title: &str, metric: Metric, said: &str, pages: Pages) -> Answer {
        let mut embed = card(title).description(body(said));
        if let Some(footer) = pages.footer(words) {
            embed = embed.footer(footer);
        }
        let turn = pages.row(words, |page| MoversPage {
            metric,
            way: self.way,
            by: self.by,
            weeks: self.weeks.map_or(0, |weeks| weeks as usize),
            page,
        });
        Answer::from(embed).row(turn)
    }
}

fn deviation(words: Words, deviation: f64, by: Measure) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "powers end at 10^15, and so do their deviations"
    )]
    let whole = |number: f64| number.round() as i64;
    match by {
        Measure::Percent => words.percent(whole(deviation * 10.0)),
        Measure::Absolute => words.short(whole(deviation)),
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
    use crate::club::fixture::{in_every_language, roster, taken};

    fn shown(answer: impl Fn(Words) -> Answer) -> String {
        in_every_language(&answer);
        serde_json::to_string_pretty(&answer(Words::ENGLISH)).unwrap()
    }

    fn asked(way: Way) -> Asked {
        Asked {
            way,
            by: Measure::Absolute,
            weeks: Some(20),
        }
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
        let moves = moves(Direction::Up);
        insta::assert_snapshot!(shown(|words| {
            asked(Way::Up).moves(words, &moves, Direction::Up, 0)
        }));
    }

    #[test]
    fn where_nobody_falls_that_is_said() {
        let moves = moves(Direction::Down);
        insta::assert_snapshot!(shown(|words| {
            asked(Way::Down).moves(words, &moves, Direction::Down, 0)
        }));
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
        insta::assert_snapshot!(shown(|words| asked(Way::Volatile).swings(words, &swings, 0)));
        let asked = Asked {
            by: Measure::Percent,
            ..asked(Way::Volatile)
        };
        assert!(shown(|words| asked.swings(words, &swings, 0)).contains('%'));
    }

    #[test]
    fn every_mover_is_on_exactly_one_page_and_each_page_turns() {
        let names: Vec<String> = (0..40).map(|n| format!("Snail{n:02}")).collect();
        let rows = |power| {
            let rows = names.iter().map(|name| (name.as_str(), Some(power), true));
            roster(&rows.collect::<Vec<_>>())
        };
        let moves = Moves {
            changes: movers(&rows(7), &rows(9), Direction::Up, By::Absolute),
            known: 40,
            ..moves(Direction::Up)
        };
        let page = |page| shown(|words| asked(Way::Up).moves(words, &moves, Direction::Up, page));
        let all: String = (0..3).map(page).collect();
        for name in &names {
            assert_eq!(all.matches(name.as_str()).count(), 1, "{name}");
        }
        insta::assert_snapshot!(page(1));
    }
}
