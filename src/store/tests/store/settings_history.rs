//! The history of a guild's settings, and what waits to become part of it.

use serde_json::json;
use slimy_store::guilds::{self, Cause, NewProposal, NewRevision};
use slimy_store::{Db, Id, Json, StoreError, limits, on_both_engines};

use crate::club_history::committed;
use crate::support::{at, count, new_user, person_in_guild, raw};

fn revision(guild: &Id, user: &Id, language: &str) -> NewRevision {
    NewRevision {
        guild_id: guild.clone(),
        user_id: Some(user.clone()),
        cause: Cause::Change,
        reverts: None,
        changes: Json(json!({ "language": { "before": null, "after": language } })),
    }
}

async fn record(db: &Db, new: NewRevision, second: i64) -> i64 {
    committed!(db, |tx| async {
        guilds::record_revision(&mut tx, new, at(second)).await
    })
    .unwrap()
}

async fn numbers(db: &Db, guild: &Id, from: Option<i64>, limit: usize) -> Vec<i64> {
    let found = guilds::list_revisions(db, guild, from, limit)
        .await
        .unwrap();
    found.into_iter().map(|one| one.number).collect()
}

async fn propose(db: &Db, (guild, user): (&Id, &Id), n: i64) -> Id {
    let new = NewProposal {
        guild_id: guild.clone(),
        user_id: user.clone(),
        content: Json(json!({ "n": n })),
        base: "0".to_owned(),
        expires_at: at(n + 100),
    };
    committed!(db, |tx| async {
        guilds::propose(&mut tx, new, at(n)).await
    })
    .unwrap()
}

