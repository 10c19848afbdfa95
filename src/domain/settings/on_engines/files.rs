//! Settings that leave as a file and come back.

use std::time::Duration;

use serde_json::{Value, json};
use slimy_store::{Timestamp, guilds, on_both_engines};

use super::{Room, room, trouble};
use crate::{
    Error, UserError, audit,
    settings::{
        Applied, Cause, Import, Trouble, apply, export, files::propose_file, give_up, history, read,
    },
};

async fn bring(room: &Room, file: &Value) -> Result<Import, Error> {
    let bytes = file.to_string();
    propose_file(
        &room.services,
        &room.admin,
        "mine.json".to_owned(),
        bytes.as_bytes(),
    )
    .await
}

async fn stored(room: &Room) -> Value {
    let guild = guilds::find(&room.services.db, &room.guild_id)
        .await
        .unwrap();
    guild.unwrap().settings.map_or(Value::Null, |json| json.0)
}

fn refused(outcome: Result<Import, Error>) -> String {
    match outcome {
        Err(Error::User(UserError::SettingRefused(fault))) => fault.to_string(),
        other => panic!("{other:?}"),
    }
}

/// Presses **Apply** under what `shown` says.
async fn press(room: &Room, shown: &Import) -> Result<Applied, Error> {
    apply(&room.services, &room.admin, &shown.id, shown.base).await
}

on_both_engines! {
    async fn what_leaves_as_a_file_comes_back_as_it_was(test: TestDb) {
        let room = room(&test).await;
        let seed = json!({
            "language": "en",
            "timezone": "UTC",
            "features": {"clubAnalytics": true, "chatBot": true},
        });
        room.update(&seed).await.unwrap();
        room.update(&json!({"chat": {"channelPersonas": {"5": "A cook."}}})).await.unwrap();
        let file = export(&room.services, &room.admin).await.unwrap();
        let before = stored(&room).await;
        assert_eq!(serde_json::from_slice::<Value>(&file).unwrap(), before);

        room.update(&json!({"language": "de", "chat": null, "audit": {"channel": "5"}})).await.unwrap();
        let import = propose_file(&room.services, &room.admin, "a.json".to_owned(), &file).await.unwrap();
        let paths: Vec<String> = import.differences.iter().map(|one| one.spot.path()).collect();
        assert_eq!(paths, ["language", "chat.channelPersonas.5", "audit.channel"]);
        assert_eq!(read(&room.services, &room.guild_id).await.unwrap().language, "de");

        let done = press(&room, &import).await.unwrap();
        assert_eq!(done, Applied::Done(import.differences.clone()));
        let settings = read(&room.services, &room.guild_id).await.unwrap();
        assert_eq!((settings.language.as_str(), settings.audit.channel), ("en", None));
        assert_eq!(settings.chat.channel_personas["5"], "A cook.");
        let newest = history(&room.services, &room.admin, None).await.unwrap().entries.remove(0);
        assert_eq!((newest.cause, newest.differences.len()), (Cause::Import, 3));
        assert_eq!(trouble(press(&room, &import).await), Trouble::Over);
        let again = propose_file(&room.services, &room.admin, "a.json".to_owned(), &file).await;
        assert_eq!(trouble(again), Trouble::NothingNew);
        for action in [audit::DATA_EXPORT, audit::GUILD_SETTINGS_IMPORT] {
            let filter = slimy_store::audit::AuditFilter { action: Some(action.to_owned()), ..Default::default() };
            let page = slimy_store::PageRequest::first(5);
            let found = slimy_store::audit::list(&test.db, &filter, &page).await.unwrap();
            assert_eq!(found.items.len(), 1, "{action}");
        }
    }

    async fn a_file_at_fault_is_refused_with_its_path(test: TestDb) {
        let room = room(&test).await;
        let told = refused(bring(&room, &json!({"features": {"clubAnaltics": true}})).await);
        assert_eq!(told, "features.clubAnaltics: no such setting");
        let told = refused(bring(&room, &json!({"language": "tlh"})).await);
        assert_eq!(told, "language: must be one of en, de, es, fr, ja, pt-BR");
        let told = refused(bring(&room, &json!(["language"])).await);
        assert_eq!(told, "Settings must be an object with settings in it");
        let broken = propose_file(&room.services, &room.admin, "x".to_owned(), b"{\n\"language\": de}").await;
        assert!(matches!(trouble(broken), Trouble::NoJson { line: 2, .. }));
        assert_eq!(stored(&room).await, Value::Null);
    }

    async fn settings_that_changed_meanwhile_are_shown_before_a_file_applies(test: TestDb) {
        let room = room(&test).await;
        let import = bring(&room, &json!({"language": "de"})).await.unwrap();
        room.update(&json!({"timezone": "Asia/Tokyo"})).await.unwrap();
        let moved = press(&room, &import).await.unwrap();
        let Applied::Moved(moved) = moved else { panic!("{moved:?}") };
        let paths: Vec<String> = moved.differences.iter().map(|one| one.spot.path()).collect();
        assert_eq!(paths, ["language", "timezone"]);
        assert_eq!(read(&room.services, &room.guild_id).await.unwrap().language, "en");
        press(&room, &moved).await.unwrap();
        let settings = read(&room.services, &room.guild_id).await.unwrap();
        assert_eq!((settings.language.as_str(), settings.timezone.as_str()), ("de", "UTC"));
    }

    async fn a_second_press_of_the_same_button_applies_nothing_that_it_did_not_show(test: TestDb) {
        let room = room(&test).await;
        let first = bring(&room, &json!({"language": "de"})).await.unwrap();
        room.update(&json!({"timezone": "Asia/Tokyo"})).await.unwrap();
        let moved = press(&room, &first).await.unwrap();
        let Applied::Moved(second) = &moved else { panic!("{moved:?}") };
        assert_ne!(first.base, second.base);
        assert_eq!(press(&room, &first).await.unwrap(), moved);
        // Not even when it stands as it stood then: what was shown last is something else.
        room.update(&json!({"timezone": null})).await.unwrap();
        let back = press(&room, &first).await.unwrap();
        assert!(matches!(&back, Applied::Moved(back) if back.base == first.base), "{back:?}");
        assert_eq!(stored(&room).await, json!({}));
        assert!(matches!(press(&room, second).await.unwrap(), Applied::Moved(_)));
        assert!(matches!(press(&room, &first).await.unwrap(), Applied::Done(_)));
        assert_eq!(stored(&room).await, json!({"language": "de"}));
    }

    async fn a_file_waits_for_a_quarter_of_an_hour_and_can_be_given_up(test: TestDb) {
        let room = room(&test).await;
        let import = bring(&room, &json!({"language": "de"})).await.unwrap();
        assert_eq!(give_up(&room.services, &room.admin, &import.id).await.unwrap(), None);
        assert_eq!(trouble(press(&room, &import).await), Trouble::Over);
        let import = bring(&room, &json!({"language": "de"})).await.unwrap();
        let place = (&room.guild_id, &room.admin.user_id);
        let waits = |at: Timestamp| guilds::find_proposal(&test.db, place, &import.id, at);
        let soon = room.services.now() + Duration::from_mins(14);
        assert!(waits(soon).await.unwrap().is_some());
        let late = room.services.now() + Duration::from_mins(16);
        assert!(waits(late).await.unwrap().is_none());
    }
}
