//! The end of a person's or a guild's data: what goes, what stays, and what happens when
//! others write meanwhile or it breaks off.

use slimy_store::audit::{self, AuditEntry, AuditFilter, NewAuditEntry};
use slimy_store::chat::{self, NewConversation, NewMessage};
use slimy_store::testing::TestDb;
use slimy_store::{
    Db, Engine, Id, PageRequest, StoreError, batches, checks, club, lifecycle,
    members as memberships, on_both_engines, users,
};

use crate::club_history::{SIM, members, snapshot};
use crate::everything::{one_of_everything, tables_with};
use crate::support::{at, count, new_user, raw, saved_analysis};

/// Tables that keep a guild's key: what happened in it stays on record, and how often.
const KEEP_A_GUILD: [&str; 3] = ["audit_logs", "audit_daily_actions", "audit_daily_users"];

async fn rows_with(test: &TestDb, table: &str, column: &str, id: &Id) -> i64 {
    count(
        test,
        &format!("SELECT count(*) FROM {table} WHERE {column} = '{id}'"),
    )
    .await
}

async fn entries(db: &Db, action: &str) -> Vec<AuditEntry> {
    let filter = AuditFilter {
        action: Some(action.to_owned()),
        ..AuditFilter::default()
    };
    audit::list(db, &filter, &PageRequest::first(100))
        .await
        .unwrap()
        .items
}

/// Has every DELETE on the table fail until [`let_go`].
async fn hold(test: &TestDb, table: &str) {
    let statements = match test.engine() {
        Engine::Sqlite => vec![format!(
            "CREATE TRIGGER held BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, 'held'); END"
        )],
        Engine::Postgres => vec![
            "CREATE OR REPLACE FUNCTION held() RETURNS trigger LANGUAGE plpgsql
             AS 'BEGIN RAISE EXCEPTION ''held''; END'"
                .to_owned(),
            format!(
                "CREATE TRIGGER held BEFORE DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION held()"
            ),
        ],
    };
    raw(test, &statements).await.unwrap();
}

async fn let_go(test: &TestDb, table: &str) {
    let drop = match test.engine() {
        Engine::Sqlite => "DROP TRIGGER held".to_owned(),
        Engine::Postgres => format!("DROP TRIGGER held ON {table}"),
    };
    raw(test, &[drop]).await.unwrap();
}

/// A second person with a row of everything in the same guild.
async fn somebody_else(db: &Db, guild: &Id) -> Id {
    let other = users::upsert(db, new_user("99"), at(0))
        .await
        .unwrap()
        .row
        .id;
    memberships::upsert(db, &other, guild, &[], at(0))
        .await
        .unwrap();
    saved_analysis(db, &other, guild, "other", at(5)).await;
    let entry = NewAuditEntry {
        user_id: Some(other.clone()),
        guild_id: Some(guild.clone()),
        ..NewAuditEntry::new("command.club.show", "command", "2", at(5))
    };
    audit::create(db, &entry).await.unwrap();
    other
}

