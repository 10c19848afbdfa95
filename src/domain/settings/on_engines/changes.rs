//! Every change is a revision, and nobody loses what they set to somebody else.

use std::time::Duration;

use serde_json::{Value, json};
use slimy_store::{
    Json, Timestamp,
    guilds::{self, NewRevision},
    on_both_engines,
    testing::TestDb,
};

use super::{Room, room, trouble};
use crate::{
    Error, UserError,
    audit::{GUILD_SETTINGS_REVERT, GUILD_SETTINGS_UPDATE},
    rights::Actor,
    settings::{
        Applied, Cause, Changed, Clash, Conflict, Entry, HISTORY_PAGE, Mark, Reverted, Setting,
        Spot, Trouble, apply, change, give_up, history, look, read, revert,
    },
    testing,
};

/// Another admin of the same guild.
async fn second(room: &Room) -> Actor {
    let services = &room.services;
    Actor {
        user_id: testing::person(&services.db, "12", services.now()).await,
        ..room.admin.clone()
    }
}

/// So many changes to this text, at this time.
async fn changed(room: &Room, times: usize, text: &str, at: Timestamp) {
    let mut tx = room.services.db.begin().await.unwrap();
    for _ in 0..times {
        let new = NewRevision {
            guild_id: room.guild_id.clone(),
            user_id: None,
            cause: Cause::Change,
            reverts: None,
            changes: Json(json!({"chat.persona": {"before": null, "after": text}})),
        };
        guilds::record_revision(&mut tx, new, at).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// The mark of what holds at a key now.
async fn shown(room: &Room, path: &str) -> Mark {
    let spot = Spot::find(path).unwrap();
    let all = look(&room.services, &room.admin).await.unwrap();
    let mut all = all.into_iter();
    let held = all.find(|held| held.setting.key == spot.setting.key);
    let value = held.unwrap().value;
    match &spot.channel {
        Some(channel) => Mark::of(value.get(channel).unwrap_or(&Value::Null)),
        None => Mark::of(&value),
    }
}

async fn put(room: &Room, by: &Actor, path: &str, value: Value, base: Mark) -> Changed {
    let spot = Spot::find(path).unwrap();
    change(&room.services, by, &spot, value, base)
        .await
        .unwrap()
}

async fn clash(room: &Room, by: &Actor, path: &str, value: Value, base: Mark) -> Clash {
    match put(room, by, path, value, base).await {
        Changed::Clash(clash) => clash,
        done @ Changed::Done(_) => panic!("{done:?}"),
    }
}

async fn entries(room: &Room) -> Vec<Entry> {
    let page = history(&room.services, &room.admin, None).await;
    page.unwrap().entries
}

fn told(entry: &Entry) -> Vec<(String, Value, Value)> {
    let told = entry.differences.iter();
    told.map(|one| (one.spot.path(), one.before.clone(), one.after.clone()))
        .collect()
}

async fn back(room: &Room, number: i64, seen: Option<Mark>) -> Result<Reverted, Error> {
    revert(&room.services, &room.admin, number, seen).await
}

async fn conflict(room: &Room, number: i64, seen: Option<Mark>) -> Conflict {
    match back(room, number, seen).await.unwrap() {
        Reverted::Conflict(conflict) => conflict,
        done @ Reverted::Done(_) => panic!("{done:?}"),
    }
}

async fn audited(test: &TestDb, action: &str) -> usize {
    let filter = slimy_store::audit::AuditFilter {
        action: Some(action.to_owned()),
        ..Default::default()
    };
    let page = slimy_store::PageRequest::first(100);
    let found = slimy_store::audit::list(&test.db, &filter, &page).await;
    found.unwrap().items.len()
}

on_both_engines! {
    async fn more_than_can_be_kept_is_not_changed_in_a_day_and_nothing_of_it_is_written(test: TestDb) {
        let room = room(&test).await;
        let now = room.services.now();
        changed(&room, 300, "a", now - Duration::from_hours(25)).await;
        room.update(&json!({"language": "fr"})).await.unwrap();
        changed(&room, 298, "a", now).await;
        room.update(&json!({"language": "de"})).await.unwrap();
        let update = async || super::super::update(&room.services, &room.admin, &json!({"language": "ja"})).await;
        assert_eq!(trouble(update().await), Trouble::TooMuch);
        assert_eq!(trouble(back(&room, 600, None).await), Trouble::TooMuch);
        assert_eq!(read(&room.services, &room.guild_id).await.unwrap().language, "de");
        assert_eq!(entries(&room).await[0].number, 600);
        assert_eq!(room.audited().await.len(), 2);
        // Nobody keeps the owner from taking that back.
        let mut owner = room.admin.clone();
        owner.membership.as_mut().unwrap().is_owner = true;
        let update = async |language| super::super::update(&room.services, &owner, &json!({"language": language})).await;
        update("es").await.unwrap();
        changed(&room, 299, "a", now).await;
        assert_eq!(trouble(update("fr").await), Trouble::TooMuch);
        update("es").await.unwrap();
        // What changes nothing is none.
    }

    async fn a_few_large_changes_are_more_than_can_be_kept(test: TestDb) {
        let room = room(&test).await;
        let text = "a".repeat(2 * 1024 * 1024 - 100);
        changed(&room, 2, &text, room.services.now()).await;
        room.update(&json!({"chat": {"persona": "b".repeat(2_000)}})).await.unwrap();
        let update = super::super::update(&room.services, &room.admin, &json!({"language": "ja"})).await;
        assert_eq!(trouble(update), Trouble::TooMuch);
    }

    async fn every_change_is_a_revision_with_who_when_and_what(test: TestDb) {
        let room = room(&test).await;
        room.update(&json!({"language": "de", "chat": {"channelPersonas": {"5": "A cook."}}})).await.unwrap();
        room.update(&json!({"language": "de"})).await.unwrap();
        room.update(&json!({"language": null, "later": null})).await.unwrap();
        let entries = entries(&room).await;
        assert_eq!(entries.len(), 2, "what changes nothing is no revision");
        assert_eq!((entries[0].number, entries[0].by.as_deref(), entries[0].cause), (2, Some("11"), Cause::Change));
        assert_eq!(told(&entries[0]), [("language".to_owned(), json!("de"), json!(null))]);
        assert_eq!(told(&entries[1]), [
            ("language".to_owned(), json!(null), json!("de")),
            ("chat.channelPersonas.5".to_owned(), json!(null), json!("A cook.")),
        ]);
    }

    async fn the_history_comes_in_pages(test: TestDb) {
        let room = room(&test).await;
        for n in 1..=12 {
            room.update(&json!({"retention": {"chatDays": n}})).await.unwrap();
        }
        let page = |from| history(&room.services, &room.admin, from);
        let first = page(None).await.unwrap();
        assert_eq!((first.entries[0].number, first.entries.len()), (12, HISTORY_PAGE));
        assert_eq!((first.newer, first.older), (None, Some(7)));
        let second = page(first.older).await.unwrap();
        assert_eq!((second.newer, second.older), (Some(12), Some(2)));
        let last = page(second.older).await.unwrap();
        assert_eq!((last.entries.len(), last.newer, last.older), (2, Some(7), None));
    }

    async fn one_press_takes_a_change_back_and_only_that(test: TestDb) {
        let room = room(&test).await;
        room.update(&json!({"language": "de", "club": {"managerRoles": ["7"]}})).await.unwrap();
        room.update(&json!({"timezone": "Asia/Tokyo"})).await.unwrap();
        let done = back(&room, 1, None).await.unwrap();
        assert!(matches!(&done, Reverted::Done(changed) if changed.len() == 2), "{done:?}");
        let settings = read(&room.services, &room.guild_id).await.unwrap();
        assert_eq!((settings.language.as_str(), settings.timezone.as_str()), ("en", "Asia/Tokyo"));
        assert!(settings.club.manager_roles.is_empty());

        let entries = entries(&room).await;
        assert_eq!((entries[0].number, entries[0].cause, entries[0].reverts), (3, Cause::Revert, Some(1)));
        assert_eq!(audited(&test, GUILD_SETTINGS_REVERT).await, 1);
        // Taking the taking back back is a change like any other.
        back(&room, 3, None).await.unwrap();
        assert_eq!(read(&room.services, &room.guild_id).await.unwrap().language, "de");
        // What is as it was before has nothing left to take back.
        back(&room, 4, None).await.unwrap();
        assert_eq!(trouble(back(&room, 1, None).await), Trouble::NothingToRevert);
        assert_eq!(trouble(back(&room, 99, None).await), Trouble::NoSuchRevision);
    }

    async fn what_was_changed_again_since_is_shown_before_it_is_taken_back(test: TestDb) {
        let room = room(&test).await;
        room.update(&json!({"language": "de", "timezone": "Asia/Tokyo"})).await.unwrap();
        room.update(&json!({"language": "fr"})).await.unwrap();
        let first = conflict(&room, 1, None).await;
        assert_eq!(first.changed_since, [Spot::find("language").unwrap()]);
        let shown: Vec<_> = first.differences.iter().map(|one| (one.spot.path(), &one.before)).collect();
        assert_eq!(shown, [("language".to_owned(), &json!("fr")), ("timezone".to_owned(), &json!("Asia/Tokyo"))]);
        assert_eq!(read(&room.services, &room.guild_id).await.unwrap().language, "fr");

        // Once more changed before the answer: shown once more.
        room.update(&json!({"language": "ja"})).await.unwrap();
        let second = conflict(&room, 1, Some(first.base)).await;
        assert_ne!(second.base, first.base);
        back(&room, 1, Some(second.base)).await.unwrap();
        let settings = read(&room.services, &room.guild_id).await.unwrap();
        assert_eq!((settings.language.as_str(), settings.timezone.as_str()), ("en", "UTC"));
    }

    async fn a_value_that_somebody_else_set_meanwhile_is_not_written_over(test: TestDb) {
        let room = room(&test).await;
        let other = second(&room).await;
        let base = shown(&room, "language").await;
        let done = put(&room, &other, "language", json!("fr"), base).await;
        assert!(matches!(done, Changed::Done(_)), "{done:?}");

        let asked = clash(&room, &room.admin, "language", json!("de"), base).await;
        assert_eq!((&asked.theirs, &asked.mine, asked.by.as_deref()), (&json!("fr"), &json!("de"), Some("12")));
        assert_eq!(read(&room.services, &room.guild_id).await.unwrap().language, "fr");
        // The same value is no conflict, and another place none either.
        put(&room, &room.admin, "language", json!("fr"), base).await;
        let zone = shown(&room, "timezone").await;
        put(&room, &room.admin, "timezone", json!("Asia/Tokyo"), zone).await;

        // Mine, but somebody was faster once more: shown again, and then it holds.
        let base = shown(&room, "language").await;
        put(&room, &other, "language", json!("ja"), base).await;
        let use_mine = |seen| apply(&room.services, &room.admin, &asked.id, seen);
        let again = use_mine(asked.base).await.unwrap();
        let Applied::Clash(again) = again else { panic!("{again:?}") };
        assert_eq!(again.theirs, json!("ja"));
        // The button under the first question says nothing of the second.
        let twice = use_mine(asked.base).await.unwrap();
        assert_eq!(twice, Applied::Clash(again.clone()));
        assert_eq!(read(&room.services, &room.guild_id).await.unwrap().language, "ja");
        let done = use_mine(again.base).await.unwrap();
        assert!(matches!(&done, Applied::Done(changed) if changed.len() == 1), "{done:?}");
        assert_eq!(read(&room.services, &room.guild_id).await.unwrap().language, "de");
        assert_eq!(trouble(use_mine(again.base).await), Trouble::Over);
    }

    async fn theirs_is_kept_and_nobody_answers_for_somebody_else(test: TestDb) {
        let room = room(&test).await;
        let other = second(&room).await;
        let base = shown(&room, "chat.channelPersonas.5").await;
        put(&room, &other, "chat.channelPersonas.5", json!("A cook."), base).await;
        put(&room, &other, "chat.channelPersonas.6", json!("A bard."), base).await;
        let asked = clash(&room, &room.admin, "chat.channelPersonas.5", json!("A pirate."), base).await;
        assert_eq!((&asked.theirs, asked.by.as_deref()), (&json!("A cook."), Some("12")));
        assert_eq!(trouble(apply(&room.services, &other, &asked.id, asked.base).await), Trouble::Over);
        let kept = give_up(&room.services, &room.admin, &asked.id).await.unwrap();
        assert_eq!(kept, Spot::find("chat.channelPersonas.5"));
        assert_eq!(trouble(give_up(&room.services, &room.admin, &asked.id).await), Trouble::Over);
        let settings = read(&room.services, &room.guild_id).await.unwrap();
        assert_eq!(settings.chat.channel_personas["5"], "A cook.");

        // A channel's text is taken away alone.
        let base = shown(&room, "chat.channelPersonas.5").await;
        put(&room, &room.admin, "chat.channelPersonas.5", Value::Null, base).await;
        let settings = read(&room.services, &room.guild_id).await.unwrap();
        assert_eq!(settings.chat.channel_personas.keys().collect::<Vec<_>>(), ["6"]);
    }

    async fn settings_that_two_admins_change_at_once_have_both_their_changes(test: TestDb) {
        let room = room(&test).await;
        let other = second(&room).await;
        let (language, timezone) = (shown(&room, "language").await, shown(&room, "timezone").await);
        let (one, two) = tokio::join!(
            put(&room, &room.admin, "language", json!("de"), language),
            put(&room, &other, "timezone", json!("Asia/Tokyo"), timezone),
        );
        assert!(matches!((&one, &two), (Changed::Done(_), Changed::Done(_))), "{one:?} {two:?}");
        // On the same key one of them is asked.
        let base = shown(&room, "retention.chatDays").await;
        let (one, two) = tokio::join!(
            put(&room, &room.admin, "retention.chatDays", json!(1), base),
            put(&room, &other, "retention.chatDays", json!(2), base),
        );
        let clashes = [&one, &two].into_iter().filter(|one| matches!(one, Changed::Clash(_)));
        assert_eq!(clashes.count(), 1, "{one:?} {two:?}");
        let mut numbers: Vec<i64> = entries(&room).await.iter().map(|entry| entry.number).collect();
        numbers.sort_unstable();
        assert_eq!(numbers, [1, 2, 3]);
        assert_eq!(audited(&test, GUILD_SETTINGS_UPDATE).await, 3);
    }

    async fn what_does_not_fit_is_refused_and_club_managers_change_nothing_here(test: TestDb) {
        let mut room = room(&test).await;
        let spot = Spot::of(Setting::find("timezone").unwrap());
        let base = shown(&room, "timezone").await;
        let refused = change(&room.services, &room.admin, &spot, json!("Mars"), base).await;
        assert!(matches!(refused, Err(Error::User(UserError::SettingRefused(_)))), "{refused:?}");

        room.update(&json!({"club": {"managerRoles": ["7"]}})).await.unwrap();
        let place = room.admin.membership.as_mut().unwrap();
        (place.manage_guild, place.is_owner) = (false, false);
        let week = Spot::of(Setting::find("club.week.day").unwrap());
        let refused = change(&room.services, &room.admin, &week, json!("mon"), base).await;
        assert!(matches!(refused, Err(Error::User(UserError::MayNotChangeSettings))), "{refused:?}");
        assert!(history(&room.services, &room.admin, None).await.is_err());
        assert!(back(&room, 1, None).await.is_err());
    }
}
