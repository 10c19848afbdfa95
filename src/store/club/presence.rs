//! Who was there: when members were first and last seen, and since when they are gone.

use super::current::current_of_guild;
use crate::engine::sql;
use crate::{Id, StoreError, Timestamp, Tx};

/// Has whoever else changes this guild's history wait until the transaction ends. Call it
/// before reading members that the same transaction then changes, or whose absence it goes
/// by; what is called here `tx` and says nothing else does so itself.
pub async fn hold_history(mut tx: &mut Tx, guild_id: &Id) -> Result<(), StoreError> {
    // On SQLite a transaction is alone anyway. On PostgreSQL a row of the guild that is being
    // written meanwhile does not wait for this.
    let held = sql("UPDATE guilds SET left_at = left_at WHERE id = $1")
        .bind(guild_id)
        .execute(&mut tx)
        .await?;
    if held == 1 {
        Ok(())
    } else {
        Err(StoreError::NotFound)
    }
}

/// Brings the weeks of a guild's members up to date: the first and the last week in which a
/// current snapshot of either metric or a correction has them, and the first week with a
/// snapshot after that, by which they had departed. Gives how many members changed.
///
/// It belongs at the end of every transaction that changes who was present: saving with a
/// week, importing, adopting, rolling back and undoing that, deleting, merging, correcting.
pub async fn refresh_members(
    mut tx: &mut Tx,
    guild_id: &Id,
    at: Timestamp,
) -> Result<u64, StoreError> {
    hold_history(tx, guild_id).await?;
    sql(concat!(
        "UPDATE club_members SET first_seen_week = seen.first_week,
             last_seen_week = seen.last_week, departed_week = seen.next_week, updated_at = $2
         FROM (
             WITH snapshots AS MATERIALIZED (
                 SELECT c.id, c.week FROM ",
        current_of_guild!(""),
        " AS c
             ), spans AS MATERIALIZED (
                 SELECT present.member_id, MIN(present.week) AS first_week,
                     MAX(present.week) AS last_week
                 FROM (
                     SELECT p.member_id, snapshots.week
                     FROM snapshots JOIN club_powers p ON p.analysis_id = snapshots.id
                     WHERE p.member_id IS NOT NULL
                     UNION ALL
                     SELECT c.member_id, c.week FROM club_corrections c
                     WHERE c.guild_id = $1 AND c.removed_at IS NULL
                 ) AS present
                 GROUP BY present.member_id
             )
             SELECT m.id, spans.first_week, spans.last_week,
                 (SELECT MIN(snapshots.week) FROM snapshots
                  WHERE snapshots.week > spans.last_week) AS next_week
             FROM club_members m LEFT JOIN spans ON spans.member_id = m.id
             WHERE m.guild_id = $1
         ) AS seen
         WHERE club_members.id = seen.id
             AND (club_members.first_seen_week IS DISTINCT FROM seen.first_week
                 OR club_members.last_seen_week IS DISTINCT FROM seen.last_week
                 OR club_members.departed_week IS DISTINCT FROM seen.next_week)"
    ))
    .bind(guild_id)
    .bind(at)
    .execute(&mut tx)
    .await
}
