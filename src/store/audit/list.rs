//! Reading the record, newest first.

use super::{AuditEntry, normal_name};
use crate::engine::sql;
use crate::{Cursor, Executor, Id, Page, PageRequest, StoreError};

/// Which entries; what is none does not matter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AuditFilter {
    /// Of this guild.
    pub guild_id: Option<Id>,
    /// Of this person.
    pub user_id: Option<Id>,
    /// With exactly this action.
    pub action: Option<String>,
    /// Of this request.
    pub request_id: Option<String>,
    /// About this kind of thing.
    pub resource_type: Option<String>,
    /// About this thing.
    pub resource_id: Option<String>,
}

/// The whole statement for the column that leads. The leading condition is what an
/// index answers; the optional ones only sift what it gives. Each combination being a
/// literal of its own keeps `$1 IS NULL OR …` from hiding the index.
macro_rules! newest_first {
    ($lead:literal, $direction:ident) => {
        concat!(
            "SELECT id, user_id, guild_id, action, resource_type, resource_id, details, ip_address,
                 user_agent, session_id, request_id, \"timestamp\", success, error_message
             FROM audit_logs
             WHERE ",
            $lead,
            " AND ($1 IS NULL OR guild_id = $1)
             AND ($2 IS NULL OR user_id = $2)
             AND ($3 IS NULL OR action = $3)
             AND ($4 IS NULL OR request_id = $4)
             AND ($5 IS NULL OR resource_type = $5)
             AND ($6 IS NULL OR resource_id = $6)",
            newest_first!($direction)
        )
    };
    (older) => {
        " AND (\"timestamp\", id) < ($7, $8) ORDER BY \"timestamp\" DESC, id DESC LIMIT $9"
    };
    (newer) => {
        " AND (\"timestamp\", id) > ($7, $8) ORDER BY \"timestamp\", id LIMIT $9"
    };
}

/// A page of the entries that fit, newest first.
pub async fn list(
    mut on: impl Executor,
    filter: &AuditFilter,
    page: &PageRequest,
) -> Result<Page<AuditEntry>, StoreError> {
    let (newer, from, rows) = page.plan()?;
    // The rarer the value, the better its index: requests have a few entries, guilds
    // have most of them.
    let query = match (Lead::of(filter), newer) {
        (Lead::Request, false) => sql(newest_first!("request_id = $4", older)),
        (Lead::Request, true) => sql(newest_first!("request_id = $4", newer)),
        (Lead::Resource, false) => sql(newest_first!("resource_id = $6", older)),
        (Lead::Resource, true) => sql(newest_first!("resource_id = $6", newer)),
        (Lead::User, false) => sql(newest_first!("user_id = $2", older)),
        (Lead::User, true) => sql(newest_first!("user_id = $2", newer)),
        (Lead::Action, false) => sql(newest_first!("action = $3", older)),
        (Lead::Action, true) => sql(newest_first!("action = $3", newer)),
        (Lead::Guild, false) => sql(newest_first!("guild_id = $1", older)),
        (Lead::Guild, true) => sql(newest_first!("guild_id = $1", newer)),
        (Lead::Kind, false) => sql(newest_first!("resource_type = $5", older)),
        (Lead::Kind, true) => sql(newest_first!("resource_type = $5", newer)),
        (Lead::Time, false) => sql(newest_first!("1 = 1", older)),
        (Lead::Time, true) => sql(newest_first!("1 = 1", newer)),
    };
    let entries = query
        .bind(filter.guild_id.as_ref())
        .bind(filter.user_id.as_ref())
        .bind(filter.action.as_deref().map(normal_name).transpose()?)
        .bind(filter.request_id.as_deref())
        .bind(
            filter
                .resource_type
                .as_deref()
                .map(normal_name)
                .transpose()?,
        )
        .bind(filter.resource_id.as_deref())
        .bind(from.at)
        .bind(from.id)
        .bind(rows)
        .fetch_all(&mut on)
        .await?;
    Ok(Page::of(page, entries, |entry: &AuditEntry| Cursor {
        at: entry.timestamp,
        id: entry.id.clone(),
    }))
}

/// The column whose index answers a filter.
enum Lead {
    Request,
    Resource,
    User,
    Action,
    Guild,
    Kind,
    Time,
}

impl Lead {
    fn of(filter: &AuditFilter) -> Self {
        if filter.request_id.is_some() {
            Self::Request
        } else if filter.resource_id.is_some() {
            Self::Resource
        } else if filter.user_id.is_some() {
            Self::User
        } else if filter.action.is_some() {
            Self::Action
        } else if filter.guild_id.is_some() {
            Self::Guild
        } else if filter.resource_type.is_some() {
            Self::Kind
        } else {
            Self::Time
        }
    }
}
