//! What is exported of club analyses.

use serde::Serialize;

use super::Moment;
use crate::{Id, Json};

/// An analysis or a draft.
#[derive(Debug, Clone, PartialEq, Serialize, sqlx::FromRow)]
#[serde(rename_all = "camelCase")]
pub struct Analysis {
    /// The row's key.
    pub id: Id,
    /// The guild's key.
    pub guild_id: Id,
    /// The key of the person who made it.
    pub user_id: Id,
    /// What its maker called it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What it says in words.
    pub summary: String,
    /// How sure the reading is, 0 to 1.
    pub confidence: f64,
    /// When the row was made.
    pub created_at: Moment,
    /// When it was last written.
    pub updated_at: Moment,
    /// `draft`, `saved` or `discarded`.
    pub status: String,
    /// `sim` or `total`.
    pub metric: String,
    /// The club's week that it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub week: Option<String>,
    /// `screenshots` or `import`.
    pub source: String,
    /// The key of the second manager, where saving it needed one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approved_by: Option<Id>,
    /// When it was rolled back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rolled_back_at: Option<Moment>,
    /// The key of the person who did that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rolled_back_by: Option<Id>,
    /// Discord's id of the channel where it was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel_id: Option<String>,
    /// The preview, while it is a draft.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub draft: Option<Json>,
    /// When the draft runs out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Moment>,
    /// When it was saved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub saved_at: Option<Moment>,
    /// When it was deleted, where it is still kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted_at: Option<Moment>,
}

/// A screenshot that went into an analysis.
#[derive(Debug, Clone, PartialEq, Serialize, sqlx::FromRow)]
#[serde(rename_all = "camelCase")]
pub struct Image {
    /// The row's key.
    pub id: Id,
    /// The analysis's key.
    pub analysis_id: Id,
    /// Its place among the others, from 0.
    pub position: i64,
    /// The file's name.
    pub name: String,
    /// What its content is.
    pub content_type: String,
    /// The file's size.
    pub bytes: i64,
    /// In pixels.
    pub width: i64,
    /// In pixels.
    pub height: i64,
    /// Of the file, in hexadecimal.
    pub sha256: String,
    /// How many members were read from it.
    pub members_found: i64,
    /// When the row was made.
    pub created_at: Moment,
}

/// A number about the whole club.
#[derive(Debug, Clone, PartialEq, Serialize, sqlx::FromRow)]
#[serde(rename_all = "camelCase")]
pub struct Metric {
    /// The row's key.
    pub id: Id,
    /// The analysis's key.
    pub analysis_id: Id,
    /// Which number.
    pub name: String,
    /// The number.
    pub value: f64,
    /// Of what.
    pub unit: String,
    /// About what.
    pub category: String,
    /// When the row was made.
    pub created_at: Moment,
}

/// A member as an analysis found them.
#[derive(Debug, Clone, PartialEq, Serialize, sqlx::FromRow)]
#[serde(rename_all = "camelCase")]
pub struct Power {
    /// The row's key.
    pub id: Id,
    /// The analysis's key.
    pub analysis_id: Id,
    /// The guild's key.
    pub guild_id: Id,
    /// Their place in the roster, from 0.
    pub position: i64,
    /// Their name in the game, as it was read.
    pub member: String,
    /// The key of the member whose value it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub member_id: Option<Id>,
    /// `sim` or `total`.
    pub metric: String,
    /// The power, where it could be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub power: Option<i64>,
    /// When the game last saw them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_seen: Option<String>,
    /// How sure the reading is, 0 to 1.
    pub confidence: f64,
    /// Whether the name was read for certain.
    pub name_certain: bool,
    /// Whether a person corrected it.
    pub corrected: bool,
    /// The names of the images that show them.
    pub seen_in: Json,
    /// When the row was made.
    pub created_at: Moment,
}

/// Somebody in the game's club.
#[derive(Debug, Clone, PartialEq, Serialize, sqlx::FromRow)]
#[serde(rename_all = "camelCase")]
pub struct ClubMember {
    /// The row's key.
    pub id: Id,
    /// The guild's key.
    pub guild_id: Id,
    /// The name as the game shows it.
    pub name: String,
    /// What the guild calls them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    /// The key of the person in Discord who they are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_id: Option<Id>,
    /// `none`, `claimed` or `confirmed`.
    pub link_status: String,
    /// The key of the person who confirmed it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confirmed_by: Option<Id>,
    /// The first week in which they were there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_seen_week: Option<String>,
    /// The last week in which they were there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_seen_week: Option<String>,
    /// The week by which they had left.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub departed_week: Option<String>,
    /// When the row was made.
    pub created_at: Moment,
    /// When it was last written.
    pub updated_at: Moment,
}

/// Another spelling that means a member.
#[derive(Debug, Clone, PartialEq, Serialize, sqlx::FromRow)]
#[serde(rename_all = "camelCase")]
pub struct Alias {
    /// The row's key.
    pub id: Id,
    /// The guild's key.
    pub guild_id: Id,
    /// The member's key.
    pub member_id: Id,
    /// The spelling.
    pub alias: String,
    /// `fix`, `command`, `import` or `rename`.
    pub source: String,
    /// The key of the person who made it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_by: Option<Id>,
    /// When the row was made.
    pub created_at: Moment,
}

/// A value that a manager set.
#[derive(Debug, Clone, PartialEq, Serialize, sqlx::FromRow)]
#[serde(rename_all = "camelCase")]
pub struct Correction {
    /// The row's key.
    pub id: Id,
    /// The guild's key.
    pub guild_id: Id,
    /// The member's key.
    pub member_id: Id,
    /// `sim` or `total`.
    pub metric: String,
    /// The club's week.
    pub week: String,
    /// The power.
    pub value: i64,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The key of the person who made it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_by: Option<Id>,
    /// When the row was made.
    pub created_at: Moment,
    /// When it was removed or replaced.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub removed_at: Option<Moment>,
    /// The key of the person who did that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub removed_by: Option<Id>,
}

/// Something that was or will be posted.
#[derive(Debug, Clone, PartialEq, Serialize, sqlx::FromRow)]
#[serde(rename_all = "camelCase")]
pub struct Alert {
    /// The row's key.
    pub id: Id,
    /// The guild's key.
    pub guild_id: Id,
    /// What kind it is.
    pub kind: String,
    /// What it is about.
    pub key: String,
    /// What it tells.
    pub payload: Json,
    /// From when on it may be posted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_at: Option<Moment>,
    /// When it was posted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub posted_at: Option<Moment>,
    /// How many times posting it failed.
    pub attempts: i64,
    /// Why the last time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_error: Option<String>,
    /// When the row was made.
    pub created_at: Moment,
    /// When it was last written.
    pub updated_at: Moment,
}
