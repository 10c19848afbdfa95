//! Answers that ended of late, of which somebody may not have seen the end.

use slimy_store::chat::{self, MessageStatus, NewPost, Outcome};
use slimy_store::{Db, Id, on_both_engines};

use super::{begin_answer, person_who_talks, say, turn};
use crate::support::at;

async fn stands(db: &Db, answer: &Id, discord: &str) {
    let post = NewPost {
        discord_message_id: discord.to_owned(),
        message_id: answer.clone(),
        channel_id: "33".to_owned(),
        part: 0,
    };
    chat::record_post(db, &post, at(9)).await.unwrap();
}

on_both_engines! {
    async fn what_ended_of_late_and_stands_in_discord_is_listed(test: TestDb) {
        let db = &test.db;
        let (user, id) = person_who_talks(db).await;
        let long_ago = turn(db, &user, &id, ["Long", "ago."], at(1)).await;
        stands(db, &long_ago.id, "900").await;
        let first = turn(db, &user, &id, ["One", "is."], at(5)).await;
        stands(db, &first.id, "901").await;
        turn(db, &user, &id, ["Nowhere", "in Discord."], at(6)).await;
        let second = turn(db, &user, &id, ["Two", "are."], at(7)).await;
        stands(db, &second.id, "902").await;
        stands(db, &second.id, "903").await;
        let question = say(db, &user, &id, "And?", at(8)).await;
        stands(db, &question.id, "904").await;
        let coming = begin_answer(db, &question, at(8)).await;
        stands(db, &coming.id, "905").await;
        let ended = async |limit| {
            let found = chat::list_ended_since(db, at(5), limit).await.unwrap();
            found.into_iter().map(|one| one.id).collect::<Vec<_>>()
        };
        assert_eq!(ended(10).await, [second.id.clone(), first.id.clone()]);
        assert_eq!(ended(1).await, std::slice::from_ref(&second.id));
        let stopped = Outcome::new(MessageStatus::Stopped, "");
        chat::finish(db, &coming.id, &stopped, at(9)).await.unwrap();
        assert_eq!(ended(10).await, [coming.id, second.id, first.id]);
    }
}
