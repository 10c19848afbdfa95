//! People, by their Discord id.

use crate::engine::sql;
use crate::{Executor, Id, StoreError, Timestamp, Upserted};

/// A person.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct User {
    /// The row's key.
    pub id: Id,
    /// Discord's id.
    pub discord_id: String,
    /// The name that is unique in Discord.
    pub username: Option<String>,
    /// The name that people see.
    pub global_name: Option<String>,
    /// The picture's URL.
    pub avatar: Option<String>,
    /// When the row was made.
    pub created_at: Timestamp,
    /// When it was last written.
    pub updated_at: Timestamp,
}

/// A person as Discord describes them now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewUser {
    /// Discord's id.
    pub discord_id: String,
    /// The name that is unique in Discord.
    pub username: Option<String>,
    /// The name that people see.
    pub global_name: Option<String>,
    /// The picture's URL.
    pub avatar: Option<String>,
}

/// Writes a person down as they are now; two calls at once make one row.
pub async fn upsert(
    mut on: impl Executor,
    user: NewUser,
    at: Timestamp,
) -> Result<Upserted<User>, StoreError> {
    let id = Id::new();
    let row: User = sql(
        "INSERT INTO users (id, discord_id, username, global_name, avatar, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $6)
         ON CONFLICT (discord_id) DO UPDATE SET
             username = excluded.username,
             global_name = excluded.global_name,
             avatar = excluded.avatar,
             updated_at = excluded.updated_at
         RETURNING users.id, users.discord_id, users.username, users.global_name, users.avatar,
             users.created_at, users.updated_at",
    )
    .bind(&id)
    .bind(user.discord_id)
    .bind(user.username)
    .bind(user.global_name)
    .bind(user.avatar)
    .bind(at)
    .fetch_one(&mut on)
    .await?;
    Ok(Upserted {
        created: row.id == id,
        row,
    })
}

/// The person with this Discord id.
pub async fn find_by_discord_id(
    mut on: impl Executor,
    discord_id: &str,
) -> Result<Option<User>, StoreError> {
    sql(
        "SELECT id, discord_id, username, global_name, avatar, created_at, updated_at
         FROM users WHERE discord_id = $1",
    )
    .bind(discord_id)
    .fetch_optional(&mut on)
    .await
}

/// The person with this key.
pub async fn find(mut on: impl Executor, id: &Id) -> Result<Option<User>, StoreError> {
    sql(
        "SELECT id, discord_id, username, global_name, avatar, created_at, updated_at
         FROM users WHERE id = $1",
    )
    .bind(id)
    .fetch_optional(&mut on)
    .await
}
