//! Audit entries: by a person, about a person, of a guild.

use std::collections::VecDeque;

use super::{After, AuditEntry, Record, is_full, page_rows};
use crate::engine::{Query, sql};
use crate::{Db, Id, StoreError};

macro_rules! entries {
    ($which:literal) => {
        concat!(
            "SELECT id, user_id, guild_id, action, resource_type, resource_id, details, ip_address,
                 user_agent, session_id, request_id, \"timestamp\", success, error_message
             FROM audit_logs
             WHERE ",
            $which,
            " AND (\"timestamp\", id) > ($2, $3) ORDER BY \"timestamp\", id LIMIT $4"
        )
    };
}

/// What the person did.
pub(super) async fn by(
    db: &Db,
    user_id: &Id,
    after: &After,
) -> Result<(VecDeque<Record>, Option<After>), StoreError> {
    read(db, sql(entries!("user_id = $1")), user_id, after).await
}

/// What others did to the person. Who they are is not the person's to know, and neither is
/// where they did it from.
pub(super) async fn about(
    db: &Db,
    user_id: &Id,
    after: &After,
) -> Result<(VecDeque<Record>, Option<After>), StoreError> {
    let query = sql(entries!(
        "resource_id = $1 AND resource_type = 'user' AND (user_id IS NULL OR user_id <> $1)"
    ));
    let (mut records, next) = read(db, query, user_id, after).await?;
    for record in &mut records {
        if let Record::AuditEntry(entry) = record {
            entry.user_id = None;
            without_origin(entry);
        }
    }
    Ok((records, next))
}

/// What happened in the guild. Where people did it from is theirs.
pub(super) async fn of_guild(
    db: &Db,
    guild_id: &Id,
    after: &After,
) -> Result<(VecDeque<Record>, Option<After>), StoreError> {
    let (mut records, next) = read(db, sql(entries!("guild_id = $1")), guild_id, after).await?;
    for record in &mut records {
        if let Record::AuditEntry(entry) = record {
            without_origin(entry);
        }
    }
    Ok((records, next))
}

fn without_origin(entry: &mut AuditEntry) {
    entry.ip_address = None;
    entry.user_agent = None;
    entry.session_id = None;
}

async fn read(
    db: &Db,
    query: Query,
    id: &Id,
    after: &After,
) -> Result<(VecDeque<Record>, Option<After>), StoreError> {
    let mut on = db;
    let found: Vec<AuditEntry> = query
        .bind(id)
        .bind(after.at)
        .bind(&after.id)
        .bind(page_rows())
        .fetch_all(&mut on)
        .await?;
    let next = found
        .last()
        .filter(|_| is_full(found.len()))
        .map(|last| After {
            at: last.timestamp.0,
            id: last.id.clone(),
        });
    Ok((found.into_iter().map(Record::AuditEntry).collect(), next))
}
