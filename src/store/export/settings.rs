//! The history of a guild's settings, and what waits to become part of it.

use std::collections::VecDeque;

use super::{Record, SettingsProposal, SettingsRevision, is_large_full, large_page_rows};
use crate::engine::sql;
use crate::{Db, Id, StoreError};

/// Which rows come next.
#[derive(Debug, Clone)]
pub(super) enum At {
    /// After the change with this number, of a guild.
    RevisionsOf(i64),
    /// After the change with this key, of a person.
    RevisionsBy(Id),
    /// After what waits under this key.
    Proposals(Id),
}

/// The changes that a person made in any guild, and what waits for them; and where to go on.
pub(super) async fn of_user(
    db: &Db,
    user_id: &Id,
    at: &At,
) -> Result<(VecDeque<Record>, Option<At>), StoreError> {
    let mut on = db;
    if let At::Proposals(after) = at {
        let found = sql(
            "SELECT id, guild_id, user_id, content, expires_at, created_at
             FROM guild_settings_proposals WHERE user_id = $1 AND id > $2 ORDER BY id LIMIT $3",
        );
        let found = found.bind(user_id).bind(after).bind(large_page_rows());
        return Ok(proposals(found.fetch_all(&mut on).await?));
    }
    let after = match at {
        At::RevisionsBy(after) => after.clone(),
        _ => Id::lowest(),
    };
    let found: Vec<SettingsRevision> = sql(
        "SELECT id, guild_id, number, user_id, cause, reverts, changes, created_at
         FROM guild_settings_revisions WHERE user_id = $1 AND id > $2 ORDER BY id LIMIT $3",
    )
    .bind(user_id)
    .bind(after)
    .bind(large_page_rows())
    .fetch_all(&mut on)
    .await?;
    let next = match found.last() {
        Some(last) if is_large_full(found.len()) => At::RevisionsBy(last.id.clone()),
        _ => At::Proposals(Id::lowest()),
    };
    let records = found.into_iter().map(Record::SettingsRevision);
    Ok((records.collect(), Some(next)))
}

/// All changes of a guild's settings, and what waits to be one; and where to go on.
pub(super) async fn of_guild(
    db: &Db,
    guild_id: &Id,
    at: &At,
) -> Result<(VecDeque<Record>, Option<At>), StoreError> {
    let mut on = db;
    if let At::Proposals(after) = at {
        let found = sql(
            "SELECT id, guild_id, user_id, content, expires_at, created_at
             FROM guild_settings_proposals WHERE guild_id = $1 AND id > $2 ORDER BY id LIMIT $3",
        );
        let found = found.bind(guild_id).bind(after).bind(large_page_rows());
        return Ok(proposals(found.fetch_all(&mut on).await?));
    }
    let after = match at {
        At::RevisionsOf(after) => *after,
        _ => 0,
    };
    let found: Vec<SettingsRevision> = sql(
        "SELECT id, guild_id, number, user_id, cause, reverts, changes, created_at
         FROM guild_settings_revisions WHERE guild_id = $1 AND number > $2
         ORDER BY number LIMIT $3",
    )
    .bind(guild_id)
    .bind(after)
    .bind(large_page_rows())
    .fetch_all(&mut on)
    .await?;
    let next = match found.last() {
        Some(last) if is_large_full(found.len()) => At::RevisionsOf(last.number),
        _ => At::Proposals(Id::lowest()),
    };
    let records = found.into_iter().map(Record::SettingsRevision);
    Ok((records.collect(), Some(next)))
}

fn proposals(found: Vec<SettingsProposal>) -> (VecDeque<Record>, Option<At>) {
    let last = found.last().filter(|_| is_large_full(found.len()));
    let next = last.map(|last| At::Proposals(last.id.clone()));
    let records = found.into_iter().map(Record::SettingsProposal);
    (records.collect(), next)
}
