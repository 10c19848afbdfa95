//! The seam refuses what the engines would take differently.

use std::sync::mpsc;
use std::time::Duration;

use super::sql;
use super::tx::Inner;
use crate::testing::sqlite;
use crate::{Db, DbOptions, Engine, StoreError, Timestamp, guilds, on_both_engines};

/// SQLite alone would take the missing value for NULL.
#[tokio::test]
#[should_panic(expected = "placeholders and values")]
async fn a_statement_without_all_its_values_does_not_run() {
    let test = sqlite().await;
    let _ = sql("SELECT $1, $2").bind(1).execute(&mut &test.db).await;
}

on_both_engines! {
    async fn a_write_that_changes_another_number_of_rows_gives_the_transaction_up(test: TestDb) {
        let mut tx = test.db.begin().await.unwrap();
        let done = sql("UPDATE users SET username = $1").bind("x");
        let outcome = done.execute_expecting(1, &mut &mut tx).await;
        assert!(matches!(outcome, Err(StoreError::RowCount { expected: 1, changed: 0 })), "{outcome:?}");
        assert!(matches!(tx.commit().await, Err(StoreError::Aborted)));
    }

    async fn a_commit_that_takes_too_long_is_a_timeout(test: TestDb) {
        let impatient = DbOptions { statement_timeout: Duration::from_millis(200), ..DbOptions::default() };
        if test.engine() == Engine::Postgres {
            test.execute(
                "CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS
                 'BEGIN PERFORM pg_sleep(600); RETURN NULL; END'",
            )
            .await;
            test.execute(
                "CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON guilds
                 DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION slow()",
            )
            .await;
        }
        let db = Db::connect(&test.url, impatient).await.unwrap();
        let mut tx = db.begin().await.unwrap();
        // The server's own limit would be the first.
        if test.engine() == Engine::Postgres {
            sql("SET LOCAL statement_timeout = 0").execute(&mut &mut tx).await.unwrap();
        }
        let guild = guilds::NewGuild { discord_id: "1".to_owned(), name: "G".to_owned() };
        guilds::ensure(&mut tx, guild, Timestamp::FAR_FUTURE).await.unwrap();
        let (end, wait) = mpsc::channel::<()>();
        if let Inner::Sqlite(tx) = &mut tx.inner {
            // Returns once the other half is gone.
            tx.lock_handle().await.unwrap().set_commit_hook(move || wait.recv().is_err());
        }
        let outcome = tx.commit().await;
        assert!(matches!(outcome, Err(StoreError::Timeout)), "{outcome:?}");
        drop(end);
    }

    async fn a_transaction_that_is_held_stops_neither_the_next_begin_nor_the_end(test: TestDb) {
        let one = DbOptions {
            max_connections: 1,
            acquire_timeout: Duration::from_millis(200),
            ..DbOptions::default()
        };
        let db = Db::connect(&test.url, one).await.unwrap();
        let held = db.begin().await.unwrap();
        let next = db.begin().await;
        assert!(matches!(next, Err(StoreError::Timeout)), "{next:?}");

        let closing = db.close_within(Duration::from_millis(200));
        assert!(tokio::time::timeout(Duration::from_secs(20), closing).await.is_ok());
        let version = db.version().await;
        assert!(matches!(version, Err(StoreError::Unavailable(_))), "{version:?}");
        drop(held);
    }
}
