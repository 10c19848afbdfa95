//! Files that were imported and taken back, and what was saved though it counts no more.

use slimy_store::club::{self, NewImport, Past};
use slimy_store::{Db, Id, Json, StoreError, Timestamp, on_both_engines};

use super::{SIM, TOTAL, committed, members, roster, seen, snapshot};
use crate::support::{at, is_invalid, person_in_guild};

/// A file that was confirmed.
async fn confirmed(db: &Db, (user, guild): &(Id, Id), when: Timestamp) -> Id {
    let waiting = NewImport {
        guild_id: guild.clone(),
        user_id: user.clone(),
        channel_id: None,
        summary: "Import of a.csv".to_owned(),
        payload: Json(serde_json::json!({})),
        expires_at: at(1_000),
    };
    let id = club::create_import(db, waiting, at(0)).await.unwrap();
    assert!(club::discard(db, &id, when).await.unwrap());
    id
}

async fn take_back(db: &Db, (user, guild): &(Id, Id), id: &Id, second: i64) -> (u64, u64) {
    let taken = committed!(db, |tx| async {
        let taken = club::take_import_back(&mut tx, guild, id, user, at(second)).await?;
        club::refresh_members(&mut tx, guild, at(second)).await?;
        Ok::<_, StoreError>(taken)
    });
    let taken = taken.unwrap();
    (taken.snapshots, taken.corrections)
}

async fn correct(db: &Db, owner: &(Id, Id), member: &Id, value: i64, second: i64) {
    let (user, guild) = owner;
    let new = super::corrections::new(guild, member, ("2026-W01", SIM), value, user);
    let set = committed!(db, |tx| club::set_correction(&mut tx, new, at(second)));
    set.unwrap();
}

on_both_engines! {
    async fn a_file_is_taken_back_as_a_whole_and_nothing_else_with_it(test: TestDb) {
        let owner = person_in_guild(&test.db).await;
        let guild = &owner.1;
        let [ada, bea] = members(&test.db, guild, ["Ada", "Bea"]).await;
        snapshot(&test.db, &owner, ("2026-W01", SIM), &[(&ada, Some(1)), (&bea, Some(2))], at(1)).await;
        correct(&test.db, &owner, &ada, 3, 2).await;
        let file = confirmed(&test.db, &owner, at(9)).await;
        snapshot(&test.db, &owner, ("2026-W01", SIM), &[(&ada, Some(10))], at(9)).await;
        snapshot(&test.db, &owner, ("2026-W02", TOTAL), &[(&ada, Some(11))], at(9)).await;
        correct(&test.db, &owner, &ada, 12, 9).await;
        snapshot(&test.db, &owner, ("2026-W03", SIM), &[(&ada, Some(13))], at(10)).await;
        assert_eq!(roster(&test.db, guild, "2026-W01", SIM).await, ["Ada 12*"]);

        assert_eq!(take_back(&test.db, &owner, &file, 11).await, (2, 1));
        assert_eq!(roster(&test.db, guild, "2026-W01", SIM).await, ["Ada 3*", "Bea 2"]);
        assert!(roster(&test.db, guild, "2026-W02", TOTAL).await.is_empty());
        assert_eq!(roster(&test.db, guild, "2026-W03", SIM).await, ["Ada 13"]);
        assert_eq!(seen(&test.db, guild, &bea).await, ["2026-W01", "2026-W01", "2026-W03"]);
        assert_eq!(take_back(&test.db, &owner, &file, 12).await, (0, 0), "twice takes back once");
        assert_eq!(take_back(&test.db, &owner, &"nothing".into(), 12).await, (0, 0));
    }

    async fn what_was_taken_away_is_still_known_for_a_while(test: TestDb) {
        let owner = person_in_guild(&test.db).await;
        let (user, guild) = &owner;
        let db = &test.db;
        let [ada, bea] = members(db, guild, ["Ada", "Bea"]).await;
        let first = snapshot(db, &owner, ("2026-W01", SIM), &[(&ada, Some(1))], at(1)).await;
        let second = snapshot(db, &owner, ("2026-W02", SIM), &[(&bea, Some(2)), (&ada, Some(4))], at(2)).await;
        let third = snapshot(db, &owner, ("2026-W02", SIM), &[(&ada, Some(3))], at(3)).await;
        snapshot(db, &owner, ("2026-W02", TOTAL), &[(&ada, Some(9))], at(4)).await;
        let last = |week: &'static str, since| async move {
            let past = club::last_saved(db, guild, SIM, week, at(since)).await.unwrap();
            past.map(|Past { analysis_id, .. }| analysis_id)
        };
        assert_eq!(last("2026-W09", 0).await, Some(third.clone()));
        assert_eq!(last("2026-W01", 0).await, Some(first.clone()));
        assert_eq!(last("2025-W52", 0).await, None);

        committed!(db, |tx| club::roll_back(&mut tx, guild, &third, user, at(20))).unwrap();
        assert_eq!(last("2026-W02", 20).await, Some(third.clone()));
        assert_eq!(last("2026-W02", 21).await, Some(second.clone()), "that was too long ago");
        test.execute("UPDATE club_analyses SET deleted_at = updated_at WHERE rolled_back_at IS NOT NULL").await;
        assert_eq!(last("2026-W02", 20).await, Some(third.clone()), "deleted, too");
        assert_eq!(last("2026-W02", 21).await, Some(second.clone()));

        correct(db, &owner, &ada, 40, 30).await;
        let past = club::last_saved(db, guild, SIM, "2026-W02", at(21)).await.unwrap().unwrap();
        assert_eq!(past.week, "2026-W02");
        let read = club::values_as_read(db, guild, SIM, &past).await.unwrap();
        let read: Vec<_> = read.iter().map(|value| (value.name.as_str(), value.power, value.corrected)).collect();
        assert_eq!(read, [("Bea", Some(2), false), ("Ada", Some(4), false)]);
        assert!(is_invalid(&club::last_saved(db, guild, SIM, "last", at(0)).await));
        assert_eq!(club::last_saved(db, &"elsewhere".into(), SIM, "2026-W09", at(0)).await.unwrap(), None);
    }
}
