//! `cargo xtask screenshots`: the pictures of the page that the README shows.

use std::env;
use std::fs;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use private_servers::BrowserPrograms;

use crate::project_root;
use crate::test::name_browser;

/// The test that takes them, so that they show the page as it is.
const TEST: &str = "browser::pictures::the_readme_shows_the_page_as_it_is";

/// Takes them anew, into assets/readme.
pub(crate) fn run() -> Result<()> {
    let browser = BrowserPrograms::find_or_install()?;
    let directory = project_root().join("assets/readme");
    fs::create_dir_all(&directory)?;
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command
        .args([
            "test", "-p", "slimy", "--test", "e2e", "--", "--exact", TEST,
        ])
        .current_dir(project_root())
        .env("SLIMY_README_PICTURES", &directory)
        .stdin(Stdio::null());
    name_browser(&mut command, &browser);
    let status = command.status().context("cargo could not be started")?;
    if !status.success() {
        bail!("the pictures were not taken");
    }
    eprintln!("xtask screenshots: see {}", directory.display());
    Ok(())
}
