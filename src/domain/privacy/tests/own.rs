//! What a person does with what is theirs.

use std::sync::Arc;

use slimy_store::{
    audit::NewAuditEntry, batches, chat::NewMessage, guilds, holdings::Holding, on_both_engines,
    users,
};
use slimy_words::Language;

use super::{
    super::{Exported, Fate, Fault, Form, delete, export, show, unsent},
    room::{
        Room, arrives, day, form, keep_memberships, records, release_memberships, room, text,
        unpacked,
    },
};
use crate::{Error, UserError, audit, rights::Actor};

async fn exported(room: &Room, who: &Actor) -> Exported {
    export(&room.services, who, form(Language::En))
        .await
        .unwrap()
}

async fn left(room: &Room, who: &Actor) -> Vec<(Holding, u64)> {
    let held = show(&room.services, who).await.unwrap();
    held.into_iter()
        .map(|one| (one.holding, one.rows))
        .collect()
}

on_both_engines! {
    async fn what_is_stored_is_shown_with_what_becomes_of_it(test: TestDb) {
        let room = room(&test).await;
        room.talks(&room.bob, Some(&room.club), 1).await;
        let held = show(&room.services, &room.bob).await.unwrap();
        let of = |holding| held.iter().find(|one| one.holding == holding).copied();
        for (holding, rows, fate) in [
            (Holding::Person, 1, Fate::Goes),
            (Holding::Memberships, 2, Fate::Goes),
            (Holding::Messages, 2, Fate::Goes),
            (Holding::Files, 1, Fate::Goes),
            (Holding::AuditEntries, 1, Fate::Freed),
        ] {
            let one = of(holding).unwrap_or_else(|| panic!("{holding:?} is not shown"));
            assert_eq!((one.rows, one.fate), (rows, fate), "{holding:?}");
        }
        assert_eq!(of(Holding::Sessions), None, "there are none");
    }

    async fn all_of_it_is_in_the_zip_file_in_every_shape(test: TestDb) {
        let room = room(&test).await;
        let id = room.talks(&room.bob, Some(&room.club), 1).await;
        room.talks(&room.bob, None, 2).await;
        room.talks(&room.ana, Some(&room.club), 1).await;
        // Others did something to them, too.
        let done = NewAuditEntry {
            user_id: Some(room.ana.user_id.clone()),
            ..NewAuditEntry::new("club.member.confirm", "user", room.bob.user_id.as_str(), day(3))
        };
        room.services.recorder.write(&[done]).await.unwrap();

        let made = exported(&room, &room.bob).await;
        assert_eq!((made.messages, made.files, made.parts.len()), (4, 2, 1));
        assert_eq!(made.parts[0].name, "slimy-data-2026-11-24.zip");
        let files = unpacked(made).await;
        assert!(text(&files, "README.md").starts_with("# All that is stored about you\n"));
        let user = &records(&files, "users")[0];
        assert_eq!((&user["discordId"], &user["username"]), (&"12".into(), &"person12".into()));
        assert_eq!(user["createdAt"], "2026-11-24T06:00:00.000Z");
        assert_eq!(records(&files, "user_guilds").len(), 2);
        assert_eq!(records(&files, "chat_conversations").len(), 2);
        let messages = records(&files, "chat_messages");
        assert_eq!(messages.len(), 4);
        let asked = messages.iter().find(|one| one["conversationId"] == id.as_str()).unwrap();
        assert_eq!(asked["attachments"][0]["fileName"], "my [snail].png");

        let attached = records(&files, "chat_attachments");
        let path = attached[0]["file"].as_str().unwrap();
        assert!(attached[0].get("bytes").is_none());
        assert_eq!(files[path], [0, 159, 255]);
        let document = text(&files, &format!("conversations/2026-11-25-{id}.md"));
        assert!(document.starts_with("# About snails\n\n- Held in Slimy Club\n"), "{document}");
        let attachment = asked["attachments"][0]["id"].as_str().unwrap();
        let link = format!("Attached: [my _snail_.png](../files/{attachment}-my__snail_.png)");
        assert!(document.contains(&link), "{document}");
        assert!(document.ends_with("=Slow.\n```rust\n```\n"), "{document}");

        let table = text(&files, "csv/chat_messages.csv");
        assert!(table.starts_with("\u{FEFF}type,id,conversationId,userId,"), "{table}");
        assert!(table.contains("'=Slow."), "no formula: {table}");
        let entries = records(&files, "audit_logs");
        let actions: Vec<_> = entries.iter().map(|one| one["action"].as_str().unwrap()).collect();
        assert_eq!(actions, ["user.create", "club.member.confirm"]);
        assert!(entries[1].get("userId").is_none(), "who else it was is theirs");
        let all = files.values().map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        assert!(all.clone().all(|text| !text.contains(room.ana.user_id.as_str())));

        let entry = &room.audited(audit::DATA_EXPORT).await[0];
        assert_eq!(entry.resource_id, room.bob.user_id.as_str());
        assert_eq!(entry.guild_id, None, "it is nothing for the admins of where he asked");
        assert_eq!(entry.details.as_ref().unwrap().0["messages"], 4);
    }

    async fn the_documents_for_people_are_in_their_language_and_say_that_times_are_in_utc(test: TestDb) {
        let room = room(&test).await;
        let id = room.talks(&room.bob, None, 1).await;
        slimy_store::chat::delete_conversation(&test.db, &id, &room.bob.user_id, day(2)).await.unwrap();
        let made = export(&room.services, &room.bob, form(Language::De)).await.unwrap();
        let files = unpacked(made).await;
        assert!(text(&files, "README.md").contains("Zeiten sind in UTC"), "{}", text(&files, "README.md"));
        let document = text(&files, &format!("conversations/2026-11-25-{id}.md"));
        let expected = format!("# About snails

- Geführt in: Direktnachrichten
- Begonnen 2026-11-25 06:00:00 UTC, zuletzt geändert 2026-11-25 06:00:00 UTC
- Gelöscht 2026-11-26 06:00:00 UTC, wird noch eine Weile aufbewahrt
- Id {id}

## Du, 2026-11-25 06:00:00 UTC
");
        assert!(document.starts_with(&expected), "{document}");
    }

    async fn parts_that_could_not_be_sent_are_on_record(test: TestDb) {
        let room = room(&test).await;
        let made = exported(&room, &room.bob).await;
        room.clock.advance(std::time::Duration::from_secs(1));
        unsent(&room.services, &room.bob, &made.whose, 2).await.unwrap();
        let [unsent, made] = &room.audited(audit::DATA_EXPORT).await[..] else { panic!("there are two") };
        assert!(made.success && made.error_message.is_none());
        assert_eq!((unsent.success, unsent.error_message.as_deref()), (false, Some(audit::UNSENT)));
        assert_eq!(unsent.details.as_ref().unwrap().0, serde_json::json!({"parts": 2}));
        assert_eq!((unsent.resource_id.as_str(), &unsent.guild_id), (room.bob.user_id.as_str(), &None));
    }

    async fn what_is_too_large_comes_in_parts_that_are_whole(test: TestDb) {
        let room = room(&test).await;
        let id = room.talks(&room.bob, Some(&room.club), 1).await;
        let bob = &room.bob.user_id;
        let words = |n: u64| -> String {
            let mut state = n;
            let mut next = || {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                format!("{state:016x}")
            };
            (0..300).map(|_| next()).collect()
        };
        let said: Vec<_> = (0..250)
            .map(|n| NewMessage::question(id.clone(), bob.clone(), words(n), day(2)))
            .collect();
        batches::messages(&test.db, &said, |_| {}).await.unwrap();
        let most = 700 * 1024;
        let made = export(&room.services, &room.bob, Form { most, ..form(Language::En) }).await.unwrap();
        let of = made.parts.len();
        assert!(of > 2, "{of}");
        for (index, part) in made.parts.iter().enumerate() {
            assert_eq!(part.name, format!("slimy-data-2026-11-24-{}-of-{of}.zip", index + 1));
            assert!(part.size() <= most, "{}", part.size());
        }
        let files = unpacked(made).await;
        let lists = files.iter().filter(|(name, _)| name.starts_with("json/chat_messages"));
        let mut messages = 0;
        for (name, bytes) in lists {
            let list: Vec<serde_json::Value> = serde_json::from_slice(bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
            messages += list.len();
        }
        assert_eq!(messages, 252);
    }

    async fn one_export_of_a_person_is_made_at_a_time(test: TestDb) {
        let room = room(&test).await;
        let turn = room.services.exports.begin(&room.bob.user_id).await.unwrap();
        let refused = export(&room.services, &room.bob, form(Language::En)).await;
        assert!(matches!(refused, Err(Error::User(UserError::Privacy(Fault::StillExporting)))), "{refused:?}");
        exported(&room, &room.ana).await;
        drop(turn);
        exported(&room, &room.bob).await;
        exported(&room, &room.bob).await;
    }

    async fn exported_deleted_and_exported_again_nothing_is_left_but_what_was_announced(test: TestDb) {
        let room = room(&test).await;
        for who in [&room.ana, &room.bob] {
            room.talks(who, Some(&room.club), 1).await;
            room.talks(who, Some(&room.other), 1).await;
            room.talks(who, None, 1).await;
        }
        let files = unpacked(exported(&room, &room.bob).await).await;
        let entries = records(&files, "audit_logs");
        let before = left(&room, &room.ana).await;
        let announced = show(&room.services, &room.bob).await.unwrap();
        let deleted = delete(&room.services, &room.bob, " Delete ", "DELETE").await.unwrap();
        // What was announced is what was done, by kind and number; counts are of the same entries.
        let mut done = deleted.rows.clone();
        let mut said: Vec<_> = announced.iter().map(|one| (one.holding, one.rows)).collect();
        said.retain(|(holding, _)| *holding != Holding::AuditCounts);
        done.sort_unstable();
        said.sort_unstable();
        assert_eq!(done, said);
        assert!(said.contains(&(Holding::Messages, 6)) && said.contains(&(Holding::Person, 1)), "{said:?}");
        // The command's own entry does not bring them back.
        audit::command(&room.services, &room.bob, "privacy delete", None).await.unwrap();
        assert_eq!(users::find(&test.db, &room.bob.user_id).await.unwrap(), None);
        let entry = &room.audited("command.privacy.delete").await[0];
        assert_eq!((&entry.user_id, &entry.guild_id), (&None, &Some(room.club.clone())));
        let record = &room.audited("data.delete").await[0];
        assert_eq!((&record.user_id, record.resource_id.as_str()), (&None, "erased"));
        // What was announced to stay without their name is there, and has it no more.
        let freed: Vec<_> = announced.iter().filter(|one| one.fate == Fate::Freed).map(|one| one.holding).collect();
        assert_eq!(freed, [Holding::AuditEntries, Holding::AuditCounts]);
        assert!(!entries.is_empty());
        for entry in entries {
            let action = entry["action"].as_str().unwrap();
            let stays = room.audited(action).await.into_iter().find(|one| one.id.as_str() == entry["id"]);
            let stays = stays.unwrap_or_else(|| panic!("{action} is gone"));
            assert_eq!((&stays.user_id, stays.resource_id.as_str()), (&None, "erased"));
        }

        assert_eq!(left(&room, &room.bob).await, []);
        let files = unpacked(exported(&room, &room.bob).await).await;
        assert_eq!(files.keys().collect::<Vec<_>>(), ["README.md"]);
        assert_eq!(left(&room, &room.ana).await, before, "others keep theirs");

        // Who uses the bot again is somebody new.
        let again = arrives(&room.services, "12", "22").await;
        assert_ne!(again.user_id, room.bob.user_id);
        let files = unpacked(exported(&room, &again).await).await;
        let tables: Vec<_> = files.keys().filter(|name| name.starts_with("json/")).collect();
        assert_eq!(tables, ["json/audit_logs.json", "json/user_guilds.json", "json/users.json"]);
        assert_eq!(records(&files, "audit_logs").len(), 1);
        let all = files.values().map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        assert!(all.into_iter().all(|text| !text.contains(room.bob.user_id.as_str())));
    }

    async fn another_word_deletes_nothing(test: TestDb) {
        let room = room(&test).await;
        let refused = delete(&room.services, &room.bob, "yes", "DELETE").await;
        let expected = Fault::OtherWord { word: "DELETE".to_owned() };
        assert!(matches!(refused, Err(Error::User(UserError::Privacy(fault))) if fault == expected));
        assert!(!left(&room, &room.bob).await.is_empty());
    }

    async fn broken_off_the_same_call_does_the_rest(test: TestDb) {
        let room = room(&test).await;
        room.talks(&room.bob, Some(&room.club), 1).await;
        keep_memberships(&test).await;
        let broken = delete(&room.services, &room.bob, "DELETE", "DELETE").await;
        assert!(broken.is_err(), "{broken:?}");
        release_memberships(&test).await;
        // They are still the same.
        let again = arrives(&room.services, "12", "22").await;
        assert_eq!(again.user_id, room.bob.user_id);
        delete(&room.services, &again, "DELETE", "DELETE").await.unwrap();
        assert_eq!(left(&room, &again).await, []);
        assert_eq!(room.audited("data.delete").await.len(), 1);
    }

    async fn somebody_whom_another_program_deleted_is_asked_about_anew_after_one_failure(test: TestDb) {
        let room = room(&test).await;
        slimy_store::lifecycle::delete_user(&test.db, &room.bob.user_id, day(1)).await.unwrap();
        assert_eq!(arrives(&room.services, "12", "22").await.user_id, room.bob.user_id);
        audit::command(&room.services, &room.bob, "chat", Some(audit::INTERNAL)).await.unwrap();
        assert_ne!(arrives(&room.services, "12", "22").await.user_id, room.bob.user_id);
    }

    async fn who_arrives_while_they_are_deleted_is_not_remembered_as_who_they_were(test: TestDb) {
        let room = Arc::new(room(&test).await);
        let busy = Arc::clone(&room);
        let arriving = tokio::spawn(async move {
            for n in 0..40 {
                // Another name each time, so that it is written.
                let guild = if n % 2 == 0 { "22" } else { "23" };
                let _ = arrives(&busy.services, "12", guild).await;
            }
        });
        let deleted = delete(&room.services, &room.bob, "DELETE", "DELETE").await.unwrap();
        assert!(deleted.total() > 0);
        arriving.await.unwrap();
        let after = arrives(&room.services, "12", "22").await;
        assert_ne!(after.user_id, room.bob.user_id);
        assert!(users::find(&test.db, &after.user_id).await.unwrap().is_some());
        assert!(guilds::find(&test.db, &room.club).await.unwrap().is_some());
    }
}
