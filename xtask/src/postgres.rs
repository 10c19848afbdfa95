//! A private PostgreSQL for one run of the tests: found or installed, started, and gone afterwards.
//!
//! The server is the child of a small shell that waits for the end of its input, which only this process
//! holds open. So the server ends and its directory goes away however this process ends: returning,
//! panicking, Ctrl-C or killed.

mod account;
mod binaries;
mod password;

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStderr, Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use tempfile::TempDir;

use account::Account;
use binaries::Binaries;
use password::Password;

/// How long a server may take from start to accepting connections.
const START_LIMIT: Duration = Duration::from_mins(1);

/// Another process may take the free port before the server does; so it is tried again on another one.
const START_TRIES: usize = 3;

/// What the server says on stderr once it accepts connections, in the C locale.
const READY: &str = "database system is ready to accept connections";

/// The cluster's own folder in its directory.
const DATA: &str = "data";

/// `$0` is the server, `$1` the directory to remove, the rest the server's arguments.
/// Only the server holds stderr, so that its end is seen there.
const KEEPER: &str = r#"
directory=$1; shift
"$0" "$@" & server=$!
exec 2>/dev/null
cat >/dev/null
kill -INT "$server"
wait "$server"
rm -rf "$directory"
"#;

/// Speed over safety: this data is thrown away. `log` leaves out the errors that tests make on purpose.
const SETTINGS: &[&str] = &[
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=200",
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "autovacuum=off",
    "log_min_messages=log",
    "log_checkpoints=off",
];

/// A running server with an empty cluster, removed when dropped.
pub(crate) struct Cluster {
    keeper: Child,
    account: Option<Account>,
    version: String,
    address: SocketAddr,
    url: String,
    directory: TempDir,
}

impl Cluster {
    /// Finds or installs PostgreSQL, makes a cluster and waits until it accepts connections.
    pub(crate) fn start() -> Result<Self> {
        let binaries = Binaries::find_or_install()?;
        let mut tries = 1;
        loop {
            match Self::start_on_a_free_port(&binaries) {
                Err(error) if tries < START_TRIES => eprintln!("xtask: {error:#}; trying again"),
                outcome => return outcome.context("PostgreSQL did not start"),
            }
            tries += 1;
        }
    }

    fn start_on_a_free_port(binaries: &Binaries) -> Result<Self> {
        let account = Account::to_drop_to()?;
        let directory = tempfile::Builder::new()
            .prefix("slimy-postgres-")
            .tempdir()?;
        if let Some(account) = &account {
            account.own(directory.path())?;
        }
        let password = Password::random()?;
        init_cluster(binaries, account.as_ref(), directory.path(), &password)?;
        let port = free_port()?;
        let mut keeper = start_keeper(binaries, account.as_ref(), directory.path(), port)?;
        let stderr = keeper.stderr.take();
        let cluster = Self {
            keeper,
            account,
            version: binaries.version(),
            address: (Ipv4Addr::LOCALHOST, port).into(),
            url: format!(
                "postgres://postgres:{}@127.0.0.1:{port}/postgres",
                password.reveal()
            ),
            directory,
        };
        wait_until_ready(stderr.context("the server's stderr is not piped")?)?;
        Ok(cluster)
    }

    /// The server's version as its binary says it.
    pub(crate) fn version(&self) -> &str {
        &self.version
    }

    /// Where it listens, which may be shown.
    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    /// How to connect as the superuser `postgres`. Holds the password: for the tests' environment alone.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// A fresh directory that lives as long as the cluster and that the tests may write to.
    pub(crate) fn shared_dir(&self, name: &str) -> Result<PathBuf> {
        let path = self.directory.path().join(name);
        fs::create_dir(&path)?;
        // The keeper removes it, also when this process can no longer do so itself.
        if let Some(account) = &self.account {
            account.own(&path)?;
        }
        Ok(path)
    }

    /// Stops the server and removes its directory; dropping does the same.
    pub(crate) fn stop(self) {
        drop(self);
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // The end of its input is the keeper's sign to stop the server and to clean up.
        drop(self.keeper.stdin.take());
        if let Err(error) = self.keeper.wait() {
            eprintln!("xtask: the PostgreSQL of the tests may still run: {error}");
        }
    }
}

/// A superuser can run programs, so other users of this machine must not become one over loopback.
fn init_cluster(
    binaries: &Binaries,
    account: Option<&Account>,
    directory: &Path,
    password: &Password,
) -> Result<()> {
    let password_file = password.write_to(directory, account)?;
    let output = command(&binaries.initdb(), account, directory)
        .arg("--pgdata")
        .arg(directory.join(DATA))
        .args([
            "--username=postgres",
            "--auth=scram-sha-256",
            "--locale=C",
            "--encoding=UTF8",
            "--no-sync",
        ])
        .arg("--pwfile")
        .arg(password_file.path())
        .stdin(Stdio::null())
        .output()
        .context("initdb could not be started")?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("initdb failed in {}: {}", directory.display(), said.trim());
    }
    Ok(())
}

fn start_keeper(
    binaries: &Binaries,
    account: Option<&Account>,
    directory: &Path,
    port: u16,
) -> Result<Child> {
    let mut keeper = command(Path::new("sh"), account, directory);
    keeper
        .arg("-c")
        .arg(KEEPER)
        .arg(binaries.postgres())
        .arg(directory);
    keeper
        .arg("-D")
        .arg(directory.join(DATA))
        .arg("-p")
        .arg(port.to_string());
    for setting in SETTINGS {
        keeper.arg("-c").arg(setting);
    }
    keeper
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .context("the shell that keeps PostgreSQL could not be started")
}

/// Follows what the server says until it is ready, and on afterwards so that it never blocks on a full pipe.
fn wait_until_ready(stderr: ChildStderr) -> Result<()> {
    let (ready, readiness) = mpsc::channel();
    thread::spawn(move || {
        let mut said = Vec::new();
        for line in BufReader::new(stderr).lines().map_while(Result::ok) {
            if line.contains(READY) {
                // Nobody listens any more once the time is up; the server is then already being ended.
                let _ = ready.send(Ok(()));
            } else if line.contains("FATAL") && said.len() < 20 {
                said.push(line);
                let _ = ready.send(Err(said.join("; ")));
            }
        }
    });
    match readiness.recv_timeout(START_LIMIT) {
        Ok(Ok(())) => Ok(()),
        Ok(Err(said)) => bail!("{said}"),
        Err(RecvTimeoutError::Timeout) => bail!("not ready after {} s", START_LIMIT.as_secs()),
        Err(RecvTimeoutError::Disconnected) => bail!("it ended at once"),
    }
}

/// A command in the cluster's directory, in a process group of its own: Ctrl-C is for the tests,
/// the server is ended in order afterwards.
fn command(program: &Path, account: Option<&Account>, directory: &Path) -> Command {
    use std::os::unix::process::CommandExt;

    let mut command = Command::new(program);
    command
        .current_dir(directory)
        .env("LC_ALL", "C")
        .process_group(0);
    if let Some(account) = account {
        account.run(&mut command);
    }
    command
}

fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no free loopback port")?;
    Ok(listener.local_addr()?.port())
}
