//! Reading the record, newest first.
//!
//! Every list walks one index in its own order and stops when the page is full, so that
//! the hundredth page costs what the first does. Where an index has that order only for
//! each single action (or type of resource), a list is read for each of them, and what
//! is newest among all makes the page.

mod names;
mod statement;

pub use names::{actions_of, resource_types_of};

use super::AuditEntry;
use super::filter::{AuditFilter, below};
use crate::{Cursor, Executor, Id, Page, PageRequest, StoreError, Timestamp, limits};
use statement::Lead;

/// A page of the entries that fit, newest first.
pub async fn list(
    mut on: impl Executor,
    filter: &AuditFilter,
    page: &PageRequest,
) -> Result<Page<AuditEntry>, StoreError> {
    let filter = filter.normal()?;
    let range = Range::of(&filter, page)?;
    let mut entries = Vec::new();
    for single in apart(&mut on, filter).await? {
        entries.extend(one(&mut on, &single, &range).await?);
    }
    entries.sort_by(|a, b| (a.timestamp, &a.id).cmp(&(b.timestamp, &b.id)));
    if !range.newer {
        entries.reverse();
    }
    entries.truncate(usize::try_from(range.rows).unwrap_or(0));
    Ok(Page::of(page, entries, |entry: &AuditEntry| Cursor {
        at: entry.timestamp,
        id: entry.id.clone(),
    }))
}

/// What part of a list a page may come from, and how many rows of it.
struct Range {
    newer: bool,
    /// From where the page goes on, or where the filter's range ends.
    from: Cursor,
    /// Where the filter's range ends in the direction in which the page goes.
    to: Timestamp,
    rows: i64,
}

impl Range {
    fn of(filter: &AuditFilter, page: &PageRequest) -> Result<Self, StoreError> {
        let (newer, cursor, rows) = page.plan()?;
        let first = filter.from.unwrap_or(Timestamp::FAR_PAST);
        let last = filter.until.unwrap_or(Timestamp::FAR_FUTURE);
        let (edge, to) = if newer { (first, last) } else { (last, first) };
        // Every key is greater than the lowest, so this is right before the first entry
        // of the moment in either direction.
        let edge = Cursor {
            at: edge,
            id: Id::lowest(),
        };
        let cursor_first = (cursor.at, &cursor.id) <= (edge.at, &edge.id);
        let from = if cursor_first == newer { edge } else { cursor };
        Ok(Self {
            newer,
            from,
            to,
            rows,
        })
    }
}

/// The filters of which each has an index in the list's order, and which together mean
/// the same as `filter`.
async fn apart(
    on: &mut impl Executor,
    filter: AuditFilter,
) -> Result<Vec<AuditFilter>, StoreError> {
    match (Lead::of(&filter), &filter.action_prefix) {
        (Lead::AnyThing, _) => {
            let types = names::resource_types(on, &filter).await?;
            let single = |resource_type| AuditFilter {
                resource_type: Some(resource_type),
                ..filter.clone()
            };
            Ok(if types.len() > limits::MERGED_LISTS {
                vec![filter]
            } else {
                types.into_iter().map(single).collect()
            })
        }
        (lead, Some(prefix)) if lead.is_wide() => {
            let (low, high) = below(prefix);
            let mut actions = names::actions(on, &filter, &low, &high).await?;
            actions.push(prefix.clone());
            let single = |action| AuditFilter {
                action: Some(action),
                action_prefix: None,
                ..filter.clone()
            };
            // So many actions are many entries: what is sifted out does not matter then.
            Ok(if actions.len() > limits::MERGED_LISTS {
                vec![filter]
            } else {
                actions.into_iter().map(single).collect()
            })
        }
        _ => Ok(vec![filter]),
    }
}

/// The entries of a page of a list that has an index in its order.
async fn one(
    on: &mut impl Executor,
    filter: &AuditFilter,
    range: &Range,
) -> Result<Vec<AuditEntry>, StoreError> {
    let prefix = filter.action_prefix.as_deref();
    let between = prefix.map(below);
    statement::of(Lead::of(filter), range.newer)
        .bind(filter.guild_id.as_ref())
        .bind(filter.user_id.as_ref())
        .bind(filter.action.as_deref())
        .bind(filter.request_id.as_deref())
        .bind(filter.resource_type.as_deref())
        .bind(filter.resource_id.as_deref())
        .bind(range.from.at)
        .bind(&range.from.id)
        .bind(range.rows)
        .bind(range.to)
        .bind(filter.success)
        .bind(prefix)
        .bind(between.as_ref().map(|(low, _)| low.as_str()))
        .bind(between.as_ref().map(|(_, high)| high.as_str()))
        .fetch_all(on)
        .await
}
