//! Saved analyses are made at once, changed and deleted by those who may.

use slimy_store::club::{self, AnalysisChanges, ChangeOutcome, CountFilter, NewAnalysis, Right};
use slimy_store::{Db, Id, PageRequest, StoreError, on_both_engines, users};

use crate::support::{
    at, count, new_draft, new_saved, new_user, person_in_guild, saved_analysis, some,
};

fn new_analysis(user: &Id, guild: &Id, title: &str) -> NewAnalysis {
    NewAnalysis {
        guild_id: guild.clone(),
        user_id: user.clone(),
        channel_id: None,
        title: some(title),
        metric: club::Metric::Total,
        source: club::Source::Screenshots,
        saved: new_saved("3 members"),
    }
}

async fn update(db: &Db, id: &Id, changes: AnalysisChanges, by: Right<'_>) -> ChangeOutcome {
    let mut tx = db.begin().await.unwrap();
    let outcome = club::update(&mut tx, id, changes, by, at(50))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    outcome
}

async fn delete(db: &Db, id: &Id, by: Right<'_>, second: i64) -> ChangeOutcome {
    let mut tx = db.begin().await.unwrap();
    let outcome = club::delete(&mut tx, id, by, at(second)).await.unwrap();
    tx.commit().await.unwrap();
    outcome
}

fn title(title: &str) -> AnalysisChanges {
    AnalysisChanges {
        title: Some(some(title)),
        summary: None,
    }
}

