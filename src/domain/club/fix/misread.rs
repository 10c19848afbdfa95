//! Why a typed line changes nothing.

use std::fmt;

use slimy_words::{Words, say};

use crate::number::NumberFault;

/// A line that changed nothing, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineFault {
    /// The line as it was typed.
    pub line: String,
    /// Why.
    pub reason: Misread,
}

/// Why a line changes nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misread {
    /// It gives no value.
    NoValue,
    /// Its value is no number.
    Number(NumberFault),
    /// Its value is beyond all powers.
    TooHigh,
    /// It gives no new name.
    NoRename,
    /// The new name has nothing to see in it.
    NothingToSee,
    /// The new name is too long.
    TooLong {
        /// The limit, in characters.
        max: usize,
    },
    /// The new name is that of another row.
    AnotherRow {
        /// The old name.
        old: String,
        /// The new name.
        new: String,
    },
    /// It names no two rows.
    NoPair,
    /// Both names are of the same row.
    OneRow,
    /// Neither a row nor a member has that name.
    Nobody(String),
    /// It names no row.
    NoName,
    /// No row has that name, or several have.
    NoRow(String),
}

impl Misread {
    /// What is wrong with the line, for the person. Names stand in it as they were typed.
    pub fn say(&self, words: Words) -> String {
        match self {
            Self::NoValue => say!(words, "review-line-value"),
            Self::Number(fault) => fault.say(words),
            Self::TooHigh => say!(words, "review-line-too-high"),
            Self::NoRename => say!(words, "review-line-rename"),
            Self::NothingToSee => say!(words, "review-line-nothing-to-see"),
            Self::TooLong { max } => say!(words, "review-line-too-long", max = *max),
            Self::AnotherRow { old, new } => {
                say!(words, "review-line-another-row", old = old, new = new)
            }
            Self::NoPair => say!(words, "review-line-same"),
            Self::OneRow => say!(words, "review-line-one-row"),
            Self::Nobody(name) => say!(words, "review-line-nobody", name = name),
            Self::NoName => say!(words, "review-line-no-name"),
            Self::NoRow(name) => say!(words, "review-line-no-row", name = name),
        }
    }
}

impl fmt::Display for Misread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Words::ENGLISH))
    }
}
