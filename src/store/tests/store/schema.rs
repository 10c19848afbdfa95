//! Both folders of migrations make the same schema.

use std::collections::BTreeSet;

use slimy_store::testing::{postgres, sqlite};
use sqlx::{AssertSqlSafe, PgPool, Row, SqlitePool};

/// A line per column, key and index, in the same words for both engines.
type Schema = BTreeSet<String>;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_engines_have_the_same_tables_columns_keys_and_indexes() {
    let (sqlite, postgres) = (sqlite().await, postgres().await);
    let sqlite = sqlite_schema(&SqlitePool::connect(&sqlite.url).await.unwrap()).await;
    let postgres = postgres_schema(&PgPool::connect(&postgres.url).await.unwrap()).await;

    let only_sqlite: Vec<_> = sqlite.difference(&postgres).collect();
    let only_postgres: Vec<_> = postgres.difference(&sqlite).collect();
    assert!(
        only_sqlite.is_empty() && only_postgres.is_empty(),
        "only in SQLite: {only_sqlite:#?}\nonly in PostgreSQL: {only_postgres:#?}"
    );
    assert!(
        sqlite.len() > 150,
        "only {} facts were compared",
        sqlite.len()
    );
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
            sqlite.contains(&format!("{table}.id TEXT not null")),
            "{table}"
        );
    }
}

/// The family of a column's type: several of PostgreSQL's are one of SQLite's.
fn family(postgres: &str) -> &'static str {
    match postgres {
        "text" | "jsonb" => "TEXT",
        "bigint" | "boolean" | "timestamp with time zone" => "INTEGER",
        "double precision" => "REAL",
        _ => "a type that SQLite's side has no match for",
    }
}

async fn sqlite_schema(pool: &SqlitePool) -> Schema {
    let mut facts = Schema::new();
    let columns = "SELECT m.name || '.' || c.name || ' ' || c.type
                 || CASE WHEN c.\"notnull\" THEN ' not null' ELSE '' END
                 || CASE WHEN c.pk THEN ';key' ELSE '' END
             FROM sqlite_master m JOIN pragma_table_info(m.name) c
             WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE '\\_sqlx%' ESCAPE '\\'";
    for fact in sqlx::query_scalar::<_, String>(columns)
        .fetch_all(pool)
        .await
        .unwrap()
    {
        if let Some(column) = fact.strip_suffix(";key") {
            facts.insert(format!("key of {}", column.split(' ').next().unwrap()));
            facts.insert(column.to_owned());
        } else {
            facts.insert(fact);
        }
    }
    let keys = "SELECT 'reference ' || m.name || '.' || f.\"from\" || ' to ' || f.\"table\" || '.'
                 || f.\"to\" || ' on delete ' || f.on_delete
             FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'";
    facts.extend(
        sqlx::query_scalar::<_, String>(keys)
            .fetch_all(pool)
            .await
            .unwrap(),
    );
    let indexes = "SELECT 'index ' || i.name || ' on ' || m.name || ' ('
                 || (SELECT group_concat(x.name, ',') FROM pragma_index_info(i.name) x) || ')'
                 || CASE WHEN i.\"unique\" THEN ' unique' ELSE '' END
                 || CASE WHEN i.partial THEN ' partial' ELSE '' END
             FROM sqlite_master m JOIN pragma_index_list(m.name) i
             WHERE m.type = 'table' AND i.origin = 'c'";
    facts.extend(
        sqlx::query_scalar::<_, String>(indexes)
            .fetch_all(pool)
            .await
            .unwrap(),
    );
    // REPLACE is SQLite's alone.
    let triggers = "SELECT 'trigger ' || name || ' on ' || tbl_name FROM sqlite_master
             WHERE type = 'trigger' AND name <> 'audit_logs_ignore_known'";
    facts.extend(
        sqlx::query_scalar::<_, String>(triggers)
            .fetch_all(pool)
            .await
            .unwrap(),
    );
    facts
}

async fn postgres_schema(pool: &PgPool) -> Schema {
    let mut facts = Schema::new();
    let columns = "SELECT table_name || '.' || column_name, data_type, is_nullable = 'NO'
             FROM information_schema.columns
             WHERE table_schema = 'public' AND table_name <> '_sqlx_migrations'";
    for row in sqlx::query(columns).fetch_all(pool).await.unwrap() {
        let (name, kind, required): (String, String, bool) = (row.get(0), row.get(1), row.get(2));
        let required = if required { " not null" } else { "" };
        facts.insert(format!("{name} {}{required}", family(&kind)));
    }
    let of_ours =
        "c.connamespace = 'public'::regnamespace AND c.conrelid <> '_sqlx_migrations'::regclass";
    let keys = format!(
        "SELECT CASE WHEN c.contype = 'p' THEN 'key of ' || c.conrelid::regclass || '.' || a.attname
                 ELSE 'reference ' || c.conrelid::regclass || '.' || a.attname || ' to '
                     || c.confrelid::regclass || '.' || b.attname || ' on delete '
                     || CASE c.confdeltype WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN 'SET NULL'
                         ELSE 'NO ACTION' END END
             FROM pg_constraint c
             JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
             LEFT JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = c.confkey[1]
             WHERE c.contype IN ('p', 'f') AND {of_ours}"
    );
    facts.extend(
        sqlx::query_scalar::<_, String>(AssertSqlSafe(keys))
            .fetch_all(pool)
            .await
            .unwrap(),
    );
    let indexes = "SELECT 'index ' || i.relname || ' on ' || t.relname || ' (' || (
                     SELECT string_agg(a.attname, ',' ORDER BY k.place)
                     FROM unnest(x.indkey) WITH ORDINALITY k (number, place)
                     JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number
                 ) || ')' || CASE WHEN x.indisunique THEN ' unique' ELSE '' END
                 || CASE WHEN x.indpred IS NOT NULL THEN ' partial' ELSE '' END
             FROM pg_index x
             JOIN pg_class i ON i.oid = x.indexrelid
             JOIN pg_class t ON t.oid = x.indrelid
             WHERE i.relnamespace = 'public'::regnamespace AND NOT x.indisprimary";
    facts.extend(
        sqlx::query_scalar::<_, String>(indexes)
            .fetch_all(pool)
            .await
            .unwrap(),
    );
    // TRUNCATE is PostgreSQL's alone.
    let triggers = "SELECT 'trigger ' || tgname || ' on ' || tgrelid::regclass FROM pg_trigger
             WHERE NOT tgisinternal AND tgname <> 'audit_logs_refuse_truncate'";
    facts.extend(
        sqlx::query_scalar::<_, String>(triggers)
            .fetch_all(pool)
            .await
            .unwrap(),
    );
    facts
}
