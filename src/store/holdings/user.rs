//! What is stored about a person.

use super::{Counting, Fate, Held, Holding, count};
use crate::engine::{Query, sql};
use crate::{Db, Id, StoreError};

/// How many rows there are about a person, of every kind that there may be some of; deleted
/// ones that are still kept are among them.
pub async fn of_user(db: &Db, id: &Id) -> Result<Vec<Held>, StoreError> {
    let all = [own(), said(), made(), others()];
    let all = all.into_iter().flatten();
    let all = all.map(|(holding, fate, query)| Counting {
        holding,
        fate,
        query,
    });
    count(db, id, all.collect()).await
}

type Line = (Holding, Fate, Query);

/// Who they are, and where.
fn own() -> Vec<Line> {
    vec![
        (
            Holding::Person,
            Fate::Goes,
            sql("SELECT COUNT(*) AS rows FROM users WHERE id = $1"),
        ),
        (
            Holding::Sessions,
            Fate::Goes,
            sql("SELECT COUNT(*) AS rows FROM sessions WHERE user_id = $1"),
        ),
        (
            Holding::Memberships,
            Fate::Goes,
            sql("SELECT COUNT(*) AS rows FROM user_guilds WHERE user_id = $1"),
        ),
    ]
}

/// What they said to the bot, and what that took.
fn said() -> Vec<Line> {
    vec![
        (
            Holding::Consent,
            Fate::Goes,
            sql("SELECT COUNT(*) AS rows FROM chat_consents WHERE user_id = $1"),
        ),
        (
            Holding::Conversations,
            Fate::Goes,
            sql("SELECT COUNT(*) AS rows FROM chat_conversations WHERE user_id = $1"),
        ),
        (
            Holding::Messages,
            Fate::Goes,
            sql("SELECT COUNT(*) AS rows FROM chat_conversations c
                 JOIN chat_messages m ON m.conversation_id = c.id WHERE c.user_id = $1"),
        ),
        (
            Holding::Posts,
            Fate::Goes,
            sql("SELECT COUNT(*) AS rows FROM chat_conversations c
                 JOIN chat_messages m ON m.conversation_id = c.id
                 JOIN chat_posts p ON p.message_id = m.id WHERE c.user_id = $1"),
        ),
        (
            Holding::Files,
            Fate::Goes,
            sql("SELECT COUNT(*) AS rows FROM chat_attachments WHERE user_id = $1"),
        ),
        (
            Holding::Usage,
            Fate::Goes,
            sql("SELECT COUNT(*) AS rows FROM chat_usage_users WHERE user_id = $1"),
        ),
        (
            Holding::Reservations,
            Fate::Freed,
            sql("SELECT COUNT(*) AS rows FROM chat_reservations WHERE user_id = $1"),
        ),
    ]
}

/// What they read from screenshots.
fn made() -> Vec<Line> {
    vec![
        (
            Holding::Analyses,
            Fate::Goes,
            sql("SELECT COUNT(*) AS rows FROM club_analyses WHERE user_id = $1"),
        ),
        (
            Holding::Images,
            Fate::Goes,
            sql("SELECT COUNT(*) AS rows FROM club_analyses a
                 JOIN club_analysis_images i ON i.analysis_id = a.id WHERE a.user_id = $1"),
        ),
        (
            Holding::Metrics,
            Fate::Goes,
            sql("SELECT COUNT(*) AS rows FROM club_analyses a
                 JOIN club_metrics m ON m.analysis_id = a.id WHERE a.user_id = $1"),
        ),
        (
            Holding::Powers,
            Fate::Goes,
            sql("SELECT COUNT(*) AS rows FROM club_analyses a
                 JOIN club_powers p ON p.analysis_id = a.id WHERE a.user_id = $1"),
        ),
    ]
}

/// Where they are named in what is others', and on record.
fn others() -> Vec<Line> {
    vec![
        (
            Holding::Reviews,
            Fate::Freed,
            sql("SELECT COUNT(*) AS rows FROM (
                 SELECT id FROM club_analyses WHERE approved_by = $1
                 UNION SELECT id FROM club_analyses WHERE rolled_back_by = $1) found"),
        ),
        (
            Holding::ClubMembers,
            Fate::Freed,
            sql("SELECT COUNT(*) AS rows FROM (
                 SELECT id FROM club_members WHERE user_id = $1
                 UNION SELECT id FROM club_members WHERE confirmed_by = $1) found"),
        ),
        (
            Holding::Aliases,
            Fate::Freed,
            sql("SELECT COUNT(*) AS rows FROM club_aliases WHERE created_by = $1"),
        ),
        (
            Holding::Corrections,
            Fate::Freed,
            sql("SELECT COUNT(*) AS rows FROM (
                 SELECT id FROM club_corrections WHERE created_by = $1
                 UNION SELECT id FROM club_corrections WHERE removed_by = $1) found"),
        ),
        (
            Holding::SettingsRevisions,
            Fate::Freed,
            sql("SELECT COUNT(*) AS rows FROM guild_settings_revisions WHERE user_id = $1"),
        ),
        (
            Holding::SettingsProposals,
            Fate::Goes,
            sql("SELECT COUNT(*) AS rows FROM guild_settings_proposals WHERE user_id = $1"),
        ),
        (
            Holding::AuditEntries,
            Fate::Freed,
            sql("SELECT COUNT(*) AS rows FROM (
                 SELECT id FROM audit_logs WHERE user_id = $1
                 UNION SELECT id FROM audit_logs
                     WHERE resource_id = $1 AND resource_type = 'user') found"),
        ),
        (
            Holding::AuditCounts,
            Fate::Freed,
            sql("SELECT COUNT(*) AS rows FROM audit_daily_users WHERE user_id = $1"),
        ),
    ]
}
