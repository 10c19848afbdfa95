//! What is taken away is all that was said and attached, whole or in parts.

use std::io::{Cursor, Read as _};

use serde_json::Value;
use slimy_store::{
    chat::{self, AttachmentKind, Message, NewAttachment},
    on_both_engines,
};
use slimy_words::{Language, Words};
use zip::ZipArchive;

use super::super::{Exported, Form, Format, export};
use super::room::{Room, at, form, refusal, room};
use crate::{Id, audit};

const MAX: usize = 1 << 20;

fn text(exported: &Exported) -> &str {
    std::str::from_utf8(&exported.bytes).unwrap()
}

/// What is in a zip file, by name.
fn unpacked(exported: &Exported) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(&exported.bytes)).unwrap();
    let mut all = Vec::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        all.push((file.name().unwrap().into_owned(), bytes));
    }
    all
}

async fn attach(room: &Room, to: &Message, files: &[(&str, Vec<u8>)]) {
    let files: Vec<NewAttachment> = files
        .iter()
        .map(|(name, bytes)| NewAttachment {
            message_id: to.id.clone(),
            kind: AttachmentKind::Image,
            file_name: (*name).to_owned(),
            content_type: "image/png".to_owned(),
            bytes: bytes.clone(),
            tokens: 85,
        })
        .collect();
    let mut tx = room.services.db.begin().await.unwrap();
    chat::create_attachments(&mut tx, &files, at(3))
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

/// All parts of an export, the next where the one before says.
async fn parts(room: &Room, id: &Id, format: Format, max: usize) -> Vec<Exported> {
    let mut all = Vec::new();
    let mut onward = None;
    loop {
        let part = export(&room.services, &room.ana, id, form(format, max), onward).await;
        all.push(part.unwrap());
        onward = all.last().and_then(|part| part.next);
        if onward.is_none() {
            return all;
        }
    }
}

on_both_engines! {
    async fn people_read_who_said_what_and_when_with_every_answer(test: TestDb) {
        let room = room(&test).await;
        let id = room.talks(&room.ana, Some("How to win"), 1).await;
        let [_, answer] = room.turn(&room.ana, &id, ["How?", "```\nSlow"], 2).await;
        room.answers_again(&answer, "By *patience*.", 3).await;
        let question = room.asks(&room.ana, &id, "And then?", 4).await;
        room.begins_to_answer(&question, 5).await;
        let exported = export(&room.services, &room.ana, &id, form(Format::Markdown, MAX), None).await.unwrap();
        assert_eq!((exported.file_name.as_str(), exported.next), ("how-to-win.md", None));
        assert_eq!((exported.messages, exported.files, exported.part), (5, 0, 1));
        let expected = format!("# How to win

- Held in Slimy Club
- Begun 2026-11-24 06:00:01 UTC, last changed 2026-11-24 06:00:05 UTC
- Id {id}

## You, 2026-11-24 06:00:02 UTC

How?

## small-1, 2026-11-24 06:00:02 UTC, answer 1, not chosen

```
Slow
```

## large-2, 2026-11-24 06:00:03 UTC, answer 2

By *patience*.

## You, 2026-11-24 06:00:04 UTC

And then?

## small-1, 2026-11-24 06:00:05 UTC, still coming in


");
        assert_eq!(text(&exported), expected);
        let entries = room.audited(audit::DATA_EXPORT).await;
        assert_eq!((entries.len(), entries[0].resource_id.as_str()), (1, id.as_str()));
        let details = &entries[0].details.as_ref().unwrap().0;
        let expected = serde_json::json!({"format": "md", "part": 1, "messages": 5, "files": 0});
        assert_eq!(details, &expected);
    }

    async fn the_document_for_people_is_in_their_language(test: TestDb) {
        let room = room(&test).await;
        let id = room.talks_in(&room.ana, None, None, 1).await;
        let [_, answer] = room.turn(&room.ana, &id, ["Wie?", "So."], 2).await;
        room.answers_again(&answer, "Geduldig.", 3).await;
        let words = Words::of(Language::De);
        let form = Form { words, ..form(Format::Markdown, MAX) };
        let exported = export(&room.services, &room.ana, &id, form, None).await.unwrap();
        let expected = format!("# Gespräch

- Geführt in: Direktnachrichten
- Begonnen 2026-11-24 06:00:01 UTC, zuletzt geändert 2026-11-24 06:00:02 UTC
- Id {id}

## Du, 2026-11-24 06:00:02 UTC

Wie?

## small-1, 2026-11-24 06:00:02 UTC, Antwort 1, nicht gewählt

So.

## large-2, 2026-11-24 06:00:03 UTC, Antwort 2

Geduldig.
");
        assert_eq!(text(&exported), expected);
    }

    async fn programs_read_the_records_of_every_export(test: TestDb) {
        let room = room(&test).await;
        let id = room.talks_in(&room.ana, None, Some("Snails"), 1).await;
        let [question, answer] = room.turn(&room.ana, &id, ["Which?", "\"That\" \u{1} one"], 2).await;
        attach(&room, &question, &[("cat.png", vec![1, 2, 3])]).await;
        let exported = export(&room.services, &room.ana, &id, form(Format::Json, MAX), None).await.unwrap();
        assert_eq!((exported.file_name.as_str(), exported.files), ("snails.zip", 1));
        let files = unpacked(&exported);
        assert_eq!((files[0].0.as_str(), files[1].0.as_str()), ("snails.json", "files/0001-1-cat.png"));
        assert_eq!(files[1].1, [1, 2, 3]);
        let read: Value = serde_json::from_slice(&files[0].1).unwrap();
        assert_eq!((&read["id"], &read["title"], &read["part"]), (&id.as_str().into(), &"Snails".into(), &1.into()));
        assert_eq!(read["createdAt"], "2026-11-24T06:00:01.000Z");
        assert_eq!(read["userId"], room.ana.user_id.as_str());
        let messages = read["messages"].as_array().unwrap();
        assert_eq!(messages.len(), 2);
        assert_eq!(messages[0]["id"], question.id.as_str());
        assert_eq!((&messages[0]["role"], &messages[0]["content"]), (&"user".into(), &"Which?".into()));
        let attached = serde_json::json!([{
            "fileName": "cat.png", "contentType": "image/png", "size": 3, "file": "files/0001-1-cat.png",
        }]);
        assert_eq!(messages[0]["attachments"], attached);
        assert_eq!(messages[1]["parentId"], question.id.as_str());
        assert_eq!(messages[1]["id"], answer.id.as_str());
        assert_eq!((&messages[1]["content"], &messages[1]["status"]), (&"\"That\" \u{1} one".into(), &"complete".into()));
        assert_eq!(messages[1]["attachments"], Value::Null);
    }

    async fn what_is_too_large_comes_in_parts_that_lose_nothing(test: TestDb) {
        let room = room(&test).await;
        let id = room.talks(&room.ana, Some("Long"), 1).await;
        let mut asked = Vec::new();
        for n in 0..60 {
            let words = format!("question {n} {}", "x".repeat(100));
            let [question, answer] = room.turn(&room.ana, &id, [&words, "yes"], n).await;
            if n % 20 == 0 {
                let picture = vec![u8::try_from(n).unwrap(); 2_000];
                attach(&room, &question, &[("../e v\u{202e}il.png", picture.clone()), ("b.png", picture)]).await;
            }
            if n == 30 {
                room.answers_again(&answer, "no", 31).await;
            }
            asked.push(words);
        }
        let max = 9_000;
        let parts = parts(&room, &id, Format::Json, max).await;
        assert!(parts.len() > 3, "{}", parts.len());
        let (mut read, mut files) = (Vec::new(), Vec::new());
        for (index, part) in parts.iter().enumerate() {
            assert!(part.bytes.len() <= max, "{}", part.bytes.len());
            assert_eq!(part.part, index + 1);
            let mut bytes = part.bytes.clone();
            if part.files > 0 {
                assert_eq!(part.file_name, format!("long-{}.zip", index + 1));
                let mut all = unpacked(part);
                bytes = all.remove(0).1;
                files.extend(all.into_iter().map(|(name, _)| name));
            } else {
                assert_eq!(part.file_name, format!("long-{}.json", index + 1));
            }
            let document: Value = serde_json::from_slice(&bytes).unwrap();
            assert_eq!(document["part"], index + 1);
            let messages = document["messages"].as_array().unwrap().clone();
            assert_eq!(messages.len(), part.messages);
            read.extend(messages);
        }
        assert_eq!(read.len(), 121);
        let questions: Vec<&Value> = read.iter().filter(|one| one["role"] == "user").map(|one| &one["content"]).collect();
        assert_eq!(questions, asked.iter().collect::<Vec<_>>());
        assert_eq!(files, [
            "files/0001-1-.._e_v_il.png", "files/0001-2-b.png",
            "files/0041-1-.._e_v_il.png", "files/0041-2-b.png",
            "files/0081-1-.._e_v_il.png", "files/0081-2-b.png",
        ]);
        assert_eq!(room.audited(audit::DATA_EXPORT).await.len(), parts.len().min(10));
    }

    async fn a_part_of_what_was_deleted_meanwhile_is_refused(test: TestDb) {
        let room = room(&test).await;
        let id = room.talks(&room.ana, None, 1).await;
        for n in 0..20 {
            room.asks(&room.ana, &id, &"x".repeat(500), n).await;
        }
        let first = export(&room.services, &room.ana, &id, form(Format::Markdown, 4_000), None).await.unwrap();
        assert!(first.next.is_some());
        super::super::delete(&room.services, &room.ana, &id, false).await.unwrap();
        let late = export(&room.services, &room.ana, &id, form(Format::Markdown, 4_000), first.next).await;
        assert_eq!(refusal(late), "conversation_not_found");
    }
}
