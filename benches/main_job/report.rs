//! The table of figures, each beside its bar.

use std::{fmt, time::Duration};

use comfy_table::{CellAlignment, Table, presets};

/// The figures so far.
pub(crate) struct Report(Table);

impl Report {
    /// An empty one.
    pub(crate) fn new() -> Self {
        let mut table = Table::new();
        table.load_style(presets::ASCII_MARKDOWN);
        table.set_header(["Figure", "Bar", "Median", "99 %", "Worst", "Times", ""]);
        for column in table.column_iter_mut().skip(1).take(5) {
            column.set_cell_alignment(CellAlignment::Right);
        }
        Self(table)
    }

    /// Adds times that should stay within `bar`; without a bar they are there to compare.
    pub(crate) fn times(&mut self, what: &str, bar: Option<Duration>, times: &[Duration]) {
        let values = times.iter().map(|time| time.as_secs_f64() * 1_000.0);
        let bar = bar.map(|bar| bar.as_secs_f64() * 1_000.0);
        self.add(what, "ms", bar, values.collect());
    }

    /// Adds amounts of memory in KiB that should stay within `bar` MB.
    pub(crate) fn memory(&mut self, what: &str, bar: Option<f64>, kib: &[u32]) {
        let values = kib
            .iter()
            .map(|kib| f64::from(*kib) * 1_024.0 / 1_000_000.0);
        self.add(what, "MB", bar, values.collect());
    }

    fn add(&mut self, what: &str, unit: &str, bar: Option<f64>, mut values: Vec<f64>) {
        values.sort_unstable_by(f64::total_cmp);
        let at = |percent| percentile(&values, percent);
        let (median, tail, worst) = (at(50), at(99), at(100));
        let shown = |value: f64| format!("{value:.1} {unit}");
        let verdict = match bar {
            None => "",
            Some(bar) if median > bar => "missed",
            Some(bar) if tail > bar => "missed at 99 %",
            Some(_) => "kept",
        };
        self.0.add_row([
            what.to_owned(),
            bar.map_or_else(String::new, |bar| format!("{bar:.0} {unit}")),
            shown(median),
            shown(tail),
            shown(worst),
            values.len().to_string(),
            verdict.to_owned(),
        ]);
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The value that `percent` of the sorted values do not exceed: the nearest rank.
fn percentile(sorted: &[f64], percent: usize) -> f64 {
    let rank = (sorted.len() * percent).div_ceil(100);
    let value = sorted.get(rank.saturating_sub(1));
    *value.expect("each figure is measured at least once")
}
