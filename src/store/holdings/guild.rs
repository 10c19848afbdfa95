//! What is stored of a guild.

use super::{Counting, Fate, Held, Holding, count};
use crate::engine::{Query, sql};
use crate::{Db, Id, StoreError};

/// How many rows there are of a guild, of every kind that there may be some of; deleted ones
/// that are still kept are among them.
pub async fn of_guild(db: &Db, id: &Id) -> Result<Vec<Held>, StoreError> {
    let all = [own(), said(), club(), record()];
    let all = all.into_iter().flatten();
    let all = all.map(|(holding, fate, query)| Counting {
        holding,
        fate,
        query,
    });
    count(db, id, all.collect()).await
}

type Line = (Holding, Fate, Query);

/// What it is, and who is in it.
fn own() -> Vec<Line> {
    vec![
        (
            Holding::Guild,
            Fate::Goes,
            sql("SELECT COUNT(*) AS rows FROM guilds WHERE id = $1"),
        ),
        (
            Holding::SettingsRevisions,
            Fate::Goes,
            sql("SELECT COUNT(*) AS rows FROM guild_settings_revisions WHERE guild_id = $1"),
        ),
        (
            Holding::SettingsProposals,
            Fate::Goes,
            sql("SELECT COUNT(*) AS rows FROM guild_settings_proposals WHERE guild_id = $1"),
        ),
        (
            Holding::Memberships,
            Fate::Goes,
            sql("SELECT COUNT(*) AS rows FROM user_guilds WHERE guild_id = $1"),
        ),
    ]
}

/// What its people said to the bot there, and what that took.
fn said() -> Vec<Line> {
    vec![
        (
            Holding::Conversations,
            Fate::Goes,
            sql("SELECT COUNT(*) AS rows FROM chat_conversations WHERE guild_id = $1"),
        ),
        (
            Holding::Messages,
            Fate::Goes,
            sql("SELECT COUNT(*) AS rows FROM chat_messages WHERE guild_id = $1"),
        ),
        (
            Holding::Posts,
            Fate::Goes,
            sql("SELECT COUNT(*) AS rows FROM chat_messages m
                 JOIN chat_posts p ON p.message_id = m.id WHERE m.guild_id = $1"),
        ),
        (
            Holding::Files,
            Fate::Goes,
            sql("SELECT COUNT(*) AS rows FROM chat_attachments WHERE guild_id = $1"),
        ),
        (
            Holding::GuildUsage,
            Fate::Goes,
            sql("SELECT COUNT(*) AS rows FROM chat_usage_guilds WHERE guild_id = $1"),
        ),
        (
            Holding::Reservations,
            Fate::Freed,
            sql("SELECT COUNT(*) AS rows FROM chat_reservations WHERE guild_id = $1"),
        ),
    ]
}

/// The club's history.
fn club() -> Vec<Line> {
    vec![
        (
            Holding::Analyses,
            Fate::Goes,
            sql("SELECT COUNT(*) AS rows FROM club_analyses WHERE guild_id = $1"),
        ),
        (
            Holding::Images,
            Fate::Goes,
            sql("SELECT COUNT(*) AS rows FROM club_analyses a
                 JOIN club_analysis_images i ON i.analysis_id = a.id WHERE a.guild_id = $1"),
        ),
        (
            Holding::Metrics,
            Fate::Goes,
            sql("SELECT COUNT(*) AS rows FROM club_analyses a
                 JOIN club_metrics m ON m.analysis_id = a.id WHERE a.guild_id = $1"),
        ),
        (
            Holding::Powers,
            Fate::Goes,
            sql("SELECT COUNT(*) AS rows FROM club_powers WHERE guild_id = $1"),
        ),
        (
            Holding::ClubMembers,
            Fate::Goes,
            sql("SELECT COUNT(*) AS rows FROM club_members WHERE guild_id = $1"),
        ),
        (
            Holding::Aliases,
            Fate::Goes,
            sql("SELECT COUNT(*) AS rows FROM club_aliases WHERE guild_id = $1"),
        ),
        (
            Holding::Corrections,
            Fate::Goes,
            sql("SELECT COUNT(*) AS rows FROM club_corrections WHERE guild_id = $1"),
        ),
        (
            Holding::Alerts,
            Fate::Goes,
            sql("SELECT COUNT(*) AS rows FROM club_alerts WHERE guild_id = $1"),
        ),
    ]
}

/// What happened there, which stays.
fn record() -> Vec<Line> {
    vec![
        (
            Holding::AuditEntries,
            Fate::Stays,
            sql("SELECT COUNT(*) AS rows FROM audit_logs WHERE guild_id = $1"),
        ),
        (
            Holding::AuditCounts,
            Fate::Stays,
            sql(
                "SELECT (SELECT COUNT(*) FROM audit_daily_actions WHERE guild_id = $1)
                 + (SELECT COUNT(*) FROM audit_daily_users WHERE guild_id = $1) AS rows",
            ),
        ),
    ]
}
