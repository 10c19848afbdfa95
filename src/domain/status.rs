//! How the bot is doing.

use std::time::Duration;

use slimy_store::{StoreError, health};
use tokio::time::timeout;

use crate::{Error, Services};

/// How long `/status` waits for the database, at most.
const PATIENCE: Duration = Duration::from_secs(2);
/// The same when it is known that the database was away a moment ago.
const LESS_PATIENCE: Duration = Duration::from_millis(200);

/// How long ago the database may have answered to count as there.
const A_MOMENT: Duration = Duration::from_secs(1);

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

/// Says how the database is: by the last entries of the audit log, when it took some a moment ago,
/// or by asking it.
pub async fn status(services: &Services) -> Result<Status, Error> {
    let patience = if services.recorder.is_away() {
        LESS_PATIENCE
    } else {
        PATIENCE
    };
    match timeout(patience, sign_of_life(services)).await {
        Ok(Ok((version, answered_in))) => Ok(Status::Here {
            database: format!("{} {version}", services.db.engine()),
            answered_in,
        }),
        Ok(Err(error)) if !error.is_transient() => Err(error.into()),
        Ok(Err(_)) | Err(_) => Ok(Status::Away {
            database: services.db.engine().to_string(),
            entries_waiting: services.recorder.journalled(),
        }),
    }
}

/// The engine's version, and how long the database took to answer.
async fn sign_of_life(services: &Services) -> Result<(String, Duration), StoreError> {
    let answered_in = match services.recorder.taken_within(A_MOMENT) {
        Some(took) => took,
        None => health::ping(&services.db).await?,
    };
    Ok((health::version(&services.db).await?, answered_in))
}
