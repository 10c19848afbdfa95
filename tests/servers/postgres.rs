//! A private PostgreSQL: an empty cluster with a password, on a loopback port.

mod binaries;

use std::fmt;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::process::Stdio;

use anyhow::{Context, Result, bail, ensure};

use crate::keeper::{Home, Keeper};
use crate::password::Password;
use crate::{Stop, port};

use binaries::Binaries;

/// Another process may take the free port before the server does; so it is tried again on another one.
const START_TRIES: usize = 3;

/// What the server says on stderr once it accepts connections, in the C locale.
const READY: &str = "database system is ready to accept connections";

/// The cluster's own folder in its directory.
const DATA: &str = "data";

/// `log` leaves out the errors that tests make on purpose.
const SETTINGS: &[&str] = &[
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=200",
    "log_min_messages=log",
    "log_checkpoints=off",
];

/// Speed over safety, for data that is thrown away.
const CARELESS: &[&str] = &[
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "autovacuum=off",
];

/// As a host runs it.
const DURABLE: &[&str] = &[
    "fsync=on",
    "synchronous_commit=on",
    "full_page_writes=on",
    "autovacuum=on",
];

/// What the cluster is for.
#[derive(Debug, Clone, Copy, Default)]
pub struct PostgresOptions {
    /// Whether what is committed outlives [`Stop::Immediate`], at the price that it has
    /// for a host, too. Without it the cluster is as quick as can be.
    pub durable: bool,
}

/// A running server with an empty cluster, gone when dropped.
pub struct Postgres {
    // Dropped first: the directory goes after the server.
    keeper: Option<Keeper>,
    binaries: Binaries,
    settings: Vec<String>,
    version: String,
    address: SocketAddr,
    url: String,
    home: Home,
}

impl Postgres {
    /// Finds or installs PostgreSQL, makes a cluster and waits until it accepts connections.
    pub fn start(options: PostgresOptions) -> Result<Self> {
        Self::start_with(options, &[])
    }

    /// The same with settings of one's own, for example `shared_buffers=1GB`.
    pub fn start_with(options: PostgresOptions, settings: &[&str]) -> Result<Self> {
        let by_purpose = if options.durable { DURABLE } else { CARELESS };
        let settings: Vec<String> = [SETTINGS, by_purpose, settings]
            .concat()
            .into_iter()
            .map(str::to_owned)
            .collect();
        let binaries = Binaries::find_or_install()?;
        let mut tries = 1;
        loop {
            match Self::start_on_a_free_port(&binaries, &settings) {
                Err(error) if tries < START_TRIES => {
                    eprintln!("PostgreSQL: {error:#}; trying again");
                }
                outcome => return outcome.context("PostgreSQL did not start"),
            }
            tries += 1;
        }
    }

    fn start_on_a_free_port(binaries: &Binaries, settings: &[String]) -> Result<Self> {
        let password = Password::random()?;
        let port = port::free()?;
        let mut postgres = Self {
            keeper: None,
            version: binaries.version(),
            binaries: binaries.clone(),
            settings: settings.to_vec(),
            address: (Ipv4Addr::LOCALHOST, port).into(),
            url: format!(
                "postgres://postgres:{}@127.0.0.1:{port}/postgres",
                password.reveal()
            ),
            home: Home::new("slimy-postgres-")?,
        };
        postgres.init_cluster(&password)?;
        postgres.start_server()?;
        Ok(postgres)
    }

    /// A superuser can run programs, so other users of this machine must not become one over loopback.
    fn init_cluster(&self, password: &Password) -> Result<()> {
        let directory = self.home.path();
        let password_file = password.write_to(directory, self.home.account())?;
        let output = self
            .home
            .command(&self.binaries.initdb())
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

    /// The server's version as its binary says it.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Where it listens, which may be shown.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// How to connect as the superuser `postgres`. Holds the password, so show it nowhere.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// A fresh directory that lives as long as the cluster and that the tests may write to.
    pub fn shared_dir(&self, name: &str) -> Result<PathBuf> {
        self.home.folder(name)
    }

    /// Stops the server, whoever is connected; its data stays. What a durable cluster
    /// has committed is there again after the next start, however it is stopped.
    pub fn stop_server(&mut self, how: Stop) -> Result<()> {
        let keeper = self
            .keeper
            .take()
            .context("PostgreSQL is stopped already")?;
        keeper.stop(match how {
            Stop::Fast => "INT",
            Stop::Immediate => "QUIT",
        })
    }

    /// Starts the stopped server again on its data and on the same port, and waits until
    /// it accepts connections.
    pub fn start_server(&mut self) -> Result<()> {
        ensure!(self.keeper.is_none(), "PostgreSQL runs already");
        let mut server = self.home.command(&self.binaries.postgres());
        server
            .arg("-D")
            .arg(self.home.path().join(DATA))
            .arg("-p")
            .arg(self.address.port().to_string());
        for setting in &self.settings {
            server.arg("-c").arg(setting);
        }
        self.keeper = Some(self.home.serve(&server, READY, "INT")?);
        Ok(())
    }
}

/// Without the password.
impl fmt::Debug for Postgres {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Postgres")
            .field("address", &self.address)
            .field("runs", &self.keeper.is_some())
            .finish_non_exhaustive()
    }
}
