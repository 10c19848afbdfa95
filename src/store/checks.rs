//! Is what is stored as it must be? Asked on demand; nothing is changed.
//!
//! Every row of every table is looked at, in steps by key, so that no statement comes near
//! the time limit and writers wait for nothing. Rows that come and go meanwhile are seen or
//! not seen; each rule is one statement and so never compares two moments.

mod counts;
mod days;
mod documents;
mod references;
mod schema;
mod walk;

use std::fmt;

pub use documents::DOCUMENTS;
pub use references::REFERENCES;
pub use schema::{expected_facts, facts};

use crate::{Db, StoreError};

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What is wrong; empty when all is well.
    pub findings: Vec<Finding>,
    /// What was looked at.
    pub checked: Checked,
}

/// How much was looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Checked {
    /// Rules that were held against the data.
    pub rules: u64,
    /// Rows that they were held against; a row counts for each rule.
    pub rows: u64,
}

/// Something that is not as it must be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What kind of fault it is.
    pub kind: Kind,
    /// Where, as `club_powers.analysis_id`.
    pub place: String,
    /// What is wrong there, in words that hold no value of a row.
    pub what: String,
    /// How many rows have it; 0 for a fault of the schema.
    pub rows: u64,
    /// The key of one of them.
    pub example: Option<String>,
}

/// Kinds of faults.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A row refers to one that is not there.
    Orphan,
    /// A document does not parse, or has another shape than its reader expects.
    Document,
    /// Two places that say the same thing do not agree.
    Disagreement,
    /// The schema is not what the migrations make.
    Schema,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.what)?;
        if self.rows > 0 {
            let rows = if self.rows == 1 { "row" } else { "rows" };
            write!(f, " ({} {rows}", self.rows)?;
            if let Some(example) = &self.example {
                write!(f, ", one is {example}")?;
            }
            f.write_str(")")?;
        }
        Ok(())
    }
}

/// Looks at everything. A schema of another version, or one that lacks a column, ends it early:
/// what the other rules ask for may not be there.
pub async fn run(db: &Db) -> Result<Report, StoreError> {
    let mut report = Report {
        findings: Vec::new(),
        checked: Checked::default(),
    };
    if schema::check(db, &mut report).await? {
        references::check(db, &mut report).await?;
        documents::check(db, &mut report).await?;
        counts::check(db, &mut report).await?;
        days::check(db, &mut report).await?;
    }
    Ok(report)
}

impl Report {
    /// Whether nothing is wrong.
    pub fn is_clean(&self) -> bool {
        self.findings.is_empty()
    }

    /// Notes the outcome of one rule.
    fn note(&mut self, kind: Kind, place: &str, what: &str, seen: walk::Seen) {
        self.checked.rules += 1;
        self.checked.rows += seen.rows;
        if seen.broken > 0 {
            self.findings.push(Finding {
                kind,
                place: place.to_owned(),
                what: what.to_owned(),
                rows: seen.broken,
                example: seen.example,
            });
        }
    }
}
