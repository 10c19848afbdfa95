//! The record of who did what. Entries are added and read, never changed: triggers
//! refuse it on both engines. The two ways round them are entries themselves:
//! [`archive`] hands old entries on and deletes them, [`erase_person`] takes a person out
//! of what stays. Numbers stay in any case: entries are counted as they come in.
//!
//! Every entry is a link of its guild's chain ([`Head`]), by which [`verify`] finds what was
//! changed, removed or added by hand.

mod archive;
mod chain;
mod erase;
mod filter;
mod gaps;
mod guard;
mod link;
mod list;
pub mod mirror;
mod stats;
mod verify;

pub use archive::{ArchiveChunk, ArchiveError, ArchiveSink, Archived, archive};
pub(crate) use chain::seal;
pub use chain::{Head, head};
pub use erase::{close_erase, erase_person, erase_rest};
pub use filter::AuditFilter;
pub(crate) use guard::close_what_was_left_open;
pub use link::{Salts, Sealed, genesis, seal as make_link};
pub use list::{actions_of, list, resource_types_of};
pub use stats::{AuditStats, Count, StatsFilter, stats};
pub use verify::{Finding, Mark, Named, Scope, Verified, verify};

use std::collections::BTreeSet;

use crate::engine::{Route, Value, sql};
use crate::{Db, Executor, Id, Json, StoreError, Timestamp, Tx, limits};

/// An entry of the record. As JSON, for archives and exports, its names are in camelCase
/// and its moment is in RFC 3339.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AuditEntry {
    /// The row's key.
    pub id: Id,
    /// Who did it; none for the program itself, or when the person was erased.
    pub user_id: Option<Id>,
    /// In which guild; none in direct messages. The guild may be gone.
    pub guild_id: Option<Id>,
    /// What was done, as `club.analysis.create`.
    pub action: String,
    /// To what kind of thing, as `club_analysis`.
    pub resource_type: String,
    /// To which thing.
    pub resource_id: String,
    /// What else is worth knowing.
    pub details: Option<Json>,
    /// From which address, where one is known.
    pub ip_address: Option<String>,
    /// With which program, where one is known.
    pub user_agent: Option<String>,
    /// In which session.
    pub session_id: Option<String>,
    /// In which request: for commands the interaction's id.
    pub request_id: Option<String>,
    /// When.
    pub timestamp: Timestamp,
    /// Whether it worked.
    pub success: bool,
    /// Why not, when it did not.
    pub error_message: Option<String>,
}

/// An entry to be added. Its key is chosen when the thing happens, so that an entry
/// that is handed in twice (from a journal, after an outage) stands there once.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewAuditEntry {
    /// The key that the row will have.
    pub id: Id,
    /// Who did it.
    pub user_id: Option<Id>,
    /// In which guild: the row's key, not Discord's id.
    pub guild_id: Option<Id>,
    /// What was done, as `club.analysis.create`.
    pub action: String,
    /// To what kind of thing, as `club_analysis`.
    pub resource_type: String,
    /// To which thing.
    pub resource_id: String,
    /// What else is worth knowing.
    pub details: Option<Json>,
    /// From which address.
    pub ip_address: Option<String>,
    /// With which program.
    pub user_agent: Option<String>,
    /// In which session.
    pub session_id: Option<String>,
    /// In which request.
    pub request_id: Option<String>,
    /// When.
    pub timestamp: Timestamp,
    /// Whether it worked.
    pub success: bool,
    /// Why not, when it did not.
    pub error_message: Option<String>,
}

impl NewAuditEntry {
    /// A success with a new key and nothing else known; the fields are public.
    pub fn new(
        action: impl Into<String>,
        resource_type: impl Into<String>,
        resource_id: impl Into<String>,
        at: Timestamp,
    ) -> Self {
        Self {
            id: Id::new(),
            user_id: None,
            guild_id: None,
            action: action.into(),
            resource_type: resource_type.into(),
            resource_id: resource_id.into(),
            details: None,
            ip_address: None,
            user_agent: None,
            session_id: None,
            request_id: None,
            timestamp: at,
            success: true,
            error_message: None,
        }
    }

