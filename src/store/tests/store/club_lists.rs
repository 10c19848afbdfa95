//! Saved analyses are found again.

use slimy_store::{Cursor, Id, PageRequest, StoreError, club, on_both_engines};

use crate::support::{at, new_draft, person_in_guild, raw, saved_analysis};

on_both_engines! {
    async fn pages_lead_there_and_back_without_a_gap(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let mut ids: Vec<Id> = Vec::new();
        for n in 0..7 {
            // Two of each moment, so that the key decides between them.
            ids.push(saved_analysis(&test.db, &user, &guild, "t", at(n / 2)).await);
        }
        let all = club::list_saved(&test.db, &guild, &PageRequest::first(100)).await.unwrap();
        let order: Vec<Id> = all.items.iter().map(|line| line.id.clone()).collect();
        assert_eq!(order.len(), 7);
        assert!(all.next.is_none() && all.previous.is_none());
        assert_eq!(order[0], ids[6]);

        let mut there = Vec::new();
        let mut page = club::list_saved(&test.db, &guild, &PageRequest::first(3)).await.unwrap();
        assert!(page.previous.is_none());
        loop {
            there.push(page.items.iter().map(|line| line.id.clone()).collect::<Vec<_>>());
            let Some(next) = page.next.clone() else { break };
            let next: Cursor = next.to_string().parse().unwrap();
            page = club::list_saved(&test.db, &guild, &PageRequest::after(3, next)).await.unwrap();
        }
        assert_eq!(there.concat(), order);

        let mut back = vec![there[2].clone()];
        while let Some(previous) = page.previous.clone() {
            let request = PageRequest::before(3, previous);
            page = club::list_saved(&test.db, &guild, &request).await.unwrap();
            back.insert(0, page.items.iter().map(|line| line.id.clone()).collect());
        }
        assert_eq!(back, there);
        assert!(page.next.is_some());
    }

    async fn a_line_knows_its_members_and_their_power(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        saved_analysis(&test.db, &user, &guild, "May", at(1)).await;
        let page = club::list_saved(&test.db, &guild, &PageRequest::first(5)).await.unwrap();
        let line = &page.items[0];
        assert_eq!((line.total_members, line.total_power), (Some(3), Some(7_206_540_123)));
        assert_eq!((line.title.as_deref(), line.saved_at), (Some("May"), at(1)));
    }

    async fn drafts_deleted_ones_and_other_guilds_are_not_listed(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let deleted = saved_analysis(&test.db, &user, &guild, "gone", at(1)).await;
        let kept = saved_analysis(&test.db, &user, &guild, "kept", at(2)).await;
        club::create_draft(&test.db, new_draft(&user, &guild, "draft"), at(3)).await.unwrap();
        let delete = format!("UPDATE club_analyses SET deleted_at = created_at WHERE id = '{deleted}'");
        raw(&test, &[delete]).await.unwrap();

        let page = club::list_saved(&test.db, &guild, &PageRequest::first(9)).await.unwrap();
        assert_eq!(page.items.len(), 1);
        assert_eq!(club::newest_saved(&test.db, &guild).await.unwrap().unwrap().id, kept);
        assert_eq!(club::find(&test.db, &deleted).await.unwrap(), None);
        let gone = club::find_saved_with_relations(&test.db, &guild, &deleted).await.unwrap();
        assert_eq!(gone, None);
        let elsewhere: Id = "elsewhere".into();
        assert_eq!(club::newest_saved(&test.db, &elsewhere).await.unwrap(), None);
        let foreign = club::find_saved_with_relations(&test.db, &elsewhere, &kept).await.unwrap();
        assert_eq!(foreign, None);
    }

    async fn a_list_over_its_limit_is_refused(test: TestDb) {
        let guild: Id = "g".into();
        let page = club::list_saved(&test.db, &guild, &PageRequest::first(101)).await;
        assert!(matches!(page, Err(StoreError::Limit { most: 100, .. })), "{page:?}");
        assert!("no cursor".parse::<Cursor>().is_err());
    }
}
