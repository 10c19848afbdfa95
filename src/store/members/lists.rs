//! Who is in a guild, and which guilds somebody is in: the newest membership first.

use super::Member;
use crate::engine::sql;
use crate::{Cursor, Executor, Id, Page, PageRequest, StoreError, Timestamp};

/// A membership with what a list shows of the person.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct MemberWithUser {
    /// The membership.
    #[sqlx(flatten)]
    pub member: Member,
    /// The person.
    #[sqlx(flatten)]
    pub user: MemberUser,
}

/// A person as a list of members shows them.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct MemberUser {
    /// The person's key.
    #[sqlx(rename = "user_id")]
    pub id: Id,
    /// The name that is unique in Discord.
    pub username: Option<String>,
    /// The name that people see.
    pub global_name: Option<String>,
    /// The picture's URL.
    pub avatar: Option<String>,
}

/// A membership with what a list shows of the guild.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct MemberWithGuild {
    /// The membership.
    #[sqlx(flatten)]
    pub member: Member,
    /// The guild.
    #[sqlx(flatten)]
    pub guild: MemberGuild,
}

/// A guild as a list of somebody's guilds shows it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct MemberGuild {
    /// The guild's key.
    #[sqlx(rename = "guild_id")]
    pub id: Id,
    /// Discord's id.
    pub discord_id: String,
    /// Its name.
    pub name: String,
    /// When the bot was removed from it; none while it is there.
    pub left_at: Option<Timestamp>,
}

/// A page of a guild's members, the one that was met there last first.
pub async fn list_of_guild(
    mut on: impl Executor,
    guild_id: &Id,
    page: &PageRequest,
) -> Result<Page<MemberWithUser>, StoreError> {
    let (newer, from, rows) = page.plan()?;
    let query = if newer {
        sql(
            "SELECT m.id, m.user_id, m.guild_id, m.roles, m.created_at, m.updated_at,
                 u.username, u.global_name, u.avatar
             FROM user_guilds m JOIN users u ON u.id = m.user_id
             WHERE m.guild_id = $1 AND (m.created_at, m.id) > ($2, $3)
             ORDER BY m.created_at, m.id LIMIT $4",
        )
    } else {
        sql(
            "SELECT m.id, m.user_id, m.guild_id, m.roles, m.created_at, m.updated_at,
                 u.username, u.global_name, u.avatar
             FROM user_guilds m JOIN users u ON u.id = m.user_id
             WHERE m.guild_id = $1 AND (m.created_at, m.id) < ($2, $3)
             ORDER BY m.created_at DESC, m.id DESC LIMIT $4",
        )
    };
    let found = query
        .bind(guild_id)
        .bind(from.at)
        .bind(from.id)
        .bind(rows)
        .fetch_all(&mut on)
        .await?;
    Ok(Page::of(page, found, |line: &MemberWithUser| {
        cursor(&line.member)
    }))
}

/// A page of the guilds that somebody is in, also those that the bot has left, the one
/// where they were met last first.
pub async fn list_guilds_of_user(
    mut on: impl Executor,
    user_id: &Id,
    page: &PageRequest,
) -> Result<Page<MemberWithGuild>, StoreError> {
    let (newer, from, rows) = page.plan()?;
    let query = if newer {
        sql(
            "SELECT m.id, m.user_id, m.guild_id, m.roles, m.created_at, m.updated_at,
                 g.discord_id, g.name, g.left_at
             FROM user_guilds m JOIN guilds g ON g.id = m.guild_id
             WHERE m.user_id = $1 AND (m.created_at, m.id) > ($2, $3)
             ORDER BY m.created_at, m.id LIMIT $4",
        )
    } else {
        sql(
            "SELECT m.id, m.user_id, m.guild_id, m.roles, m.created_at, m.updated_at,
                 g.discord_id, g.name, g.left_at
             FROM user_guilds m JOIN guilds g ON g.id = m.guild_id
             WHERE m.user_id = $1 AND (m.created_at, m.id) < ($2, $3)
             ORDER BY m.created_at DESC, m.id DESC LIMIT $4",
        )
    };
    let found = query
        .bind(user_id)
        .bind(from.at)
        .bind(from.id)
        .bind(rows)
        .fetch_all(&mut on)
        .await?;
    Ok(Page::of(page, found, |line: &MemberWithGuild| {
        cursor(&line.member)
    }))
}

fn cursor(member: &Member) -> Cursor {
    Cursor {
        at: member.created_at,
        id: member.id.clone(),
    }
}
