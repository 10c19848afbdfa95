//! A guild's settings are merged key by key.

use serde_json::{Value, json};
use slimy_store::guilds::{self, SettingsChange, SettingsError};
use slimy_store::{Db, Id, Json, StoreError, on_both_engines};

use crate::support::{at, is_invalid, new_guild};

async fn guild(db: &Db) -> Id {
    guilds::upsert(db, new_guild("1", "G"), at(0))
        .await
        .unwrap()
        .row
        .id
}

async fn stored(db: &Db, id: &Id) -> Option<Json> {
    guilds::find(db, id).await.unwrap().unwrap().settings
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "a check that agrees to everything"
)]
fn fine(_: &Value) -> Result<(), &'static str> {
    Ok(())
}

async fn merge(db: &Db, id: &Id, patch: Value, second: i64) -> SettingsChange {
    let mut tx = db.begin().await.unwrap();
    let change = guilds::merge_settings(&mut tx, id, &patch, fine, at(second))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    change
}

on_both_engines! {
    async fn a_change_keeps_the_keys_that_it_does_not_name(test: TestDb) {
        let id = guild(&test.db).await;
        let first = merge(&test.db, &id, json!({"chat": {"on": true, "model": "x"}, "n": 1}), 1).await;
        assert_eq!(first.before, json!({}));
        let change = merge(&test.db, &id, json!({"chat": {"model": null, "persona": "ü🐌"}}), 2).await;
        assert_eq!(change.before, first.after);
        assert_eq!(change.after, json!({"chat": {"on": true, "persona": "ü🐌"}, "n": 1}));
        let found = guilds::find(&test.db, &id).await.unwrap().unwrap();
        assert_eq!(found.settings, Some(Json(change.after)));
        assert_eq!(found.updated_at, at(2));
    }

    async fn a_change_that_changes_nothing_writes_nothing(test: TestDb) {
        let id = guild(&test.db).await;
        let change = merge(&test.db, &id, json!({"a": null}), 1).await;
        assert_eq!((change.before, change.after), (json!({}), json!({})));
        assert_eq!(stored(&test.db, &id).await, None);
        merge(&test.db, &id, json!({"a": 1}), 2).await;
        merge(&test.db, &id, json!({}), 3).await;
        assert_eq!(guilds::find(&test.db, &id).await.unwrap().unwrap().updated_at, at(2));
        merge(&test.db, &id, json!({"a": null}), 4).await;
        assert_eq!(stored(&test.db, &id).await, Some(Json(json!({}))));
    }

    async fn what_the_check_refuses_is_not_written(test: TestDb) {
        let id = guild(&test.db).await;
        merge(&test.db, &id, json!({"a": 1}), 1).await;
        let mut tx = test.db.begin().await.unwrap();
        let refuse = |after: &Value| Err::<(), _>(after.clone());
        let refused = guilds::merge_settings(&mut tx, &id, &json!({"b": 2}), refuse, at(2)).await;
        let Err(SettingsError::Refused(seen)) = refused else { panic!("{refused:?}") };
        assert_eq!(seen, json!({"a": 1, "b": 2}));
        tx.commit().await.unwrap();
        let found = guilds::find(&test.db, &id).await.unwrap().unwrap();
        assert_eq!((found.settings, found.updated_at), (Some(Json(json!({"a": 1}))), at(1)));
    }

    async fn settings_of_no_guild_and_settings_that_are_no_object_are_refused(test: TestDb) {
        let id = guild(&test.db).await;
        let mut tx = test.db.begin().await.unwrap();
        let nowhere = guilds::merge_settings(&mut tx, &"x".into(), &json!({}), fine, at(1)).await;
        assert!(matches!(nowhere, Err(SettingsError::Store(StoreError::NotFound))), "{nowhere:?}");
        for patch in [json!(null), json!([1]), json!("text")] {
            let refused = guilds::merge_settings(&mut tx, &id, &patch, fine, at(1)).await;
            let Err(SettingsError::Store(error)) = refused else { panic!("{refused:?}") };
            assert!(is_invalid::<()>(&Err(error)));
        }
        let nul = guilds::merge_settings(&mut tx, &id, &json!({"a": "\0"}), fine, at(1)).await;
        assert!(matches!(nul, Err(SettingsError::Store(StoreError::Invalid { .. }))), "{nul:?}");
    }

    async fn two_who_change_different_keys_at_once_both_win(test: TestDb) {
        let id = guild(&test.db).await;
        let other = test.open_again().await;
        let tasks: Vec<_> = (0..20)
            .map(|n| {
                let db = if n % 2 == 0 { test.db.clone() } else { other.clone() };
                let id = id.clone();
                tokio::spawn(async move { merge(&db, &id, json!({ format!("key{n}"): n }), n).await })
            })
            .collect();
        for task in tasks {
            task.await.unwrap();
        }
        let Some(Json(Value::Object(settings))) = stored(&test.db, &id).await else { panic!() };
        assert_eq!(settings.len(), 20);
    }

    async fn the_second_waits_for_the_first_and_builds_on_it(test: TestDb) {
        let id = guild(&test.db).await;
        let other = test.open_again().await;
        let mut first = test.db.begin().await.unwrap();
        guilds::merge_settings(&mut first, &id, &json!({"a": 1}), fine, at(1)).await.unwrap();
        let second = tokio::spawn({
            let id = id.clone();
            async move { merge(&other, &id, json!({"b": 2}), 2).await }
        });
        first.commit().await.unwrap();
        let change = second.await.unwrap();
        assert_eq!(change.after["b"], 2);
        assert_eq!(stored(&test.db, &id).await, Some(Json(json!({"a": 1, "b": 2}))));
    }
}
