//! How a call ends in the books, and what goes when its person does.

use slimy_store::chat::usage::{self, Spent, Used};
use slimy_store::{Timestamp, lifecycle, limits, on_both_engines, purge};

use super::{DAY, MONTH, booked, books, call, granted, of_models, reserved, settled, spent};
use crate::support::{at, count, person_in_guild, some};

on_both_engines! {
    async fn a_call_is_settled_once(test: TestDb) {
        let db = &test.db;
        let (user, guild) = person_in_guild(db).await;
        let id = granted(db, &call(&user, Some(&guild), 100)).await;
        let other = granted(db, &call(&user, Some(&guild), 50)).await;
        assert!(settled(db, &id, &spent()).await);
        let after = books(db, &user, &guild).await;
        assert_eq!(after, [Used { used: 80, ..booked() }; 6]);
        assert!(!settled(db, &id, &spent()).await);
        assert!(!usage::release(db, &id, at(6)).await.unwrap());
        assert!(!settled(db, &"none".into(), &spent()).await);
        assert_eq!(books(db, &user, &guild).await, after);
        assert!(usage::release(db, &other, at(6)).await.unwrap());
        assert!(!settled(db, &other, &spent()).await);
        assert_eq!(books(db, &user, &guild).await, [booked(); 6]);
    }

    async fn a_settlement_that_is_undone_did_not_happen(test: TestDb) {
        let db = &test.db;
        let (user, guild) = person_in_guild(db).await;
        let id = granted(db, &call(&user, Some(&guild), 100)).await;
        let mut tx = db.begin().await.unwrap();
        assert!(usage::settle(&mut tx, &id, &spent(), at(1)).await.unwrap());
        tx.rollback().await.unwrap();
        assert_eq!(books(db, &user, &guild).await, [reserved(100); 6]);
        assert!(settled(db, &id, &spent()).await);
    }

    async fn more_than_was_reserved_counts_whole(test: TestDb) {
        let db = &test.db;
        let (user, guild) = person_in_guild(db).await;
        let id = granted(db, &call(&user, Some(&guild), 1)).await;
        assert!(settled(db, &id, &spent()).await);
        assert_eq!(books(db, &user, &guild).await, [booked(); 6]);
    }

    async fn what_another_model_answered_stands_in_that_ones_book(test: TestDb) {
        let db = &test.db;
        let (user, guild) = person_in_guild(db).await;
        for other in ["another", "zebra"] {
            let id = granted(db, &call(&user, Some(&guild), 100)).await;
            assert!(settled(db, &id, &Spent { model: some(other), ..spent() }).await);
        }
        let expected = [("another", booked()), ("small-1", Used::default()), ("zebra", booked())];
        assert_eq!(of_models(db).await, expected.map(|(model, used)| (model.to_owned(), used)));
        assert_eq!(usage::of_host(db, MONTH).await.unwrap().calls, 2);
    }

    async fn reservations_of_a_program_that_ended_are_found_the_oldest_first(test: TestDb) {
        let db = &test.db;
        let (user, _) = person_in_guild(db).await;
        for (tokens, when) in [(1, 5), (2, 3), (3, 9)] {
            let reserve = call(&user, None, tokens);
            usage::reserve(db, &reserve, at(when)).await.unwrap();
        }
        let found = usage::stale(db, at(9)).await.unwrap();
        let found: Vec<_> = found.iter().map(|one| (one.tokens, one.day.as_str(), one.month.as_str())).collect();
        assert_eq!(found, [(2, DAY, MONTH), (1, DAY, MONTH)]);
    }

    async fn a_call_of_somebody_deleted_still_ends_in_the_hosts_book(test: TestDb) {
        let db = &test.db;
        let (user, guild) = person_in_guild(db).await;
        let id = granted(db, &call(&user, Some(&guild), 100)).await;
        lifecycle::delete_user(db, &user, at(1)).await.unwrap();
        lifecycle::delete_guild(db, &guild, at(1)).await.unwrap();
        let open = usage::stale(db, at(9)).await.unwrap();
        assert_eq!((&open[0].id, &open[0].user_id, &open[0].guild_id), (&id, &None, &None));
        assert!(settled(db, &id, &spent()).await);
        assert_eq!(usage::of_host(db, DAY).await.unwrap(), booked());
        for table in ["chat_usage_users", "chat_usage_guilds", "chat_reservations"] {
            assert_eq!(count(&test, &format!("SELECT count(*) FROM {table}")).await, 0, "{table}");
        }
    }

    async fn books_go_after_thirteen_months(test: TestDb) {
        let db = &test.db;
        let (user, guild) = person_in_guild(db).await;
        for (day, month) in [("2024-09-30", "2024-09"), ("2024-10-01", "2024-10"), ("2025-11-30", "2025-11")] {
            let mut old = call(&user, Some(&guild), 5);
            (old.day, old.month) = (day.to_owned(), month.to_owned());
            let id = granted(db, &old).await;
            assert!(settled(db, &id, &spent()).await);
        }
        assert_eq!(limits::KEPT_USAGE_MONTHS, 13);
        let now = "2025-11-30T23:59:59Z".parse::<chrono::DateTime<chrono::Utc>>().unwrap();
        let now = Timestamp::from_micros(now.timestamp_micros()).unwrap();
        // The person's, the guild's, the model's and the host's, of the day and of the month.
        assert_eq!(purge::run(db, now).await.unwrap().usage, 8);
        assert_eq!(usage::of_user(db, &user, "2024-09").await.unwrap(), Used::default());
        assert_eq!(usage::of_host(db, "2024-09-30").await.unwrap(), Used::default());
        for kept in ["2024-10", "2024-10-01", "2025-11"] {
            assert_eq!(usage::of_user(db, &user, kept).await.unwrap(), booked(), "{kept}");
            assert_eq!(usage::of_guild(db, &guild, kept).await.unwrap(), booked(), "{kept}");
        }
        assert!(purge::run(db, now).await.unwrap().is_empty());
    }
}
