//! What happened, line by line: a failed test prints it, because the fault is rarely in its last line.

use std::fmt::{self, Display};
use std::time::Duration;

use serde_json::Value;

/// Longer bodies are cut: a transcript is read by people.
const LONGEST_BODY: usize = 600;

/// The lines so far, each with its time since the stand-in began.
#[derive(Debug, Default)]
pub(crate) struct Transcript {
    lines: Vec<String>,
}

impl Transcript {
    pub(crate) fn add(&mut self, at: Duration, line: impl Display) {
        self.lines
            .push(format!("{:>9.3} s  {line}", at.as_secs_f64()));
    }
}

impl Display for Transcript {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "--- what happened ---")?;
        for line in &self.lines {
            writeln!(out, "{line}")?;
        }
        write!(out, "--- end ---")
    }
}

/// A body in one line, cut to a readable length.
pub(crate) fn brief(body: &Value) -> String {
    let text = body.to_string();
    match text.char_indices().nth(LONGEST_BODY) {
        Some((cut, _)) => format!("{}… ({} bytes)", &text[..cut], text.len()),
        None => text,
    }
}
