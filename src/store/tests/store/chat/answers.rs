//! An answer comes in piece by piece and ends once.

use slimy_store::chat::{self, Finished, MessageStatus, Outcome};
use slimy_store::{PageRequest, StoreError, on_both_engines};

use super::{begin_answer, person_who_talks, said, say};
use crate::support::{at, is_invalid, some};

on_both_engines! {
    async fn an_answer_is_kept_as_it_comes_in_and_as_it_ended(test: TestDb) {
        let (user, id) = person_who_talks(&test.db).await;
        let question = say(&test.db, &user, &id, "Why?", at(1)).await;
        let answer = begin_answer(&test.db, &question, at(2)).await;
        assert_eq!((answer.status, answer.content.as_str()), (MessageStatus::Streaming, ""));
        assert!(chat::save_progress(&test.db, &answer.id, "Beca", at(3)).await.unwrap());
        let so_far = chat::find_message(&test.db, &answer.id).await.unwrap().unwrap();
        assert_eq!((so_far.content.as_str(), so_far.updated_at), ("Beca", at(3)));

        let outcome = Outcome {
            model: some("small-1-2024"),
            prompt_tokens: Some(12),
            completion_tokens: Some(3),
            finish_reason: some("stop"),
            duration_ms: Some(1_234),
            ..Outcome::new(MessageStatus::Complete, "Because.")
        };
        assert_eq!(chat::finish(&test.db, &answer.id, &outcome, at(4)).await.unwrap(), Finished::Now);
        let ended = said(&test.db, &user, &id).await.pop().unwrap();
        assert_eq!((ended.content.as_str(), ended.status), ("Because.", MessageStatus::Complete));
        assert_eq!((ended.prompt_tokens, ended.completion_tokens), (Some(12), Some(3)));
        assert_eq!((ended.model.as_deref(), ended.finish_reason.as_deref()), (Some("small-1-2024"), Some("stop")));
        assert_eq!((ended.duration_ms, ended.finished_at), (Some(1_234), Some(at(4))));
        assert_eq!((ended.created_at, ended.error_kind), (at(2), None));
    }

    async fn a_failure_keeps_what_was_said_and_names_its_kind(test: TestDb) {
        let (user, id) = person_who_talks(&test.db).await;
        let question = say(&test.db, &user, &id, "Why?", at(1)).await;
        let answer = begin_answer(&test.db, &question, at(2)).await;
        let outcome = Outcome { error_kind: some("cut_off"), ..Outcome::new(MessageStatus::Failed, "Bec") };
        chat::finish(&test.db, &answer.id, &outcome, at(3)).await.unwrap();
        let ended = chat::find_message(&test.db, &answer.id).await.unwrap().unwrap();
        assert_eq!((ended.content.as_str(), ended.error_kind.as_deref()), ("Bec", Some("cut_off")));
        assert_eq!(ended.model.as_deref(), Some("small-1"));
    }

    async fn of_stop_and_the_models_own_end_at_once_one_wins_and_the_other_is_told(test: TestDb) {
        let (user, id) = person_who_talks(&test.db).await;
        let other = test.open_again().await;
        for n in 0..8 {
            let question = say(&test.db, &user, &id, "?", at(n)).await;
            let answer = begin_answer(&test.db, &question, at(n)).await.id;
            let end = |db: slimy_store::Db, status, content: &'static str| {
                let answer = answer.clone();
                tokio::spawn(async move {
                    chat::finish(&db, &answer, &Outcome::new(status, content), at(9)).await.unwrap()
                })
            };
            let stop = end(test.db.clone(), MessageStatus::Stopped, "so f");
            let own = end(other.clone(), MessageStatus::Complete, "so far so good");
            let outcomes = (stop.await.unwrap(), own.await.unwrap());
            let found = chat::find_message(&test.db, &answer).await.unwrap().unwrap();
            match outcomes {
                (Finished::Now, Finished::Before(MessageStatus::Stopped)) => {
                    assert_eq!((found.status, found.content.as_str()), (MessageStatus::Stopped, "so f"));
                }
                (Finished::Before(MessageStatus::Complete), Finished::Now) => {
                    assert_eq!((found.status, found.content.as_str()), (MessageStatus::Complete, "so far so good"));
                }
                both => panic!("{both:?}"),
            }
            assert!(!chat::save_progress(&test.db, &answer, "late", at(10)).await.unwrap());
            assert_eq!(chat::find_message(&test.db, &answer).await.unwrap().unwrap(), found);
        }
    }

    async fn an_end_that_is_none_is_refused(test: TestDb) {
        let (user, id) = person_who_talks(&test.db).await;
        let question = say(&test.db, &user, &id, "?", at(1)).await;
        let answer = begin_answer(&test.db, &question, at(1)).await.id;
        let failure = Outcome { error_kind: some("timeout"), ..Outcome::new(MessageStatus::Complete, "") };
        for outcome in [Outcome::new(MessageStatus::Streaming, ""), failure] {
            assert!(is_invalid(&chat::finish(&test.db, &answer, &outcome, at(2)).await));
        }
        let outcome = Outcome::new(MessageStatus::Complete, "");
        let nothing = chat::finish(&test.db, &"nothing".into(), &outcome, at(2)).await;
        assert!(matches!(nothing, Err(StoreError::NotFound)), "{nothing:?}");
        let whole = chat::finish(&test.db, &question.id, &outcome, at(2)).await.unwrap();
        assert_eq!(whole, Finished::Before(MessageStatus::Complete));
    }

    async fn a_crash_leaves_interrupted_answers_with_what_they_said(test: TestDb) {
        let (user, id) = person_who_talks(&test.db).await;
        let mut answers = Vec::new();
        for n in 0..45 {
            let question = say(&test.db, &user, &id, "?", at(n)).await;
            let answer = begin_answer(&test.db, &question, at(n)).await.id;
            chat::save_progress(&test.db, &answer, &format!("Half {n}"), at(n)).await.unwrap();
            answers.push(answer);
        }
        let whole = Outcome::new(MessageStatus::Complete, "whole");
        chat::finish(&test.db, &answers[0], &whole, at(50)).await.unwrap();

        let restarted = test.open_again().await;
        // Another program is still at the last one.
        assert_eq!(chat::mark_interrupted(&restarted, at(43), at(60)).await.unwrap(), 43);
        assert_eq!(chat::mark_interrupted(&restarted, at(43), at(61)).await.unwrap(), 0);
        for (n, answer) in answers.iter().enumerate() {
            let found = chat::find_message(&restarted, answer).await.unwrap().unwrap();
            let (status, content, finished) = match n {
                0 => (MessageStatus::Complete, "whole".to_owned(), Some(at(50))),
                44 => (MessageStatus::Streaming, "Half 44".to_owned(), None),
                n => (MessageStatus::Interrupted, format!("Half {n}"), Some(at(60))),
            };
            assert_eq!((found.status, found.content, found.finished_at), (status, content, finished));
        }
        // What is whole and what was cut off is found; what still comes in is not.
        let page = PageRequest::first(100);
        let hits = chat::search(&restarted, &user, "HALF", &page).await.unwrap();
        assert_eq!(hits.items.len(), 43);
        assert_eq!(chat::mark_interrupted(&restarted, at(70), at(70)).await.unwrap(), 1);
    }
}
