//! What a driver's error means, told by its code and never by its text.

use std::borrow::Cow;

use sqlx::Error;
use sqlx::error::DatabaseError;
use sqlx::postgres::PgDatabaseError;

use crate::{Cause, StoreError};

/// An error of a statement.
pub(super) fn store_error(error: &Error) -> StoreError {
    match error {
        Error::RowNotFound => StoreError::NotFound,
        Error::PoolTimedOut => StoreError::Timeout,
        Error::PoolClosed => unavailable("the pool is closed"),
        Error::WorkerCrashed => unavailable("the connection's thread ended"),
        Error::Io(error) => StoreError::Unavailable(Cause(Cow::Owned(error.kind().to_string()))),
        Error::Tls(_) => unavailable("no TLS connection came about"),
        Error::Protocol(_) => unavailable("the connection broke off in the middle of an answer"),
        Error::Database(error) => database_error(&**error),
        Error::ColumnDecode { index, .. } => StoreError::Other(Cause(Cow::Owned(format!(
            "the column {index} cannot be read"
        )))),
        Error::ColumnNotFound(name) => {
            StoreError::Other(Cause(Cow::Owned(format!("the column {name} is missing"))))
        }
        // The rest are faults of ours in using the driver, of which some repeat values.
        _ => StoreError::Other(Cause(Cow::Borrowed(
            "the driver could not run the statement",
        ))),
    }
}

/// An error while the first connection is made: a file that cannot be opened and a
/// server that refuses us both mean that there is no database.
pub(super) fn connecting(error: &Error) -> StoreError {
    match error {
        Error::Database(error) => StoreError::Unavailable(cause(&**error)),
        Error::PoolTimedOut => unavailable("no connection came about in time"),
        error => store_error(error),
    }
}

fn unavailable(why: &'static str) -> StoreError {
    StoreError::Unavailable(Cause(Cow::Borrowed(why)))
}

fn database_error(error: &dyn DatabaseError) -> StoreError {
    let code = error.code().unwrap_or_default();
    if error.try_downcast_ref::<PgDatabaseError>().is_some() {
        postgres_error(&code, error)
    } else {
        sqlite_error(&code, error)
    }
}

/// PostgreSQL's SQLSTATE, <https://www.postgresql.org/docs/current/errcodes-appendix.html>.
fn postgres_error(code: &str, error: &dyn DatabaseError) -> StoreError {
    match code {
        "23505" => StoreError::Conflict,
        "23503" => StoreError::ForeignKey,
        "23502" | "23514" => StoreError::invalid("a value that the schema does not allow"),
        "SL001" => StoreError::Immutable,
        "25P02" => StoreError::Aborted,
        "57014" => StoreError::Timeout,
        "40001" | "40P01" | "55P03" => StoreError::Busy,
        // 25006: a standby, or a server that was made to read only.
        "57P01" | "57P02" | "57P03" | "57P05" | "25P03" | "25006" => {
            StoreError::Unavailable(cause(error))
        }
        _ => match code.get(..2) {
            // Connection, login, database, resources and system: the server, not the statement.
            Some("08" | "28" | "3D" | "53" | "58") => StoreError::Unavailable(cause(error)),
            Some("22") => StoreError::invalid("a value that its column cannot hold"),
            _ => StoreError::Other(cause(error)),
        },
    }
}

/// SQLite's extended result codes, <https://www.sqlite.org/rescode.html>.
fn sqlite_error(code: &str, error: &dyn DatabaseError) -> StoreError {
    let code: i32 = code.parse().unwrap_or(1);
    match (code & 0xff, code) {
        (_, 1555 | 2067 | 2579) => StoreError::Conflict,
        (_, 787) => StoreError::ForeignKey,
        (_, 1811) => StoreError::Immutable,
        (19, _) => StoreError::invalid("a value that the schema does not allow"),
        (5 | 6, _) => StoreError::Busy,
        (9, _) => StoreError::Timeout,
        (18 | 20 | 25, _) => StoreError::invalid("a value that its column cannot hold"),
        // Disk, file and access: the file, not the statement.
        (8 | 10 | 11 | 13 | 14 | 15 | 22 | 23 | 26, _) => StoreError::Unavailable(cause(error)),
        _ => StoreError::Other(cause(error)),
    }
}

/// The code, and the message where that is about our SQL: other messages may repeat
/// what a person typed.
pub(super) fn cause(error: &dyn DatabaseError) -> Cause {
    let code = error.code().unwrap_or_default();
    let about_sql = code.starts_with("42") || code == "1";
    let message = if about_sql { error.message() } else { "" };
    let constraint = error.constraint().unwrap_or_default();
    let text = ["code ", &code, " ", message, " ", constraint].concat();
    Cause(Cow::Owned(text.trim_end().to_owned()))
}
