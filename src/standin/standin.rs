//! The Discord that a test starts: its servers, its clock, what it found wrong.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::answer::Answer;
use crate::clock::Id;
use crate::faults::{Failure, PlannedFault};
use crate::guild::Guild;
use crate::rest;
use crate::sessions::{Line, Session, intent};
use crate::state::State;
use crate::world::World;

/// A Discord on loopback. Dropping it fails the test when the bot did something that Discord would
/// not take.
#[derive(Debug)]
pub struct Standin {
    world: Arc<World>,
    origin: String,
    token: String,
    servers: [JoinHandle<io::Result<()>>; 2],
}

/// How long a person waited for an interaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Latency {
    /// From the event to the first answer, be it only "thinking…".
    pub first_callback: Duration,
    /// From the event to the newest visible answer; none while the bot still thinks.
    pub visible: Option<Duration>,
}

impl Standin {
    /// Starts on a free port of 127.0.0.1, with a second origin for files that lie elsewhere.
    ///
    /// # Panics
    /// When loopback has no free port, or the machine no randomness.
    pub async fn start() -> Self {
        let (listener, port) = listen().await;
        let (foreign_listener, foreign_port) = listen().await;
        let origin = format!("http://127.0.0.1:{port}");
        // Another name for the same machine, so that a list of hosts tells the two apart.
        let state = State::new(
            origin.clone(),
            format!("http://localhost:{foreign_port}"),
            secret(),
        );
        let token = state.token.clone();
        let world = Arc::new(World::new(state));
        let routes = rest::routes(world.clone());
        let foreign = rest::foreign_routes(world.clone());
        let servers = [
            tokio::spawn(async { axum::serve(listener, routes).await }),
            tokio::spawn(async { axum::serve(foreign_listener, foreign).await }),
        ];
        Self {
            world,
            origin,
            token,
            servers,
        }
    }

    /// Where the bot aims its REST calls: `http://127.0.0.1:PORT`.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The bot's token; another one each time, so that only who is handed it can use it.
    pub fn token(&self) -> &str {
        &self.token
    }

    /// The bot's account, which is its application, too.
    pub fn bot_id(&self) -> Id {
        self.world.read(|state| state.bot.id)
    }

    /// The account that owns the application.
    pub fn host_id(&self) -> Id {
        self.world.read(|state| state.host.id)
    }

    /// A new guild that the bot is in; a bot that is connected sees `GUILD_CREATE`.
    pub fn guild(&self, name: &str) -> Guild {
        let id = self.world.update(|state| {
            let id = state.found_guild(name);
            state.dispatch_guild(id);
            id
        });
        Guild::new(self.world.clone(), id)
    }

    /// Waits until a session is ready and has registered its commands.
    pub async fn bot_ready(&self) {
        let ready = |state: &State| {
            if let Some(fault) = state.faults.first() {
                return Some(Err(format!("Discord would not take this: {fault}")));
            }
            let mut sessions = state.sessions.iter();
            let is_ready = sessions.any(|one| one.is_ready() && one.has_registered);
            is_ready.then_some(Ok(()))
        };
        self.world.wait_for("the bot to be ready", ready).await;
    }

    /// Waits until a session is connected and ready, whether or not it registers anything (again).
    pub async fn bot_connected(&self) {
        let ready = |state: &State| {
            let is_ready = state.sessions.iter().any(Session::is_ready);
            is_ready.then_some(Ok(()))
        };
        self.world.wait_for("the bot to be connected", ready).await;
    }

    /// Waits until no socket is connected, as after the bot's stop.
    pub async fn bot_gone(&self) {
        let gone = |state: &State| {
            let is_gone = state.sessions.iter().all(|one| one.line.is_none());
            is_gone.then_some(Ok(()))
        };
        self.world.wait_for("the bot to be gone", gone).await;
    }

    /// How many sessions have begun with IDENTIFY and live.
    pub fn sessions(&self) -> usize {
        self.world.read(|state| state.sessions.len())
    }

    /// How many sessions have begun with IDENTIFY so far, whether or not they live.
    pub fn identifies(&self) -> u64 {
        self.world.read(|state| state.gateway.starts)
    }

