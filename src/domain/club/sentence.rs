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

/// Which power, as the game's own label says it.
pub(super) fn metric(metric: Metric) -> &'static str {
    match metric {
        Metric::Sim => "Sim Power",
        Metric::Total => "Power",
    }
}

/// Some texts, one joined to the next: "a and b and c".
pub(super) fn and(words: Words, items: &[String]) -> String {
    let mut items = items.iter().cloned();
    let first = items.next().unwrap_or_default();
    items.fold(first, |first, second| {
        say!(words, "review-and", first = first, second = second)
    })
}
