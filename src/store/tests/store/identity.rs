//! People, guilds and memberships.

use slimy_store::{StoreError, guilds, members, on_both_engines, users};

use crate::support::{at, count, new_guild, new_user, person_in_guild, some};

on_both_engines! {
    async fn a_person_is_created_once_and_then_updated(test: TestDb) {
        let first = users::upsert(&test.db, new_user("1"), at(0)).await.unwrap();
        let changed = users::NewUser { global_name: some("New"), username: None, ..new_user("1") };
        let second = users::upsert(&test.db, changed, at(9)).await.unwrap();

        assert!(first.created && !second.created);
        assert_eq!(second.row.id, first.row.id);
        assert_eq!(second.row.global_name, some("New"));
        assert_eq!(second.row.username, None);
        assert_eq!((second.row.created_at, second.row.updated_at), (at(0), at(9)));
        let found = users::find_by_discord_id(&test.db, "1").await.unwrap();
        assert_eq!(found.as_ref(), Some(&second.row));
        assert_eq!(users::find(&test.db, &first.row.id).await.unwrap(), found);
    }

    async fn nobody_unknown_is_found(test: TestDb) {
        assert_eq!(users::find_by_discord_id(&test.db, "1").await.unwrap(), None);
        assert_eq!(users::find(&test.db, &"x".into()).await.unwrap(), None);
        assert_eq!(guilds::find_by_discord_id(&test.db, "1").await.unwrap(), None);
        assert_eq!(guilds::find(&test.db, &"x".into()).await.unwrap(), None);
        assert_eq!(members::find(&test.db, &"x".into(), &"y".into()).await.unwrap(), None);
    }

    async fn upserts_at_once_make_one_row_and_one_creator(test: TestDb) {
        let tasks: Vec<_> = (0..20)
            .map(|n| {
                let db = test.db.clone();
                tokio::spawn(async move { users::upsert(&db, new_user("7"), at(n)).await.unwrap() })
            })
            .collect();
        let mut created = 0;
        for task in tasks {
            created += u32::from(task.await.unwrap().created);
        }
        assert_eq!(created, 1);
        assert_eq!(count(&test, "SELECT count(*) FROM users").await, 1);
    }

    async fn a_guild_that_comes_back_is_no_longer_left(test: TestDb) {
        let first = guilds::upsert(&test.db, new_guild("5", "Before"), at(0)).await.unwrap();
        assert!(guilds::mark_left(&test.db, "5", at(1)).await.unwrap());
        assert!(!guilds::mark_left(&test.db, "5", at(2)).await.unwrap());
        assert!(!guilds::mark_left(&test.db, "unknown", at(2)).await.unwrap());
        let left = guilds::find(&test.db, &first.row.id).await.unwrap().unwrap();
        assert_eq!(left.left_at, Some(at(1)));

        let back = guilds::upsert(&test.db, new_guild("5", "After"), at(3)).await.unwrap();
        assert!(first.created && !back.created);
        assert_eq!((back.row.left_at, back.row.name.as_str()), (None, "After"));
        assert_eq!(guilds::find_by_discord_id(&test.db, "5").await.unwrap(), Some(back.row));
    }

    async fn a_guild_that_is_made_sure_of_is_made_once_and_never_changed(test: TestDb) {
        let first = guilds::ensure(&test.db, new_guild("5", "Before"), at(0)).await.unwrap();
        assert!(first.created);
        assert_eq!((first.row.name.as_str(), first.row.created_at), ("Before", at(0)));

        guilds::mark_left(&test.db, "5", at(1)).await.unwrap();
        let stored = guilds::find(&test.db, &first.row.id).await.unwrap().unwrap();
        let mut tx = test.db.begin().await.unwrap();
        let again = guilds::ensure(&mut tx, new_guild("5", "After"), at(2)).await.unwrap();
        tx.commit().await.unwrap();
        assert!(!again.created);
        assert_eq!(again.row, stored);
        assert_eq!(guilds::find(&test.db, &stored.id).await.unwrap(), Some(stored));
    }

    async fn a_guild_that_many_make_sure_of_at_once_has_one_creator(test: TestDb) {
        let tasks: Vec<_> = (0..20)
            .map(|n| {
                let db = test.db.clone();
                tokio::spawn(async move { guilds::ensure(&db, new_guild("7", "G"), at(n)).await.unwrap() })
            })
            .collect();
        let mut created = 0;
        for task in tasks {
            created += u32::from(task.await.unwrap().created);
        }
        assert_eq!(created, 1);
        assert_eq!(count(&test, "SELECT count(*) FROM guilds").await, 1);
    }

    async fn the_guilds_that_the_bot_is_in_are_listed_each_once_over_all_pages(test: TestDb) {
        for n in 0..7 {
            guilds::ensure(&test.db, new_guild(&n.to_string(), "G"), at(0)).await.unwrap();
        }
        guilds::mark_left(&test.db, "3", at(1)).await.unwrap();

        let mut seen: Vec<guilds::Guild> = Vec::new();
        loop {
            let after = seen.last().map(|guild| guild.id.clone());
            let page = guilds::list_present(&test.db, after.as_ref(), 2).await.unwrap();
            let last = page.len() < 2;
            seen.extend(page);
            if last {
                break;
            }
        }
        assert!(seen.is_sorted_by(|left, right| left.id < right.id));
        let mut found: Vec<_> = seen.iter().map(|guild| guild.discord_id.as_str()).collect();
        found.sort_unstable();
        assert_eq!(found, ["0", "1", "2", "4", "5", "6"]);

        let refused = guilds::list_present(&test.db, None, 101).await;
        assert!(matches!(refused, Err(StoreError::Limit { .. })), "{refused:?}");
    }

    async fn a_person_belongs_to_a_guild_once_with_the_roles_of_today(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let roles = vec!["100".to_owned(), "200".to_owned()];
        let member = members::upsert(&test.db, &user, &guild, &roles, at(5)).await.unwrap();

        assert!(!member.created);
        assert_eq!(member.row.roles, roles);
        let found = members::find(&test.db, &user, &guild).await.unwrap();
        assert_eq!(found, Some(member.row));
        assert_eq!(count(&test, "SELECT count(*) FROM user_guilds").await, 1);
    }

    async fn a_membership_of_nobody_is_refused(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        let outcome = members::upsert(&test.db, &"nobody".into(), &guild, &[], at(0)).await;
        assert!(matches!(outcome, Err(StoreError::ForeignKey)), "{outcome:?}");
    }
}
