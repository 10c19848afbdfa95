//! A draft becomes the snapshots of a week, and so does what was saved before there were any.

use slimy_store::club::{self, NewSaved, Source};
use slimy_store::{Id, StoreError, limits, on_both_engines};

use super::{SIM, TOTAL, committed, members, of_week, roster, seen};
use crate::support::{at, count, is_invalid, new_draft, new_user, person_in_guild, saved_analysis};

on_both_engines! {
    async fn a_draft_of_both_metrics_becomes_two_snapshots(test: TestDb) {
        let (user, guild) = &person_in_guild(&test.db).await;
        let second = slimy_store::users::upsert(&test.db, new_user("12"), at(0)).await.unwrap().row.id;
        let [ada] = members(&test.db, guild, ["Ada"]).await;
        let draft = club::create_draft(&test.db, new_draft(user, guild, "May"), at(1)).await.unwrap();
        let sim = NewSaved { approved_by: Some(second.clone()), ..of_week("2026-W01", SIM, &[(&ada, Some(5))]) };
        let total = of_week("2026-W01", TOTAL, &[(&ada, Some(50))]);
        let other = committed!(test.db, |tx| async {
            assert!(club::save(&mut tx, &draft.id, &sim, at(2)).await?);
            let other = club::save_sibling(&mut tx, &draft.id, &total, TOTAL, at(2)).await?;
            club::refresh_members(&mut tx, guild, at(2)).await?;
            Ok::<_, StoreError>(other)
        })
        .unwrap();

        assert_eq!(roster(&test.db, guild, "2026-W01", SIM).await, ["Ada 5"]);
        assert_eq!(roster(&test.db, guild, "2026-W01", TOTAL).await, ["Ada 50"]);
        assert_eq!(seen(&test.db, guild, &ada).await, ["2026-W01", "2026-W01", ""]);
        let saved = club::find(&test.db, &draft.id).await.unwrap().unwrap();
        let sibling = club::find(&test.db, &other).await.unwrap().unwrap();
        assert_eq!((saved.approved_by, saved.source), (Some(second), Source::Screenshots));
        assert_eq!((&sibling.title, &sibling.user_id, sibling.created_at), (&saved.title, &saved.user_id, saved.created_at));
        assert_eq!((sibling.metric, sibling.saved_at, sibling.channel_id), (TOTAL, Some(at(2)), saved.channel_id));
        let hits = club::search_saved(&test.db, guild, "may\n1 mem", 5).await.unwrap();
        assert_eq!(hits.len(), 2);
        let rows = club::find_with_relations(&test.db, &other).await.unwrap().unwrap().powers;
        assert_eq!((rows[0].member.as_str(), rows[0].member_id.as_ref()), ("as it was read", Some(&ada)));
        // A draft has no sibling.
        let draft = club::create_draft(&test.db, new_draft(user, guild, "June"), at(1)).await.unwrap();
        let refused = committed!(test.db, |tx| club::save_sibling(&mut tx, &draft.id, &total, TOTAL, at(3)));
        assert!(matches!(refused, Err(StoreError::NotFound)), "{refused:?}");
    }

    async fn either_metric_of_a_draft_is_saved_alone(test: TestDb) {
        let (user, guild) = &person_in_guild(&test.db).await;
        let [ada] = members(&test.db, guild, ["Ada"]).await;
        let draft = club::create_draft(&test.db, new_draft(user, guild, "May"), at(1)).await.unwrap();
        assert_eq!(draft.metric, SIM);
        let total = of_week("2026-W01", TOTAL, &[(&ada, Some(50))]);
        assert!(committed!(test.db, |tx| club::save_as(&mut tx, &draft.id, TOTAL, &total, at(2))).unwrap());
        assert!(!committed!(test.db, |tx| club::save_as(&mut tx, &draft.id, SIM, &total, at(2))).unwrap());
        assert_eq!(roster(&test.db, guild, "2026-W01", TOTAL).await, ["Ada 50"]);
        assert_eq!(club::current_snapshot(&test.db, guild, "2026-W01", SIM).await.unwrap(), None);
    }

    async fn rows_that_a_week_cannot_count_are_refused(test: TestDb) {
        let (user, guild) = &person_in_guild(&test.db).await;
        let [ada, bea] = members(&test.db, guild, ["Ada", "Bea"]).await;
        let draft = club::create_draft(&test.db, new_draft(user, guild, "May"), at(1)).await.unwrap();
        let good = of_week("2026-W01", SIM, &[(&ada, Some(0)), (&bea, Some(limits::CLUB_POWER))]);
        let mut nobodys = good.clone();
        nobodys.powers[1].member_id = None;
        for bad in [
            of_week("2026-W1", SIM, &[]),
            of_week("2026-W01", SIM, &[(&ada, Some(-1))]),
            of_week("2026-W01", SIM, &[(&ada, Some(limits::CLUB_POWER + 1))]),
            of_week("2026-W01", SIM, &[(&ada, Some(1)), (&ada, None)]),
            nobodys,
        ] {
            let refused = committed!(test.db, |tx| club::save(&mut tx, &draft.id, &bad, at(2)));
            assert!(is_invalid(&refused), "{bad:?}: {refused:?}");
        }
        assert!(committed!(test.db, |tx| club::save(&mut tx, &draft.id, &good, at(2))).unwrap());
    }

    async fn what_was_saved_without_a_week_is_adopted_once(test: TestDb) {
        let (user, guild) = &person_in_guild(&test.db).await;
        let [alice, bob] = members(&test.db, guild, ["Alice", "Bób"]).await;
        let old = saved_analysis(&test.db, user, guild, "old", at(1)).await;
        let older = saved_analysis(&test.db, user, guild, "older", at(0)).await;
        let ids = async |of: Option<&Id>, most: usize| {
            let found = club::list_without_week(&test.db, of, most).await.unwrap();
            found.into_iter().map(|one| one.id).collect::<Vec<_>>()
        };
        assert_eq!(ids(Some(guild), 10).await, [older.clone(), old.clone()]);
        assert_eq!(ids(None, 1).await, std::slice::from_ref(&older));
        assert_eq!(ids(Some(&"elsewhere".into()), 10).await, [""; 0].map(Id::from));
        assert!(club::current_snapshots(&test.db, guild).await.unwrap().is_empty());

        let detail = club::find_saved_with_relations(&test.db, guild, &old).await.unwrap().unwrap();
        let pairs: Vec<_> = [(0, &alice), (1, &bob)]
            .map(|(row, member)| (detail.powers[row].id.clone(), member.clone()))
            .into();
        let adopt = async |guild: &Id, pairs: &[(Id, Id)]| {
            committed!(test.db, |tx| async {
                let done = club::adopt(&mut tx, guild, &old, "2024-W45", pairs, at(9)).await?;
                club::refresh_members(&mut tx, guild, at(9)).await?;
                Ok::<_, StoreError>(done)
            })
        };
        // Rows that are not the analysis's leave it as it was.
        let foreign = adopt(guild, &[("nothing".into(), alice.clone())]).await;
        assert!(matches!(foreign, Err(StoreError::RowCount { expected: 1, changed: 0 })), "{foreign:?}");
        assert_eq!(ids(Some(guild), 10).await.len(), 2);
        assert!(adopt(guild, &pairs).await.unwrap());
        assert!(!adopt(guild, &pairs).await.unwrap());
        assert_eq!(ids(Some(guild), 10).await, [older]);
        // A row without a member counts for nothing.
        assert_eq!(roster(&test.db, guild, "2024-W45", SIM).await, [format!("Alice {}", i64::MAX), "Bób 0".to_owned()]);
        assert_eq!(seen(&test.db, guild, &bob).await, ["2024-W45", "2024-W45", ""]);
        assert_eq!(count(&test, "SELECT count(*) FROM club_powers WHERE member_id IS NULL").await, 4);
        let most = club::list_without_week(&test.db, None, 101).await;
        assert!(super::is_limit(&most), "{most:?}");
    }
}
