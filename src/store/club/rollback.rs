//! Back to the snapshot before, and forth again.

use super::current::is_current;
use super::presence::hold_history;
use crate::engine::sql;
use crate::{Executor, Id, StoreError, Timestamp, Tx};

/// Rolls the snapshot `analysis_id` back: from here on the one that was saved before it
/// counts, if there is one. False, and nothing is written, when it is not the current one of
/// its week and metric (any more), so that pressing twice does not roll back two.
pub async fn roll_back(
    mut tx: &mut Tx,
    guild_id: &Id,
    analysis_id: &Id,
    by: &Id,
    at: Timestamp,
) -> Result<bool, StoreError> {
    hold_history(tx, guild_id).await?;
    let changed = sql(concat!(
        "UPDATE club_analyses SET rolled_back_at = $3, rolled_back_by = $4, updated_at = $3
         WHERE id = $1 AND guild_id = $2 AND ",
        is_current!("club_analyses")
    ))
    .bind(analysis_id)
    .bind(guild_id)
    .bind(at)
    .bind(by)
    .execute(&mut tx)
    .await?;
    Ok(changed == 1)
}

/// Undoes a rollback. The snapshot counts again, unless a later one was saved meanwhile.
/// False when it is not rolled back (any more).
pub async fn undo_roll_back(
    mut tx: &mut Tx,
    guild_id: &Id,
    analysis_id: &Id,
    at: Timestamp,
) -> Result<bool, StoreError> {
    hold_history(tx, guild_id).await?;
    let changed = sql(
        "UPDATE club_analyses SET rolled_back_at = NULL, rolled_back_by = NULL, updated_at = $3
         WHERE id = $1 AND guild_id = $2 AND status = 'saved' AND deleted_at IS NULL
             AND week IS NOT NULL AND rolled_back_at IS NOT NULL",
    )
    .bind(analysis_id)
    .bind(guild_id)
    .bind(at)
    .execute(&mut tx)
    .await?;
    Ok(changed == 1)
}

/// By which somebody who keeps something made of a guild's history sees whether it is out of
/// date: it is not while two of these are equal.
#[derive(Debug, Clone, PartialEq, Eq, Hash, sqlx::FromRow)]
pub struct HistoryStamp {
    /// When a saved analysis was last written.
    pub analyses_at: Option<Timestamp>,
    /// How many snapshots there are that were neither deleted nor rolled back.
    pub snapshots: i64,
    /// When a member was last written.
    pub members_at: Option<Timestamp>,
    /// How many members there are.
    pub members: i64,
    /// How many aliases there are.
    pub aliases: i64,
    /// When the last correction was made.
    pub corrections_at: Option<Timestamp>,
    /// How many corrections are active.
    pub corrections: i64,
}

/// The stamp of a guild's history as it stands now.
pub async fn newest_change(
    mut on: impl Executor,
    guild_id: &Id,
) -> Result<HistoryStamp, StoreError> {
    sql("SELECT
             (SELECT MAX(a.updated_at) FROM club_analyses a
              WHERE a.guild_id = $1 AND a.status = 'saved' AND a.deleted_at IS NULL) AS analyses_at,
             (SELECT COUNT(*) FROM club_analyses a
              WHERE a.guild_id = $1 AND a.status = 'saved' AND a.deleted_at IS NULL
                  AND a.week IS NOT NULL AND a.rolled_back_at IS NULL) AS snapshots,
             (SELECT MAX(m.updated_at) FROM club_members m WHERE m.guild_id = $1) AS members_at,
             (SELECT COUNT(*) FROM club_members m WHERE m.guild_id = $1) AS members,
             (SELECT COUNT(*) FROM club_aliases l WHERE l.guild_id = $1) AS aliases,
             (SELECT MAX(c.created_at) FROM club_corrections c
              WHERE c.guild_id = $1) AS corrections_at,
             (SELECT COUNT(*) FROM club_corrections c
              WHERE c.guild_id = $1 AND c.removed_at IS NULL) AS corrections")
    .bind(guild_id)
    .fetch_one(&mut on)
    .await
}
