//! Other spellings that mean a member.

use super::check_name;
use super::members::{ClubMember, owner};
use super::presence::hold_history;
use crate::engine::sql;
use crate::text_enum::text_enum;
use crate::{Executor, Id, StoreError, Timestamp, Tx, limits};

text_enum! {
    /// How an alias came about.
    pub enum AliasSource ("source") {
        /// A person fixed a name before saving.
        Fix = "fix",
        /// A manager said so.
        Command = "command",
        /// It stood in a file.
        Import = "import",
        /// It was the member's name before.
        Rename = "rename",
    }
}

/// Another spelling that means a member.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Alias {
    /// The row's key.
    pub id: Id,
    /// The guild's key.
    pub guild_id: Id,
    /// The member's key.
    pub member_id: Id,
    /// The spelling.
    pub alias: String,
    /// The spelling folded.
    pub alias_key: String,
    /// How it came about.
    #[sqlx(try_from = "String")]
    pub source: AliasSource,
    /// The key of the person who gave it.
    pub created_by: Option<Id>,
    /// When.
    pub created_at: Timestamp,
}

/// An alias to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAlias {
    /// The guild's key.
    pub guild_id: Id,
    /// The member's key.
    pub member_id: Id,
    /// The spelling: at most [`limits::CLUB_NAME`] characters.
    pub alias: String,
    /// The spelling folded.
    pub alias_key: String,
    /// How it comes about.
    pub source: AliasSource,
    /// The key of the person who gives it.
    pub created_by: Option<Id>,
}

/// What became of a new alias.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AliasOutcome {
    /// It is there now.
    Added(Alias),
    /// It meant this member already, as an alias or as the name itself.
    Known,
    /// There is no such member.
    NotFound,
    /// It is the name or an alias of this other member.
    Taken(Id),
}

/// Adds an alias, unless it means somebody already.
pub async fn add_alias(
    mut tx: &mut Tx,
    new: NewAlias,
    at: Timestamp,
) -> Result<AliasOutcome, StoreError> {
    check_name(&new.alias, &new.alias_key)?;
    hold_history(tx, &new.guild_id).await?;
    if let Some(other) = owner(tx, &new.guild_id, &new.alias_key, &new.member_id).await? {
        return Ok(AliasOutcome::Taken(other));
    }
    let of_guild = sql("SELECT COUNT(*) FROM club_aliases WHERE guild_id = $1");
    let (aliases,): (i64,) = of_guild.bind(&new.guild_id).fetch_one(&mut tx).await?;
    let aliases = usize::try_from(aliases).unwrap_or(0);
    limits::check("aliases of a club", limits::CLUB_ALIASES, aliases + 1)?;
    let added: Option<Alias> = sql(
        "INSERT INTO club_aliases (id, guild_id, member_id, alias, alias_key, source, created_by,
             created_at)
         SELECT $1, m.guild_id, m.id, $4, $5, $6, $7, $8 FROM club_members m
         WHERE m.id = $3 AND m.guild_id = $2 AND m.name_key <> $5
         ON CONFLICT (guild_id, alias_key) DO NOTHING
         RETURNING id, guild_id, member_id, alias, alias_key, source, created_by, created_at",
    )
    .bind(Id::new())
    .bind(&new.guild_id)
    .bind(&new.member_id)
    .bind(new.alias)
    .bind(new.alias_key)
    .bind(new.source.as_str())
    .bind(new.created_by)
    .bind(at)
    .fetch_optional(&mut tx)
    .await?;
    if let Some(alias) = added {
        return Ok(AliasOutcome::Added(alias));
    }
    let member = super::find_member(tx, &new.guild_id, &new.member_id).await?;
    Ok(match member {
        Some(_) => AliasOutcome::Known,
        None => AliasOutcome::NotFound,
    })
}

/// Keeps the name that a member had, or that another row of the same member has, as an alias
/// of `of`. Nothing else has that name.
pub(super) async fn keep_name(
    mut tx: &mut Tx,
    named: &ClubMember,
    of: &Id,
    by: Option<&Id>,
    at: Timestamp,
) -> Result<(), StoreError> {
    sql(
        "INSERT INTO club_aliases (id, guild_id, member_id, alias, alias_key, source, created_by,
             created_at)
         VALUES ($1, $2, $3, $4, $5, 'rename', $6, $7)",
    )
    .bind(Id::new())
    .bind(&named.guild_id)
    .bind(of)
    .bind(&named.name)
    .bind(&named.name_key)
    .bind(by)
    .bind(at)
    .execute_expecting(1, &mut tx)
    .await
}

/// Takes an alias away and gives it; none when there was none.
pub async fn remove_alias(
    mut on: impl Executor,
    guild_id: &Id,
    alias_key: &str,
) -> Result<Option<Alias>, StoreError> {
    sql(
        "DELETE FROM club_aliases WHERE guild_id = $1 AND alias_key = $2
         RETURNING id, guild_id, member_id, alias, alias_key, source, created_by, created_at",
    )
    .bind(guild_id)
    .bind(alias_key)
    .fetch_optional(&mut on)
    .await
}

/// All aliases of a guild by their folded spelling: at most [`limits::CLUB_ALIASES`], which is
/// nearly all that there can be (a rename is not refused for it).
pub async fn list_aliases(mut on: impl Executor, guild_id: &Id) -> Result<Vec<Alias>, StoreError> {
    sql(
        "SELECT id, guild_id, member_id, alias, alias_key, source, created_by, created_at
         FROM club_aliases WHERE guild_id = $1 ORDER BY alias_key LIMIT $2",
    )
    .bind(guild_id)
    .bind(i64::try_from(limits::CLUB_ALIASES).unwrap_or(0))
    .fetch_all(&mut on)
    .await
}
