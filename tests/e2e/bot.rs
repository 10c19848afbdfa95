//! The program as a host runs it, and a guild for it on the stand-in.

use std::{
    future::Future,
    io::{BufRead as _, BufReader},
    path::PathBuf,
    process::{Child, Command, ExitStatus, Stdio},
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant},
};

use discord_standin::{Guild, Member, Standin};
use slimy_store::{
    PageRequest,
    audit::{self, AuditEntry, AuditFilter},
    testing::TestDb,
};

use crate::PATIENCE_SECONDS;

/// A running `slimy run`. Dropping it kills it, as pulling the plug would.
pub(crate) struct Bot {
    child: Child,
    log: Arc<Mutex<String>>,
    copying: Option<thread::JoinHandle<()>>,
}

impl Bot {
    /// Starts the program on the database of that URL, with further settings, without waiting.
    pub(crate) fn launch(discord: &Standin, database: &str, settings: &[(&str, &str)]) -> Self {
        let mut command = program();
        command
            .arg("run")
            .env("DISCORD_TOKEN", discord.token())
            .env("DISCORD_API_BASE", discord.origin())
            .env("DATABASE_URL", database)
            .env("DATABASE_MAX_CONNECTIONS", "4")
            // People here type faster than anybody can; the tests of that switch it on.
            .env("RATE_LIMITS", "off")
            // serenity says at DEBUG, and only there, that it did not understand an event.
            .env("RUST_LOG", "info,slimy=debug,serenity=debug")
            .envs(settings.iter().copied())
            .stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        let log = Arc::new(Mutex::new(String::new()));
        let stderr = child.stderr.take().expect("stderr is piped");
        let copy = Arc::clone(&log);
        let copying = thread::spawn(move || {
            for line in BufReader::new(stderr).lines().map_while(Result::ok) {
                let mut log = copy.lock().expect("nobody panics with the log");
                log.push_str(&line);
                log.push('\n');
            }
        });
        Self {
            child,
            log,
            copying: Some(copying),
        }
    }

    /// What it has logged so far.
    pub(crate) fn log(&self) -> String {
        self.log.lock().expect("nobody panics with the log").clone()
    }

    /// Waits until the last line of a program that has ended is there.
    fn finish_log(&mut self) {
        if let Some(copying) = self.copying.take() {
            let _ = copying.join();
        }
    }

    /// Sends SIGTERM, as a host's service manager does.
    pub(crate) fn terminate(&self) {
        let pid = self.child.id().to_string();
        let sent = Command::new("kill").args(["-TERM", &pid]).status();
        assert!(sent.expect("kill runs").success());
    }

    /// Waits until it has ended by itself.
    pub(crate) async fn ended(&mut self) -> ExitStatus {
        let deadline = Instant::now() + Duration::from_secs(PATIENCE_SECONDS);
        loop {
            if let Some(status) = self
                .child
                .try_wait()
                .expect("the program can be waited for")
            {
                self.finish_log();
                return status;
            }
            assert!(
                Instant::now() < deadline,
                "it does not end:\n{}",
                self.log()
            );
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
}

impl Drop for Bot {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        self.finish_log();
        let log = self.log();
        if thread::panicking() {
            eprintln!("--- the bot's log ---\n{log}");
        } else {
            assert!(
                !log.contains("unknown event"),
                "serenity did not understand an event:\n{log}"
            );
            // The stand-in's tokens all begin like this.
            assert!(
                !log.contains("interaction-token-"),
                "a token was logged:\n{log}"
            );
            assert!(!log.contains("panicked"), "the program panicked:\n{log}");
        }
    }
}

/// The program with an empty environment, in a directory without a `.env`.
pub(crate) fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_slimy"));
    command
        .env_clear()
        .current_dir(env!("CARGO_TARGET_TMPDIR"))
        .stdin(Stdio::null());
    // Where the query log goes when `cargo xtask test` checks that every query ran.
    #[expect(
        clippy::disallowed_methods,
        reason = "handed on to the program as it is"
    )]
    if let Ok(directory) = std::env::var("SLIMY_QUERY_COVERAGE") {
        command.env("SLIMY_QUERY_COVERAGE", directory);
    }
    command
}

