//! `cargo xtask seed-bench` runs this, so that the other chores need not wait for the
//! engines to be compiled.

mod progress;

use std::process::ExitCode;
use std::time::Instant;

use bench_seed::{Amounts, Refused, seed};
use clap::Parser;

use progress::Shown;

/// Fill a migrated, empty database with a year of realistic data
///
/// The same rows each time: 1,000 guilds, 50,000 people and as much of the rest as is asked for.
/// Interrupted, it leaves a database that is to be thrown away.
#[derive(Parser)]
#[command(name = "cargo xtask seed-bench")]
struct Arguments {
    /// `sqlite://…`, or `postgres://…` of a superuser
    #[arg(long, value_name = "URL")]
    database_url: String,
    /// Entries of the audit log
    #[arg(long, default_value_t = 10_000_000)]
    audit: u64,
    /// Messages of conversations
    #[arg(long, default_value_t = 1_000_000)]
    messages: u64,
    /// Analyses of clubs
    #[arg(long, default_value_t = 100_000)]
    analyses: u64,
}

#[tokio::main(worker_threads = 2)]
async fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let amounts = Amounts {
        audit: arguments.audit,
        messages: arguments.messages,
        analyses: arguments.analyses,
    };
    let started = Instant::now();
    let seeded = seed(&arguments.database_url, amounts, &mut Shown::new()).await;
    let seconds = started.elapsed().as_secs_f64();
    match seeded {
        Ok(()) => {
            eprintln!("seed-bench: done in {seconds:.1} s");
            ExitCode::SUCCESS
        }
        Err(error) if error.is::<Refused>() => {
            eprintln!("seed-bench: {error}");
            ExitCode::from(2)
        }
        Err(error) => {
            eprintln!("seed-bench: {error:#}; the database is to be thrown away");
            ExitCode::FAILURE
        }
    }
}
