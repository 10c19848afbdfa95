//! Transactions, and what a statement can run on.

use sqlx::{Postgres, Sqlite, Transaction};

use super::limit::within;
use super::snapshot::in_the_present;
use super::{Db, Pools};
use crate::StoreError;
use crate::audit::{self, AuditEntry};

/// A transaction. Dropping it undoes it.
///
/// Once a statement in it has failed it can only be undone, on both engines:
/// PostgreSQL says "Ok" to the COMMIT of a failed transaction and keeps nothing, and
/// SQLite keeps what went before the failure.
pub struct Tx {
    pub(super) inner: Inner,
    pub(super) db: Db,
    /// Set while a statement runs and cleared when it has worked, so that a statement
    /// whose caller went away counts as failed too.
    pub(super) failed: bool,
    /// Audit entries that it has written, to be linked into their chains before the commit.
    unsealed: Vec<AuditEntry>,
}

pub(super) enum Inner {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

impl Tx {
    pub(super) async fn begin(db: &Db) -> Result<Self, StoreError> {
        let limit = db.acquire_and_statement();
        let inner = match db.pools() {
            // Takes the write lock at once: a transaction that reads first and then
            // wants to write would be told "locked" whatever the busy timeout.
            Pools::Sqlite { writer, .. } => {
                let begin = in_the_present(|| writer.begin_with("BEGIN IMMEDIATE"));
                Inner::Sqlite(within(db, limit, "BEGIN", begin).await?)
            }
            Pools::Postgres(pool) => {
                Inner::Postgres(within(db, limit, "BEGIN", pool.begin()).await?)
            }
        };
        Ok(Self {
            inner,
            db: db.clone(),
            failed: false,
            unsealed: Vec::new(),
        })
    }

    /// Audit entries that it has written and that are not linked yet.
    pub(crate) fn unsealed(&mut self) -> &mut Vec<AuditEntry> {
        &mut self.unsealed
    }

    /// The same, which are being linked.
    pub(crate) fn take_unsealed(&mut self) -> Vec<AuditEntry> {
        std::mem::take(&mut self.unsealed)
    }

    /// Makes what was written last, audit entries as links of their chains. [`StoreError::Aborted`] when a statement failed
    /// before: then nothing is kept. After [`StoreError::Timeout`] and
    /// [`StoreError::Unavailable`] it may have been kept or not.
    pub async fn commit(mut self) -> Result<(), StoreError> {
        if !self.failed && !self.unsealed.is_empty() {
            // Last of all, so that who waits for the heads waits for the commit alone.
            Box::pin(audit::seal(&mut self)).await?;
        }
        if self.failed {
            self.rollback().await?;
            return Err(StoreError::Aborted);
        }
        let Self { inner, db, .. } = self;
        let limit = db.options().statement_timeout;
        match inner {
            Inner::Sqlite(tx) => within(&db, limit, "COMMIT", tx.commit()).await,
            Inner::Postgres(tx) => within(&db, limit, "COMMIT", tx.commit()).await,
        }
    }

    /// Undoes everything that was written.
    pub async fn rollback(self) -> Result<(), StoreError> {
        let Self { inner, db, .. } = self;
        let limit = db.options().statement_timeout;
        match inner {
            Inner::Sqlite(tx) => within(&db, limit, "ROLLBACK", tx.rollback()).await,
            Inner::Postgres(tx) => within(&db, limit, "ROLLBACK", tx.rollback()).await,
        }
    }
}

impl std::fmt::Debug for Tx {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Tx")
            .field("failed", &self.failed)
            .finish_non_exhaustive()
    }
}

/// What a statement can run on: `&Db`, where it is a transaction of its own, or
/// `&mut Tx`.
pub trait Executor: sealed::Sealed + Send {}

impl Executor for &Db {}
impl Executor for &mut Tx {}

pub(super) mod sealed {
    use super::{Db, Tx};
    use crate::Engine;

    /// Where a statement goes.
    pub enum Route<'a> {
        /// To the pool.
        Db(&'a Db),
        /// Into a transaction.
        Tx(&'a mut Tx),
    }

    /// Keeps other crates from adding executors, and sqlx out of their sight.
    pub trait Sealed {
        /// Borrows the executor for one statement.
        fn route(&mut self) -> Route<'_>;

        /// Which engine it runs on, for the few statements of which each engine has
        /// its own.
        fn engine(&self) -> Engine;
    }

    impl Sealed for &Db {
        fn route(&mut self) -> Route<'_> {
            Route::Db(self)
        }

        fn engine(&self) -> Engine {
            Db::engine(self)
        }
    }

    impl Sealed for &mut Tx {
        fn route(&mut self) -> Route<'_> {
            Route::Tx(self)
        }

        fn engine(&self) -> Engine {
            self.db.engine()
        }
    }
}