on_both_engines! {
    async fn a_person_is_in_no_table_afterwards(test: TestDb) {
        let (user, guild) = one_of_everything(&test.db).await;
        let tables = tables_with(&test, "user_id").await;
        assert!(tables.len() >= 8, "{tables:?}");
        for table in &tables {
            let rows = rows_with(&test, table, "user_id", &user).await;
            assert!(rows > 0, "{table} names a person: one_of_everything must fill it");
        }
        let other = somebody_else(&test.db, &guild).await;

        let deleted = lifecycle::delete_user(&test.db, &user, at(50)).await.unwrap();
        for table in &tables {
            assert_eq!(rows_with(&test, table, "user_id", &user).await, 0, "{table}");
        }
        assert_eq!(count(&test, &format!("SELECT count(*) FROM audit_logs WHERE resource_id = '{user}'")).await, 0);
        let counts: Vec<_> = deleted.tables().collect();
        assert_eq!(counts, [
            ("audit_logs", 2),
            ("chat_attachments", 1),
            ("chat_consents", 1),
            ("chat_conversations", 1),
            ("chat_messages", 3),
            ("chat_posts", 1),
            // The one that is left says no more whose it is.
            ("chat_reservations", 1),
            ("chat_usage_users", 2),
            // Two corrections without who made them, and one without who replaced it.
            ("club_aliases", 1),
            ("club_analyses", 3),
            ("club_analysis_images", 1),
            ("club_corrections", 2),
            ("club_members", 1),
            ("club_metrics", 3),
            ("club_powers", 4),
            ("guild_settings_proposals", 1),
            // The change is the guild's; it says no more whose it was.
            ("guild_settings_revisions", 1),
            ("sessions", 1),
            ("user_guilds", 1),
            ("users", 1),
        ]);
        // Others keep theirs, and all that is left fits together.
        assert_eq!(rows_with(&test, "club_analyses", "user_id", &other).await, 1);
        assert_eq!(rows_with(&test, "audit_logs", "user_id", &other).await, 1);
        let report = checks::run(&test.db).await.unwrap();
        assert!(report.is_clean(), "{:?}", report.findings);
    }

    async fn what_a_person_did_for_a_club_stays_without_their_name(test: TestDb) {
        let (user, guild) = one_of_everything(&test.db).await;
        let other = somebody_else(&test.db, &guild).await;
        let [bea] = members(&test.db, &guild, ["Bea"]).await;
        let theirs = snapshot(&test.db, &(other.clone(), guild.clone()), ("2024-W46", SIM), &[(&bea, Some(7))], at(6)).await;
        let approved = format!("UPDATE club_analyses SET approved_by = '{user}' WHERE id = '{theirs}'");
        raw(&test, &[approved]).await.unwrap();
        let mut tx = test.db.begin().await.unwrap();
        assert!(club::roll_back(&mut tx, &guild, &theirs, &user, at(7)).await.unwrap());
        assert!(club::undo_roll_back(&mut tx, &guild, &theirs, at(7)).await.unwrap());
        club::refresh_members(&mut tx, &guild, at(7)).await.unwrap();
        tx.commit().await.unwrap();
        let ada = club::find_member_by_key(&test.db, &guild, "ada").await.unwrap().unwrap();
        assert_eq!(ada.user_id.as_ref(), Some(&user));

        lifecycle::delete_user(&test.db, &user, at(50)).await.unwrap();
        let ada = club::find_member_by_key(&test.db, &guild, "ada").await.unwrap().unwrap();
        assert_eq!((ada.user_id.as_ref(), ada.link_status, ada.confirmed_by.as_ref()), (None, club::LinkStatus::None, None));
        // Their own analyses went, and with them the weeks; the correction is the club's.
        assert_eq!(ada.last_seen_week.as_deref(), Some("2024-W45"));
        let bea = club::find_member_by_key(&test.db, &guild, "bea").await.unwrap().unwrap();
        assert_eq!((bea.first_seen_week.as_deref(), bea.departed_week), (Some("2024-W46"), None));
        let filter = club::CorrectionFilter { removed: true, ..Default::default() };
        let corrections = club::list_corrections(&test.db, &guild, &filter, &PageRequest::first(5)).await.unwrap();
        assert_eq!(corrections.items.len(), 2);
        assert!(corrections.items.iter().all(|one| one.created_by.is_none() && one.removed_by.is_none()));
        let aliases = club::list_aliases(&test.db, &guild).await.unwrap();
        assert_eq!((aliases[0].alias.as_str(), &aliases[0].created_by), ("Adda", &None));
        let left = club::find(&test.db, &theirs).await.unwrap().unwrap();
        assert_eq!((left.approved_by, left.rolled_back_by, left.user_id), (None, None, other));
    }

    async fn what_happened_stays_on_record_without_the_person(test: TestDb) {
        let (user, guild) = one_of_everything(&test.db).await;
        lifecycle::delete_user(&test.db, &user, at(50)).await.unwrap();
        let shown = entries(&test.db, "command.club.show").await;
        assert_eq!((shown.len(), &shown[0].user_id, &shown[0].ip_address), (1, &None, &None));
        assert_eq!(shown[0].guild_id, Some(guild));
        let record = entries(&test.db, "data.delete").await;
        assert_eq!(record.len(), 1);
        assert_eq!((&record[0].resource_type[..], &record[0].resource_id[..]), ("user", "erased"));
        assert_eq!(record[0].details.as_ref().unwrap().0["rows"]["chat_messages"], 3);
        assert!(!format!("{record:?}").contains(user.as_str()));
    }

    async fn a_guild_is_in_no_table_but_the_record_afterwards(test: TestDb) {
        let (user, guild) = one_of_everything(&test.db).await;
        let tables = tables_with(&test, "guild_id").await;
        for table in &tables {
            let rows = rows_with(&test, table, "guild_id", &guild).await;
            assert!(rows > 0, "{table} names a guild: one_of_everything must fill it");
        }
        let deleted = lifecycle::delete_guild(&test.db, &guild, at(50)).await.unwrap();
        for table in &tables {
            let kept = KEEP_A_GUILD.contains(&table.as_str());
            assert_eq!(rows_with(&test, table, "guild_id", &guild).await > 0, kept, "{table}");
        }
        assert_eq!((deleted.rows("guilds"), deleted.rows("club_powers")), (1, 4));
        for (table, rows) in [("club_members", 1), ("club_aliases", 1), ("club_corrections", 2), ("club_alerts", 1),
            ("chat_attachments", 1), ("chat_reservations", 1), ("chat_usage_guilds", 2),
            ("guild_settings_revisions", 1), ("guild_settings_proposals", 1)] {
            assert_eq!(deleted.rows(table), rows, "{table}");
        }
        assert_eq!((deleted.rows("chat_messages"), deleted.rows("users")), (3, 0));
        // The person is still there, and so is what is theirs alone.
        assert!(users::find(&test.db, &user).await.unwrap().is_some());
        assert_eq!(rows_with(&test, "sessions", "user_id", &user).await, 1);
        let record = entries(&test.db, "data.delete").await;
        assert_eq!((record.len(), &record[0].guild_id), (1, &Some(guild)));
        let report = checks::run(&test.db).await.unwrap();
        assert!(report.is_clean(), "{:?}", report.findings);
    }

    async fn nobody_is_deleted_twice_and_nobody_unknown(test: TestDb) {
        let (user, guild) = one_of_everything(&test.db).await;
        lifecycle::delete_user(&test.db, &user, at(50)).await.unwrap();
        lifecycle::delete_guild(&test.db, &guild, at(50)).await.unwrap();
        for id in [&user, &guild, &Id::from("nobody"), &Id::from("")] {
            assert_eq!(lifecycle::delete_user(&test.db, id, at(60)).await.unwrap(), lifecycle::Deleted::default());
            assert_eq!(lifecycle::delete_guild(&test.db, id, at(60)).await.unwrap(), lifecycle::Deleted::default());
        }
        assert_eq!(entries(&test.db, "data.delete").await.len(), 2);
    }

    async fn broken_off_anywhere_the_next_call_does_the_rest(test: TestDb) {
        let (user, _) = one_of_everything(&test.db).await;
        for table in ["chat_consents", "chat_attachments", "chat_posts", "chat_messages", "chat_conversations", "chat_usage_users", "club_powers", "club_analyses",
            "sessions", "user_guilds", "audit_daily_users", "users"]
        {
            hold(&test, table).await;
            let broken = lifecycle::delete_user(&test.db, &user, at(50)).await;
            assert!(broken.is_err(), "{table}");
            // Nobody sees what is half gone.
            let visible = "SELECT (SELECT count(*) FROM club_analyses WHERE deleted_at IS NULL)
                + (SELECT count(*) FROM chat_conversations WHERE deleted_at IS NULL)";
            assert_eq!(count(&test, visible).await, 0, "{table}");
            assert!(users::find(&test.db, &user).await.unwrap().is_some(), "{table}");
            let_go(&test, table).await;
        }
        assert!(entries(&test.db, "data.delete").await.is_empty());
        let deleted = lifecycle::delete_user(&test.db, &user, at(60)).await.unwrap();
        assert_eq!(deleted.tables().collect::<Vec<_>>(), [("users", 1)]);
        assert_eq!(entries(&test.db, "data.delete").await.len(), 1);
        assert_eq!(count(&test, "SELECT count(*) FROM audit_maintenance").await, 0);
    }

    async fn much_goes_in_pieces_and_is_counted_whole(test: TestDb) {
        let (user, guild) = one_of_everything(&test.db).await;
        let new = NewConversation {
            user_id: user.clone(), guild_id: Some(guild.clone()), channel_id: None, title: None, private: true,
        };
        let long = chat::create_conversation(&test.db, new, at(0)).await.unwrap().id;
        let mut said = Vec::new();
        for n in 0..1_250 {
            let question = NewMessage::question(long.clone(), user.clone(), "?", at(2 * n));
            let answer = NewMessage {
                status: chat::MessageStatus::Complete,
                ..NewMessage::answer(long.clone(), user.clone(), question.id.clone(), "m", at(2 * n + 1))
            };
            said.extend([question, answer]);
        }
        batches::messages(&test.db, &said, |_| {}).await.unwrap();
        for n in 0..25 {
            saved_analysis(&test.db, &user, &guild, "more", at(n)).await;
        }
        let done: Vec<_> = (0..4_500)
            .map(|n| NewAuditEntry { user_id: Some(user.clone()), ..NewAuditEntry::new("a.b", "t", "1", at(n)) })
            .collect();
        batches::audit_entries(&test.db, &done, |_| {}).await.unwrap();

        let deleted = lifecycle::delete_user(&test.db, &user, at(50)).await.unwrap();
        assert_eq!(deleted.rows("chat_messages"), 2_503);
        assert_eq!((deleted.rows("club_analyses"), deleted.rows("club_powers")), (28, 26 * 3 + 1));
        assert_eq!((deleted.rows("audit_logs"), deleted.rows("users")), (4_502, 1));
    }

    async fn who_writes_meanwhile_is_deleted_too_or_new_and_nothing_is_orphaned(test: TestDb) {
        let (user, guild) = one_of_everything(&test.db).await;
        let writer = tokio::spawn(keep_writing(test.open_again().await, guild.clone()));
        // A few rounds of the other go before, a few between, and a few after.
        let deleted = lifecycle::delete_user(&test.db, &user, at(50)).await.unwrap();
        assert_eq!(deleted.rows("users"), 1);
        let fresh = writer.await.unwrap();
        assert_ne!(fresh, user);

        for table in tables_with(&test, "user_id").await {
            assert_eq!(rows_with(&test, &table, "user_id", &user).await, 0, "{table}");
        }
        let nameless = "SELECT count(*) FROM audit_logs WHERE user_id IS NULL AND ip_address IS NOT NULL";
        assert_eq!(count(&test, nameless).await, 0);
        let report = checks::run(&test.db).await.unwrap();
        assert!(report.is_clean(), "{:?}", report.findings);
    }
}

