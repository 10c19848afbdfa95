//! Whom the servers run as: PostgreSQL refuses root, and Redis needs nothing of root's.

use std::os::unix::fs::lchown;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

/// The users that root drops to, the better one first: `nobody` owns nothing, `postgres` may own the
/// machine's real databases.
const UNPRIVILEGED: &[&str] = &["nobody", "postgres"];

/// A user that may not do much, by the system's numbers.
#[derive(Debug)]
pub(crate) struct Account {
    name: &'static str,
    user: u32,
    group: u32,
}

impl Account {
    /// The user to drop to when run as root; none when run as somebody else.
    pub(crate) fn to_drop_to() -> Result<Option<Self>> {
        if !is_root()? {
            return Ok(None);
        }
        for name in UNPRIVILEGED {
            if let (Ok(user), Ok(group)) = (id(&["-u", name]), id(&["-g", name])) {
                return Ok(Some(Self { name, user, group }));
            }
        }
        bail!(
            "a private server does not run as root, and there is no user {}",
            UNPRIVILEGED.join(" or ")
        )
    }

    /// Hands a file or folder to this user. Where a link stands in its place, which the user
    /// itself may have put there, root hands over the link alone.
    pub(crate) fn own(&self, path: &Path) -> Result<()> {
        lchown(path, Some(self.user), Some(self.group))
            .with_context(|| format!("{} cannot be given to {}", path.display(), self.name))
    }

    /// Makes the command run as this user.
    pub(crate) fn run(&self, command: &mut Command) {
        command.uid(self.user).gid(self.group);
    }
}

/// Whether this process runs as root.
pub(crate) fn is_root() -> Result<bool> {
    Ok(id(&["-u"])? == 0)
}

fn id(arguments: &[&str]) -> Result<u32> {
    let output = Command::new("id")
        .args(arguments)
        .output()
        .context("id could not be started")?;
    let number = String::from_utf8_lossy(&output.stdout);
    number
        .trim()
        .parse()
        .with_context(|| format!("id {} gave no number", arguments.join(" ")))
}
