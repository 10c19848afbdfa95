//! What can be typed on the command line.

use std::{path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand, ValueEnum, error::ErrorKind};

use crate::complain;

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
    /// Look after the audit log
    #[command(subcommand)]
    Audit(Audit),
}

/// What `slimy migrate` only looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    /// Each migration with its state.
    Status,
    /// What would be applied.
    DryRun,
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

/// `slimy audit …`
#[derive(Debug, Subcommand)]
pub(crate) enum Audit {
    /// Look for entries that were changed, removed or added by hand; exit code 1 when there are any
    Verify {
        /// Only the entries of this guild; by default all
        #[arg(long, value_name = "DISCORD_ID")]
        guild: Option<String>,
        /// A head as the audit channel shows it, to be found in the guild's entries
        #[arg(long, value_name = "SEQ:HASH", requires = "guild")]
        head: Option<String>,
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

/// Answers what is no call of a command: help and the version on stdout, a fault in one line on
/// stderr.
pub(crate) fn refuse(error: &clap::Error) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => match error.print() {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        },
        _ => {
            complain(&sentence(error));
            ExitCode::from(2)
        }
    }
}

/// What is wrong and what is accepted, in one line: clap says it in a paragraph, or shows the help
/// where a command is missing.
fn sentence(error: &clap::Error) -> String {
    let told = error.render().to_string();
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        return incomplete(&told);
    }
    let mut said = String::new();
    for line in told.lines().map(str::trim) {
        if line.is_empty() || line.starts_with("For more information") {
            continue;
        }
        if let Some(what) = line.strip_prefix("error: ") {
            said.push_str(what);
        } else if let Some(usage) = line.strip_prefix("Usage: ") {
            said.push_str("; accepted: ");
            said.push_str(usage);
        } else if let Some(values) = line.strip_prefix("[possible values: ") {
            said.push_str("; accepted: ");
            said.push_str(values.trim_end_matches(']'));
        } else if let Some(tip) = line.strip_prefix("tip: ") {
            said.push_str("; ");
            said.push_str(tip);
        } else {
            said.push(' ');
            said.push_str(line);
        }
    }
    said
}

/// The same where the help stands in the place of a fault.
fn incomplete(help: &str) -> String {
    let usage = help.lines().find_map(|line| line.strip_prefix("Usage: "));
    let listed = help.lines().skip_while(|line| *line != "Commands:");
    // What is indented further goes on with the line before.
    let commands = listed
        .skip(1)
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.strip_prefix("  "))
        .filter_map(|line| line.split(' ').next())
        .filter(|name| !name.is_empty() && *name != "help");
    let commands: Vec<&str> = commands.collect();
    format!(
        "a command is missing; accepted: {} with {}",
        usage.unwrap_or_default(),
        commands.join(", ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_wrongly_is_told_in_one_line_with_what_is_accepted() {
        for (typed, told) in [
            (&["clubb"][..], "'clubb'"),
            (&["run", "--fast"], "'--fast'"),
            (&["club"], "accepted: slimy club <COMMAND> with read"),
            (&["database"], "with check, health, indexes, archive"),
            (&["club", "read"], "accepted: slimy club read"),
            (
                &["club", "read", "a.png", "--format", "xml"],
                "accepted: table, json, csv",
            ),
            (&["migrate", "--status", "--dry-run"], "'--dry-run'"),
            (&["database", "archive"], "--to <FILE>"),
            (&["audit"], "with verify"),
            (
                &["audit", "verify", "--head", "1:ab"],
                "--guild <DISCORD_ID>",
            ),
        ] {
            let typed = ["slimy"].iter().chain(typed);
            let said = sentence(&Cli::try_parse_from(typed).unwrap_err());
            assert_eq!(said.lines().count(), 1, "{said}");
            assert!(said.contains(told) && said.contains("; "), "{said}");
            assert!(
                !said.contains("error: ") && !said.contains("For more"),
                "{said}"
            );
        }
    }
}
