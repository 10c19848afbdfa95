//! Nobody changes the record but for the two purposes that open it.

use slimy_store::audit::{self, AuditFilter, NewAuditEntry};
use slimy_store::testing::{TestDb, empty_postgres, postgres, sqlite};
use slimy_store::{Engine, PageRequest, on_both_engines};

use crate::support::{at, count, person_in_guild, raw, raw_by_another_tool, some};

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
        if test.engine() == Engine::Postgres {
            for statement in [
                "TRUNCATE audit_logs",
                "TRUNCATE audit_daily_actions",
                "TRUNCATE audit_daily_users",
            ] {
                assert_eq!(end(&test, &[statement]).await, End::Refused, "{statement}");
            }
        }
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

    async fn a_record_that_another_tool_left_open_is_closed_at_the_next_start(test: TestDb) {
        one_entry(&test).await;
        match test.engine() {
            Engine::Sqlite => raw_by_another_tool(&test, &[OPEN_ARCHIVE.to_owned()]).await,
            // A superuser alone can do that.
            Engine::Postgres => {
                raw(&test, &["SET session_replication_role = replica".to_owned(), OPEN_ARCHIVE.to_owned()]).await
            }
        }
        .unwrap();
        assert_eq!(count(&test, "SELECT count(*) FROM audit_maintenance").await, 1);

        let next = test.open_again().await;
        assert_eq!(next.migrate().await.unwrap(), []);
        assert_eq!(count(&test, "SELECT count(*) FROM audit_maintenance").await, 0);
        assert_eq!(end(&test, &["DELETE FROM audit_logs"]).await, End::Refused);
    }

    async fn an_entry_that_stands_there_is_not_written_again_and_not_counted(test: TestDb) {
        let known = NewAuditEntry::new("a.b", "t", "1", at(1));
        let new = NewAuditEntry::new("a.b", "t", "2", at(2));
        assert!(audit::create(&test.db, &known).await.unwrap());
        let other = NewAuditEntry { action: "c.d".to_owned(), ..known.clone() };
        let added = audit::create_many(&test.db, &[other, new.clone(), known, new]).await.unwrap();
        assert_eq!(added, 1);
        assert_eq!(count(&test, "SELECT count(*) FROM audit_logs WHERE action = 'a.b'").await, 2);
    }
}

#[tokio::test]
async fn replace_leaves_an_entry_as_it_is_whoever_says_it() {
    let test = sqlite().await;
    one_entry(&test).await;
    let replace = "INSERT OR REPLACE INTO audit_logs
             (id, action, resource_type, resource_id, \"timestamp\")
         SELECT id, 'c.d', 't', '1', 0 FROM audit_logs"
        .to_owned();
    raw_by_another_tool(&test, std::slice::from_ref(&replace))
        .await
        .unwrap();
    raw(&test, &[replace]).await.unwrap();
    let kept = "SELECT count(*) FROM audit_logs WHERE action = 'a.b' AND ip_address = '::1'";
    assert_eq!(count(&test, kept).await, 1);
    assert_eq!(count(&test, "SELECT count(*) FROM audit_logs").await, 1);
}

/// A key that is chosen freely would otherwise collide where no trigger looks.
#[tokio::test]
async fn an_entry_has_no_other_key_that_replace_could_collide_with() {
    let test = sqlite().await;
    let replace = "INSERT OR REPLACE INTO audit_logs
             (rowid, id, action, resource_type, resource_id, \"timestamp\")
         VALUES (1, 'x', 'c.d', 't', '1', 0)";
    raw_by_another_tool(&test, &[replace.to_owned()])
        .await
        .unwrap_err();
}

#[tokio::test]
async fn a_temporary_table_of_the_same_name_opens_nothing() {
    let test = postgres().await;
    one_entry(&test).await;
    for statement in [
        "DELETE FROM audit_logs",
        "UPDATE audit_logs SET user_id = NULL",
    ] {
        let temporary = "CREATE TEMP TABLE audit_maintenance AS SELECT unnest(ARRAY['archive', 'erase']) AS purpose";
        let path = "SET LOCAL search_path = pg_temp, public";
        let outcome = end(&test, &[temporary, path, statement]).await;
        assert_eq!(outcome, End::Refused, "{statement}");
    }
}

#[tokio::test]
async fn the_record_is_guarded_in_whatever_schema_it_is() {
    let test = empty_postgres().await;
    let setting = "DO $$ BEGIN
             EXECUTE format('ALTER DATABASE %I SET search_path = elsewhere', current_database());
         END $$";
    let schema = ["CREATE SCHEMA elsewhere", setting].map(str::to_owned);
    raw(&test, &schema).await.unwrap();
    let db = test.open_again().await;
    db.migrate().await.unwrap();
    audit::create(&db, &NewAuditEntry::new("a.b", "t", "1", at(1)))
        .await
        .unwrap();

    let delete = "DELETE FROM elsewhere.audit_logs";
    assert_eq!(end(&test, &[delete]).await, End::Refused);
    assert_eq!(end(&test, &[OPEN_ARCHIVE, delete, CLOSE]).await, End::Kept);
    let moved = ["ALTER SCHEMA elsewhere RENAME TO moved"].map(str::to_owned);
    raw(&test, &moved).await.unwrap();
    let insert = "INSERT INTO moved.audit_logs
             (id, action, resource_type, resource_id, \"timestamp\")
         VALUES ('x', 'a', 'b', 'c', now())";
    assert_eq!(end(&test, &[insert]).await, End::Kept);
    assert_eq!(
        end(&test, &["DELETE FROM moved.audit_logs"]).await,
        End::Refused
    );
}
