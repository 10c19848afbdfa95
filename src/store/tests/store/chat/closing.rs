//! Beginning afresh, and going on with an earlier conversation.

use slimy_store::chat::{self, NewConversation};
use slimy_store::{Db, Id, on_both_engines};

use super::{conversation, new_conversation, person, say};
use crate::support::{at, person_in_guild, some};

/// What the person goes on with in a channel.
async fn current(db: &Db, user: &Id, channel: &str) -> Option<Id> {
    let found = chat::find_current(db, user, channel, false).await.unwrap();
    found.map(|found| found.id)
}

on_both_engines! {
    async fn after_closing_the_next_question_begins_a_new_conversation(test: TestDb) {
        let db = &test.db;
        let user = person(db, "1").await;
        let older = conversation(db, &user, None, at(1)).await.id;
        let newer = conversation(db, &user, None, at(2)).await.id;
        let secret = NewConversation { private: true, ..new_conversation(&user, None) };
        let secret = chat::create_conversation(db, secret, at(2)).await.unwrap().id;
        let elsewhere = NewConversation { channel_id: some("44"), ..new_conversation(&user, None) };
        let elsewhere = chat::create_conversation(db, elsewhere, at(2)).await.unwrap().id;
        let stranger = person(db, "2").await;
        let theirs = conversation(db, &stranger, None, at(2)).await.id;

        assert!(!chat::close(db, &newer, &stranger, at(3)).await.unwrap());
        assert_eq!(current(db, &user, "33").await, Some(newer.clone()));
        assert!(chat::close(db, &newer, &user, at(3)).await.unwrap());
        // Nor is the one before it gone on with.
        assert_eq!(current(db, &user, "33").await, None);
        assert!(!chat::close(db, &older, &user, at(4)).await.unwrap());
        // What is private, in another channel or another person's is not touched.
        assert_eq!(current(db, &user, "44").await, Some(elsewhere));
        assert_eq!(chat::find_current(db, &user, "33", true).await.unwrap().unwrap().id, secret);
        assert_eq!(current(db, &stranger, "33").await, Some(theirs));
        // It stays and can be read.
        let closed = chat::find_conversation(db, &newer, &user).await.unwrap().unwrap();
        assert_eq!((closed.closed_at, closed.updated_at), (Some(at(3)), at(2)));
        say(db, &user, &newer, "still", at(5)).await;
        assert_eq!(current(db, &user, "33").await, None);
    }

    async fn a_reopened_conversation_is_the_one_that_is_gone_on_with(test: TestDb) {
        let db = &test.db;
        let user = person(db, "1").await;
        let old = conversation(db, &user, None, at(1)).await.id;
        assert!(chat::close(db, &old, &user, at(2)).await.unwrap());
        let new = conversation(db, &user, None, at(3)).await.id;
        assert!(!chat::reopen(db, &old, &Id::from("nobody"), at(4)).await.unwrap());
        assert_eq!(current(db, &user, "33").await, Some(new.clone()));
        assert!(chat::reopen(db, &old, &user, at(4)).await.unwrap());
        assert_eq!(current(db, &user, "33").await, Some(old.clone()));
        // One that is open becomes the newest as well.
        assert!(chat::reopen(db, &new, &user, at(5)).await.unwrap());
        assert_eq!(current(db, &user, "33").await, Some(new));
        chat::delete_conversation(db, &old, &user, at(6)).await.unwrap();
        assert!(!chat::reopen(db, &old, &user, at(7)).await.unwrap());
        assert!(!chat::close(db, &old, &user, at(7)).await.unwrap());
    }

    async fn a_conversation_moves_within_its_guild_alone(test: TestDb) {
        let db = &test.db;
        let (user, guild) = person_in_guild(db).await;
        let of_guild = NewConversation { guild_id: Some(guild.clone()), ..new_conversation(&user, None) };
        let of_guild = chat::create_conversation(db, of_guild, at(1)).await.unwrap().id;
        let direct = conversation(db, &user, None, at(1)).await.id;
        let other = Id::from("other");
        let moved = async |id: &Id, guild: Option<&Id>| chat::move_here(db, id, &user, guild, "55", at(9)).await.unwrap();
        assert!(!moved(&of_guild, None).await && !moved(&of_guild, Some(&other)).await);
        assert!(!moved(&direct, Some(&guild)).await);
        assert!(!chat::move_here(db, &of_guild, &other, Some(&guild), "55", at(9)).await.unwrap());
        assert_eq!(current(db, &user, "55").await, None);

        assert!(chat::close(db, &of_guild, &user, at(2)).await.unwrap());
        assert!(moved(&of_guild, Some(&guild)).await);
        assert_eq!(current(db, &user, "55").await, Some(of_guild));
        assert!(moved(&direct, None).await);
    }

    async fn what_stands_open_in_a_channel_is_closed_by_its_person_alone(test: TestDb) {
        let db = &test.db;
        let (user, stranger) = (person(db, "1").await, person(db, "2").await);
        let first = conversation(db, &user, None, at(1)).await.id;
        let second = conversation(db, &user, None, at(2)).await.id;
        let theirs = conversation(db, &stranger, None, at(2)).await.id;
        let closes = async |channel, private| {
            let mut closed = chat::close_in(db, &user, channel, private, at(3)).await.unwrap();
            closed.sort();
            closed
        };
        assert_eq!(closes("44", false).await, []);
        assert_eq!(closes("33", true).await, []);
        let mut both = [first, second];
        both.sort();
        assert_eq!(closes("33", false).await, both);
        assert_eq!(closes("33", false).await, []);
        assert_eq!(current(db, &user, "33").await, None);
        assert_eq!(current(db, &stranger, "33").await, Some(theirs));
    }

    async fn a_conversation_that_is_held_stays_as_it_is(test: TestDb) {
        let db = &test.db;
        let (user, stranger) = (person(db, "1").await, person(db, "2").await);
        let before = conversation(db, &user, None, at(1)).await;
        let mut tx = db.begin().await.unwrap();
        assert!(chat::hold(&mut tx, &before.id, &user).await.unwrap());
        assert!(!chat::hold(&mut tx, &before.id, &stranger).await.unwrap());
        tx.commit().await.unwrap();
        let found = chat::find_conversation(db, &before.id, &user).await.unwrap();
        assert_eq!(found, Some(before));
    }
}