    /// Refuses what could not be stored, before it is queued with others.
    pub(crate) fn check(&self) -> Result<(), StoreError> {
        self.values()?.iter().try_for_each(Value::check)
    }

    fn values(&self) -> Result<Vec<Value>, StoreError> {
        Ok(vec![
            Value::from(&self.id),
            Value::from(self.user_id.as_ref()),
            Value::from(self.guild_id.as_ref()),
            Value::from(normal_name(&self.action)?),
            Value::from(normal_name(&self.resource_type)?),
            Value::from(&self.resource_id),
            Value::from(self.details.as_ref()),
            Value::from(self.ip_address.as_ref()),
            Value::from(self.user_agent.as_ref()),
            Value::from(self.session_id.as_ref()),
            Value::from(self.request_id.as_ref()),
            Value::from(self.timestamp),
            Value::from(self.success),
            Value::from(self.error_message.as_ref()),
        ])
    }
}

/// The one way to write an action or a resource type: lower case, no space round it,
/// and a dot between its parts (spaces, slashes, colons and repeated dots become one).
pub fn normal_name(name: &str) -> Result<String, StoreError> {
    let separator = |c: char| c == '.' || c == '/' || c == ':' || c.is_whitespace();
    let parts: Vec<String> = name
        .split(separator)
        .filter(|part| !part.is_empty())
        .map(str::to_lowercase)
        .collect();
    if parts.is_empty() {
        return Err(StoreError::invalid(
            "an audit entry without action or resource type",
        ));
    }
    Ok(parts.join("."))
}

/// Adds an entry. False when it stands there already.
pub async fn create(on: impl Executor, entry: &NewAuditEntry) -> Result<bool, StoreError> {
    Ok(create_many(on, std::slice::from_ref(entry)).await? == 1)
}

/// Adds entries, all or none, and says how many did not stand there before. Each becomes a link
/// of its guild's chain when the transaction is committed.
pub async fn create_many(
    mut on: impl Executor,
    entries: &[NewAuditEntry],
) -> Result<u64, StoreError> {
    if entries.is_empty() {
        return Ok(0);
    }
    match on.route() {
        Route::Tx(tx) => Box::pin(add(tx, entries)).await,
        Route::Db(db) => Box::pin(alone(db, entries)).await,
    }
}

/// In a transaction of their own.
async fn alone(db: &Db, entries: &[NewAuditEntry]) -> Result<u64, StoreError> {
    let mut tx = db.begin().await?;
    let added = add(&mut tx, entries).await?;
    tx.commit().await?;
    Ok(added)
}

async fn add(tx: &mut Tx, entries: &[NewAuditEntry]) -> Result<u64, StoreError> {
    let mut added = 0;
    // In the order of their keys, so that of two who hand in the same entries neither waits
    // for one that the other is about to write.
    let mut entries: Vec<&NewAuditEntry> = entries.iter().collect();
    entries.sort_by(|one, other| one.id.cmp(&other.id));
    for chunk in entries.chunks(limits::ROWS_PER_STATEMENT) {
        let rows: Vec<Vec<Value>> = chunk
            .iter()
            .map(|entry| entry.values())
            .collect::<Result<_, _>>()?;
        let new: Vec<(Id,)> = sql(
            "INSERT INTO audit_logs (id, user_id, guild_id, action, resource_type, resource_id,
                 details, ip_address, user_agent, session_id, request_id, \"timestamp\", success,
                 error_message)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
             ON CONFLICT (id) DO NOTHING
             RETURNING id",
        )
        .rows(rows.into_iter())
        .fetch_all(tx)
        .await?;
        added += new.len() as u64;
        // What stands there already has its link; only what is new becomes one, once.
        let mut new: BTreeSet<Id> = new.into_iter().map(|(id,)| id).collect();
        for entry in chunk {
            if new.remove(&entry.id) {
                tx.unsealed().push(chain::stored(entry)?);
            }
        }
    }
    Ok(added)
}
