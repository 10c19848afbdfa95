//! What a club's history consists of beside the analyses: its members, their other names,
//! corrections and alerts.

use std::collections::VecDeque;

use super::{Alert, Alias, ClubMember, Correction, Record, is_full, page_rows};
use crate::engine::sql;
use crate::{Db, Id, StoreError};

/// Whose, and which rows come next.
#[derive(Debug, Clone)]
pub(super) enum At {
    Members(Id),
    Aliases(Id),
    Corrections(Id),
    Alerts(Id),
}

impl At {
    pub(super) fn begin() -> Self {
        Self::Members(Id::lowest())
    }

    /// After the row `last` of a full page the same goes on, and otherwise what follows.
    fn after(last: Option<&Id>, rows: usize, same: fn(Id) -> Self, then: fn(Id) -> Self) -> Self {
        match last {
            Some(last) if is_full(rows) => same(last.clone()),
            _ => then(Id::lowest()),
        }
    }
}

/// What a person is and made in the clubs of any guild, and where to go on.
pub(super) async fn of_user(
    db: &Db,
    user_id: &Id,
    at: &At,
) -> Result<(VecDeque<Record>, Option<At>), StoreError> {
    let mut on = db;
    let (mut records, next) = match at {
        At::Members(after) => {
            let query = sql(
                "SELECT id, guild_id, name, display_name, user_id, link_status, confirmed_by,
                     first_seen_week, last_seen_week, departed_week, created_at, updated_at
                 FROM club_members WHERE user_id = $1 AND id > $2 ORDER BY id LIMIT $3",
            );
            let query = query.bind(user_id).bind(after).bind(page_rows());
            members(query.fetch_all(&mut on).await?)
        }
        At::Aliases(after) => {
            let query = sql(
                "SELECT id, guild_id, member_id, alias, source, created_by, created_at
                 FROM club_aliases WHERE created_by = $1 AND id > $2 ORDER BY id LIMIT $3",
            );
            let query = query.bind(user_id).bind(after).bind(page_rows());
            aliases(query.fetch_all(&mut on).await?)
        }
        At::Corrections(after) => {
            let query = sql(
                "SELECT id, guild_id, member_id, metric, week, value, reason, created_by, created_at,
                     removed_at, removed_by
                 FROM club_corrections WHERE created_by = $1 AND id > $2 ORDER BY id LIMIT $3",
            );
            let query = query.bind(user_id).bind(after).bind(page_rows());
            corrections(query.fetch_all(&mut on).await?)
        }
        // Alerts are nobody's.
        At::Alerts(_) => return Ok((VecDeque::new(), None)),
    };
    for record in &mut records {
        // Who else had to do with it is not the person's to know.
        match record {
            Record::ClubMember(member) => {
                member.confirmed_by = member.confirmed_by.take().filter(|by| by == user_id);
            }
            Record::Correction(correction) => {
                correction.removed_by = correction.removed_by.take().filter(|by| by == user_id);
            }
            _ => {}
        }
    }
    Ok((records, Some(next)))
}

/// What the club of a guild consists of, and where to go on.
pub(super) async fn of_guild(
    db: &Db,
    guild_id: &Id,
    at: &At,
) -> Result<(VecDeque<Record>, Option<At>), StoreError> {
    let mut on = db;
    let (records, next) = match at {
        At::Members(after) => {
            let query = sql(
                "SELECT id, guild_id, name, display_name, user_id, link_status, confirmed_by,
                     first_seen_week, last_seen_week, departed_week, created_at, updated_at
                 FROM club_members WHERE guild_id = $1 AND id > $2 ORDER BY id LIMIT $3",
            );
            let query = query.bind(guild_id).bind(after).bind(page_rows());
            members(query.fetch_all(&mut on).await?)
        }
        At::Aliases(after) => {
            let query = sql(
                "SELECT id, guild_id, member_id, alias, source, created_by, created_at
                 FROM club_aliases WHERE guild_id = $1 AND id > $2 ORDER BY id LIMIT $3",
            );
            let query = query.bind(guild_id).bind(after).bind(page_rows());
            aliases(query.fetch_all(&mut on).await?)
        }
        At::Corrections(after) => {
            let query = sql(
                "SELECT id, guild_id, member_id, metric, week, value, reason, created_by, created_at,
                     removed_at, removed_by
                 FROM club_corrections WHERE guild_id = $1 AND id > $2 ORDER BY id LIMIT $3",
            );
            let query = query.bind(guild_id).bind(after).bind(page_rows());
            corrections(query.fetch_all(&mut on).await?)
        }
        At::Alerts(after) => {
            let found: Vec<Alert> = sql(
                "SELECT id, guild_id, kind, key, payload, due_at, posted_at, attempts, last_error,
                     created_at, updated_at
                 FROM club_alerts WHERE guild_id = $1 AND id > $2 ORDER BY id LIMIT $3",
            )
            .bind(guild_id)
            .bind(after)
            .bind(page_rows())
            .fetch_all(&mut on)
            .await?;
            let last = found.last().filter(|_| is_full(found.len()));
            let next = last.map(|last| At::Alerts(last.id.clone()));
            return Ok((found.into_iter().map(Record::Alert).collect(), next));
        }
    };
    Ok((records, Some(next)))
}

fn members(found: Vec<ClubMember>) -> (VecDeque<Record>, At) {
    let last = found.last().map(|row| &row.id);
    let next = At::after(last, found.len(), At::Members, At::Aliases);
    (found.into_iter().map(Record::ClubMember).collect(), next)
}

fn aliases(found: Vec<Alias>) -> (VecDeque<Record>, At) {
    let last = found.last().map(|row| &row.id);
    let next = At::after(last, found.len(), At::Aliases, At::Corrections);
    (found.into_iter().map(Record::Alias).collect(), next)
}

fn corrections(found: Vec<Correction>) -> (VecDeque<Record>, At) {
    let last = found.last().map(|row| &row.id);
    let next = At::after(last, found.len(), At::Corrections, At::Alerts);
    (found.into_iter().map(Record::Correction).collect(), next)
}
