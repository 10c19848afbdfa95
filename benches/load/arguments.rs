//! What `cargo xtask load` takes.

use std::time::Duration;

use clap::{Parser, ValueEnum};
use slimy_store::Engine;

/// Let many people type at once, and hold what an answer of slimy costs against a bare bot's
///
/// In alternating rounds they ask a poise bot that keeps nothing for /ping and slimy for /status,
/// which is only answered when its audit entry is on disk: first each as fast as answers come, then
/// at half of that rate, timed from when they meant to ask. Prints the figures and whether each
/// bar is reached; the exit code is 1 when one is missed.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask load")]
pub(crate) struct Arguments {
    /// How many people there are
    #[arg(long, default_value_t = 64, value_parser = clap::value_parser!(u16).range(1..=1_000))]
    people: u16,
    /// How long one round lasts; there are five of each kind for each bot
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u16).range(1..=60))]
    seconds: u16,
    /// Something else: so many guilds have a roster read at the same moment
    #[arg(long, value_parser = clap::value_parser!(u16).range(2..=200))]
    guilds: Option<u16>,
    /// Something else: one person sends so many commands at once, while the others ask as they do
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=10_000))]
    flood: Option<u16>,
    /// Slimy on this database only
    #[arg(long)]
    engine: Option<EngineName>,
    /// Exit with 0 although a bar is missed
    #[arg(long)]
    pub(crate) report_only: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum EngineName {
    /// A file in a temporary directory
    Sqlite,
    /// A private server with durable commits
    Postgres,
}

impl Arguments {
    /// How many people type.
    pub(crate) fn people(&self) -> usize {
        self.people.into()
    }

    /// How many guilds analyze at once, when that is what is measured.
    pub(crate) fn guilds(&self) -> Option<usize> {
        self.guilds.map(usize::from)
    }

    /// How many commands the flood has, when that is what is measured.
    pub(crate) fn flood(&self) -> Option<usize> {
        self.flood.map(usize::from)
    }

    /// How long one round lasts.
    pub(crate) fn round(&self) -> Duration {
        Duration::from_secs(self.seconds.into())
    }

    /// The databases that slimy is measured on, in this order.
    pub(crate) fn engines(&self) -> &'static [Engine] {
        match self.engine {
            None => &[Engine::Sqlite, Engine::Postgres],
            Some(EngineName::Sqlite) => &[Engine::Sqlite],
            Some(EngineName::Postgres) => &[Engine::Postgres],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(words: &[&str]) -> Result<Arguments, clap::Error> {
        Arguments::try_parse_from([&["load"], words].concat())
    }

    #[test]
    fn without_arguments_both_engines_are_measured_and_a_missed_bar_fails() {
        let arguments = parse(&[]).unwrap();
        assert_eq!(arguments.engines(), [Engine::Sqlite, Engine::Postgres]);
        assert!(!arguments.report_only);
    }

    #[test]
    fn what_is_asked_for_is_taken() {
        let asked = ["--people", "7", "--seconds", "2", "--engine", "postgres"];
        let arguments = parse(&asked).unwrap();
        assert_eq!(arguments.people(), 7);
        assert_eq!(arguments.round(), Duration::from_secs(2));
        assert_eq!(arguments.engines(), [Engine::Postgres]);
    }

    #[test]
    fn people_and_time_have_bounds() {
        for wrong in [
            ["--people", "0"],
            ["--people", "1001"],
            ["--seconds", "0"],
            ["--seconds", "61"],
            ["--engine", "oracle"],
            ["--guilds", "1"],
            ["--guilds", "201"],
            ["--flood", "0"],
            ["--flood", "10001"],
        ] {
            assert!(parse(&wrong).is_err(), "{wrong:?}");
        }
    }
}
