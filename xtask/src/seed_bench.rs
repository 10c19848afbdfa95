//! `cargo xtask seed-bench`: data for the figures of the store, by a program of its own, so that the other
//! chores need not wait for the database engines to be compiled.

use std::env;
use std::ffi::OsString;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};
use clap::Args;

use crate::project_root;

/// What `cargo xtask seed-bench` takes.
#[derive(Args)]
pub(crate) struct Arguments {
    /// See `cargo xtask seed-bench --help`
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    seed: Vec<OsString>,
}

/// Runs it with these arguments and gives its exit code on.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args([
            "run",
            "--quiet",
            "--package",
            "bench-seed",
            "--manifest-path",
        ])
        .arg(project_root().join("Cargo.toml"))
        .arg("--")
        .args(&arguments.seed)
        .status()
        .context("cargo could not be started")?;
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
}
