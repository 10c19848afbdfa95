//! The members of a guild's club, by the names that the game shows.
//!
//! A name's key is the name folded by the domain's one rule; it is unique in a guild, and so
//! is an alias's, and no name is another member's alias.

use super::check_name;
use super::links::LinkStatus;
use super::presence::hold_history;
use crate::engine::sql;
use crate::{Executor, Id, StoreError, Timestamp, Tx, Upserted, limits};

/// Somebody in the game's club.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct ClubMember {
    /// The row's key.
    pub id: Id,
    /// The guild's key.
    pub guild_id: Id,
    /// The name as the game shows it.
    pub name: String,
    /// The name folded.
    pub name_key: String,
    /// What the guild calls them.
    pub display_name: Option<String>,
    /// The key of the person in Discord who they are.
    pub user_id: Option<Id>,
    /// What that rests on. It says nothing where `user_id` is none.
    #[sqlx(try_from = "String")]
    pub link_status: LinkStatus,
    /// The key of the manager who confirmed it.
    pub confirmed_by: Option<Id>,
    /// The first week in which they were there.
    pub first_seen_week: Option<String>,
    /// The last week in which they were there.
    pub last_seen_week: Option<String>,
    /// The first week after that which has a snapshot; none while they have not departed.
    pub departed_week: Option<String>,
    /// When the row was made.
    pub created_at: Timestamp,
    /// When it was last written.
    pub updated_at: Timestamp,
}

/// A member to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMember {
    /// The guild's key.
    pub guild_id: Id,
    /// The name as the game shows it: at most [`limits::CLUB_NAME`] characters.
    pub name: String,
    /// The name folded.
    pub name_key: String,
    /// What the guild calls them.
    pub display_name: Option<String>,
}

/// What became of a new name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Naming {
    /// It is done.
    Done,
    /// There is no such member.
    NotFound,
    /// The name, or an alias that is folded to the same, is this other member's.
    Taken(Id),
}

/// Makes a member, or gives the one that has this name already. A name that is somebody's
/// alias is a [`StoreError::Conflict`]: it means that member. [`hold_history`] belongs before
/// it, so that of two who make the same member at once one finds the other's.
pub async fn create_member(
    mut tx: &mut Tx,
    new: NewMember,
    at: Timestamp,
) -> Result<Upserted<ClubMember>, StoreError> {
    check_name(&new.name, &new.name_key)?;
    let display_name = new.display_name.as_deref().unwrap_or_default();
    check_name(display_name, &new.name_key)?;
    let made: Option<ClubMember> = sql(
        "INSERT INTO club_members (id, guild_id, name, name_key, display_name, created_at, updated_at)
         SELECT $1, $2, $3, $4, $5, $6, $6 FROM guilds g
         WHERE g.id = $2
             AND (SELECT COUNT(*) FROM club_members m WHERE m.guild_id = $2) < $7
             AND NOT EXISTS (SELECT 1 FROM club_aliases l
                 WHERE l.guild_id = $2 AND l.alias_key = $4)
         ON CONFLICT (guild_id, name_key) DO NOTHING
         RETURNING id, guild_id, name, name_key, display_name, user_id, link_status, confirmed_by,
             first_seen_week, last_seen_week, departed_week, created_at, updated_at",
    )
    .bind(Id::new())
    .bind(&new.guild_id)
    .bind(&new.name)
    .bind(&new.name_key)
    .bind(new.display_name)
    .bind(at)
    .bind(i64::try_from(limits::CLUB_MEMBERS).unwrap_or(0))
    .fetch_optional(&mut tx)
    .await?;
    if let Some(row) = made {
        return Ok(Upserted { row, created: true });
    }
    if let Some(row) = find_member_by_key(&mut *tx, &new.guild_id, &new.name_key).await? {
        return Ok(Upserted {
            row,
            created: false,
        });
    }
    let of_guild = sql("SELECT COUNT(*) FROM club_members WHERE guild_id = $1");
    let (members,): (i64,) = of_guild.bind(&new.guild_id).fetch_one(&mut tx).await?;
    let members = usize::try_from(members).unwrap_or(0);
    limits::check("members of a club", limits::CLUB_MEMBERS, members + 1)?;
    Err(StoreError::Conflict)
}

