//! A private Redis: in memory only, with a password, on a loopback port.

mod program;

use std::fmt;
use std::fs::{self, File};
use std::io::Write;
use std::net::{Ipv4Addr, SocketAddr};
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

use crate::keeper::{Home, Keeper};
use crate::password::Password;
use crate::{Stop, port};

use program::Program;

/// Another process may take the free port before the server does; so it is tried again on another one.
const START_TRIES: usize = 3;

/// What the server says once it accepts connections.
const READY: &str = "Ready to accept connections";

const SETTINGS: &str = "redis.conf";

/// A running server with nothing in it, gone when dropped.
pub struct Redis {
    // Dropped first: the directory goes after the server.
    keeper: Option<Keeper>,
    program: Program,
    address: SocketAddr,
    url: String,
    home: Home,
}

impl Redis {
    /// Finds or installs Redis, starts it and waits until it accepts connections.
    pub fn start() -> Result<Self> {
        let home = Home::new("slimy-redis-")?;
        let mut redis = Self {
            keeper: None,
            program: Program::find_or_install(home.path())?,
            address: (Ipv4Addr::LOCALHOST, 0).into(),
            url: String::new(),
            home,
        };
        let mut tries = 1;
        loop {
            match redis.start_on_a_free_port() {
                Err(error) if tries < START_TRIES => eprintln!("Redis: {error:#}; trying again"),
                outcome => {
                    outcome.context("Redis did not start")?;
                    return Ok(redis);
                }
            }
            tries += 1;
        }
    }

    fn start_on_a_free_port(&mut self) -> Result<()> {
        let password = Password::random()?;
        self.address.set_port(port::free()?);
        self.url = format!("redis://:{}@{}", password.reveal(), self.address);
        self.write_settings(&password)?;
        self.start_server()
    }

    /// In a file, because other users of this machine see a program's arguments.
    fn write_settings(&self, password: &Password) -> Result<()> {
        let settings = format!(
            "bind 127.0.0.1\nport {}\nrequirepass {}\nsave \"\"\nappendonly no\ndaemonize no\nlogfile \"\"\n",
            self.address.port(),
            password.reveal(),
        );
        let path = self.settings();
        // Those of an earlier try may stand there. Never written through: the directory is the
        // account's, and root must not follow a link of its.
        let _ = fs::remove_file(&path);
        let mut new = File::options();
        let mut file = new.write(true).create_new(true).mode(0o600).open(&path)?;
        file.write_all(settings.as_bytes())?;
        self.home
            .account()
            .map_or(Ok(()), |account| account.own(&path))
    }

    fn settings(&self) -> PathBuf {
        self.home.path().join(SETTINGS)
    }

    /// The server's version as its program says it.
    pub fn version(&self) -> &str {
        self.program.version()
    }

    /// Where it listens, which may be shown.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// How to connect: `redis://:PASSWORD@127.0.0.1:PORT`. Holds the password, so show it nowhere.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Stops the server as if it had gone away; what was in it is lost, as a cache's may be.
    pub fn stop_server(&mut self, how: Stop) -> Result<()> {
        let keeper = self.keeper.take().context("Redis is stopped already")?;
        keeper.stop(match how {
            Stop::Fast => "TERM",
            Stop::Immediate => "KILL",
        })
    }

    /// Starts the stopped server again, empty, on the same port with the same password.
    pub fn start_server(&mut self) -> Result<()> {
        ensure!(self.keeper.is_none(), "Redis runs already");
        let mut server = self.home.command(self.program.path());
        server.arg(self.settings());
        self.keeper = Some(self.home.serve(&server, READY, "INT")?);
        Ok(())
    }
}

/// Without the password.
impl fmt::Debug for Redis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Redis")
            .field("address", &self.address)
            .field("runs", &self.keeper.is_some())
            .finish_non_exhaustive()
    }
}
