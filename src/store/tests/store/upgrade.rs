//! A database of any earlier version, full of data, is brought up to date: every row
//! is still what it was, and what is new in it is what the program expects.

mod data;
mod promises;
mod tables;

use slimy_store::Engine;
use slimy_store::testing::{TestDb, empty_postgres, empty_sqlite};

async fn empty(engine: Engine) -> TestDb {
    match engine {
        Engine::Sqlite => empty_sqlite().await,
        Engine::Postgres => empty_postgres().await,
    }
}

/// The numbers of all steps, as an empty database still needs them.
async fn steps(engine: Engine) -> Vec<i64> {
    let status = empty(engine).await.db.migration_status().await.unwrap();
    status.pending.iter().map(|step| step.version).collect()
}

/// A database at the step `version` with rows in all of its tables, some written by the
/// programs of the steps before it.
async fn full_database(engine: Engine, version: i64) -> TestDb {
    let test = empty(engine).await;
    test.migrate_to(version).await;
    for step in 1..=version {
        data::fill(&test, step).await;
    }
    test
}

async fn every_earlier_version_is_brought_up_to_date(engine: Engine) {
    let steps = steps(engine).await;
    let (newest, earlier) = steps.split_last().expect("there are migrations");
    for version in earlier {
        let test = full_database(engine, *version).await;
        let tables = tables::all(&test).await;
        for table in &tables {
            table.has_rows_with_every_column(*version);
        }
        let applied = test.db.migrate().await.unwrap();
        assert_eq!(applied.last().map(|step| step.version), Some(*newest));
        for table in &tables {
            assert_eq!(table.read_again(&test).await, *table, "from step {version}");
        }
        promises::hold(&test, *version).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sqlite_keeps_its_data_from_every_earlier_version() {
    every_earlier_version_is_brought_up_to_date(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgres_keeps_its_data_from_every_earlier_version() {
    every_earlier_version_is_brought_up_to_date(Engine::Postgres).await;
}
