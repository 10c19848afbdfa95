//! What can go wrong here, in terms that a caller can act on.
//!
//! No message holds a value of a row, a password or a connection URL: what is
//! printed here may be logged.

use std::borrow::Cow;
use std::fmt;

/// Why the store could not do what it was asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// A row that must be there is not.
    #[error("the row was not found")]
    NotFound,
    /// A row with the same unique key is there already.
    #[error("a row with the same key exists")]
    Conflict,
    /// A row that this one refers to is not there.
    #[error("a row that this one refers to does not exist")]
    ForeignKey,
    /// An audit entry was to be changed or deleted.
    #[error("audit entries can be neither changed nor deleted")]
    Immutable,
    /// Another writer holds what is needed; trying again helps.
    #[error("the database is busy")]
    Busy,
    /// The statement or the wait for a connection took too long. Whether a write or
    /// a commit took effect is not known; a write in a transaction that was not committed
    /// did not.
    #[error("the database did not answer in time")]
    Timeout,
    /// The database cannot be reached, or is going down.
    #[error("the database cannot be reached: {0}")]
    Unavailable(Cause),
    /// A value that cannot be stored; `what` describes it without repeating it.
    #[error("refused: {what}")]
    Invalid {
        /// What is wrong, in words of our own.
        what: Cow<'static, str>,
    },
    /// More than is allowed at once.
    #[error("{limit}: at most {most} are allowed, {got} were given")]
    Limit {
        /// What is limited.
        limit: &'static str,
        /// The limit.
        most: usize,
        /// What was asked for.
        got: usize,
    },
    /// A write changed another number of rows than it must.
    #[error("a write changed {changed} rows where {expected} were expected")]
    RowCount {
        /// What the write expects.
        expected: u64,
        /// What it changed.
        changed: u64,
    },
    /// A statement of this transaction failed before: nothing of it is kept.
    #[error("the transaction was given up, because a statement in it failed")]
    Aborted,
    /// The schema does not fit this version of the program.
    #[error("the schema does not fit: {0}")]
    Migration(#[from] MigrationFault),
    /// Anything else, which is a fault of ours.
    #[error("the database refused: {0}")]
    Other(Cause),
}

impl StoreError {
    /// A refusal with a fixed reason.
    pub(crate) fn invalid(what: &'static str) -> Self {
        Self::Invalid {
            what: Cow::Borrowed(what),
        }
    }

    /// Whether the same call may work a moment later.
    pub fn is_transient(&self) -> bool {
        matches!(self, Self::Busy | Self::Timeout | Self::Unavailable(_))
    }
}

/// How the schema and the program disagree.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MigrationFault {
    /// The database has a migration that this program does not know.
    #[error(
        "the database has migration {0}, which this program does not know: it was made by a newer version"
    )]
    DatabaseIsNewer(i64),
    /// A migration was edited after it had been applied.
    #[error("migration {0} was applied in another form than this program has it")]
    Changed(i64),
    /// A migration broke off half-way.
    #[error("migration {0} was applied only in part")]
    Partial(i64),
    /// A statement of a migration failed; nothing of that migration is kept.
    #[error("migration {version} failed: {cause}")]
    Failed {
        /// The migration's number.
        version: i64,
        /// What the database said.
        cause: Cause,
    },
}

/// What a driver reported, cut down to what may be logged: the code and, where it is
/// about our own SQL and not about a row, the message.
#[derive(Clone, PartialEq, Eq)]
pub struct Cause(pub(crate) Cow<'static, str>);

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