    /// How many times a session was resumed so far.
    pub fn resumes(&self) -> u64 {
        self.world.read(|state| state.gateway.resumes)
    }

    /// Waits until a session was resumed so many times, and is connected.
    pub async fn bot_resumed(&self, times: u64) {
        let resumed = |state: &State| {
            let is_there = state.sessions.iter().any(Session::is_ready);
            (is_there && state.gateway.resumes >= times).then_some(Ok(()))
        };
        self.world.wait_for("the bot to resume", resumed).await;
    }

    /// The commands that are registered everywhere, as Discord shows them.
    pub fn global_commands(&self) -> Vec<Value> {
        self.world
            .read(|state| state.commands.get(&None).cloned().unwrap_or_default())
    }

    /// Moves the stand-in's clock: answers get late, tokens die.
    pub fn advance(&self, by: Duration) {
        self.world.update(|state| {
            state.clock.advance(by);
            state.note(format_args!("the clock moves by {by:?}"));
        });
    }

    /// Switches privileged intents on, as in the developer portal; otherwise they close with 4014.
    pub fn allow_privileged_intents(&self) {
        self.world
            .update(|state| state.privileged_intents = intent::PRIVILEGED);
    }

    /// Breaks every gateway socket without a word.
    pub fn drops_gateway(&self) {
        self.cuts_sessions("every socket breaks", || Line::Drop);
    }

    /// Every gateway socket stays open and says and hears nothing any more.
    pub fn falls_silent(&self) {
        self.cuts_sessions("every socket falls silent", || Line::Freeze);
    }

    /// Asks the bot to reconnect and resume (op 7).
    pub fn asks_to_reconnect(&self) {
        let reconnect = || Line::of(&json!({ "op": 7, "s": null, "t": null, "d": null }));
        self.tell_sessions("op 7, reconnect", reconnect);
    }

    /// Says that the session is invalid (op 9); one that cannot be resumed is forgotten.
    pub fn invalidates_session(&self, can_be_resumed: bool) {
        let payload = json!({ "op": 9, "s": null, "t": null, "d": can_be_resumed });
        self.tell_sessions("op 9, invalid session", || Line::of(&payload));
        if !can_be_resumed {
            self.world.update(|state| state.sessions.clear());
        }
    }

    /// The next request of this method whose path contains this part fails with this status.
    pub fn fails_next(&self, method: &str, path_part: &str, status: u16) {
        self.plan(method, path_part, Failure::Status(status));
    }

    /// The next such request is rate limited and asked to wait.
    pub fn rate_limits_next(&self, method: &str, path_part: &str, retry_after: Duration) {
        self.plan(method, path_part, Failure::RateLimit(retry_after));
    }

    /// The next such request is lost: nothing is done, and no answer ever comes.
    pub fn swallows_next(&self, method: &str, path_part: &str) {
        self.plan(method, path_part, Failure::Swallowed);
    }

    /// The next such request is done, and its answer is lost.
    pub fn loses_next_answer(&self, method: &str, path_part: &str) {
        self.plan(method, path_part, Failure::AnswerLost);
    }

    /// Waits until every request that was to fail has failed.
    pub async fn planned_failures_are_over(&self) {
        let over = |state: &State| state.planned.is_empty().then_some(Ok(()));
        self.world.wait_for("the planned failures", over).await;
    }

    /// The next heartbeat gets no ACK.
    pub fn misses_next_ack(&self) {
        self.world.update(|state| state.gateway.missed_acks += 1);
    }

    /// Sockets that connect from now on are asked for heartbeats this often, instead of every
    /// 41.25 s.
    pub fn asks_for_heartbeats(&self, interval: Duration) {
        self.world
            .update(|state| state.gateway.heartbeat_interval = interval);
    }

    /// Waits until so many heartbeats have come in all.
    pub async fn heartbeats(&self, count: u64) {
        let come = |state: &State| (state.gateway.heartbeats >= count).then_some(Ok(()));
        self.world.wait_for("heartbeats", come).await;
    }

    /// The next event of this name (`INTERACTION_CREATE`) comes twice.
    pub fn repeats_next(&self, event: &str) {
        self.world
            .update(|state| state.gateway.repeated = Some(event.to_owned()));
    }

