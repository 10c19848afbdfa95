//! Why a file cannot be written or read, in sentences for the person.

use std::fmt;

use super::Column;

/// Why there is no file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unwritable {
    /// There is not one record.
    #[error("There is nothing to export yet: save an analysis first.")]
    Empty,
    /// There are more than a file may have.
    #[error("That is more than {max} rows, the most that one file can have: export fewer weeks.")]
    TooMany {
        /// The limit.
        max: usize,
    },
    /// The file would be larger than one that can be imported.
    #[error("That makes a file of more than {} MiB: export as XLSX, or fewer weeks.", max / 1024 / 1024)]
    TooLarge {
        /// The limit, in bytes.
        max: usize,
    },
    /// The writer failed; for the log.
    #[error("the file cannot be written: {0}")]
    Failed(String),
}

/// Why a file cannot be imported: what is wrong, and what is accepted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// The file is too large.
    #[error("This file is larger than {} MiB: split it by weeks.", max / 1024 / 1024)]
    TooLarge {
        /// The limit, in bytes.
        max: usize,
    },
    /// The file holds nothing.
    #[error("This file is empty: it needs a row of headings, and a row for each value.")]
    Empty,
    /// UTF-16, or no text at all.
    #[error("This file is UTF-16 or not a text: save it as \"CSV UTF-8\", as .xlsx or as JSON.")]
    Utf16,
    /// Another encoding.
    #[error(
        "Line {line} of this file is not UTF-8: save it as \"CSV UTF-8\", as .xlsx or as JSON."
    )]
    NotUtf8 {
        /// The first such line, from 1.
        line: usize,
    },
    /// An .xls file, or one with a password.
    #[error(
        "This is an old .xls file or one with a password: save it as .xlsx without a password."
    )]
    OldSpreadsheet,
    /// A spreadsheet that is damaged, or something else that is packed.
    #[error("This spreadsheet cannot be opened: save it again as .xlsx, or as CSV UTF-8.")]
    Broken,
    /// It would take up far more than it weighs.
    #[error("This spreadsheet unpacks to far more than a club's history: export it as CSV UTF-8.")]
    Bomb,
    /// The JSON is cut off or damaged.
    #[error("This is not valid JSON: it goes wrong at line {line}, column {column}.")]
    BrokenJson {
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
    },
    /// JSON of something else.
    #[error("This JSON has no list of records: it needs {{\"records\": [...]}}.")]
    OtherJson,
    /// A column is not there.
    #[error(
        "The first row must name the columns; missing: {}. Known are {}.",
        list(missing),
        list(&Column::ALL)
    )]
    MissingColumns {
        /// Those that are needed and not there.
        missing: Vec<Column>,
    },
    /// A column is there twice.
    #[error("The column {0} is there twice: keep one of the two.")]
    TwoColumns(Column),
    /// There are too many records.
    #[error("This file has more than {max} rows: split it by weeks.")]
    TooMany {
        /// The limit.
        max: usize,
    },
    /// There are headings and nothing below them.
    #[error("This file has headings but no rows.")]
    NoRows,
    /// Some rows are wrong.
    #[error("{}", rows(faults, *more))]
    Rows {
        /// The first ones.
        faults: Vec<RowFault>,
        /// How many more there are.
        more: usize,
    },
}

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowFault {
    /// The row as a spreadsheet counts it, from 1 with the headings; in JSON the record, from 1.
    pub row: usize,
    /// In which column.
    pub column: Column,
    /// What is wrong, and what is accepted.
    pub reason: String,
}

impl fmt::Display for RowFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Row {}, {}: {}", self.row, self.column, self.reason)
    }
}

/// Something that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// Columns that are not known, by their headings; the first twenty.
    IgnoredColumns(Vec<String>),
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::IgnoredColumns(headings) = self;
        write!(f, "Columns that were left out: {}.", headings.join(", "))
    }
}

fn list(columns: &[Column]) -> String {
    let names: Vec<String> = columns.iter().map(Column::to_string).collect();
    names.join(", ")
}

fn rows(faults: &[RowFault], more: usize) -> String {
    let mut lines: Vec<String> = faults.iter().map(RowFault::to_string).collect();
    if more > 0 {
        lines.push(format!("… and {more} more."));
    }
    lines.join("\n")
}
