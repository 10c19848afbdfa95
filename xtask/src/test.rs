//! `cargo xtask test`: every test on both engines, then the check that every query ran on both.

use std::env;
use std::ffi::OsString;
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};
use clap::Args;
use private_servers::{BrowserPrograms, Postgres, PostgresOptions, Redis};

use crate::coverage;
use crate::project_root;

/// What `cargo xtask test` takes.
#[derive(Args)]
pub(crate) struct Arguments {
    /// Passed on to `cargo test`, for example `-- -p slimy-store find_user`. A part of the tests cannot
    /// run every query, so the check on query coverage is left out when something is given here
    #[arg(last = true, value_name = "CARGO-TEST-ARGS")]
    cargo_test: Vec<OsString>,
}

/// Runs the tests against servers of their own; an error when a test or the check on coverage fails.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let started = Instant::now();
    let postgres = Postgres::start(PostgresOptions { durable: false })?;
    let redis = Redis::start()?;
    let browser = BrowserPrograms::find_or_install()?;
    eprintln!(
        "xtask test: PostgreSQL {} at {}, Redis {} at {}, Chromium {}",
        postgres.version(),
        postgres.address(),
        redis.version(),
        redis.address(),
        browser.version()
    );
    let reports = postgres.shared_dir("query-coverage")?;

    let mut command = cargo_test(&arguments.cargo_test);
    command
        .env("SLIMY_TEST_POSTGRES", postgres.url())
        .env("SLIMY_TEST_REDIS", redis.url())
        .env("SLIMY_QUERY_COVERAGE", &reports);
    name_browser(&mut command, &browser);
    let status = command.status().context("cargo could not be started")?;
    let passed = status.success();
    let covered = match (passed, arguments.cargo_test.is_empty()) {
        (true, true) => Some(coverage::check(&reports)),
        _ => None,
    };
    drop((postgres, redis));

    let tests = if passed { "passed" } else { "failed" };
    let coverage = match &covered {
        Some(Ok(())) => "passed",
        Some(Err(_)) => "failed",
        None if passed => "left out, as only a part of the tests was asked for",
        None => "left out, as tests failed",
    };
    let seconds = started.elapsed().as_secs_f64();
    eprintln!("xtask test: tests {tests}, query coverage {coverage}, {seconds:.1} s");

    if let Some(Err(error)) = covered {
        return Err(error.context("query coverage"));
    }
    if !passed {
        bail!("cargo test failed");
    }
    Ok(())
}

/// `cargo test`. Its output is the caller's; it gets no input, so nothing can wait for a person.
fn cargo_test(extra: &[OsString]) -> Command {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.arg("test");
    if !extra.iter().any(names_a_package) {
        command.arg("--workspace");
    }
    if extra.is_empty() {
        command.arg("--no-fail-fast");
    }
    command
        .args(extra)
        .current_dir(project_root())
        .stdin(Stdio::null());
    command
}

/// Tells the tests which browser they open.
pub(crate) fn name_browser(command: &mut Command, browser: &BrowserPrograms) {
    command
        .env("SLIMY_TEST_CHROMIUM", browser.browser())
        .env("SLIMY_TEST_CHROMEDRIVER", browser.driver());
}

fn names_a_package(argument: &OsString) -> bool {
    let argument = argument.to_string_lossy();
    argument.starts_with("-p") || argument.starts_with("--package")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_argument_that_picks_a_package_replaces_the_whole_workspace() {
        for picks in ["-p", "-pslimy-store", "--package", "--package=slimy-store"] {
            assert!(names_a_package(&picks.into()), "{picks}");
        }
        for other in ["--release", "find_user", "--"] {
            assert!(!names_a_package(&other.into()), "{other}");
        }
    }
}
