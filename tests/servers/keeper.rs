//! What outlives this process just long enough to clean up after it.
//!
//! A server is the child of a small shell that waits for the end of its input, which only
//! this process holds open. So the server ends however this process ends: returning,
//! panicking, Ctrl-C or killed. Another such shell then removes the directory: the end of
//! its own input comes when this process and every server in that directory are gone.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::os::fd::AsFd;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStderr, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use tempfile::TempDir;

use crate::account::Account;

/// How long a server may take from start to accepting connections.
const START_LIMIT: Duration = Duration::from_mins(1);

/// What the program is told by its environment and no server needs to know, a browser least of all.
const SECRETS: &[&str] = &[
    "DISCORD_TOKEN",
    "OPENAI_API_KEY",
    "DATABASE_URL",
    "REDIS_URL",
];

/// How many of its last lines are told of a server that did not start.
const LAST_WORDS: usize = 20;

/// `$0` is the directory to remove once all that was written to nobody is read.
const REMOVER: &str = r#"
cat >/dev/null
rm -rf "$0"
"#;

/// `$0` is the signal that ends the server in order, the rest are its program and arguments. A line
/// on its input names another signal. Only the server holds stderr, so that its end is seen there.
/// What the server leaves behind in its group ends with this shell.
const KEEPER: &str = r#"
"$@" >&2 & server=$!
exec 2>/dev/null
read -r signal || signal="$0"
kill -s "$signal" "$server"
wait "$server"
kill -s KILL 0
"#;

/// A directory that is the servers' own and goes away after them.
#[derive(Debug)]
pub(crate) struct Home {
    remover: Child,
    /// Held open by this process and by each server's keeper.
    open: Option<ChildStdin>,
    account: Option<Account>,
    directory: TempDir,
}

impl Home {
    /// A new one, named after what it is for, that belongs to an account which may not do much.
    pub(crate) fn new(prefix: &str) -> Result<Self> {
        let account = Account::to_drop_to()?;
        let directory = tempfile::Builder::new().prefix(prefix).tempdir()?;
        if let Some(account) = &account {
            account.own(directory.path())?;
        }
        let mut remover = command(Path::new("sh"), account.as_ref(), directory.path())
            .arg("-c")
            .arg(REMOVER)
            .arg(directory.path())
            // Where it stands must not be what it removes.
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("the shell that removes the directory could not be started")?;
        Ok(Self {
            open: remover.stdin.take(),
            remover,
            account,
            directory,
        })
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        self.directory.path()
    }

    /// Whom it belongs to, when that is somebody else.
    pub(crate) fn account(&self) -> Option<&Account> {
        self.account.as_ref()
    }

    /// A fresh folder in it, the same account's.
    pub(crate) fn folder(&self, name: &str) -> Result<PathBuf> {
        let path = self.path().join(name);
        fs::create_dir(&path)?;
        // The remover must be able to empty it, also when this process no longer can.
        if let Some(account) = &self.account {
            account.own(&path)?;
        }
        Ok(path)
    }

    /// A program in this directory, run as its account.
    pub(crate) fn command(&self, program: &Path) -> Command {
        command(program, self.account(), self.path())
    }

    /// Starts a server and waits until one of its lines has `ready` in it; the signal of the name `end`
    /// ends it in order.
    pub(crate) fn serve(
        &self,
        server: &Command,
        ready: &'static str,
        end: &'static str,
    ) -> Result<Keeper> {
        let open = self.open.as_ref().context("the directory is going away")?;
        let mut keeper = self.command(Path::new("sh"));
        let settings = server.get_envs();
        keeper.envs(settings.filter_map(|(name, value)| Some((name, value?))));
        keeper.args(["-c", KEEPER, end]).arg(server.get_program());
        let mut child = keeper
            .args(server.get_args())
            .stdin(Stdio::piped())
            .stdout(Stdio::from(open.as_fd().try_clone_to_owned()?))
            .stderr(Stdio::piped())
            .spawn()
            .context("the shell that keeps the server could not be started")?;
        let stderr = child.stderr.take();
        let keeper = Keeper { child };
        wait_until_ready(stderr.context("the server's stderr is not piped")?, ready)?;
        Ok(keeper)
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        drop(self.open.take());
        if let Err(error) = self.remover.wait() {
            eprintln!("{} may still be there: {error}", self.path().display());
        }
    }
}

/// A running server; dropped, it is stopped in order.
#[derive(Debug)]
pub(crate) struct Keeper {
    child: Child,
}

impl Keeper {
    /// Stops the server by the signal of this name and waits for its end.
    pub(crate) fn stop(mut self, signal: &str) -> Result<()> {
        if let Some(input) = &mut self.child.stdin {
            writeln!(input, "{signal}").context("the server's keeper is gone")?;
        }
        self.child.wait().context("the server may still run")?;
        Ok(())
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        // The end of its input is the keeper's sign.
        drop(self.child.stdin.take());
        if let Err(error) = self.child.wait() {
            eprintln!("a private server may still run: {error}");
        }
    }
}

/// Follows what the server says until it is ready, and on afterwards so that it never blocks on a full pipe.
fn wait_until_ready(stderr: ChildStderr, sign: &'static str) -> Result<()> {
    let (ready, readiness) = mpsc::channel();
    thread::spawn(move || {
        let mut said = Vec::new();
        let mut is_ready = false;
        for line in BufReader::new(stderr).lines().map_while(Result::ok) {
            if is_ready {
                continue;
            }
            if line.contains(sign) {
                is_ready = true;
                // Nobody listens any more once the time is up; the server is then already being ended.
                let _ = ready.send(Ok(()));
            } else {
                if said.len() == LAST_WORDS {
                    said.remove(0);
                }
                said.push(line);
            }
        }
        let _ = ready.send(Err(said.join("; ")));
    });
    match readiness.recv_timeout(START_LIMIT) {
        Ok(Ok(())) => Ok(()),
        Ok(Err(said)) if said.is_empty() => bail!("it ended at once"),
        Ok(Err(said)) => bail!("it ended: {said}"),
        Err(RecvTimeoutError::Timeout) => bail!("not ready after {} s", START_LIMIT.as_secs()),
        Err(RecvTimeoutError::Disconnected) => bail!("what it says cannot be followed"),
    }
}

/// A command in a process group of its own: Ctrl-C is for the tests, the server is ended
/// in order afterwards.
fn command(program: &Path, account: Option<&Account>, directory: &Path) -> Command {
    let mut command = Command::new(program);
    command
        .current_dir(directory)
        .env("LC_ALL", "C")
        .process_group(0);
    for secret in SECRETS {
        command.env_remove(secret);
    }
    if let Some(account) = account {
        account.run(&mut command);
    }
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_server_is_handed_the_programs_secrets() {
        let command = command(Path::new("sh"), None, Path::new("/"));
        for secret in SECRETS {
            let mut changes = command.get_envs();
            assert!(
                changes.any(|change| change == (secret.as_ref(), None)),
                "{secret}"
            );
        }
    }
}
