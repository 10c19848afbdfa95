//! Analyses are found by any part of their title or summary.

use slimy_store::testing::empty_postgres;
use slimy_store::{Id, PageRequest, StoreError, club, guilds, on_both_engines};

use crate::support::{at, count, is_invalid, new_guild, person_in_guild, raw, saved_analysis};

on_both_engines! {
    async fn a_search_takes_every_character_as_itself_and_folds_case(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let titles = [
            "100% sim", "100 sim", "a_b", "axb", r"back\slash", "ÉTÉ Überblick", r#"the "best""#, "it's",
            "مرحبا שלום", "🐌🐌🐌 🏴󠁧󠁢󠁷󠁬󠁳󠁿", "a AND b OR c*", "İstanbul ΟΔΟΣ",
        ];
        for title in titles {
            saved_analysis(&test.db, &user, &guild, title, at(1)).await;
        }
        for (term, hits) in [
            ("100%", 1), ("a_b", 1), (r"k\s", 1), ("été über", 1), ("SIM", 2), ("3 MEMBERS", 12), ("", 12),
            ("' OR '1'='1", 0), ("%", 1), ("_", 1), (r"\", 1), ("\"", 1), ("'", 1), ("\"BEST\"", 1),
            ("e \"b", 1), ("حبا ש", 1), ("לו", 1), ("🐌", 1), ("🐌🐌", 1), ("🐌🐌🐌", 1), ("🐌🐌🐌🐌", 0),
            ("and B or", 1), ("b* OR c", 0), ("c*", 1), ("NEAR(a b)", 0), ("^100", 0), ("x", 1), ("ax", 1),
            ("İST", 1), ("istanbul", 0), ("ΟΔΟΣ", 1), ("%%%", 0), ("sim\n3 mem", 2),
        ] {
            let found = club::search_saved(&test.db, &guild, term, 25).await.unwrap();
            assert_eq!(found.len(), hits, "{term:?}");
        }
        assert_eq!(club::search_saved(&test.db, &guild, "sim", 1).await.unwrap().len(), 1);
        assert_eq!(count(&test, "SELECT count(*) FROM club_analyses").await, 12);
    }

    async fn pages_of_a_search_lead_there_and_back(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        for n in 0..9 {
            let title = if n % 3 == 0 { "other" } else { "Snails" };
            saved_analysis(&test.db, &user, &guild, title, at(n / 2)).await;
        }
        // With the trigram index, and without it.
        for term in ["NAIL", "na"] {
            let search = async |page: PageRequest| club::search(&test.db, &guild, term, &page).await.unwrap();
            let all = search(PageRequest::first(100)).await;
            assert_eq!(all.items.len(), 6);
            let first = search(PageRequest::first(4)).await;
            let second = search(PageRequest::after(4, first.next.clone().unwrap())).await;
            let back = search(PageRequest::before(4, second.previous.clone().unwrap())).await;
            assert_eq!(back.items, first.items);
            assert!(second.next.is_none());
            assert_eq!([first.items, second.items].concat(), all.items);
        }
    }

    async fn a_guild_finds_its_own_and_pages_by_person_cross_guilds(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let other = guilds::upsert(&test.db, new_guild("9", "O"), at(0)).await.unwrap().row.id;
        for (n, guild) in (0i64..).zip([&guild, &other, &guild, &other]) {
            saved_analysis(&test.db, &user, guild, "snails", at(n)).await;
        }
        assert_eq!(club::search_saved(&test.db, &guild, "snails", 9).await.unwrap().len(), 2);
        let first = club::list_by_user(&test.db, &user, &PageRequest::first(3)).await.unwrap();
        let after = PageRequest::after(3, first.next.clone().unwrap());
        let second = club::list_by_user(&test.db, &user, &after).await.unwrap();
        assert_eq!((first.items.len(), second.items.len()), (3, 1));
        let before = PageRequest::before(3, second.previous.unwrap());
        let back = club::list_by_user(&test.db, &user, &before).await.unwrap();
        assert_eq!(back.items, first.items);
    }

    async fn what_is_deleted_leaves_the_index_too(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        saved_analysis(&test.db, &user, &guild, "snails", at(1)).await;
        // The guild goes, and its analyses with it.
        raw(&test, &[format!("DELETE FROM guilds WHERE id = '{guild}'")]).await.unwrap();
        if test.engine() == slimy_store::Engine::Sqlite {
            for table in ["club_analyses", "guilds"] {
                let keys = format!("SELECT count(*) FROM {table}_search_keys");
                assert_eq!(count(&test, &keys).await, 0);
                let hits = format!("SELECT count(*) FROM {table}_search WHERE {table}_search MATCH 'sna OR sli'");
                assert_eq!(count(&test, &hits).await, 0);
            }
        }
        let guild = guilds::upsert(&test.db, new_guild("22", "G"), at(0)).await.unwrap().row.id;
        saved_analysis(&test.db, &user, &guild, "snails", at(1)).await;
        assert_eq!(club::search_saved(&test.db, &guild, "snails", 9).await.unwrap().len(), 1);
    }

    async fn a_word_of_very_many_texts_is_found_page_by_page(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let first = saved_analysis(&test.db, &user, &guild, "snails", at(1)).await;
        // More than are looked up by the index.
        let more = format!(
            "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 600)
             INSERT INTO club_analyses (id, guild_id, user_id, title, summary, search_text, confidence,
                 status, metric, saved_at, created_at, updated_at)
             SELECT 'copy' || n, guild_id, user_id, title, summary,
                 search_text || CASE WHEN n = 7 THEN ' zebra' ELSE '' END, confidence,
                 status, metric, saved_at, created_at, updated_at
             FROM club_analyses, numbers WHERE id = '{first}'"
        );
        raw(&test, &[more]).await.unwrap();
        let mut seen = std::collections::BTreeSet::new();
        let mut request = PageRequest::first(100);
        loop {
            let page = club::search(&test.db, &guild, "SNAILS", &request).await.unwrap();
            seen.extend(page.items.into_iter().map(|line| line.id.as_str().to_owned()));
            let Some(next) = page.next else { break };
            request = PageRequest::after(100, next);
        }
        assert_eq!(seen.len(), 601);
        assert_eq!(club::search_saved(&test.db, &guild, "zebra", 9).await.unwrap().len(), 1);

        // What VACUUM numbers anew must not lead the index astray.
        let half = "DELETE FROM club_analyses WHERE id LIKE 'copy%' AND id <> 'copy7'".to_owned();
        raw(&test, &[half, "VACUUM".to_owned()]).await.unwrap();
        let found = club::search_saved(&test.db, &guild, "zebra", 9).await.unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].id.as_str(), "copy7");
        assert_eq!(club::search_saved(&test.db, &guild, "snails", 9).await.unwrap().len(), 2);
    }

    async fn a_search_over_its_limits_is_refused(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        let search = async |term: &str, rows| {
            club::search(&test.db, &guild, term, &PageRequest::first(rows)).await
        };
        assert!(search(&"ü".repeat(100), 100).await.is_ok());
        // Lower case makes 200 characters of these.
        assert!(search(&"İ".repeat(100), 100).await.is_ok());
        let refused = search(&"🐌".repeat(101), 5).await;
        assert!(matches!(refused, Err(StoreError::Limit { most: 100, got: 101, .. })), "{refused:?}");
        let refused = search("a", 101).await;
        assert!(matches!(refused, Err(StoreError::Limit { most: 100, got: 101, .. })), "{refused:?}");
        assert!(is_invalid(&search("a\0b", 5).await));
        assert!(is_invalid(&search("\0", 5).await));
        let elsewhere: Id = "elsewhere".into();
        assert_eq!(club::search_saved(&test.db, &elsewhere, "", 5).await.unwrap(), []);
    }
}

/// Hosts put extensions into a schema of their own, which is in nobody's search path.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_index_is_made_wherever_postgres_keeps_its_extension() {
    let test = empty_postgres().await;
    let own = [
        "CREATE SCHEMA elsewhere",
        "CREATE EXTENSION pg_trgm SCHEMA elsewhere",
    ];
    raw(&test, &own.map(str::to_owned)).await.unwrap();
    test.db.migrate().await.unwrap();
    let (user, guild) = person_in_guild(&test.db).await;
    saved_analysis(&test.db, &user, &guild, "snails", at(1)).await;
    assert_eq!(
        club::search_saved(&test.db, &guild, "NAIL", 9)
            .await
            .unwrap()
            .len(),
        1
    );
}
