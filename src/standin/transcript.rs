//! What happened, line by line: a failed test prints it, because the fault is rarely in its last line.

use std::collections::VecDeque;
use std::fmt::{self, Display};
use std::time::Duration;

use serde_json::Value;

/// Longer bodies are cut: a transcript is read by people.
const LONGEST_BODY: usize = 600;

/// Older lines go, so that a stand-in under load for an hour does not keep all of it.
const MOST_LINES: usize = 5_000;

/// The newest lines, each with its time since the stand-in began.
#[derive(Debug, Default)]
pub(crate) struct Transcript {
    lines: VecDeque<String>,
    /// How many older lines are gone.
    gone: usize,
}

impl Transcript {
    pub(crate) fn add(&mut self, at: Duration, line: impl Display) {
        if self.lines.len() == MOST_LINES {
            self.lines.pop_front();
            self.gone += 1;
        }
        self.lines
            .push_back(format!("{:>9.3} s  {line}", at.as_secs_f64()));
    }
}

impl Display for Transcript {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "--- what happened ---")?;
        if self.gone > 0 {
            writeln!(out, "({} older lines are gone)", self.gone)?;
        }
        for line in &self.lines {
            writeln!(out, "{line}")?;
        }
        write!(out, "--- end ---")
    }
}

/// A body in one line, cut to a readable length.
pub(crate) fn brief(body: &Value) -> String {
    cut(&body.to_string())
}

/// A text cut to a readable length.
pub(crate) fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST_BODY) {
        Some((cut, _)) => format!("{}… ({} bytes)", &text[..cut], text.len()),
        None => text.to_owned(),
    }
}
