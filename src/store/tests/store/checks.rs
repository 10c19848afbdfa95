//! The consistency checks find what is wrong, and nothing where all is well.

use std::collections::BTreeSet;

use slimy_store::checks::{self, Kind};
use slimy_store::testing::{TestDb, postgres};
use slimy_store::{Engine, on_both_engines};

use crate::everything::one_of_everything;
use crate::support::{raw, raw_by_another_tool};

/// Runs the statements as a tool does that has foreign keys, triggers and checks off, as far
/// as its engine lets it.
async fn tamper(test: &TestDb, statements: &[&str]) {
    let all = |first: &str| -> Vec<String> {
        [first]
            .into_iter()
            .chain(statements.iter().copied())
            .map(str::to_owned)
            .collect()
    };
    match test.engine() {
        Engine::Sqlite => {
            raw_by_another_tool(test, &all("PRAGMA ignore_check_constraints = ON")).await
        }
        Engine::Postgres => raw(test, &all("SET session_replication_role = replica")).await,
    }
    .unwrap();
}

async fn found(test: &TestDb) -> Vec<(Kind, String, u64)> {
    let report = checks::run(&test.db).await.unwrap();
    report
        .findings
        .into_iter()
        .map(|one| (one.kind, one.place, one.rows))
        .collect()
}

on_both_engines! {
    async fn where_all_is_well_nothing_is_found(test: TestDb) {
        assert!(checks::run(&test.db).await.unwrap().is_clean());
        one_of_everything(&test.db).await;
        let report = checks::run(&test.db).await.unwrap();
        assert!(report.is_clean(), "{:?}", report.findings);
        assert!(report.checked.rules > 25 && report.checked.rows > 30, "{:?}", report.checked);
    }

    async fn a_row_whose_parent_is_gone_is_found_whatever_it_refers_to(test: TestDb) {
        one_of_everything(&test.db).await;
        let now = match test.engine() {
            Engine::Sqlite => "0",
            Engine::Postgres => "now()",
        };
        let mut statements: Vec<String> = checks::REFERENCES
            .iter()
            .filter_map(|reference| reference.split_once(" to ")?.0.split_once('.'))
            .filter(|(table, _)| !table.starts_with("audit_"))
            .map(|(table, column)| format!("UPDATE {table} SET {column} = 'nobody' || {column} WHERE {column} IS NOT NULL"))
            .collect();
        statements.push(format!(
            "INSERT INTO audit_logs (id, user_id, action, resource_type, resource_id, \"timestamp\")
             VALUES ('x', 'nobody', 'a.b', 't', '1', {now})"
        ));
        statements.push("INSERT INTO audit_maintenance (purpose, closed) VALUES ('erase', 'x')".to_owned());
        let statements: Vec<&str> = statements.iter().map(String::as_str).collect();
        tamper(&test, &statements).await;
        let orphans: BTreeSet<String> = found(&test)
            .await
            .into_iter()
            .filter(|(kind, ..)| *kind == Kind::Orphan)
            .map(|(_, place, _)| place)
            .collect();
        let all = checks::REFERENCES.iter().filter_map(|reference| reference.split_once(" to "));
        assert_eq!(orphans, all.map(|(place, _)| place.to_owned()).collect::<BTreeSet<_>>());
    }

    async fn a_document_that_its_reader_cannot_read_is_found(test: TestDb) {
        one_of_everything(&test.db).await;
        tamper(&test, &[
            "UPDATE guilds SET settings = '[1]'",
            "UPDATE user_guilds SET roles = '[\"1\", 2]'",
            "UPDATE club_analyses SET draft = '\"x\"' WHERE status = 'draft'",
            "UPDATE club_powers SET seen_in = '{}'",
        ])
        .await;
        // An alert may tell anything.
        assert_eq!(found(&test).await, [
            (Kind::Document, "guilds.settings".to_owned(), 1),
            (Kind::Document, "user_guilds.roles".to_owned(), 1),
            (Kind::Document, "club_analyses.draft".to_owned(), 1),
            (Kind::Document, "club_powers.seen_in".to_owned(), 4),
        ]);
    }

    async fn numbers_that_contradict_their_rows_are_found(test: TestDb) {
        one_of_everything(&test.db).await;
        for (statement, place, undo) in [
            ("UPDATE club_metrics SET value = 4 WHERE name = 'totalMembers' AND value = 3", "club_metrics.value",
                "UPDATE club_metrics SET value = 3 WHERE value = 4"),
            ("UPDATE club_analysis_images SET members_found = 2", "club_analysis_images.members_found",
                "UPDATE club_analysis_images SET members_found = 3"),
            ("INSERT INTO guilds (id, discord_id, name, created_at, updated_at)
                SELECT 'other', 'other', 'Other', created_at, updated_at FROM guilds;
                UPDATE club_members SET guild_id = 'other'", "club_powers.member_id",
                "UPDATE club_members SET guild_id = (SELECT id FROM guilds WHERE id <> 'other')"),
            ("UPDATE chat_conversations SET last_position = 1", "chat_conversations.last_position",
                "UPDATE chat_conversations SET last_position = 2"),
            ("UPDATE chat_attachments SET size = 4", "chat_attachments.size", "UPDATE chat_attachments SET size = 3"),
            ("UPDATE chat_usage_models SET used = 99 WHERE model = '' AND period = '2024-11'", "chat_usage_models.used",
                "UPDATE chat_usage_models SET used = 130"),
            ("UPDATE audit_daily_users SET total = total + 1", "audit_daily", "SELECT 1"),
        ] {
            tamper(&test, &[statement]).await;
            assert_eq!(found(&test).await, [(Kind::Disagreement, place.to_owned(), 1)], "{statement}");
            tamper(&test, &[undo]).await;
        }
    }

    async fn an_analysis_without_numbers_and_a_draft_with_some_are_found(test: TestDb) {
        one_of_everything(&test.db).await;
        tamper(&test, &["UPDATE club_metrics SET analysis_id = (SELECT id FROM club_analyses WHERE status = 'draft') WHERE value > 1"]).await;
        assert_eq!(found(&test).await, [
            (Kind::Disagreement, "club_analyses.id".to_owned(), 1),
            (Kind::Disagreement, "club_analyses.status".to_owned(), 1),
        ]);
    }

    async fn a_schema_that_no_migration_makes_is_found_in_both_directions(test: TestDb) {
        tamper(&test, &["CREATE INDEX strange ON users (avatar)", "DROP INDEX users_created_at"]).await;
        let report = checks::run(&test.db).await.unwrap();
        let lines: Vec<String> = report.findings.iter().map(ToString::to_string).collect();
        assert_eq!(lines, [
            "schema: is missing: index users_created_at on users (created_at)",
            "schema: is in no migration: index strange on users (avatar)",
        ]);
    }

    async fn a_schema_of_another_version_is_found_and_nothing_else_asked(test: TestDb) {
        tamper(&test, &["DELETE FROM _sqlx_migrations WHERE version > 1"]).await;
        let found = found(&test).await;
        assert!(!found.is_empty() && found.iter().all(|(kind, ..)| *kind == Kind::Schema), "{found:?}");
        tamper(&test, &["UPDATE _sqlx_migrations SET version = 9999"]).await;
        let report = checks::run(&test.db).await.unwrap();
        assert!(report.findings[0].what.contains("9999"), "{:?}", report.findings);
    }

    async fn a_finding_is_one_line_with_an_example(test: TestDb) {
        one_of_everything(&test.db).await;
        tamper(&test, &["UPDATE user_guilds SET id = 'm', roles = '{}'"]).await;
        let report = checks::run(&test.db).await.unwrap();
        assert_eq!(report.findings[0].to_string(), "user_guilds.roles: is no JSON array of texts (1 row, one is m)");
    }
}

