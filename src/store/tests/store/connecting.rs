//! Opening a database, asking after its health, and what is said when it fails.

use std::time::Duration;

use slimy_store::{
    Clock, Db, DbOptions, Engine, ManualClock, StoreError, SystemClock, Timestamp, health,
    on_both_engines, testing::sqlite,
};

use crate::support::at;

fn impatient() -> DbOptions {
    DbOptions {
        acquire_timeout: Duration::from_millis(300),
        ..DbOptions::default()
    }
}

on_both_engines! {
    async fn a_database_says_how_it_is(test: TestDb) {
        assert!(health::ping(&test.db).await.unwrap() < Duration::from_secs(5));
        let health = health::check(&test.db).await.unwrap();
        assert_eq!(health.engine, test.engine());
        assert!(health.version.starts_with(|c: char| c.is_ascii_digit()), "{}", health.version);
        assert!(health.pool.open >= 1 && health.pool.open <= health.pool.most);
        assert!(health.pool.idle <= health.pool.open);
    }

    async fn a_closed_database_cannot_be_reached(test: TestDb) {
        let db = test.open_again().await;
        db.close().await;
        let refused = health::ping(&db).await;
        assert!(matches!(refused, Err(StoreError::Unavailable(_))), "{refused:?}");
        assert!(refused.unwrap_err().is_transient());
    }
}

#[tokio::test]
async fn a_wrong_url_is_named_without_repeating_it() {
    for url in [
        "mysql://u:secret@h/d",
        "secret",
        "postgres://u:secret@[/d",
        "sqlite::memory:",
    ] {
        let refused = Db::connect(url, impatient()).await.unwrap_err();
        assert!(matches!(refused, StoreError::Invalid { .. }), "{refused:?}");
        assert!(
            !format!("{refused} {refused:?}").contains("secret"),
            "{refused:?}"
        );
    }
}

#[tokio::test]
async fn a_server_that_is_not_there_is_unavailable_within_the_time() {
    let url = "postgres://u:secret@127.0.0.1:1/d";
    let refused = Db::connect(url, impatient()).await.unwrap_err();
    assert!(matches!(refused, StoreError::Unavailable(_)), "{refused:?}");
    assert!(
        !format!("{refused} {refused:?}").contains("secret"),
        "{refused:?}"
    );
}

#[tokio::test]
async fn a_file_whose_folder_is_missing_is_refused_without_repeating_its_path() {
    let refused = Db::connect("sqlite:///nowhere/secret/all.db", impatient())
        .await
        .unwrap_err();
    assert_eq!(
        refused.to_string(),
        "refused: the folder of the SQLite file does not exist"
    );
    assert!(!format!("{refused:?}").contains("secret"), "{refused:?}");
}

#[tokio::test]
async fn a_file_that_cannot_be_made_is_unavailable() {
    let test = sqlite().await;
    // What should be a folder is a file.
    let below = format!("{}/all.db", test.url);
    let refused = Db::connect(&below, impatient()).await.unwrap_err();
    assert!(matches!(refused, StoreError::Unavailable(_)), "{refused:?}");
}

#[cfg(unix)]
#[tokio::test]
async fn the_file_and_its_companions_are_their_owners_alone() {
    use std::os::unix::fs::PermissionsExt;

    let test = sqlite().await;
    let path = test.url.strip_prefix("sqlite://").unwrap();
    for suffix in ["", "-wal", "-shm"] {
        let file = std::fs::metadata(format!("{path}{suffix}")).unwrap();
        assert_eq!(file.permissions().mode() & 0o777, 0o600, "{suffix}");
    }
}

#[cfg(unix)]
#[tokio::test]
async fn a_file_that_is_there_keeps_the_rights_that_its_owner_gave_it() {
    use std::os::unix::fs::PermissionsExt;

    let test = sqlite().await;
    let path = test.url.strip_prefix("sqlite://").unwrap();
    let shared = std::fs::Permissions::from_mode(0o660);
    std::fs::set_permissions(path, shared).unwrap();
    test.open_again().await;
    let file = std::fs::metadata(path).unwrap();
    assert_eq!(file.permissions().mode() & 0o777, 0o660);
}

#[test]
fn a_moment_is_cut_to_what_both_engines_keep() {
    let now = SystemClock.now();
    assert_eq!(Timestamp::from_micros(now.micros()), Some(now));
    let clock = ManualClock::new(at(0));
    clock.advance(Duration::from_mins(1));
    assert_eq!(clock.now(), at(60));
    assert_eq!(clock.now().since(at(0)), Duration::from_mins(1));
    assert_eq!(at(0).to_string(), "2024-11-06T10:00:00Z");
    assert_eq!(Engine::Sqlite.to_string(), "SQLite");
}
