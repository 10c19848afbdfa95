//! The project's own chores, so that one command does each: `cargo xtask test`, `cargo xtask load`, …
//!
//! Nothing here is part of the program that is shipped.

mod coverage;
mod load;
mod rosters;
mod screenshots;
mod seed_bench;
mod test;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "cargo xtask", about = "The project's own chores")]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Run every test on both database engines, then check that every query ran on both
    ///
    /// Starts a private PostgreSQL and a private Redis on free loopback ports in temporary directories and
    /// removes them afterwards; the tests open the page in a Chromium of their own. The programs are taken
    /// from PATH, PostgreSQL's also from the newest /usr/lib/postgresql/*/bin; when there are none, root gets
    /// Debian's packages installed (no service is left running), others are told how.
    Test(test::Arguments),
    /// Draw the demo roster screenshots and their truth.tsv into assets/demo
    ///
    /// Everything is drawn from the tables in xtask/src/rosters, so the same code gives the same bytes.
    DrawRosters(rosters::Arguments),
    /// Take the README's pictures of the page of `slimy demo` anew, into assets/readme
    Screenshots,
    /// Fill a migrated, empty database with a year of realistic data, for `cargo bench --bench store`
    #[command(disable_help_flag = true)]
    SeedBench(seed_bench::Arguments),
    /// Let many people type at once, and hold what an answer of slimy costs against a bare bot's
    #[command(disable_help_flag = true)]
    Load(load::Arguments),
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().task {
        Task::Test(arguments) => test::run(&arguments).map(|()| ExitCode::SUCCESS),
        Task::DrawRosters(arguments) => rosters::run(&arguments).map(|()| ExitCode::SUCCESS),
        Task::Screenshots => screenshots::run().map(|()| ExitCode::SUCCESS),
        Task::SeedBench(arguments) => seed_bench::run(&arguments),
        Task::Load(arguments) => load::run(&arguments),
    };
    match outcome {
        Ok(code) => code,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// The checkout's root: the folder above this crate's.
fn project_root() -> PathBuf {
    let own_folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    own_folder.parent().unwrap_or(own_folder).to_path_buf()
}
