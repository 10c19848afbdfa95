//! Nobody changes the record but for the two purposes that open it.

use slimy_store::audit::{self, AuditFilter, NewAuditEntry};
use slimy_store::testing::TestDb;
use slimy_store::{Engine, PageRequest, on_both_engines};

use crate::support::{at, count, person_in_guild, raw, some};

const OPEN_ERASE: &str = "INSERT INTO audit_maintenance (purpose, closed) VALUES ('erase', 'x')";
const OPEN_ARCHIVE: &str =
    "INSERT INTO audit_maintenance (purpose, closed) VALUES ('archive', 'x')";
const CLOSE: &str = "DELETE FROM audit_maintenance";

/// How the statements end in one transaction.
#[derive(Debug, PartialEq)]
enum End {
    Kept,
    /// A trigger refused.
    Refused,
    /// The commit found a row that must not be there.
    NotClosed,
    /// The table can hold no row.
    NoRow,
}

async fn end(test: &TestDb, statements: &[&str]) -> End {
    let all = ["BEGIN"]
        .into_iter()
        .chain(statements.iter().copied())
        .chain(["COMMIT"]);
    let all: Vec<String> = all.map(str::to_owned).collect();
    let Err(error) = raw(test, &all).await else {
        return End::Kept;
    };
    match error.as_database_error().unwrap().code().unwrap().as_ref() {
        "SL001" | "1811" => End::Refused,
        "23503" | "787" => End::NotClosed,
        "23514" | "275" => End::NoRow,
        code => panic!("{code}: {error}"),
    }
}

async fn one_entry(test: &TestDb) {
    let (user, guild) = person_in_guild(&test.db).await;
    let entry = NewAuditEntry {
        user_id: Some(user),
        guild_id: Some(guild),
        ip_address: some("::1"),
        ..NewAuditEntry::new("a.b", "t", "1", at(1))
    };
    audit::create(&test.db, &entry).await.unwrap();
}

on_both_engines! {
    async fn an_entry_can_be_neither_changed_nor_deleted(test: TestDb) {
        one_entry(&test).await;
        for statement in [
            "UPDATE audit_logs SET action = 'c.d'",
            "UPDATE audit_logs SET user_id = NULL",
            "DELETE FROM audit_logs",
            "DELETE FROM users",
        ] {
            assert_eq!(end(&test, &[statement]).await, End::Refused, "{statement}");
        }
        let bulk = match test.engine() {
            Engine::Sqlite => "INSERT OR REPLACE INTO audit_logs SELECT * FROM audit_logs",
            Engine::Postgres => "TRUNCATE audit_logs",
        };
        assert_eq!(end(&test, &[bulk]).await, End::Refused);
        assert_eq!(count(&test, "SELECT count(*) FROM audit_logs WHERE action = 'a.b'").await, 1);
    }

    async fn erasing_takes_the_person_and_nothing_else(test: TestDb) {
        one_entry(&test).await;
        for statement in [
            "UPDATE audit_logs SET action = 'c.d'",
            "UPDATE audit_logs SET user_id = NULL, error_message = 'x'",
            "UPDATE audit_logs SET ip_address = '::2'",
            "DELETE FROM audit_logs",
        ] {
            assert_eq!(end(&test, &[OPEN_ERASE, statement, CLOSE]).await, End::Refused, "{statement}");
        }
        let erase = "UPDATE audit_logs SET ip_address = NULL";
        assert_eq!(end(&test, &[OPEN_ERASE, erase, "DELETE FROM users", CLOSE]).await, End::Kept);
        let page = audit::list(&test.db, &AuditFilter::default(), &PageRequest::first(5)).await.unwrap();
        assert_eq!((&page.items[0].user_id, &page.items[0].ip_address), (&None, &None));
        assert_eq!(page.items[0].action, "a.b");
    }

    async fn archiving_takes_entries_away(test: TestDb) {
        one_entry(&test).await;
        let change = "UPDATE audit_logs SET user_id = NULL";
        assert_eq!(end(&test, &[OPEN_ARCHIVE, change, CLOSE]).await, End::Refused);
        assert_eq!(end(&test, &[OPEN_ARCHIVE, "DELETE FROM audit_logs", CLOSE]).await, End::Kept);
        assert_eq!(count(&test, "SELECT count(*) FROM audit_logs").await, 0);
    }

    async fn who_opens_the_record_and_does_not_close_it_keeps_nothing(test: TestDb) {
        one_entry(&test).await;
        assert_eq!(end(&test, &[OPEN_ARCHIVE, "DELETE FROM audit_logs"]).await, End::NotClosed);
        let close = "INSERT INTO audit_maintenance_closed (id) VALUES ('x')";
        assert_eq!(end(&test, &[close]).await, End::NoRow);
        assert_eq!(count(&test, "SELECT count(*) FROM audit_logs").await, 1);
        assert_eq!(count(&test, "SELECT count(*) FROM audit_maintenance").await, 0);
    }
}
