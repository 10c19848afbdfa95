//! A fresh, migrated database per test, on either engine, for this crate's tests and
//! those of others.
//!
//! `on_both_engines!` turns one test into two. PostgreSQL is the server that
//! `SLIMY_TEST_POSTGRES` names; where there is none, its half fails rather than pass
//! unseen.

mod holding;
mod template;

use std::time::Duration;

use tempfile::TempDir;

use crate::engine::sql;
use crate::{Db, DbOptions, Engine};

/// Runs each `async fn name(db: TestDb)` as two tests, `name::sqlite` and
/// `name::postgres`. The calling crate needs tokio with its macros and runtime.
#[macro_export]
macro_rules! on_both_engines {
    ($( $(#[$attribute:meta])* async fn $name:ident($db:ident: TestDb) $body:block )+) => {
        $(
            $(#[$attribute])*
            async fn $name($db: $crate::testing::TestDb) $body

            mod $name {
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn sqlite() {
                    super::$name($crate::testing::sqlite().await).await;
                }

                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn postgres() {
                    super::$name($crate::testing::postgres().await).await;
                }
            }
        )+
    };
}

/// A database that is this test's own and goes away with it.
#[derive(Debug)]
pub struct TestDb {
    /// What `DATABASE_URL` must be for a program to use it.
    pub url: String,
    /// The open database.
    pub db: Db,
    _home: Home,
}

/// What has to be removed afterwards.
#[derive(Debug)]
enum Home {
    Directory { _directory: TempDir },
    Server { _database: Box<template::Database> },
}

impl TestDb {
    /// Which engine it is on.
    pub fn engine(&self) -> Engine {
        self.db.engine()
    }

    /// Runs a statement that no program would: it brings about what tests cannot wait for.
    pub async fn execute(&self, statement: &'static str) {
        let done = sql(statement)
            .reads_all("a test brings about what it needs")
            .execute(&mut &self.db)
            .await;
        done.expect("the test's statement runs");
    }

    /// Brings its schema to the step `version`, as the program of that time would.
    pub async fn migrate_to(&self, version: i64) {
        let done = self.db.migrate_to(version).await;
        done.expect("the migrations apply up to that one");
    }

    /// The tables that have these words in one of their rows, in whatever column.
    pub async fn holding(&self, words: &str) -> Vec<String> {
        holding::tables(self, words).await
    }

    /// Opens it once more, as another program would.
    pub async fn open_again(&self) -> Db {
        Db::connect(&self.url, options())
            .await
            .expect("the test's database opens again")
    }
}

/// A migrated SQLite file in a directory of its own.
pub async fn sqlite() -> TestDb {
    let test = empty_sqlite().await;
    test.db
        .migrate()
        .await
        .expect("the migrations apply to SQLite");
    test
}

/// A SQLite file without any table.
pub async fn empty_sqlite() -> TestDb {
    let directory = TempDir::new().expect("a temporary directory");
    let url = format!("sqlite://{}", directory.path().join("slimy.db").display());
    let db = Db::connect(&url, options())
        .await
        .expect("a SQLite file opens");
    TestDb {
        url,
        db,
        _home: Home::Directory {
            _directory: directory,
        },
    }
}

/// A migrated database on the tests' PostgreSQL.
pub async fn postgres() -> TestDb {
    on_server(template::Database::migrated().await).await
}

/// A database without any table on the tests' PostgreSQL.
pub async fn empty_postgres() -> TestDb {
    on_server(template::Database::empty().await).await
}

async fn on_server(database: template::Database) -> TestDb {
    let url = database.url();
    let db = Db::connect(&url, options())
        .await
        .expect("the test's database opens");
    TestDb {
        url,
        db,
        _home: Home::Server {
            _database: Box::new(database),
        },
    }
}

/// Few connections each, because many tests run at once; patient, because they share
/// the machine.
fn options() -> DbOptions {
    DbOptions {
        max_connections: 4,
        acquire_timeout: Duration::from_secs(30),
        statement_timeout: Duration::from_secs(30),
        slow_query: Duration::from_secs(1),
        application_name: "slimy tests".to_owned(),
    }
}
