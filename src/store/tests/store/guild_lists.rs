//! Guilds are found again by their names.

use slimy_store::guilds::{self, GuildFilter};
use slimy_store::testing::TestDb;
use slimy_store::{PageRequest, StoreError, on_both_engines};

use crate::support::{at, is_invalid, new_guild, raw};

/// The Discord ids of the guilds whose name contains `term`, newest first.
async fn search(test: &TestDb, term: &str) -> Vec<String> {
    let filter = GuildFilter {
        search: Some(term.to_owned()),
        present: None,
    };
    let page = guilds::list(&test.db, &filter, &PageRequest::first(100))
        .await
        .unwrap();
    page.items
        .into_iter()
        .map(|guild| guild.discord_id)
        .collect()
}

async fn add(test: &TestDb, names: &[&str]) {
    for (n, name) in (0i64..).zip(names) {
        guilds::upsert(&test.db, new_guild(&n.to_string(), name), at(n))
            .await
            .unwrap();
    }
}

on_both_engines! {
    async fn a_name_is_found_by_any_part_of_it_in_any_case(test: TestDb) {
        add(&test, &["Slimy Club", "ÉTÉ Überblick", "мир Дружба", "🐌🐌 snails 👩‍👩‍👧‍👦", "مرحبا \u{202e}x"]).await;
        for (term, found) in [
            ("SLIMY", &["0"][..]), ("my cl", &["0"]), ("été", &["1"]), ("ÜBER", &["1"]), ("é ü", &["1"]),
            ("ДРУЖ", &["2"]), ("р д", &["2"]), ("🐌🐌 S", &["3"]), ("🐌", &["3"]), ("👩‍👧", &["3"]),
            ("حبا", &["4"]), ("\u{202e}X", &["4"]), ("l", &["3", "1", "0"]), ("lu", &["0"]),
            ("", &["4", "3", "2", "1", "0"]), ("nobody", &[]), ("clubs", &[]),
        ] {
            assert_eq!(search(&test, term).await, found, "{term:?}");
        }
    }

    async fn every_character_of_a_term_stands_for_itself(test: TestDb) {
        add(&test, &["100% ok", "100 ok", "a_b_c", "axbxc", r"back\slash", r#"say "hi" it's"#, "x OR y*"]).await;
        for (term, found) in [
            ("100%", &["0"][..]), ("0% o", &["0"]), ("a_b", &["2"]), ("_b_", &["2"]), ("%", &["0"]), ("_", &["2"]),
            (r"k\s", &["4"]), (r"\", &["4"]), (r#""hi""#, &["5"]), (r#"y "h"#, &["5"]), ("t's", &["5"]),
            ("'", &["5"]), ("\"", &["5"]), ("' OR '1'='1", &[]), ("x or y*", &["6"]), ("100*", &[]),
            ("slash OR say", &[]), ("search_text:hi", &[]), ("%%%", &[]), ("___", &[]), (r"\\\", &[]),
        ] {
            assert_eq!(search(&test, term).await, found, "{term:?}");
        }
    }

    async fn a_term_has_at_most_100_characters(test: TestDb) {
        let name = "ü".repeat(120);
        add(&test, &[&name]).await;
        assert_eq!(search(&test, &"Ü".repeat(100)).await, ["0"]);
        let filter = GuildFilter { search: Some("ü".repeat(101)), present: None };
        let refused = guilds::list(&test.db, &filter, &PageRequest::first(1)).await;
        assert!(matches!(refused, Err(StoreError::Limit { most: 100, got: 101, .. })), "{refused:?}");
        let refused = guilds::list(&test.db, &GuildFilter::default(), &PageRequest::first(101)).await;
        assert!(matches!(refused, Err(StoreError::Limit { most: 100, got: 101, .. })), "{refused:?}");
        let filter = GuildFilter { search: Some("a\0bc".to_owned()), present: None };
        assert!(is_invalid(&guilds::list(&test.db, &filter, &PageRequest::first(1)).await));
    }

    async fn a_guild_is_found_by_its_name_of_today_alone(test: TestDb) {
        add(&test, &["Before"]).await;
        guilds::upsert(&test.db, new_guild("0", "After"), at(1)).await.unwrap();
        assert_eq!(search(&test, "before").await.len(), 0);
        assert_eq!(search(&test, "after").await.len(), 1);
        guilds::upsert(&test.db, new_guild("0", "AFTER Été"), at(2)).await.unwrap();
        guilds::upsert(&test.db, new_guild("0", "AFTER ÉTÉ"), at(3)).await.unwrap();
        assert_eq!(search(&test, "éTé").await.len(), 1);
        raw(&test, &["DELETE FROM guilds".to_owned()]).await.unwrap();
        assert_eq!(search(&test, "after").await.len(), 0);
    }

    async fn what_the_previous_release_writes_is_found_too(test: TestDb) {
        let old = |name: &str| {
            // As release 1 has it.
            format!(
                "INSERT INTO guilds (id, discord_id, name, created_at, updated_at)
                 SELECT 'old {name}', '9', '{name}', created_at, updated_at FROM guilds WHERE discord_id = '0'
                 ON CONFLICT (discord_id) DO UPDATE SET name = excluded.name"
            )
        };
        add(&test, &["Here"]).await;
        raw(&test, &[old("ÜBER uns")]).await.unwrap();
        assert_eq!(search(&test, "über").await, ["9"]);
        raw(&test, &[old("Été")]).await.unwrap();
        assert_eq!(search(&test, "ÉTÉ").await, ["9"]);
        // A rename that only changes the case of a letter, which no trigger could tell.
        raw(&test, &[old("ÉTÉ")]).await.unwrap();
        assert_eq!(search(&test, "été").await, ["9"]);
        assert_eq!(search(&test, "über").await.len(), 0);

        raw(&test, &[old("Straße")]).await.unwrap();
        test.db.migrate().await.unwrap();
        let mut tx = test.db.begin().await.unwrap();
        let filter = GuildFilter { search: Some("STRASSE".to_owned()), present: None };
        let found = guilds::list(&mut tx, &filter, &PageRequest::first(1)).await.unwrap();
        assert_eq!(found.items.len(), 0, "lower case is all that is done");
        let filter = GuildFilter { search: Some("aße".to_owned()), present: None };
        let found = guilds::list(&mut tx, &filter, &PageRequest::first(1)).await.unwrap();
        assert_eq!(found.items.len(), 1);
    }

    async fn pages_of_guilds_lead_there_and_back(test: TestDb) {
        // Two of each moment, and every third name without the term.
        for n in 0..9 {
            let name = if n % 3 == 0 { "Other" } else { "Snails" };
            guilds::upsert(&test.db, new_guild(&n.to_string(), name), at(n / 2)).await.unwrap();
        }
        for search in [None, Some("snail".to_owned())] {
            let filter = GuildFilter { search, present: None };
            let all = guilds::list(&test.db, &filter, &PageRequest::first(100)).await.unwrap();
            assert_eq!(all.items.len(), if filter.search.is_some() { 6 } else { 9 });
            let first = guilds::list(&test.db, &filter, &PageRequest::first(4)).await.unwrap();
            let after = PageRequest::after(4, first.next.clone().unwrap());
            let second = guilds::list(&test.db, &filter, &after).await.unwrap();
            let before = PageRequest::before(4, second.previous.clone().unwrap());
            let back = guilds::list(&test.db, &filter, &before).await.unwrap();
            assert_eq!(back.items, first.items);
            let there = [first.items, second.items].concat();
            assert_eq!(there[..], all.items[..there.len()]);
        }
    }

    async fn guilds_that_were_left_are_listed_apart(test: TestDb) {
        add(&test, &["a", "b", "c"]).await;
        guilds::mark_left(&test.db, "1", at(9)).await.unwrap();
        for (present, found) in [(Some(true), &["2", "0"][..]), (Some(false), &["1"]), (None, &["2", "1", "0"])] {
            let filter = GuildFilter { search: None, present };
            let page = guilds::list(&test.db, &filter, &PageRequest::first(9)).await.unwrap();
            let ids: Vec<_> = page.items.iter().map(|guild| guild.discord_id.as_str()).collect();
            assert_eq!(ids, found);
        }
    }
}
