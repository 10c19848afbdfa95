//! How the bot is doing.

mod memory;

use std::time::Duration;

use slimy_store::{StoreError, health};
use tokio::time::timeout;

pub use slimy_store::{
    Engine,
    health::{Health, PoolUse, SlowQueries},
};

use crate::{
    Error, Services,
    rights::{Action, Actor, Resource, may},
};

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
        /// The newest migration that it has.
        schema: i64,
    },
    /// It is away, or too slow to tell.
    Away {
        /// The engine, "SQLite".
        database: String,
        /// Audit entries that wait for it on disk.
        entries_waiting: usize,
    },
}

/// The model that people talk to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Model {
    /// The host has set up none.
    None,
    /// There is one.
    Here {
        /// Answers on their way in this process.
        answers: usize,
    },
}

/// How it is doing inside, which only those see who run it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inside {
    /// Bytes that this process takes; none where the system does not say.
    pub memory: Option<u64>,
    /// Calls whose screenshots are being read, or wait for that.
    pub calls: usize,
    /// Screenshots that are read at once, at most.
    pub seats: usize,
    /// Answers of the model on their way.
    pub answers: usize,
    /// People who asked too often since that was last written.
    pub refused: usize,
    /// Audit entries that wait on disk for the database.
    pub journalled: usize,
    /// The model's name.
    pub model: Option<String>,
    /// The database; none while it is away.
    pub database: Option<Health>,
}

/// How the model is.
pub fn model(services: &Services) -> Model {
    match &services.chat {
        None => Model::None,
        Some(chat) => Model::Here {
            answers: chat.running(),
        },
    }
}

/// How the bot is doing inside; none for who does not run it.
pub async fn inside(services: &Services, actor: &Actor) -> Result<Option<Inside>, Error> {
    if !may(actor, Action::HostStatus, Resource::of_bot()) {
        return Ok(None);
    }
    let database = match timeout(LESS_PATIENCE, health::check(&services.db)).await {
        Ok(Ok(health)) => Some(health),
        Ok(Err(error)) if !error.is_transient() => return Err(error.into()),
        Ok(Err(_)) | Err(_) => None,
    };
    Ok(Some(Inside {
        memory: memory::resident(),
        calls: services.reading.calls(),
        seats: services.reading.seats(),
        answers: services.chat.as_ref().map_or(0, crate::chat::Chat::running),
        refused: services.rates.refused_people(),
        journalled: services.recorder.journalled(),
        model: services.chat.as_ref().map(|chat| chat.model().to_owned()),
        database,
    }))
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
        Ok(Ok((version, answered_in, schema))) => Ok(Status::Here {
            database: format!("{} {version}", services.db.engine()),
            answered_in,
            schema,
        }),
        Ok(Err(error)) if !error.is_transient() => Err(error.into()),
        Ok(Err(_)) | Err(_) => Ok(Status::Away {
            database: services.db.engine().to_string(),
            entries_waiting: services.recorder.journalled(),
        }),
    }
}

/// The engine's version, how long the database took to answer, and its newest migration.
async fn sign_of_life(services: &Services) -> Result<(String, Duration, i64), StoreError> {
    let answered_in = match services.recorder.taken_within(A_MOMENT) {
        Some(took) => took,
        None => health::ping(&services.db).await?,
    };
    let version = health::version(&services.db).await?;
    Ok((version, answered_in, health::schema(&services.db).await?))
}
