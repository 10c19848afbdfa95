//! What cannot be done to settings, apart from what their schema refuses.

use crate::attachment::FetchError;

/// Why something about settings cannot be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// The file has more bytes than settings have.
    #[error("the file is larger than {max} bytes")]
    TooLarge {
        /// The limit, in bytes.
        max: usize,
    },
    /// The file could not be downloaded.
    #[error("the file was not fetched: {0}")]
    Fetch(FetchError),
    /// The file is no JSON.
    #[error("the file is no JSON: line {line}, column {column}")]
    NoJson {
        /// The line where it stops being one, from 1.
        line: usize,
        /// The column.
        column: usize,
    },
    /// The file changes nothing.
    #[error("what is set already is what the file says")]
    NothingNew,
    /// The change was made or given up before, or waited too long.
    #[error("this was answered before, or ran out")]
    Over,
    /// There is no such revision (any more).
    #[error("no such revision")]
    NoSuchRevision,
    /// What the revision changed stands as it did before it.
    #[error("nothing of the revision is left to take back")]
    NothingToRevert,
    /// So much was changed in a day that no more of it can be kept.
    #[error("too much was changed in a day")]
    TooMuch,
}

impl Trouble {
    /// A stable name for the audit log and for programs.
    pub fn kind(self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "too_large",
            Self::Fetch(error) => error.kind(),
            Self::NoJson { .. } => "no_json",
            Self::NothingNew => "nothing_new",
            Self::Over => "over",
            Self::NoSuchRevision => "no_such_revision",
            Self::NothingToRevert => "nothing_to_revert",
            Self::TooMuch => "too_much_changed",
        }
    }
}
