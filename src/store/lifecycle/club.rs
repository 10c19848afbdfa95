//! What a club keeps of a person, and of a guild.

use super::Deleted;
use super::pieces::ROWS;
use crate::engine::sql;
use crate::{Id, StoreError, Tx};

/// Takes a person out of what is others': their link, and their name where they made,
/// changed, confirmed or approved something. Whether there may be more.
pub(super) async fn free(
    mut tx: &mut Tx,
    user_id: &Id,
    deleted: &mut Deleted,
) -> Result<bool, StoreError> {
    let mut all = 0;
    let links = sql(
        "UPDATE club_members SET user_id = NULL, link_status = 'none', confirmed_by = NULL
         WHERE id IN (SELECT id FROM club_members WHERE user_id = $1 LIMIT $2)",
    );
    for (table, statement) in [
        ("club_members", links),
        (
            "club_members",
            sql("UPDATE club_members SET confirmed_by = NULL WHERE id IN (
                 SELECT id FROM club_members WHERE confirmed_by = $1 LIMIT $2)"),
        ),
        (
            "club_aliases",
            sql("UPDATE club_aliases SET created_by = NULL WHERE id IN (
                 SELECT id FROM club_aliases WHERE created_by = $1 LIMIT $2)"),
        ),
        (
            "club_corrections",
            sql("UPDATE club_corrections SET created_by = NULL,
                     removed_by = NULLIF(removed_by, $1) WHERE id IN (
                 SELECT id FROM club_corrections WHERE created_by = $1 LIMIT $2)"),
        ),
        (
            "club_corrections",
            sql("UPDATE club_corrections SET removed_by = NULL WHERE id IN (
                 SELECT id FROM club_corrections WHERE removed_by = $1 LIMIT $2)"),
        ),
        (
            "club_analyses",
            sql("UPDATE club_analyses SET approved_by = NULL,
                     rolled_back_by = NULLIF(rolled_back_by, $1) WHERE id IN (
                 SELECT id FROM club_analyses WHERE approved_by = $1 LIMIT $2)"),
        ),
        (
            "club_analyses",
            sql(
                "UPDATE club_analyses SET rolled_back_by = NULL WHERE id IN (
                 SELECT id FROM club_analyses WHERE rolled_back_by = $1 LIMIT $2)",
            ),
        ),
    ] {
        let freed = statement.bind(user_id).bind(ROWS).execute(&mut tx).await?;
        deleted.add(table, freed);
        all += freed;
    }
    Ok(all > 0)
}

/// Deletes what a guild's club consists of, when its analyses are gone. Whether there may be
/// more.
pub(super) async fn delete(
    mut tx: &mut Tx,
    guild_id: &Id,
    deleted: &mut Deleted,
) -> Result<bool, StoreError> {
    let mut all = 0;
    for (table, statement) in [
        (
            "club_alerts",
            sql("DELETE FROM club_alerts WHERE id IN (
                 SELECT id FROM club_alerts WHERE guild_id = $1 LIMIT $2)"),
        ),
        (
            "club_corrections",
            sql("DELETE FROM club_corrections WHERE id IN (
                 SELECT id FROM club_corrections WHERE guild_id = $1 LIMIT $2)"),
        ),
        (
            "club_aliases",
            sql("DELETE FROM club_aliases WHERE id IN (
                 SELECT id FROM club_aliases WHERE guild_id = $1 LIMIT $2)"),
        ),
    ] {
        let gone = statement.bind(guild_id).bind(ROWS).execute(&mut tx).await?;
        deleted.add(table, gone);
        all += gone;
    }
    // Last, because what hangs on a member would go along uncounted.
    if all == 0 {
        all = sql("DELETE FROM club_members WHERE id IN (
                 SELECT id FROM club_members WHERE guild_id = $1 LIMIT $2)")
        .bind(guild_id)
        .bind(ROWS)
        .execute(&mut tx)
        .await?;
        deleted.add("club_members", all);
    }
    Ok(all > 0)
}
