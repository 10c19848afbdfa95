//! Where slimy keeps what it is told, and what is there afterwards.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result};
use private_servers::{Postgres, PostgresOptions};
use slimy_store::audit::{StatsFilter, stats};
use slimy_store::{Clock as _, Db, DbOptions, Engine, SystemClock, Timestamp};

/// What slimy writes for each `/status`.
const ACTION: &str = "command.status";

/// An empty database, gone when it is dropped.
pub(crate) struct Database {
    url: String,
    _server: Option<Postgres>,
}

impl Database {
    /// A file in `home`, or a server whose commits outlive a power cut, as a host runs it.
    pub(crate) fn empty(engine: Engine, home: &Path) -> Result<Self> {
        let server = match engine {
            Engine::Sqlite => None,
            Engine::Postgres => Some(Postgres::start(PostgresOptions { durable: true })?),
        };
        let url = match &server {
            None => format!("sqlite://{}", home.join("slimy.db").display()),
            Some(server) => server.url().to_owned(),
        };
        Ok(Self {
            url,
            _server: server,
        })
    }

    /// How to connect; holds a password.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// How many successful `/status` the audit log has.
    pub(crate) async fn entries(&self) -> Result<u64> {
        let db = Db::connect(&self.url, DbOptions::default()).await?;
        let now = SystemClock.now().micros();
        let day = i64::try_from(Duration::from_hours(24).as_micros())?;
        let at = |micros| Timestamp::from_micros(micros).context("no moment");
        let filter = StatsFilter {
            action: Some(ACTION.to_owned()),
            ..StatsFilter::between(at(now - day)?, at(now + day)?)
        };
        let counted = stats(&db, &filter).await;
        db.close().await;
        let counted = counted?;
        Ok(counted.total - counted.failed)
    }
}
