//! Guilds, by their Discord id.

mod list;
mod merge;
mod proposals;
mod revisions;
mod search_text;
mod settings;

pub use list::{GuildFilter, list};
pub use merge::merge;
pub(crate) use proposals::purge_proposals;
pub use proposals::{
    NewProposal, Proposal, drop_proposal, find_proposal, propose, rebase_proposal,
};
pub use revisions::{
    Cause, Lately, NewRevision, Revision, changed_since, find_revision, list_revisions,
    record_revision,
};
pub(crate) use search_text::fill_search_text;
pub use settings::{SettingsChange, SettingsError, change_settings, merge_settings};

use crate::engine::sql;
use crate::{Executor, Id, Json, StoreError, Timestamp, Upserted, limits};

/// A guild.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct Guild {
    /// The row's key.
    pub id: Id,
    /// Discord's id.
    pub discord_id: String,
    /// Its name.
    pub name: String,
    /// What its people have set, when they have set something.
    pub settings: Option<Json>,
    /// When the bot was removed from it; none while it is there.
    pub left_at: Option<Timestamp>,
    /// When the row was made.
    pub created_at: Timestamp,
    /// When it was last written.
    pub updated_at: Timestamp,
}

/// A guild as Discord describes it now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewGuild {
    /// Discord's id.
    pub discord_id: String,
    /// Its name.
    pub name: String,
}

/// Writes down a guild that the bot is in: its name becomes this one, and it no
/// longer counts as left. Its settings stay.
pub async fn upsert(
    mut on: impl Executor,
    guild: NewGuild,
    at: Timestamp,
) -> Result<Upserted<Guild>, StoreError> {
    let id = Id::new();
    let row: Guild = sql(
        "INSERT INTO guilds (id, discord_id, name, search_name, search_text, created_at, updated_at)
         VALUES ($1, $2, $3, $3, $4, $5, $5)
         ON CONFLICT (discord_id) DO UPDATE SET
             name = excluded.name,
             search_name = excluded.search_name,
             search_text = excluded.search_text,
             left_at = NULL,
             updated_at = excluded.updated_at
         RETURNING guilds.id, guilds.discord_id, guilds.name, guilds.settings, guilds.left_at,
             guilds.created_at, guilds.updated_at",
    )
    .bind(&id)
    .bind(guild.discord_id)
    .bind(&guild.name)
    .bind(search_text::of(&guild.name))
    .bind(at)
    .fetch_one(&mut on)
    .await?;
    Ok(Upserted {
        created: row.id == id,
        row,
    })
}

/// The guild with this Discord id as it stands; written down when it is not known yet.
/// What is known of it changes by [`upsert`] and [`mark_left`] alone, so a command that
/// was still under way when the guild was renamed or left undoes neither.
pub async fn ensure(
    mut on: impl Executor,
    guild: NewGuild,
    at: Timestamp,
) -> Result<Upserted<Guild>, StoreError> {
    let id = Id::new();
    // DO NOTHING would return no row where there is one; this writes what it finds.
    let row: Guild = sql(
        "INSERT INTO guilds (id, discord_id, name, search_name, search_text, created_at, updated_at)
         VALUES ($1, $2, $3, $3, $4, $5, $5)
         ON CONFLICT (discord_id) DO UPDATE SET discord_id = excluded.discord_id
         RETURNING guilds.id, guilds.discord_id, guilds.name, guilds.settings, guilds.left_at,
             guilds.created_at, guilds.updated_at",
    )
    .bind(&id)
    .bind(guild.discord_id)
    .bind(&guild.name)
    .bind(search_text::of(&guild.name))
    .bind(at)
    .fetch_one(&mut on)
    .await?;
    Ok(Upserted {
        created: row.id == id,
        row,
    })
}

/// The guild with this Discord id, also when the bot has left it.
pub async fn find_by_discord_id(
    mut on: impl Executor,
    discord_id: &str,
) -> Result<Option<Guild>, StoreError> {
    sql(
        "SELECT id, discord_id, name, settings, left_at, created_at, updated_at
         FROM guilds WHERE discord_id = $1",
    )
    .bind(discord_id)
    .fetch_optional(&mut on)
    .await
}

/// The guild with this key, also when the bot has left it.
pub async fn find(mut on: impl Executor, id: &Id) -> Result<Option<Guild>, StoreError> {
    sql(
        "SELECT id, discord_id, name, settings, left_at, created_at, updated_at
         FROM guilds WHERE id = $1",
    )
    .bind(id)
    .fetch_optional(&mut on)
    .await
}

/// Guilds that the bot has not left, by key, at most `limit`: the first ones, or those
/// that follow the guild with the key `after`. Fewer than `limit` are the last ones.
pub async fn list_present(
    mut on: impl Executor,
    after: Option<&Id>,
    limit: usize,
) -> Result<Vec<Guild>, StoreError> {
    limits::check("guilds at once", limits::PAGE_SIZE, limit)?;
    sql(
        "SELECT id, discord_id, name, settings, left_at, created_at, updated_at
         FROM guilds WHERE left_at IS NULL AND id > $1
         ORDER BY id LIMIT $2",
    )
    .bind(after.cloned().unwrap_or_else(Id::lowest))
    .bind(i64::try_from(limit).unwrap_or(0))
    .fetch_all(&mut on)
    .await
}

/// Guilds that the bot left before `before`, by key, at most `limit`: the first ones, or those
/// that follow the guild with the key `after`. Fewer than `limit` are the last ones.
pub async fn list_left_before(
    mut on: impl Executor,
    before: Timestamp,
    after: Option<&Id>,
    limit: usize,
) -> Result<Vec<Guild>, StoreError> {
    limits::check("guilds at once", limits::PAGE_SIZE, limit)?;
    sql(
        "SELECT id, discord_id, name, settings, left_at, created_at, updated_at
         FROM guilds WHERE left_at < $1 AND id > $2
         ORDER BY id LIMIT $3",
    )
    .bind(before)
    .bind(after.cloned().unwrap_or_else(Id::lowest))
    .bind(i64::try_from(limit).unwrap_or(0))
    .fetch_all(&mut on)
    .await
}

/// Guilds that have set something, also when the bot has left them, by key, at most `limit`: the
/// first ones, or those that follow the guild with the key `after`. Fewer than `limit` are the
/// last ones.
pub async fn list_with_settings(
    mut on: impl Executor,
    after: Option<&Id>,
    limit: usize,
) -> Result<Vec<Guild>, StoreError> {
    limits::check("guilds at once", limits::PAGE_SIZE, limit)?;
    sql(
        "SELECT id, discord_id, name, settings, left_at, created_at, updated_at
         FROM guilds WHERE settings IS NOT NULL AND id > $1
         ORDER BY id LIMIT $2",
    )
    .bind(after.cloned().unwrap_or_else(Id::lowest))
    .bind(i64::try_from(limit).unwrap_or(0))
    .fetch_all(&mut on)
    .await
}

/// Notes that the bot was removed from a guild. False when the guild is unknown or
/// was marked before.
pub async fn mark_left(
    mut on: impl Executor,
    discord_id: &str,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let changed = sql("UPDATE guilds SET left_at = $2, updated_at = $2
         WHERE discord_id = $1 AND left_at IS NULL")
    .bind(discord_id)
    .bind(at)
    .execute(&mut on)
    .await?;
    Ok(changed == 1)
}
