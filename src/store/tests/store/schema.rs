//! Both folders of migrations make the same schema, and `migrations/schema.txt` says which.

use std::collections::BTreeSet;
use std::path::Path;

use slimy_store::testing::{TestDb, postgres, sqlite};
use slimy_store::{Engine, checks};

/// Set to anything, it has this test write the file instead of holding it against it.
const WRITE: &str = "SLIMY_WRITE_SCHEMA";

const HEAD: &str = "\
# What the migrations make: a line per column, key, reference, index and trigger, in the same
# words for both engines. Where the engines differ on purpose, the line names its engine.
# The consistency check holds a live database against it, and a test holds it against both
# engines. After a new migration: SLIMY_WRITE_SCHEMA=1 cargo xtask test -- -p slimy-store --test store schema
";

async fn facts(test: TestDb) -> BTreeSet<String> {
    checks::facts(&test.db).await.unwrap()
}

fn written(sqlite: &BTreeSet<String>, postgres: &BTreeSet<String>) -> String {
    let line = |fact: &String| match (sqlite.contains(fact), postgres.contains(fact)) {
        (true, true) => format!("{fact}\n"),
        (true, false) => format!("{} only: {fact}\n", Engine::Sqlite),
        _ => format!("{} only: {fact}\n", Engine::Postgres),
    };
    let lines: BTreeSet<String> = sqlite.union(postgres).map(line).collect();
    HEAD.chars()
        .chain(lines.iter().flat_map(|line| line.chars()))
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_written_schema_is_the_one_that_the_migrations_make_on_both_engines() {
    let (sqlite, postgres) = (facts(sqlite().await).await, facts(postgres().await).await);
    if std::env::var_os(WRITE).is_some() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../migrations/schema.txt");
        std::fs::write(file, written(&sqlite, &postgres)).unwrap();
        return;
    }
    for (engine, live) in [(Engine::Sqlite, sqlite), (Engine::Postgres, postgres)] {
        let expected = checks::expected_facts(engine);
        let missing: Vec<_> = expected.difference(&live).collect();
        let new: Vec<_> = live.difference(&expected).collect();
        assert!(
            missing.is_empty() && new.is_empty(),
            "migrations/schema.txt is not what the migrations make on {engine}: run with {WRITE}=1 \
             after a migration\ngone: {missing:#?}\nnew: {new:#?}"
        );
    }
}

/// Columns, keys, references, indexes and what can be searched are the same. Only triggers
/// may differ, and the tables with the numbers that SQLite's full-text search needs.
#[test]
fn the_engines_differ_in_triggers_and_the_numbers_of_searched_rows_alone() {
    let (sqlite, postgres) = (
        checks::expected_facts(Engine::Sqlite),
        checks::expected_facts(Engine::Postgres),
    );
    for fact in sqlite.symmetric_difference(&postgres) {
        assert!(
            fact.starts_with("trigger ") || fact.contains("_search_keys."),
            "{fact}"
        );
    }
    let common = sqlite.intersection(&postgres).count();
    assert!(common > 150, "only {common} facts are the same");
}

#[test]
fn the_tables_that_others_may_read_are_there() {
    let facts = checks::expected_facts(Engine::Sqlite);
    for table in [
        "users",
        "guilds",
        "user_guilds",
        "sessions",
        "audit_logs",
        "club_analyses",
        "club_analysis_images",
        "club_metrics",
        "club_powers",
        "chat_conversations",
        "chat_messages",
    ] {
        assert!(
            facts.contains(&format!("{table}.id TEXT not null")),
            "{table}"
        );
    }
}
