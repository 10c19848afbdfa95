//! Where PostgreSQL's programs are, and how they get there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::apt;
use crate::programs::{find_on_path, version_line};

/// Debian and its kin keep the server's programs off PATH, one folder per major version.
const DEBIAN_FOLDER: &str = "/usr/lib/postgresql";

/// Where Debian's packages look up whether installing the server makes a cluster.
const CLUSTER_SETTINGS: &str = "/etc/postgresql-common/createcluster.conf";

/// The folder that holds `initdb` and `postgres`.
#[derive(Clone)]
pub(super) struct Binaries {
    folder: PathBuf,
}

impl Binaries {
    /// PATH first, then Debian's newest; when there are none, root gets Debian's package.
    pub(super) fn find_or_install() -> Result<Self> {
        if let Some(found) = Self::find() {
            return Ok(found);
        }
        if !apt::is_possible()? {
            bail!(
                "PostgreSQL is missing: install it, on Debian and Ubuntu with `sudo apt-get install postgresql`, \
                 or put initdb and postgres on PATH"
            );
        }
        want_no_cluster(Path::new(CLUSTER_SETTINGS))?;
        apt::install("postgresql")?;
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
        let said = version_line(&mut Command::new(self.postgres()));
        let version = said.split_whitespace().nth(2);
        version.unwrap_or("of unknown version").to_owned()
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

/// Debian's package would make a cluster that listens on PostgreSQL's usual port and
/// starts with the machine. Only the programs are wanted; who wants a cluster later
/// makes it with `pg_createcluster`. What somebody has decided already stays.
fn want_no_cluster(settings: &Path) -> Result<()> {
    if settings.exists() {
        return Ok(());
    }
    if let Some(folder) = settings.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(settings, "create_main_cluster = false\n")
        .with_context(|| format!("{} cannot be written", settings.display()))
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

    #[test]
    fn installing_makes_no_cluster_unless_somebody_has_decided_otherwise() {
        let root = tempfile::tempdir().unwrap();
        let settings = root.path().join("postgresql-common/createcluster.conf");
        want_no_cluster(&settings).unwrap();
        let written = fs::read_to_string(&settings).unwrap();
        assert_eq!(written, "create_main_cluster = false\n");

        fs::write(&settings, "create_main_cluster = true\n").unwrap();
        want_no_cluster(&settings).unwrap();
        let kept = fs::read_to_string(&settings).unwrap();
        assert_eq!(kept, "create_main_cluster = true\n");
    }
}
