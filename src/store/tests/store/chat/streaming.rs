//! Answers that are coming in, one at a time, and those that nobody is at any more.

use slimy_store::chat::{self, Finished, MessageStatus, NewMessage, Outcome};
use slimy_store::{Db, Id, PageRequest, on_both_engines};

use super::{begin_answer, conversation, person_who_talks, say, turn};
use crate::support::at;

/// A turn as it begins, unless another one is under way.
async fn begin(db: &Db, user: &Id, conversation: &Id) -> bool {
    let mut tx = db.begin().await.unwrap();
    let question = NewMessage::question(conversation.clone(), user.clone(), "?", at(1));
    let asked = chat::append(&mut tx, question).await.unwrap();
    let streaming = chat::find_streaming(&mut tx, conversation).await.unwrap();
    if streaming.is_some() {
        tx.rollback().await.unwrap();
        return false;
    }
    let answer = NewMessage::answer(
        conversation.clone(),
        user.clone(),
        asked.id,
        "small-1",
        at(1),
    );
    chat::append(&mut tx, answer).await.unwrap();
    tx.commit().await.unwrap();
    true
}

on_both_engines! {
    async fn the_answer_that_is_coming_in_is_found_until_it_ends(test: TestDb) {
        let db = &test.db;
        let (user, id) = person_who_talks(db).await;
        let other = conversation(db, &user, None, at(0)).await.id;
        turn(db, &user, &id, ["q", "a"], at(1)).await;
        assert_eq!(chat::find_streaming(db, &id).await.unwrap(), None);
        let question = say(db, &user, &id, "Why?", at(2)).await;
        let answer = begin_answer(db, &question, at(2)).await;
        assert_eq!(chat::find_streaming(db, &id).await.unwrap(), Some(answer.clone()));
        assert_eq!(chat::find_streaming(db, &other).await.unwrap(), None);
        chat::finish(db, &answer.id, &Outcome::new(MessageStatus::Stopped, ""), at(3)).await.unwrap();
        assert_eq!(chat::find_streaming(db, &id).await.unwrap(), None);
    }

    async fn of_turns_that_begin_at_once_one_does(test: TestDb) {
        let (user, id) = person_who_talks(&test.db).await;
        let other = test.open_again().await;
        // The first run of a statement has its plan looked at, on a connection of its own, and
        // the turns below leave none free.
        let elsewhere = conversation(&test.db, &user, None, at(0)).await.id;
        assert!(begin(&test.db, &user, &elsewhere).await);
        let turns: Vec<_> = (0..10)
            .map(|n| {
                let db = if n % 2 == 0 { test.db.clone() } else { other.clone() };
                let (user, id) = (user.clone(), id.clone());
                tokio::spawn(async move { begin(&db, &user, &id).await })
            })
            .collect();
        let mut begun = 0;
        for turn in turns {
            begun += usize::from(turn.await.unwrap());
        }
        assert_eq!(begun, 1);
        let found = chat::find_conversation(&test.db, &id, &user).await.unwrap().unwrap();
        assert_eq!(found.last_position, 2);
    }

    async fn an_interrupted_answer_keeps_what_it_said_and_is_found_by_it(test: TestDb) {
        let db = &test.db;
        let (user, id) = person_who_talks(db).await;
        let question = say(db, &user, &id, "Why?", at(1)).await;
        let answer = begin_answer(db, &question, at(2)).await;
        chat::save_progress(db, &answer.id, "HALF an answer", at(3)).await.unwrap();
        let mark = async |id: &Id, quiet_since| {
            let mut tx = db.begin().await.unwrap();
            let marked = chat::interrupt_one(&mut tx, id, at(quiet_since), at(9)).await.unwrap();
            if marked.is_some() {
                chat::measure(&mut tx, id, 3, 1_500).await.unwrap();
            }
            tx.commit().await.unwrap();
            marked.is_some()
        };
        // Saved since then: somebody is at it.
        assert!(!mark(&answer.id, 2).await);
        assert!(mark(&answer.id, 3).await);
        let kept = chat::find_message(db, &answer.id).await.unwrap().unwrap();
        assert_eq!((kept.content.as_str(), kept.status), ("HALF an answer", MessageStatus::Interrupted));
        assert_eq!((kept.finished_at, kept.updated_at), (Some(at(9)), at(9)));
        assert_eq!((kept.tokens, kept.duration_ms), (Some(3), Some(1_500)));
        let hits = chat::search(db, &user, "half", &PageRequest::first(5)).await.unwrap();
        assert_eq!(hits.items.len(), 1);
        // It ends once.
        assert!(!mark(&answer.id, 9).await && !mark(&Id::from("none"), 9).await);
        let late = chat::finish(db, &answer.id, &Outcome::new(MessageStatus::Complete, "late"), at(10)).await;
        assert_eq!(late.unwrap(), Finished::Before(MessageStatus::Interrupted));
        // But who was at it all the time knows better, once.
        let whole = Outcome::new(MessageStatus::Complete, "A WHOLE answer");
        assert!(chat::finish_interrupted(db, &answer.id, &whole, at(11)).await.unwrap());
        assert!(!chat::finish_interrupted(db, &answer.id, &whole, at(12)).await.unwrap());
        let row = chat::find_message(db, &answer.id).await.unwrap().unwrap();
        assert_eq!((row.content.as_str(), row.status), ("A WHOLE answer", MessageStatus::Complete));
        let hits = chat::search(db, &user, "whole", &PageRequest::first(5)).await.unwrap();
        assert_eq!(hits.items.len(), 1);
    }

    async fn an_answer_that_another_process_lets_come_stops_with_what_it_saved_last(test: TestDb) {
        let db = &test.db;
        let (user, id) = person_who_talks(db).await;
        let question = say(db, &user, &id, "Why?", at(1)).await;
        let answer = begin_answer(db, &question, at(2)).await;
        chat::save_progress(db, &answer.id, "What CAME last", at(3)).await.unwrap();
        let stop = async |id: &Id| {
            let mut tx = db.begin().await.unwrap();
            let stopped = chat::stop_one(&mut tx, id, at(4)).await.unwrap();
            tx.commit().await.unwrap();
            stopped
        };
        let stopped = stop(&answer.id).await.unwrap();
        assert_eq!((stopped.content.as_str(), stopped.status), ("What CAME last", MessageStatus::Stopped));
        assert_eq!(stopped.finished_at, Some(at(4)));
        let hits = chat::search(db, &user, "came", &PageRequest::first(5)).await.unwrap();
        assert_eq!(hits.items.len(), 1);
        assert_eq!(stop(&answer.id).await, None);
        assert!(!chat::save_progress(db, &answer.id, "late", at(5)).await.unwrap());
    }

    async fn the_longest_quiet_are_given_up_first(test: TestDb) {
        let db = &test.db;
        let (user, id) = person_who_talks(db).await;
        let mut answers = Vec::new();
        for n in [5, 3, 4, 9] {
            let question = say(db, &user, &id, "?", at(1)).await;
            let answer = begin_answer(db, &question, at(1)).await;
            chat::save_progress(db, &answer.id, &n.to_string(), at(n)).await.unwrap();
            answers.push(answer.id);
        }
        let quiet = async |since, limit| {
            let found = chat::list_abandoned(db, at(since), limit).await.unwrap();
            let quiet = found.iter().map(|one| (1..10).find(|n| one.updated_at == at(*n)).unwrap());
            quiet.map(|n| n.to_string()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(quiet(8, 10).await, "3 4 5");
        assert_eq!(quiet(8, 2).await, "3 4");
        assert_eq!(quiet(2, 10).await, "");
        chat::finish(db, &answers[1], &Outcome::new(MessageStatus::Complete, "3"), at(6)).await.unwrap();
        assert_eq!(quiet(5, 10).await, "4 5");
    }

    async fn answers_that_ended_lately_are_found_by_where_they_stand(test: TestDb) {
        let db = &test.db;
        let (user, id) = person_who_talks(db).await;
        let mut answers = Vec::new();
        for (n, is_posted) in [(1, true), (5, true), (6, false), (7, true)] {
            let question = say(db, &user, &id, "?", at(n)).await;
            let answer = begin_answer(db, &question, at(n)).await.id;
            if is_posted {
                let post = chat::NewPost {
                    discord_message_id: format!("90{n}"),
                    message_id: answer.clone(),
                    channel_id: "33".to_owned(),
                    part: 0,
                };
                chat::record_post(db, &post, at(n)).await.unwrap();
            }
            answers.push(answer);
        }
        let lately = async || {
            let found = chat::list_ended_since(db, at(5), 10).await.unwrap();
            found.into_iter().map(|one| one.id).collect::<Vec<_>>()
        };
        assert_eq!(lately().await, []);
        for answer in &answers {
            chat::finish(db, answer, &Outcome::new(MessageStatus::Complete, "a"), at(8)).await.unwrap();
        }
        assert_eq!(lately().await, [answers[3].clone(), answers[1].clone()]);
        chat::delete_conversation(db, &id, &user, at(9)).await.unwrap();
        assert_eq!(lately().await, []);
    }
}
