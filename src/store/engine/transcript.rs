//! Writes down every statement that is sent, with its values and in its order, so that
//! the next release can send the same ones to its own schema. Only builds for tests have it;
//! CONTRIBUTING.md says when it is used.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex, PoisonError};

use serde_json::json;

use super::query::Query;
use super::{Db, Engine, Value};

/// The directory to write to, when there is one. Not a setting of the program, so it
/// is not in its configuration.
static DIRECTORY: LazyLock<Option<PathBuf>> =
    LazyLock::new(|| std::env::var_os("SLIMY_QUERY_RECORD").map(PathBuf::from));

/// Keeps lines whole when several tasks write.
static WRITING: Mutex<()> = Mutex::new(());

/// Adds `query` to the engine's file, one line of JSON per statement.
pub(super) fn write(query: &Query, db: &Db) {
    let Some(directory) = DIRECTORY.as_deref() else {
        return;
    };
    let file = match db.engine() {
        Engine::Sqlite => "sqlite.jsonl",
        Engine::Postgres => "postgres.jsonl",
    };
    let line = json!({
        "site": format!("{}:{}", query.site().file(), query.site().line()),
        "text": query.text(),
        "values": query.values().iter().map(typed).collect::<Vec<_>>(),
    });
    append(&directory.join(file), &format!("{line}\n"));
}

/// Adds the rows of an INSERT of many after its first, as one statement each: their text
/// on the way to an engine hangs on their number.
pub(super) fn write_rest(query: &Query, rows: &[Vec<Value>], db: &Db) {
    if DIRECTORY.is_some() {
        for row in rows.iter().skip(1) {
            write(&query.clone().bind_all(row.clone()), db);
        }
    }
}

/// A value with its type, which its NULL has too.
fn typed(value: &Value) -> serde_json::Value {
    match value {
        Value::Text(value) => json!({ "text": value }),
        Value::Int(value) => json!({ "int": value }),
        Value::Float(value) => json!({ "float": value }),
        Value::Bool(value) => json!({ "bool": value }),
        Value::Time(value) => json!({ "micros": value.map(crate::Timestamp::micros) }),
        Value::Json(value) => json!({ "json": value }),
        Value::Bytes(value) => json!({ "hex": value.as_ref().map(hex::encode) }),
    }
}

/// There is nobody to tell when it fails; the recording is then found to be too short.
fn append(path: &Path, line: &str) {
    let _whole = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
    let file = std::fs::OpenOptions::new()
        .create(true)
        .append(true)
        .open(path);
    if let Ok(mut file) = file {
        let _ = file.write_all(line.as_bytes());
    }
}
