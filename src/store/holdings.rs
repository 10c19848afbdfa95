//! What is stored of a person or a guild, counted by table, and what becomes of it when
//! whose it is is deleted.
//!
//! It says before a deletion what [`lifecycle`](crate::lifecycle) then does, and what
//! [`export`](crate::export) hands out. Tests read the schema and hold the three against it.

mod guild;
mod user;

pub use guild::of_guild;
pub use user::of_user;

use crate::engine::Query;
use crate::{Db, Id, StoreError};

/// Rows of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holding {
    /// Who the person is.
    Person,
    /// Sessions of theirs.
    Sessions,
    /// Memberships of guilds.
    Memberships,
    /// What the person said to the notice about chat.
    Consent,
    /// Conversations.
    Conversations,
    /// What was said in them.
    Messages,
    /// Where that stands in Discord.
    Posts,
    /// Files of questions.
    Files,
    /// A person's books of tokens.
    Usage,
    /// A guild's books of tokens.
    GuildUsage,
    /// Calls of a model under way.
    Reservations,
    /// Analyses and drafts.
    Analyses,
    /// Screenshots that went into them, without the pictures.
    Images,
    /// Numbers about whole clubs.
    Metrics,
    /// Members as analyses found them.
    Powers,
    /// Analyses of others that the person approved or rolled back.
    Reviews,
    /// Members of clubs.
    ClubMembers,
    /// Other spellings of their names.
    Aliases,
    /// Values that managers set.
    Corrections,
    /// A club's news.
    Alerts,
    /// The guild itself, with its settings.
    Guild,
    /// Changes of a guild's settings.
    SettingsRevisions,
    /// Changes of settings that wait for their person to say so.
    SettingsProposals,
    /// Entries of the audit log.
    AuditEntries,
    /// How many entries there were on which day.
    AuditCounts,
}

impl Holding {
    /// Every kind there is.
    pub const ALL: [Self; 25] = [
        Self::Person,
        Self::Sessions,
        Self::Memberships,
        Self::Consent,
        Self::Conversations,
        Self::Messages,
        Self::Posts,
        Self::Files,
        Self::Usage,
        Self::GuildUsage,
        Self::Reservations,
        Self::Analyses,
        Self::Images,
        Self::Metrics,
        Self::Powers,
        Self::Reviews,
        Self::ClubMembers,
        Self::Aliases,
        Self::Corrections,
        Self::Alerts,
        Self::Guild,
        Self::SettingsRevisions,
        Self::SettingsProposals,
        Self::AuditEntries,
        Self::AuditCounts,
    ];

    /// The tables that it is in.
    pub fn tables(self) -> &'static [&'static str] {
        match self {
            Self::Person => &["users"],
            Self::Sessions => &["sessions"],
            Self::Memberships => &["user_guilds"],
            Self::Consent => &["chat_consents"],
            Self::Conversations => &["chat_conversations"],
            Self::Messages => &["chat_messages"],
            Self::Posts => &["chat_posts"],
            Self::Files => &["chat_attachments"],
            Self::Usage => &["chat_usage_users"],
            Self::GuildUsage => &["chat_usage_guilds"],
            Self::Reservations => &["chat_reservations"],
            Self::Analyses | Self::Reviews => &["club_analyses"],
            Self::Images => &["club_analysis_images"],
            Self::Metrics => &["club_metrics"],
            Self::Powers => &["club_powers"],
            Self::ClubMembers => &["club_members"],
            Self::Aliases => &["club_aliases"],
            Self::Corrections => &["club_corrections"],
            Self::Alerts => &["club_alerts"],
            Self::Guild => &["guilds"],
            Self::SettingsRevisions => &["guild_settings_revisions"],
            Self::SettingsProposals => &["guild_settings_proposals"],
            Self::AuditEntries => &["audit_logs"],
            Self::AuditCounts => &["audit_daily_users", "audit_daily_actions"],
        }
    }

    /// The kind whose rows a deletion counts under this table.
    pub fn of_table(table: &str) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find(|holding| holding.tables().contains(&table))
    }
}

/// What becomes of rows when whose they are is deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// They go.
    Goes,
    /// They stay, and no longer say who it was.
    Freed,
    /// They stay as they are.
    Stays,
}

/// How many rows of a kind there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// Of which kind.
    pub holding: Holding,
    /// What becomes of them.
    pub fate: Fate,
    /// How many.
    pub rows: u64,
}

/// Rows of a kind, what becomes of them, and the statement that counts them by the key of whose
/// they are.
type Line = (Holding, Fate, Query);

fn goes(holding: Holding, counting: Query) -> Line {
    (holding, Fate::Goes, counting)
}

fn freed(holding: Holding, counting: Query) -> Line {
    (holding, Fate::Freed, counting)
}

fn stays(holding: Holding, counting: Query) -> Line {
    (holding, Fate::Stays, counting)
}

#[derive(sqlx::FromRow)]
struct Rows {
    rows: i64,
}

/// Counts one kind after the other: what changes meanwhile is counted as it was or as it is.
async fn count<const GROUPS: usize>(
    db: &Db,
    id: &Id,
    groups: [Vec<Line>; GROUPS],
) -> Result<Vec<Held>, StoreError> {
    let mut held = Vec::new();
    for (holding, fate, counting) in groups.into_iter().flatten() {
        let Rows { rows } = counting.bind(id).fetch_one(&mut &*db).await?;
        held.push(Held {
            holding,
            fate,
            rows: u64::try_from(rows).unwrap_or(0),
        });
    }
    Ok(held)
}
