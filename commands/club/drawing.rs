//! Draws what is known of a club, away from the threads that answer.

use slimy_charts::{
    Bar, Bars, Change, Distribution, Drawing, Fault, Line, Numbers, Point, Series, buckets,
};
use slimy_domain::club::{
    Week,
    known::{Board, Taken, TotalLine, WeekLine},
    statistics::Ranked,
};
use slimy_words::{Words, say};

use crate::{Error, answer::Picture, text::visible};

use super::words;

/// Members on a chart of the strongest.
const TOP: usize = 10;
/// Weeks on a chart, the newest: as many as one takes.
const WEEKS: usize = slimy_charts::MAX_POSITIONS;

/// The picture's name, as people save it.
const NAME: &str = "chart.png";

/// The totals of the club, from week to week.
pub(super) async fn totals(words: Words, lines: &[TotalLine]) -> Result<Option<Picture>, Error> {
    let all = lines.iter().flat_map(|line| &line.totals);
    let weeks = axis(all.map(|one| one.week));
    let series = lines.iter().map(|line| {
        let point = |week: &Week| {
            let found = line.totals.iter().find(|one| one.week == *week)?;
            Some(Point {
                value: found.total?,
                corrected: found.corrected,
            })
        };
        Series {
            name: words::metric(words, line.metric),
            points: weeks.iter().map(point).collect(),
        }
    });
    let series: Vec<Series> = series.collect();
    let alt = say!(words, "club-picture-total-alt", span = span(words, &weeks));
    let line = line(words, say!(words, "club-picture-total"), &weeks, series);
    paint(alt, move || line.draw()).await
}

/// What a member had, from week to week, both metrics.
pub(super) async fn member(
    words: Words,
    name: &str,
    lines: &[WeekLine],
) -> Result<Option<Picture>, Error> {
    use slimy_domain::club::Metric::{Sim, Total};
    let name = visible(name);
    let weeks = axis(lines.iter().map(|line| line.week));
    let series = [Total, Sim].into_iter().filter_map(|metric| {
        let point = |week: &Week| {
            let line = lines.iter().find(|line| line.week == *week)?;
            let held = line.of(metric)?;
            let (value, corrected) = (held.power?, held.corrected);
            Some(Point { value, corrected })
        };
        let points: Vec<Option<Point>> = weeks.iter().map(point).collect();
        points.iter().any(Option::is_some).then(|| Series {
            name: words::metric(words, metric),
            points,
        })
    });
    let series: Vec<Series> = series.collect();
    let span = span(words, &weeks);
    let alt = say!(words, "club-picture-member-alt", name = &name, span = span);
    let line = line(words, name, &weeks, series);
    paint(alt, move || line.draw()).await
}

/// The strongest members of a week.
pub(super) async fn top(words: Words, board: &Board) -> Result<Option<Picture>, Error> {
    let rows: Vec<Bar> = board.ranked.iter().take(TOP).filter_map(bar).collect();
    let names: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
    let alt = say!(
        words,
        "club-picture-top-alt",
        metric = words::metric(words, board.now.metric),
        week = board.now.week.to_string(),
        names = names.join(&say!(words, "text-list-between"))
    );
    let bars = Bars {
        title: say!(words, "club-picture-top", count = rows.len()),
        subtitle: week_of(words, &board.now),
        rows,
        corrected: say!(words, "club-picture-corrected"),
        numbers: numbers(words),
    };
    paint(alt, move || bars.draw()).await
}

/// How the powers of a week are distributed.
pub(super) async fn distribution(
    words: Words,
    now: &Taken,
    powers: &[i64],
) -> Result<Option<Picture>, Error> {
    let metric = words::metric(words, now.metric);
    let week = now.week.to_string();
    let alt = say!(
        words,
        "club-picture-distribution-alt",
        metric = &metric,
        week = week
    );
    let distribution = Distribution {
        title: say!(words, "club-picture-distribution"),
        subtitle: week_of(words, now),
        buckets: buckets(powers),
        values: metric,
        numbers: numbers(words),
    };
    paint(alt, move || distribution.draw()).await
}

fn line(words: Words, title: String, weeks: &[Week], series: Vec<Series>) -> Line {
    Line {
        title,
        subtitle: span(words, weeks),
        weeks: weeks.iter().map(ToString::to_string).collect(),
        series,
        corrected: say!(words, "club-picture-corrected"),
        numbers: numbers(words),
    }
}

fn numbers(words: Words) -> Numbers {
    Numbers {
        decimal: words.decimal_separator(),
        units: words.units(),
    }
}

