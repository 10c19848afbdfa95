//! Which indexes do nothing, and which are missed. Advice only: a person decides.
//!
//! The indexes that the migrations make are the program's own: code relies on them, also where a
//! database has not come to need them yet, so that none of them is ever advised against. Those
//! that nothing has used so far are only named.
//!
//! PostgreSQL counts how its indexes and tables are read. SQLite counts nothing, so there the
//! plans of the statements that this process has run so far have to do: the longer it has
//! served, the more they say.

mod covered;
mod plans;
mod statistics;

use std::{collections::BTreeSet, fmt};

use crate::{Db, Engine, StoreError, Timestamp, checks};

/// From how many rows on reading a table whole is worth a word.
const MANY_ROWS: u32 = 10_000;

/// What could be better, and what that is based on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexAdvice {
    /// What it is based on.
    pub basis: Basis,
    /// What could be better; empty when nothing is known to be.
    pub advice: Vec<Advice>,
    /// Names of the program's own indexes that nothing has used so far. No reason to drop them:
    /// a release expects them, and what uses them may come with more data.
    pub idle: Vec<String>,
}

/// What advice is based on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// PostgreSQL's statistics.
    Statistics {
        /// Since when they are counted; none when they were never set back.
        since: Option<Timestamp>,
    },
    /// The plans of so many statements, all that this process has run so far.
    Plans {
        /// How many statements.
        statements: usize,
    },
}

/// One thing that could be better.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Advice {
    /// Nothing reads this index, and every write keeps it up.
    Unused {
        /// The index.
        index: String,
        /// Its table.
        table: String,
        /// How much room it takes, where the engine tells.
        bytes: Option<u64>,
    },
    /// Another index begins with the same columns and does all that this one does.
    Covered {
        /// The index.
        index: String,
        /// Its table.
        table: String,
        /// The other.
        by: String,
    },
    /// A large table is mostly read whole.
    ReadWhole {
        /// The table.
        table: String,
        /// How often it was read whole.
        whole: u64,
        /// How often an index helped.
        indexed: u64,
    },
    /// A statement reads a large table whole.
    Scan {
        /// The table.
        table: String,
        /// Where the statement stands in the source.
        site: String,
    },
}

/// Looks for what could be better.
pub async fn indexes(db: &Db) -> Result<IndexAdvice, StoreError> {
    let indexes = db.indexes().await?;
    let (basis, mut advice) = match db.engine() {
        Engine::Postgres => statistics::advice(db, &indexes).await?,
        Engine::Sqlite => plans::advice(db, &indexes).await?,
    };
    let facts = checks::expected_facts(db.engine());
    let own: BTreeSet<&str> = facts.iter().filter_map(|fact| index_of(fact)).collect();
    let idle = advice.iter().filter_map(|one| match one {
        Advice::Unused { index, .. } if own.contains(index.as_str()) => Some(index.clone()),
        _ => None,
    });
    let idle: Vec<String> = idle.collect();
    advice.retain(|one| !matches!(one, Advice::Unused { index, .. } if idle.contains(index)));
    advice.extend(covered::advice(&indexes, &own));
    Ok(IndexAdvice {
        basis,
        advice,
        idle,
    })
}

/// The name in a fact of the schema about an index.
fn index_of(fact: &str) -> Option<&str> {
    let (name, _) = fact.strip_prefix("index ")?.split_once(" on ")?;
    Some(name)
}

impl fmt::Display for Basis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Statistics { since: Some(since) } => {
                write!(f, "PostgreSQL's statistics since {since}")
            }
            Self::Statistics { since: None } => {
                f.write_str("PostgreSQL's statistics since the database was made")
            }
            Self::Plans { statements } => write!(
                f,
                "the plans of {statements} statements, all that this process has run so far"
            ),
        }
    }
}

impl fmt::Display for Advice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unused {
                index,
                table,
                bytes,
            } => {
                write!(f, "the index {index} of {table} is not used")?;
                match bytes {
                    Some(bytes) => write!(f, " and takes {bytes} bytes"),
                    None => Ok(()),
                }
            }
            Self::Covered { index, table, by } => {
                write!(
                    f,
                    "the index {index} of {table} does nothing that {by} does not do"
                )
            }
            Self::ReadWhole {
                table,
                whole,
                indexed,
            } => write!(
                f,
                "{table} was read whole {whole} times and by an index {indexed} times: it may miss one"
            ),
            Self::Scan { table, site } => {
                write!(
                    f,
                    "the statement at {site} reads all of {table}: it may miss an index"
                )
            }
        }
    }
}
