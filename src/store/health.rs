//! How the database is.

use std::time::{Duration, Instant};

pub use crate::engine::PoolUse;
use crate::engine::sql;
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
}

/// Asks the database for a sign of life and measures how long it takes.
pub async fn ping(db: &Db) -> Result<Duration, StoreError> {
    let mut on = db;
    let start = Instant::now();
    sql("SELECT 1").execute(&mut on).await?;
    Ok(start.elapsed())
}

/// Everything about the database that a status page shows.
pub async fn check(db: &Db) -> Result<Health, StoreError> {
    Ok(Health {
        engine: db.engine(),
        response_time: ping(db).await?,
        version: db.version().await?,
        pool: db.pool_use(),
    })
}
