//! Any substring of one's own titles and messages is found, in any case.

use slimy_store::chat::{self, Hit, MessageStatus, NewMessage, Outcome};
use slimy_store::{Db, Id, Page, PageAt, PageRequest, StoreError, on_both_engines};

use super::{begin_answer, conversation, person, person_who_talks, say, turn};
use crate::support::at;

async fn search(db: &Db, user: &Id, term: &str) -> Vec<Hit> {
    let page = chat::search(db, user, term, &PageRequest::first(100)).await;
    page.unwrap().items
}

fn excerpts(hits: &[Hit]) -> Vec<String> {
    hits.iter().map(|hit| hit.excerpt.to_string()).collect()
}

/// Every hit, by pages of three: there, and back again.
async fn by_pages(db: &Db, user: &Id, term: &str) -> Vec<Hit> {
    let mut there = Vec::new();
    let mut page: Page<Hit> = chat::search(db, user, term, &PageRequest::first(3))
        .await
        .unwrap();
    let last = loop {
        there.extend(page.items.clone());
        let Some(next) = page.next.clone() else {
            break page;
        };
        page = chat::search(db, user, term, &PageRequest::after(3, next))
            .await
            .unwrap();
    };
    let mut back = last.items.clone();
    let mut previous = last.previous;
    while let Some(cursor) = previous {
        let request = PageRequest {
            size: 3,
            at: PageAt::Before(cursor),
        };
        let page = chat::search(db, user, term, &request).await.unwrap();
        back.splice(0..0, page.items);
        previous = page.previous;
    }
    assert_eq!(back, there, "{term:?}");
    there
}

/// As many messages as are not all looked through, of which each 400th has a `rare` word.
async fn much_was_said(db: &Db, user: &Id) -> Id {
    let id = conversation(db, user, None, at(0)).await.id;
    let messages: Vec<_> = (0..2_400)
        .map(|n| {
            let rare = if n % 400 == 0 { " RÄRE" } else { "" };
            NewMessage::question(
                id.clone(),
                user.clone(),
                format!("message {n}{rare}"),
                at(n),
            )
        })
        .collect();
    let mut tx = db.begin().await.unwrap();
    chat::create_messages(&mut tx, &messages).await.unwrap();
    tx.commit().await.unwrap();
    id
}

