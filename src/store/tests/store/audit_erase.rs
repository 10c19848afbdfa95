//! A person leaves the record, and nothing else does.

use slimy_store::audit::{self, AuditEntry, AuditFilter, NewAuditEntry, StatsFilter};
use slimy_store::testing::{TestDb, postgres};
use slimy_store::{Id, Json, PageRequest, StoreError, lifecycle, on_both_engines, users};

use crate::support::{at, count, new_user, person_in_guild, raw, some};

/// Of two people: what each did, to themselves, to the other and to something else.
async fn entries_of_two(test: &TestDb) -> (Id, Id) {
    let (one, guild) = person_in_guild(&test.db).await;
    let two = users::upsert(&test.db, new_user("12"), at(0))
        .await
        .unwrap()
        .row
        .id;
    let mut entries = Vec::new();
    for (n, (actor, resource_type, resource)) in (0..).zip([
        (&one, "user", &one),
        (&one, "user", &two),
        (&one, "command", &one),
        (&two, "user", &one),
        (&two, "user", &two),
    ]) {
        entries.push(NewAuditEntry {
            user_id: Some(actor.clone()),
            guild_id: (n % 2 == 0).then(|| guild.clone()),
            details: Some(Json(serde_json::json!({ "b": [1, 2.5], "a": "é" }))),
            ip_address: some("::1"),
            user_agent: some("Mozilla/5.0"),
            session_id: some("s"),
            request_id: some("r"),
            success: n != 1,
            error_message: some("why"),
            ..NewAuditEntry::new("a.b", resource_type, resource.as_str(), at(n))
        });
    }
    audit::create_many(&test.db, &entries).await.unwrap();
    (one, two)
}

/// All but those about maintenance, the oldest first.
async fn list(test: &TestDb) -> Vec<AuditEntry> {
    let page = audit::list(&test.db, &AuditFilter::default(), &PageRequest::first(100))
        .await
        .unwrap();
    let entries = page.items.into_iter().rev();
    entries
        .filter(|entry| entry.action != "audit.erase")
        .collect()
}

async fn erasings(test: &TestDb) -> Vec<AuditEntry> {
    let filter = AuditFilter {
        action: some("audit.erase"),
        ..Default::default()
    };
    audit::list(&test.db, &filter, &PageRequest::first(100))
        .await
        .unwrap()
        .items
}

/// What erasing must leave of an entry.
fn without(person: &Id, entry: &AuditEntry) -> AuditEntry {
    let mut entry = entry.clone();
    if entry.user_id.as_ref() == Some(person) {
        entry.user_id = None;
        entry.ip_address = None;
        entry.user_agent = None;
        entry.session_id = None;
    }
    if entry.resource_type == "user" && entry.resource_id == person.as_str() {
        "erased".clone_into(&mut entry.resource_id);
    }
    entry
}

