//! A club's history as a file: what is exported can be imported again, and gives the same.
//!
//! Three formats hold the same columns: CSV and XLSX for spreadsheets, JSON for programs. What a
//! file is, is told from its content, never from its name. Nothing in it is ever evaluated, and
//! what a file may cost is bounded before it is read.

mod cell;
mod collect;
mod columns;
mod csv;
mod fault;
mod json;
mod neutral;
mod reason;
mod xlsx;

#[cfg(test)]
mod tests;

use slimy_roster::Metric;
use slimy_store::Timestamp;

use self::collect::Collector;

pub use self::columns::Column;

pub use self::fault::{Note, RowFault, Unreadable, Unwritable};
pub(crate) use self::neutral::neutralise;
pub use self::reason::{Odd, Reason};

/// The largest file that is read, in bytes.
pub const MAX_FILE: usize = 8 * 1024 * 1024;

/// The most values of one file. An import is one transaction, and while SQLite writes it nobody else
/// can: that is to stay far below the five seconds that others wait. A club of 150 has fewer in two
/// years of both metrics; an export of more comes in parts.
pub const MAX_RECORDS: usize = 40_000;

/// As many faults of rows are told one by one.
pub const MAX_FAULTS: usize = 20;

/// One member's value of one week.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// The ISO name of the club's week, as `2026-W47`.
    pub week: String,
    /// Which power.
    pub metric: Metric,
    /// The member's name, as it is known; never empty.
    pub member: String,
    /// The power; none where it is not known.
    pub power: Option<i64>,
    /// When the game last saw them, in its words; never an empty text.
    pub last_seen: Option<String>,
    /// How sure the reading is, 0 to 1.
    pub confidence: f64,
    /// Whether a person has set the value.
    pub corrected: bool,
    /// Other names of the member, none of them empty. One record of each member has them.
    pub aliases: Vec<String>,
}

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Text with separators, UTF-8.
    Csv,
    /// A spreadsheet of Excel 2007 and later.
    Xlsx,
    /// JSON, with names in camelCase and times in RFC 3339.
    Json,
}

impl Format {
    /// How its files' names end.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
        }
    }

    /// Its media type.
    pub fn content_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Json => "application/json",
        }
    }
}

/// What was in a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// What the file was.
    pub format: Format,
    /// Its records, in their order; at least one.
    pub records: Vec<Record>,
    /// What was left out, to be told.
    pub notes: Vec<Note>,
}

/// Writes records as a file that says it was made at `at`. Large files take a while: call it
/// where blocking is allowed.
pub fn export(format: Format, records: &[Record], at: Timestamp) -> Result<Vec<u8>, Unwritable> {
    export_within(format, &records.iter().collect::<Vec<_>>(), at, MAX_FILE)
}

/// The same with a file of at most `max` bytes.
pub(super) fn export_within(
    format: Format,
    records: &[&Record],
    at: Timestamp,
    max: usize,
) -> Result<Vec<u8>, Unwritable> {
    if records.is_empty() {
        return Err(Unwritable::Empty);
    }
    if records.len() > MAX_RECORDS {
        return Err(Unwritable::TooMany { max: MAX_RECORDS });
    }
    let file = match format {
        Format::Csv => csv::write(records),
        Format::Xlsx => xlsx::write(records, at),
        Format::Json => json::write(records, at),
    }?;
    // What could not be imported again is no export.
    if file.len() > max {
        return Err(Unwritable::TooLarge { max });
    }
    Ok(file)
}

/// Reads a file, all of it or, with the reasons, none of it. Large files take a while: call it
/// where blocking is allowed.
pub fn import(bytes: &[u8]) -> Result<Imported, Unreadable> {
    if bytes.len() > MAX_FILE {
        return Err(Unreadable::TooLarge { max: MAX_FILE });
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return finish(Format::Xlsx, |collector| xlsx::read(bytes, collector));
    }
    if bytes.starts_with(b"PK") {
        return Err(Unreadable::Broken);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(Unreadable::OldSpreadsheet);
    }
    let text = text(bytes)?;
    match text.trim_start().chars().next() {
        None => Err(Unreadable::Empty),
        Some('{' | '[') => finish(Format::Json, |collector| json::read(text, collector)),
        Some(_) => finish(Format::Csv, |collector| csv::read(text, collector)),
    }
}

fn finish(
    format: Format,
    read: impl FnOnce(&mut Collector) -> Result<(), Unreadable>,
) -> Result<Imported, Unreadable> {
    let mut collector = Collector::default();
    read(&mut collector)?;
    let (records, notes) = collector.finish()?;
    Ok(Imported {
        format,
        records,
        notes,
    })
}

/// The file as UTF-8, without the mark that it is.
fn text(bytes: &[u8]) -> Result<&str, Unreadable> {
    let has_mark = |mark: &[u8]| bytes.starts_with(mark);
    // Without the mark too: the first letter has a zero before or behind it.
    let has_zero = bytes.iter().take(2).any(|byte| *byte == 0);
    if has_mark(b"\xFF\xFE") || has_mark(b"\xFE\xFF") || has_zero {
        return Err(Unreadable::Utf16);
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| Unreadable::NotUtf8 {
        line: bytes[..error.valid_up_to()]
            .split(|byte| *byte == b'\n')
            .count(),
    })
}
