//! Analyses of releases without weeks: they are given a week and members.

use super::check_week;
use crate::engine::sql;
use crate::{Executor, Id, StoreError, Timestamp, Tx, limits};

/// A saved analysis without a week.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Unadopted {
    /// The analysis's key.
    pub id: Id,
    /// The guild's key.
    pub guild_id: Id,
    /// When its draft was made, by which its week goes.
    pub created_at: Timestamp,
    /// When it was saved.
    pub saved_at: Timestamp,
}

/// Saved analyses that have no week, guild by guild, the earliest first: of one guild or of
/// all, at most `limit`. Their rows are in
/// [`find_saved_with_relations`](super::find_saved_with_relations).
pub async fn list_without_week(
    mut on: impl Executor,
    guild_id: Option<&Id>,
    limit: usize,
) -> Result<Vec<Unadopted>, StoreError> {
    limits::check("analyses without a week", limits::PAGE_SIZE, limit)?;
    let query = match guild_id {
        Some(guild_id) => sql(
            "SELECT id, guild_id, created_at, saved_at FROM club_analyses
             WHERE guild_id = $2 AND status = 'saved' AND deleted_at IS NULL AND week IS NULL
             ORDER BY saved_at, id LIMIT $1",
        )
        .bind(i64::try_from(limit).unwrap_or(0))
        .bind(guild_id),
        None => sql(
            "SELECT id, guild_id, created_at, saved_at FROM club_analyses
             WHERE status = 'saved' AND deleted_at IS NULL AND week IS NULL
             ORDER BY guild_id, saved_at, id LIMIT $1",
        )
        .bind(i64::try_from(limit).unwrap_or(0)),
    };
    query.fetch_all(&mut on).await
}

/// Gives a saved analysis its week, and rows of it their members, as pairs of keys: a member
/// of each metric once. False, and nothing is written, when it has a week (by now).
///
/// [`refresh_members`](super::refresh_members) belongs behind it.
pub async fn adopt(
    mut tx: &mut Tx,
    guild_id: &Id,
    analysis_id: &Id,
    week: &str,
    members: &[(Id, Id)],
    at: Timestamp,
) -> Result<bool, StoreError> {
    check_week(week)?;
    limits::check(
        "members of an analysis",
        limits::POWERS_PER_ANALYSIS,
        members.len(),
    )?;
    let adopted = sql("UPDATE club_analyses SET week = $3, updated_at = $4
         WHERE id = $1 AND guild_id = $2 AND status = 'saved' AND deleted_at IS NULL
             AND week IS NULL")
    .bind(analysis_id)
    .bind(guild_id)
    .bind(week)
    .bind(at)
    .execute(&mut tx)
    .await?;
    if adopted == 0 {
        return Ok(false);
    }
    for (power_id, member_id) in members {
        sql("UPDATE club_powers SET member_id = $3
             WHERE id = $1 AND analysis_id = $2 AND guild_id = $4 AND EXISTS (
                 SELECT 1 FROM club_members m WHERE m.id = $3 AND m.guild_id = $4)")
        .bind(power_id)
        .bind(analysis_id)
        .bind(member_id)
        .bind(guild_id)
        .execute_expecting(1, &mut tx)
        .await?;
    }
    Ok(true)
}
