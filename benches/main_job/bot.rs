//! The program as a host runs it: the settings' defaults, a SQLite file, a token.

use std::{
    path::Path,
    process::Stdio,
    time::{Duration, Instant},
};

use discord_standin::Standin;
use serde_json::Value;
use tokio::{
    io::{AsyncBufReadExt as _, BufReader, Lines},
    process::{Child, ChildStderr, Command},
    time::timeout,
};

/// What takes longer than this does not work at all.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running `slimy run`, killed when it is dropped.
pub(crate) struct Bot {
    child: Child,
    pid: u32,
}

/// How long it took from nothing to serving.
pub(crate) struct Ready {
    /// As its own log line says it.
    pub(crate) said: Duration,
    /// From before the process was made until that line could be read.
    pub(crate) seen: Duration,
}

impl Bot {
    /// Starts the program on the database `slimy.db` in `home` and waits for its line "ready".
    pub(crate) async fn start(discord: &Standin, home: &Path) -> (Self, Ready) {
        Self::launch(discord, home, None, &[]).await
    }

    /// The same on the database of that URL.
    pub(crate) async fn start_on(discord: &Standin, home: &Path, database: &str) -> Self {
        Self::launch(discord, home, Some(database), &[]).await.0
    }

    /// The same with further settings, on a database of that URL if it is given.
    pub(crate) async fn start_with(
        discord: &Standin,
        home: &Path,
        database: Option<&str>,
        settings: &[(&str, &str)],
    ) -> Self {
        Self::launch(discord, home, database, settings).await.0
    }

    async fn launch(
        discord: &Standin,
        home: &Path,
        database: Option<&str>,
        settings: &[(&str, &str)],
    ) -> (Self, Ready) {
        let began = Instant::now();
        let mut child = Command::new(env!("CARGO_BIN_EXE_slimy"))
            .arg("run")
            .env_clear()
            .envs(std::env::vars().filter(|(name, _)| is_tuning(name)))
            // What is measured is the bot, not how long it makes people wait.
            .env("RATE_LIMITS", "off")
            .env("DISCORD_TOKEN", discord.token())
            .env("DISCORD_API_BASE", discord.origin())
            .env("LOG_FORMAT", "json")
            .envs(database.map(|url| ("DATABASE_URL", url)))
            .envs(settings.iter().copied())
            .current_dir(home)
            .stdin(Stdio::null())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("the program starts");
        let pid = child.id().expect("nobody has waited for it yet");
        let stderr = child.stderr.take().expect("stderr is piped");
        let mut log = BufReader::new(stderr).lines();
        let said = timeout(PATIENCE, ready(&mut log)).await;
        let said = said.expect("the program is ready in time");
        let seen = began.elapsed();
        tokio::spawn(show_troubles(log));
        (Self { child, pid }, Ready { said, seen })
    }

    /// Its process, for `/proc`.
    pub(crate) fn pid(&self) -> u32 {
        self.pid
    }

    /// Stops it as a service manager does, and waits until it has ended.
    pub(crate) async fn stop(mut self) {
        let kill = Command::new("kill")
            .args(["-TERM", &self.pid.to_string()])
            .status();
        assert!(kill.await.expect("kill runs").success());
        let ended = timeout(PATIENCE, self.child.wait()).await;
        let status = ended
            .expect("it ends in time")
            .expect("it can be waited for");
        assert!(status.success(), "it ended with {status}");
    }
}

/// What changes the program's speed and memory from outside: given to the bench, it is handed on,
/// so that its effect can be seen in the figures.
fn is_tuning(variable: &str) -> bool {
    variable.starts_with("MALLOC_") || matches!(variable, "LD_PRELOAD" | "TOKIO_WORKER_THREADS")
}

/// Reads up to the line "ready" and returns the milliseconds that it names.
async fn ready(log: &mut Lines<BufReader<ChildStderr>>) -> Duration {
    let mut before = String::new();
    while let Some(line) = log.next_line().await.expect("the log can be read") {
        let fields = serde_json::from_str(&line)
            .map_or(Value::Null, |mut entry: Value| entry["fields"].take());
        if fields["message"] == "ready" {
            // tracing writes a number of 128 bits as text.
            let millis = fields["ready_after"]
                .as_str()
                .and_then(|text| text.parse().ok());
            let millis = millis.or_else(|| fields["ready_after"].as_u64());
            return Duration::from_millis(millis.expect("the line says how long it took"));
        }
        before.push_str(&line);
        before.push('\n');
    }
    panic!("the program ended before it was ready:\n{before}");
}

/// Reads on, so that the program never waits for us, and shows what it warns of. How the stand-in
/// closes the gateway's socket at the end is no trouble.
async fn show_troubles(mut log: Lines<BufReader<ChildStderr>>) {
    while let Ok(Some(line)) = log.next_line().await {
        if !line.contains(r#""level":"INFO""#) && !line.contains("awaiting close frame") {
            eprintln!("{line}");
        }
    }
}
