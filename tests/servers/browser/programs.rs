//! Where Chromium and its driver are, and how they get there.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::apt;
use crate::programs::{find_on_path, version_line};

/// The browser's names, Debian's first.
const BROWSERS: &[&str] = &["chromium", "google-chrome", "chromium-browser"];

const DRIVER: &str = "chromedriver";

/// Debian's package of the driver, which brings the browser of the same version.
const PACKAGE: &str = "chromium-driver";

/// What a missing one is told.
const MISSING: &str = "Chromium or its chromedriver is missing: install them, on Debian with \
                       `sudo apt-get install chromium-driver`, or put both on PATH";

/// A Chromium and the driver that fits it.
#[derive(Clone, Debug)]
pub struct BrowserPrograms {
    browser: PathBuf,
    driver: PathBuf,
}

impl BrowserPrograms {
    /// Those two, wherever they are.
    pub fn at(browser: impl Into<PathBuf>, driver: impl Into<PathBuf>) -> Self {
        Self {
            browser: browser.into(),
            driver: driver.into(),
        }
    }

    /// The ones on PATH; an error says how to get them.
    pub fn find() -> Result<Self> {
        let browser = BROWSERS.iter().find_map(|name| find_on_path(name));
        match (browser, find_on_path(DRIVER)) {
            (Some(browser), Some(driver)) => Ok(Self::at(browser, driver)),
            _ => bail!(MISSING),
        }
    }

    /// The ones on PATH; where one is missing, root gets Debian's package.
    pub fn find_or_install() -> Result<Self> {
        match Self::find() {
            Err(_) if apt::is_possible()? => {
                apt::install(PACKAGE)?;
                Self::find().with_context(|| format!("{PACKAGE} is installed"))
            }
            found => found,
        }
    }

    /// The browser's program.
    pub fn browser(&self) -> &Path {
        &self.browser
    }

    /// The driver's program.
    pub fn driver(&self) -> &Path {
        &self.driver
    }

    /// The version as the driver says it (`ChromeDriver 156.0.8078.79 (…)`), for people.
    pub fn version(&self) -> String {
        let said = version_line(&mut Command::new(&self.driver));
        let version = said.split_whitespace().nth(1);
        version.unwrap_or("of unknown version").to_owned()
    }
}
