//! What was said in a guild is kept for so long and no longer.

use slimy_store::audit::{self, AuditFilter};
use slimy_store::chat::{
    self, AttachmentKind, MessageStatus, NewAttachment, NewConversation, NewMessage, Outcome,
    retention::{self, Expired},
};
use slimy_store::testing::TestDb;
use slimy_store::{Db, Id, PageRequest, batches, checks, guilds, on_both_engines};

use crate::support::{at, count, new_guild, person_in_guild};

async fn conversation(db: &Db, user: &Id, guild: Option<&Id>, when: i64) -> Id {
    let new = NewConversation {
        user_id: user.clone(),
        guild_id: guild.cloned(),
        channel_id: None,
        title: None,
        private: false,
    };
    chat::create_conversation(db, new, at(when))
        .await
        .unwrap()
        .id
}

/// A question with a file, and its answer; their keys.
async fn turn(db: &Db, user: &Id, id: &Id, when: i64) -> (Id, Id) {
    let mut tx = db.begin().await.unwrap();
    let question = NewMessage::question(id.clone(), user.clone(), "?", at(when));
    let question = chat::append(&mut tx, question).await.unwrap().id;
    let file = NewAttachment {
        message_id: question.clone(),
        kind: AttachmentKind::Text,
        file_name: "a.txt".to_owned(),
        content_type: "text/plain".to_owned(),
        bytes: b"words".to_vec(),
        tokens: 1,
    };
    chat::create_attachments(&mut tx, &[file], at(when))
        .await
        .unwrap();
    let answer = NewMessage::answer(id.clone(), user.clone(), question.clone(), "m", at(when));
    let answer = chat::append(&mut tx, answer).await.unwrap().id;
    tx.commit().await.unwrap();
    (question, answer)
}

async fn ends(db: &Db, answer: &Id, when: i64) {
    let outcome = Outcome::new(MessageStatus::Complete, "!");
    chat::finish(db, answer, &outcome, at(when)).await.unwrap();
}

async fn messages(test: &TestDb) -> i64 {
    count(test, "SELECT count(*) FROM chat_messages").await
}

on_both_engines! {
    async fn what_is_older_goes_and_what_is_younger_stays_to_the_second(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let second = guilds::upsert(&test.db, new_guild("23", "Other"), at(0)).await.unwrap().row.id;
        let (here, there) = (conversation(&test.db, &user, Some(&guild), 0).await, conversation(&test.db, &user, Some(&second), 0).await);
        let directly = conversation(&test.db, &user, None, 0).await;
        let old = conversation(&test.db, &user, Some(&guild), 0).await;
        for (id, when) in [(&here, 99), (&here, 100), (&there, 1), (&directly, 1), (&old, 50)] {
            let (_, answer) = turn(&test.db, &user, id, when).await;
            ends(&test.db, &answer, when).await;
        }
        let expired = retention::run(&test.db, &guild, at(100), at(200)).await.unwrap();
        assert_eq!(expired, Expired { messages: 4, files: 2, posts: 0, conversations: 1 });
        assert_eq!(messages(&test).await, 6);
        assert!(chat::find_conversation(&test.db, &old, &user).await.unwrap().is_none());
        assert!(chat::find_conversation(&test.db, &here, &user).await.unwrap().is_some());
        assert_eq!(count(&test, "SELECT count(*) FROM chat_attachments").await, 3);
        // Nothing is left, so nothing more is written.
        assert!(retention::run(&test.db, &guild, at(100), at(201)).await.unwrap().is_empty());
        let filter = AuditFilter { action: Some("chat.message.expire".to_owned()), ..AuditFilter::default() };
        let entries = audit::list(&test.db, &filter, &PageRequest::first(5)).await.unwrap().items;
        assert_eq!((entries.len(), &entries[0].guild_id), (1, &Some(guild)));
        let details = &entries[0].details.as_ref().unwrap().0;
        assert_eq!((&details["messages"], &details["conversations"]), (&4.into(), &1.into()));
        let report = checks::run(&test.db).await.unwrap();
        assert!(report.is_clean(), "{:?}", report.findings);
    }

    async fn a_conversation_goes_on_behind_what_is_gone(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let id = conversation(&test.db, &user, Some(&guild), 0).await;
        let (_, answer) = turn(&test.db, &user, &id, 1).await;
        ends(&test.db, &answer, 150).await;
        // Something was done in it since.
        assert!(chat::rename(&test.db, &id, &user, "Snails", at(150)).await.unwrap());
        retention::run(&test.db, &guild, at(100), at(200)).await.unwrap();
        assert_eq!(messages(&test).await, 0);
        assert!(chat::find_conversation(&test.db, &id, &user).await.unwrap().is_some());
        let (question, answer) = turn(&test.db, &user, &id, 160).await;
        ends(&test.db, &answer, 161).await;
        let question = chat::find_message(&test.db, &question).await.unwrap().unwrap();
        assert_eq!(question.position, 3);
        let expired = retention::run(&test.db, &guild, at(170), at(300)).await.unwrap();
        assert_eq!((expired.messages, expired.conversations), (2, 1));
    }

    async fn an_answer_that_is_coming_in_keeps_its_question_until_it_has_ended(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let id = conversation(&test.db, &user, Some(&guild), 0).await;
        let (_, answer) = turn(&test.db, &user, &id, 1).await;
        assert!(retention::run(&test.db, &guild, at(100), at(200)).await.unwrap().is_empty());
        ends(&test.db, &answer, 2).await;
        assert_eq!(retention::run(&test.db, &guild, at(100), at(200)).await.unwrap().messages, 2);
    }

    async fn much_goes_in_pieces_and_is_counted_whole(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let id = conversation(&test.db, &user, Some(&guild), 0).await;
        for n in 0..60 {
            let (_, answer) = turn(&test.db, &user, &id, n).await;
            ends(&test.db, &answer, n).await;
        }
        let said: Vec<_> = (0..1_200).map(|n| NewMessage::question(id.clone(), user.clone(), "?", at(n % 90))).collect();
        batches::messages(&test.db, &said, |_| {}).await.unwrap();
        let expired = retention::run(&test.db, &guild, at(100), at(200)).await.unwrap();
        assert_eq!((expired.messages, expired.files), (1_320, 60));
        assert_eq!(count(&test, "SELECT count(*) FROM audit_logs WHERE action = 'chat.message.expire'").await, 1);
    }
}
