//! The files of a question are kept byte for byte, for as long as it is.

use slimy_store::chat::{self, Attachment, AttachmentKind, Message, NewAttachment};
use slimy_store::{Db, Id, StoreError, limits, on_both_engines};

use super::{begin_answer, conversation, new_conversation, person, person_who_talks, say};
use crate::support::{at, count, is_invalid, person_in_guild};

fn file(message: &Message, name: &str, bytes: &[u8]) -> NewAttachment {
    NewAttachment {
        message_id: message.id.clone(),
        kind: AttachmentKind::Image,
        file_name: name.to_owned(),
        content_type: "image/png".to_owned(),
        bytes: bytes.to_vec(),
        tokens: 85,
    }
}

async fn keep(db: &Db, new: &[NewAttachment]) -> Result<Vec<Attachment>, StoreError> {
    let mut tx = db.begin().await?;
    let kept = chat::create_attachments(&mut tx, new, at(2)).await?;
    tx.commit().await?;
    Ok(kept)
}

async fn files(db: &Db, user: &Id, conversation: &Id) -> Vec<Attachment> {
    let found = chat::attachments(db, conversation, user, 1, 100).await;
    found.unwrap()
}

on_both_engines! {
    async fn a_file_is_kept_byte_for_byte_and_read_by_its_owner(test: TestDb) {
        let db = &test.db;
        let (user, guild) = person_in_guild(db).await;
        let new = chat::NewConversation { guild_id: Some(guild.clone()), ..new_conversation(&user, None) };
        let id = chat::create_conversation(db, new, at(0)).await.unwrap().id;
        let question = say(db, &user, &id, "What is this?", at(1)).await;
        let all: Vec<u8> = (0..=255).collect();
        let text = NewAttachment {
            kind: AttachmentKind::Text, content_type: "text/plain".to_owned(), tokens: 0, ..file(&question, "empty.txt", b"")
        };
        let kept = keep(db, &[file(&question, "each.png", &all), text]).await.unwrap();
        assert_eq!((&kept[0].user_id, &kept[0].guild_id, kept[0].position), (&user, &Some(guild), 0));
        assert_eq!((kept[0].size, kept[0].tokens, kept[0].created_at), (256, 85, at(2)));
        assert_eq!((kept[1].position, kept[1].kind, kept[1].size), (1, AttachmentKind::Text, 0));
        assert_eq!(files(db, &user, &id).await, kept);
        assert_eq!(chat::attachment_bytes(db, &kept[0].id).await.unwrap(), all);
        assert_eq!(chat::attachment_bytes(db, &kept[1].id).await.unwrap(), Vec::<u8>::new());

        let stranger = person(db, "12").await;
        assert_eq!(files(db, &stranger, &id).await, []);
        assert_eq!(chat::attachments(db, &id, &user, 2, 3).await.unwrap(), []);
        chat::delete_conversation(db, &id, &user, at(3)).await.unwrap();
        assert_eq!(files(db, &user, &id).await, []);
    }

    async fn files_stand_in_the_order_of_what_was_said(test: TestDb) {
        let db = &test.db;
        let (user, id) = person_who_talks(db).await;
        let one = say(db, &user, &id, "one", at(1)).await;
        let answer = begin_answer(db, &one, at(1)).await;
        let two = say(db, &user, &id, "two", at(1)).await;
        keep(db, &[file(&two, "c", b"c"), file(&one, "a", b"a"), file(&two, "d", b"d"), file(&one, "b", b"b")]).await.unwrap();
        let names: Vec<_> = files(db, &user, &id).await.into_iter().map(|one| one.file_name).collect();
        assert_eq!(names, ["a", "b", "c", "d"]);
        let second = chat::attachments(db, &id, &user, two.position, two.position).await.unwrap();
        assert_eq!(second.len(), 2);
        assert_eq!(answer.position, 2);
    }

    async fn too_many_and_too_large_files_are_refused_and_none_is_kept(test: TestDb) {
        let db = &test.db;
        let (user, id) = person_who_talks(db).await;
        let question = say(db, &user, &id, "?", at(1)).await;
        let many: Vec<_> = (0..=limits::ATTACHMENTS_PER_MESSAGE).map(|n| file(&question, &n.to_string(), b"x")).collect();
        let large = file(&question, "large", &vec![0; limits::ATTACHMENT_BYTES + 1]);
        let named = file(&question, &"é".repeat(limits::FILE_NAME + 1), b"x");
        let typed = NewAttachment { content_type: "x".repeat(limits::CONTENT_TYPE + 1), ..file(&question, "x", b"x") };
        for refused in [many, vec![file(&question, "ok", b"x"), large], vec![named], vec![typed]] {
            let outcome = keep(db, &refused).await;
            assert!(matches!(outcome, Err(StoreError::Limit { .. })), "{outcome:?}");
        }
        let negative = NewAttachment { tokens: -1, ..file(&question, "x", b"x") };
        assert!(is_invalid(&keep(db, &[negative]).await));
        assert_eq!(count(&test, "SELECT count(*) FROM chat_attachments").await, 0);

        let full: Vec<_> = (0..limits::ATTACHMENTS_PER_MESSAGE).map(|n| file(&question, &n.to_string(), &vec![7; limits::ATTACHMENT_BYTES])).collect();
        assert_eq!(keep(db, &full).await.unwrap().len(), limits::ATTACHMENTS_PER_MESSAGE);
        let more = keep(db, &[file(&question, "later", b"x")]).await;
        assert!(matches!(more, Err(StoreError::Conflict)), "{more:?}");
        let nobodys = NewAttachment { message_id: "none".into(), ..file(&question, "x", b"x") };
        assert!(matches!(keep(db, &[nobodys]).await, Err(StoreError::NotFound)));
        assert!(matches!(chat::attachment_bytes(db, &"none".into()).await, Err(StoreError::NotFound)));
        let wide = chat::attachments(db, &id, &user, 1, 101).await;
        assert!(matches!(wide, Err(StoreError::Limit { .. })), "{wide:?}");
    }

    async fn files_go_with_what_was_said(test: TestDb) {
        let db = &test.db;
        let (user, id) = person_who_talks(db).await;
        let other = conversation(db, &user, None, at(0)).await.id;
        for conversation in [&id, &other] {
            for _ in 0..15 {
                let question = say(db, &user, conversation, "?", at(1)).await;
                let four: Vec<_> = (0..4).map(|n| file(&question, &n.to_string(), b"x")).collect();
                keep(db, &four).await.unwrap();
            }
        }
        let left = async || count(&test, "SELECT count(*) FROM chat_attachments").await;
        assert!(chat::delete_forever(db, &id, &user, at(2)).await.unwrap());
        assert_eq!(left().await, 60);
        chat::delete_conversation(db, &other, &user, at(3)).await.unwrap();
        // Files go in pieces of their own, before what they came with.
        let most = i64::from(limits::ATTACHMENTS_AT_ONCE);
        assert_eq!(i64::try_from(chat::purge_deleted(db, at(4), 100).await.unwrap()).unwrap(), most);
        assert_eq!((left().await, count(&test, "SELECT count(*) FROM chat_messages").await), (60 - most, 15));
        assert_eq!(chat::purge_deleted(db, at(4), 100).await.unwrap(), 10 + 15 + 1);
        assert_eq!(left().await, 0);
    }

    async fn of_a_persons_files_the_oldest_give_way_to_a_note(test: TestDb) {
        let db = &test.db;
        let (user, id) = person_who_talks(db).await;
        for _ in 0..3 {
            let question = say(db, &user, &id, "?", at(1)).await;
            keep(db, &[file(&question, "a.png", &[7; 100])]).await.unwrap();
        }
        let drop = async |most| {
            let mut tx = db.begin().await.unwrap();
            let dropped = chat::drop_oldest_files(&mut tx, &user, most, "gone").await.unwrap();
            tx.commit().await.unwrap();
            dropped
        };
        assert_eq!(drop(300).await, 0);
        assert_eq!(drop(299).await, 1);
        let kept = files(db, &user, &id).await;
        let of = |kind| kept.iter().filter(|one| one.kind == kind).count();
        assert_eq!((of(AttachmentKind::Text), of(AttachmentKind::Image)), (1, 2));
        let note = kept.iter().find(|one| one.kind == AttachmentKind::Text).unwrap();
        assert_eq!((note.content_type.as_str(), note.size, note.file_name.as_str()), ("text/plain", 4, "a.png"));
        assert_eq!(chat::attachment_bytes(db, &note.id).await.unwrap(), b"gone");
        // A note stays one.
        assert_eq!(drop(205).await, 0);
        assert_eq!(drop(0).await, 2);
        assert_eq!(drop(0).await, 0);
    }
}
