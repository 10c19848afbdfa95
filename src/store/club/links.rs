//! Which member of the club somebody in Discord is: claimed by them, confirmed by a manager.

use super::members::{ClubMember, find_member};
use super::presence::hold_history;
use crate::engine::sql;
use crate::text_enum::text_enum;
use crate::{Executor, Id, StoreError, Timestamp, Tx};

text_enum! {
    /// What a link rests on.
    pub enum LinkStatus ("link_status") {
        /// There is none.
        None = "none",
        /// The person says so.
        Claimed = "claimed",
        /// A manager says so.
        Confirmed = "confirmed",
    }
}

impl ClubMember {
    /// Who the member is in Discord, and what that rests on.
    pub fn link(&self) -> Option<(&Id, LinkStatus)> {
        Some((self.user_id.as_ref()?, self.link_status))
    }
}

/// What became of a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkOutcome {
    /// They are linked, by this claim or one before.
    Done,
    /// There is no such member.
    NotFound,
    /// The member is somebody else's.
    MemberTaken,
    /// The person is this other member.
    UserTaken(Id),
}

/// Links a member with a person, each of whom has one link at most. A link that was confirmed
/// stays so when it is claimed again.
pub async fn link_member(
    mut tx: &mut Tx,
    guild_id: &Id,
    id: &Id,
    user_id: &Id,
    status: LinkStatus,
    at: Timestamp,
) -> Result<LinkOutcome, StoreError> {
    if status == LinkStatus::None {
        return Err(StoreError::invalid("a link without a status"));
    }
    hold_history(tx, guild_id).await?;
    let Some(member) = find_member(&mut *tx, guild_id, id).await? else {
        return Ok(LinkOutcome::NotFound);
    };
    if let Some((known, standing)) = member.link() {
        if known != user_id {
            return Ok(LinkOutcome::MemberTaken);
        }
        if standing == LinkStatus::Confirmed {
            return Ok(LinkOutcome::Done);
        }
    }
    let theirs = find_linked_member(&mut *tx, guild_id, user_id).await?;
    if let Some(other) = theirs.filter(|other| other.id != *id) {
        return Ok(LinkOutcome::UserTaken(other.id));
    }
    sql(
        "UPDATE club_members SET user_id = $3, link_status = $4, confirmed_by = NULL,
             updated_at = $5
         WHERE id = $1 AND guild_id = $2",
    )
    .bind(id)
    .bind(guild_id)
    .bind(user_id)
    .bind(status.as_str())
    .bind(at)
    .execute_expecting(1, &mut tx)
    .await?;
    Ok(LinkOutcome::Done)
}

/// Confirms that this person is the member. False when they did not claim it (any more), or
/// it is confirmed already.
pub async fn confirm_link(
    mut on: impl Executor,
    guild_id: &Id,
    id: &Id,
    user_id: &Id,
    by: &Id,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let changed = sql(
        "UPDATE club_members SET link_status = 'confirmed', confirmed_by = $4, updated_at = $5
         WHERE id = $1 AND guild_id = $2 AND user_id = $3 AND link_status = 'claimed'",
    )
    .bind(id)
    .bind(guild_id)
    .bind(user_id)
    .bind(by)
    .bind(at)
    .execute(&mut on)
    .await?;
    Ok(changed == 1)
}

/// Takes a member's link away. False when there was none.
pub async fn unlink_member(
    mut on: impl Executor,
    guild_id: &Id,
    id: &Id,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let changed = sql(
        "UPDATE club_members SET user_id = NULL, link_status = 'none', confirmed_by = NULL,
             updated_at = $3
         WHERE id = $1 AND guild_id = $2 AND user_id IS NOT NULL",
    )
    .bind(id)
    .bind(guild_id)
    .bind(at)
    .execute(&mut on)
    .await?;
    Ok(changed == 1)
}

/// The member of a guild's club that this person is, claimed or confirmed.
pub async fn find_linked_member(
    mut on: impl Executor,
    guild_id: &Id,
    user_id: &Id,
) -> Result<Option<ClubMember>, StoreError> {
    sql(
        "SELECT id, guild_id, name, name_key, display_name, user_id, link_status, confirmed_by,
             first_seen_week, last_seen_week, departed_week, created_at, updated_at
         FROM club_members WHERE guild_id = $1 AND user_id = $2",
    )
    .bind(guild_id)
    .bind(user_id)
    .fetch_optional(&mut on)
    .await
}
