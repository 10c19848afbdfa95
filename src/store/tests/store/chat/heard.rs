//! A message of Discord's is answered once, also where nothing of it is kept.

use slimy_store::chat::{self, NewPost};
use slimy_store::{limits, on_both_engines, purge};

use super::{person_who_talks, turn};
use crate::support::{at, count};

on_both_engines! {
    async fn of_two_who_hear_a_message_one_answers_it(test: TestDb) {
        assert!(!chat::is_heard(&test.db, "900").await.unwrap());
        let other = test.open_again().await;
        let hearing: Vec<_> = (0..8)
            .map(|n| {
                let db = if n % 2 == 0 { &test.db } else { &other }.clone();
                tokio::spawn(async move { chat::hear(&db, "900", at(0)).await.unwrap() })
            })
            .collect();
        let mut heard = 0;
        for one in hearing {
            heard += usize::from(one.await.unwrap());
        }
        assert_eq!(heard, 1);
        assert!(chat::is_heard(&test.db, "900").await.unwrap());
        assert!(chat::hear(&test.db, "901", at(0)).await.unwrap());
    }

    async fn what_is_kept_as_a_question_is_heard_by_nobody_else(test: TestDb) {
        let (user, id) = person_who_talks(&test.db).await;
        let message_id = turn(&test.db, &user, &id, ["?", "a"], at(1)).await.id;
        let post = NewPost { discord_message_id: "900".to_owned(), message_id, channel_id: "33".to_owned(), part: 0 };
        assert!(chat::claim_post(&test.db, &post, at(1)).await.unwrap());
        assert!(!chat::hear(&test.db, "900", at(1)).await.unwrap());
        // Nor is what was heard kept by somebody who comes later.
        assert!(chat::hear(&test.db, "901", at(1)).await.unwrap());
        let late = NewPost { discord_message_id: "901".to_owned(), ..post };
        assert!(!chat::claim_post(&test.db, &late, at(1)).await.unwrap());
    }

    async fn what_was_heard_is_forgotten_after_a_day(test: TestDb) {
        chat::hear(&test.db, "900", at(0)).await.unwrap();
        chat::hear(&test.db, "901", at(10)).await.unwrap();
        let purged = purge::run(&test.db, at(5) + limits::KEPT_HEARD).await.unwrap();
        assert_eq!(purged.heard, 1);
        assert!(!chat::is_heard(&test.db, "900").await.unwrap());
        assert_eq!(count(&test, "SELECT count(*) FROM chat_heard").await, 1);
    }
}
