//! The connection to Redis, which may go away at any time and comes back by itself.
//!
//! Whoever fails with it says so, and from then on nobody has it until the keeper has
//! made another one. Before anybody gets that, Redis is told of the changes that it
//! missed: what is lent here can be believed.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use redis::aio::MultiplexedConnection;
use redis::{Client, Cmd, FromRedisValue, RedisError};
use tokio::sync::Notify;
use tokio::task::AbortHandle;

use super::owed::{Debt, Owed};
use super::{Key, dialect};
use crate::limits;

/// Waits between attempts to connect begin with this.
const FIRST_WAIT: Duration = Duration::from_millis(100);
/// They end with this: changes that are owed are late by no more.
const LONGEST_WAIT: Duration = Duration::from_secs(1);
/// After a connection that did not live as long, the waits go on growing, and nothing is
/// logged: the outage before it is not over.
const STEADY: Duration = Duration::from_secs(10);

/// The link. Dropped, it ends its keeper.
#[derive(Debug)]
pub(super) struct Link {
    state: Arc<State>,
    keeper: AbortHandle,
    deadline: Duration,
}

#[derive(Debug)]
struct State {
    inner: Mutex<Inner>,
    /// Told when the connection is to be made anew.
    lost: Notify,
}

#[derive(Debug, Default)]
struct Inner {
    connected: Option<Connected>,
    /// Connections so far, so that a late failure of an old one does not end its successor.
    number: u64,
    owed: Owed,
    /// Whether the log has said that Redis is away, and not yet that it is back.
    told: bool,
    /// When it said so last.
    told_at: Option<Instant>,
}

/// A connection that works as far as anybody knows.
#[derive(Clone)]
pub(super) struct Connected {
    connection: MultiplexedConnection,
    /// What our keys begin with. It names the run of the server: what a server loads
    /// from its disk when it starts again, or what a replica has when it takes over, may
    /// be older than changes that were announced, and is under another name.
    pub(super) prefix: Arc<str>,
    number: u64,
}

impl std::fmt::Debug for Connected {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Connected")
            .field("prefix", &self.prefix)
            .finish_non_exhaustive()
    }
}

impl Link {
    /// Tries once to connect, and keeps trying in the background when that fails. An
    /// error is what no waiting will mend: Redis wants another password.
    pub(super) async fn open(client: Client, deadline: Duration) -> Result<Self, RedisError> {
        let state = Arc::new(State {
            inner: Mutex::default(),
            lost: Notify::new(),
        });
        let connected = match connect(&client).await {
            Ok(opened) => state.settle(opened).await.is_ok(),
            Err(fault) if fault.is_refusal() => return Err(fault.0),
            Err(fault) => {
                state.say_away(&fault);
                false
            }
        };
        let keeper = tokio::spawn(keep(client, Arc::clone(&state), connected));
        Ok(Self {
            state,
            keeper: keeper.abort_handle(),
            deadline,
        })
    }

    /// The connection; none while Redis is away.
    pub(super) fn connected(&self) -> Option<Connected> {
        self.state.lock().connected.clone()
    }

    /// Runs a command within its deadline. None when it failed: Redis is away from then
    /// on, for everybody.
    pub(super) async fn call<T: FromRedisValue>(&self, on: &Connected, command: &Cmd) -> Option<T> {
        match run(&mut on.connection.clone(), command, self.deadline).await {
            Ok(answer) => Some(answer),
            Err(fault) => {
                self.state.lost(on.number, &fault);
                None
            }
        }
    }

    /// Notes that these rows changed and that Redis could not be told.
    pub(super) fn owe(&self, keys: &[Key]) {
        let mut inner = self.state.lock();
        inner.owed.add(keys);
        // In the meantime Redis may be back. Nobody may have it before it was told.
        if inner.connected.take().is_some() {
            self.state.lost.notify_one();
        }
    }
}

impl Drop for Link {
    fn drop(&mut self) {
        self.keeper.abort();
    }
}

impl State {
    fn lock(&self) -> MutexGuard<'_, Inner> {
        // A panic elsewhere leaves nothing half-written.
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn lost(&self, number: u64, fault: &Fault) {
        let mut inner = self.lock();
        let is_current = |connected: &mut Connected| connected.number == number;
        if inner.connected.take_if(is_current).is_some() {
            drop(inner);
            self.say_away(fault);
            self.lost.notify_one();
        }
    }

    /// Tells Redis what it missed, and then lets everybody have it.
    async fn settle(&self, mut opened: Connected) -> Result<(), Fault> {
        loop {
            let debt = {
                let mut inner = self.lock();
                let Some(debt) = inner.owed.take() else {
                    inner.number += 1;
                    opened.number = inner.number;
                    inner.connected = Some(opened);
                    if std::mem::take(&mut inner.told) {
                        tracing::info!("Redis is there");
                    }
                    return Ok(());
                };
                debt
            };
            if let Err(fault) = pay(&mut opened, &debt).await {
                self.lock().owed.put_back(&debt);
                return Err(fault);
            }
        }
    }