on_both_engines! {
    async fn titles_alone_are_found_newest_first_and_no_more_than_asked_for(test: TestDb) {
        let user = person(&test.db, "1").await;
        let stranger = person(&test.db, "2").await;
        conversation(&test.db, &stranger, Some("Snails of a stranger"), at(9)).await;
        let untitled = conversation(&test.db, &user, None, at(8)).await;
        say(&test.db, &user, &untitled.id, "snails", at(8)).await;
        for (n, title) in ["About SNAILS", "Slugs", "snail 100%"].into_iter().enumerate() {
            conversation(&test.db, &user, Some(title), at(i64::try_from(n).unwrap())).await;
        }
        let titles = async |term: &str, limit: usize| {
            let found = chat::search_titles(&test.db, &user, term, limit).await.unwrap();
            found.into_iter().filter_map(|one| one.title).collect::<Vec<_>>()
        };
        assert_eq!(titles("Snail", 9).await, ["snail 100%", "About SNAILS"]);
        assert_eq!(titles("Snail", 1).await, ["snail 100%"]);
        assert_eq!(titles("%", 9).await, ["snail 100%"]);
        let deleted = chat::search_titles(&test.db, &user, "slugs", 9).await.unwrap();
        chat::delete_conversation(&test.db, &deleted[0].id, &user, at(10)).await.unwrap();
        assert_eq!(titles("slugs", 9).await, Vec::<String>::new());
        let long = "x".repeat(101);
        assert!(chat::search_titles(&test.db, &user, &long, 9).await.is_err());
    }

    async fn titles_and_messages_are_found_with_the_hit_shown(test: TestDb) {
        let user = person(&test.db, "1").await;
        let titled = conversation(&test.db, &user, Some("About SNAILS"), at(1)).await;
        let other = conversation(&test.db, &user, None, at(2)).await;
        let answer = turn(&test.db, &user, &other.id, ["What is slow?", "A snail is."], at(3)).await;
        let hits = search(&test.db, &user, "sNaIl").await;
        assert_eq!(excerpts(&hits), ["A snail is.", "About SNAILS"]);
        assert_eq!(hits[0].message_id, Some(answer.id));
        assert_eq!((&hits[0].conversation.id, hits[0].excerpt.hit.as_str()), (&other.id, "snail"));
        assert_eq!((&hits[1].message_id, &hits[1].conversation), (&None, &titled));
        chat::rename(&test.db, &titled.id, &user, "About slugs", at(4)).await.unwrap();
        assert_eq!(search(&test.db, &user, "snails").await, []);
        assert_eq!(search(&test.db, &user, "slugs").await.len(), 1);
    }

    async fn every_character_of_a_term_stands_for_itself(test: TestDb) {
        let (user, id) = person_who_talks(&test.db).await;
        for text in ["100% sim", "100 sim", "a_b", "axb", r"back\slash", "ÉTÉ Überblick", "say \"hi\" it's", "見る力", "🐌🐌🐌", "مرحبا שלום"] {
            say(&test.db, &user, &id, text, at(1)).await;
        }
        for (term, hits) in [
            ("100%", 1), ("a_b", 1), (r"k\s", 1), ("été über", 1), ("ÉTÉ", 1), ("SIM", 2), ("%", 1),
            ("_", 1), ("見る", 1), ("る力", 1), ("🐌🐌", 1), ("🐌🐌🐌", 1), ("رحب", 1), ("\"hi\"", 1), ("\"", 1),
            ("it's", 1), ("' OR '1'='1", 0), ("\" OR \"", 0), ("* NEAR", 0), ("", 10), ("xyz", 0),
        ] {
            assert_eq!(search(&test.db, &user, term).await.len(), hits, "{term:?}");
        }
        let long = chat::search(&test.db, &user, &"ü".repeat(101), &PageRequest::first(5)).await;
        assert!(matches!(long, Err(StoreError::Limit { most: 100, got: 101, .. })), "{long:?}");
        let many = chat::search(&test.db, &user, "u", &PageRequest::first(101)).await;
        assert!(matches!(many, Err(StoreError::Limit { most: 100, .. })), "{many:?}");
        let nul = chat::search(&test.db, &user, "a\0b", &PageRequest::first(5)).await;
        assert!(crate::support::is_invalid(&nul), "{nul:?}");
    }

    async fn nobody_finds_what_others_said(test: TestDb) {
        let (user, id) = person_who_talks(&test.db).await;
        let stranger = person(&test.db, "12").await;
        say(&test.db, &user, &id, "secret", at(1)).await;
        chat::rename(&test.db, &id, &user, "secret title", at(1)).await.unwrap();
        much_was_said(&test.db, &stranger).await;
        assert_eq!(search(&test.db, &user, "secret").await.len(), 2);
        assert_eq!(search(&test.db, &user, "rär").await, []);
        for term in ["secret", "se", "räre secret", ""] {
            let hits = search(&test.db, &stranger, term).await;
            assert!(hits.iter().all(|hit| hit.conversation.user_id == stranger), "{term:?}");
        }
        assert_eq!(search(&test.db, &stranger, "räre").await.len(), 6);
    }

    async fn what_is_rare_among_much_is_found_and_paged_through(test: TestDb) {
        let user = person(&test.db, "1").await;
        let id = much_was_said(&test.db, &user).await;
        conversation(&test.db, &user, Some("A räre title"), at(1_000)).await;
        let expected: Vec<String> = [2_000, 1_600, 1_200, 0, 800, 400, 0]
            .iter().map(|n| format!("message {n} RÄRE")).collect();
        let hits = by_pages(&test.db, &user, "räre").await;
        assert_eq!(hits.len(), 7);
        assert_eq!(hits[3].excerpt.to_string(), "A räre title");
        for at in [0, 1, 2, 4, 5, 6] {
            assert_eq!(hits[at].excerpt.to_string(), expected[at]);
        }
        // Common, short, and not there at all.
        assert_eq!(search(&test.db, &user, "message").await.len(), 100);
        assert_eq!(search(&test.db, &user, "ÄR").await.len(), 7);
        assert_eq!(by_pages(&test.db, &user, "99").await.len(), 42);
        assert_eq!(search(&test.db, &user, "räre message").await, []);
        chat::delete_conversation(&test.db, &id, &user, at(1)).await.unwrap();
        assert_eq!(search(&test.db, &user, "räre").await.len(), 1);
    }

    async fn an_answer_is_found_once_it_has_ended_and_also_when_another_was_chosen(test: TestDb) {
        let (user, id) = person_who_talks(&test.db).await;
        let question = say(&test.db, &user, &id, "?", at(1)).await;
        let answer = begin_answer(&test.db, &question, at(2)).await.id;
        chat::save_progress(&test.db, &answer, "needle", at(3)).await.unwrap();
        assert_eq!(search(&test.db, &user, "needle").await, []);
        let outcome = Outcome::new(MessageStatus::Stopped, "needle and");
        chat::finish(&test.db, &answer, &outcome, at(4)).await.unwrap();
        let mut tx = test.db.begin().await.unwrap();
        chat::create_alternative(&mut tx, &answer, "m", at(5)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(excerpts(&search(&test.db, &user, "needle").await), ["needle and"]);
    }

    async fn what_the_program_told_the_model_is_not_found(test: TestDb) {
        let (user, id) = person_who_talks(&test.db).await;
        let mut tx = test.db.begin().await.unwrap();
        let mut persona = NewMessage::question(id, user.clone(), "You are a needle.", at(1));
        persona.role = chat::Role::System;
        chat::append(&mut tx, persona).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(search(&test.db, &user, "needle").await, []);
    }
}
