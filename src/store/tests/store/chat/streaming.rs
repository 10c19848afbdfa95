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
        let mark = async |id: &Id| {
            let mut tx = db.begin().await.unwrap();
            let marked = chat::interrupt_one(&mut tx, id, at(9)).await.unwrap();
            tx.commit().await.unwrap();
            marked
        };
        assert!(mark(&answer.id).await);
        let kept = chat::find_message(db, &answer.id).await.unwrap().unwrap();
        assert_eq!((kept.content.as_str(), kept.status), ("HALF an answer", MessageStatus::Interrupted));
        assert_eq!((kept.finished_at, kept.updated_at), (Some(at(9)), at(9)));
        let hits = chat::search(db, &user, "half", &PageRequest::first(5)).await.unwrap();
        assert_eq!(hits.items.len(), 1);
        // It ends once.
        assert!(!mark(&answer.id).await && !mark(&Id::from("none")).await);
        let late = chat::finish(db, &answer.id, &Outcome::new(MessageStatus::Complete, "late"), at(10)).await;
        assert_eq!(late.unwrap(), Finished::Before(MessageStatus::Interrupted));
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
            found.iter().map(|one| one.content.clone()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(quiet(8, 10).await, "3 4 5");
        assert_eq!(quiet(8, 2).await, "3 4");
        assert_eq!(quiet(2, 10).await, "");
        chat::finish(db, &answers[1], &Outcome::new(MessageStatus::Complete, "3"), at(6)).await.unwrap();
        assert_eq!(quiet(5, 10).await, "4 5");
    }
}
