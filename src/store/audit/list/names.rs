//! Which actions, or types of a resource, there are: found by leaps from one to the next
//! in an index, so that it costs as much as there are names, not entries.

use std::collections::BTreeSet;

use crate::audit::AuditFilter;
use crate::engine::sql;
use crate::{Executor, Id, StoreError, limits};

/// Greater than every name.
const END: &str = "\u{10FFFF}";

/// The names of a column from $1 to below $2, at most $3, where `lead` is true of them.
/// It begins with SELECT, because SQLite's readers run what does.
macro_rules! names {
    ($column:literal, $lead:literal) => {
        concat!(
            "SELECT name FROM (
                 WITH RECURSIVE leaps (name, number) AS (
                     SELECT (SELECT ",
            $column,
            " FROM audit_logs
                             WHERE ",
            $lead,
            $column,
            " >= $1 AND ",
            $column,
            " < $2
                             ORDER BY ",
            $column,
            " LIMIT 1), 1
                     UNION ALL
                     SELECT (SELECT ",
            $column,
            " FROM audit_logs
                             WHERE ",
            $lead,
            $column,
            " > leaps.name AND ",
            $column,
            " < $2
                             ORDER BY ",
            $column,
            " LIMIT 1), leaps.number + 1
                     FROM leaps WHERE leaps.name IS NOT NULL AND leaps.number < $3
                 )
                 SELECT name FROM leaps
             ) AS found WHERE name IS NOT NULL"
        )
    };
}

/// The actions from `low` to below `high`, of the filter's guild or of all: one more than
/// lists are merged, to see when there are too many.
pub(super) async fn actions(
    on: &mut impl Executor,
    filter: &AuditFilter,
    low: &str,
    high: &str,
) -> Result<Vec<String>, StoreError> {
    let names = match &filter.guild_id {
        Some(guild_id) => {
            sql(names!("action", "guild_id = $4 AND "))
                .bind(low)
                .bind(high)
                .bind(most())
                .bind(guild_id)
                .fetch_all(on)
                .await?
        }
        None => {
            sql(names!("action", ""))
                .bind(low)
                .bind(high)
                .bind(most())
                .fetch_all(on)
                .await?
        }
    };
    Ok(plain(names))
}

/// The types under which the filter's resource stands.
pub(super) async fn resource_types(
    on: &mut impl Executor,
    filter: &AuditFilter,
) -> Result<Vec<String>, StoreError> {
    let names = sql(names!("resource_type", "resource_id = $4 AND "))
        .bind("")
        .bind(END)
        .bind(most())
        .bind(filter.resource_id.as_deref())
        .fetch_all(on)
        .await?;
    Ok(plain(names))
}

/// The actions of a guild, at most [`limits::AUDIT_NAMES`], in the order of their names.
pub async fn actions_of(mut on: impl Executor, guild_id: &Id) -> Result<Vec<String>, StoreError> {
    all_actions(&mut on, guild_id).await
}

async fn all_actions(on: &mut impl Executor, guild_id: &Id) -> Result<Vec<String>, StoreError> {
    let names = sql(names!("action", "guild_id = $4 AND "))
        .bind("")
        .bind(END)
        .bind(most_names())
        .bind(guild_id)
        .fetch_all(on)
        .await?;
    Ok(plain(names))
}

/// The kinds of things that each of those actions was last about, in the order of their names.
pub async fn resource_types_of(
    mut on: impl Executor,
    guild_id: &Id,
) -> Result<Vec<String>, StoreError> {
    let mut found = BTreeSet::new();
    for action in all_actions(&mut on, guild_id).await? {
        let kind: Option<(String,)> = sql("SELECT resource_type FROM audit_logs
             WHERE guild_id = $1 AND action = $2 ORDER BY \"timestamp\" DESC, id DESC LIMIT 1")
        .bind(guild_id)
        .bind(action)
        .fetch_optional(&mut on)
        .await?;
        found.extend(kind.map(|(kind,)| kind));
    }
    Ok(found.into_iter().collect())
}

fn most_names() -> i64 {
    i64::try_from(limits::AUDIT_NAMES).unwrap_or(i64::MAX)
}

fn most() -> i64 {
    i64::try_from(limits::MERGED_LISTS + 1).unwrap_or(i64::MAX)
}

fn plain(names: Vec<(String,)>) -> Vec<String> {
    names.into_iter().map(|(name,)| name).collect()
}
