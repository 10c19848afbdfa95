//! Installing one of Debian's packages, where that is allowed: as root, with apt.

use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result, bail};

use crate::account;
use crate::programs::find_on_path;

/// Tests want servers at the same time, and apt lets only one install.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// Whether this process may install packages and has the means.
pub(crate) fn is_possible() -> Result<bool> {
    Ok(account::is_root()? && find_on_path("apt-get").is_some())
}

/// Installs a package without asking anything; files that are there stay as they are.
pub(crate) fn install(package: &str) -> Result<()> {
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    eprintln!("{package} is missing, installing Debian's package");
    apt_get(&["update"])?;
    apt_get(&[
        "install",
        "-y",
        "-o",
        "DPkg::Lock::Timeout=300",
        "--no-install-recommends",
        package,
    ])
}

fn apt_get(arguments: &[&str]) -> Result<()> {
    let status = Command::new("apt-get")
        .args(arguments)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .env("UCF_FORCE_CONFFOLD", "1")
        .stdin(Stdio::null())
        .status()
        .context("apt-get could not be started")?;
    if !status.success() {
        bail!("apt-get {} failed", arguments.join(" "));
    }
    Ok(())
}
