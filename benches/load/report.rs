//! The figures as a table, and each bar with whether it is reached.

use std::fmt;
use std::time::Duration;

use comfy_table::{CellAlignment, Table, presets};

use crate::figures::{Round, median, ratio};

/// The bot's processor time for an answer, as a multiple of the bare bot's.
const PROCESSOR_BAR: f64 = 1.5;
/// The 99th percentile at half of the peak rate, in ms.
const WAIT_BAR: f64 = 50.0;
/// Resident memory before the reader's first use, in MB.
const MEMORY_BAR: f64 = 60.0;

/// All of one run; the first bot is the bare one.
pub(crate) struct Report {
    pub(crate) people: usize,
    pub(crate) round: Duration,
    pub(crate) rounds: usize,
    /// The machine's load average before and after.
    pub(crate) load: [f64; 2],
    pub(crate) measured: Vec<Measured>,
}

/// What one bot did.
#[derive(Debug, Default)]
pub(crate) struct Measured {
    name: String,
    /// All answers that were seen, those before the first round included.
    pub(crate) answers: u64,
    /// Rounds as fast as it went.
    pub(crate) peak: Vec<Round>,
    /// Rounds at half of that.
    pub(crate) half: Vec<Round>,
    /// Resident memory afterwards, in bytes.
    pub(crate) resident: u64,
    /// What it wrote down, for a bot that does.
    pub(crate) entries: Option<Entries>,
}

/// Answers that people saw, and the entries of the audit log.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entries {
    pub(crate) written: u64,
    pub(crate) seen: u64,
}

/// A bar, and what was measured.
pub(crate) struct Verdict {
    what: String,
    bar: String,
    measured: String,
    reached: bool,
}

impl Verdict {
    /// Whether it is.
    pub(crate) fn is_reached(&self) -> bool {
        self.reached
    }
}

impl Measured {
    /// Nothing yet.
    pub(crate) fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            ..Self::default()
        }
    }

    fn memory(&self) -> f64 {
        let kib = u32::try_from(self.resident / 1_024).unwrap_or(u32::MAX);
        f64::from(kib) * 1_024.0 / 1e6
    }
}

impl Report {
    /// Every bar of every bot but the bare one, and whether nothing that was seen is missing.
    pub(crate) fn verdicts(&self) -> Vec<Verdict> {
        let Some((bare, others)) = self.measured.split_first() else {
            return Vec::new();
        };
        let all = others.iter().flat_map(|bot| {
            let cost = |rounds, beside| ratio(rounds, beside).unwrap_or(f64::INFINITY);
            let wait = middle(&bot.half, |round| round.waited(99));
            [
                below(
                    format!("{}: CPU of an answer beside the bare bot's", bot.name),
                    PROCESSOR_BAR,
                    cost(&bot.peak, &bare.peak),
                    "×",
                    2,
                ),
                below(
                    format!("{}: 99 % at half of the peak", bot.name),
                    WAIT_BAR,
                    wait,
                    " ms",
                    1,
                ),
                below(
                    format!("{}: memory before the first screenshot", bot.name),
                    MEMORY_BAR,
                    bot.memory(),
                    " MB",
                    1,
                ),
                kept(bot),
            ]
        });
        all.collect()
    }

