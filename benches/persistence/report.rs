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
        table.set_header(["Figure", "Bar", "Median", "Worst", "Rounds", ""]);
        for column in table.column_iter_mut().skip(1).take(4) {
            column.set_cell_alignment(CellAlignment::Right);
        }
        Self(table)
    }

    /// Adds times that should stay within `bar`.
    pub(crate) fn times(&mut self, what: &str, bar: Option<Duration>, times: &[Duration]) {
        let micros = |time: &Duration| time.as_secs_f64() * 1e6;
        let mut values: Vec<f64> = times.iter().map(micros).collect();
        values.sort_unstable_by(f64::total_cmp);
        let bar = bar.as_ref().map(micros);
        let kept = bar.map(|bar| middle(&values) <= bar);
        self.add(what, "µs", bar, &values, kept);
    }

    /// Adds rates that should reach `bar`, in a second.
    pub(crate) fn rates(&mut self, what: &str, bar: Option<f64>, rates: &[f64]) {
        let mut values = rates.to_vec();
        values.sort_unstable_by(|one, other| other.total_cmp(one));
        let kept = bar.map(|bar| middle(&values) >= bar);
        self.add(what, "/s", bar, &values, kept);
    }

    /// The values stand from the best to the worst.
    fn add(
        &mut self,
        what: &str,
        unit: &str,
        bar: Option<f64>,
        values: &[f64],
        kept: Option<bool>,
    ) {
        let shown = |value: f64| format!("{value:.0} {unit}");
        let worst = values.last().copied().unwrap_or_default();
        let verdict = kept.map_or("", |kept| if kept { "kept" } else { "missed" });
        self.0.add_row([
            what.to_owned(),
            bar.map_or_else(String::new, shown),
            shown(middle(values)),
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

fn middle(sorted: &[f64]) -> f64 {
    let middle = sorted.get(sorted.len() / 2);
    *middle.expect("each figure is measured at least once")
}
