//! What an engine says about itself.

use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use super::limit::within;
use super::{Db, Pools};
use crate::{StoreError, limits};

/// How a pool is used at the moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PoolUse {
    /// Connections that are open.
    pub open: u32,
    /// Of those, how many wait for work.
    pub idle: u32,
    /// The most that may be open.
    pub most: u32,
}

/// The version that the engine had when it was asked last.
#[derive(Default)]
pub(super) struct VersionSeen(Mutex<Option<(Instant, String)>>);

impl VersionSeen {
    fn of_late(&self) -> Option<String> {
        let seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (at, version) = seen.as_ref()?;
        (at.elapsed() < limits::VERSION_TIME).then(|| version.clone())
    }

    fn set(&self, version: &str) {
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *seen = Some((Instant::now(), version.to_owned()));
    }
}

/// The newest migration that the database had when it was asked last.
#[derive(Default)]
pub(super) struct SchemaSeen(Mutex<Option<(Instant, i64)>>);

impl SchemaSeen {
    fn of_late(&self) -> Option<i64> {
        let seen = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (at, version) = seen?;
        (at.elapsed() < limits::VERSION_TIME).then_some(version)
    }

    fn set(&self, version: i64) {
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *seen = Some((Instant::now(), version));
    }
}

impl Db {
    /// The newest migration that the database has, as it was at most [`limits::VERSION_TIME`] ago.
    pub(crate) async fn schema_of_late(&self) -> Result<i64, StoreError> {
        if let Some(version) = self.schema_seen().of_late() {
            return Ok(version);
        }
        let version = self.migration_status().await?.version();
        self.schema_seen().set(version);
        Ok(version)
    }

    /// The engine's own version, as it was at most [`limits::VERSION_TIME`] ago.
    pub(crate) async fn version_of_late(&self) -> Result<String, StoreError> {
        if let Some(version) = self.version_seen().of_late() {
            return Ok(version);
        }
        let version = self.version().await?;
        self.version_seen().set(&version);
        Ok(version)
    }

    /// The engine's own version, as `15.18` or `3.51.0`.
    pub(super) async fn version(&self) -> Result<String, StoreError> {
        let limit = self.acquire_and_statement();
        let version: String = match self.pools() {
            Pools::Sqlite { readers, .. } => {
                let ask = sqlx::query_scalar("SELECT sqlite_version()").fetch_one(readers);
                within(self, limit, "version", ask).await?
            }
            Pools::Postgres(pool) => {
                let ask = sqlx::query_scalar("SHOW server_version").fetch_one(pool);
                within(self, limit, "version", ask).await?
            }
        };
        // Debian adds "(Debian 15.18-0+deb12u1)".
        Ok(version.split(' ').next().unwrap_or_default().to_owned())
    }

    /// How much room the database takes, in bytes: SQLite's file without its log, and what
    /// PostgreSQL has on disk for it.
    pub(crate) async fn bytes(&self) -> Result<u64, StoreError> {
        let limit = self.acquire_and_statement();
        let bytes: i64 = match self.pools() {
            Pools::Sqlite { readers, .. } => {
                let ask = "SELECT c.page_count * s.page_size
                     FROM pragma_page_count() c, pragma_page_size() s";
                let ask = sqlx::query_scalar(ask).fetch_one(readers);
                within(self, limit, "size", ask).await?
            }
            Pools::Postgres(pool) => {
                let ask = "SELECT pg_database_size(current_database())";
                let ask = sqlx::query_scalar(ask).fetch_one(pool);
                within(self, limit, "size", ask).await?
            }
        };
        Ok(bytes.unsigned_abs())
    }

    /// How the connections are used at the moment.
    pub(crate) fn pool_use(&self) -> PoolUse {
        let pools = match self.pools() {
            Pools::Sqlite { writer, readers } => [
                (writer.size(), writer.num_idle()),
                (readers.size(), readers.num_idle()),
            ],
            Pools::Postgres(pool) => [(pool.size(), pool.num_idle()), (0, 0)],
        };
        let most = match self.pools() {
            Pools::Sqlite { readers, .. } => readers.options().get_max_connections() + 1,
            Pools::Postgres(pool) => pool.options().get_max_connections(),
        };
        Self::sum(pools, most)
    }

    fn sum(pools: [(u32, usize); 2], most: u32) -> PoolUse {
        let open = pools.iter().map(|(open, _)| open).sum();
        // The driver counts those that rest without a lock: for a moment it may be one below
        // nothing, which a number without a sign shows as very many.
        let at_rest =
            |(open, idle): &(u32, usize)| u32::try_from(*idle).map_or(0, |idle| idle.min(*open));
        PoolUse {
            open,
            idle: pools.iter().map(at_rest).sum(),
            most,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Db, PoolUse};

    #[test]
    fn a_count_of_resting_connections_that_went_below_nothing_is_none() {
        let most = 11;
        let told = Db::sum([(1, usize::MAX), (4, 3)], most);
        assert_eq!(
            told,
            PoolUse {
                open: 5,
                idle: 3,
                most
            }
        );
    }
}