    /// From now on only so many shards may identify in five seconds; who is too fast gets op 9.
    /// Not so by default: a test that restarts its bot would wait five seconds each time.
    pub fn limits_identifies(&self, max_concurrency: u64) {
        self.world
            .update(|state| state.gateway.max_concurrency = Some(max_concurrency));
    }

    /// How often the other host was asked for a file.
    pub fn foreign_requests(&self) -> usize {
        self.world.read(|state| state.foreign_requests)
    }

    /// From now on what Discord would not take is logged and fails nothing: people try the bot
    /// out, nobody tests it.
    pub fn only_logs_faults(&self) {
        self.world.update(|state| state.only_logs_faults = true);
    }

    /// From now on every server's admins let everybody use every command there, as Discord has them
    /// do under Integrations: a command's default permissions hide it from nobody.
    pub fn lets_everybody_use_all_commands(&self) {
        self.world.update(|state| state.shows_all_commands = true);
    }

    /// Sets the calendar to this time, in Unix milliseconds, which the ids of all that comes hold.
    /// The guilds, channels and people that are there already keep theirs, the same each time.
    pub fn set_calendar(&self, unix_millis: u64) {
        self.world
            .update(|state| state.clock.set_calendar(unix_millis));
    }

    /// What the bot did and Discord would not take.
    pub fn faults(&self) -> Vec<String> {
        self.world.read(|state| state.faults.clone())
    }

    /// Takes the faults that a test provoked on purpose, so that they do not fail it.
    pub fn forgive_faults(&self) -> Vec<String> {
        self.world.update(|state| std::mem::take(&mut state.faults))
    }

    /// The newest 1,000 messages as the bot sent them to be shown, each edit too, oldest first: a
    /// draft that was on the screen for a second is in it.
    pub fn sent(&self) -> Vec<Value> {
        self.world
            .read(|state| state.sent.iter().cloned().collect())
    }

    /// What happened so far, line by line.
    pub fn transcript(&self) -> String {
        self.world.read(|state| state.transcript.to_string())
    }

    /// How long the person waited; none while nothing came back.
    pub fn callback_latency(&self, answer: &Answer) -> Option<Latency> {
        self.world.read(|state| {
            let interaction = state.interactions.get(&answer.interaction)?;
            let since = |at: Duration| at.saturating_sub(interaction.dispatched);
            Some(Latency {
                first_callback: since(interaction.first_answer_at?),
                visible: interaction.visible_at.map(since),
            })
        })
    }

    pub(crate) fn world(&self) -> Arc<World> {
        self.world.clone()
    }

    fn tell_sessions(&self, what: &str, line: impl Fn() -> Line) {
        self.world.update(|state| {
            state.note(format_args!("discord → bot  {what}"));
            for session in &state.sessions {
                session.tell(line());
            }
        });
    }

    /// The same, and the sessions have no socket from here on: what happens next waits in them,
    /// however long the sockets' tasks take to hear of it.
    fn cuts_sessions(&self, what: &str, line: impl Fn() -> Line) {
        self.tell_sessions(what, line);
        self.world.update(|state| {
            for session in &mut state.sessions {
                session.line = None;
            }
        });
    }

    fn plan(&self, method: &str, path_part: &str, failure: Failure) {
        let fault = PlannedFault {
            method: method.to_owned(),
            path_part: path_part.to_owned(),
            failure,
        };
        self.world.update(|state| state.planned.push(fault));
    }
}

impl Drop for Standin {
    fn drop(&mut self) {
        for server in &self.servers {
            server.abort();
        }
        let faults = self.faults();
        // A second panic would abort the process and hide the first one's reason.
        if !faults.is_empty() && !std::thread::panicking() {
            let list = faults.join("\n  ");
            self.world
                .fail(&format!("Discord would not take this:\n  {list}"));
        }
    }
}

fn secret() -> [u8; 32] {
    let mut secret = [0; 32];
    if let Err(error) = getrandom::fill(&mut secret) {
        panic!("no randomness: {error}");
    }
    secret
}

async fn listen() -> (TcpListener, u16) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await;
    let bound = listener.and_then(|one| one.local_addr().map(|address| (one, address.port())));
    match bound {
        Ok(bound) => bound,
        Err(error) => panic!("loopback has no free port: {error}"),
    }
}
