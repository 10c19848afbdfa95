//! Each message has its place, also of many at once, and is read back as it was said.

use slimy_store::chat::{self, NewMessage, Role, Transcript};
use slimy_store::{Id, PageRequest, StoreError, limits, on_both_engines};

use super::{contents, conversation, person, person_who_talks, said, say, turn};
use crate::support::{at, count, is_invalid};

on_both_engines! {
    async fn a_conversation_reads_in_the_order_in_which_it_was_said(test: TestDb) {
        let (user, id) = person_who_talks(&test.db).await;
        // The second question is older by its own clock.
        turn(&test.db, &user, &id, ["one", "1"], at(5)).await;
        turn(&test.db, &user, &id, ["two", "2"], at(3)).await;
        let all = said(&test.db, &user, &id).await;
        assert_eq!(contents(&all), ["one", "1", "two", "2"]);
        assert_eq!(all.iter().map(|message| message.position).collect::<Vec<_>>(), [1, 2, 3, 4]);
        assert_eq!(all[1].parent_id.as_ref(), Some(&all[0].id));
        assert_eq!((all[0].role, all[1].role), (Role::User, Role::Assistant));
        assert!(all.iter().all(|message| message.user_id.as_ref() == Some(&user)));
        assert_eq!(all[0], chat::find_message(&test.db, &all[0].id).await.unwrap().unwrap());
    }

    async fn two_messages_at_once_get_different_places(test: TestDb) {
        let (user, id) = person_who_talks(&test.db).await;
        let other = test.open_again().await;
        // Three for each program, so that its pool has a connection left.
        let tasks: Vec<_> = (0..6)
            .map(|n| {
                let db = if n % 2 == 0 { test.db.clone() } else { other.clone() };
                let (user, id) = (user.clone(), id.clone());
                tokio::spawn(async move {
                    let mut places = Vec::new();
                    for word in ["one", "two", "three"] {
                        places.push(say(&db, &user, &id, word, at(n)).await.position);
                    }
                    places
                })
            })
            .collect();
        let mut places = Vec::new();
        for task in tasks {
            places.extend(task.await.unwrap());
        }
        places.sort_unstable();
        assert_eq!(places, (1..=18).collect::<Vec<i64>>());
        let found = chat::find_conversation(&test.db, &id, &user).await.unwrap().unwrap();
        assert_eq!(found.last_position, 18);
    }

    async fn pages_of_messages_lead_back_to_the_beginning_and_forth(test: TestDb) {
        let (user, id) = person_who_talks(&test.db).await;
        for n in 0..7 {
            say(&test.db, &user, &id, &n.to_string(), at(0)).await;
        }
        let newest = chat::messages(&test.db, &id, &user, &PageRequest::first(3)).await.unwrap();
        assert_eq!(contents(&newest.items), ["6", "5", "4"]);
        assert!(newest.previous.is_none());
        let next = newest.next.unwrap().to_string().parse().unwrap();
        let middle = chat::messages(&test.db, &id, &user, &PageRequest::after(3, next)).await.unwrap();
        assert_eq!(contents(&middle.items), ["3", "2", "1"]);
        let oldest = PageRequest::after(3, middle.next.clone().unwrap());
        let oldest = chat::messages(&test.db, &id, &user, &oldest).await.unwrap();
        assert_eq!(contents(&oldest.items), ["0"]);
        assert!(oldest.next.is_none());
        let back = PageRequest::before(3, oldest.previous.unwrap());
        assert_eq!(chat::messages(&test.db, &id, &user, &back).await.unwrap(), middle);
        let newer = PageRequest::before(3, middle.previous.unwrap());
        let newer = chat::messages(&test.db, &id, &user, &newer).await.unwrap();
        assert_eq!((contents(&newer.items), newer.previous), (vec!["6", "5", "4"], None));
    }

    async fn nobody_reads_or_goes_on_with_a_conversation_of_another(test: TestDb) {
        let (user, id) = person_who_talks(&test.db).await;
        let stranger = person(&test.db, "12").await;
        say(&test.db, &user, &id, "secret", at(1)).await;
        assert_eq!(said(&test.db, &stranger, &id).await, []);
        let mut transcript = Transcript::of(id.clone(), stranger.clone());
        assert_eq!(transcript.next(&test.db).await.unwrap(), []);

        let mut tx = test.db.begin().await.unwrap();
        let new = NewMessage::question(id.clone(), stranger, "let me in", at(2));
        let refused = chat::append(&mut tx, new.clone()).await;
        assert!(matches!(refused, Err(StoreError::NotFound)), "{refused:?}");
        let refused = chat::create_messages(&mut tx, &[new]).await;
        assert!(matches!(refused, Err(StoreError::NotFound)), "{refused:?}");
        tx.commit().await.unwrap();
        assert_eq!(contents(&said(&test.db, &user, &id).await), ["secret"]);
    }

    async fn an_answer_answers_a_question_of_its_own_conversation_once(test: TestDb) {
        let (user, id) = person_who_talks(&test.db).await;
        let elsewhere = conversation(&test.db, &user, None, at(0)).await.id;
        let question = say(&test.db, &user, &id, "?", at(1)).await;
        let answered = turn(&test.db, &user, &id, ["?", "!"], at(1)).await;
        let answer = |conversation: &Id, question: &Id| {
            NewMessage::answer(conversation.clone(), user.clone(), question.clone(), "m", at(2))
        };
        for (new, conflict) in [
            (answer(&elsewhere, &question.id), false),
            (answer(&id, &"nothing".into()), false),
            (answer(&id, &answered.id), false),
            (answer(&id, answered.parent_id.as_ref().unwrap()), true),
        ] {
            let mut tx = test.db.begin().await.unwrap();
            let refused = chat::append(&mut tx, new).await;
            match refused {
                Err(StoreError::Conflict) => assert!(conflict),
                refused => assert!(!conflict && is_invalid(&refused), "{refused:?}"),
            }
        }
        assert_eq!(count(&test, "SELECT count(*) FROM chat_messages").await, 3);
    }

    async fn many_messages_are_brought_in_at_once_with_their_places(test: TestDb) {
        let (user, first) = person_who_talks(&test.db).await;
        let second = conversation(&test.db, &user, None, at(0)).await.id;
        say(&test.db, &user, &first, "before", at(1)).await;
        let mut messages = Vec::new();
        for n in 0..300 {
            let of = if n % 3 == 0 { &second } else { &first };
            let question = NewMessage::question(of.clone(), user.clone(), format!("q{n}"), at(n));
            let mut answer =
                NewMessage::answer(of.clone(), user.clone(), question.id.clone(), "m", at(n));
            answer.content = format!("a{n}");
            answer.status = chat::MessageStatus::Complete;
            messages.extend([question, answer]);
        }
        let mut tx = test.db.begin().await.unwrap();
        assert_eq!(chat::create_messages(&mut tx, &messages).await.unwrap(), 600);
        assert_eq!(chat::create_messages(&mut tx, &[]).await.unwrap(), 0);
        tx.commit().await.unwrap();

        let mut transcript = Transcript::of(first, user);
        let mut all = Vec::new();
        loop {
            let page = transcript.next(&test.db).await.unwrap();
            if page.is_empty() {
                break;
            }
            assert!(page.len() <= limits::PAGE_SIZE);
            all.extend(page);
        }
        assert_eq!(all.len(), 401);
        assert_eq!(contents(&all[..5]), ["before", "q1", "a1", "q2", "a2"]);
        assert_eq!(all[400].position, 401);
        assert_eq!(all[400].finished_at, Some(at(299)));
    }

    async fn odd_text_is_kept_as_it_was_said_or_refused(test: TestDb) {
        let (user, id) = person_who_talks(&test.db).await;
        let long = "ü🐌".repeat(2_000);
        let odd = [
            "", "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿", "مرحبا \u{202e}desrever\u{202c} שלום", "'; DROP TABLE chat_messages; --",
            "e\u{301} İ ﬁ ẞ \u{feff}\u{10ffff}", "```rust\r\nfn main() {}\t\u{7}\n```", long.as_str(),
        ];
        for text in odd {
            let message = say(&test.db, &user, &id, text, at(1)).await;
            assert_eq!(chat::find_message(&test.db, &message.id).await.unwrap().unwrap().content, text);
        }
        let mut tx = test.db.begin().await.unwrap();
        let nul = NewMessage::question(id.clone(), user.clone(), "a\0b", at(1));
        assert!(is_invalid(&chat::append(&mut tx, nul).await));
        drop(tx);
        let most = limits::MESSAGE_BYTES;
        say(&test.db, &user, &id, &"x".repeat(most), at(1)).await;
        let mut tx = test.db.begin().await.unwrap();
        let longer = NewMessage::question(id.clone(), user.clone(), "x".repeat(most + 1), at(1));
        let refused = chat::append(&mut tx, longer).await;
        assert!(matches!(refused, Err(StoreError::Limit { got, .. }) if got == most + 1));
        drop(tx);
        assert_eq!(said(&test.db, &user, &id).await.len(), odd.len() + 1);
    }
}
