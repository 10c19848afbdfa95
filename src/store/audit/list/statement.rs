//! The statement for each index that can lead a list.

use crate::audit::AuditFilter;
use crate::engine::{Query, sql};

/// The whole statement for the columns that lead. The leading condition is what an
/// index answers; the optional ones only sift what it gives. Each combination being a
/// literal of its own keeps `$1 IS NULL OR …` from hiding the index. PostgreSQL plans
/// once for all values, and takes each of the optional conditions for one that hardly any
/// row passes; then it would rather sort all that the index gives than walk it in order.
/// It takes the CASE round them for one that every other row passes.
macro_rules! newest_first {
    ($lead:literal, $direction:ident) => {
        concat!(
            "SELECT id, user_id, guild_id, action, resource_type, resource_id, details, ip_address,
                 user_agent, session_id, request_id, \"timestamp\", success, error_message
             FROM audit_logs
             WHERE ",
            $lead,
            " AND CASE WHEN ($1 IS NULL OR guild_id = $1)
                 AND ($2 IS NULL OR user_id = $2)
                 AND ($3 IS NULL OR action = $3)
                 AND ($4 IS NULL OR request_id = $4)
                 AND ($5 IS NULL OR resource_type = $5)
                 AND ($6 IS NULL OR resource_id = $6)
                 AND ($11 IS NULL OR success = $11)
                 AND ($12 IS NULL OR action = $12 OR (action >= $13 AND action < $14))
                 THEN TRUE ELSE FALSE END",
            newest_first!($direction)
        )
    };
    (older) => {
        " AND (\"timestamp\", id) < ($7, $8) AND \"timestamp\" >= $10
         ORDER BY \"timestamp\" DESC, id DESC LIMIT $9"
    };
    (newer) => {
        " AND (\"timestamp\", id) > ($7, $8) AND \"timestamp\" < $10
         ORDER BY \"timestamp\", id LIMIT $9"
    };
}

/// The statement that `lead` leads, towards newer or older entries. Its values: $1 to $6
/// guild, person, action, request, type and thing; $7 and $8 the moment and key to go on
/// from; $9 how many; $10 the moment to end at; $11 success; $12 an action, and $13 and
/// $14 what all below it lie between.
pub(super) fn of(lead: Lead, newer: bool) -> Query {
    match (lead, newer) {
        (Lead::Request, false) => sql(newest_first!("request_id = $4", older)),
        (Lead::Request, true) => sql(newest_first!("request_id = $4", newer)),
        (Lead::Thing, false) => sql(newest_first!(
            "resource_id = $6 AND resource_type = $5",
            older
        )),
        (Lead::Thing, true) => sql(newest_first!(
            "resource_id = $6 AND resource_type = $5",
            newer
        )),
        (Lead::AnyThing, false) => sql(newest_first!("resource_id = $6", older)),
        (Lead::AnyThing, true) => sql(newest_first!("resource_id = $6", newer)),
        (Lead::User, false) => sql(newest_first!("user_id = $2", older)),
        (Lead::User, true) => sql(newest_first!("user_id = $2", newer)),
        (Lead::GuildAction, false) => sql(newest_first!("guild_id = $1 AND action = $3", older)),
        (Lead::GuildAction, true) => sql(newest_first!("guild_id = $1 AND action = $3", newer)),
        (Lead::Action, false) => sql(newest_first!("action = $3", older)),
        (Lead::Action, true) => sql(newest_first!("action = $3", newer)),
        (Lead::GuildFailed, false) => sql(newest_first!("guild_id = $1 AND NOT success", older)),
        (Lead::GuildFailed, true) => sql(newest_first!("guild_id = $1 AND NOT success", newer)),
        (Lead::Guild, false) => sql(newest_first!("guild_id = $1", older)),
        (Lead::Guild, true) => sql(newest_first!("guild_id = $1", newer)),
        (Lead::Failed, false) => sql(newest_first!("NOT success", older)),
        (Lead::Failed, true) => sql(newest_first!("NOT success", newer)),
        (Lead::Kind, false) => sql(newest_first!("resource_type = $5", older)),
        (Lead::Kind, true) => sql(newest_first!("resource_type = $5", newer)),
        (Lead::Time, false) => sql(newest_first!("1 = 1", older)),
        (Lead::Time, true) => sql(newest_first!("1 = 1", newer)),
    }
}

/// The columns whose index answers a filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    Request,
    Thing,
    /// Of whatever type, which the index has only one by one.
    AnyThing,
    User,
    GuildAction,
    Action,
    GuildFailed,
    Guild,
    Failed,
    Kind,
    Time,
}

impl Lead {
    /// The rarer the value, the better its index: requests have a few entries, guilds
    /// have most of them.
    pub(super) fn of(filter: &AuditFilter) -> Self {
        let failed = filter.success == Some(false);
        let in_guild = filter.guild_id.is_some();
        if filter.request_id.is_some() {
            Self::Request
        } else if filter.resource_id.is_some() && filter.resource_type.is_some() {
            Self::Thing
        } else if filter.resource_id.is_some() {
            Self::AnyThing
        } else if filter.user_id.is_some() {
            Self::User
        } else if filter.action.is_some() && in_guild {
            Self::GuildAction
        } else if filter.action.is_some() {
            Self::Action
        } else if in_guild && failed {
            Self::GuildFailed
        } else if in_guild {
            Self::Guild
        } else if failed {
            Self::Failed
        } else if filter.resource_type.is_some() {
            Self::Kind
        } else {
            Self::Time
        }
    }

    /// Whether it gives so much that what is below an action is better read from the
    /// index of actions.
    pub(super) fn is_wide(self) -> bool {
        matches!(
            self,
            Self::GuildFailed | Self::Guild | Self::Failed | Self::Kind | Self::Time
        )
    }
}
