//! How long it takes to split an answer for Discord, and how that grows with its length.
//!
//! `cargo bench --bench splitting` splits texts that repeat one sign, the worst that a model can
//! send: of each, the time for 1 MiB, and how many times as long as an eighth of it that takes. Eight
//! is in line with the length, and 64 would be its square. A missed bar is printed and no failure.

use std::time::{Duration, Instant};

use slimy_domain::chat::split;

/// One sign, or a few, that mean something in Markdown or in Unicode.
const UNITS: [&str; 28] = [
    "a",
    " ",
    "\n",
    "`",
    "~",
    "*",
    "[",
    "<",
    ">",
    "- ",
    "_a",
    "👨\u{200d}",
    "\u{301}",
    "🇩",
    "](",
    "```\n",
    "> - ",
    "https://",
    "word ",
    "&",
    "\\",
    "| a ",
    "|\n|-|\n",
    "1. ",
    "<a ",
    "![",
    "\"",
    "字",
];
const LARGE: usize = 1 << 20;
/// How many times as long eight times the text may take.
const GROWTH_BAR: f64 = 16.0;
const ROUNDS: usize = 5;

fn main() {
    // `cargo test --all-targets` runs benches, too, and wants no figures from a debug build.
    if !std::env::args().any(|argument| argument == "--bench") {
        return println!("The splitting is measured by `cargo bench` only.");
    }
    for unit in UNITS {
        let (small, large) = (median(unit, LARGE / 8), median(unit, LARGE));
        let growth = large.as_secs_f64() / small.as_secs_f64();
        let missed = if growth > GROWTH_BAR { "  missed" } else { "" };
        println!("{unit:>12?}  1 MiB in {large:>8.1?}  {growth:>5.1} times an eighth{missed}");
    }
}

fn median(unit: &str, bytes: usize) -> Duration {
    let text = unit.repeat(bytes / unit.len());
    let mut took: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let started = Instant::now();
            std::hint::black_box(split::split(&text, 2_000));
            started.elapsed()
        })
        .collect();
    took.sort_unstable();
    took[ROUNDS / 2]
}
