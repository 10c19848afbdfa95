//! How the bot is doing.

use std::time::Duration;

use slimy_store::health;

use crate::{Error, Services};

/// What `/status` tells of the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// The engine with its version, "SQLite 3.51.1".
    pub database: String,
    /// How long the database took to answer.
    pub database_answered_in: Duration,
}

/// Asks the database.
pub async fn status(services: &Services) -> Result<Status, Error> {
    let health = health::check(&services.db).await?;
    Ok(Status {
        database: format!("{} {}", health.engine, health.version),
        database_answered_in: health.response_time,
    })
}
