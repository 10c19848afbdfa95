//! The database is away and comes back.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::sync::Arc;
use std::time::Duration;

use slimy_store::testing::{TestDb, postgres};
use slimy_store::{Engine, Recorder, on_both_engines};
use sqlx::{PgConnection, SqliteConnection};

use super::{entries, files, is_unavailable, recorder, written};

/// What keeps everybody else from writing audit entries, as a server that hangs does.
enum Blocked {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl Blocked {
    async fn block(test: &TestDb) -> Self {
        use sqlx::{Connection as _, Executor as _};
        match test.engine() {
            Engine::Sqlite => {
                let mut on = SqliteConnection::connect(&test.url).await.unwrap();
                on.execute("BEGIN IMMEDIATE").await.unwrap();
                Self::Sqlite(on)
            }
            Engine::Postgres => {
                let mut on = PgConnection::connect(&test.url).await.unwrap();
                on.execute("BEGIN").await.unwrap();
                on.execute("LOCK TABLE audit_logs IN EXCLUSIVE MODE")
                    .await
                    .unwrap();
                Self::Postgres(on)
            }
        }
    }

    async fn release(self) {
        use sqlx::Connection as _;
        match self {
            Self::Sqlite(on) => on.close().await.unwrap(),
            Self::Postgres(on) => on.close().await.unwrap(),
        }
    }
}

on_both_engines! {
    async fn entries_are_confirmed_while_the_database_hangs_and_are_in_it_afterwards(test: TestDb) {
        let (recorder, home) = recorder(&test);
        let blocked = Blocked::block(&test).await;
        let [first, second] = [entries(300), entries(600).split_off(300)];
        recorder.write(&first).await.unwrap();
        assert!(recorder.is_away());
        recorder.write(&second).await.unwrap();
        assert_eq!(recorder.journalled(), 600);
        assert_eq!(recorder.taken_within(Duration::from_hours(1)), None);
        assert!(!files(home.path()).is_empty());

        blocked.release().await;
        recorder.replayed().await;
        assert_eq!(written(&test).await, (600, 600));
        assert!(!recorder.is_away());
        recorder.write(&entries(601).split_off(600)).await.unwrap();
        assert_eq!((written(&test).await, recorder.journalled()), ((601, 601), 0));
        recorder.close().await;
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0);
    }

    async fn what_a_process_left_in_the_journal_is_written_by_the_next(test: TestDb) {
        let (before, home) = recorder(&test);
        let gone = test.open_again().await;
        gone.close().await;
        before.close().await;

        let without = Recorder::start(gone, home.path()).unwrap();
        without.write(&entries(300)).await.unwrap();
        without.close().await;
        let left = files(home.path());
        assert!(!left.is_empty());
        let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&left[0]), mode(left[0].parent().unwrap())), (0o600, 0o700));
        assert_eq!(written(&test).await, (0, 0));

        let next = Recorder::start(test.db.clone(), home.path()).unwrap();
        next.write(&entries(301).split_off(300)).await.unwrap();
        while !files(home.path()).is_empty() {
            tokio::task::yield_now().await;
        }
        assert_eq!(written(&test).await, (301, 301));
    }

    async fn nothing_is_confirmed_that_neither_the_database_nor_the_journal_took(test: TestDb) {
        let home = tempfile::TempDir::new().unwrap();
        let journal = home.path().join("journal");
        let gone = test.open_again().await;
        gone.close().await;
        let recorder = Recorder::start(gone, &journal).unwrap();
        fs::remove_dir_all(&journal).unwrap();
        fs::write(&journal, "in the way").unwrap();
        assert!(is_unavailable(&recorder.write(&entries(3)).await));
        // Nor when it is known already that the database is away.
        assert!(is_unavailable(&recorder.write(&entries(3)).await));
        assert_eq!((recorder.journalled(), written(&test).await), (0, (0, 0)));
    }

    async fn a_journal_that_cannot_be_made_is_known_at_the_start(test: TestDb) {
        let home = tempfile::TempDir::new().unwrap();
        let file = home.path().join("file");
        fs::write(&file, "").unwrap();
        let refused = Recorder::start(test.db.clone(), &file).map(drop);
        assert!(is_unavailable(&refused), "{refused:?}");
    }

    async fn callers_that_wait_while_the_database_goes_away_are_all_answered(test: TestDb) {
        let (recorder, _home) = recorder(&test);
        let recorder = Arc::new(recorder);
        let writer = |(n, entry)| {
            let recorder = Arc::clone(&recorder);
            tokio::spawn(async move { (n, recorder.write(&[entry]).await) })
        };
        let early: Vec<_> = entries(100).into_iter().enumerate().map(writer).collect();
        let blocked = Blocked::block(&test).await;
        let late: Vec<_> = entries(200).split_off(100).into_iter().enumerate().map(writer).collect();
        for caller in early.into_iter().chain(late) {
            let (n, outcome) = caller.await.unwrap();
            assert!(outcome.is_ok(), "{n}: {outcome:?}");
        }
        blocked.release().await;
        recorder.replayed().await;
        assert_eq!(written(&test).await, (200, 200));
    }
}

#[tokio::test]
async fn a_server_that_only_reads_refuses_no_entry_for_good() {
    let test = postgres().await;
    test.execute(
        "DO $$ BEGIN
             EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = on',
                 current_database());
         END $$",
    )
    .await;
    let home = tempfile::TempDir::new().unwrap();
    let recorder = Recorder::start(test.open_again().await, home.path()).unwrap();
    recorder.write(&entries(3)).await.unwrap();
    assert!(recorder.is_away());
    recorder.close().await;
    assert_eq!(
        (files(home.path()).len(), written(&test).await),
        (1, (0, 0))
    );

    // Its connections are from before.
    let next = Recorder::start(test.db.clone(), home.path()).unwrap();
    while !files(home.path()).is_empty() {
        tokio::task::yield_now().await;
    }
    next.close().await;
    assert_eq!(written(&test).await, (3, 3));
}
