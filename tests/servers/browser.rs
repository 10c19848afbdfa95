//! A browser that is driven by `WebDriver`: Chromium without a window, behind its own driver.

mod programs;

use std::fs::{self, File};
use std::io::Write;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::keeper::{Home, Keeper};
use crate::port;

pub use programs::BrowserPrograms;

/// Another process may take the free port before the driver does; so it is tried again on another one.
const START_TRIES: usize = 3;

/// What the driver says once it accepts connections.
const READY: &str = "was started successfully";

/// Without a window and without what a browser does by itself. The page is the project's own, on
/// loopback, no other machine is found, and root's browser runs as an account that may not do much:
/// that stands in for Chromium's sandbox, which containers do not allow.
const ARGUMENTS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-crash-reporter",
    "--hide-scrollbars",
    "--force-device-scale-factor=1",
    // Whatever the page asks for: no other machine is found.
    "--no-proxy-server",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "about:blank",
];

/// A driver that waits for one session, gone with its browser when dropped.
#[derive(Debug)]
pub struct Browser {
    // Dropped first: the directory goes after the driver.
    _keeper: Keeper,
    programs: BrowserPrograms,
    address: SocketAddr,
    home: Home,
}

impl Browser {
    /// Starts the driver and waits until it accepts connections.
    pub fn start(programs: &BrowserPrograms) -> Result<Self> {
        let home = Home::new("slimy-browser-")?;
        let mut tries = 1;
        let (keeper, port) = loop {
            match start_on_a_free_port(&home, programs) {
                Err(error) if tries < START_TRIES => eprintln!("Chromium: {error:#}; trying again"),
                outcome => break outcome.context("Chromium's driver did not start")?,
            }
            tries += 1;
        };
        Ok(Self {
            _keeper: keeper,
            programs: programs.clone(),
            address: (Ipv4Addr::LOCALHOST, port).into(),
            home,
        })
    }

    /// Where the driver listens: `http://127.0.0.1:PORT`.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// What a session's `goog:chromeOptions` name as `binary`.
    pub fn binary(&self) -> String {
        self.programs.browser().to_string_lossy().into_owned()
    }

    /// What they name as `args`; among them a profile with nothing in it, for one session.
    pub fn arguments(&self) -> Vec<String> {
        let profile = self.home.path().join("profile");
        let mut arguments: Vec<_> = ARGUMENTS.iter().map(|&one| one.to_owned()).collect();
        arguments.push(format!("--user-data-dir={}", profile.display()));
        arguments
    }

    /// A file that the browser may read, to be chosen in a page.
    pub fn file(&self, name: &str, bytes: &[u8]) -> Result<PathBuf> {
        let path = self.home.path().join(name);
        // Never through a link of the account's.
        let _ = fs::remove_file(&path);
        File::create_new(&path)?.write_all(bytes)?;
        if let Some(account) = self.home.account() {
            account.own(&path)?;
        }
        Ok(path)
    }
}

fn start_on_a_free_port(home: &Home, programs: &BrowserPrograms) -> Result<(Keeper, u16)> {
    let port = port::free()?;
    let mut driver = home.command(programs.driver());
    driver.arg(format!("--port={port}"));
    // The account has no home of its own to write into.
    for place in ["HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"] {
        driver.env(place, home.path());
    }
    // The driver inherits that SIGINT is ignored.
    Ok((home.serve(&driver, READY, "TERM")?, port))
}