    fn say_away(&self, fault: &Fault) {
        let mut inner = self.lock();
        // A Redis that comes and goes is told once in a while, not each time.
        let lately = inner.told_at.is_some_and(|at| at.elapsed() < STEADY);
        if inner.told || lately {
            return;
        }
        inner.told = true;
        inner.told_at = Some(Instant::now());
        drop(inner);
        tracing::warn!(%fault, "Redis is away: what it keeps is read from the database");
    }
}

/// Makes a new connection whenever there is none.
async fn keep(client: Client, state: Arc<State>, mut connected: bool) {
    let mut wait = FIRST_WAIT;
    loop {
        if connected {
            let since = Instant::now();
            state.lost.notified().await;
            if since.elapsed() >= STEADY {
                wait = FIRST_WAIT;
            }
        }
        tokio::time::sleep(wait).await;
        wait = (wait * 2).min(LONGEST_WAIT);
        let settled = match connect(&client).await {
            Ok(opened) => state.settle(opened).await,
            Err(fault) => Err(fault),
        };
        connected = settled.is_ok();
        if let Err(fault) = settled {
            state.say_away(&fault);
        }
    }
}

async fn connect(client: &Client) -> Result<Connected, Fault> {
    let config = redis::AsyncConnectionConfig::new()
        .set_connection_timeout(Some(limits::CACHE_CONNECT))
        .set_response_timeout(Some(limits::CACHE_CONNECT));
    let connection = client.get_multiplexed_async_connection_with_config(&config);
    let mut connection = within(limits::CACHE_CONNECT, connection).await?;
    let info: String = run(&mut connection, &dialect::info(), limits::CACHE_CONNECT).await?;
    let prefix: Arc<str> = dialect::prefix(&info)
        .ok_or_else(|| Fault((redis::ErrorKind::Parse, "no run_id in INFO").into()))?
        .into();
    // A server that is full or a mere copy reads, and fails with the first write.
    let probe = dialect::probe(&prefix);
    run::<()>(&mut connection, &probe, limits::CACHE_CONNECT).await?;
    Ok(Connected {
        connection,
        prefix,
        number: 0,
    })
}

/// Tells Redis of changes that it missed.
async fn pay(opened: &mut Connected, debt: &Debt) -> Result<(), Fault> {
    let Connected {
        connection, prefix, ..
    } = opened;
    match debt {
        Debt::Keys(keys) => {
            for keys in keys.chunks(dialect::KEYS_AT_ONCE) {
                let forget = dialect::forget(prefix, keys);
                run::<()>(connection, &forget, limits::CACHE_CONNECT).await?;
            }
        }
        Debt::Everything => {
            let mut cursor = 0;
            loop {
                let scan = dialect::scan(prefix, cursor);
                let (next, names): (u64, Vec<String>) =
                    run(connection, &scan, limits::CACHE_CONNECT).await?;
                if !names.is_empty() {
                    let forget = dialect::forget_names(&names);
                    run::<()>(connection, &forget, limits::CACHE_CONNECT).await?;
                }
                if next == 0 {
                    break;
                }
                cursor = next;
            }
        }
    }
    Ok(())
}

async fn run<T: FromRedisValue>(
    connection: &mut MultiplexedConnection,
    command: &Cmd,
    deadline: Duration,
) -> Result<T, Fault> {
    within(deadline, command.query_async(connection)).await
}

async fn within<T>(
    deadline: Duration,
    answer: impl Future<Output = Result<T, RedisError>>,
) -> Result<T, Fault> {
    match tokio::time::timeout(deadline, answer).await {
        Ok(answer) => answer.map_err(Fault),
        Err(_) => Err(Fault(
            std::io::Error::from(std::io::ErrorKind::TimedOut).into(),
        )),
    }
}

/// What is wrong with Redis, without anything that it or its URL says.
struct Fault(RedisError);

impl Fault {
    /// Whether it is the user or the password that is wrong.
    fn is_refusal(&self) -> bool {
        self.0.kind() == redis::ErrorKind::AuthenticationFailed
            || matches!(self.0.code(), Some("NOAUTH" | "WRONGPASS" | "NOPERM"))
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.0.is_timeout() {
            f.write_str("no answer in time")
        } else if self.0.is_connection_refusal() {
            f.write_str("nobody listens there")
        } else {
            f.write_str(self.0.code().unwrap_or_else(|| self.0.category()))
        }
    }
}
