//! What is stored about a person.

use super::{Held, Holding, Line, count, freed, goes};
use crate::engine::sql;
use crate::{Db, Id, StoreError};

/// How many rows there are about a person, of every kind that there may be some of; deleted
/// ones that are still kept are among them.
pub async fn of_user(db: &Db, id: &Id) -> Result<Vec<Held>, StoreError> {
    count(db, id, [own(), said(), made(), others()]).await
}

/// Who they are, and where.
fn own() -> Vec<Line> {
    vec![
        goes(
            Holding::Person,
            sql("SELECT COUNT(*) AS rows FROM users WHERE id = $1"),
        ),
        goes(
            Holding::Sessions,
            sql("SELECT COUNT(*) AS rows FROM sessions WHERE user_id = $1"),
        ),
        goes(
            Holding::Memberships,
            sql("SELECT COUNT(*) AS rows FROM user_guilds WHERE user_id = $1"),
        ),
    ]
}

/// What they said to the bot, and what that took.
fn said() -> Vec<Line> {
    vec![
        goes(
            Holding::Consent,
            sql("SELECT COUNT(*) AS rows FROM chat_consents WHERE user_id = $1"),
        ),
        goes(
            Holding::Conversations,
            sql("SELECT COUNT(*) AS rows FROM chat_conversations WHERE user_id = $1"),
        ),
        goes(
            Holding::Messages,
            sql("SELECT COUNT(*) AS rows FROM chat_conversations c
                 JOIN chat_messages m ON m.conversation_id = c.id WHERE c.user_id = $1"),
        ),
        goes(
            Holding::Posts,
            sql("SELECT COUNT(*) AS rows FROM chat_conversations c
                 JOIN chat_messages m ON m.conversation_id = c.id
                 JOIN chat_posts p ON p.message_id = m.id WHERE c.user_id = $1"),
        ),
        goes(
            Holding::Files,
            sql("SELECT COUNT(*) AS rows FROM chat_attachments WHERE user_id = $1"),
        ),
        goes(
            Holding::Usage,
            sql("SELECT COUNT(*) AS rows FROM chat_usage_users WHERE user_id = $1"),
        ),
        freed(
            Holding::Reservations,
            sql("SELECT COUNT(*) AS rows FROM chat_reservations WHERE user_id = $1"),
        ),
    ]
}

/// What they read from screenshots.
fn made() -> Vec<Line> {
    vec![
        goes(
            Holding::Analyses,
            sql("SELECT COUNT(*) AS rows FROM club_analyses WHERE user_id = $1"),
        ),
        goes(
            Holding::Images,
            sql("SELECT COUNT(*) AS rows FROM club_analyses a
                 JOIN club_analysis_images i ON i.analysis_id = a.id WHERE a.user_id = $1"),
        ),
        goes(
            Holding::Metrics,
            sql("SELECT COUNT(*) AS rows FROM club_analyses a
                 JOIN club_metrics m ON m.analysis_id = a.id WHERE a.user_id = $1"),
        ),
        goes(
            Holding::Powers,
            sql("SELECT COUNT(*) AS rows FROM club_analyses a
                 JOIN club_powers p ON p.analysis_id = a.id WHERE a.user_id = $1"),
        ),
    ]
}

/// Where they are named in what is others', and on record.
fn others() -> Vec<Line> {
    vec![
        freed(
            Holding::Reviews,
            sql("SELECT COUNT(*) AS rows FROM (
                 SELECT id FROM club_analyses WHERE approved_by = $1
                 UNION SELECT id FROM club_analyses WHERE rolled_back_by = $1) found"),
        ),
        freed(
            Holding::ClubMembers,
            sql("SELECT COUNT(*) AS rows FROM (
                 SELECT id FROM club_members WHERE user_id = $1
                 UNION SELECT id FROM club_members WHERE confirmed_by = $1) found"),
        ),
        freed(
            Holding::Aliases,
            sql("SELECT COUNT(*) AS rows FROM club_aliases WHERE created_by = $1"),
        ),
        freed(
            Holding::Corrections,
            sql("SELECT COUNT(*) AS rows FROM (
                 SELECT id FROM club_corrections WHERE created_by = $1
                 UNION SELECT id FROM club_corrections WHERE removed_by = $1) found"),
        ),
        freed(
            Holding::SettingsRevisions,
            sql("SELECT COUNT(*) AS rows FROM guild_settings_revisions WHERE user_id = $1"),
        ),
        goes(
            Holding::SettingsProposals,
            sql("SELECT COUNT(*) AS rows FROM guild_settings_proposals WHERE user_id = $1"),
        ),
        freed(
            Holding::AuditEntries,
            sql("SELECT COUNT(*) AS rows FROM (
                 SELECT id FROM audit_logs WHERE user_id = $1
                 UNION SELECT id FROM audit_logs
                     WHERE resource_id = $1 AND resource_type = 'user') found"),
        ),
        freed(
            Holding::AuditCounts,
            sql("SELECT COUNT(*) AS rows FROM audit_daily_users WHERE user_id = $1"),
        ),
    ]
}