/// Only SQLite can hold one: there the column is text, and a tool may have its checks off.
#[tokio::test]
async fn a_document_that_does_not_parse_is_found() {
    let test = slimy_store::testing::sqlite().await;
    one_of_everything(&test.db).await;
    tamper(
        &test,
        &["INSERT INTO audit_logs (id, action, resource_type, resource_id, details, \"timestamp\")
           VALUES ('x', 'a.b', 't', '1', '{', 0)"],
    )
    .await;
    let found = found(&test).await;
    assert_eq!(
        found,
        [(Kind::Document, "audit_logs.details".to_owned(), 1)]
    );
}

#[test]
fn every_reference_of_the_schema_is_checked() {
    let facts = checks::expected_facts(Engine::Postgres);
    let references = facts
        .iter()
        .filter_map(|fact| fact.strip_prefix("reference "));
    let references = references.filter_map(|fact| fact.split_once(" on delete "));
    let references: BTreeSet<&str> = references.map(|(reference, _)| reference).collect();
    assert_eq!(references, BTreeSet::from(checks::REFERENCES));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_document_of_the_schema_is_checked() {
    let test = postgres().await;
    let pool = sqlx::PgPool::connect(&test.url).await.unwrap();
    let columns = "SELECT table_name || '.' || column_name FROM information_schema.columns
         WHERE table_schema = 'public' AND data_type IN ('json', 'jsonb')";
    let columns: Vec<String> = sqlx::query_scalar(columns).fetch_all(&pool).await.unwrap();
    let columns: BTreeSet<&str> = columns.iter().map(String::as_str).collect();
    assert_eq!(columns, BTreeSet::from(checks::DOCUMENTS));
}
