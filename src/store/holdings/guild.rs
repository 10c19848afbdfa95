//! What is stored of a guild.

use super::{Held, Holding, Line, count, freed, goes, stays};
use crate::engine::sql;
use crate::{Db, Id, StoreError};

/// How many rows there are of a guild, of every kind that there may be some of; deleted ones
/// that are still kept are among them.
pub async fn of_guild(db: &Db, id: &Id) -> Result<Vec<Held>, StoreError> {
    count(db, id, [own(), said(), club(), record()]).await
}

/// What it is, and who is in it.
fn own() -> Vec<Line> {
    vec![
        goes(
            Holding::Guild,
            sql("SELECT COUNT(*) AS rows FROM guilds WHERE id = $1"),
        ),
        goes(
            Holding::SettingsRevisions,
            sql("SELECT COUNT(*) AS rows FROM guild_settings_revisions WHERE guild_id = $1"),
        ),
        goes(
            Holding::SettingsProposals,
            sql("SELECT COUNT(*) AS rows FROM guild_settings_proposals WHERE guild_id = $1"),
        ),
        goes(
            Holding::Memberships,
            sql("SELECT COUNT(*) AS rows FROM user_guilds WHERE guild_id = $1"),
        ),
    ]
}

/// What its people said to the bot there, and what that took.
fn said() -> Vec<Line> {
    vec![
        goes(
            Holding::Conversations,
            sql("SELECT COUNT(*) AS rows FROM chat_conversations WHERE guild_id = $1"),
        ),
        goes(
            Holding::Messages,
            sql("SELECT COUNT(*) AS rows FROM chat_messages WHERE guild_id = $1"),
        ),
        goes(
            Holding::Posts,
            sql("SELECT COUNT(*) AS rows FROM chat_messages m
                 JOIN chat_posts p ON p.message_id = m.id WHERE m.guild_id = $1"),
        ),
        goes(
            Holding::Files,
            sql("SELECT COUNT(*) AS rows FROM chat_attachments WHERE guild_id = $1"),
        ),
        goes(
            Holding::GuildUsage,
            sql("SELECT COUNT(*) AS rows FROM chat_usage_guilds WHERE guild_id = $1"),
        ),
        freed(
            Holding::Reservations,
            sql("SELECT COUNT(*) AS rows FROM chat_reservations WHERE guild_id = $1"),
        ),
    ]
}

/// The club's history.
fn club() -> Vec<Line> {
    vec![
        goes(
            Holding::Analyses,
            sql("SELECT COUNT(*) AS rows FROM club_analyses WHERE guild_id = $1"),
        ),
        goes(
            Holding::Images,
            sql("SELECT COUNT(*) AS rows FROM club_analyses a
                 JOIN club_analysis_images i ON i.analysis_id = a.id WHERE a.guild_id = $1"),
        ),
        goes(
            Holding::Metrics,
            sql("SELECT COUNT(*) AS rows FROM club_analyses a
                 JOIN club_metrics m ON m.analysis_id = a.id WHERE a.guild_id = $1"),
        ),
        goes(
            Holding::Powers,
            sql("SELECT COUNT(*) AS rows FROM club_powers WHERE guild_id = $1"),
        ),
        goes(
            Holding::ClubMembers,
            sql("SELECT COUNT(*) AS rows FROM club_members WHERE guild_id = $1"),
        ),
        goes(
            Holding::Aliases,
            sql("SELECT COUNT(*) AS rows FROM club_aliases WHERE guild_id = $1"),
        ),
        goes(
            Holding::Corrections,
            sql("SELECT COUNT(*) AS rows FROM club_corrections WHERE guild_id = $1"),
        ),
        goes(
            Holding::Alerts,
            sql("SELECT COUNT(*) AS rows FROM club_alerts WHERE guild_id = $1"),
        ),
    ]
}

/// What happened there, which stays.
fn record() -> Vec<Line> {
    vec![
        stays(
            Holding::AuditEntries,
            sql("SELECT COUNT(*) AS rows FROM audit_logs WHERE guild_id = $1"),
        ),
        stays(
            Holding::AuditCounts,
            sql(
                "SELECT (SELECT COUNT(*) FROM audit_daily_actions WHERE guild_id = $1)
                 + (SELECT COUNT(*) FROM audit_daily_users WHERE guild_id = $1) AS rows",
            ),
        ),
    ]
}
