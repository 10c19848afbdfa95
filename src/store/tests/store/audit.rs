//! The record is written and read.

use slimy_store::audit::{self, AuditFilter, NewAuditEntry, normal_name};
use slimy_store::{Json, PageRequest, StoreError, on_both_engines};

use crate::support::{at, count, person_in_guild, some};

on_both_engines! {
    async fn an_entry_is_read_back_as_it_was_written(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let entry = NewAuditEntry {
            user_id: Some(user),
            guild_id: Some(guild),
            details: Some(Json(serde_json::json!({ "imageCount": 3 }))),
            ip_address: some("192.168.1.1"),
            user_agent: some("Mozilla/5.0"),
            session_id: some("s"),
            request_id: some("r"),
            success: false,
            error_message: some("no roster"),
            ..NewAuditEntry::new(" Club.Analysis Create ", "CLUB_ANALYSIS", "x", at(1))
        };
        assert!(audit::create(&test.db, &entry).await.unwrap());
        let page = audit::list(&test.db, &AuditFilter::default(), &PageRequest::first(5)).await.unwrap();
        let row = &page.items[0];
        assert_eq!((&row.action[..], &row.resource_type[..]), ("club.analysis.create", "club_analysis"));
        assert_eq!((&row.id, &row.user_id, &row.guild_id), (&entry.id, &entry.user_id, &entry.guild_id));
        assert_eq!((&row.details, &row.ip_address), (&entry.details, &entry.ip_address));
        assert_eq!((&row.user_agent, &row.session_id), (&entry.user_agent, &entry.session_id));
        assert_eq!((&row.request_id, row.success), (&entry.request_id, false));
        assert_eq!((&row.error_message, row.timestamp), (&entry.error_message, at(1)));
    }

    async fn an_entry_that_is_handed_in_twice_stands_there_once(test: TestDb) {
        let entry = NewAuditEntry::new("a.b", "t", "1", at(1));
        assert!(audit::create(&test.db, &entry).await.unwrap());
        assert!(!audit::create(&test.db, &entry).await.unwrap());
        let more = [entry, NewAuditEntry::new("a.b", "t", "2", at(1))];
        assert_eq!(audit::create_many(&test.db, &more).await.unwrap(), 1);
    }

    async fn entries_of_any_number_are_added_together_and_none_beside_them(test: TestDb) {
        let mut there = 0;
        for number in [1, 2, 3, 4, 5, 31, 33, 127, 255, 256, 257] {
            let entries: Vec<_> = (0..number)
                .map(|n| NewAuditEntry {
                    request_id: (n % 2 == 0).then(|| n.to_string()),
                    ..NewAuditEntry::new("a.b", "t", number.to_string(), at(n))
                })
                .collect();
            let added = audit::create_many(&test.db, &entries).await.unwrap();
            assert_eq!(added, entries.len() as u64);
            assert_eq!(audit::create_many(&test.db, &entries).await.unwrap(), 0);
            there += number;
            let all = "SELECT COUNT(*) FROM audit_logs";
            assert_eq!(count(&test, all).await, there, "{number}");
        }
        let counted = "SELECT CAST(SUM(total) AS BIGINT) FROM audit_daily_actions WHERE guild_id = '*'";
        assert_eq!(count(&test, counted).await, there);
    }

    async fn many_entries_go_in_whole_chunks_and_their_rest(test: TestDb) {
        let entries: Vec<_> =
            (0..600).map(|n| NewAuditEntry::new("a.b", "t", n.to_string(), at(n))).collect();
        let mut tx = test.db.begin().await.unwrap();
        assert_eq!(audit::create_many(&mut tx, &entries).await.unwrap(), 600);
        assert_eq!(audit::create_many(&mut tx, &[]).await.unwrap(), 0);
        tx.commit().await.unwrap();

        let mut seen = Vec::new();
        let mut request = PageRequest::first(100);
        loop {
            let page = audit::list(&test.db, &AuditFilter::default(), &request).await.unwrap();
            seen.extend(page.items.into_iter().map(|row| row.resource_id));
            let Some(next) = page.next else { break };
            request = PageRequest::after(100, next);
        }
        let newest_first: Vec<String> = (0..600).rev().map(|n| n.to_string()).collect();
        assert_eq!(seen, newest_first);
    }

    async fn every_filter_finds_its_own_in_both_directions(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let mut entries = Vec::new();
        for n in 0..4 {
            let other = NewAuditEntry::new("x.y", "other", format!("o{n}"), at(n));
            let own = NewAuditEntry {
                user_id: Some(user.clone()),
                guild_id: Some(guild.clone()),
                request_id: some("r"),
                ..NewAuditEntry::new("a.b", "thing", "same", at(n))
            };
            entries.extend([other, own]);
        }
        audit::create_many(&test.db, &entries).await.unwrap();
        let filters = [
            AuditFilter { guild_id: Some(guild.clone()), ..Default::default() },
            AuditFilter { user_id: Some(user.clone()), ..Default::default() },
            AuditFilter { action: some("A.B"), ..Default::default() },
            AuditFilter { request_id: some("r"), ..Default::default() },
            AuditFilter { resource_type: some("Thing"), ..Default::default() },
            AuditFilter { resource_id: some("same"), ..Default::default() },
            AuditFilter {
                guild_id: Some(guild),
                user_id: Some(user),
                action: some("a.b"),
                resource_type: some("thing"),
                ..Default::default()
            },
        ];
        for filter in filters {
            let first = audit::list(&test.db, &filter, &PageRequest::first(3)).await.unwrap();
            let times: Vec<_> = first.items.iter().map(|row| row.timestamp).collect();
            assert_eq!(times, [at(3), at(2), at(1)], "{filter:?}");
            assert!(first.items.iter().all(|row| row.resource_id == "same"), "{filter:?}");
            let rest = PageRequest::after(3, first.next.clone().unwrap());
            let rest = audit::list(&test.db, &filter, &rest).await.unwrap();
            assert_eq!((rest.items.len(), &rest.next), (1, &None), "{filter:?}");
            let back = PageRequest::before(3, rest.previous.unwrap());
            assert_eq!(audit::list(&test.db, &filter, &back).await.unwrap(), first, "{filter:?}");
        }
    }

    async fn without_a_filter_pages_lead_there_and_back(test: TestDb) {
        let entries = [1, 2, 3].map(|n| NewAuditEntry::new("a.b", "t", "1", at(n)));
        audit::create_many(&test.db, &entries).await.unwrap();
        let all = AuditFilter::default();
        let first = audit::list(&test.db, &all, &PageRequest::first(2)).await.unwrap();
        let rest = PageRequest::after(2, first.next.clone().unwrap());
        let rest = audit::list(&test.db, &all, &rest).await.unwrap();
        let back = PageRequest::before(2, rest.previous.unwrap());
        assert_eq!(audit::list(&test.db, &all, &back).await.unwrap(), first);
    }

    async fn filters_that_contradict_each_other_find_nothing(test: TestDb) {
        audit::create(&test.db, &NewAuditEntry::new("a.b", "t", "1", at(1))).await.unwrap();
        let filter = AuditFilter { action: some("a.b"), resource_id: some("2"), ..Default::default() };
        let page = audit::list(&test.db, &filter, &PageRequest::first(5)).await.unwrap();
        assert!(page.items.is_empty() && page.next.is_none());
    }

    async fn an_entry_of_an_unknown_person_is_refused(test: TestDb) {
        let entry = NewAuditEntry {
            user_id: Some("nobody".into()),
            ..NewAuditEntry::new("a.b", "t", "1", at(1))
        };
        let refused = audit::create(&test.db, &entry).await;
        assert!(matches!(refused, Err(StoreError::ForeignKey)), "{refused:?}");
    }
}

#[test]
fn names_are_written_in_one_way() {
    assert_eq!(
        normal_name("  Guild / Settings:UPDATE ").unwrap(),
        "guild.settings.update"
    );
    assert_eq!(normal_name("club_analysis").unwrap(), "club_analysis");
    for (odd, name) in [
        ("..club...save..", "club.save"),
        ("club\u{a0}save\tnow\n", "club.save.now"),
        ("a:/b", "a.b"),
        ("ÉTÉ.İ", "été.i\u{307}"),
        ("club-admin.alias_2", "club-admin.alias_2"),
        ("\u{1f40c}", "\u{1f40c}"),
    ] {
        assert_eq!(normal_name(odd).unwrap(), name);
        assert_eq!(normal_name(name).unwrap(), name);
    }
    for empty in ["", " ", " . ", "/:.", "\n\t"] {
        assert!(normal_name(empty).is_err(), "{empty:?}");
    }
}
