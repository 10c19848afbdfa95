//! A deleted conversation is gone with everything that was said in it.

use slimy_store::chat::{self, NewMessage, NewPost, Transcript};
use slimy_store::{Id, PageRequest, StoreError, on_both_engines};

use super::{conversation, person, person_who_talks, said, say, turn};
use crate::support::{at, count};

const LEFT: &str = "SELECT (SELECT count(*) FROM chat_conversations)
    + (SELECT count(*) FROM chat_messages) + (SELECT count(*) FROM chat_posts)";

on_both_engines! {
    async fn a_deleted_conversation_hides_what_was_said_at_once(test: TestDb) {
        let (user, id) = person_who_talks(&test.db).await;
        let answer = turn(&test.db, &user, &id, ["needle", "hay"], at(1)).await;
        assert!(chat::delete_conversation(&test.db, &id, &user, at(2)).await.unwrap());
        assert!(!chat::delete_conversation(&test.db, &id, &user, at(3)).await.unwrap());

        assert_eq!(chat::find_conversation(&test.db, &id, &user).await.unwrap(), None);
        assert_eq!(chat::find_message(&test.db, &answer.id).await.unwrap(), None);
        assert_eq!(said(&test.db, &user, &id).await, []);
        assert_eq!(Transcript::of(id.clone(), user.clone()).next(&test.db).await.unwrap(), []);
        let hits = chat::search(&test.db, &user, "needle", &PageRequest::first(5)).await.unwrap();
        assert_eq!(hits.items, []);
        assert!(!chat::rename(&test.db, &id, &user, "title", at(4)).await.unwrap());
        assert!(!chat::title_if_untitled(&test.db, &id, "title").await.unwrap());
        let mut tx = test.db.begin().await.unwrap();
        let late = NewMessage::question(id, user, "late", at(5));
        let refused = chat::append(&mut tx, late).await;
        assert!(matches!(refused, Err(StoreError::NotFound)), "{refused:?}");
        assert_eq!(count(&test, "SELECT count(*) FROM chat_messages").await, 2);
    }

    async fn what_was_hidden_long_enough_is_purged_piece_by_piece(test: TestDb) {
        let user = person(&test.db, "1").await;
        let mut ids = Vec::new();
        for n in 0..3 {
            let id = conversation(&test.db, &user, None, at(0)).await.id;
            let answer = turn(&test.db, &user, &id, ["q", "a"], at(1)).await;
            let post = NewPost {
                discord_message_id: n.to_string(),
                message_id: answer.id,
                channel_id: "33".to_owned(),
                part: 0,
            };
            chat::record_post(&test.db, &post, at(1)).await.unwrap();
            ids.push(id);
        }
        for (id, when) in ids.iter().zip([10, 20]) {
            chat::delete_conversation(&test.db, id, &user, at(when)).await.unwrap();
        }
        assert_eq!(chat::purge_deleted(&test.db, at(10), 100).await.unwrap(), 0);
        let mut rows = 0;
        loop {
            let purged = chat::purge_deleted(&test.db, at(20), 1).await.unwrap();
            if purged == 0 {
                break;
            }
            rows += purged;
        }
        assert!(rows >= 2, "{rows}");
        assert_eq!(count(&test, LEFT).await, 8);
        assert!(chat::purge_deleted(&test.db, at(21), 100).await.unwrap() > 0);
        assert_eq!(count(&test, LEFT).await, 4);
        assert_eq!(said(&test.db, &user, &ids[2]).await.len(), 2);
        let refused = chat::purge_deleted(&test.db, at(21), 1_001).await;
        assert!(matches!(refused, Err(StoreError::Limit { most: 1_000, .. })), "{refused:?}");
    }

    async fn forever_is_at_once_whatever_the_length(test: TestDb) {
        let (user, id) = person_who_talks(&test.db).await;
        let messages: Vec<_> = (0..2_500)
            .map(|n| NewMessage::question(id.clone(), user.clone(), format!("message {n}"), at(n)))
            .collect();
        let mut tx = test.db.begin().await.unwrap();
        chat::create_messages(&mut tx, &messages).await.unwrap();
        tx.commit().await.unwrap();
        let kept = conversation(&test.db, &user, None, at(1)).await.id;
        say(&test.db, &user, &kept, "message", at(1)).await;

        assert!(chat::delete_forever(&test.db, &id, &user, at(2)).await.unwrap());
        assert!(!chat::delete_forever(&test.db, &id, &user, at(3)).await.unwrap());
        assert_eq!(count(&test, LEFT).await, 2);
        let hits = chat::search(&test.db, &user, "message", &PageRequest::first(5)).await.unwrap();
        assert_eq!(hits.items.len(), 1);
        // One that was hidden before goes too.
        chat::delete_conversation(&test.db, &kept, &user, at(4)).await.unwrap();
        assert!(chat::delete_forever(&test.db, &kept, &user, at(5)).await.unwrap());
        assert_eq!(count(&test, LEFT).await, 0);
    }

    async fn nothing_of_a_deleted_conversation_stays_in_the_search(test: TestDb) {
        let (user, id) = person_who_talks(&test.db).await;
        turn(&test.db, &user, &id, ["needle", "hay"], at(1)).await;
        chat::delete_forever(&test.db, &id, &user, at(2)).await.unwrap();
        if test.engine() == slimy_store::Engine::Sqlite {
            for table in ["chat_messages_search_keys", "chat_messages_search WHERE chat_messages_search MATCH '\"needle\"'"] {
                assert_eq!(count(&test, &format!("SELECT count(*) FROM {table}")).await, 0, "{table}");
            }
        }
        let again: Id = conversation(&test.db, &user, None, at(3)).await.id;
        say(&test.db, &user, &again, "needle", at(3)).await;
        let hits = chat::search(&test.db, &user, "needle", &PageRequest::first(5)).await.unwrap();
        assert_eq!(hits.items.len(), 1);
    }
}