on_both_engines! {
    async fn all_that_does_not_name_the_person_stays_as_it_was(test: TestDb) {
        let (one, _) = entries_of_two(&test).await;
        let before = list(&test).await;
        assert_eq!(audit::erase_person(&test.db, &one, at(50)).await.unwrap(), 4);
        let wanted: Vec<_> = before.iter().map(|entry| without(&one, entry)).collect();
        assert_eq!(list(&test).await, wanted);
        assert_eq!(count(&test, "SELECT count(*) FROM audit_maintenance").await, 0);
    }

    async fn the_erasing_is_an_entry_that_does_not_say_who(test: TestDb) {
        let (one, _) = entries_of_two(&test).await;
        audit::erase_person(&test.db, &one, at(50)).await.unwrap();
        let erasings = erasings(&test).await;
        assert_eq!(erasings.len(), 1);
        assert_eq!(erasings[0].details, Some(Json(serde_json::json!({ "entries": 4 }))));
        assert!(!format!("{erasings:?}").contains(one.as_str()));
        assert_eq!((&erasings[0].user_id, erasings[0].timestamp), (&None, at(50)));
    }

    async fn the_persons_numbers_go_to_nobody(test: TestDb) {
        let (one, two) = entries_of_two(&test).await;
        audit::create(&test.db, &NewAuditEntry::new("a.b", "t", "1", at(1))).await.unwrap();
        audit::erase_person(&test.db, &one, at(100 * 86_400)).await.unwrap();
        let days = StatsFilter::between(at(-36_000), at(-36_000 + 86_400));
        let stats = audit::stats(&test.db, &days).await.unwrap();
        let people: Vec<_> =
            stats.by_user.iter().map(|user| (user.key.clone(), user.total, user.failed)).collect();
        assert_eq!(people, [(None, 4, 1), (Some(two), 2, 0)]);
        assert_eq!(stats.total, 6);
        let left = format!("SELECT count(*) FROM audit_daily_users WHERE user_id = '{one}'");
        assert_eq!(count(&test, &left).await, 0);
    }

    async fn erasing_again_does_what_is_left_and_says_nothing_else(test: TestDb) {
        let (one, two) = entries_of_two(&test).await;
        audit::erase_person(&test.db, &one, at(50)).await.unwrap();
        assert_eq!(audit::erase_person(&test.db, &one, at(51)).await.unwrap(), 0);
        assert_eq!(erasings(&test).await.len(), 1);
        let late = NewAuditEntry { user_id: Some(one.clone()), ..NewAuditEntry::new("a", "t", "1", at(2)) };
        audit::create(&test.db, &late).await.unwrap();
        assert_eq!(audit::erase_person(&test.db, &one, at(52)).await.unwrap(), 1);
        assert_eq!(audit::erase_person(&test.db, &two, at(53)).await.unwrap(), 3);
        assert_eq!(audit::erase_person(&test.db, &"".into(), at(54)).await.unwrap(), 0);
        assert_eq!(erasings(&test).await.len(), 3);
    }

    async fn more_than_a_chunk_is_erased_in_several_transactions(test: TestDb) {
        let (one, _) = person_in_guild(&test.db).await;
        let entry = |n: i64| NewAuditEntry {
            user_id: Some(one.clone()),
            ..NewAuditEntry::new("a", "t", "1", at(n))
        };
        let entries: Vec<_> = (0..2_001).map(entry).collect();
        audit::create_many(&test.db, &entries).await.unwrap();
        assert_eq!(audit::erase_person(&test.db, &one, at(9_000)).await.unwrap(), 2_001);
        assert_eq!(erasings(&test).await.len(), 2);
        assert_eq!(count(&test, "SELECT count(*) FROM audit_logs WHERE user_id IS NOT NULL").await, 0);
    }

    async fn what_is_left_goes_with_the_persons_row(test: TestDb) {
        let (one, _) = entries_of_two(&test).await;
        let before = list(&test).await;
        let mut tx = test.db.begin().await.unwrap();
        assert_eq!(audit::erase_rest(&mut tx, &one, at(50)).await.unwrap(), 4);
        audit::close_erase(&mut tx).await.unwrap();
        tx.rollback().await.unwrap();
        assert_eq!(list(&test).await, before);

        let mut tx = test.db.begin().await.unwrap();
        audit::erase_rest(&mut tx, &one, at(50)).await.unwrap();
        tx.commit().await.unwrap_err();
        assert_eq!(list(&test).await, before);

        let mut tx = test.db.begin().await.unwrap();
        audit::erase_rest(&mut tx, &one, at(50)).await.unwrap();
        audit::close_erase(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        raw(&test, &[format!("DELETE FROM users WHERE id = '{one}'")]).await.unwrap();
        let wanted: Vec<_> = before.iter().map(|entry| without(&one, entry)).collect();
        assert_eq!(list(&test).await, wanted);
    }

    async fn nothing_else_may_become_erased(test: TestDb) {
        entries_of_two(&test).await;
        let open = "INSERT INTO audit_maintenance (purpose, closed) VALUES ('erase', 'x')";
        for change in [
            "resource_id = 'erased' WHERE resource_type = 'command'",
            "resource_id = 'else' WHERE resource_type = 'user'",
            "resource_type = 'erased'",
        ] {
            let statements = ["BEGIN", open, &format!("UPDATE audit_logs SET {change}")].map(str::to_owned);
            raw(&test, &statements).await.unwrap_err();
        }
    }
}

/// SQLite has one writer at a time. Here an entry that is on its way is waited for, so
/// that nothing of the person stays behind.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_entry_that_is_on_its_way_is_erased_before_the_row_goes() {
    let test = postgres().await;
    let (one, _) = entries_of_two(&test).await;
    let late = NewAuditEntry {
        user_id: Some(one.clone()),
        ip_address: some("::1"),
        ..NewAuditEntry::new("late", "t", "1", at(60))
    };
    let mut on_its_way = test.db.begin().await.unwrap();
    audit::create(&mut on_its_way, &late).await.unwrap();
    let waiting = "SELECT count(*) FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock'";
    let commit = async {
        while count(&test, waiting).await == 0 {
            tokio::task::yield_now().await;
        }
        on_its_way.commit().await
    };
    let (deleted, committed) = tokio::join!(lifecycle::delete_user(&test.db, &one, at(70)), commit);
    deleted.unwrap();
    committed.unwrap();
    let erased = "SELECT count(*) FROM audit_logs
         WHERE action = 'late' AND user_id IS NULL AND ip_address IS NULL";
    assert_eq!(count(&test, erased).await, 1);
    let left = format!("SELECT count(*) FROM audit_daily_users WHERE user_id = '{one}'");
    assert_eq!(count(&test, &left).await, 0);
    let after = audit::create(
        &test.db,
        &NewAuditEntry {
            id: Id::new(),
            ..late
        },
    )
    .await;
    assert!(matches!(after, Err(StoreError::ForeignKey)), "{after:?}");
}
