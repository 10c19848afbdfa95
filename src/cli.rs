//! What can be typed on the command line.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

/// A Discord bot that reads club rosters from screenshots and keeps them.
#[derive(Debug, Parser)]
#[command(version, about, max_term_width = 100)]
pub(crate) struct Cli {
    /// What to do; without it the bot runs.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The program's commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Connect to Discord and serve until SIGINT or SIGTERM (the default)
    Run,
    /// Try the bot out in a browser: no account, no token, and nothing leaves this machine
    #[cfg(feature = "demo")]
    Demo {
        /// Where the page is served: a loopback address, port 0 for a free one
        #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8787")]
        addr: String,
        /// Keep what is saved in this directory; without it, it is gone with the demo
        #[arg(long, value_name = "DIR")]
        data: Option<PathBuf>,
    },
    /// Bring the database's schema up to date, or say what is pending
    Migrate {
        /// Only list each migration with its state
        #[arg(long)]
        status: bool,
        /// Only list what would be applied
        #[arg(long, conflicts_with = "status")]
        dry_run: bool,
    },
    /// Work with club rosters, without Discord and without a database
    #[command(subcommand)]
    Club(Club),
    /// Look after the database
    #[command(subcommand)]
    Database(Database),
}

/// `slimy database …`
#[derive(Debug, Subcommand)]
pub(crate) enum Database {
    /// Look for rows and a schema that do not fit; exit code 1 when something is wrong
    Check,
    /// Say how the database is: version, size, connections, how fast it answers
    Health,
    /// Say which indexes do nothing and which are missed
    Indexes,
    /// Move old audit entries into a file, and delete them from the database
    Archive {
        /// Entries from before this day (UTC), like 2025-01-31; by default a year ago
        #[arg(long, value_name = "DAY")]
        before: Option<String>,
        /// The file to make: JSON Lines, an entry per line
        #[arg(long, value_name = "FILE")]
        to: PathBuf,
    },
}

/// `slimy club …`
#[derive(Debug, Subcommand)]
pub(crate) enum Club {
    /// Read "Manage Members" screenshots offline into one roster
    Read {
        /// PNG, JPEG or WebP screenshots of one club and one metric
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// How to print the roster
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
}

/// How a roster is printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    #[default]
    Table,
    /// For programs: one document
    Json,
    /// For spreadsheets
    Csv,
}
