//! The one place that names an engine: pools, transactions, queries, the types of
//! columns, and what each engine's errors mean.

mod columns;
#[cfg(any(debug_assertions, feature = "testing"))]
mod coverage;
mod errors;
mod facts;
mod indexes;
mod limit;
mod migrate;
mod observed;
mod place;
mod postgres;
mod query;
mod rows;
mod search;
mod search_of_owner;
mod snapshot;
mod sqlite;
mod status;
#[cfg(test)]
mod tests;
#[cfg(any(debug_assertions, feature = "testing"))]
mod transcript;
mod tx;
mod values;

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use sqlx::{PgPool, SqlitePool};
use tokio::time::{Instant, timeout_at};

pub(crate) use indexes::Index;
#[cfg(feature = "testing")]
pub(crate) use migrate::postgres_fingerprint;
pub use migrate::{MigrationInfo, MigrationStatus, first_migrations};
pub(crate) use observed::Statement;
pub use observed::{SlowQueries, SlowQuery};
pub(crate) use query::{Literal, Query, sql};
pub(crate) use search::{Term, containing};
pub(crate) use search_of_owner::containing_of_owner;
pub use status::PoolUse;
pub(crate) use tx::sealed::Route;
pub use tx::{Executor, Tx};
pub(crate) use values::Value;

use crate::{StoreError, limits};

/// How to connect, and for how long to wait for what.
#[derive(Debug, Clone)]
pub struct DbOptions {
    /// The most connections that are open at once.
    pub max_connections: u32,
    /// How long to wait for a free connection.
    pub acquire_timeout: Duration,
    /// How long one statement may run.
    pub statement_timeout: Duration,
    /// From when on a statement is logged as slow.
    pub slow_query: Duration,
    /// What PostgreSQL's own lists call this program.
    pub application_name: String,
}

impl Default for DbOptions {
    fn default() -> Self {
        Self {
            max_connections: limits::MAX_CONNECTIONS,
            acquire_timeout: limits::ACQUIRE_TIMEOUT,
            statement_timeout: limits::STATEMENT_TIMEOUT,
            slow_query: limits::SLOW_QUERY,
            application_name: "slimy".to_owned(),
        }
    }
}

/// Which database it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Engine {
    /// A file beside the program.
    Sqlite,
    /// A server.
    Postgres,
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        })
    }
}

/// An open database. Clones share its connections.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

struct Inner {
    pools: Pools,
    options: DbOptions,
    target: Target,
    observed: observed::Observed,
    version_seen: status::VersionSeen,
    schema_seen: status::SchemaSeen,
}

/// Where to connect for what must not share a pool: migrations.
enum Target {
    Sqlite,
    Postgres(Box<sqlx::postgres::PgConnectOptions>),
}

enum Pools {
    /// One connection writes, so that writers queue here instead of failing there.
    Sqlite {
        writer: SqlitePool,
        readers: SqlitePool,
    },
    Postgres(PgPool),
}

impl Db {
    /// The file of a SQLite database that `url` names, whether or not it is there; none for
    /// another engine, and where the URL cannot be read.
    pub fn file_of(url: &str) -> Option<PathBuf> {
        url.starts_with("sqlite:").then(|| sqlite::file(url))?
    }

    /// Opens the database that `url` names: `sqlite://path` (the file is made when it
    /// is missing) or `postgres://…` (TLS as its `sslmode` says). Runs no migration.
    pub async fn connect(url: &str, options: DbOptions) -> Result<Self, StoreError> {
        let (pools, target) = match url.split_once(':').map(|(scheme, _)| scheme) {
            Some("sqlite") => (sqlite::connect(url, &options).await?, Target::Sqlite),
            Some("postgres" | "postgresql") => postgres::connect(url, &options).await?,
            _ => {
                return Err(StoreError::invalid(
                    "the database URL must begin with sqlite:// or postgres://",
                ));
            }
        };
        Ok(Self(Arc::new(Inner {
            pools,
            options,
            target,
            observed: observed::Observed::default(),
            version_seen: status::VersionSeen::default(),
            schema_seen: status::SchemaSeen::default(),
        })))
    }

    /// Which engine it is.
    pub fn engine(&self) -> Engine {
        match self.0.pools {
            Pools::Sqlite { .. } => Engine::Sqlite,
            Pools::Postgres(_) => Engine::Postgres,
        }
    }

    /// Begins a transaction. On SQLite it holds the one writing connection until it
    /// ends, so do not write through the `Db` while it is open.
    pub async fn begin(&self) -> Result<Tx, StoreError> {
        Tx::begin(self).await
    }

    /// Closes all connections, waiting for what is running, but no longer than
    /// [`limits::CLOSE`].
    pub async fn close(&self) {
        self.close_within(limits::CLOSE).await;
    }

    async fn close_within(&self, limit: Duration) {
        let end = Instant::now() + limit;
        let closed = match &self.0.pools {
            Pools::Sqlite { writer, readers } => {
                // Neither gives connections out from here on.
                let (readers, writer) = (readers.close(), writer.close());
                let readers = timeout_at(end - limit / 2, readers).await;
                // Last, so that SQLite folds the log into the file.
                readers.and(timeout_at(end, writer).await)
            }
            Pools::Postgres(pool) => timeout_at(end, pool.close()).await,
        };
        if closed.is_err() {
            tracing::warn!(engine = %self.engine(), ?limit, "not closed in time: something still runs");
        }
    }

    fn pools(&self) -> &Pools {
        &self.0.pools
    }

    fn options(&self) -> &DbOptions {
        &self.0.options
    }

    fn target(&self) -> &Target {
        &self.0.target
    }

    fn observed(&self) -> &observed::Observed {
        &self.0.observed
    }

    fn schema_seen(&self) -> &status::SchemaSeen {
        &self.0.schema_seen
    }

    fn version_seen(&self) -> &status::VersionSeen {
        &self.0.version_seen
    }
}

/// Without the URL, which may hold a password.
impl fmt::Debug for Db {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Db")
            .field("engine", &self.engine())
            .finish_non_exhaustive()
    }
}
