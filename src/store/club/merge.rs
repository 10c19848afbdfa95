//! Two members who turn out to be one.

use super::aliases::keep_name;
use super::members::{ClubMember, find_member};
use super::presence::hold_history;
use crate::engine::sql;
use crate::{Id, StoreError, Timestamp, Tx};

/// What a merge moved.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Merged {
    /// Rows of analyses that are the kept member's now.
    pub powers: u64,
    /// Rows that are nobody's now, because the same analysis has another of the same member.
    pub doubled: u64,
    /// Corrections that are the kept member's now.
    pub corrections: u64,
    /// Aliases that are, without the other's name.
    pub aliases: u64,
}

/// Makes two members one: rows, corrections, aliases and link of `other` become those of
/// `keep`, its name an alias, and it is gone. Where both have something, the kept member's
/// counts, unless only the other's power is known. None, and nothing is written, when one of
/// them is not there or they are the same.
///
/// [`refresh_members`](super::refresh_members) belongs behind it.
pub async fn merge_members(
    mut tx: &mut Tx,
    guild_id: &Id,
    keep: &Id,
    other: &Id,
    by: Option<&Id>,
    at: Timestamp,
) -> Result<Option<Merged>, StoreError> {
    hold_history(tx, guild_id).await?;
    let (kept, gone) = (
        find_member(&mut *tx, guild_id, keep).await?,
        find_member(&mut *tx, guild_id, other).await?,
    );
    let (Some(kept), Some(gone)) = (kept, gone) else {
        return Ok(None);
    };
    if keep == other {
        return Ok(None);
    }
    let (doubled, powers) = powers(tx, guild_id, keep, other).await?;
    let corrections = corrections(tx, guild_id, keep, other, by, at).await?;
    let aliases =
        sql("UPDATE club_aliases SET member_id = $3 WHERE member_id = $2 AND guild_id = $1")
            .bind(guild_id)
            .bind(other)
            .bind(keep)
            .execute(&mut tx)
            .await?;
    sql("DELETE FROM club_members WHERE id = $1 AND guild_id = $2")
        .bind(other)
        .bind(guild_id)
        .execute_expecting(1, &mut tx)
        .await?;
    keep_name(tx, &gone, keep, by, at).await?;
    take_over(tx, &kept, &gone, at).await?;
    Ok(Some(Merged {
        powers,
        doubled,
        corrections,
        aliases,
    }))
}

/// The rows of analyses: those that are nobody's now, and those that moved.
async fn powers(
    mut tx: &mut Tx,
    guild_id: &Id,
    keep: &Id,
    other: &Id,
) -> Result<(u64, u64), StoreError> {
    // First where the other's alone is known, then the rest of where both are.
    let unknown = sql("UPDATE club_powers SET member_id = NULL
         WHERE guild_id = $1 AND member_id = $2 AND power IS NULL AND EXISTS (
             SELECT 1 FROM club_powers o WHERE o.analysis_id = club_powers.analysis_id
                 AND o.metric = club_powers.metric AND o.member_id = $3 AND o.power IS NOT NULL)")
    .bind(guild_id)
    .bind(keep)
    .bind(other)
    .execute(&mut tx)
    .await?;
    let doubled = sql("UPDATE club_powers SET member_id = NULL
         WHERE guild_id = $1 AND member_id = $3 AND EXISTS (
             SELECT 1 FROM club_powers k WHERE k.analysis_id = club_powers.analysis_id
                 AND k.metric = club_powers.metric AND k.member_id = $2)")
    .bind(guild_id)
    .bind(keep)
    .bind(other)
    .execute(&mut tx)
    .await?;
    let moved = sql("UPDATE club_powers SET member_id = $2 WHERE guild_id = $1 AND member_id = $3")
        .bind(guild_id)
        .bind(keep)
        .bind(other)
        .execute(&mut tx)
        .await?;
    Ok((unknown + doubled, moved))
}

async fn corrections(
    mut tx: &mut Tx,
    guild_id: &Id,
    keep: &Id,
    other: &Id,
    by: Option<&Id>,
    at: Timestamp,
) -> Result<u64, StoreError> {
    sql(
        "UPDATE club_corrections SET removed_at = $4, removed_by = $5
         WHERE guild_id = $1 AND member_id = $3 AND removed_at IS NULL AND EXISTS (
             SELECT 1 FROM club_corrections k
             WHERE k.guild_id = $1 AND k.metric = club_corrections.metric
                 AND k.week = club_corrections.week AND k.member_id = $2
                 AND k.removed_at IS NULL)",
    )
    .bind(guild_id)
    .bind(keep)
    .bind(other)
    .bind(at)
    .bind(by)
    .execute(&mut tx)
    .await?;
    sql("UPDATE club_corrections SET member_id = $2 WHERE guild_id = $1 AND member_id = $3")
        .bind(guild_id)
        .bind(keep)
        .bind(other)
        .execute(&mut tx)
        .await
}

/// What the kept member has not, and the other had.
async fn take_over(
    mut tx: &mut Tx,
    kept: &ClubMember,
    gone: &ClubMember,
    at: Timestamp,
) -> Result<(), StoreError> {
    let link = if kept.user_id.is_some() { kept } else { gone };
    sql(
        "UPDATE club_members SET display_name = $2, user_id = $3, link_status = $4,
             confirmed_by = $5, updated_at = $6
         WHERE id = $1",
    )
    .bind(&kept.id)
    .bind(kept.display_name.as_ref().or(gone.display_name.as_ref()))
    .bind(link.user_id.as_ref())
    .bind(link.link_status.as_str())
    .bind(link.confirmed_by.as_ref())
    .bind(at)
    .execute_expecting(1, &mut tx)
    .await
}
