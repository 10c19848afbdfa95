//! Bringing the schema up to date.

#[cfg(feature = "testing")]
use std::hash::{DefaultHasher, Hash, Hasher};
use std::time::Instant;

use sqlx::migrate::{MigrateError, Migrator};
use sqlx::{ConnectOptions, Connection, Sqlite, SqlitePool, Transaction};

use super::limit::within;
use super::{Db, Engine, Pools, Target, errors};
use crate::{MigrationFault, StoreError, audit, guilds, limits};

static SQLITE: Migrator = sqlx::migrate!("../../migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("../../migrations/postgres");

/// One step of the schema.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MigrationInfo {
    /// Its number, from 1.
    pub version: i64,
    /// What its file is called.
    pub description: String,
}

/// Where the schema of a database stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MigrationStatus {
    /// Steps that the database has.
    pub applied: Vec<MigrationInfo>,
    /// Steps that it still needs.
    pub pending: Vec<MigrationInfo>,
}

impl MigrationStatus {
    /// The newest step that the database has; 0 for an empty one.
    pub fn version(&self) -> i64 {
        self.applied.last().map_or(0, |step| step.version)
    }
}

/// What a database that is still to be made would be given.
pub fn first_migrations(engine: Engine) -> Vec<MigrationInfo> {
    let steps = known(engine).iter().map(|step| MigrationInfo {
        version: step.version,
        description: step.description.to_string(),
    });
    steps.collect()
}

fn known(engine: Engine) -> &'static Migrator {
    match engine {
        Engine::Sqlite => &SQLITE,
        Engine::Postgres => &POSTGRES,
    }
}

impl Db {
    /// Applies what is pending, each step wholly or not at all, and says what it was.
    /// A program that starts meanwhile waits until this one is done.
    ///
    /// Refuses a database that a newer version made, or whose applied steps are not
    /// the ones in this program. Closes the audit log where another tool left it open, and
    /// fills what the search needs where another release has written.
    pub async fn migrate(&self) -> Result<Vec<MigrationInfo>, StoreError> {
        let applied = self.apply_pending(None).await?;
        for purpose in audit::close_what_was_left_open(self).await? {
            tracing::warn!(%purpose, "another tool had left the audit log open to changes; it is closed again");
        }
        guilds::fill_search_text(self).await?;
        Ok(applied)
    }

    /// Applies what is pending up to the step `last`, as an older program would.
    #[cfg(feature = "testing")]
    pub(crate) async fn migrate_to(&self, last: i64) -> Result<Vec<MigrationInfo>, StoreError> {
        self.apply_pending(Some(last)).await
    }

    async fn apply_pending(&self, last: Option<i64>) -> Result<Vec<MigrationInfo>, StoreError> {
        let mut pending = self.migration_status().await?.pending;
        pending.retain(|step| last.is_none_or(|last| step.version <= last));
        if pending.is_empty() {
            return Ok(pending);
        }
        let outcome = match (self.pools(), self.target()) {
            (Pools::Sqlite { writer, .. }, _) => {
                // The driver takes no lock of its own here. All steps in one
                // transaction that has the write lock from the start do as well.
                let mut tx = begin_when_free(writer).await?;
                match SQLITE.run_direct(last, &mut *tx, false).await {
                    Ok(()) => tx.commit().await.map_err(MigrateError::from),
                    Err(error) => Err(error),
                }
            }
            (_, Target::Postgres(server)) => {
                // A connection of its own: the wait for the lock is longer than a
                // statement may take, and closing it gives the lock back whatever
                // happens.
                let wait = format!("{}ms", limits::MIGRATION_LOCK.as_millis());
                let server = server.as_ref().clone().options([("lock_timeout", wait)]);
                let limit = self.options().acquire_timeout;
                let mut connection = within(self, limit, "connect", server.connect()).await?;
                let outcome = POSTGRES.run_direct(last, &mut connection, false).await;
                let closed = connection.close().await.map_err(MigrateError::from);
                outcome.and(closed)
            }
            (Pools::Postgres(_), Target::Sqlite) => Ok(()),
        };
        outcome.map_err(|error| migration_fault(&error))?;
        Ok(pending)
    }

