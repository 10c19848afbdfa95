//! Values that managers set.

use slimy_store::club::{self, CorrectionFilter, Metric, NewCorrection};
use slimy_store::{Db, Id, PageRequest, StoreError, limits, on_both_engines};

use super::{SIM, TOTAL, committed, is_limit, members, roster, seen, snapshot};
use crate::support::{at, count, is_invalid, person_in_guild, some};

pub(super) fn new(
    guild: &Id,
    member: &Id,
    (week, metric): (&str, Metric),
    value: i64,
    by: &Id,
) -> NewCorrection {
    NewCorrection {
        guild_id: guild.clone(),
        member_id: member.clone(),
        metric,
        week: week.to_owned(),
        value,
        reason: some("misread"),
        created_by: by.clone(),
    }
}

async fn set(db: &Db, new: NewCorrection, second: i64) -> Result<club::CorrectionSet, StoreError> {
    let guild = new.guild_id.clone();
    committed!(db, |tx| async {
        let done = club::set_correction(&mut tx, new, at(second)).await?;
        club::refresh_members(&mut tx, &guild, at(second)).await?;
        Ok::<_, StoreError>(done)
    })
}

on_both_engines! {
    async fn a_correction_counts_wherever_the_value_is_used(test: TestDb) {
        let owner = person_in_guild(&test.db).await;
        let (user, guild) = &owner;
        let [ada, bea, cleo] = members(&test.db, guild, ["Ada", "Bea", "Cleo"]).await;
        snapshot(&test.db, &owner, ("2026-W01", SIM), &[(&ada, Some(100)), (&bea, None)], at(1)).await;
        snapshot(&test.db, &owner, ("2026-W01", TOTAL), &[(&ada, Some(1_000))], at(1)).await;
        let first = set(&test.db, new(guild, &ada, ("2026-W01", SIM), 90, user), 2).await.unwrap();
        assert_eq!(first.replaced, None);
        let second = set(&test.db, new(guild, &ada, ("2026-W01", SIM), 95, user), 3).await.unwrap();
        assert_eq!(second.replaced.as_ref().map(|one| (one.value, one.removed_at)), Some((90, Some(at(3)))));
        set(&test.db, new(guild, &bea, ("2026-W01", SIM), 5, user), 4).await.unwrap();
        set(&test.db, new(guild, &cleo, ("2026-W01", SIM), 7, user), 5).await.unwrap();
        // Of a week that nobody scanned.
        set(&test.db, new(guild, &cleo, ("2025-W50", SIM), 6, user), 6).await.unwrap();

        assert_eq!(roster(&test.db, guild, "2026-W01", SIM).await, ["Ada 95*", "Bea 5*", "Cleo 7*"]);
        assert_eq!(roster(&test.db, guild, "2026-W01", TOTAL).await, ["Ada 1000"]);
        let totals = club::totals(&test.db, guild, SIM).await.unwrap();
        assert_eq!(totals, [club::WeekTotal { week: "2026-W01".to_owned(), members: 3, with_power: 3, total: 107, corrected: true }]);
        let mut points = club::history(&test.db, guild, SIM, "2025-W01", "2026-W52").await.unwrap();
        points.sort_by_key(|point| point.power);
        let points: Vec<_> = points.iter().map(|point| (point.week.as_str(), point.power, point.corrected)).collect();
        assert_eq!(points, [("2026-W01", Some(5), true), ("2026-W01", Some(7), true), ("2026-W01", Some(95), true)]);
        let of_cleo = club::member_values(&test.db, guild, &cleo).await.unwrap();
        let of_cleo: Vec<_> = of_cleo.iter().map(|one| (one.week.as_str(), one.power, one.corrected, one.confidence)).collect();
        assert_eq!(of_cleo, [("2025-W50", Some(6), true, None), ("2026-W01", Some(7), true, None)]);
        // A correction says that somebody was there.
        assert_eq!(seen(&test.db, guild, &cleo).await, ["2025-W50", "2026-W01", ""]);

        let removed = committed!(test.db, |tx| club::remove_correction(&mut tx, guild, &second.correction.id, user, at(9)));
        assert_eq!(removed.unwrap().unwrap().removed_by.as_ref(), Some(user));
        let again = committed!(test.db, |tx| club::remove_correction(&mut tx, guild, &second.correction.id, user, at(9)));
        assert_eq!(again.unwrap(), None);
        // What was read counts again, and not the correction before.
        assert_eq!(roster(&test.db, guild, "2026-W01", SIM).await, ["Ada 100", "Bea 5*", "Cleo 7*"]);
        let elsewhere = club::find_correction(&test.db, &"elsewhere".into(), &second.correction.id).await.unwrap();
        assert_eq!(elsewhere, None);
        let found = club::find_correction(&test.db, guild, &second.correction.id).await.unwrap().unwrap();
        assert_eq!(found.removed_at, Some(at(9)));
    }

    async fn corrections_are_listed_by_what_they_are_about(test: TestDb) {
        let (user, guild) = &person_in_guild(&test.db).await;
        let [ada, bea] = members(&test.db, guild, ["Ada", "Bea"]).await;
        for (n, (member, week, metric)) in (1..).zip([
            (&ada, "2026-W01", SIM), (&ada, "2026-W01", SIM), (&ada, "2026-W02", TOTAL), (&bea, "2026-W02", SIM),
        ]) {
            set(&test.db, new(guild, member, (week, metric), n, user), n).await.unwrap();
        }
        let list = async |filter: CorrectionFilter| {
            let page = club::list_corrections(&test.db, guild, &filter, &PageRequest::first(10)).await.unwrap();
            page.items.iter().map(|one| one.value).collect::<Vec<_>>()
        };
        let all = CorrectionFilter::default;
        assert_eq!(list(all()).await, [4, 3, 2]);
        assert_eq!(list(CorrectionFilter { removed: true, ..all() }).await, [4, 3, 2, 1]);
        assert_eq!(list(CorrectionFilter { member_id: Some(ada.clone()), ..all() }).await, [3, 2]);
        assert_eq!(list(CorrectionFilter { metric: Some(TOTAL), ..all() }).await, [3]);
        assert_eq!(list(CorrectionFilter { week: some("2026-W01"), ..all() }).await, [2]);
        let first = club::list_corrections(&test.db, guild, &all(), &PageRequest::first(2)).await.unwrap();
        let rest = PageRequest::after(2, first.next.unwrap());
        let rest = club::list_corrections(&test.db, guild, &all(), &rest).await.unwrap();
        assert_eq!(rest.items.iter().map(|one| one.value).collect::<Vec<_>>(), [2]);
        let back = PageRequest::before(2, rest.previous.unwrap());
        let back = club::list_corrections(&test.db, guild, &all(), &back).await.unwrap();
        assert_eq!(back.items, first.items);

        let active = club::active_corrections(&test.db, guild, "2026-W02", "2026-W09").await.unwrap();
        assert_eq!(active.iter().map(|one| one.value).collect::<Vec<_>>(), [4, 3]);
    }

    async fn of_many_corrections_at_once_one_counts_and_all_are_kept(test: TestDb) {
        let owner = person_in_guild(&test.db).await;
        let [ada] = members(&test.db, &owner.1, ["Ada"]).await;
        snapshot(&test.db, &owner, ("2026-W01", SIM), &[(&ada, Some(1))], at(1)).await;
        let tasks: Vec<_> = (0..8)
            .map(|n| {
                let (db, new) = (test.db.clone(), new(&owner.1, &ada, ("2026-W01", SIM), 100 + n, &owner.0));
                tokio::spawn(async move { set(&db, new, n).await.unwrap() })
            })
            .collect();
        let mut replaced = 0;
        for task in tasks {
            replaced += u32::from(task.await.unwrap().replaced.is_some());
        }
        assert_eq!(replaced, 7);
        assert_eq!(count(&test, "SELECT count(*) FROM club_corrections").await, 8);
        assert_eq!(count(&test, "SELECT count(*) FROM club_corrections WHERE removed_at IS NULL").await, 1);
    }

    async fn what_cannot_be_corrected_is_refused(test: TestDb) {
        let (user, guild) = &person_in_guild(&test.db).await;
        let [ada] = members(&test.db, guild, ["Ada"]).await;
        let good = || new(guild, &ada, ("2026-W01", SIM), 1, user);
        for week in ["", "2026-W1", "2026-47", "2026-W471", "today", "2026-Wxx", "é026-W0"] {
            let refused = set(&test.db, NewCorrection { week: week.to_owned(), ..good() }, 1).await;
            assert!(is_invalid(&refused), "{week}: {refused:?}");
        }
        for value in [-1, limits::CLUB_POWER + 1, i64::MAX] {
            let refused = set(&test.db, NewCorrection { value, ..good() }, 1).await;
            assert!(is_invalid(&refused), "{value}: {refused:?}");
        }
        let reason = "é".repeat(limits::CLUB_REASON + 1);
        assert!(is_limit(&set(&test.db, NewCorrection { reason: Some(reason), ..good() }, 1).await));
        let nobody = set(&test.db, NewCorrection { member_id: "nobody".into(), ..good() }, 1).await;
        assert!(matches!(nobody, Err(StoreError::NotFound)), "{nobody:?}");
        assert_eq!(count(&test, "SELECT count(*) FROM club_corrections").await, 0);
        set(&test.db, NewCorrection { value: limits::CLUB_POWER, ..good() }, 1).await.unwrap();
    }
}
