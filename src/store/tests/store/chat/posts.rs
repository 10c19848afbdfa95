//! A message of Discord's finds what it shows, after a restart too.

use slimy_store::chat::{self, NewPost};
use slimy_store::{Id, StoreError, on_both_engines};

use super::{person_who_talks, turn};
use crate::support::at;

fn post(discord: &str, message: &Id, part: i64) -> NewPost {
    NewPost {
        discord_message_id: discord.to_owned(),
        message_id: message.clone(),
        channel_id: "33".to_owned(),
        part,
    }
}

on_both_engines! {
    async fn a_reply_to_any_part_finds_the_message(test: TestDb) {
        let (user, id) = person_who_talks(&test.db).await;
        let answer = turn(&test.db, &user, &id, ["?", "long"], at(1)).await;
        for (discord, part) in [("901", 1), ("900", 0), ("902", 2)] {
            chat::record_post(&test.db, &post(discord, &answer.id, part), at(2)).await.unwrap();
        }
        let restarted = test.open_again().await;
        let found = chat::find_by_post(&restarted, "902").await.unwrap();
        assert_eq!(found, Some(answer.clone()));
        let parts = chat::posts(&restarted, &answer.id).await.unwrap();
        let ids: Vec<_> = parts.iter().map(|post| post.discord_message_id.as_str()).collect();
        assert_eq!(ids, ["900", "901", "902"]);
        assert_eq!((parts[2].channel_id.as_str(), parts[2].created_at), ("33", at(2)));

        assert!(chat::remove_post(&restarted, "902").await.unwrap());
        assert!(!chat::remove_post(&restarted, "902").await.unwrap());
        assert_eq!(chat::find_by_post(&restarted, "902").await.unwrap(), None);
        chat::delete_conversation(&restarted, &id, &user, at(3)).await.unwrap();
        assert_eq!(chat::find_by_post(&restarted, "900").await.unwrap(), None);
    }

    async fn of_two_who_claim_a_message_of_discords_one_does(test: TestDb) {
        let (user, id) = person_who_talks(&test.db).await;
        let answer = turn(&test.db, &user, &id, ["?", "a"], at(1)).await.id;
        let claim = async || chat::claim_post(&test.db, &post("900", &answer, 0), at(2)).await.unwrap();
        assert!(claim().await);
        assert!(!claim().await);
        assert_eq!(chat::posts(&test.db, &answer).await.unwrap().len(), 1);
    }

    async fn a_post_that_shows_something_else_is_written_over(test: TestDb) {
        let (user, id) = person_who_talks(&test.db).await;
        let one = turn(&test.db, &user, &id, ["?", "one"], at(1)).await.id;
        let two = turn(&test.db, &user, &id, ["?", "two"], at(1)).await.id;
        chat::record_post(&test.db, &post("900", &one, 3), at(2)).await.unwrap();
        let again = chat::record_post(&test.db, &post("900", &two, 0), at(3)).await.unwrap();
        assert_eq!((again.message_id, again.part, again.created_at), (two.clone(), 0, at(2)));
        assert_eq!(chat::posts(&test.db, &one).await.unwrap(), []);
        let unknown = chat::record_post(&test.db, &post("901", &"nothing".into(), 0), at(3)).await;
        assert!(matches!(unknown, Err(StoreError::ForeignKey)), "{unknown:?}");
    }
}
