//! Another answer to the same question, and back to the earlier one.

use slimy_store::chat::{self, MessageStatus, NewPost, Outcome, Transcript};
use slimy_store::{StoreError, limits, on_both_engines};

use super::{contents, person_who_talks, said, say, turn};
use crate::support::{at, count};

on_both_engines! {
    async fn another_answer_takes_the_place_and_the_earlier_one_is_kept(test: TestDb) {
        let (user, id) = person_who_talks(&test.db).await;
        let first = turn(&test.db, &user, &id, ["?", "one"], at(1)).await;
        say(&test.db, &user, &id, "go on", at(2)).await;
        let mut tx = test.db.begin().await.unwrap();
        let second = chat::create_alternative(&mut tx, &first.id, "big-1", at(3)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!((second.position, second.alternative), (first.position, 1));
        assert_eq!(second.parent_id, first.parent_id);
        assert_eq!((second.status, second.model.as_deref()), (MessageStatus::Streaming, Some("big-1")));
        chat::finish(&test.db, &second.id, &Outcome::new(MessageStatus::Complete, "two"), at(4)).await.unwrap();
        assert_eq!(contents(&said(&test.db, &user, &id).await), ["?", "two", "go on"]);

        let mut tx = test.db.begin().await.unwrap();
        let back = chat::choose_alternative(&mut tx, &first.id).await.unwrap();
        tx.commit().await.unwrap();
        // Its place among its person's conversations is that of what was said last.
        let conversation = chat::find_conversation(&test.db, &id, &user).await.unwrap().unwrap();
        assert_eq!(conversation.updated_at, at(2));
        assert_eq!((back.id.clone(), back.chosen), (first.id.clone(), true));
        assert_eq!(contents(&said(&test.db, &user, &id).await), ["?", "one", "go on"]);
        for of in [&first.id, &second.id] {
            let all = chat::alternatives(&test.db, of).await.unwrap();
            assert_eq!(contents(&all), ["one", "two"]);
            assert_eq!((all[0].chosen, all[1].chosen), (true, false));
        }
        let mut transcript = Transcript::of(id, user);
        let all = transcript.next(&test.db).await.unwrap();
        assert_eq!(contents(&all), ["?", "one", "two", "go on"]);
        assert_eq!(transcript.next(&test.db).await.unwrap(), []);
    }

    async fn alternatives_and_choices_at_once_leave_one_chosen(test: TestDb) {
        let (user, id) = person_who_talks(&test.db).await;
        let first = turn(&test.db, &user, &id, ["?", "one"], at(1)).await;
        let other = test.open_again().await;
        // Three for each program, so that its pool has a connection left.
        let tasks: Vec<_> = (0..6)
            .map(|n| {
                let db = if n % 2 == 0 { test.db.clone() } else { other.clone() };
                let first = first.id.clone();
                tokio::spawn(async move {
                    let mut tx = db.begin().await.unwrap();
                    if n % 3 == 0 {
                        chat::choose_alternative(&mut tx, &first).await.unwrap();
                    } else {
                        chat::create_alternative(&mut tx, &first, "m", at(n)).await.unwrap();
                    }
                    tx.commit().await.unwrap();
                })
            })
            .collect();
        for task in tasks {
            task.await.unwrap();
        }
        let all = chat::alternatives(&test.db, &first.id).await.unwrap();
        assert_eq!(all.iter().map(|answer| answer.alternative).collect::<Vec<_>>(), (0..5).collect::<Vec<_>>());
        assert_eq!(all.iter().filter(|answer| answer.chosen).count(), 1);
        assert_eq!(said(&test.db, &user, &id).await.len(), 2);
    }

    async fn what_stands_in_discord_is_the_chosen_answers(test: TestDb) {
        let (user, id) = person_who_talks(&test.db).await;
        let first = turn(&test.db, &user, &id, ["?", "one"], at(1)).await;
        let post = NewPost {
            discord_message_id: "900".to_owned(),
            message_id: first.id.clone(),
            channel_id: "33".to_owned(),
            part: 0,
        };
        chat::record_post(&test.db, &post, at(1)).await.unwrap();
        let mut tx = test.db.begin().await.unwrap();
        let second = chat::create_alternative(&mut tx, &first.id, "m", at(2)).await.unwrap();
        tx.commit().await.unwrap();
        let shown = chat::find_by_post(&test.db, "900").await.unwrap().unwrap();
        assert_eq!(shown.id, second.id);
        let mut tx = test.db.begin().await.unwrap();
        chat::choose_alternative(&mut tx, &first.id).await.unwrap();
        tx.commit().await.unwrap();
        let shown = chat::find_by_post(&test.db, "900").await.unwrap().unwrap();
        assert_eq!(shown.id, first.id);
    }

    async fn only_answers_have_alternatives_and_not_without_end(test: TestDb) {
        let (user, id) = person_who_talks(&test.db).await;
        let answer = turn(&test.db, &user, &id, ["?", "one"], at(1)).await;
        for of in [answer.parent_id.clone().unwrap(), "nothing".into()] {
            let mut tx = test.db.begin().await.unwrap();
            let refused = chat::create_alternative(&mut tx, &of, "m", at(2)).await;
            assert!(matches!(refused, Err(StoreError::NotFound)), "{refused:?}");
            let refused = chat::choose_alternative(&mut tx, &of).await;
            assert!(matches!(refused, Err(StoreError::NotFound)), "{refused:?}");
            assert_eq!(chat::alternatives(&mut tx, &of).await.unwrap(), []);
        }
        let mut tx = test.db.begin().await.unwrap();
        for _ in 1..limits::ALTERNATIVES {
            chat::create_alternative(&mut tx, &answer.id, "m", at(2)).await.unwrap();
        }
        let refused = chat::create_alternative(&mut tx, &answer.id, "m", at(2)).await;
        assert!(matches!(refused, Err(StoreError::Limit { most: 20, got: 21, .. })), "{refused:?}");
        tx.commit().await.unwrap();
        assert_eq!(chat::alternatives(&test.db, &answer.id).await.unwrap().len(), 20);
        assert_eq!(count(&test, "SELECT count(*) FROM chat_messages WHERE chosen").await, 2);
    }

    async fn a_deleted_conversations_answers_get_no_alternatives(test: TestDb) {
        let (user, id) = person_who_talks(&test.db).await;
        let answer = turn(&test.db, &user, &id, ["?", "one"], at(1)).await;
        chat::delete_conversation(&test.db, &id, &user, at(2)).await.unwrap();
        let mut tx = test.db.begin().await.unwrap();
        let refused = chat::create_alternative(&mut tx, &answer.id, "m", at(3)).await;
        assert!(matches!(refused, Err(StoreError::NotFound)), "{refused:?}");
        assert_eq!(chat::alternatives(&mut tx, &answer.id).await.unwrap(), []);
    }
}
