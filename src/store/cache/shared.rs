//! The rows in Redis, where several processes find them.
//!
//! - A reader that finds nothing takes a lease, reads the database, and fills if its
//!   lease is still there. A change removes the lease, so a row that was read before
//!   the change cannot be put in after it.
//! - A writer marks its rows before the commit, and releases them after it. Readers
//!   that see a mark read the database and fill nothing, so that nothing old is put in
//!   between the commit and the release, even when the writer ends there.
//! - What could not be said because Redis was away is owed (see [`super::link`]).

use std::sync::Arc;
use std::time::Duration;

use redis::{Client, RedisError};

use super::Key;
use super::dialect;
use super::link::{Connected, Link};
use super::row::Row;
use crate::Id;

/// What Redis has for a reader.
pub(super) enum Found<T> {
    /// The row.
    Row(T),
    /// Nothing, and this reader is the one to fill it in.
    Lease(Lease),
    /// Nothing that can be used: another one is filling it in or changing it, or Redis
    /// is away.
    Nothing,
}

/// The right to fill a row in, unless it changes meanwhile.
pub(super) struct Lease {
    on: Connected,
    key: Key,
    token: String,
}

/// That rows are marked, and in which run of the server.
#[derive(Debug, Clone)]
pub(super) struct Marked(Option<Arc<str>>);

impl Marked {
    /// Without Redis.
    pub(super) fn nowhere() -> Self {
        Self(None)
    }
}

#[derive(Debug)]
pub(super) struct Shared(Link);

impl Shared {
    /// `deadline` is what a command may take before Redis counts as away.
    pub(super) async fn open(client: Client, deadline: Duration) -> Result<Self, RedisError> {
        Link::open(client, deadline).await.map(Self)
    }

    /// Whether Redis can be asked, as far as is known.
    pub(super) fn is_there(&self) -> bool {
        self.0.connected().is_some()
    }

    /// Looks for a row, and takes the lease on it when there is nothing.
    pub(super) async fn look<T: Row>(&self, key: &Key) -> Found<T> {
        let Some(on) = self.0.connected() else {
            return Found::Nothing;
        };
        let get = dialect::get(&on.prefix, key);
        let answer: Option<Option<Vec<u8>>> = self.0.call(&on, &get).await;
        match answer {
            None => Found::Nothing,
            Some(None) => self.lease(on, key).await,
            Some(Some(row)) => T::from_json(&row).map_or(Found::Nothing, Found::Row),
        }
    }

    async fn lease<T>(&self, on: Connected, key: &Key) -> Found<T> {
        // Nobody else has the same: a key of a row is unlike all others, too.
        let token = format!("L:{}", Id::new());
        let command = dialect::lease(&on.prefix, key, &token);
        // "OK", or nothing when another one was faster.
        let granted: Option<Option<String>> = self.0.call(&on, &command).await;
        match granted.flatten() {
            None => Found::Nothing,
            Some(_) => Found::Lease(Lease {
                on,
                key: key.clone(),
                token,
            }),
        }
    }

    /// Fills a row in that was read after the lease was taken.
    pub(super) async fn fill<T: Row>(&self, lease: &Lease, row: &T) {
        let Some(row) = row.to_json() else {
            return;
        };
        let fill = dialect::fill(&lease.on.prefix, &lease.key, &lease.token, &row);
        // When that fails, the row is read from the database for a while.
        let _: Option<()> = self.0.call(&lease.on, &fill).await;
    }

    /// Marks rows that are about to change. When that fails there is no mark, and what
    /// is owed after the commit does what the release would have done.
    pub(super) async fn mark(&self, keys: &[Key]) -> Marked {
        let Some(on) = self.0.connected() else {
            return Marked(None);
        };
        let mark = dialect::mark(&on.prefix, keys);
        let marked: Option<()> = self.0.call(&on, &mark).await;
        Marked(marked.map(|()| on.prefix))
    }

    /// Removes rows that have changed, with this writer's mark on them.
    pub(super) async fn release(&self, keys: &[Key], marked: &Marked) {
        let Some(on) = self.0.connected() else {
            return self.0.owe(keys);
        };
        // In another run of the server the marks there are others'.
        let command = match &marked.0 {
            Some(prefix) if *prefix == on.prefix => dialect::release(&on.prefix, keys),
            _ => dialect::forget(&on.prefix, keys),
        };
        let released: Option<()> = self.0.call(&on, &command).await;
        if released.is_none() {
            self.0.owe(keys);
        }
    }

    /// Marks rows of which nobody knows whether they change yet, and lets the mark run
    /// out.
    pub(super) async fn abandon(&self, keys: &[Key]) {
        if self.mark(keys).await.0.is_none() {
            self.0.owe(keys);
        }
    }

    /// The same without waiting for anything: where there is no runtime.
    pub(super) fn owe(&self, keys: &[Key]) {
        self.0.owe(keys);
    }
}
