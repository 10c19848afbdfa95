//! A bot's process with a Discord of its own and the people there.

use std::env;
use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use discord_standin::{Member, Standin};
use slimy_store::Engine;
use tempfile::TempDir;
use tokio::process::{Child, Command};
use tokio::time::timeout;

use crate::databases::Database;
use crate::process;

/// What takes longer than this to start or to stop does not work at all.
const PATIENCE: Duration = Duration::from_secs(30);

/// What the people type, and what they see when it worked.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Question {
    pub(crate) line: &'static str,
    pub(crate) success: &'static str,
}

const PING: Question = Question {
    line: "/ping",
    success: "Pong!",
};
const STATUS: Question = Question {
    line: "/status",
    success: "Slimy is up",
};

/// A running bot. Dropping it kills it.
pub(crate) struct Bot {
    pub(crate) name: String,
    pub(crate) question: Question,
    pub(crate) people: Vec<Member>,
    // Before what it uses, so that it ends first.
    process: Child,
    pid: u32,
    discord: Standin,
    /// Where slimy keeps things; none for the bare bot, which keeps nothing.
    pub(crate) database: Option<Database>,
    home: TempDir,
}

impl Bot {
    /// The bot that keeps nothing.
    pub(crate) async fn bare(people: usize) -> Result<Self> {
        let home = TempDir::new()?;
        let mut program = command("bare-bot", &home)?;
        // It writes no log, only why it ended.
        program.stderr(log(&home)?);
        Self::start("bare /ping".to_owned(), PING, people, program, None, home).await
    }

    /// Slimy on an empty database, with the settings that it has by itself.
    pub(crate) async fn slimy(people: usize, engine: Engine) -> Result<Self> {
        Self::with_limits(people, engine, "off").await
    }

    /// The same, which lets nobody ask too often.
    pub(crate) async fn limited(people: usize, engine: Engine) -> Result<Self> {
        Self::with_limits(people, engine, "on").await
    }

    async fn with_limits(people: usize, engine: Engine, limits: &str) -> Result<Self> {
        let home = TempDir::new()?;
        let database = Database::empty(engine, home.path())?;
        let mut program = command("slimy", &home)?;
        program.arg("run").env("DATABASE_URL", database.url());
        // What is measured is the bot, not how long it makes people wait.
        program.env("RATE_LIMITS", limits);
        program.stderr(log(&home)?);
        let name = format!("slimy /status, {engine}");
        Self::start(name, STATUS, people, program, Some(database), home).await
    }

    async fn start(
        name: String,
        question: Question,
        people: usize,
        mut program: Command,
        database: Option<Database>,
        home: TempDir,
    ) -> Result<Self> {
        let discord = Standin::start().await;
        // What Discord would not take is asked for at the end; a panic would only hide it.
        let guild = discord.guild("Slimy Club");
        let people = (0..people).map(|number| guild.member(&format!("person{number}")));
        let people = people.collect();
        let mut process = program
            .env("DISCORD_TOKEN", discord.token())
            .env("DISCORD_API_BASE", discord.origin())
            .spawn()
            .with_context(|| format!("{name} could not be started"))?;
        let pid = process.id().context("it has ended already")?;
        let ready = tokio::select! {
            ready = timeout(PATIENCE, discord.bot_ready()) => ready.is_ok(),
            _ = process.wait() => false,
        };
        ensure!(ready, "{name} did not get ready: {}", last_words(&home));
        Ok(Self {
            name,
            question,
            people,
            process,
            pid,
            discord,
            database,
            home,
        })
    }

    /// The processor time that it has used so far.
    pub(crate) fn computed(&self) -> Result<Duration> {
        process::computed(self.pid)
    }

    /// Its resident memory, in bytes.
    pub(crate) fn resident(&self) -> Result<u64> {
        process::resident(self.pid)
    }

    /// The most memory that was resident at once so far, in bytes.
    pub(crate) fn peak(&self) -> Result<u64> {
        process::peak(self.pid)
    }

    /// The Discord that it is connected to.
    pub(crate) fn discord(&self) -> &Standin {
        &self.discord
    }

    /// Why something went wrong, for people.
    pub(crate) fn last_words(&self) -> String {
        last_words(&self.home)
    }

    /// Stops it as a service manager does; what it did and Discord would not take is an error.
    /// Gives the database that it leaves behind, with the directory that this is in.
    pub(crate) async fn stop(mut self) -> Result<(Option<Database>, TempDir)> {
        let kill = Command::new("kill")
            .args(["-TERM", &self.pid.to_string()])
            .status();
        ensure!(kill.await?.success(), "{} had ended before", self.name);
        let ended = timeout(PATIENCE, self.process.wait()).await;
        ended.with_context(|| format!("{} does not end", self.name))??;
        let faults = self.discord.forgive_faults();
        if let Some(first) = faults.first() {
            bail!("{}: Discord would not take this: {first}", self.name);
        }
        Ok((self.database, self.home))
    }
}

/// A program that was built beside this one, in an empty environment and a directory of its own.
fn command(name: &str, home: &TempDir) -> Result<Command> {
    let program = beside_this_one(name)?;
    let mut command = Command::new(program);
    command
        .env_clear()
        .envs(env::vars_os().filter(|(name, _)| is_tuning(name)))
        .current_dir(home.path())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .kill_on_drop(true);
    Ok(command)
}

/// What changes a program's speed and memory from outside: given to this one, it is handed on, so
/// that its effect can be seen in the figures.
fn is_tuning(variable: &OsString) -> bool {
    let variable = variable.to_string_lossy();
    variable.starts_with("MALLOC_") || matches!(&*variable, "LD_PRELOAD" | "TOKIO_WORKER_THREADS")
}

fn beside_this_one(name: &str) -> Result<PathBuf> {
    let program = env::current_exe()?.with_file_name(name);
    ensure!(
        program.is_file(),
        "{} is not there: run this by `cargo xtask load`, which builds it",
        program.display()
    );
    Ok(program)
}

fn log(home: &TempDir) -> Result<File> {
    Ok(File::create(log_path(home.path()))?)
}

fn log_path(home: &Path) -> PathBuf {
    home.join("log")
}

/// The end of its log.
fn last_words(home: &TempDir) -> String {
    let log = fs::read_to_string(log_path(home.path())).unwrap_or_default();
    let lines: Vec<&str> = log.lines().collect();
    let last = lines.len().saturating_sub(10);
    lines[last..].join("\n")
}
