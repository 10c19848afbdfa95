//! Transactions, and what a statement can run on.

use sqlx::{Postgres, Sqlite, Transaction};

use super::{Db, Pools, errors};
use crate::StoreError;

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
}

pub(super) enum Inner {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

impl Tx {
    pub(super) async fn begin(db: &Db) -> Result<Self, StoreError> {
        let inner = match db.pools() {
            // Takes the write lock at once: a transaction that reads first and then
            // wants to write would be told "locked" whatever the busy timeout.
            Pools::Sqlite { writer, .. } => writer
                .begin_with("BEGIN IMMEDIATE")
                .await
                .map(Inner::Sqlite),
            Pools::Postgres(pool) => pool.begin().await.map(Inner::Postgres),
        };
        let inner = inner.map_err(|error| errors::store_error(&error))?;
        Ok(Self {
            inner,
            db: db.clone(),
            failed: false,
        })
    }

    /// Makes what was written last. [`StoreError::Aborted`] when a statement failed
    /// before: then nothing is kept.
    pub async fn commit(self) -> Result<(), StoreError> {
        if self.failed {
            self.rollback().await?;
            return Err(StoreError::Aborted);
        }
        match self.inner {
            Inner::Sqlite(tx) => tx.commit().await,
            Inner::Postgres(tx) => tx.commit().await,
        }
        .map_err(|error| errors::store_error(&error))
    }

    /// Undoes everything that was written.
    pub async fn rollback(self) -> Result<(), StoreError> {
        match self.inner {
            Inner::Sqlite(tx) => tx.rollback().await,
            Inner::Postgres(tx) => tx.rollback().await,
        }
        .map_err(|error| errors::store_error(&error))
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
    }

    impl Sealed for &Db {
        fn route(&mut self) -> Route<'_> {
            Route::Db(self)
        }
    }

    impl Sealed for &mut Tx {
        fn route(&mut self) -> Route<'_> {
            Route::Tx(self)
        }
    }
}
