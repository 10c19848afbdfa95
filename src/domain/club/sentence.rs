//! Words that sentences about a club have in common.

use slimy_roster::Metric;
use slimy_words::{Words, say};

/// Which power, in the middle of a sentence.
pub fn power(words: Words, metric: Metric) -> String {
    match metric {
        Metric::Sim => say!(words, "club-power-sim"),
        Metric::Total => say!(words, "club-power-total"),
    }
}