on_both_engines! {
    async fn an_analysis_is_made_at_once_with_all_that_hangs_on_it(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let mut tx = test.db.begin().await.unwrap();
        let made = club::create(&mut tx, new_analysis(&user, &guild, "Mäi"), at(5)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!((made.status, made.saved_at, made.created_at), (club::AnalysisStatus::Saved, Some(at(5)), at(5)));
        let detail = club::find_with_relations(&test.db, &made.id).await.unwrap().unwrap();
        assert_eq!(detail.analysis, made);
        assert_eq!((detail.images.len(), detail.metrics.len(), detail.powers.len()), (1, 2, 3));
        let same = club::find_saved_with_relations(&test.db, &guild, &made.id).await.unwrap();
        assert_eq!(same, Some(detail));
        assert_eq!(club::search_saved(&test.db, &guild, "mÄI", 5).await.unwrap().len(), 1);
    }

    async fn an_analysis_that_cannot_be_whole_is_not_made(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let mut twice = new_analysis(&user, &guild, "t");
        twice.saved.metrics.push(twice.saved.metrics[0].clone());
        let mut tx = test.db.begin().await.unwrap();
        let outcome = club::create(&mut tx, twice, at(5)).await;
        assert!(matches!(outcome, Err(StoreError::Conflict)), "{outcome:?}");
        assert!(matches!(tx.commit().await, Err(StoreError::Aborted)));
        let mut many = new_analysis(&user, &guild, "t");
        many.saved.powers = vec![many.saved.powers[0].clone(); 201];
        let mut tx = test.db.begin().await.unwrap();
        let outcome = club::create(&mut tx, many, at(5)).await;
        assert!(matches!(outcome, Err(StoreError::Limit { most: 200, got: 201, .. })), "{outcome:?}");
        assert_eq!(count(&test, "SELECT count(*) FROM club_analyses").await, 0);
    }

    async fn title_and_summary_are_changed_each_by_itself_and_found_by_the_search(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let id = saved_analysis(&test.db, &user, &guild, "May", at(1)).await;
        let by = Right::Creator(&user);
        assert_eq!(update(&test.db, &id, title("JÜNI 100%"), by).await, ChangeOutcome::Done);
        let summary = AnalysisChanges { title: None, summary: Some("Four PEOPLE".to_owned()) };
        assert_eq!(update(&test.db, &id, summary, by).await, ChangeOutcome::Done);
        let found = club::find(&test.db, &id).await.unwrap().unwrap();
        assert_eq!((found.title, found.summary.as_str()), (some("JÜNI 100%"), "Four PEOPLE"));
        assert_eq!((found.saved_at, found.updated_at), (Some(at(1)), at(50)));
        for (term, hits) in [("may", 0), ("jüni", 1), ("four p", 1), ("3 members", 0)] {
            assert_eq!(club::search_saved(&test.db, &guild, term, 5).await.unwrap().len(), hits, "{term}");
        }
        let none = AnalysisChanges { title: Some(None), summary: None };
        assert_eq!(update(&test.db, &id, none, by).await, ChangeOutcome::Done);
        assert_eq!(club::find(&test.db, &id).await.unwrap().unwrap().title, None);
        assert_eq!(club::search_saved(&test.db, &guild, "jün", 5).await.unwrap().len(), 0);
    }

    async fn only_its_creator_or_a_manager_of_its_guild_may_change_or_delete(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let other = users::upsert(&test.db, new_user("99"), at(0)).await.unwrap().row.id;
        let elsewhere: Id = "elsewhere".into();
        let id = saved_analysis(&test.db, &user, &guild, "May", at(1)).await;
        let before = club::find(&test.db, &id).await.unwrap();
        for by in [Right::Creator(&other), Right::Manager(&elsewhere)] {
            assert_eq!(update(&test.db, &id, title("x"), by).await, ChangeOutcome::NotYours);
            assert_eq!(delete(&test.db, &id, by, 50).await, ChangeOutcome::NotYours);
        }
        assert_eq!(club::find(&test.db, &id).await.unwrap(), before);
        for by in [Right::Creator(&user), Right::Manager(&guild)] {
            assert_eq!(update(&test.db, &id, title("x"), by).await, ChangeOutcome::Done);
        }
        assert_eq!(delete(&test.db, &id, Right::Manager(&guild), 50).await, ChangeOutcome::Done);
    }

    async fn drafts_and_unknown_ones_are_neither_changed_nor_deleted(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let draft = club::create_draft(&test.db, new_draft(&user, &guild, "d"), at(0)).await.unwrap().id;
        for id in [draft, "unknown".into()] {
            let by = Right::Manager(&guild);
            assert_eq!(update(&test.db, &id, title("x"), by).await, ChangeOutcome::NotFound);
            assert_eq!(delete(&test.db, &id, by, 50).await, ChangeOutcome::NotFound);
        }
    }

    async fn a_deleted_analysis_is_found_by_nothing_but_the_purge(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let by = Right::Creator(&user);
        let mut ids = Vec::new();
        for n in 1..=5 {
            ids.push(saved_analysis(&test.db, &user, &guild, "snails", at(n)).await);
        }
        for (id, second) in ids.iter().zip([11, 12, 13, 14]) {
            assert_eq!(delete(&test.db, id, by, second).await, ChangeOutcome::Done);
            assert_eq!(delete(&test.db, id, by, second).await, ChangeOutcome::NotFound);
            assert_eq!(update(&test.db, id, title("x"), by).await, ChangeOutcome::NotFound);
            assert_eq!(club::find(&test.db, id).await.unwrap(), None);
            assert_eq!(club::find_with_relations(&test.db, id).await.unwrap(), None);
        }
        let first = PageRequest::first(9);
        assert_eq!(club::search(&test.db, &guild, "snails", &first).await.unwrap().items.len(), 1);
        assert_eq!(club::list_saved(&test.db, &guild, &first).await.unwrap().items.len(), 1);
        assert_eq!(club::list_by_user(&test.db, &user, &first).await.unwrap().items.len(), 1);
        assert_eq!(club::recent(&test.db, &guild, 9).await.unwrap().len(), 1);
        assert_eq!(club::newest_saved(&test.db, &guild).await.unwrap().unwrap().id, ids[4]);
        assert_eq!(club::count(&test.db, &CountFilter::default()).await.unwrap(), 1);

        assert_eq!(club::purge_deleted(&test.db, at(14), 2).await.unwrap(), 2);
        assert_eq!(club::purge_deleted(&test.db, at(14), 2).await.unwrap(), 1);
        assert_eq!(club::purge_deleted(&test.db, at(14), 2).await.unwrap(), 0);
        assert_eq!(count(&test, "SELECT count(*) FROM club_analyses").await, 2);
        assert_eq!(count(&test, "SELECT count(*) FROM club_powers").await, 6);
        let refused = club::purge_deleted(&test.db, at(14), 1_001).await;
        assert!(matches!(refused, Err(StoreError::Limit { .. })), "{refused:?}");
    }

    async fn analyses_are_counted_by_guild_and_by_person(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let other = users::upsert(&test.db, new_user("99"), at(0)).await.unwrap().row.id;
        for (person, n) in [(&user, 1), (&user, 2), (&other, 3)] {
            saved_analysis(&test.db, person, &guild, "t", at(n)).await;
        }
        club::create_draft(&test.db, new_draft(&user, &guild, "d"), at(0)).await.unwrap();
        for (guild_id, user_id, number) in [
            (None, None, 3), (Some(&guild), None, 3), (None, Some(&user), 2), (Some(&guild), Some(&other), 1),
            (Some(&"x".into()), None, 0), (Some(&"x".into()), Some(&user), 0),
        ] {
            let filter = CountFilter { guild_id: guild_id.cloned(), user_id: user_id.cloned() };
            assert_eq!(club::count(&test.db, &filter).await.unwrap(), number, "{filter:?}");
        }
    }
}