    /// Which steps the database has and which it needs, changing nothing. The same
    /// refusals as [`Db::migrate`].
    pub async fn migration_status(&self) -> Result<MigrationStatus, StoreError> {
        let found = self.applied().await?;
        let known = known(self.engine());
        for (version, checksum, whole) in &found {
            let Some(step) = known.iter().find(|step| step.version == *version) else {
                return Err(MigrationFault::DatabaseIsNewer(*version).into());
            };
            if !whole {
                return Err(MigrationFault::Partial(*version).into());
            }
            if *checksum != *step.checksum {
                return Err(MigrationFault::Changed(*version).into());
            }
        }
        let (applied, pending) = first_migrations(self.engine())
            .into_iter()
            .partition(|step| found.iter().any(|(version, ..)| *version == step.version));
        Ok(MigrationStatus { applied, pending })
    }

    /// Number, checksum and completeness of each step that the database has.
    async fn applied(&self) -> Result<Vec<(i64, Vec<u8>, bool)>, StoreError> {
        const STEPS: &str =
            "SELECT version, checksum, success FROM _sqlx_migrations ORDER BY version";
        let limit = self.acquire_and_statement();
        match self.pools() {
            Pools::Sqlite { readers, .. } => {
                let exists =
                    "SELECT count(*) > 0 FROM sqlite_master WHERE name = '_sqlx_migrations'";
                let exists = sqlx::query_scalar(exists).fetch_one(readers);
                if !within(self, limit, "migrations", exists).await? {
                    return Ok(Vec::new());
                }
                let steps = sqlx::query_as(STEPS).fetch_all(readers);
                within(self, limit, "migrations", steps).await
            }
            Pools::Postgres(pool) => {
                let exists = "SELECT to_regclass('_sqlx_migrations') IS NOT NULL";
                let exists = sqlx::query_scalar(exists).fetch_one(pool);
                if !within(self, limit, "migrations", exists).await? {
                    return Ok(Vec::new());
                }
                let steps = sqlx::query_as(STEPS).fetch_all(pool);
                within(self, limit, "migrations", steps).await
            }
        }
    }
}

/// Takes the write lock, waiting for another program that migrates: each try waits as
/// long as a statement may.
async fn begin_when_free(writer: &SqlitePool) -> Result<Transaction<'static, Sqlite>, StoreError> {
    let start = Instant::now();
    loop {
        match writer.begin_with("BEGIN IMMEDIATE").await.map_err(fault) {
            Err(StoreError::Busy) if start.elapsed() < limits::MIGRATION_LOCK => {}
            outcome => return outcome,
        }
    }
}

#[expect(clippy::needless_pass_by_value, reason = "it is handed to map_err")]
fn fault(error: sqlx::Error) -> StoreError {
    errors::store_error(&error)
}

fn migration_fault(error: &MigrateError) -> StoreError {
    match error {
        MigrateError::VersionMissing(version) => MigrationFault::DatabaseIsNewer(*version).into(),
        MigrateError::VersionMismatch(version) => MigrationFault::Changed(*version).into(),
        MigrateError::Dirty(version) => MigrationFault::Partial(*version).into(),
        MigrateError::ExecuteMigration(sqlx::Error::Database(error), version) => {
            let cause = errors::cause(&**error);
            MigrationFault::Failed {
                version: *version,
                cause,
            }
            .into()
        }
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => {
            errors::store_error(error)
        }
        _ => StoreError::invalid("the migrations in this program"),
    }
}

/// What the schema of a test's template database is named by: another schema, another
/// name.
#[cfg(feature = "testing")]
pub(crate) fn postgres_fingerprint() -> String {
    let mut hasher = DefaultHasher::new();
    for step in POSTGRES.iter() {
        step.checksum.hash(&mut hasher);
    }
    format!("{:016x}", hasher.finish())
}
