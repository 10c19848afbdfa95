//! What a transaction keeps, and when it keeps nothing.

use std::time::Duration;

use slimy_store::audit::{self, NewAuditEntry};
use slimy_store::{Db, DbOptions, StoreError, club, members, on_both_engines, users};

use crate::support::{at, count, new_draft, new_user};

on_both_engines! {
    async fn a_commit_keeps_what_was_written(test: TestDb) {
        let mut tx = test.db.begin().await.unwrap();
        users::upsert(&mut tx, new_user("1"), at(0)).await.unwrap();
        users::upsert(&mut tx, new_user("2"), at(0)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(count(&test, "SELECT count(*) FROM users").await, 2);
    }

    async fn nothing_is_kept_when_it_is_dropped_or_rolled_back(test: TestDb) {
        let mut tx = test.db.begin().await.unwrap();
        users::upsert(&mut tx, new_user("1"), at(0)).await.unwrap();
        drop(tx);
        let mut tx = test.db.begin().await.unwrap();
        users::upsert(&mut tx, new_user("2"), at(0)).await.unwrap();
        tx.rollback().await.unwrap();
        assert_eq!(count(&test, "SELECT count(*) FROM users").await, 0);
    }

    async fn a_failed_statement_gives_the_whole_transaction_up(test: TestDb) {
        let mut tx = test.db.begin().await.unwrap();
        users::upsert(&mut tx, new_user("1"), at(0)).await.unwrap();
        let refused = members::upsert(&mut tx, &"x".into(), &"y".into(), &[], at(0)).await;
        assert!(matches!(refused, Err(StoreError::ForeignKey)), "{refused:?}");

        let later = users::upsert(&mut tx, new_user("2"), at(0)).await;
        assert!(matches!(later, Err(StoreError::Aborted)), "{later:?}");
        let commit = tx.commit().await;
        assert!(matches!(commit, Err(StoreError::Aborted)), "{commit:?}");
        assert_eq!(count(&test, "SELECT count(*) FROM users").await, 0);
        // The connection is usable again.
        users::upsert(&test.db, new_user("3"), at(0)).await.unwrap();
    }

    async fn transactions_at_once_wait_for_each_other(test: TestDb) {
        let tasks: Vec<_> = (0..10)
            .map(|n| {
                let db = test.db.clone();
                tokio::spawn(async move {
                    let mut tx = db.begin().await.unwrap();
                    users::find_by_discord_id(&mut tx, "1").await.unwrap();
                    users::upsert(&mut tx, new_user(&n.to_string()), at(0)).await.unwrap();
                    tx.commit().await.unwrap();
                })
            })
            .collect();
        for task in tasks {
            task.await.unwrap();
        }
        assert_eq!(count(&test, "SELECT count(*) FROM users").await, 10);
    }

    async fn two_programs_write_to_one_database(test: TestDb) {
        let other = test.open_again().await;
        let mut tx = test.db.begin().await.unwrap();
        users::upsert(&mut tx, new_user("1"), at(0)).await.unwrap();
        let waiting = tokio::spawn(async move {
            users::upsert(&other, new_user("2"), at(0)).await.unwrap();
        });
        tx.commit().await.unwrap();
        waiting.await.unwrap();
        assert_eq!(count(&test, "SELECT count(*) FROM users").await, 2);
    }

    async fn a_refused_write_leaves_the_next_free_to_follow_another_programs(test: TestDb) {
        let other = test.open_again().await;
        let author = users::upsert(&test.db, new_user("1"), at(0)).await.unwrap().row.id;
        let entry = |n: i64| NewAuditEntry::new("a.b", "thing", n.to_string(), at(n));
        let mut outcomes = vec![];
        for next in 0..4 {
            // Refused at its end, when SQLite has its text in the index for searches already.
            let nowhere = new_draft(&author, &"nowhere".into(), "Lost");
            let refused = club::create_draft(&test.db, nowhere, at(0)).await;
            assert!(matches!(refused, Err(StoreError::ForeignKey)), "{refused:?}");
            users::upsert(&other, new_user("2"), at(next)).await.unwrap();

            outcomes.push(match next {
                0 => users::upsert(&test.db, new_user("3"), at(0)).await.map(drop),
                1 => test.db.begin().await.map(drop),
                2 => audit::create_many(&test.db, &[entry(0)]).await.map(drop),
                _ => audit::create_many(&test.db, &[1, 2, 3].map(entry)).await.map(drop),
            });
        }
        assert!(outcomes.iter().all(Result::is_ok), "{outcomes:?}");
        assert_eq!(count(&test, "SELECT count(*) FROM users").await, 3);
        assert_eq!(count(&test, "SELECT count(*) FROM audit_logs").await, 4);
    }

    async fn who_waits_too_long_for_another_writer_is_told_to_try_again(test: TestDb) {
        let hurried = DbOptions {
            statement_timeout: Duration::from_millis(200),
            ..DbOptions::default()
        };
        let other = Db::connect(&test.url, hurried).await.unwrap();
        let mut tx = test.db.begin().await.unwrap();
        users::upsert(&mut tx, new_user("1"), at(0)).await.unwrap();
        let refused = users::upsert(&other, new_user("1"), at(1)).await;
        assert!(matches!(refused, Err(StoreError::Busy | StoreError::Timeout)), "{refused:?}");
        assert!(refused.unwrap_err().is_transient());
        tx.commit().await.unwrap();
        users::upsert(&other, new_user("1"), at(2)).await.unwrap();
    }
}
