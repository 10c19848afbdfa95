//! `/club chart`: the club's totals, its strongest members, or how its power is distributed.

use slimy_domain::club::{
    Metric,
    known::{self, Chart, ChartKind, TotalLine},
};
use slimy_words::{Words, say};

use crate::{
    Context, Error,
    answer::Answer,
    check::{Request, at_once},
    embed::card,
};

use super::{
    drawing, typing,
    words::{Power, compared, taken},
};

/// Which chart, as an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq, poise::ChoiceParameter)]
pub(super) enum Kind {
    /// The club's total from week to week.
    #[name = "total"]
    Total,
    /// The ten strongest.
    #[name = "top"]
    Top,
    /// How many have how much.
    #[name = "distribution"]
    Distribution,
}

impl From<Kind> for ChartKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Total => Self::Total,
            Kind::Top => Self::Top,
            Kind::Distribution => Self::Distribution,
        }
    }
}

/// A picture: the club's total, the top ten, or the distribution of power
#[poise::command(slash_command, guild_only)]
pub(super) async fn chart(
    ctx: Context<'_>,
    #[description = "What to draw (default: the club's total)"] kind: Option<Kind>,
    #[description = "Which power (default: both, or that of the newest week)"] metric: Option<
        Power,
    >,
    #[description = "Which week (default: the newest)"]
    #[autocomplete = "typing::week"]
    week: Option<String>,
) -> Result<(), Error> {
    at_once(ctx, async {
        let request = Request::begin(ctx).await?;
        let kind = kind.unwrap_or(Kind::Total).into();
        let metric = metric.map(Into::into);
        let (services, actor) = (request.services, &request.actor);
        let chart = known::chart(services, actor, kind, metric, week.as_deref()).await?;
        let words = request.words;
        request.write(answer(words, &chart).await?).await
    })
    .await
}

async fn answer(words: Words, chart: &Chart) -> Result<Answer, Error> {
    let (title, said, picture) = match chart {
        Chart::Total(lines) => {
            let weeks = lines.iter().map(|line| line.totals.len()).max();
            let mut said = say!(words, "club-chart-weeks", weeks = weeks.unwrap_or(0));
            let mut totals = lines.iter().flat_map(|line| &line.totals);
            if totals.any(|one| one.corrected) {
                said = format!("{said}\n{}", say!(words, "club-chart-corrected"));
            }
            let title = of_the_club(words, lines);
            (title, said, drawing::totals(words, lines).await?)
        }
        Chart::Top(board) => {
            let week = board.now.week.to_string();
            let title = say!(words, "club-chart-top", week = week);
            let said = compared(words, &board.now, board.before.as_ref());
            (title, said, drawing::top(words, board).await?)
        }
        Chart::Distribution {
            now,
            powers,
            members,
        } => {
            let week = now.week.to_string();
            let title = say!(words, "club-chart-distribution", week = week);
            let said = say!(
                words,
                "club-chart-distribution-of",
                taken = taken(words, now),
                known = powers.len(),
                all = *members
            );
            (
                title,
                said,
                drawing::distribution(words, now, powers).await?,
            )
        }
    };
    Ok(Answer::from(card(&title).description(said)).picture(picture))
}

/// Of which powers the totals are.
fn of_the_club(words: Words, lines: &[TotalLine]) -> String {
    match lines {
        [one] if one.metric == Metric::Sim => say!(words, "club-chart-sim"),
        [_] => say!(words, "club-chart-total"),
        _ => say!(words, "club-chart-both"),
    }
}

#[cfg(test)]
mod tests {
    use slimy_domain::club::{known::TotalOfWeek, statistics::leaderboard};
    use slimy_words::Language;

    use super::*;
    use crate::{
        club::fixture::{roster, taken, week},
        limits::fault,
    };

    /// The answer without the picture's bytes.
    async fn shown(chart: &Chart) -> String {
        for language in Language::ALL {
            let answer = answer(Words::of(language), chart).await.unwrap();
            assert_eq!(fault(&answer), None, "{}", language.code());
        }
        let mut answer = answer(Words::ENGLISH, chart).await.unwrap();
        assert!(answer.files[0].data.starts_with(b"\x89PNG"));
        answer.files[0].data.clear();
        serde_json::to_string_pretty(&answer).unwrap()
    }

    #[tokio::test]
    async fn each_chart_says_what_it_shows() {
        let line = |metric, total| TotalLine {
            metric,
            totals: [
                ("2026-W45", Some(total), false),
                ("2026-W46", None, false),
                ("2026-W47", Some(total + 5_000), metric == Metric::Sim),
            ]
            .map(|(name, total, corrected)| TotalOfWeek {
                week: week(name),
                total,
                corrected,
            })
            .to_vec(),
        };
        let both = vec![line(Metric::Total, 9_000_000), line(Metric::Sim, 4_000_000)];
        insta::assert_snapshot!("totals", shown(&Chart::Total(both)).await);
        let rows = [("Stone", Some(310_000_000), false), ("lill", Some(5), true)];
        let board = known::Board {
            now: taken("2026-W47", Metric::Total),
            before: Some(taken("2026-W46", Metric::Total)),
            ranked: leaderboard(&roster(&rows), Some(&roster(&rows))),
        };
        insta::assert_snapshot!("top", shown(&Chart::Top(board)).await);
        let distribution = Chart::Distribution {
            now: taken("2026-W47", Metric::Total),
            powers: vec![310_000_000, 5],
            members: 3,
        };
        insta::assert_snapshot!("distribution", shown(&distribution).await);
    }
}