fn bar(ranked: &Ranked) -> Option<Bar> {
    let standing = &ranked.standing;
    let change = ranked
        .change
        .as_ref()
        .and_then(slimy_domain::club::Change::percent);
    Some(Bar {
        name: format!("{}. {}", ranked.rank?, visible(&standing.name)),
        value: standing.power?,
        corrected: standing.corrected,
        change: change.map(|percent| Change::Percent(percent.tenths())),
    })
}

/// Every week from the first to the last, so that weeks which were not saved are gaps.
fn axis(weeks: impl Iterator<Item = Week>) -> Vec<Week> {
    let (mut first, mut last): (Option<Week>, Option<Week>) = (None, None);
    for week in weeks {
        first = Some(first.map_or(week, |first| first.min(week)));
        last = last.max(Some(week));
    }
    let Some((first, last)) = first.zip(last) else {
        return Vec::new();
    };
    let all = usize::try_from(last.since(first)).unwrap_or(0) + 1;
    let reach = i64::try_from(all.min(WEEKS)).unwrap_or(0);
    (1 - reach..=0).map(|back| last.plus(back)).collect()
}

/// "from 2026-W01 to 2026-W47".
fn span(words: Words, weeks: &[Week]) -> String {
    match (weeks.first(), weeks.last()) {
        (Some(first), Some(last)) if first != last => say!(
            words,
            "club-picture-span",
            first = first.to_string(),
            last = last.to_string()
        ),
        (Some(week), _) => say!(words, "club-picture-in-week", week = week.to_string()),
        _ => String::new(),
    }
}

fn week_of(words: Words, taken: &Taken) -> String {
    say!(
        words,
        "club-picture-of-week",
        metric = words::metric(words, taken.metric),
        week = taken.week.to_string(),
        days = words::days(words, taken.from, taken.to())
    )
}

/// Draws and paints; none where there is nothing to draw.
async fn paint(
    alt: String,
    draw: impl FnOnce() -> Result<Drawing, Fault> + Send + 'static,
) -> Result<Option<Picture>, Error> {
    let painted = tokio::task::spawn_blocking(move || draw()?.png()).await;
    let painted = painted.map_err(|error| Error::Chart(error.to_string()))?;
    match painted {
        Ok(bytes) => Ok(Some(Picture {
            name: NAME,
            bytes,
            alt,
        })),
        Err(Fault::Empty) => Ok(None),
        Err(fault) => Err(Error::Chart(fault.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use slimy_domain::club::{Metric, known::Held, statistics::leaderboard};

    use super::*;
    use crate::club::fixture::{ODD, roster, taken, week};

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

    #[test]
    fn weeks_that_were_not_saved_have_a_place() {
        let weeks = axis([week("2026-W47"), week("2026-W44")].into_iter());
        let weeks: Vec<String> = weeks.iter().map(ToString::to_string).collect();
        assert_eq!(weeks, ["2026-W44", "2026-W45", "2026-W46", "2026-W47"]);
        assert!(axis(std::iter::empty()).is_empty());
        let far = axis([Week::FIRST, Week::LAST].into_iter());
        assert_eq!((far.len(), far[far.len() - 1]), (WEEKS, Week::LAST));
    }

    #[tokio::test]
    async fn odd_names_are_drawn() {
        let rows: Vec<_> = ODD
            .iter()
            .map(|name| (*name, Some(1_000_000), true))
            .collect();
        let board = Board {
            now: taken("2026-W47", Metric::Sim),
            before: None,
            ranked: leaderboard(&roster(&rows), None),
        };
        let picture = top(Words::ENGLISH, &board).await.unwrap().unwrap();
        assert!(picture.bytes.starts_with(PNG));
        for name in ODD {
            let held = Some(Held {
                power: Some(5),
                corrected: false,
            });
            let line = WeekLine {
                week: week("2026-W47"),
                sim: held,
                total: None,
            };
            let picture = member(Words::ENGLISH, name, &[line])
                .await
                .unwrap()
                .unwrap();
            assert!(picture.bytes.starts_with(PNG), "{name}");
        }
    }

    #[tokio::test]
    async fn nothing_known_is_no_picture() {
        let unknown = Some(Held {
            power: None,
            corrected: false,
        });
        let line = WeekLine {
            week: week("2026-W47"),
            sim: unknown,
            total: None,
        };
        let painted = member(Words::ENGLISH, "Stone", &[line]).await;
        assert!(painted.unwrap().is_none());
        let painted = member(Words::ENGLISH, "Stone", &[]).await;
        assert!(painted.unwrap().is_none());
    }
}
