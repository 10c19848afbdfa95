//! The schema is brought up to date once, and never by the wrong program.

use slimy_store::testing::{TestDb, empty_postgres, empty_sqlite};
use slimy_store::{MigrationFault, StoreError, on_both_engines};

use crate::support::raw;

async fn programs_that_start_at_once(test: TestDb) {
    let before = test.db.migration_status().await.unwrap();
    assert_eq!((before.version(), before.applied.len()), (0, 0));
    assert!(!before.pending.is_empty());

    let mut programs = Vec::new();
    for _ in 0..4 {
        let db = test.open_again().await;
        programs.push(tokio::spawn(async move { db.migrate().await.unwrap() }));
    }
    for program in programs {
        program.await.unwrap();
    }
    let after = test.db.migration_status().await.unwrap();
    assert!(after.pending.is_empty());
    assert_eq!(after.applied, before.pending);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn programs_that_start_at_once_do_not_race_on_sqlite() {
    programs_that_start_at_once(empty_sqlite().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn programs_that_start_at_once_do_not_race_on_postgres() {
    programs_that_start_at_once(empty_postgres().await).await;
}

on_both_engines! {
    async fn a_database_that_is_up_to_date_is_left_alone(test: TestDb) {
        assert_eq!(test.db.migrate().await.unwrap(), []);
        let status = test.db.migration_status().await.unwrap();
        assert!(status.pending.is_empty() && status.version() > 0, "{status:?}");
    }

    async fn a_database_of_a_newer_version_is_refused(test: TestDb) {
        let newer = "INSERT INTO _sqlx_migrations
                 (version, description, success, checksum, execution_time)
             SELECT 9999, 'later', success, checksum, 0 FROM _sqlx_migrations
             WHERE version = 1";
        raw(&test, &[newer.to_owned()]).await.unwrap();
        let refused = test.db.migrate().await;
        assert!(
            matches!(refused, Err(StoreError::Migration(MigrationFault::DatabaseIsNewer(9999)))),
            "{refused:?}"
        );
    }

    async fn a_step_that_was_edited_after_it_ran_is_refused(test: TestDb) {
        let edited = "UPDATE _sqlx_migrations SET checksum = '\\x00' WHERE version = 1";
        let edited = match test.engine() {
            slimy_store::Engine::Sqlite => edited.replace("'\\x00'", "x'00'"),
            slimy_store::Engine::Postgres => edited.to_owned(),
        };
        raw(&test, &[edited]).await.unwrap();
        let refused = test.db.migrate().await;
        assert!(
            matches!(refused, Err(StoreError::Migration(MigrationFault::Changed(1)))),
            "{refused:?}"
        );
    }
}
