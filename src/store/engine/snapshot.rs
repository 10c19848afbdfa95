//! Writing on SQLite beside another program that writes to the same file.
//!
//! A connection that reads cannot begin to write once another one has written: what it reads
//! is the past. SQLite refuses at once (`SQLITE_BUSY_SNAPSHOT`), whatever the busy timeout,
//! because waiting would not help. The writing connection reads nothing between its
//! statements, with one exception, which is SQLite's (3.51): a write outside of a transaction
//! that is refused after one of its triggers has looked into a text index (FTS5), as by a
//! foreign key at its end. SQLite rolls the tables back first, and keeps the snapshot for the
//! index's reader; it closes that reader second, and keeps the snapshot for the write; and
//! the write is past where it would let go of it. The next statement on the connection that
//! touches a table does, also one that fails.

use sqlx::Error;

/// SQLite's extended result code `SQLITE_BUSY_SNAPSHOT`.
const BUSY_SNAPSHOT: &str = "517";

/// Runs a write that is a transaction of its own, or begins one; once more where SQLite says
/// that the connection looks at the past. Nothing of the first try was done, since it begins
/// with taking the lock that it was refused, and its failure has let go of the past.
pub(super) async fn in_the_present<T, F>(write: impl Fn() -> F) -> Result<T, Error>
where
    F: Future<Output = Result<T, Error>>,
{
    match write().await {
        Err(Error::Database(error)) if error.code().as_deref() == Some(BUSY_SNAPSHOT) => {
            write().await
        }
        outcome => outcome,
    }
}
