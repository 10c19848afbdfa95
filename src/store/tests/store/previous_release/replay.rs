//! Sends recorded statements once more, in their order, and tells what came back in
//! the same words for both engines.

use serde::Deserialize;
use slimy_store::testing::TestDb;
use slimy_store::{Engine, Timestamp};
use sqlx::postgres::PgArguments;
use sqlx::sqlite::SqliteArguments;
use sqlx::{Arguments, AssertSqlSafe, PgPool, SqlitePool};

use crate::rows;

/// One statement as an earlier release sent it.
#[derive(Debug, Deserialize)]
pub(super) struct Statement {
    /// Where it stood in that release.
    pub(super) site: String,
    pub(super) text: String,
    values: Vec<Typed>,
}

/// A value with its type, which its NULL has too.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Typed {
    Text(Option<String>),
    Int(Option<i64>),
    Float(Option<f64>),
    Bool(Option<bool>),
    Micros(Option<i64>),
    Json(Option<serde_json::Value>),
}

/// The recording of an engine: a line of JSON per statement.
pub(super) fn read(recording: &str) -> Vec<Statement> {
    let read = |line| serde_json::from_str(line).expect("a statement per line");
    recording.lines().map(read).collect()
}

/// What each statement gave: its rows, and how many it changed. All run in one
/// transaction, which is committed.
pub(super) async fn replay(test: &TestDb, statements: &[Statement]) -> Vec<String> {
    match test.engine() {
        Engine::Sqlite => on_sqlite(test, statements).await,
        Engine::Postgres => on_postgres(test, statements).await,
    }
}

async fn on_sqlite(test: &TestDb, statements: &[Statement]) -> Vec<String> {
    let options: sqlx::sqlite::SqliteConnectOptions = test.url.parse().unwrap();
    let options = options
        .foreign_keys(true)
        .pragma("recursive_triggers", "ON");
    let pool = SqlitePool::connect_with(options).await.unwrap();
    let mut tx = pool.begin_with("BEGIN IMMEDIATE").await.unwrap();
    let mut answers = Vec::new();
    for statement in statements {
        let query = sqlx::query_with(statement.text(), sqlite_values(statement));
        let answer = if statement.gives_rows() {
            let found = query.fetch_all(&mut *tx).await;
            found.map(|found| in_words(found.iter().map(rows::sqlite)))
        } else {
            let done = query.execute(&mut *tx).await;
            done.map(|done| changed(done.rows_affected()))
        };
        answers.push(answer.unwrap_or_else(|error| statement.refused(&error)));
    }
    tx.commit().await.unwrap();
    answers
}

async fn on_postgres(test: &TestDb, statements: &[Statement]) -> Vec<String> {
    let pool = PgPool::connect(&test.url).await.unwrap();
    let mut tx = pool.begin().await.unwrap();
    let mut answers = Vec::new();
    for statement in statements {
        let query = sqlx::query_with(statement.text(), postgres_values(statement));
        let answer = if statement.gives_rows() {
            let found = query.fetch_all(&mut *tx).await;
            found.map(|found| in_words(found.iter().map(rows::postgres)))
        } else {
            let done = query.execute(&mut *tx).await;
            done.map(|done| changed(done.rows_affected()))
        };
        answers.push(answer.unwrap_or_else(|error| statement.refused(&error)));
    }
    tx.commit().await.unwrap();
    answers
}

fn sqlite_values(statement: &Statement) -> SqliteArguments {
    let mut values = SqliteArguments::default();
    for value in statement.values.clone() {
        let added = match value {
            Typed::Text(value) => values.add(value),
            Typed::Int(value) | Typed::Micros(value) => values.add(value),
            Typed::Float(value) => values.add(value),
            Typed::Bool(value) => values.add(value),
            Typed::Json(value) => values.add(value.map(|json| json.to_string())),
        };
        added.unwrap();
    }
    values
}

fn postgres_values(statement: &Statement) -> PgArguments {
    let moment = |micros| Timestamp::from_micros(micros).unwrap().datetime();
    let mut values = PgArguments::default();
    for value in statement.values.clone() {
        let added = match value {
            Typed::Text(value) => values.add(value),
            Typed::Int(value) => values.add(value),
            Typed::Float(value) => values.add(value),
            Typed::Bool(value) => values.add(value),
            Typed::Micros(value) => values.add(value.map(moment)),
            Typed::Json(value) => values.add(value),
        };
        added.unwrap();
    }
    values
}

fn in_words(rows: impl Iterator<Item = Vec<String>>) -> String {
    format!("{:#?}", rows.collect::<Vec<_>>())
}

fn changed(rows: u64) -> String {
    format!("{rows} rows changed")
}

impl Statement {
    fn text(&self) -> AssertSqlSafe<String> {
        AssertSqlSafe(self.text.clone())
    }

    fn gives_rows(&self) -> bool {
        self.text.trim_start().starts_with("SELECT") || self.text.contains("RETURNING")
    }

    fn refused(&self, error: &sqlx::Error) -> ! {
        panic!(
            "{} of the previous release fails: {error}\n{}",
            self.site, self.text
        )
    }
}
