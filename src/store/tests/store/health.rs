//! How the database is, and what it has been slow at.

use std::time::Duration;

use slimy_store::testing::TestDb;
use slimy_store::{Db, DbOptions, health, on_both_engines, users};

use crate::support::{at, new_user};

async fn opened(test: &TestDb, slow_query: Duration) -> Db {
    let options = DbOptions {
        slow_query,
        ..DbOptions::default()
    };
    Db::connect(&test.url, options).await.unwrap()
}

on_both_engines! {
    async fn a_database_says_its_size_and_its_newest_migration(test: TestDb) {
        let health = health::check(&test.db).await.unwrap();
        assert_eq!(health.migration, test.db.migration_status().await.unwrap().version());
        // An empty schema takes some hundred kilobytes on either engine.
        assert!((100_000..100_000_000).contains(&health.bytes), "{}", health.bytes);
    }

    async fn statements_that_took_too_long_are_counted_where_they_stand(test: TestDb) {
        let db = opened(&test, Duration::ZERO).await;
        for second in 0..3 {
            users::upsert(&db, new_user("1"), at(second)).await.unwrap();
        }
        let slow = health::check(&db).await.unwrap().slow;
        assert!(slow.count >= 3, "{slow:?}");
        assert!(slow.worst.len() <= slimy_store::limits::SLOW_SITES, "{slow:?}");
        assert!(slow.worst.is_sorted_by(|a, b| a.worst >= b.worst), "{slow:?}");
        let upsert = slow.worst.iter().find(|one| one.site.starts_with("src/store/users.rs:"));
        assert!(upsert.is_none_or(|one| one.count == 3 && one.worst > Duration::ZERO), "{slow:?}");
    }

    async fn what_is_quick_enough_is_not_counted(test: TestDb) {
        let db = opened(&test, Duration::from_mins(10)).await;
        users::upsert(&db, new_user("1"), at(0)).await.unwrap();
        assert_eq!(health::check(&db).await.unwrap().slow, health::SlowQueries::default());
    }
}
