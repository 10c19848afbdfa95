//! `/club leaderboard`: who is ahead, and who has climbed.

use slimy_domain::club::{
    Metric, Week,
    known::{self, Board},
    statistics::Ranked,
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
    typing,
    words::{self, Power, compared, star},
};

/// Members on a page where no count is given.
const COUNT: u8 = 10;

/// The members by power, and how their ranks have changed
#[poise::command(slash_command, guild_only)]
pub(super) async fn leaderboard(
    ctx: Context<'_>,
    #[description = "Which power (default: that of the newest week)"] metric: Option<Power>,
    #[description = "Members on a page (default: 10)"]
    #[min = 5]
    #[max = 25]
    count: Option<u8>,
    #[description = "Which week (default: the newest)"]
    #[autocomplete = "typing::week"]
    week: Option<String>,
) -> Result<(), Error> {
    at_once(ctx, async {
        let request = Request::begin(ctx).await?;
        let metric = metric.map(Into::into);
        let (services, actor) = (request.services, &request.actor);
        let board = known::board(services, actor, metric, week.as_deref()).await?;
        let count = usize::from(count.unwrap_or(COUNT));
        let words = request.words;
        request.write(answer(words, &board, count, 0)).await
    })
    .await
}

control! {
    /// **Previous** and **Next**: a page (from 0) of this week's leaderboard.
    pub(crate) struct LeaderboardPage("club.leaderboard.page") {
        metric: Metric,
        week: Week,
        count: usize,
        page: usize,
    }
}

impl Control for LeaderboardPage {
    type Input = ();
    type Outcome = Answer;
    const IS_AUDITED: bool = false;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let (metric, week) = (Some(self.metric), self.week.to_string());
        let (services, actor) = (request.services, &request.actor);
        let board = known::board(services, actor, metric, Some(&week)).await?;
        let count = self.count.clamp(5, 25);
        Ok(answer(request.words, &board, count, self.page))
    }
}

fn answer(words: Words, board: &Board, count: usize, page: usize) -> Answer {
    let pages = Pages::of(board.ranked.len(), count, page);
    let shown = &board.ranked[pages.range()];
    let has_before = board.before.is_some();
    let rows = shown.iter().map(|ranked| row(words, ranked, has_before));
    let mut said = format!(
        "{}\n{}",
        compared(words, &board.now, board.before.as_ref()),
        grid(None, rows, &[0, 3, 4])
    );
    if shown.iter().any(|ranked| ranked.standing.corrected) {
        said = format!("{said}\n{}", star(words));
    }
    let title = say!(
        words,
        "club-stats-title",
        metric = words::metric(words, board.now.metric),
        week = board.now.week.to_string()
    );
    let mut embed = card(&title).description(body(&said));
    if let Some(footer) = pages.footer(words) {
        embed = embed.footer(footer);
    }
    let (metric, week) = (board.now.metric, board.now.week);
    let turn = pages.row(words, |page| LeaderboardPage {
        metric,
        week,
        count,
        page,
    });
    Answer::from(embed).row(turn)
}

fn row(words: Words, ranked: &Ranked, has_before: bool) -> [String; 5] {
    let standing = &ranked.standing;
    let change = ranked.change.as_ref();
    let percent = change.and_then(|change| change.difference().and(change.percent()));
    [
        ranked
            .rank
            .map_or_else(|| "–".to_owned(), |rank| rank.to_string()),
        if has_before {
            climbed(words, ranked)
        } else {
            String::new()
        },
        cell(words, &standing.name),
        words::value(words, standing.power, standing.corrected),
        percent.map_or_else(String::new, |percent| words::percent(words, percent)),
    ]
}

/// "▲2", "▼1", "=", "new"; nothing where either rank is not known.
fn climbed(words: Words, ranked: &Ranked) -> String {
    match (ranked.rank, ranked.rank_before) {
        (Some(now), Some(before)) if now < before => format!("▲{}", before - now),
        (Some(now), Some(before)) if now > before => format!("▼{}", now - before),
        (Some(_), Some(_)) => "=".to_owned(),
        _ if ranked.change.is_none() => say!(words, "club-leaderboard-new"),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use slimy_domain::club::statistics::leaderboard;

    use super::*;
    use crate::club::fixture::{ODD, in_every_language, roster, taken};

    #[test]
    fn ranks_that_have_changed_and_values_that_are_not_known_are_marked() {
        let before = roster(&[
            ("Stone", Some(300_000_000), false),
            ("lill", Some(200_000_000), false),
            ("Unread", Some(1), false),
        ]);
        let now = roster(&[
            ("Stone", Some(310_000_000), false),
            ("lill", Some(412_905_318), true),
            ("Snail", Some(310_000_000), false),
            ("Unread", None, false),
        ]);
        let board = Board {
            now: taken("2026-W47", Metric::Total),
            before: Some(taken("2026-W46", Metric::Total)),
            ranked: leaderboard(&now, Some(&before)),
        };
        in_every_language(|words| answer(words, &board, 10, 0));
        let answer = answer(Words::ENGLISH, &board, 10, 0);
        insta::assert_snapshot!(serde_json::to_string_pretty(&answer).unwrap());
    }

    #[test]
    fn all_of_fifty_five_are_on_exactly_one_page() {
        let names: Vec<String> = (0..55).map(|n| format!("Snail{n:02}")).collect();
        let now: Vec<_> = names
            .iter()
            .map(|name| (name.as_str(), Some(7), false))
            .collect();
        let board = Board {
            now: taken("2026-W47", Metric::Sim),
            before: None,
            ranked: leaderboard(&roster(&now), None),
        };
        let pages: String = (0..6)
            .map(|page| serde_json::to_string(&answer(Words::ENGLISH, &board, 10, page)).unwrap())
            .collect();
        for name in &names {
            assert_eq!(pages.matches(name.as_str()).count(), 1, "{name}");
        }
    }

    #[test]
    fn odd_names_fit_on_the_largest_page() {
        let now = ODD
            .iter()
            .cycle()
            .take(60)
            .map(|name| (*name, Some(i64::MAX / 2_000), true));
        let now: Vec<_> = now.collect();
        let board = Board {
            now: taken("2026-W47", Metric::Sim),
            before: Some(taken("2026-W46", Metric::Sim)),
            ranked: leaderboard(&roster(&now), Some(&[])),
        };
        in_every_language(|words| answer(words, &board, 25, 1));
    }
}
