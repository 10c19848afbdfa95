//! The end of a person's or a guild's data.
//!
//! Much of it goes in pieces, each a transaction of its own, so that no statement comes near
//! the time limit and others are served meanwhile. What people could see is hidden first, so
//! that nobody sees half of it. The last transaction takes the rest, the row of the person or
//! the guild itself, and writes the audit entry: as long as that row is there, calling again
//! goes on where it was broken off.
//!
//! What comes in meanwhile is taken by that last transaction; it holds on to the row, so what
//! comes later finds nobody to belong to, or a person who was written down anew.
//!
//! Audit entries stay, but no longer say who it was. Of the numbers, those that name nobody
//! stay: the daily counts of the audit log, which are the only ones kept apart from the rows
//! that they count.

mod club;
mod consent;
mod guild;
mod pieces;
mod settings;
mod usage;
mod user;

use std::collections::BTreeMap;

pub use guild::{delete_guild, delete_guild_left_before, is_begun};
pub use user::delete_user;

use crate::audit::{self, NewAuditEntry};
use crate::{Json, StoreError, Tx};

/// The action of the entry about it.
const ACTION: &str = "data.delete";

/// How many rows were deleted, or freed of a person's name, in which table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Deleted(BTreeMap<&'static str, u64>);

impl Deleted {
    /// How many rows of this table.
    pub fn rows(&self, table: &str) -> u64 {
        self.0.get(table).copied().unwrap_or_default()
    }

    /// The tables of which there were some, with how many.
    pub fn tables(&self) -> impl Iterator<Item = (&'static str, u64)> {
        self.0.iter().map(|(table, rows)| (*table, *rows))
    }

    fn add(&mut self, table: &'static str, rows: u64) {
        if rows > 0 {
            *self.0.entry(table).or_default() += rows;
        }
    }

    fn add_all(&mut self, other: &Self) {
        for (table, rows) in other.tables() {
            self.add(table, rows);
        }
    }
}

/// Writes the entry that the last transaction leaves behind.
async fn record(tx: &mut Tx, entry: NewAuditEntry, deleted: &Deleted) -> Result<(), StoreError> {
    let details = Json::of(&serde_json::json!({ "rows": deleted.0 }))?;
    let entry = NewAuditEntry {
        details: Some(details),
        ..entry
    };
    audit::create(tx, &entry).await?;
    Ok(())
}
