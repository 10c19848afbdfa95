//! Which snapshot of a week counts, and what it says.

use slimy_store::club::{self, Right};
use slimy_store::{Db, Id, on_both_engines};

use super::{SIM, TOTAL, committed, members, roster, seen, snapshot};
use crate::support::{at, is_invalid, person_in_guild};

async fn roll_back(db: &Db, (user, guild): &(Id, Id), id: &Id, second: i64) -> bool {
    committed!(db, |tx| async {
        let done = club::roll_back(&mut tx, guild, id, user, at(second)).await?;
        club::refresh_members(&mut tx, guild, at(second)).await?;
        Ok::<_, slimy_store::StoreError>(done)
    })
    .unwrap()
}

async fn undo(db: &Db, (_, guild): &(Id, Id), id: &Id, second: i64) -> bool {
    committed!(db, |tx| club::undo_roll_back(
        &mut tx,
        guild,
        id,
        at(second)
    ))
    .unwrap()
}

async fn current(db: &Db, guild: &Id) -> Vec<Id> {
    let all = club::current_snapshots(db, guild).await.unwrap();
    all.into_iter()
        .map(|snapshot| snapshot.analysis_id)
        .collect()
}

on_both_engines! {
    async fn saving_a_week_again_supersedes_it_and_a_lower_value_wins(test: TestDb) {
        let owner = person_in_guild(&test.db).await;
        let guild = &owner.1;
        let [ada, bea] = members(&test.db, guild, ["Ada", "Bea"]).await;
        snapshot(&test.db, &owner, ("2026-W01", SIM), &[(&ada, Some(900)), (&bea, Some(5))], at(1)).await;
        snapshot(&test.db, &owner, ("2026-W01", TOTAL), &[(&ada, Some(7))], at(2)).await;
        let again = snapshot(&test.db, &owner, ("2026-W01", SIM), &[(&ada, Some(90))], at(3)).await;
        assert_eq!(roster(&test.db, guild, "2026-W01", SIM).await, ["Ada 90"]);
        assert_eq!(roster(&test.db, guild, "2026-W01", TOTAL).await, ["Ada 7"]);
        let found = club::current_snapshot(&test.db, guild, "2026-W01", SIM).await.unwrap().unwrap();
        assert_eq!((found.analysis_id, found.total_members, found.saved_at), (again, Some(1), at(3)));
        let totals = club::totals(&test.db, guild, SIM).await.unwrap();
        assert_eq!(totals, [club::WeekTotal { week: "2026-W01".to_owned(), members: 1, with_power: 1, total: 90, corrected: false }]);
        // Bea is in no current snapshot, so she never was there.
        assert_eq!(seen(&test.db, guild, &bea).await, ["", "", ""]);
    }

    async fn of_two_saved_at_the_same_moment_one_counts(test: TestDb) {
        let owner = person_in_guild(&test.db).await;
        let [ada] = members(&test.db, &owner.1, ["Ada"]).await;
        let one = snapshot(&test.db, &owner, ("2026-W01", SIM), &[(&ada, Some(1))], at(1)).await;
        let other = snapshot(&test.db, &owner, ("2026-W01", SIM), &[(&ada, Some(2))], at(1)).await;
        let later = one.max(other);
        assert_eq!(current(&test.db, &owner.1).await, std::slice::from_ref(&later));
        let versions = club::versions(&test.db, &owner.1, "2026-W01", SIM).await.unwrap();
        assert_eq!((versions.len(), versions[0].current, versions[1].current), (2, true, false));
        assert_eq!(versions[0].snapshot.analysis_id, later);
    }

    async fn rolling_back_brings_the_one_before_back_and_undoing_it_forth(test: TestDb) {
        let owner = person_in_guild(&test.db).await;
        let (user, guild) = &owner;
        let [ada] = members(&test.db, guild, ["Ada"]).await;
        let first = snapshot(&test.db, &owner, ("2026-W01", SIM), &[(&ada, Some(1))], at(1)).await;
        let second = snapshot(&test.db, &owner, ("2026-W01", SIM), &[(&ada, Some(2))], at(2)).await;
        // A superseded one, and one of another guild, are not rolled back.
        assert!(!roll_back(&test.db, &owner, &first, 3).await);
        let elsewhere = committed!(test.db, |tx| club::roll_back(&mut tx, guild, &"other".into(), user, at(3)));
        assert!(!elsewhere.unwrap());
        assert!(roll_back(&test.db, &owner, &second, 4).await);
        assert!(!roll_back(&test.db, &owner, &second, 5).await);
        assert_eq!(roster(&test.db, guild, "2026-W01", SIM).await, ["Ada 1"]);
        assert_eq!(club::newest_saved(&test.db, guild).await.unwrap().unwrap().id, first);
        assert_eq!(club::newest_snapshot(&test.db, guild).await.unwrap().unwrap().analysis_id, first);
        let undone = club::newest_rolled_back(&test.db, guild, SIM).await.unwrap().unwrap();
        assert_eq!(undone.analysis_id, second);
        let versions = club::versions(&test.db, guild, "2026-W01", SIM).await.unwrap();
        let said: Vec<_> = versions.iter().map(|one| (one.current, one.rolled_back_at, one.rolled_back_by.as_ref())).collect();
        assert_eq!(said, [(false, Some(at(4)), Some(user)), (true, None, None)]);

        assert!(roll_back(&test.db, &owner, &first, 6).await);
        assert_eq!(current(&test.db, guild).await, [""; 0].map(Id::from));
        assert_eq!(seen(&test.db, guild, &ada).await, ["", "", ""]);
        assert!(undo(&test.db, &owner, &first, 7).await);
        assert!(undo(&test.db, &owner, &second, 8).await);
        assert!(!undo(&test.db, &owner, &second, 9).await);
        assert_eq!(roster(&test.db, guild, "2026-W01", SIM).await, ["Ada 2"]);
        assert_eq!(club::newest_rolled_back(&test.db, guild, SIM).await.unwrap(), None);
    }

    async fn a_later_rollback_of_the_other_power_hides_none(test: TestDb) {
        let owner = person_in_guild(&test.db).await;
        let (_, guild) = &owner;
        let [ada] = members(&test.db, guild, ["Ada"]).await;
        let sim = snapshot(&test.db, &owner, ("2026-W01", SIM), &[(&ada, Some(1))], at(1)).await;
        let total = snapshot(&test.db, &owner, ("2026-W02", TOTAL), &[(&ada, Some(2))], at(2)).await;
        assert!(roll_back(&test.db, &owner, &sim, 3).await);
        assert_eq!(club::newest_rolled_back(&test.db, guild, TOTAL).await.unwrap(), None);
        assert!(roll_back(&test.db, &owner, &total, 4).await);
        for (metric, expected) in [(SIM, sim), (TOTAL, total)] {
            let found = club::newest_rolled_back(&test.db, guild, metric).await.unwrap().unwrap();
            assert_eq!(found.analysis_id, expected);
        }
    }

    async fn a_deleted_snapshot_gives_way_to_the_one_before(test: TestDb) {
        let owner = person_in_guild(&test.db).await;
        let [ada, bea] = members(&test.db, &owner.1, ["Ada", "Bea"]).await;
        let first = snapshot(&test.db, &owner, ("2026-W01", SIM), &[(&ada, Some(1))], at(1)).await;
        let rows: &[(&Id, Option<i64>)] = &[(&ada, Some(2)), (&bea, Some(3))];
        let second = snapshot(&test.db, &owner, ("2026-W01", SIM), rows, at(2)).await;
        assert_eq!(seen(&test.db, &owner.1, &bea).await, ["2026-W01", "2026-W01", ""]);
        committed!(test.db, |tx| club::delete(&mut tx, &second, Right::Manager(&owner.1), at(3))).unwrap();
        assert_eq!(roster(&test.db, &owner.1, "2026-W01", SIM).await, ["Ada 1"]);
        assert_eq!(club::versions(&test.db, &owner.1, "2026-W01", SIM).await.unwrap().len(), 1);
        assert!(!undo(&test.db, &owner, &second, 4).await);
        // Who was there is said by what is left.
        assert_eq!(seen(&test.db, &owner.1, &ada).await, ["2026-W01", "2026-W01", ""]);
        assert_eq!(seen(&test.db, &owner.1, &bea).await, ["", "", ""]);
        committed!(test.db, |tx| club::delete(&mut tx, &first, Right::Manager(&owner.1), at(5))).unwrap();
        assert_eq!(seen(&test.db, &owner.1, &ada).await, ["", "", ""]);
    }

    async fn weeks_come_in_their_order_across_the_years(test: TestDb) {
        let owner = person_in_guild(&test.db).await;
        let guild = &owner.1;
        let [ada, bea] = members(&test.db, guild, ["Ada", "Bea"]).await;
        let rows: &[(&Id, Option<i64>)] = &[(&ada, Some(1)), (&bea, None)];
        let mut ids = Vec::new();
        for (n, week) in (1..).zip(["2026-W02", "2025-W52", "2025-W09", "2026-W01"]) {
            ids.push(snapshot(&test.db, &owner, (week, SIM), rows, at(n)).await);
        }
        let total = snapshot(&test.db, &owner, ("2026-W01", TOTAL), &[(&ada, Some(9))], at(9)).await;
        assert_eq!(current(&test.db, guild).await, [0, 3, 4, 1, 2].map(|n| [&ids[..], std::slice::from_ref(&total)].concat()[n].clone()));
        let latest = club::latest_snapshot(&test.db, guild, SIM).await.unwrap().unwrap();
        assert_eq!((&latest.analysis_id, latest.week.as_str()), (&ids[0], "2026-W02"));
        let before = club::snapshot_before(&test.db, guild, SIM, "2026-W01").await.unwrap().unwrap();
        assert_eq!(before.week, "2025-W52");
        assert_eq!(club::snapshot_before(&test.db, guild, SIM, "2025-W09").await.unwrap(), None);
        assert!(is_invalid(&club::snapshot_before(&test.db, guild, SIM, "last").await));
        assert_eq!(club::newest_snapshot(&test.db, guild).await.unwrap().unwrap().analysis_id, total);

        let of_ada = club::member_values(&test.db, guild, &ada).await.unwrap();
        let of_ada: Vec<_> = of_ada.iter().map(|one| (one.week.as_str(), one.metric, one.power)).collect();
        assert_eq!(of_ada, [
            ("2025-W09", SIM, Some(1)), ("2025-W52", SIM, Some(1)), ("2026-W01", SIM, Some(1)),
            ("2026-W01", TOTAL, Some(9)), ("2026-W02", SIM, Some(1)),
        ]);
        let totals = club::totals(&test.db, guild, SIM).await.unwrap();
        let totals: Vec<_> = totals.iter().map(|one| (one.week.as_str(), one.members, one.with_power, one.total)).collect();
        assert_eq!(totals, [("2026-W02", 2, 1, 1), ("2026-W01", 2, 1, 1), ("2025-W52", 2, 1, 1), ("2025-W09", 2, 1, 1)]);
        let some = club::history(&test.db, guild, SIM, "2025-W52", "2026-W01").await.unwrap();
        let weeks: Vec<_> = some.iter().map(|point| point.week.as_str()).collect();
        assert_eq!(weeks, ["2025-W52", "2025-W52", "2026-W01", "2026-W01"]);
        let both = club::values(&test.db, guild, &[latest, before]).await.unwrap();
        assert_eq!(both.len(), 4);
        let whole = club::whole_history(&test.db, guild, SIM).await.unwrap();
        let whole: Vec<_> = whole.iter().map(|value| (value.week.as_str(), value.name.as_str(), value.power)).collect();
        let weeks = ["2025-W09", "2025-W52", "2026-W01", "2026-W02"];
        assert_eq!(whole, weeks.map(|week| [(week, "Ada", Some(1)), (week, "Bea", None)]).concat());
        assert!(club::whole_history(&test.db, &"elsewhere".into(), SIM).await.unwrap().is_empty());
        assert_eq!((both[0].name.as_str(), both[0].confidence, both[0].last_seen.as_deref()), ("Ada", Some(0.97), Some("2h ago")));
        // Another guild asks for what is not its.
        assert!(club::member_values(&test.db, &"elsewhere".into(), &ada).await.unwrap().is_empty());
    }

    async fn a_member_has_departed_by_the_first_week_without_them(test: TestDb) {
        let owner = person_in_guild(&test.db).await;
        let guild = &owner.1;
        let [ada, bea, cleo] = members(&test.db, guild, ["Ada", "Bea", "Cleo"]).await;
        snapshot(&test.db, &owner, ("2026-W01", SIM), &[(&ada, Some(1)), (&bea, Some(1))], at(1)).await;
        snapshot(&test.db, &owner, ("2026-W03", TOTAL), &[(&ada, Some(1)), (&cleo, None)], at(2)).await;
        assert_eq!(seen(&test.db, guild, &ada).await, ["2026-W01", "2026-W03", ""]);
        assert_eq!(seen(&test.db, guild, &bea).await, ["2026-W01", "2026-W01", "2026-W03"]);
        assert_eq!(seen(&test.db, guild, &cleo).await, ["2026-W03", "2026-W03", ""]);
        // Back again, of the other metric.
        snapshot(&test.db, &owner, ("2026-W04", SIM), &[(&bea, Some(1))], at(3)).await;
        assert_eq!(seen(&test.db, guild, &bea).await, ["2026-W01", "2026-W04", ""]);
        assert_eq!(seen(&test.db, guild, &ada).await, ["2026-W01", "2026-W03", "2026-W04"]);
        let unchanged = committed!(test.db, |tx| club::refresh_members(&mut tx, guild, at(4))).unwrap();
        assert_eq!(unchanged, 0);
    }

    async fn two_saves_of_a_week_at_once_leave_the_members_of_the_later_one(test: TestDb) {
        let owner = person_in_guild(&test.db).await;
        let [ada, bea] = members(&test.db, &owner.1, ["Ada", "Bea"]).await;
        for round in 0..4 {
            let week = format!("2026-W{:02}", 10 + round);
            let tasks: Vec<_> = [(&ada, 2), (&bea, 1)]
                .map(|(member, second)| {
                    let (db, owner, member, week) = (test.db.clone(), owner.clone(), member.clone(), week.clone());
                    tokio::spawn(async move {
                        snapshot(&db, &owner, (&week, SIM), &[(&member, Some(1))], at(second)).await
                    })
                })
                .into();
            for task in tasks {
                task.await.unwrap();
            }
            assert_eq!(roster(&test.db, &owner.1, &week, SIM).await, ["Ada 1"]);
            assert_eq!(seen(&test.db, &owner.1, &ada).await, ["2026-W10", week.as_str(), ""]);
            assert_eq!(seen(&test.db, &owner.1, &bea).await, ["", "", ""]);
        }
    }

    async fn whoever_keeps_something_sees_that_it_is_out_of_date(test: TestDb) {
        let owner = person_in_guild(&test.db).await;
        let guild = &owner.1;
        let mut stamps = vec![club::newest_change(&test.db, guild).await.unwrap()];
        let [ada] = members(&test.db, guild, ["Ada"]).await;
        stamps.push(club::newest_change(&test.db, guild).await.unwrap());
        let id = snapshot(&test.db, &owner, ("2026-W01", SIM), &[(&ada, Some(1))], at(1)).await;
        stamps.push(club::newest_change(&test.db, guild).await.unwrap());
        let new = super::corrections::new(guild, &ada, ("2026-W01", SIM), 2, &owner.0);
        let set = committed!(test.db, |tx| club::set_correction(&mut tx, new, at(2))).unwrap();
        stamps.push(club::newest_change(&test.db, guild).await.unwrap());
        committed!(test.db, |tx| club::remove_correction(&mut tx, guild, &set.correction.id, &owner.0, at(2))).unwrap();
        stamps.push(club::newest_change(&test.db, guild).await.unwrap());
        assert!(roll_back(&test.db, &owner, &id, 3).await);
        stamps.push(club::newest_change(&test.db, guild).await.unwrap());
        assert_eq!(club::newest_change(&test.db, guild).await.unwrap(), stamps[5]);
        for (n, stamp) in stamps.iter().enumerate() {
            assert!(!stamps[..n].contains(stamp), "{n}: {stamps:#?}");
        }
    }
}
