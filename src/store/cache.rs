//! Rows that are read all the time, kept nearer than the database: guilds with their
//! settings, and people.
//!
//! Whoever changes such a row says so before the commit and after it, through
//! [`Cache::changing`]. What is read here is then never older than the last change
//! that this process made.

mod local;

use std::future::Future;
use std::sync::Arc;
use std::time::Instant;

use local::Local;

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

/// The cache. Clones share what it holds.
#[derive(Debug, Clone)]
pub struct Cache(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    guilds: Local<Guild>,
    users: Local<User>,
}

impl Cache {
    /// A cache of this process alone: what another process changes is seen here after
    /// at most [`limits::CACHE_TIME`].
    pub fn in_process() -> Self {
        Self(Arc::new(Inner {
            guilds: Local::new(limits::CACHED_GUILDS, limits::CACHE_TIME),
            users: Local::new(limits::CACHED_USERS, limits::CACHE_TIME),
        }))
    }

    /// The guild with this key, also when the bot has left it.
    pub async fn guild(&self, db: &Db, id: &Id) -> Result<Option<Arc<Guild>>, StoreError> {
        self.read(&self.0.guilds, id, guilds::find(db, id)).await
    }

    /// The person with this key.
    pub async fn user(&self, db: &Db, id: &Id) -> Result<Option<Arc<User>>, StoreError> {
        self.read(&self.0.users, id, users::find(db, id)).await
    }

    /// Says that these rows are about to change: call it before the commit, and
    /// [`Change::done`] after it. Meanwhile they are read from the database.
    pub async fn changing(&self, keys: &[Key]) -> Change {
        for key in keys {
            self.0.close(key);
        }
        Change {
            cache: self.clone(),
            keys: keys.to_vec(),
        }
    }

    async fn read<T: Send + Sync + 'static>(
        &self,
        local: &Local<T>,
        id: &Id,
        load: impl Future<Output = Result<Option<T>, StoreError>>,
    ) -> Result<Option<Arc<T>>, StoreError> {
        let now = Instant::now();
        if let Some(row) = local.get(id, now) {
            return Ok(Some(row));
        }
        let ticket = local.ticket(id, now);
        let Some(row) = load.await? else {
            return Ok(None);
        };
        let row = Arc::new(row);
        local.fill(id, &ticket, &row);
        Ok(Some(row))
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
}

impl Change {
    /// The change was committed, or undone for certain: from here on everybody is to
    /// see the rows as they are in the database now.
    pub async fn done(mut self) {
        for key in std::mem::take(&mut self.keys) {
            self.cache.0.open(&key);
        }
    }
}

impl Drop for Change {
    fn drop(&mut self) {
        let now = Instant::now();
        for key in &self.keys {
            self.cache.0.abandon(key, now);
        }
    }
}
