//! Rows that are read all the time, kept nearer than the database: guilds with their
//! settings, and people.
//!
//! Without Redis they are kept in this process. With it they stand there, so that a
//! row that one process read is there for all, and each process has copies that live
//! half a second: a change by one is seen by the others within a second.
//!
//! Whoever changes such a row says so before the commit and after it, through
//! [`Cache::changing`]. What this process reads is then never older than its own last
//! change. Redis may be away at any time: then the database is read, and Redis is told
//! of the changes that it missed before it is believed again.

mod dialect;
mod link;
mod local;
mod owed;
mod row;
mod shared;

use std::future::Future;
use std::sync::Arc;
use std::time::{Duration, Instant};

use local::Local;
use row::Row;
use shared::{Found, Marked, Shared};

use crate::guilds::{self, Guild};
use crate::users::{self, User};
use crate::{Db, Id, StoreError, limits};

/// Which row.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Key {
    /// The guild with this key, `guilds.id`.
    Guild(Id),
    /// The person with this key, `users.id`.
    User(Id),
}

/// Why a cache in Redis cannot be had, which no waiting will mend.
#[derive(Debug, thiserror::Error)]
pub enum CacheError {
    /// The URL is none of Redis.
    #[error("is no Redis URL")]
    Url,
    /// Redis does not let this user in, or not do what a cache must.
    #[error("was refused by Redis: the user or the password is wrong, or may do too little")]
    Refused,
}

/// The cache. Clones share what it holds.
#[derive(Debug, Clone)]
pub struct Cache(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    guilds: Local<Guild>,
    users: Local<User>,
    shared: Option<Shared>,
}

impl Cache {
    /// A cache of this process alone: what another process changes is seen here after
    /// at most [`limits::CACHE_TIME`].
    pub fn in_process() -> Self {
        Self(Arc::new(Inner {
            guilds: Local::new(limits::CACHED_GUILDS, limits::CACHE_TIME),
            users: Local::new(limits::CACHED_USERS, limits::CACHE_TIME),
            shared: None,
        }))
    }

    /// A cache in the Redis at `url`: `redis://[USER:PASSWORD@]HOST[:PORT][/DATABASE]`,
    /// or `rediss://…` for TLS with the certificates that the host trusts. A Redis that
    /// cannot be reached is no error: it is used from when it can. Must be called in a
    /// tokio runtime.
    pub async fn connect(url: &str) -> Result<Self, CacheError> {
        Self::open(url, limits::CACHE_DEADLINE).await
    }

    /// The same with another deadline than [`limits::CACHE_DEADLINE`], for tests on a busy
    /// machine whose Redis must not count as away for it.
    #[cfg(feature = "testing")]
    pub async fn connect_within(url: &str, deadline: Duration) -> Result<Self, CacheError> {
        Self::open(url, deadline).await
    }

    async fn open(url: &str, deadline: Duration) -> Result<Self, CacheError> {
        let known = ["redis://", "rediss://"];
        if !known.iter().any(|scheme| url.starts_with(scheme)) {
            return Err(CacheError::Url);
        }
        let client = redis::Client::open(url).map_err(|_| CacheError::Url)?;
        let shared = Shared::open(client, deadline)
            .await
            .map_err(|_| CacheError::Refused)?;
        Ok(Self(Arc::new(Inner {
            guilds: Local::new(limits::CACHED_GUILDS, limits::CACHE_LOCAL_TIME),
            users: Local::new(limits::CACHED_USERS, limits::CACHE_LOCAL_TIME),
            shared: Some(shared),
        })))
    }

    /// Whether Redis is used just now, as far as is known. Never in the process alone.
    pub fn is_shared(&self) -> bool {
        self.0.shared.as_ref().is_some_and(Shared::is_there)
    }

    /// The guild with this key, also when the bot has left it.
    pub async fn guild(&self, db: &Db, id: &Id) -> Result<Option<Arc<Guild>>, StoreError> {
        self.guild_from(id, guilds::find(db, id)).await
    }

    /// The person with this key.
    pub async fn user(&self, db: &Db, id: &Id) -> Result<Option<Arc<User>>, StoreError> {
        let key = Key::User(id.clone());
        self.read(&self.0.users, &key, users::find(db, id)).await
    }

    /// The same as [`Cache::guild`], with `load` in place of the database, so that tests
    /// can have a change happen while it is read.
    #[cfg(feature = "testing")]
    pub async fn guild_loaded_by(
        &self,
        id: &Id,
        load: impl Future<Output = Result<Option<Guild>, StoreError>>,
    ) -> Result<Option<Arc<Guild>>, StoreError> {
        self.guild_from(id, load).await
    }

