//! Why a file cannot be written or read, in sentences for the person.

use std::fmt;

use slimy_words::{Words, say};

use super::{Column, Reason};

/// Bytes of a mebibyte, in which people are told sizes.
const MIB: usize = 1024 * 1024;

/// Why there is no file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unwritable {
    /// There is not one record.
    Empty,
    /// There are more than a file may have.
    TooMany {
        /// The limit.
        max: usize,
    },
    /// The file would be larger than one that can be imported.
    TooLarge {
        /// The limit, in bytes.
        max: usize,
    },
    /// The writer failed; for the log.
    Failed(String),
}

impl Unwritable {
    /// The sentence for the person; a failure of the writer is for the log, in English.
    pub fn say(&self, words: Words) -> String {
        match self {
            Self::Empty => say!(words, "files-nothing-to-export"),
            Self::TooMany { max } => say!(words, "files-too-many-to-export", max = *max),
            Self::TooLarge { max } => say!(words, "files-too-large-to-export", mib = max / MIB),
            Self::Failed(error) => format!("the file cannot be written: {error}"),
        }
    }
}

impl fmt::Display for Unwritable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Words::ENGLISH))
    }
}

impl std::error::Error for Unwritable {}

/// Why a file cannot be imported: what is wrong, and what is accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// The file is too large.
    TooLarge {
        /// The limit, in bytes.
        max: usize,
    },
    /// The file holds nothing.
    Empty,
    /// UTF-16, or no text at all.
    Utf16,
    /// Another encoding.
    NotUtf8 {
        /// The first such line, from 1.
        line: usize,
    },
    /// An .xls file, or one with a password.
    OldSpreadsheet,
    /// A spreadsheet that is damaged, or something else that is packed.
    Broken,
    /// It would take up far more than it weighs.
    Bomb,
    /// The JSON is cut off or damaged.
    BrokenJson {
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
    },
    /// JSON of something else.
    OtherJson,
    /// A column is not there.
    MissingColumns {
        /// Those that are needed and not there.
        missing: Vec<Column>,
    },
    /// A column is there twice.
    TwoColumns(Column),
    /// There are too many records.
    TooMany {
        /// The limit.
        max: usize,
    },
    /// There are headings and nothing below them.
    NoRows,
    /// Some rows are wrong.
    Rows {
        /// The first ones.
        faults: Vec<RowFault>,
        /// How many more there are.
        more: usize,
    },
}

impl Unreadable {
    /// The sentence for the person; for wrong rows a line for each.
    pub fn say(&self, words: Words) -> String {
        match self {
            Self::TooLarge { max } => say!(words, "files-too-large", mib = max / MIB),
            Self::Empty => say!(words, "files-empty"),
            Self::Utf16 => say!(words, "files-utf16"),
            Self::NotUtf8 { line } => say!(words, "files-not-utf8", line = line.to_string()),
            Self::OldSpreadsheet => say!(words, "files-old-spreadsheet"),
            Self::Broken => say!(words, "files-broken"),
            Self::Bomb => say!(words, "files-bomb"),
            Self::BrokenJson { line, column } => say!(
                words,
                "files-broken-json",
                line = line.to_string(),
                column = column.to_string()
            ),
            Self::OtherJson => say!(words, "files-other-json"),
            Self::MissingColumns { missing } => say!(
                words,
                "files-missing-columns",
                missing = list(missing),
                known = list(&Column::ALL)
            ),
            Self::TwoColumns(column) => {
                say!(words, "files-two-columns", column = column.to_string())
            }
            Self::TooMany { max } => say!(words, "files-too-many", max = *max),
            Self::NoRows => say!(words, "files-no-rows"),
            Self::Rows { faults, more } => rows(words, faults, *more),
        }
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Words::ENGLISH))
    }
}

impl std::error::Error for Unreadable {}

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowFault {
    /// The row as a spreadsheet counts it, from 1 with the headings; in JSON the record, from 1.
    pub row: usize,
    /// In which column.
    pub column: Column,
    /// What is wrong, and what is accepted.
    pub reason: Reason,
}

impl RowFault {
    /// The sentence for the person. A column is named as its heading is written, which is the same
    /// in all languages.
    pub fn say(&self, words: Words) -> String {
        say!(
            words,
            "files-row",
            row = self.row.to_string(),
            column = self.column.to_string(),
            reason = self.reason.say(words)
        )
    }
}

/// Something that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// Columns that are not known, by their headings; the first twenty.
    IgnoredColumns(Vec<String>),
}

impl Note {
    /// The sentence for the person.
    pub fn say(&self, words: Words) -> String {
        let Self::IgnoredColumns(headings) = self;
        say!(
            words,
            "files-ignored-columns",
            headings = headings.join(", ")
        )
    }
}

fn list(columns: &[Column]) -> String {
    let names: Vec<String> = columns.iter().map(Column::to_string).collect();
    names.join(", ")
}

fn rows(words: Words, faults: &[RowFault], more: usize) -> String {
    let mut lines: Vec<String> = faults.iter().map(|fault| fault.say(words)).collect();
    if more > 0 {
        lines.push(say!(words, "files-more-rows", count = more));
    }
    lines.join("\n")
}
