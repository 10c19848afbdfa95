//! What is wrong with a cell, in sentences for the person.

use slimy_words::{Words, say};

use crate::number::NumberFault;

/// What is wrong with a cell, and what is accepted. Texts are what stands there, cut and without
/// control characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// There is no week.
    WeekMissing,
    /// What stands there is no week.
    NotAWeek(String),
    /// There is no metric.
    MetricMissing,
    /// What stands there is no metric.
    NotAMetric(String),
    /// There is no name.
    NameMissing,
    /// The name is too long.
    LongName {
        /// Its beginning.
        name: String,
        /// The limit, in characters.
        most: usize,
    },
    /// A number with decimals, or beyond what a spreadsheet counts.
    NotExact(String),
    /// A number below zero.
    BelowZero,
    /// A text that is no power.
    NotANumber(NumberFault),
    /// What stands there is no share of 1.
    NotAShare(String),
    /// What stands there is neither yes nor no.
    NeitherYesNorNo(String),
    /// A list where there may be none.
    AList,
    /// More than any text has.
    TooMuch {
        /// The limit, in bytes.
        most: usize,
    },
    /// A formula.
    AFormula,
    /// Something that is no text.
    Odd(Odd),
    /// The same value stands in another row.
    Twice {
        /// That row.
        earlier: usize,
    },
    /// What stands in the list of records is none.
    NoObject,
    /// A record has nothing in it.
    NothingThere,
}

/// What no cell should hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Odd {
    /// A date.
    Date,
    /// A duration.
    Duration,
    /// An error value of a spreadsheet.
    Error,
    /// A list in which something else than texts stands.
    MixedList,
    /// An object.
    Object,
}

impl Reason {
    /// The sentence for the person, as it goes on behind the row and the column.
    pub fn say(&self, words: Words) -> String {
        match self {
            Self::WeekMissing => say!(words, "files-week-missing"),
            Self::NotAWeek(text) => say!(words, "files-not-a-week", text = text),
            Self::MetricMissing => say!(words, "files-metric-missing"),
            Self::NotAMetric(text) => say!(words, "files-not-a-metric", text = text),
            Self::NameMissing => say!(words, "files-name-missing"),
            Self::LongName { name, most } => {
                say!(words, "files-long-name", name = name, most = *most)
            }
            Self::NotExact(text) => say!(words, "files-not-exact", text = text),
            Self::BelowZero => say!(words, "files-below-zero"),
            Self::NotANumber(fault) => fault.say(words),
            Self::NotAShare(text) => say!(words, "files-not-a-share", text = text),
            Self::NeitherYesNorNo(text) => say!(words, "files-neither-yes-nor-no", text = text),
            Self::AList => say!(words, "files-a-list"),
            Self::TooMuch { most } => say!(words, "files-too-much", kib = most / 1024),
            Self::AFormula => say!(words, "files-a-formula"),
            Self::Odd(Odd::Date) => say!(words, "files-odd-date"),
            Self::Odd(Odd::Duration) => say!(words, "files-odd-duration"),
            Self::Odd(Odd::Error) => say!(words, "files-odd-error"),
            Self::Odd(Odd::MixedList) => say!(words, "files-odd-list"),
            Self::Odd(Odd::Object) => say!(words, "files-odd-object"),
            Self::Twice { earlier } => say!(words, "files-twice", row = earlier.to_string()),
            Self::NoObject => say!(words, "files-no-object"),
            Self::NothingThere => say!(words, "files-nothing-there"),
        }
    }
}