/// The member of a guild with this key.
pub async fn find_member(
    mut on: impl Executor,
    guild_id: &Id,
    id: &Id,
) -> Result<Option<ClubMember>, StoreError> {
    sql(
        "SELECT id, guild_id, name, name_key, display_name, user_id, link_status, confirmed_by,
             first_seen_week, last_seen_week, departed_week, created_at, updated_at
         FROM club_members WHERE id = $1 AND guild_id = $2",
    )
    .bind(id)
    .bind(guild_id)
    .fetch_optional(&mut on)
    .await
}

/// The member of a guild whose name is folded to this; aliases are not asked.
pub async fn find_member_by_key(
    mut on: impl Executor,
    guild_id: &Id,
    name_key: &str,
) -> Result<Option<ClubMember>, StoreError> {
    sql(
        "SELECT id, guild_id, name, name_key, display_name, user_id, link_status, confirmed_by,
             first_seen_week, last_seen_week, departed_week, created_at, updated_at
         FROM club_members WHERE guild_id = $1 AND name_key = $2",
    )
    .bind(guild_id)
    .bind(name_key)
    .fetch_optional(&mut on)
    .await
}

/// All members of a guild's club, departed ones too, by their folded names: at most
/// [`limits::CLUB_MEMBERS`], which is all that there can be.
pub async fn list_members(
    mut on: impl Executor,
    guild_id: &Id,
) -> Result<Vec<ClubMember>, StoreError> {
    sql(
        "SELECT id, guild_id, name, name_key, display_name, user_id, link_status, confirmed_by,
             first_seen_week, last_seen_week, departed_week, created_at, updated_at
         FROM club_members WHERE guild_id = $1 ORDER BY name_key LIMIT $2",
    )
    .bind(guild_id)
    .bind(i64::try_from(limits::CLUB_MEMBERS).unwrap_or(0))
    .fetch_all(&mut on)
    .await
}

/// Gives a member another name. The one before stays known as an alias, so that older
/// screenshots are still understood; an alias of theirs that is folded to the new name goes.
pub async fn rename_member(
    mut tx: &mut Tx,
    guild_id: &Id,
    id: &Id,
    (name, name_key): (&str, &str),
    by: Option<&Id>,
    at: Timestamp,
) -> Result<Naming, StoreError> {
    check_name(name, name_key)?;
    hold_history(tx, guild_id).await?;
    let Some(before) = find_member(&mut *tx, guild_id, id).await? else {
        return Ok(Naming::NotFound);
    };
    if let Some(other) = owner(tx, guild_id, name_key, id).await? {
        return Ok(Naming::Taken(other));
    }
    sql("DELETE FROM club_aliases WHERE guild_id = $1 AND alias_key = $2 AND member_id = $3")
        .bind(guild_id)
        .bind(name_key)
        .bind(id)
        .execute(&mut tx)
        .await?;
    sql(
        "UPDATE club_members SET name = $3, name_key = $4, updated_at = $5
         WHERE id = $1 AND guild_id = $2",
    )
    .bind(id)
    .bind(guild_id)
    .bind(name)
    .bind(name_key)
    .bind(at)
    .execute_expecting(1, &mut tx)
    .await?;
    if before.name_key != name_key {
        super::aliases::keep_name(tx, &before, id, by, at).await?;
    }
    Ok(Naming::Done)
}

/// The other member whose name or alias is folded to this.
pub(super) async fn owner(
    mut tx: &mut Tx,
    guild_id: &Id,
    key: &str,
    but: &Id,
) -> Result<Option<Id>, StoreError> {
    let found: Option<(Id,)> = sql("SELECT m.id FROM club_members m
         WHERE m.guild_id = $1 AND m.name_key = $2 AND m.id <> $3
         UNION ALL
         SELECT l.member_id FROM club_aliases l
         WHERE l.guild_id = $1 AND l.alias_key = $2 AND l.member_id <> $3
         LIMIT 1")
    .bind(guild_id)
    .bind(key)
    .bind(but)
    .fetch_optional(&mut tx)
    .await?;
    Ok(found.map(|(id,)| id))
}

/// Sets what the guild calls a member; none takes it away. False when there is no such member.
pub async fn set_display_name(
    mut on: impl Executor,
    guild_id: &Id,
    id: &Id,
    display_name: Option<&str>,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let characters = display_name.unwrap_or_default().chars().count();
    limits::check(
        "characters of a member's name",
        limits::CLUB_NAME,
        characters,
    )?;
    let changed = sql("UPDATE club_members SET display_name = $3, updated_at = $4
         WHERE id = $1 AND guild_id = $2")
    .bind(id)
    .bind(guild_id)
    .bind(display_name)
    .bind(at)
    .execute(&mut on)
    .await?;
    Ok(changed == 1)
}
