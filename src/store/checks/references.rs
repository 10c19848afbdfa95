//! Rows that refer to rows that are not there. The engines refuse to make any, unless a tool
//! had its foreign keys switched off.

use super::walk::{step, walk};
use super::{Kind, Report};
use crate::engine::{Query, sql};
use crate::{Db, StoreError};

/// Every reference of the schema, in the words of its facts, without the delete rule.
pub const REFERENCES: [&str; 44] = [
    "user_guilds.user_id to users.id",
    "user_guilds.guild_id to guilds.id",
    "sessions.user_id to users.id",
    "audit_logs.user_id to users.id",
    "audit_maintenance.closed to audit_maintenance_closed.id",
    "club_analyses.guild_id to guilds.id",
    "club_analyses.user_id to users.id",
    "club_analysis_images.analysis_id to club_analyses.id",
    "club_metrics.analysis_id to club_analyses.id",
    "club_powers.analysis_id to club_analyses.id",
    "club_powers.guild_id to guilds.id",
    "club_analyses.approved_by to users.id",
    "club_analyses.rolled_back_by to users.id",
    "club_powers.member_id to club_members.id",
    "club_members.guild_id to guilds.id",
    "club_members.user_id to users.id",
    "club_members.confirmed_by to users.id",
    "club_aliases.guild_id to guilds.id",
    "club_aliases.member_id to club_members.id",
    "club_aliases.created_by to users.id",
    "club_corrections.guild_id to guilds.id",
    "club_corrections.member_id to club_members.id",
    "club_corrections.created_by to users.id",
    "club_corrections.removed_by to users.id",
    "club_alerts.guild_id to guilds.id",
    "chat_conversations.user_id to users.id",
    "chat_conversations.guild_id to guilds.id",
    "chat_messages.conversation_id to chat_conversations.id",
    "chat_messages.user_id to users.id",
    "chat_messages.guild_id to guilds.id",
    "chat_messages.parent_id to chat_messages.id",
    "chat_posts.message_id to chat_messages.id",
    "chat_attachments.message_id to chat_messages.id",
    "chat_attachments.user_id to users.id",
    "chat_attachments.guild_id to guilds.id",
    "chat_usage_users.user_id to users.id",
    "chat_usage_guilds.guild_id to guilds.id",
    "chat_reservations.user_id to users.id",
    "chat_reservations.guild_id to guilds.id",
    "chat_consents.user_id to users.id",
    "guild_settings_revisions.guild_id to guilds.id",
    "guild_settings_revisions.user_id to users.id",
    "guild_settings_proposals.guild_id to guilds.id",
    "guild_settings_proposals.user_id to users.id",
];

macro_rules! orphans {
    ($table:literal, $column:literal, $parent:literal) => {
        orphans!($table, "id", $column, $parent)
    };
    ($table:literal, $key:literal, $column:literal, $parent:literal) => {
        step!(
            $table,
            $key,
            concat!(
                "t.",
                $column,
                " IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ",
                $parent,
                " p WHERE p.id = t.",
                $column,
                ")"
            )
        )
    };
}

/// The statement of each of [`REFERENCES`], in that order.
fn statements() -> [Query; REFERENCES.len()] {
    [
        sql(orphans!("user_guilds", "user_id", "users")),
        sql(orphans!("user_guilds", "guild_id", "guilds")),
        sql(orphans!("sessions", "user_id", "users")),
        sql(orphans!("audit_logs", "user_id", "users")),
        sql(orphans!(
            "audit_maintenance",
            "purpose",
            "closed",
            "audit_maintenance_closed"
        )),
        sql(orphans!("club_analyses", "guild_id", "guilds")),
        sql(orphans!("club_analyses", "user_id", "users")),
        sql(orphans!(
            "club_analysis_images",
            "analysis_id",
            "club_analyses"
        )),
        sql(orphans!("club_metrics", "analysis_id", "club_analyses")),
        sql(orphans!("club_powers", "analysis_id", "club_analyses")),
        sql(orphans!("club_powers", "guild_id", "guilds")),
        sql(orphans!("club_analyses", "approved_by", "users")),
        sql(orphans!("club_analyses", "rolled_back_by", "users")),
        sql(orphans!("club_powers", "member_id", "club_members")),
        sql(orphans!("club_members", "guild_id", "guilds")),
        sql(orphans!("club_members", "user_id", "users")),
        sql(orphans!("club_members", "confirmed_by", "users")),
        sql(orphans!("club_aliases", "guild_id", "guilds")),
        sql(orphans!("club_aliases", "member_id", "club_members")),
        sql(orphans!("club_aliases", "created_by", "users")),
        sql(orphans!("club_corrections", "guild_id", "guilds")),
        sql(orphans!("club_corrections", "member_id", "club_members")),
        sql(orphans!("club_corrections", "created_by", "users")),
        sql(orphans!("club_corrections", "removed_by", "users")),
        sql(orphans!("club_alerts", "guild_id", "guilds")),
        sql(orphans!("chat_conversations", "user_id", "users")),
        sql(orphans!("chat_conversations", "guild_id", "guilds")),
        sql(orphans!(
            "chat_messages",
            "conversation_id",
            "chat_conversations"
        )),
        sql(orphans!("chat_messages", "user_id", "users")),
        sql(orphans!("chat_messages", "guild_id", "guilds")),
        sql(orphans!("chat_messages", "parent_id", "chat_messages")),
        sql(orphans!(
            "chat_posts",
            "discord_message_id",
            "message_id",
            "chat_messages"
        )),
        sql(orphans!("chat_attachments", "message_id", "chat_messages")),
        sql(orphans!("chat_attachments", "user_id", "users")),
        sql(orphans!("chat_attachments", "guild_id", "guilds")),
        sql(orphans!("chat_usage_users", "user_id", "users")),
        sql(orphans!("chat_usage_guilds", "guild_id", "guilds")),
        sql(orphans!("chat_reservations", "user_id", "users")),
        sql(orphans!("chat_reservations", "guild_id", "guilds")),
        sql(orphans!("chat_consents", "user_id", "user_id", "users")),
        sql(orphans!("guild_settings_revisions", "guild_id", "guilds")),
        sql(orphans!("guild_settings_revisions", "user_id", "users")),
        sql(orphans!("guild_settings_proposals", "guild_id", "guilds")),
        sql(orphans!("guild_settings_proposals", "user_id", "users")),
    ]
}

pub(super) async fn check(db: &Db, report: &mut Report) -> Result<(), StoreError> {
    for (reference, statement) in REFERENCES.into_iter().zip(statements()) {
        let seen = walk(db, statement).await?;
        let (place, parent) = reference.split_once(" to ").unwrap_or((reference, ""));
        let what = format!("refers to no row of {}", parent.trim_end_matches(".id"));
        report.note(Kind::Orphan, place, &what, seen);
    }
    Ok(())
}
