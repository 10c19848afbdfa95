//! Where PostgreSQL's programs are, and how they get there.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use super::account;

/// Debian and its kin keep the server's programs off PATH, one folder per major version.
const DEBIAN_FOLDER: &str = "/usr/lib/postgresql";

/// The folder that holds `initdb` and `postgres`.
pub(super) struct Binaries {
    folder: PathBuf,
}

impl Binaries {
    /// PATH first, then Debian's newest; when there are none, root gets Debian's package.
    pub(super) fn find_or_install() -> Result<Self> {
        if let Some(found) = Self::find() {
            return Ok(found);
        }
        if !account::is_root()? || find_on_path("apt-get").is_none() {
            bail!(
                "PostgreSQL is missing: install it, on Debian and Ubuntu with `sudo apt-get install postgresql`, \
                 or put initdb and postgres on PATH"
            );
        }
        eprintln!("xtask: PostgreSQL is missing, installing Debian's package");
        apt_get(&["update"])?;
        apt_get(&["install", "-y", "--no-install-recommends", "postgresql"])?;
        Self::find()
            .context("PostgreSQL's programs are still missing after installing Debian's package")
    }

    fn find() -> Option<Self> {
        let on_path =
            find_on_path("initdb").and_then(|initdb| Some(initdb.parent()?.to_path_buf()));
        on_path
            .into_iter()
            .chain(debian_folders(Path::new(DEBIAN_FOLDER)))
            .find(|folder| folder.join("initdb").is_file() && folder.join("postgres").is_file())
            .map(|folder| Self { folder })
    }

    pub(super) fn initdb(&self) -> PathBuf {
        self.folder.join("initdb")
    }

    pub(super) fn postgres(&self) -> PathBuf {
        self.folder.join("postgres")
    }

    /// The version as the server's program says it, for people.
    pub(super) fn version(&self) -> String {
        let output = Command::new(self.postgres()).arg("--version").output();
        let said = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
        said.ok()
            .and_then(|said| said.split_whitespace().nth(2).map(str::to_owned))
            .unwrap_or_else(|| "of unknown version".to_owned())
    }
}

/// Every `N/bin` below the folder, the newest first.
fn debian_folders(root: &Path) -> Vec<PathBuf> {
    let mut versions: Vec<(u32, PathBuf)> = fs::read_dir(root)
        .into_iter()
        .flatten()
        .filter_map(Result::ok)
        .filter_map(|entry| {
            Some((
                entry.file_name().to_str()?.parse().ok()?,
                entry.path().join("bin"),
            ))
        })
        .collect();
    versions.sort_unstable_by(|left, right| right.cmp(left));
    versions.into_iter().map(|(_, folder)| folder).collect()
}

fn find_on_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

fn apt_get(arguments: &[&str]) -> Result<()> {
    let status = Command::new("apt-get")
        .args(arguments)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .stdin(Stdio::null())
        .status()
        .context("apt-get could not be started")?;
    if !status.success() {
        bail!("apt-get {} failed", arguments.join(" "));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_of_debians_versions_comes_first_by_number_and_not_by_letter() {
        let root = tempfile::tempdir().unwrap();
        for version in ["9", "17", "16", "notes"] {
            fs::create_dir_all(root.path().join(version).join("bin")).unwrap();
        }
        let expected: Vec<PathBuf> = ["17", "16", "9"]
            .map(|version| root.path().join(version).join("bin"))
            .into();
        assert_eq!(debian_folders(root.path()), expected);
    }
}
