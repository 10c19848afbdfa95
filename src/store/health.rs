//! How the database is.

use std::time::{Duration, Instant};

use crate::engine::sql;
pub use crate::engine::{PoolUse, SlowQueries, SlowQuery};
use crate::{Db, Engine, StoreError};

/// What a status page shows of the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Health {
    /// Which engine it is.
    pub engine: Engine,
    /// The engine's own version.
    pub version: String,
    /// How long one statement takes, there and back.
    pub response_time: Duration,
    /// How the connections are used.
    pub pool: PoolUse,
    /// The newest migration that it has.
    pub migration: i64,
    /// How much room it takes, in bytes.
    pub bytes: u64,
    /// What took longer than the settings allow, since this process opened it.
    pub slow: SlowQueries,
}

/// Asks the database for a sign of life and measures how long it takes.
pub async fn ping(db: &Db) -> Result<Duration, StoreError> {
    let mut on = db;
    let start = Instant::now();
    sql("SELECT 1").execute(&mut on).await?;
    Ok(start.elapsed())
}

/// The engine's own version, as `15.18` or `3.51.0`. Asked for once a minute at most: it
/// changes only while the database is away.
pub async fn version(db: &Db) -> Result<String, StoreError> {
    db.version_of_late().await
}

/// The newest migration that the database has, asked for once a minute at most.
pub async fn schema(db: &Db) -> Result<i64, StoreError> {
    db.schema_of_late().await
}

/// Everything about the database that a status page shows.
pub async fn check(db: &Db) -> Result<Health, StoreError> {
    Ok(Health {
        engine: db.engine(),
        response_time: ping(db).await?,
        version: version(db).await?,
        pool: db.pool_use(),
        migration: db.migration_status().await?.version(),
        bytes: db.bytes().await?,
        slow: db.slow_queries(),
    })
}
