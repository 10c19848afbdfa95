//! How long the database may take for one thing.

use std::fmt::Display;
use std::time::{Duration, Instant};

use super::{Db, Engine, errors};
use crate::StoreError;

impl Db {
    /// For what waits for a connection first and then asks one thing.
    pub(super) fn acquire_and_statement(&self) -> Duration {
        self.options().acquire_timeout + self.options().statement_timeout
    }
}

/// Waits for `run` no longer than `limit`, and logs it under `site` when it was slow.
/// PostgreSQL gives up by itself before that (`statement_timeout`); the limit here is
/// SQLite's, and for a server that no longer answers.
pub(super) async fn within<T>(
    db: &Db,
    limit: Duration,
    site: impl Display,
    run: impl Future<Output = Result<T, sqlx::Error>>,
) -> Result<T, StoreError> {
    let grace = match db.engine() {
        Engine::Sqlite => Duration::ZERO,
        Engine::Postgres => Duration::from_secs(1),
    };
    let start = Instant::now();
    let outcome = tokio::time::timeout(limit + grace, run).await;
    let elapsed = start.elapsed();
    if elapsed >= db.options().slow_query {
        db.note_slow(&site, elapsed);
        tracing::warn!(%site, engine = %db.engine(), ?elapsed, "slow statement");
    }
    let outcome = outcome.unwrap_or(Err(sqlx::Error::PoolTimedOut));
    outcome.map_err(|error| {
        let error = errors::store_error(&error);
        if let StoreError::Other(cause) = &error {
            tracing::error!(%site, engine = %db.engine(), %cause, "a statement is at fault");
        }
        error
    })
}