/// A Discord with one guild, a manager (ana), a member (bob), and the bot connected.
pub(crate) struct Scene {
    pub(crate) discord: Standin,
    pub(crate) guild: Guild,
    pub(crate) ana: Member,
    pub(crate) bob: Member,
    pub(crate) bot: Bot,
    pub(crate) test: TestDb,
}

impl Scene {
    /// Sets it up on the given database.
    pub(crate) async fn set(test: TestDb) -> Self {
        Self::on(Standin::start().await, test).await
    }

    /// The same on a Discord that has something special about it.
    pub(crate) async fn on(discord: Standin, test: TestDb) -> Self {
        Self::launched(discord, test, &[]).await
    }

    /// The same with further settings.
    pub(crate) async fn with(test: TestDb, settings: &[(&str, &str)]) -> Self {
        Self::launched(Standin::start().await, test, settings).await
    }

    async fn launched(discord: Standin, test: TestDb, settings: &[(&str, &str)]) -> Self {
        // Discord is never trusted alone: what a person may not use, the bot refuses.
        discord.lets_everybody_use_all_commands();
        let guild = discord.guild("Slimy Club");
        let ana = guild.member("ana").can_manage_guild();
        let bob = guild.member("bob");
        let bot = Bot::launch(&discord, &test.url, settings);
        discord.bot_ready().await;
        Self {
            discord,
            guild,
            ana,
            bob,
            bot,
            test,
        }
    }

    /// Pulls the plug and starts the program again.
    pub(crate) async fn restart(self) -> Self {
        self.restart_with(&[]).await
    }

    /// The same with further settings.
    pub(crate) async fn restart_with(self, settings: &[(&str, &str)]) -> Self {
        let Self {
            discord,
            guild,
            ana,
            bob,
            bot,
            test,
        } = self;
        drop(bot);
        discord.bot_gone().await;
        let bot = Bot::launch(&discord, &test.url, settings);
        discord.bot_connected().await;
        Self {
            discord,
            guild,
            ana,
            bob,
            bot,
            test,
        }
    }

    /// The audit entries of one action, newest first.
    pub(crate) async fn audited(&self, action: &str) -> Vec<AuditEntry> {
        let filter = AuditFilter {
            action: Some(action.to_owned()),
            ..AuditFilter::default()
        };
        let page = audit::list(&self.test.db, &filter, &PageRequest::first(100)).await;
        page.expect("the audit log can be read").items
    }

    /// The same once there are at least so many: a refusal is told before its entry is written.
    pub(crate) async fn audited_times(&self, action: &str, times: usize) -> Vec<AuditEntry> {
        let enough = || async {
            let entries = self.audited(action).await;
            (entries.len() >= times).then_some(entries)
        };
        self.eventually(action, enough).await
    }

    /// Waits until `look` finds what it looks for in the database: an event has no answer that
    /// could be waited for.
    pub(crate) async fn eventually<T, F: Future<Output = Option<T>>>(
        &self,
        what: &str,
        look: impl Fn() -> F,
    ) -> T {
        let deadline = Instant::now() + Duration::from_secs(PATIENCE_SECONDS);
        loop {
            if let Some(found) = look().await {
                return found;
            }
            assert!(
                Instant::now() < deadline,
                "{what} never came:\n{}",
                self.bot.log()
            );
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
}

/// A picture that the repository carries.
pub(crate) fn demo(name: &str) -> Vec<u8> {
    let path = demo_path(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Where that picture is.
pub(crate) fn demo_path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("assets/demo")
        .join(name)
}

/// The five sim screenshots of the demo club: 24 members.
pub(crate) fn sim_set() -> Vec<(String, Vec<u8>)> {
    (1..=5)
        .map(|n| format!("sim-{n}.png"))
        .map(|name| (name.clone(), demo(&name)))
        .collect()
}