    fn table(&self) -> Table {
        let mut table = Table::new();
        table.load_style(presets::ASCII_MARKDOWN);
        table.set_header([
            "Bot",
            "Load",
            "Answers/s",
            "Median",
            "99 %",
            "CPU/answer",
            "CPU ×",
            "Memory",
        ]);
        for column in table.column_iter_mut().skip(2) {
            column.set_cell_alignment(CellAlignment::Right);
        }
        for bot in &self.measured {
            let bare = self.measured.first();
            let kinds = [
                ("peak", &bot.peak, bare.map(|bare| &bare.peak)),
                ("half", &bot.half, bare.map(|bare| &bare.half)),
            ];
            for (kind, rounds, beside) in kinds {
                let ratio = beside.and_then(|beside| ratio(rounds, beside));
                table.add_row([
                    bot.name.clone(),
                    kind.to_owned(),
                    format!("{:.0}", middle(rounds, Round::rate)),
                    format!("{:.1} ms", middle(rounds, |round| round.waited(50))),
                    format!("{:.1} ms", middle(rounds, |round| round.waited(99))),
                    format!("{:.0} µs", middle(rounds, Round::micros)),
                    ratio.map_or_else(String::new, |ratio| format!("{ratio:.2}")),
                    format!("{:.1} MB", bot.memory()),
                ]);
            }
        }
        table
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [before, after] = self.load;
        writeln!(
            f,
            "{} people, medians of {} rounds of {} s each; load average {before:.1} before and {after:.1} after\n",
            self.people,
            self.rounds,
            self.round.as_secs()
        )?;
        writeln!(f, "{}\n", self.table())?;
        let mut table = Table::new();
        table.load_style(presets::ASCII_MARKDOWN);
        table.set_header(["Bar", "", "Measured", ""]);
        for column in table.column_iter_mut().skip(1).take(2) {
            column.set_cell_alignment(CellAlignment::Right);
        }
        for one in self.verdicts() {
            let reached = if one.reached {
                "reached"
            } else {
                "not reached"
            };
            table.add_row([one.what, one.bar, one.measured, reached.to_owned()]);
        }
        write!(f, "{table}")
    }
}

fn middle(rounds: &[Round], of: impl Fn(&Round) -> f64) -> f64 {
    median(rounds.iter().map(of)).unwrap_or(f64::NAN)
}

fn below(what: String, bar: f64, measured: f64, unit: &str, digits: usize) -> Verdict {
    Verdict {
        what,
        bar: format!("{bar}{unit}"),
        measured: format!("{measured:.digits$}{unit}"),
        reached: measured <= bar,
    }
}

/// Every answer that somebody saw is one entry.
fn kept(bot: &Measured) -> Verdict {
    let Entries { written, seen } = bot.entries.unwrap_or(Entries {
        written: 0,
        seen: bot.answers,
    });
    Verdict {
        what: format!("{}: entries of the audit log", bot.name),
        bar: seen.to_string(),
        measured: written.to_string(),
        reached: written == seen,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rounds(cost_micros: u64, wait_millis: u64) -> Vec<Round> {
        let round = Round {
            waits: vec![Duration::from_millis(wait_millis); 1_000],
            failed: 0,
            took: Duration::from_secs(1),
            computed: Duration::from_micros(cost_micros * 1_000),
        };
        vec![round; 3]
    }

    fn bot(name: &str, cost: u64, wait: u64, resident: u64, written: u64) -> Measured {
        Measured {
            name: name.to_owned(),
            answers: 6_000,
            peak: rounds(cost, 1),
            half: rounds(cost, wait),
            resident,
            entries: Some(Entries {
                written,
                seen: 6_000,
            }),
        }
    }

    fn reached(slimy: Measured) -> Vec<bool> {
        let bare = Measured {
            entries: None,
            ..bot("bare", 100, 1, 10_000_000, 0)
        };
        let report = Report {
            people: 1,
            round: Duration::from_secs(1),
            rounds: 3,
            load: [0.0; 2],
            measured: vec![bare, slimy],
        };
        report.verdicts().iter().map(Verdict::is_reached).collect()
    }

    #[test]
    fn a_bar_that_is_just_met_is_reached() {
        assert_eq!(reached(bot("s", 150, 50, 60_000_000, 6_000)), [true; 4]);
    }

    #[test]
    fn each_bar_is_missed_alone() {
        let misses = [
            bot("s", 151, 50, 60_000_000, 6_000),
            bot("s", 150, 51, 60_000_000, 6_000),
            bot("s", 150, 50, 60_010_000, 6_000),
            bot("s", 150, 50, 60_000_000, 5_999),
        ];
        for (place, slimy) in misses.into_iter().enumerate() {
            let mut wanted = [true; 4];
            wanted[place] = false;
            assert_eq!(reached(slimy), wanted);
        }
    }

    #[test]
    fn without_a_round_nothing_is_reached() {
        let nothing = Measured {
            peak: Vec::new(),
            half: Vec::new(),
            entries: None,
            ..bot("s", 1, 1, 1, 1)
        };
        assert_eq!(reached(nothing), [false, false, true, false]);
    }
}
