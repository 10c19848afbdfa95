//! Where some words stand, whichever table and column that is: nothing that is kept escapes it.

use sqlx::{AssertSqlSafe, PgPool, SqlitePool};

use super::TestDb;
use crate::Engine;

/// The names of the tables that have `words` in a row.
pub(super) async fn tables(test: &TestDb, words: &str) -> Vec<String> {
    match test.engine() {
        Engine::Sqlite => in_sqlite(test, words).await,
        Engine::Postgres => in_postgres(test, words).await,
    }
}

async fn in_sqlite(test: &TestDb, words: &str) -> Vec<String> {
    let pool = SqlitePool::connect(&test.url).await;
    let pool = pool.expect("the test's database opens");
    let columns = "SELECT t.name, c.name FROM pragma_table_list t JOIN pragma_table_info(t.name) c
         WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%'";
    let columns: Vec<(String, String)> = sqlx::query_as(columns)
        .fetch_all(&pool)
        .await
        .expect("the tables are listed");
    let mut found = Vec::new();
    for (table, column) in columns {
        let ask =
            format!("SELECT count(*) FROM {table} WHERE instr(CAST(\"{column}\" AS TEXT), $1) > 0");
        let rows: i64 = sqlx::query_scalar(AssertSqlSafe(ask))
            .bind(words)
            .fetch_one(&pool)
            .await
            .expect("the column is read");
        if rows > 0 && !found.contains(&table) {
            found.push(table);
        }
    }
    found
}

async fn in_postgres(test: &TestDb, words: &str) -> Vec<String> {
    let pool = PgPool::connect(&test.url).await;
    let pool = pool.expect("the test's database opens");
    let tables = "SELECT table_name::text FROM information_schema.tables
         WHERE table_schema = 'public' AND table_type = 'BASE TABLE'";
    let tables: Vec<String> = sqlx::query_scalar(tables)
        .fetch_all(&pool)
        .await
        .expect("the tables are listed");
    let mut found = Vec::new();
    for table in tables {
        // Bytes are shown as digits.
        let ask = format!(
            "SELECT count(*) FROM {table} AS r
             WHERE strpos(r::text, $1) > 0 OR strpos(r::text, $2) > 0"
        );
        let rows: i64 = sqlx::query_scalar(AssertSqlSafe(ask))
            .bind(words)
            .bind(hex::encode(words))
            .fetch_one(&pool)
            .await
            .expect("the table is read");
        if rows > 0 {
            found.push(table);
        }
    }
    found
}