on_both_engines! {
    async fn changes_are_numbered_for_each_guild_and_come_newest_first(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let other = guilds::upsert(&test.db, crate::support::new_guild("2", "O"), at(0)).await.unwrap().row.id;
        for n in 1..=5 {
            assert_eq!(record(&test.db, revision(&guild, &user, "de"), n).await, n);
        }
        let back = NewRevision { cause: Cause::Revert, reverts: Some(5), user_id: None, ..revision(&guild, &user, "en") };
        assert_eq!(record(&test.db, back, 6).await, 6);
        assert_eq!(record(&test.db, revision(&other, &user, "fr"), 7).await, 1);

        assert_eq!(numbers(&test.db, &guild, None, 4).await, [6, 5, 4, 3]);
        assert_eq!(numbers(&test.db, &guild, Some(2), 4).await, [2, 1]);
        assert_eq!(numbers(&test.db, &other, None, 100).await, [1]);
        let refused = guilds::list_revisions(&test.db, &guild, None, 101).await;
        assert!(matches!(refused, Err(StoreError::Limit { .. })), "{refused:?}");

        let newest = guilds::find_revision(&test.db, &guild, 6).await.unwrap().unwrap();
        assert_eq!((newest.cause, newest.reverts, newest.user_id, newest.user_discord_id), (Cause::Revert, Some(5), None, None));
        let first = guilds::find_revision(&test.db, &guild, 1).await.unwrap().unwrap();
        assert_eq!((first.user_id, first.user_discord_id.as_deref()), (Some(user), Some("11")));
        assert_eq!((first.created_at, first.changes.0), (at(1), json!({ "language": { "before": null, "after": "de" } })));
        assert_eq!(guilds::find_revision(&test.db, &guild, 7).await.unwrap(), None);
    }

    async fn the_newest_thousand_of_a_guild_are_kept_and_all_of_ninety_days(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        for n in 1..=3 {
            record(&test.db, revision(&guild, &user, "de"), n).await;
        }
        for (is, was) in [(1_500, 3), (1_400, 2)] {
            raw(&test, &[format!("UPDATE guild_settings_revisions SET number = {is} WHERE number = {was}")]).await.unwrap();
        }
        assert_eq!(limits::SETTINGS_REVISIONS, 1_000);
        let kept = i64::try_from(limits::SETTINGS_REVISIONS_KEPT.as_secs()).unwrap();
        assert_eq!(kept, 90 * 86_400);
        // However many there are: it is not ninety days yet.
        assert_eq!(record(&test.db, revision(&guild, &user, "fr"), kept).await, 1_501);
        assert_eq!(numbers(&test.db, &guild, None, 9).await, [1_501, 1_500, 1_400, 1]);
        assert_eq!(record(&test.db, revision(&guild, &user, "ja"), kept + 1).await, 1_502);
        assert_eq!(numbers(&test.db, &guild, None, 9).await, [1_502, 1_501, 1_500, 1_400]);
        // However old they are: they are of the newest thousand.
        assert_eq!(record(&test.db, revision(&guild, &user, "es"), 2 * kept).await, 1_503);
        assert_eq!(numbers(&test.db, &guild, None, 9).await, [1_503, 1_502, 1_501, 1_500, 1_400]);
    }

    async fn it_is_known_how_much_of_a_guild_was_changed_lately(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let other = guilds::upsert(&test.db, crate::support::new_guild("2", "O"), at(0)).await.unwrap().row.id;
        let lately = async |since| guilds::changed_since(&test.db, &guild, at(since), limits::SETTINGS_CHANGES_A_DAY).await.unwrap();
        assert_eq!(lately(0).await, guilds::Lately { changes: 0, bytes: 0 });
        record(&test.db, revision(&other, &user, "de"), 5).await;
        for n in 1..=3 {
            record(&test.db, revision(&guild, &user, "de"), n).await;
        }
        let all = lately(0).await;
        assert_eq!(all.changes, 3);
        let one = lately(2).await;
        assert_eq!((one.changes, one.bytes * 3), (1, all.bytes));
        let snail = revision(&guild, &user, &"🐌".repeat(500));
        record(&test.db, snail, 4).await;
        assert!(lately(3).await.bytes > 2_000, "bytes, and not letters");
    }

    async fn what_waits_is_there_for_its_person_until_it_runs_out(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let other = slimy_store::users::upsert(&test.db, new_user("99"), at(0)).await.unwrap().row.id;
        let id = propose(&test.db, (&guild, &user), 1).await;
        let found = guilds::find_proposal(&test.db, (&guild, &user), &id, at(100)).await.unwrap().unwrap();
        assert_eq!((found.content.0, found.base.as_str()), (json!({ "n": 1 }), "0"));
        guilds::rebase_proposal(&test.db, &id, "later").await.unwrap();
        let found = guilds::find_proposal(&test.db, (&guild, &user), &id, at(100)).await.unwrap().unwrap();
        assert_eq!(found.base, "later");
        for (guild, user, second) in [(&guild, &user, 101), (&guild, &other, 5), (&other, &user, 5)] {
            assert_eq!(guilds::find_proposal(&test.db, (guild, user), &id, at(second)).await.unwrap(), None);
        }
        assert!(!guilds::drop_proposal(&test.db, (&guild, &other), &id).await.unwrap());
        assert!(guilds::drop_proposal(&test.db, (&guild, &user), &id).await.unwrap());
        assert!(!guilds::drop_proposal(&test.db, (&guild, &user), &id).await.unwrap());
    }

    async fn of_what_waits_for_a_person_the_newest_few_are_kept(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let mut ids = Vec::new();
        for n in 0..12 {
            ids.push(propose(&test.db, (&guild, &user), n).await);
        }
        assert_eq!(count(&test, "SELECT count(*) FROM guild_settings_proposals").await, limits::SETTINGS_PROPOSALS);
        for (n, id) in ids.iter().enumerate() {
            let found = guilds::find_proposal(&test.db, (&guild, &user), id, at(50)).await.unwrap();
            assert_eq!(found.is_some(), n >= 2, "{n}");
        }
        let long = NewProposal {
            guild_id: guild, user_id: user, base: String::new(), expires_at: at(1),
            content: Json(json!("x".repeat(limits::SETTINGS_BYTES))),
        };
        let mut tx = test.db.begin().await.unwrap();
        let refused = guilds::propose(&mut tx, long, at(1)).await;
        assert!(matches!(refused, Err(StoreError::Limit { .. })), "{refused:?}");
    }
}
