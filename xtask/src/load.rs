//! `cargo xtask load`: many people who type at once, by a program of its own that is built as what
//! it measures is, without the checks of a debug build.

use std::env;
use std::ffi::OsString;
use std::os::unix::process::CommandExt as _;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, ensure};
use clap::Args;

use crate::project_root;

/// The people, and the two bots that they ask; built together, so that what both bots use of the
/// same libraries is the same.
const PACKAGES: [&str; 3] = ["bench-load", "bare-bot", "slimy"];

/// What `cargo xtask load` takes.
#[derive(Args)]
pub(crate) struct Arguments {
    /// See `cargo xtask load --help`
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    load: Vec<OsString>,
}

/// Builds them and becomes the program that measures, so that Ctrl-C reaches it. Only returns when
/// that did not work.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(["build", "--quiet", "--release", "--manifest-path"])
        .arg(project_root().join("Cargo.toml"))
        .args(PACKAGES.map(|package| format!("--package={package}")))
        .status()
        .context("cargo could not be started")?;
    ensure!(status.success(), "the bots could not be built");
    // This program is in target/debug; what was built is in the folder beside that.
    let own = env::current_exe()?;
    let target = own.parent().and_then(|folder| folder.parent());
    let program = target
        .context("this program is in no target folder")?
        .join("release/bench-load");
    let error = Command::new(&program).args(&arguments.load).exec();
    Err(error).with_context(|| format!("{} could not be started", program.display()))
}
