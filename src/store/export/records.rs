//! The records of an export, and how they look as JSON: names in camelCase, keys as texts, times
//! in RFC 3339 with milliseconds. What is empty is left out.

mod chat;
mod club;
mod settings;
mod usage;

use chrono::SecondsFormat;
use serde::{Serialize, Serializer};

pub use chat::{Attached, Attachment, Consent, Conversation, Message, Post};
pub use club::{Alert, Alias, Analysis, ClubMember, Correction, Image, Metric, Power};
pub use settings::{SettingsProposal, SettingsRevision};
pub use usage::{Reservation, Usage};

use crate::{Id, Json, Timestamp};

/// One record, with its kind as `type`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type")]
pub enum Record {
    /// A person.
    #[serde(rename = "user")]
    User(User),
    /// A guild.
    #[serde(rename = "guild")]
    Guild(Guild),
    /// A membership.
    #[serde(rename = "userGuild")]
    Member(Member),
    /// A change of a guild's settings.
    #[serde(rename = "guildSettingsRevision")]
    SettingsRevision(SettingsRevision),
    /// A change of a guild's settings that waits.
    #[serde(rename = "guildSettingsProposal")]
    SettingsProposal(SettingsProposal),
    /// A session, without what opens it.
    #[serde(rename = "session")]
    Session(Session),
    /// An entry of the audit log.
    #[serde(rename = "auditLog")]
    AuditEntry(AuditEntry),
    /// An analysis or a draft.
    #[serde(rename = "clubAnalysis")]
    Analysis(Analysis),
    /// A screenshot that went into an analysis.
    #[serde(rename = "clubAnalysisImage")]
    Image(Image),
    /// A number about the whole club.
    #[serde(rename = "clubMetric")]
    Metric(Metric),
    /// A member as an analysis found them.
    #[serde(rename = "clubPower")]
    Power(Power),
    /// Somebody in the game's club.
    #[serde(rename = "clubMember")]
    ClubMember(ClubMember),
    /// Another spelling that means them.
    #[serde(rename = "clubAlias")]
    Alias(Alias),
    /// A value that a manager set.
    #[serde(rename = "clubCorrection")]
    Correction(Correction),
    /// Something that was or will be posted.
    #[serde(rename = "clubAlert")]
    Alert(Alert),
    /// A conversation.
    #[serde(rename = "chatConversation")]
    Conversation(Conversation),
    /// Something that was said.
    #[serde(rename = "chatMessage")]
    Message(Message),
    /// Where a message stands in Discord.
    #[serde(rename = "chatPost")]
    Post(Post),
    /// A file of a question.
    #[serde(rename = "chatAttachment")]
    Attachment(Attachment),
    /// What they said to the notice about chat.
    #[serde(rename = "chatConsent")]
    Consent(Consent),
    /// What was used of models in a day or a month.
    #[serde(rename = "chatUsage")]
    Usage(Usage),
    /// What a call under way may use.
    #[serde(rename = "chatReservation")]
    Reservation(Reservation),
}

/// A time, to the millisecond: `2024-11-06T10:00:00.000Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(transparent, no_pg_array)]
pub struct Moment(pub Timestamp);

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = self
            .0
            .datetime()
            .to_rfc3339_opts(SecondsFormat::Millis, true);
        serializer.serialize_str(&text)
    }
}

/// A person.
#[derive(Debug, Clone, PartialEq, Serialize, sqlx::FromRow)]
#[serde(rename_all = "camelCase")]
pub struct User {
    /// The row's key.
    pub id: Id,
    /// Discord's id.
    pub discord_id: String,
    /// The name that is unique in Discord.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub username: Option<String>,
    /// The name that people see.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub global_name: Option<String>,
    /// The picture's URL.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub avatar: Option<String>,
    /// When the row was made.
    pub created_at: Moment,
    /// When it was last written.
    pub updated_at: Moment,
}

/// A guild.
#[derive(Debug, Clone, PartialEq, Serialize, sqlx::FromRow)]
#[serde(rename_all = "camelCase")]
pub struct Guild {
    /// The row's key.
    pub id: Id,
    /// Discord's id.
    pub discord_id: String,
    /// Its name.
    pub name: String,
    /// What its people have set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settings: Option<Json>,
    /// When the row was made.
    pub created_at: Moment,
    /// When it was last written.
    pub updated_at: Moment,
    /// When the bot was removed from it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left_at: Option<Moment>,
}

/// A membership.
#[derive(Debug, Clone, PartialEq, Serialize, sqlx::FromRow)]
#[serde(rename_all = "camelCase")]
pub struct Member {
    /// The row's key.
    pub id: Id,
    /// The person's key.
    pub user_id: Id,
    /// The guild's key.
    pub guild_id: Id,
    /// Discord's ids of the person's roles there.
    pub roles: Json,
    /// When the row was made.
    pub created_at: Moment,
    /// When it was last written.
    pub updated_at: Moment,
}

/// A session, without what opens it.
#[derive(Debug, Clone, PartialEq, Serialize, sqlx::FromRow)]
#[serde(rename_all = "camelCase")]
pub struct Session {
    /// The row's key.
    pub id: Id,
    /// The person's key.
    pub user_id: Id,
    /// From when on it is over.
    pub expires_at: Moment,
    /// When it began.
    pub created_at: Moment,
}

/// An entry of the audit log.
#[derive(Debug, Clone, PartialEq, Serialize, sqlx::FromRow)]
#[serde(rename_all = "camelCase")]
pub struct AuditEntry {
    /// The row's key.
    pub id: Id,
    /// Who did it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_id: Option<Id>,
    /// In which guild.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guild_id: Option<Id>,
    /// What was done.
    pub action: String,
    /// To what kind of thing.
    pub resource_type: String,
    /// To which thing.
    pub resource_id: String,
    /// What else is worth knowing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub details: Option<Json>,
    /// From which address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ip_address: Option<String>,
    /// With which program.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_agent: Option<String>,
    /// In which session.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub session_id: Option<String>,
    /// In which request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
    /// When.
    pub timestamp: Moment,
    /// Whether it worked.
    pub success: bool,
    /// Why not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error_message: Option<String>,
}
