//! How far it is: a bar on a terminal, a line for each step elsewhere.

use std::io::{IsTerminal as _, stderr};

use bench_seed::Progress;
use indicatif::{ProgressBar, ProgressStyle};

const SHAPE: &str =
    "{msg:20} [{bar:40}] {human_pos}/{human_len} {per_sec} {elapsed_precise} (left: {eta})";

/// Shows each step on stderr.
pub(crate) struct Shown {
    bar: ProgressBar,
    on_terminal: bool,
}

impl Shown {
    pub(crate) fn new() -> Self {
        Self {
            bar: ProgressBar::hidden(),
            on_terminal: stderr().is_terminal(),
        }
    }
}

impl Progress for Shown {
    fn begin(&mut self, what: &str, steps: u64) {
        self.bar.finish();
        if !self.on_terminal {
            eprintln!("{what}: {steps}");
            return;
        }
        let style = ProgressStyle::with_template(SHAPE);
        self.bar = ProgressBar::new(steps).with_message(what.to_owned());
        self.bar
            .set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    }

    fn advance(&mut self, steps: u64) {
        self.bar.inc(steps);
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        self.bar.finish();
    }
}