    /// Says that these rows are about to change: call it before the commit, and
    /// [`Change::done`] after it. Meanwhile they are read from the database. When Redis
    /// hangs, it waits for [`limits::CACHE_DEADLINE`] and goes on without.
    pub async fn changing(&self, keys: &[Key]) -> Change {
        // Made before anything is awaited, so that whoever gives up here ends it too.
        let mut change = Change {
            cache: self.clone(),
            keys: keys.to_vec(),
            marked: Marked::nowhere(),
        };
        for key in keys {
            self.0.close(key);
        }
        if let (Some(shared), false) = (&self.0.shared, keys.is_empty()) {
            change.marked = Box::pin(shared.mark(keys)).await;
        }
        change
    }

    async fn guild_from(
        &self,
        id: &Id,
        load: impl Future<Output = Result<Option<Guild>, StoreError>>,
    ) -> Result<Option<Arc<Guild>>, StoreError> {
        let key = Key::Guild(id.clone());
        self.read(&self.0.guilds, &key, load).await
    }

    async fn read<T: Row>(
        &self,
        local: &Local<T>,
        key: &Key,
        load: impl Future<Output = Result<Option<T>, StoreError>>,
    ) -> Result<Option<Arc<T>>, StoreError> {
        let (id, now) = (key.id(), Instant::now());
        if let Some(row) = local.get(id, now) {
            return Ok(Some(row));
        }
        let ticket = local.ticket(id, now);
        // On the heap, because most calls do not get here, and each would be as large.
        let row = Box::pin(self.read_elsewhere(key, load))
            .await?
            .map(Arc::new);
        if let Some(row) = &row {
            local.fill(id, &ticket, row);
        }
        Ok(row)
    }

    /// The row from Redis, or from the database through `load`.
    async fn read_elsewhere<T: Row>(
        &self,
        key: &Key,
        load: impl Future<Output = Result<Option<T>, StoreError>>,
    ) -> Result<Option<T>, StoreError> {
        let found = match &self.0.shared {
            Some(shared) => shared.look(key).await,
            None => Found::Nothing,
        };
        match found {
            Found::Row(row) => Ok(Some(row)),
            Found::Nothing => load.await,
            Found::Lease(lease) => {
                let row = load.await?;
                if let (Some(row), Some(shared)) = (&row, &self.0.shared) {
                    shared.fill(&lease, row).await;
                }
                Ok(row)
            }
        }
    }
}

impl Key {
    fn id(&self) -> &Id {
        match self {
            Self::Guild(id) | Self::User(id) => id,
        }
    }
}

impl Inner {
    fn close(&self, key: &Key) {
        match key {
            Key::Guild(id) => self.guilds.close(id),
            Key::User(id) => self.users.close(id),
        }
    }

    fn open(&self, key: &Key) {
        match key {
            Key::Guild(id) => self.guilds.open(id),
            Key::User(id) => self.users.open(id),
        }
    }

    fn abandon(&self, key: &Key, now: Instant) {
        match key {
            Key::Guild(id) => self.guilds.abandon(id, now),
            Key::User(id) => self.users.abandon(id, now),
        }
    }
}

/// A change under way. Dropped without [`Change::done`], as when the commit failed and
/// nobody knows whether it will still be made, its rows are read from the database for
/// [`limits::CACHE_UNSURE`].
#[derive(Debug)]
#[must_use = "without done(), the rows are read from the database for a while"]
pub struct Change {
    cache: Cache,
    /// What has not been opened again.
    keys: Vec<Key>,
    marked: Marked,
}

impl Change {
    /// The change was committed, or undone for certain: from here on this process sees
    /// the rows as they are in the database now, and others do within a second.
    pub async fn done(mut self) {
        if let (Some(shared), false) = (&self.cache.0.shared, self.keys.is_empty()) {
            Box::pin(shared.release(&self.keys, &self.marked)).await;
        }
        // Last, because until here this process could find the old row in Redis.
        for key in std::mem::take(&mut self.keys) {
            self.cache.0.open(&key);
        }
    }
}

impl Drop for Change {
    fn drop(&mut self) {
        if self.keys.is_empty() {
            return;
        }
        let keys = std::mem::take(&mut self.keys);
        let now = Instant::now();
        for key in &keys {
            self.cache.0.abandon(key, now);
        }
        if self.cache.0.shared.is_some() {
            abandon(self.cache.clone(), keys);
        }
    }
}

/// Tells Redis of a change that was given up, in the background.
fn abandon(cache: Cache, keys: Vec<Key>) {
    match tokio::runtime::Handle::try_current() {
        Ok(runtime) => {
            runtime.spawn(async move {
                if let Some(shared) = &cache.0.shared {
                    shared.abandon(&keys).await;
                }
            });
        }
        Err(_) => {
            if let Some(shared) = &cache.0.shared {
                shared.owe(&keys);
            }
        }
    }
}
