//! What a model is shown of a conversation.

use slimy_store::chat::{self, MessageStatus, NewMessage, Outcome};
use slimy_store::{Id, StoreError, batches, limits, on_both_engines};

use super::{begin_answer, contents, conversation, person, person_who_talks, say, turn};
use crate::support::at;

on_both_engines! {
    async fn a_model_is_shown_what_ended_and_says_something_newest_first(test: TestDb) {
        let db = &test.db;
        let (user, id) = person_who_talks(db).await;
        turn(db, &user, &id, ["one", "first"], at(1)).await;
        for (words, status) in [("two", MessageStatus::Stopped), ("three", MessageStatus::Interrupted), ("four", MessageStatus::Failed)] {
            let question = say(db, &user, &id, words, at(2)).await;
            let answer = begin_answer(db, &question, at(2)).await;
            let said = format!("{words}, so far");
            chat::finish(db, &answer.id, &Outcome::new(status, said), at(3)).await.unwrap();
        }
        let question = say(db, &user, &id, "five", at(4)).await;
        let nothing = begin_answer(db, &question, at(4)).await;
        chat::finish(db, &nothing.id, &Outcome::new(MessageStatus::Failed, ""), at(4)).await.unwrap();
        let question = say(db, &user, &id, "six", at(5)).await;
        let coming = begin_answer(db, &question, at(5)).await;
        chat::save_progress(db, &coming.id, "not yet", at(6)).await.unwrap();

        let all = chat::context(db, &id, &user, i64::MAX, 100).await.unwrap();
        let expected = ["six", "five", "four, so far", "four", "three, so far", "three", "two, so far", "two", "first", "one"];
        assert_eq!(contents(&all), expected);
        // In pieces it is the same, and from a question on what was before it.
        let mut pieces = Vec::new();
        let mut before = i64::MAX;
        loop {
            let piece = chat::context(db, &id, &user, before, 3).await.unwrap();
            let Some(last) = piece.last() else { break };
            before = last.position;
            pieces.extend(piece);
        }
        assert_eq!(pieces, all);
        let earlier = chat::context(db, &id, &user, question.position, 2).await.unwrap();
        assert_eq!(contents(&earlier), ["five", "four, so far"]);
    }

    async fn of_several_answers_the_chosen_one_is_shown(test: TestDb) {
        let db = &test.db;
        let (user, id) = person_who_talks(db).await;
        let first = turn(db, &user, &id, ["why", "first"], at(1)).await;
        let mut tx = db.begin().await.unwrap();
        let second = chat::create_alternative(&mut tx, &first.id, "small-1", at(2)).await.unwrap();
        tx.commit().await.unwrap();
        let shown = async || {
            let found = chat::context(db, &id, &user, i64::MAX, 10).await.unwrap();
            contents(&found).join(" ")
        };
        assert_eq!(shown().await, "why");
        chat::finish(db, &second.id, &Outcome::new(MessageStatus::Complete, "second"), at(3)).await.unwrap();
        assert_eq!(shown().await, "second why");
        let mut tx = db.begin().await.unwrap();
        chat::choose_alternative(&mut tx, &first.id).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(shown().await, "first why");
    }

    async fn nobody_elses_words_are_shown_and_none_of_what_was_deleted(test: TestDb) {
        let db = &test.db;
        let (user, id) = person_who_talks(db).await;
        turn(db, &user, &id, ["q", "a"], at(1)).await;
        let stranger = person(db, "12").await;
        let theirs = conversation(db, &stranger, None, at(1)).await.id;
        turn(db, &stranger, &theirs, ["secret", "words"], at(1)).await;
        assert_eq!(chat::context(db, &id, &stranger, i64::MAX, 10).await.unwrap(), []);
        assert_eq!(chat::context(db, &theirs, &user, i64::MAX, 10).await.unwrap(), []);
        assert_eq!(chat::context(db, &Id::from("none"), &user, i64::MAX, 10).await.unwrap(), []);
        chat::delete_conversation(db, &id, &user, at(2)).await.unwrap();
        assert_eq!(chat::context(db, &id, &user, i64::MAX, 10).await.unwrap(), []);
        let much = chat::context(db, &id, &user, i64::MAX, limits::PAGE_SIZE + 1).await;
        assert!(matches!(much, Err(StoreError::Limit { .. })), "{much:?}");
    }

    async fn lengths_are_kept_with_what_was_said(test: TestDb) {
        let db = &test.db;
        let (user, id) = person_who_talks(db).await;
        let question = NewMessage { tokens: Some(7), ..NewMessage::question(id.clone(), user.clone(), "how long", at(1)) };
        batches::messages(db, std::slice::from_ref(&question), |_| {}).await.unwrap();
        let question = chat::find_message(db, &question.id).await.unwrap().unwrap();
        assert_eq!((question.tokens, question.left_out), (Some(7), None));
        let answer = begin_answer(db, &question, at(2)).await;
        assert_eq!((answer.tokens, answer.left_out), (None, None));
        let outcome = Outcome { tokens: Some(3), left_out: Some(12), ..Outcome::new(MessageStatus::Complete, "so long") };
        chat::finish(db, &answer.id, &outcome, at(3)).await.unwrap();
        let answer = chat::find_message(db, &answer.id).await.unwrap().unwrap();
        assert_eq!((answer.tokens, answer.left_out), (Some(3), Some(12)));
    }
}
