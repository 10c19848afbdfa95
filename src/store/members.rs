//! Who belongs to which guild, with which roles.

mod lists;

pub use lists::{
    MemberGuild, MemberUser, MemberWithGuild, MemberWithUser, list_guilds_of_user, list_of_guild,
};

use crate::engine::sql;
use crate::{Executor, Id, Json, StoreError, Timestamp, Upserted, json};

/// A person's membership of a guild; at most one per person and guild.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Member {
    /// The row's key.
    pub id: Id,
    /// The person's key.
    pub user_id: Id,
    /// The guild's key.
    pub guild_id: Id,
    /// Discord's ids of the roles that the person has there.
    #[sqlx(try_from = "Json")]
    pub roles: Vec<String>,
    /// When the row was made.
    pub created_at: Timestamp,
    /// When it was last written.
    pub updated_at: Timestamp,
}

/// Writes a membership down with the roles that it has now.
pub async fn upsert(
    mut on: impl Executor,
    user_id: &Id,
    guild_id: &Id,
    roles: &[String],
    at: Timestamp,
) -> Result<Upserted<Member>, StoreError> {
    let id = Id::new();
    let row: Member = sql(
        "INSERT INTO user_guilds (id, user_id, guild_id, roles, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $5)
         ON CONFLICT (user_id, guild_id) DO UPDATE SET
             roles = excluded.roles,
             updated_at = excluded.updated_at
         RETURNING user_guilds.id, user_guilds.user_id, user_guilds.guild_id, user_guilds.roles,
             user_guilds.created_at, user_guilds.updated_at",
    )
    .bind(&id)
    .bind(user_id)
    .bind(guild_id)
    .bind(json::texts(roles))
    .bind(at)
    .fetch_one(&mut on)
    .await?;
    Ok(Upserted {
        created: row.id == id,
        row,
    })
}

/// A person's membership of a guild.
pub async fn find(
    mut on: impl Executor,
    user_id: &Id,
    guild_id: &Id,
) -> Result<Option<Member>, StoreError> {
    sql("SELECT id, user_id, guild_id, roles, created_at, updated_at
         FROM user_guilds WHERE user_id = $1 AND guild_id = $2")
    .bind(user_id)
    .bind(guild_id)
    .fetch_optional(&mut on)
    .await
}

/// Takes a membership away. False when there was none.
pub async fn remove(
    mut on: impl Executor,
    user_id: &Id,
    guild_id: &Id,
) -> Result<bool, StoreError> {
    let removed = sql("DELETE FROM user_guilds WHERE user_id = $1 AND guild_id = $2")
        .bind(user_id)
        .bind(guild_id)
        .execute(&mut on)
        .await?;
    Ok(removed == 1)
}
