//! What a person is told when that cannot be done to what is theirs.

use std::fmt;

use slimy_words::{Words, say};

use crate::{Error, UserError};

/// Why not: [`say`](Self::say) makes one sentence of it that says what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The export before is still being made.
    StillExporting,
    /// So many exports of others are being made that it would have to wait for long.
    ManyExporting,
    /// Something else was typed than the word that confirms it.
    OtherWord {
        /// The word.
        word: String,
    },
    /// Something else was typed than the guild's name.
    OtherName {
        /// The name.
        name: String,
    },
}

impl Fault {
    /// A stable name for the audit log and for programs.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::StillExporting => "still_exporting",
            Self::ManyExporting => "many_exporting",
            Self::OtherWord { .. } | Self::OtherName { .. } => "not_confirmed",
        }
    }

    /// One sentence for the person. A guild's name stands in it as it is.
    pub fn say(&self, words: Words) -> String {
        match self {
            Self::StillExporting => say!(words, "privacy-fault-still-exporting"),
            Self::ManyExporting => say!(words, "privacy-fault-many-exporting"),
            Self::OtherWord { word } => say!(words, "privacy-fault-other-word", word = word),
            Self::OtherName { name } => say!(words, "privacy-fault-other-name", name = name),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Words::ENGLISH))
    }
}

impl std::error::Error for Fault {}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        UserError::from(fault).into()
    }
}
