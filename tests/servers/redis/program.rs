//! Where Redis's program is, and how it gets there.

use std::os::unix::fs::symlink;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;

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
        if let Some(path) = find_on_path(SERVER)
            && let Some(version) = version(&mut Command::new(&path))
        {
            return Some(Self { path, version });
        }
        let program = find_on_path(SAME_PROGRAM)?;
        // Not by the link: its folder is the server's account's, and this may be root.
        let version = version(Command::new(&program).arg0(SERVER))?;
        let path = folder.join(SERVER);
        symlink(program, &path).ok()?;
        Some(Self { path, version })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn version(&self) -> &str {
        &self.version
    }
}

/// Its version, if it is a server: it says `Redis server v=7.0.15 sha=…`.
fn version(program: &mut Command) -> Option<String> {
    let said = version_line(program);
    let version = said.strip_prefix("Redis server v=")?;
    Some(version.split_whitespace().next()?.to_owned())
}
