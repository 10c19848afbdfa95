//! The rows that a step's program writes, from `previous/NNNN/data.json`: one set for
//! both engines, with times in RFC 3339.

use std::path::Path;

use serde::Deserialize;
use serde_json::{Map, Value};
use slimy_store::testing::TestDb;
use slimy_store::{Engine, Timestamp};
use sqlx::{AssertSqlSafe, PgPool, SqlitePool};

#[derive(Deserialize)]
struct Rows {
    table: String,
    rows: Vec<Map<String, Value>>,
}

/// Writes the rows of the step `version`. They name their columns, so that those which
/// came later have their defaults.
pub(super) async fn fill(test: &TestDb, version: i64) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/store/previous");
    let path = folder.join(format!("{version:04}/data.json"));
    let json = std::fs::read_to_string(&path).unwrap_or_else(|error| {
        panic!(
            "there is a newer migration than {version}, so {version} needs rows of its new \
             tables and columns ([] when it has none) in {}: {error}",
            path.display()
        )
    });
    let tables: Vec<Rows> = serde_json::from_str(&json).expect("tables and their rows");
    match test.engine() {
        Engine::Sqlite => into_sqlite(&test.url, &tables).await,
        Engine::Postgres => into_postgres(&test.url, &tables).await,
    }
}

/// `INSERT INTO t (a, b)`.
fn insert(table: &str, row: &Map<String, Value>) -> String {
    format!("INSERT INTO {table} ({})", columns(row))
}

fn columns(row: &Map<String, Value>) -> String {
    let names: Vec<String> = row.keys().map(|name| format!("\"{name}\"")).collect();
    names.join(", ")
}

async fn into_sqlite(url: &str, tables: &[Rows]) {
    let options: sqlx::sqlite::SqliteConnectOptions = url.parse().unwrap();
    let options = options
        .foreign_keys(true)
        .pragma("recursive_triggers", "ON");
    let pool = SqlitePool::connect_with(options).await.unwrap();
    for Rows { table, rows } in tables {
        let types = "SELECT name, type FROM pragma_table_info($1)";
        let types: Vec<(String, String)> = sqlx::query_as(types)
            .bind(table)
            .fetch_all(&pool)
            .await
            .unwrap();
        for row in rows {
            let places: Vec<String> = (1..=row.len()).map(|n| format!("${n}")).collect();
            let text = format!("{} VALUES ({})", insert(table, row), places.join(", "));
            let mut query = sqlx::query(AssertSqlSafe(text));
            for (name, value) in row {
                let holds = |what: &str| types.iter().any(|(n, kind)| n == name && kind == what);
                query = match value {
                    Value::Null => query.bind(None::<String>),
                    Value::Bool(truth) => query.bind(i64::from(*truth)),
                    Value::Number(number) if number.is_i64() => query.bind(number.as_i64()),
                    Value::Number(number) => query.bind(number.as_f64()),
                    Value::String(text) if holds("INTEGER") => query.bind(moment(text).micros()),
                    Value::String(text) if holds("BLOB") => query.bind(bytes(text)),
                    Value::String(text) => query.bind(text),
                    Value::Array(_) | Value::Object(_) => query.bind(value.to_string()),
                };
            }
            query
                .execute(&pool)
                .await
                .unwrap_or_else(|error| panic!("{table}: {row:?}: {error}"));
        }
    }
}

async fn into_postgres(url: &str, tables: &[Rows]) {
    let pool = PgPool::connect(url).await.unwrap();
    for Rows { table, rows } in tables {
        for row in rows {
            // The server itself knows what a column's text means.
            let from = format!(
                "SELECT {} FROM jsonb_populate_record(NULL::{table}, $1)",
                columns(row)
            );
            let text = format!("{} {from}", insert(table, row));
            let query = sqlx::query(AssertSqlSafe(text)).bind(Value::Object(row.clone()));
            query
                .execute(&pool)
                .await
                .unwrap_or_else(|error| panic!("{table}: {row:?}: {error}"));
        }
    }
}

/// Bytes as PostgreSQL writes them.
fn bytes(text: &str) -> Vec<u8> {
    let digits = text.strip_prefix("\\x").expect("bytes begin with \\x");
    hex::decode(digits).expect("bytes in hexadecimal")
}

fn moment(text: &str) -> Timestamp {
    serde_json::from_value(Value::from(text)).expect("a time in RFC 3339")
}
