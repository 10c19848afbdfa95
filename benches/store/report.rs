//! The table of figures of one engine, each beside its bar.

use std::{fmt, time::Duration};

use comfy_table::{CellAlignment, Table, presets};
use slimy_store::StoreError;

use crate::measure::Pages;

/// How much slower the hundredth page may be than the first.
const RATIO_BAR: f64 = 1.5;

/// The figures so far: lists in one table, the rest in another.
pub(crate) struct Report {
    lists: Table,
    others: Table,
}

impl Report {
    /// An empty one.
    pub(crate) fn new() -> Self {
        let lists = [
            "List",
            "First page",
            "99 %",
            "Far page",
            "99 %",
            "Which",
            "Ratio",
            "",
        ];
        let others = ["Figure", "Bar", "Median", "99 %", "Worst", "Times", ""];
        Self {
            lists: table(&lists),
            others: table(&others),
        }
    }

    /// Adds a list's first page and a far one.
    pub(crate) fn pages(&mut self, what: &str, measured: Result<Pages, StoreError>) {
        let Pages {
            first,
            far,
            number,
            rows,
        } = match measured {
            Ok(pages) => pages,
            Err(error) => return failed(&mut self.lists, what, &error),
        };
        let (first, far) = (sorted(&first), sorted(&far));
        let ratio = percentile(&far, 50) / percentile(&first, 50);
        let verdict = if ratio <= RATIO_BAR { "kept" } else { "missed" };
        self.lists.add_row([
            what.to_owned(),
            shown(percentile(&first, 50)),
            shown(percentile(&first, 99)),
            shown(percentile(&far, 50)),
            shown(percentile(&far, 99)),
            format!("{number} ({rows} rows)"),
            format!("{ratio:.2}"),
            verdict.to_owned(),
        ]);
    }

    /// Adds times that should stay within `bar`; without a bar they are there to compare.
    pub(crate) fn times(
        &mut self,
        what: &str,
        bar: Option<Duration>,
        measured: Result<Vec<Duration>, StoreError>,
    ) {
        let times = match measured {
            Ok(times) => sorted(&times),
            Err(error) => return failed(&mut self.others, what, &error),
        };
        let (median, tail) = (percentile(&times, 50), percentile(&times, 99));
        let bar = bar.map(millis);
        let verdict = match bar {
            None => "",
            Some(bar) if median > bar => "missed",
            Some(bar) if tail > bar => "missed at 99 %",
            Some(_) => "kept",
        };
        self.others.add_row([
            what.to_owned(),
            bar.map_or_else(String::new, |bar| format!("{bar:.0} ms")),
            shown(median),
            shown(tail),
            shown(percentile(&times, 100)),
            times.len().to_string(),
            verdict.to_owned(),
        ]);
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n\n{}", self.lists, self.others)
    }
}

fn table(header: &[&str]) -> Table {
    let mut table = Table::new();
    table.load_style(presets::ASCII_MARKDOWN);
    table.set_header(header);
    let figures = header.len().saturating_sub(2);
    for column in table.column_iter_mut().skip(1).take(figures) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table
}

/// What did not work at all is a figure, too: it took longer than a statement may.
fn failed(table: &mut Table, what: &str, error: &StoreError) {
    table.add_row([what.to_owned(), format!("failed: {error}")]);
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

fn shown(millis: f64) -> String {
    if millis < 10.0 {
        format!("{millis:.2} ms")
    } else {
        format!("{millis:.0} ms")
    }
}

fn sorted(times: &[Duration]) -> Vec<f64> {
    let mut values: Vec<f64> = times.iter().map(|time| millis(*time)).collect();
    values.sort_unstable_by(f64::total_cmp);
    values
}

/// The value that `percent` of the sorted values do not exceed: the nearest rank.
fn percentile(sorted: &[f64], percent: usize) -> f64 {
    let rank = (sorted.len() * percent).div_ceil(100);
    let value = sorted.get(rank.saturating_sub(1));
    *value.expect("each figure is measured at least once")
}
