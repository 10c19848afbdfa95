//! Writes down which call site ran on which engine, and whether the plan of each
//! that looks for rows uses an index. `cargo xtask test` reads it; only builds for tests have it.

use std::collections::HashSet;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex, PoisonError};

use sqlx::Row;

use super::query::Query;
use super::{Db, Engine, Pools};

/// The directory to write to, when there is one. Not a setting of the program, so it
/// is not in its configuration.
static DIRECTORY: LazyLock<Option<PathBuf>> =
    LazyLock::new(|| std::env::var_os("SLIMY_QUERY_COVERAGE").map(PathBuf::from));

static SEEN: LazyLock<Mutex<HashSet<String>>> = LazyLock::new(Mutex::default);

/// Notes that `query` runs on `db`, once per call site, engine and text.
pub(super) async fn record(query: &Query, db: &Db) {
    super::transcript::write(query, db);
    let Some(directory) = DIRECTORY.as_deref() else {
        return;
    };
    let engine = match db.engine() {
        Engine::Sqlite => "sqlite",
        Engine::Postgres => "postgres",
    };
    let site = format!("{}:{}\t{engine}", query.site().file(), query.site().line());
    // A site that has a text per engine, or per kind of question, has a plan for each.
    let plan = if query.has_plan() { query.text() } else { "" };
    if !SEEN
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .insert(format!("{site}\t{plan}"))
    {
        return;
    }
    let verdict = if let Some(reason) = query.may_read_all() {
        format!("allowed: {reason}")
    } else if query.has_plan() {
        verdict(query, db).await
    } else {
        "-".to_owned()
    };
    write(directory, &format!("{site}\t{verdict}\n"));
}

/// `index`, or what is wrong with the plan.
async fn verdict(query: &Query, db: &Db) -> String {
    match plan(query, db).await {
        Ok(steps) => match steps.iter().find(|step| scans_whole_table(step, &steps)) {
            Some(step) => format!("scan: {}", step.trim()),
            None => "index".to_owned(),
        },
        Err(error) => format!("no plan: {error}"),
    }
}

/// Reading a result whole that another step has put together, with its own plan, is no
/// such scan: SQLite says `SCAN name` of both.
fn scans_whole_table(step: &str, steps: &[String]) -> bool {
    let step = step.trim_start_matches([' ', '-', '>']);
    // A text index is a virtual table: `INDEX 0:M1` when a term is looked up in it, and
    // `INDEX 0:` when it is read whole.
    let virtual_index = step.contains("VIRTUAL TABLE INDEX") && !step.ends_with(':');
    let made = step.strip_prefix("SCAN ").is_some_and(|name| {
        let made_by = |step: &String| {
            let maker = step.strip_prefix("MATERIALIZE ");
            maker.or_else(|| step.strip_prefix("CO-ROUTINE ")) == Some(name)
        };
        steps.iter().any(made_by)
    });
    let no_table = made || step == "SCAN CONSTANT ROW";
    let table = !step.contains("USING ") && !virtual_index && !no_table;
    let sqlite = step.starts_with("SCAN ") && table;
    sqlite || step.starts_with("Seq Scan") || step.starts_with("Parallel Seq Scan")
}

/// The steps of the plan, with the same values. On a connection of its own, so that a
/// transaction that is under way notices nothing.
async fn plan(
    query: &Query,
    db: &Db,
) -> Result<Vec<String>, Box<dyn std::error::Error + Send + Sync>> {
    match db.pools() {
        Pools::Sqlite { readers, .. } => {
            let (text, values) = query.explained("EXPLAIN QUERY PLAN").for_sqlite()?;
            let rows = sqlx::query_with(text, values).fetch_all(readers).await?;
            Ok(rows
                .iter()
                .map(|row| row.try_get("detail"))
                .collect::<Result<_, _>>()?)
        }
        Pools::Postgres(pool) => {
            let mut tx = pool.begin().await?;
            // A test's tables are nearly empty, and reading those whole is right.
            sqlx::query("SET LOCAL enable_seqscan = off")
                .execute(&mut *tx)
                .await?;
            let (text, values) = query.explained("EXPLAIN").for_postgres()?;
            let rows = sqlx::query_with(text, values).fetch_all(&mut *tx).await?;
            tx.rollback().await?;
            Ok(rows
                .iter()
                .map(|row| row.try_get(0))
                .collect::<Result<_, _>>()?)
        }
    }
}

/// Appends to this process's own file. A failure to do so fails the check, which then
/// misses the line; there is nobody to tell here.
fn write(directory: &Path, line: &str) {
    let path = directory.join(format!("{}.tsv", std::process::id()));
    let file = std::fs::OpenOptions::new()
        .create(true)
        .append(true)
        .open(path);
    if let Ok(mut file) = file {
        let _ = file.write_all(line.as_bytes());
    }
}
