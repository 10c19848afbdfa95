//! Rows of any shape as text, to compare what two databases of one engine hold.

use slimy_store::testing::TestDb;
use slimy_store::{Engine, Timestamp};
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{AssertSqlSafe, Column, PgPool, Row, SqlitePool, TypeInfo, ValueRef};

/// What a statement gives, each column as `name=value`.
pub(crate) async fn of(test: &TestDb, statement: &str) -> Vec<Vec<String>> {
    let statement = AssertSqlSafe(statement.to_owned());
    match test.engine() {
        Engine::Sqlite => {
            let pool = SqlitePool::connect(&test.url).await.unwrap();
            let found = sqlx::query(statement).fetch_all(&pool).await.unwrap();
            found.iter().map(sqlite).collect()
        }
        Engine::Postgres => {
            let pool = PgPool::connect(&test.url).await.unwrap();
            let found = sqlx::query(statement).fetch_all(&pool).await.unwrap();
            found.iter().map(postgres).collect()
        }
    }
}

/// The one column of a statement that gives texts.
pub(crate) async fn texts(test: &TestDb, statement: &str) -> Vec<String> {
    let statement = AssertSqlSafe(statement.to_owned());
    match test.engine() {
        Engine::Sqlite => {
            let pool = SqlitePool::connect(&test.url).await.unwrap();
            sqlx::query_scalar(statement)
                .fetch_all(&pool)
                .await
                .unwrap()
        }
        Engine::Postgres => {
            let pool = PgPool::connect(&test.url).await.unwrap();
            sqlx::query_scalar(statement)
                .fetch_all(&pool)
                .await
                .unwrap()
        }
    }
}

/// Each column as `name=value`.
pub(crate) fn sqlite(row: &SqliteRow) -> Vec<String> {
    let columns = row.columns().iter();
    columns
        .map(|column| {
            let at = column.ordinal();
            let raw = row.try_get_raw(at).unwrap();
            let value = match (raw.is_null(), raw.type_info().name()) {
                (true, _) => "NULL".to_owned(),
                (_, "TEXT") => format!("{:?}", row.get::<String, _>(at)),
                (_, "INTEGER") => row.get::<i64, _>(at).to_string(),
                (_, "BLOB") => format!("{:?}", row.get::<Vec<u8>, _>(at)),
                (_, "REAL") => format!("{:?}", row.get::<f64, _>(at)),
                (_, other) => panic!("{} is {other}", column.name()),
            };
            format!("{}={value}", column.name())
        })
        .collect()
}

/// Each column as `name=value`.
pub(crate) fn postgres(row: &PgRow) -> Vec<String> {
    let columns = row.columns().iter();
    columns
        .map(|column| {
            let at = column.ordinal();
            let raw = row.try_get_raw(at).unwrap();
            let value = match (raw.is_null(), column.type_info().name()) {
                (true, _) => "NULL".to_owned(),
                (_, "TEXT" | "VARCHAR" | "NAME") => format!("{:?}", row.get::<String, _>(at)),
                (_, "INT4") => row.get::<i32, _>(at).to_string(),
                (_, "INT8") => row.get::<i64, _>(at).to_string(),
                (_, "BYTEA") => format!("{:?}", row.get::<Vec<u8>, _>(at)),
                (_, "FLOAT8") => format!("{:?}", row.get::<f64, _>(at)),
                (_, "BOOL") => row.get::<bool, _>(at).to_string(),
                (_, "TIMESTAMPTZ") => row.get::<Timestamp, _>(at).to_string(),
                (_, "JSONB") => row.get::<serde_json::Value, _>(at).to_string(),
                (_, "DATE") => row.get::<chrono::NaiveDate, _>(at).to_string(),
                (_, other) => panic!("{} is {other}", column.name()),
            };
            format!("{}={value}", column.name())
        })
        .collect()
}
