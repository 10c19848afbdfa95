//! How the bot is doing.

use std::time::Duration;

use slimy_store::health;
use tokio::time::timeout;

use crate::{Error, Services};

/// How long `/status` waits for the database, at most.
const PATIENCE: Duration = Duration::from_secs(2);
/// The same when it is known that the database was away a moment ago.
const LESS_PATIENCE: Duration = Duration::from_millis(200);

/// What `/status` tells of the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Status {
    /// It is there.
    Here {
        /// The engine with its version, "SQLite 3.51.1".
        database: String,
        /// How long the database took to answer.
        answered_in: Duration,
    },
    /// It is away, or too slow to tell.
    Away {
        /// The engine, "SQLite".
        database: String,
        /// Audit entries that wait for it on disk.
        entries_waiting: usize,
    },
}

/// Asks the database.
pub async fn status(services: &Services) -> Result<Status, Error> {
    let patience = if services.recorder.is_away() {
        LESS_PATIENCE
    } else {
        PATIENCE
    };
    match timeout(patience, health::check(&services.db)).await {
        Ok(Ok(health)) => Ok(Status::Here {
            database: format!("{} {}", health.engine, health.version),
            answered_in: health.response_time,
        }),
        Ok(Err(error)) if !error.is_transient() => Err(error.into()),
        Ok(Err(_)) | Err(_) => Ok(Status::Away {
            database: services.db.engine().to_string(),
            entries_waiting: services.recorder.journalled(),
        }),
    }
}
