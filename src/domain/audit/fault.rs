//! What about the audit log cannot be done.

use std::fmt;

use chrono::NaiveDate;
use slimy_words::{Words, say};

/// Why a question about the audit log has no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Something else than a day was typed for one.
    NoDay {
        /// What was typed.
        typed: String,
    },
    /// The last day lies before the first.
    Backwards {
        /// The first.
        from: NaiveDate,
        /// The last.
        to: NaiveDate,
    },
    /// The name of an action or a kind is too long to be one.
    NameTooLong {
        /// The limit, in characters.
        max: usize,
    },
    /// A button asks for a name that no entry has any more.
    Gone,
    /// Another export or verification of this guild is under way.
    Busy,
}

impl Fault {
    /// One sentence for the person. What was typed stands in it as it is.
    pub fn say(&self, words: Words) -> String {
        match self {
            Self::NoDay { typed } => say!(words, "audit-no-day", typed = typed),
            Self::Backwards { from, to } => {
                let (from, to) = (words.day(*from), words.day(*to));
                say!(words, "audit-backwards", from = from, to = to)
            }
            Self::NameTooLong { max } => say!(words, "audit-name-too-long", max = *max),
            Self::Gone => say!(words, "audit-gone"),
            Self::Busy => say!(words, "audit-busy"),
        }
    }

    /// What stands in the audit log.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::NoDay { .. } => "no_day",
            Self::Backwards { .. } => "range_backwards",
            Self::NameTooLong { .. } => "name_too_long",
            Self::Gone => "list_gone",
            Self::Busy => "already_reading",
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Words::ENGLISH))
    }
}

impl std::error::Error for Fault {}