/// Acts as the person until they are somebody new, and returns who that is. What refuses says
/// that the person is gone or that another was faster, and nothing else.
async fn keep_writing(db: Db, guild: Id) -> Id {
    let first = users::find_by_discord_id(&db, "11").await.unwrap();
    let mut user = first.map(|user| user.id);
    let before = user.clone();
    loop {
        match interact(&db, user.as_ref(), &guild).await {
            Ok(id) => {
                if user.is_some() && before.as_ref() != Some(&id) {
                    return id;
                }
                // What was last written is remembered, as the program does it.
                user = Some(id);
            }
            Err(StoreError::ForeignKey | StoreError::NotFound) => user = None,
            Err(StoreError::Busy | StoreError::Aborted) => {}
            Err(error) => panic!("{error:?}"),
        }
    }
}

async fn interact(db: &Db, known: Option<&Id>, guild: &Id) -> Result<Id, StoreError> {
    let mut tx = db.begin().await?;
    let id = match known {
        Some(id) => id.clone(),
        None => users::upsert(&mut tx, new_user("11"), at(60)).await?.row.id,
    };
    memberships::upsert(&mut tx, &id, guild, &[], at(60)).await?;
    let new = NewConversation {
        user_id: id.clone(),
        guild_id: Some(guild.clone()),
        channel_id: None,
        title: None,
        private: false,
    };
    let conversation = chat::create_conversation(&mut tx, new, at(60)).await?.id;
    let question = NewMessage::question(conversation, id.clone(), "still here", at(60));
    chat::append(&mut tx, question).await?;
    let entry = NewAuditEntry {
        user_id: Some(id.clone()),
        ip_address: Some("::1".to_owned()),
        ..NewAuditEntry::new("chat.message", "chat_message", "1", at(60))
    };
    audit::create(&mut tx, &entry).await?;
    tx.commit().await?;
    Ok(id)
}
