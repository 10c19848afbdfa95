//! `cargo xtask load` runs this: many people type at once, once to a bot that keeps nothing and
//! once to slimy, in alternating rounds of one run, so that a busy machine is busy for both.
//!
//! The stand-in for Discord and the people are this process; only the bots' own processes are
//! measured. Everything is on loopback and in temporary directories, and ends by itself.

mod arguments;
mod bot;
mod databases;
mod figures;
mod flood;
mod guilds;
mod people;
mod process;
mod report;
mod run;

use std::process::ExitCode;

use clap::Parser as _;
use tokio::signal::unix::{SignalKind, signal};

use arguments::Arguments;

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match until_told_to_stop(&arguments).await {
        Ok(Some(true)) => ExitCode::SUCCESS,
        Ok(Some(false)) if arguments.report_only => ExitCode::SUCCESS,
        Ok(Some(false)) => ExitCode::FAILURE,
        Ok(None) => {
            eprintln!("load: stopped before it had figures");
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("load: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Whether every bar was reached; none when Ctrl-C or SIGTERM came first. The bots and databases
/// end with what is dropped here.
async fn until_told_to_stop(arguments: &Arguments) -> anyhow::Result<Option<bool>> {
    let mut terminated = signal(SignalKind::terminate())?;
    let mut interrupted = signal(SignalKind::interrupt())?;
    tokio::select! {
        reached = run::run(arguments) => reached.map(Some),
        _ = terminated.recv() => Ok(None),
        _ = interrupted.recv() => Ok(None),
    }
}
