//! Rows of any shape as text, to compare what two databases of one engine hold.

use slimy_store::Timestamp;
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{Column, Row, TypeInfo, ValueRef};

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
                (_, "TEXT" | "VARCHAR") => format!("{:?}", row.get::<String, _>(at)),
                (_, "INT4") => row.get::<i32, _>(at).to_string(),
                (_, "INT8") => row.get::<i64, _>(at).to_string(),
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
