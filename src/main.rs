//! The program: parses what was typed, reads the settings, and starts what was asked for.
//!
//! Exit codes: 0 done; 1 it failed while working; 2 wrong usage, setting or input, with a line on
//! stderr for each.

use std::{process::ExitCode, time::Duration};

use clap::Parser as _;

mod allocator;
mod announce;
mod audit;
mod cli;
mod club_read;
mod config;
mod database;
#[cfg(feature = "demo")]
mod demo;
mod drain;
mod events;
mod gateway;
mod jobs;
mod migrate;
mod run;
mod telemetry;

use cli::{Cli, Club, Command, Look};

/// A fault of whoever started the program: wrong usage, setting or input.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct Misuse(String);

impl From<config::Faults> for Misuse {
    fn from(faults: config::Faults) -> Self {
        Self(faults.to_string())
    }
}

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return cli::refuse(&error),
    };
    match start(cli.command.unwrap_or(Command::Run)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.is::<Misuse>() => {
            for line in error.to_string().lines() {
                complain(line);
            }
            ExitCode::from(2)
        }
        Err(error) => {
            complain(&format!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}

/// Tells a fault in a line on stderr.
fn complain(line: &str) {
    eprintln!("slimy: {}", slimy_commands::visible(line));
}

fn start(command: Command) -> anyhow::Result<()> {
    match command {
        Command::Run => {
            allocator::settle();
            let mut settings = config::environment()?;
            let all = (settings.bot(), settings.log());
            let (bot, log) = settings.finish(all).map_err(Misuse::from)?;
            telemetry::start(&log);
            let runtime = runtime()?;
            let ended = runtime.block_on(run::run(bot));
            // A thread that waits for a name server would hold the exit up without end.
            runtime.shutdown_timeout(Duration::from_secs(1));
            ended
        }
        Command::Migrate { status, dry_run } => {
            let mut settings = config::environment()?;
            let all = (settings.database(), settings.log());
            let (database, log) = settings.finish(all).map_err(Misuse::from)?;
            telemetry::start(&log);
            let look = match (status, dry_run) {
                (true, _) => Some(Look::Status),
                (false, true) => Some(Look::DryRun),
                (false, false) => None,
            };
            runtime()?.block_on(migrate::migrate(&database, look))
        }
        Command::Database(what) => {
            let mut settings = config::environment()?;
            let all = (settings.database(), settings.log());
            let (database, log) = settings.finish(all).map_err(Misuse::from)?;
            telemetry::start(&log);
            runtime()?.block_on(database::run(what, &database, &slimy_store::SystemClock))
        }
        Command::Audit(what) => {
            let mut settings = config::environment()?;
            let all = (settings.database(), settings.log());
            let (database, log) = settings.finish(all).map_err(Misuse::from)?;
            telemetry::start(&log);
            runtime()?.block_on(audit::run(what, &database))
        }
        #[cfg(feature = "demo")]
        Command::Demo { addr, data } => {
            allocator::settle();
            telemetry::start(&demo::log());
            let runtime = runtime()?;
            let ended = runtime.block_on(demo::run(&addr, data));
            runtime.shutdown_timeout(Duration::from_secs(1));
            ended
        }
        Command::Club(Club::Read { files, format }) => club_read::read(&files, format),
    }
}

fn runtime() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
}
