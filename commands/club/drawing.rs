//! Draws what is known of a club, away from the threads that answer.

use slimy_charts::{
    Bar, Bars, Change, Distribution, Drawing, Fault, Line, Numbers, Point, Series, buckets,
};
use slimy_domain::club::{
    Week,
    known::{Board, Taken, TotalLine, WeekLine},
    statistics::Ranked,
};

use crate::{Error, answer::Picture, text::visible};

use super::words;

/// Members on a chart of the strongest.
const TOP: usize = 10;
/// Weeks on a chart, the newest: as many as one takes.
const WEEKS: usize = slimy_charts::MAX_POSITIONS;
/// What a star means.
const CORRECTED: &str = "corrected";

/// The picture's name, as people save it.
const NAME: &str = "chart.png";

/// The totals of the club, from week to week.
pub(super) async fn totals(lines: &[TotalLine]) -> Result<Option<Picture>, Error> {
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
            name: words::metric(line.metric).to_owned(),
            points: weeks.iter().map(point).collect(),
        }
    });
    let series: Vec<Series> = series.collect();
    let alt = format!("A line chart of the club's total{}.", span(&weeks));
    let line = line("The club's total", &span(&weeks), &weeks, series);
    paint(alt, move || line.draw()).await
}

/// What a member had, from week to week, both metrics.
pub(super) async fn member(name: &str, lines: &[WeekLine]) -> Result<Option<Picture>, Error> {
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
            name: words::metric(metric).to_owned(),
            points,
        })
    });
    let series: Vec<Series> = series.collect();
    let alt = format!("A line chart of {name}'s power{}.", span(&weeks));
    let line = line(&name, &span(&weeks), &weeks, series);
    paint(alt, move || line.draw()).await
}

/// The strongest members of a week.
pub(super) async fn top(board: &Board) -> Result<Option<Picture>, Error> {
    let rows: Vec<Bar> = board.ranked.iter().take(TOP).filter_map(bar).collect();
    let (metric, week) = (words::metric(board.now.metric), board.now.week);
    let names: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
    let alt = format!("A bar chart of {metric} in {week}: {}.", names.join(", "));
    let bars = Bars {
        title: format!("Top {}", rows.len()),
        subtitle: format!("{metric}, {}", week_of(&board.now)),
        rows,
        corrected: CORRECTED.to_owned(),
        numbers: Numbers::default(),
    };
    paint(alt, move || bars.draw()).await
}

/// How the powers of a week are distributed.
pub(super) async fn distribution(now: &Taken, powers: &[i64]) -> Result<Option<Picture>, Error> {
    let metric = words::metric(now.metric);
    let alt = format!("How many members have how much {metric} in {}.", now.week);
    let distribution = Distribution {
        title: "Members by power".to_owned(),
        subtitle: format!("{metric}, {}", week_of(now)),
        buckets: buckets(powers),
        values: metric.to_owned(),
        numbers: Numbers::default(),
    };
    paint(alt, move || distribution.draw()).await
}

fn line(title: &str, span: &str, weeks: &[Week], series: Vec<Series>) -> Line {
    Line {
        title: title.to_owned(),
        subtitle: span.trim_start().to_owned(),
        weeks: weeks.iter().map(ToString::to_string).collect(),
        series,
        corrected: CORRECTED.to_owned(),
        numbers: Numbers::default(),
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

/// " from 2026-W01 to 2026-W47".
fn span(weeks: &[Week]) -> String {
    match (weeks.first(), weeks.last()) {
        (Some(first), Some(last)) if first != last => format!(" from {first} to {last}"),
        (Some(week), _) => format!(" in {week}"),
        _ => String::new(),
    }
}

fn week_of(taken: &Taken) -> String {
    format!("{} ({})", taken.week, words::days(taken.from, taken.to()))
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
        let picture = top(&board).await.unwrap().unwrap();
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
            let picture = member(name, &[line]).await.unwrap().unwrap();
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
        assert!(member("Stone", &[line]).await.unwrap().is_none());
        assert!(member("Stone", &[]).await.unwrap().is_none());
    }
}
