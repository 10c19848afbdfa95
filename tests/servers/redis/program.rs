//! Where Redis's program is, and how it gets there.

use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::apt;
use crate::programs::{find_on_path, version_line};

/// The server's own name.
const SERVER: &str = "redis-server";

/// The same program under another name: Debian's package of the tools has it, and its
/// package of the server adds the first name and a service on Redis's usual port, which
/// nobody wants on their machine for the tests' sake. It goes by the name it is called by.
const SAME_PROGRAM: &str = "redis-check-rdb";

/// Debian's package that has the program and no service.
const PACKAGE: &str = "redis-tools";

/// A program that is a Redis server.
pub(super) struct Program {
    path: PathBuf,
    version: String,
}

impl Program {
    /// PATH first; where it has none, root gets Debian's package. `folder` takes a link
    /// to the program where it goes by another name.
    pub(super) fn find_or_install(folder: &Path) -> Result<Self> {
        if let Some(found) = Self::find(folder) {
            return Ok(found);
        }
        if !apt::is_possible()? {
            bail!(
                "Redis is missing: install it, on Debian and Ubuntu with `sudo apt-get install {PACKAGE}` \
                 (the server without a service), or put {SERVER} on PATH"
            );
        }
        apt::install(PACKAGE)?;
        Self::find(folder)
            .with_context(|| format!("{SERVER} is still missing after installing {PACKAGE}"))
    }

    fn find(folder: &Path) -> Option<Self> {
        if let Some(found) = find_on_path(SERVER).and_then(Self::if_it_is_one) {
            return Some(found);
        }
        let link = folder.join(SERVER);
        symlink(find_on_path(SAME_PROGRAM)?, &link).ok()?;
        Self::if_it_is_one(link)
    }

    /// It says `Redis server v=7.0.15 sha=…`.
    fn if_it_is_one(path: PathBuf) -> Option<Self> {
        let said = version_line(&path);
        let version = said.strip_prefix("Redis server v=")?;
        let version = version.split_whitespace().next()?.to_owned();
        Some(Self { path, version })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn version(&self) -> &str {
        &self.version
    }
}
