//! Who is where.

use slimy_store::{Id, PageRequest, StoreError, guilds, members, on_both_engines, users};

use crate::support::{at, new_guild, new_user, person_in_guild, some};

on_both_engines! {
    async fn a_guilds_members_are_listed_with_their_names(test: TestDb) {
        let guild = guilds::upsert(&test.db, new_guild("1", "G"), at(0)).await.unwrap().row.id;
        let elsewhere = guilds::upsert(&test.db, new_guild("2", "H"), at(0)).await.unwrap().row.id;
        let mut people: Vec<Id> = Vec::new();
        for n in 0..5 {
            let user = users::NewUser { username: some(&format!("name{n}")), ..new_user(&n.to_string()) };
            let user = users::upsert(&test.db, user, at(0)).await.unwrap().row.id;
            // Two of each moment.
            members::upsert(&test.db, &user, &guild, &[format!("role{n}")], at(n / 2)).await.unwrap();
            people.push(user);
        }
        members::upsert(&test.db, &people[0], &elsewhere, &[], at(9)).await.unwrap();

        let all = members::list_of_guild(&test.db, &guild, &PageRequest::first(100)).await.unwrap();
        assert_eq!(all.items.len(), 5);
        assert!(all.next.is_none() && all.previous.is_none());
        let newest = &all.items[0];
        assert_eq!((&newest.user.id, newest.user.username.clone()), (&people[4], some("name4")));
        assert_eq!(newest.member.roles, ["role4"]);
        assert_eq!((&newest.member.user_id, &newest.member.guild_id), (&people[4], &guild));

        let first = members::list_of_guild(&test.db, &guild, &PageRequest::first(2)).await.unwrap();
        let after = PageRequest::after(2, first.next.clone().unwrap());
        let second = members::list_of_guild(&test.db, &guild, &after).await.unwrap();
        let before = PageRequest::before(2, second.previous.clone().unwrap());
        let back = members::list_of_guild(&test.db, &guild, &before).await.unwrap();
        assert_eq!(back.items, first.items);
        assert_eq!([first.items, second.items].concat()[..], all.items[..4]);
    }

    async fn a_persons_guilds_are_listed_also_those_that_the_bot_left(test: TestDb) {
        let user = users::upsert(&test.db, new_user("1"), at(0)).await.unwrap().row.id;
        for n in 0..5 {
            let guild = new_guild(&n.to_string(), &format!("Guild {n}"));
            let guild = guilds::upsert(&test.db, guild, at(0)).await.unwrap().row.id;
            members::upsert(&test.db, &user, &guild, &[], at(n / 2)).await.unwrap();
        }
        guilds::mark_left(&test.db, "4", at(7)).await.unwrap();
        let all = members::list_guilds_of_user(&test.db, &user, &PageRequest::first(100)).await.unwrap();
        assert_eq!(all.items.len(), 5);
        let newest = &all.items[0];
        assert_eq!((newest.guild.name.as_str(), newest.guild.left_at), ("Guild 4", Some(at(7))));
        assert_eq!((&newest.guild.id, &newest.member.user_id), (&newest.member.guild_id, &user));

        let first = members::list_guilds_of_user(&test.db, &user, &PageRequest::first(2)).await.unwrap();
        let after = PageRequest::after(2, first.next.clone().unwrap());
        let second = members::list_guilds_of_user(&test.db, &user, &after).await.unwrap();
        let before = PageRequest::before(2, second.previous.clone().unwrap());
        let back = members::list_guilds_of_user(&test.db, &user, &before).await.unwrap();
        assert_eq!(back.items, first.items);
        assert_eq!([first.items, second.items].concat()[..], all.items[..4]);
    }

    async fn a_membership_is_taken_away_once(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        assert!(members::remove(&test.db, &user, &guild).await.unwrap());
        assert!(!members::remove(&test.db, &user, &guild).await.unwrap());
        assert_eq!(members::find(&test.db, &user, &guild).await.unwrap(), None);
        let page = members::list_of_guild(&test.db, &guild, &PageRequest::first(9)).await.unwrap();
        assert!(page.items.is_empty());
    }

    async fn a_page_of_more_than_100_memberships_is_refused(test: TestDb) {
        let guild: Id = "g".into();
        let refused = members::list_of_guild(&test.db, &guild, &PageRequest::first(101)).await;
        assert!(matches!(refused, Err(StoreError::Limit { most: 100, got: 101, .. })), "{refused:?}");
        let refused = members::list_guilds_of_user(&test.db, &guild, &PageRequest::first(101)).await;
        assert!(matches!(refused, Err(StoreError::Limit { most: 100, got: 101, .. })), "{refused:?}");
    }
}
