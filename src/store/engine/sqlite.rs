//! Opening a SQLite file.

use std::borrow::Cow;
use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use sqlx::ConnectOptions;
use sqlx::SqlitePool;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};

use super::{DbOptions, Pools, errors};
use crate::{Cause, StoreError};

/// One connection that writes and several that read, on the same file.
pub(super) async fn connect(url: &str, options: &DbOptions) -> Result<Pools, StoreError> {
    let file = SqliteConnectOptions::from_str(url).map_err(|_| {
        StoreError::invalid("the SQLite URL cannot be read: sqlite://path is accepted")
    })?;
    if url.contains(":memory:") || url.contains("mode=memory") {
        // Its readers would each see an empty database of their own.
        return Err(StoreError::invalid(
            "a database in memory is not supported: name a file",
        ));
    }
    make_private(file.get_filename())?;
    let file = file
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        // A person sees success only after the entry is on disk. In WAL mode NORMAL
        // syncs at checkpoints only, and a power cut takes the last commits back;
        // FULL syncs the log at each commit. Group commit shares that cost.
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        // REPLACE deletes rows, and only with this do the triggers see it: without it
        // an audit entry could be overwritten.
        .pragma("recursive_triggers", "ON")
        // What is deleted is overwritten and not only forgotten: with FAST the pages that a
        // large file leaves free would keep it. The search's index alone keeps pieces of a
        // deleted text until it merges its parts.
        .pragma("secure_delete", "ON")
        .busy_timeout(options.statement_timeout)
        .disable_statement_logging();

    // The writer goes first: it turns on WAL.
    let writer = pool(options)
        .max_connections(1)
        .connect_with(file.clone())
        .await;
    let writer = writer.map_err(|error| errors::connecting(&error))?;
    let readers: SqlitePool = pool(options)
        .max_connections(options.max_connections.max(1))
        .connect_lazy_with(file.pragma("query_only", "ON"));
    Ok(Pools::Sqlite { writer, readers })
}

/// The file that a URL names; none where it cannot be read.
pub(super) fn file(url: &str) -> Option<PathBuf> {
    let options = SqliteConnectOptions::from_str(url).ok()?;
    Some(options.get_filename().to_owned())
}

/// Makes the file where there is none, to be read by its owner alone: it holds what
/// people said and did. SQLite gives its log and index files the rights of the file.
fn make_private(path: &Path) -> Result<(), StoreError> {
    let mut new = OpenOptions::new();
    new.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut new, 0o600);
    match new.open(path).map_err(|error| error.kind()) {
        Ok(_) | Err(ErrorKind::AlreadyExists) => Ok(()),
        Err(ErrorKind::NotFound) => Err(StoreError::invalid(
            "the folder of the SQLite file does not exist",
        )),
        Err(kind) => {
            let why = format!("the SQLite file cannot be made: {kind}");
            Err(StoreError::Unavailable(Cause(Cow::Owned(why))))
        }
    }
}

fn pool(options: &DbOptions) -> SqlitePoolOptions {
    SqlitePoolOptions::new()
        .acquire_timeout(options.acquire_timeout)
        // A file does not go away as a server does: nothing is gained by asking.
        .test_before_acquire(false)
        .idle_timeout(None)
        .max_lifetime(None)
}
