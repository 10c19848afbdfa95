//! A short life of the program in which it makes every statement that it has: recorded
//! before a release, it is what that release asks of a database.

use slimy_store::audit::{self, AuditFilter, NewAuditEntry};
use slimy_store::testing::TestDb;
use slimy_store::{Db, Engine, Id, Json, PageRequest, club, guilds, health, members, users};

use crate::support::{
    at, new_draft, new_guild, new_saved, new_user, raw, raw_by_another_tool, saved_analysis, some,
};

/// Lives it through on a fresh database.
pub(super) async fn play(test: &TestDb) {
    let db = &test.db;
    health::ping(db).await.unwrap();
    let (user, guild) = identity(db).await;
    analyses(db, &user, &guild).await;
    record(db, &user, &guild).await;
    left_open(test).await;
    guilds::mark_left(db, "22", at(90)).await.unwrap();
}

async fn identity(db: &Db) -> (Id, Id) {
    let user = users::upsert(db, new_user("11"), at(0))
        .await
        .unwrap()
        .row
        .id;
    let renamed = users::NewUser {
        global_name: some("Zoë 🐌"),
        ..new_user("11")
    };
    users::upsert(db, renamed, at(1)).await.unwrap();
    users::find_by_discord_id(db, "11").await.unwrap().unwrap();
    users::find(db, &user).await.unwrap().unwrap();
    let guild = guilds::upsert(db, new_guild("22", "Slimy Club"), at(0))
        .await
        .unwrap()
        .row
        .id;
    guilds::ensure(db, new_guild("22", "Older name"), at(1))
        .await
        .unwrap();
    guilds::ensure(db, new_guild("23", "O'Brien's"), at(1))
        .await
        .unwrap();
    guilds::find_by_discord_id(db, "22").await.unwrap().unwrap();
    guilds::find(db, &guild).await.unwrap().unwrap();
    assert_eq!(guilds::list_present(db, None, 10).await.unwrap().len(), 2);
    members::upsert(db, &user, &guild, &[], at(0))
        .await
        .unwrap();
    members::upsert(db, &user, &guild, &["7".to_owned()], at(1))
        .await
        .unwrap();
    members::find(db, &user, &guild).await.unwrap().unwrap();
    (user, guild)
}

async fn analyses(db: &Db, user: &Id, guild: &Id) {
    let mut ids = Vec::new();
    for (n, title) in (0..).zip(["May", "June, 100%", "Été"]) {
        ids.push(saved_analysis(db, user, guild, title, at(10 + n)).await);
    }
    let thrown_away = club::create_draft(db, new_draft(user, guild, "No"), at(20))
        .await
        .unwrap();
    assert!(club::discard(db, &thrown_away.id, at(21)).await.unwrap());
    let late = club::create_draft(db, new_draft(user, guild, "Late"), at(22))
        .await
        .unwrap();
    club::find(db, &late.id).await.unwrap().unwrap();
    assert_eq!(
        club::list_expired_drafts(db, at(100), 5)
            .await
            .unwrap()
            .len(),
        1
    );
    let mut tx = db.begin().await.unwrap();
    assert!(
        !club::save(&mut tx, &late.id, &new_saved("too late"), at(101))
            .await
            .unwrap()
    );
    tx.commit().await.unwrap();

    club::newest_saved(db, guild).await.unwrap().unwrap();
    club::find_saved_with_relations(db, guild, &ids[0])
        .await
        .unwrap()
        .unwrap();
    let first = club::list_saved(db, guild, &PageRequest::first(2))
        .await
        .unwrap();
    let rest = PageRequest::after(2, first.next.unwrap());
    let rest = club::list_saved(db, guild, &rest).await.unwrap();
    let back = PageRequest::before(2, rest.previous.unwrap());
    assert_eq!(
        club::list_saved(db, guild, &back)
            .await
            .unwrap()
            .items
            .len(),
        2
    );
    for term in ["été", "100%", "members", ""] {
        assert!(
            !club::search_saved(db, guild, term, 25)
                .await
                .unwrap()
                .is_empty(),
            "{term}"
        );
    }
}

async fn record(db: &Db, user: &Id, guild: &Id) {
    let entry = |n: i64| NewAuditEntry {
        user_id: Some(user.clone()),
        guild_id: Some(guild.clone()),
        details: Some(Json(serde_json::json!({ "n": n }))),
        ip_address: some("::1"),
        user_agent: some("agent"),
        session_id: some("session"),
        request_id: some("request"),
        ..NewAuditEntry::new("club.analysis.save", "club_analysis", "x", at(n / 2))
    };
    let mut entries: Vec<_> = (0..5).map(entry).collect();
    entries.push(NewAuditEntry {
        success: false,
        error_message: some("refused"),
        ..NewAuditEntry::new("system.start", "system", "slimy", at(3))
    });
    let mut tx = db.begin().await.unwrap();
    assert_eq!(audit::create_many(&mut tx, &entries).await.unwrap(), 6);
    tx.commit().await.unwrap();
    assert!(!audit::create(db, &entries[0]).await.unwrap());

    let all = AuditFilter::default;
    for filter in [
        all(),
        AuditFilter {
            guild_id: Some(guild.clone()),
            ..all()
        },
        AuditFilter {
            user_id: Some(user.clone()),
            ..all()
        },
        AuditFilter {
            action: some("club.analysis.save"),
            ..all()
        },
        AuditFilter {
            request_id: some("request"),
            ..all()
        },
        AuditFilter {
            resource_type: some("club_analysis"),
            ..all()
        },
        AuditFilter {
            resource_id: some("x"),
            ..all()
        },
    ] {
        let first = audit::list(db, &filter, &PageRequest::first(3))
            .await
            .unwrap();
        let rest = PageRequest::after(3, first.next.unwrap());
        let rest = audit::list(db, &filter, &rest).await.unwrap();
        let back = PageRequest::before(3, rest.previous.unwrap());
        assert_eq!(
            audit::list(db, &filter, &back).await.unwrap().items.len(),
            3
        );
    }
}

/// The audit log as another tool leaves it, and the next start of the program.
async fn left_open(test: &TestDb) {
    let open = "INSERT INTO audit_maintenance (purpose, closed) VALUES ('archive', 'x')".to_owned();
    match test.engine() {
        Engine::Sqlite => raw_by_another_tool(test, &[open]).await,
        Engine::Postgres => {
            raw(
                test,
                &["SET session_replication_role = replica".to_owned(), open],
            )
            .await
        }
    }
    .unwrap();
    test.db.migrate().await.unwrap();
}
