//! The rows of an analysis.

use crate::text_enum::text_enum;
use crate::{Id, Json, Timestamp};

text_enum! {
    /// Where an analysis stands.
    pub enum AnalysisStatus ("status") {
        /// Shown as a preview, not yet kept.
        Draft = "draft",
        /// Kept.
        Saved = "saved",
        /// Thrown away by a person or by time.
        Discarded = "discarded",
    }
}

text_enum! {
    /// Which power the screenshots show.
    pub enum Metric ("metric") {
        /// Sim power.
        Sim = "sim",
        /// Total power.
        Total = "total",
    }
}

text_enum! {
    /// Where the values of an analysis came from.
    pub enum Source ("source") {
        /// Screenshots of the game.
        Screenshots = "screenshots",
        /// A file.
        Import = "import",
    }
}

/// An analysis without what hangs on it.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct Analysis {
    /// The row's key.
    pub id: Id,
    /// The guild's key.
    pub guild_id: Id,
    /// The key of the person who made it.
    pub user_id: Id,
    /// Discord's id of the channel where it was made.
    pub channel_id: Option<String>,
    /// What its maker called it.
    pub title: Option<String>,
    /// What it says in words.
    pub summary: String,
    /// How sure the reading is, 0 to 1.
    pub confidence: f64,
    /// Where it stands.
    #[sqlx(try_from = "String")]
    pub status: AnalysisStatus,
    /// Which power it is about.
    #[sqlx(try_from = "String")]
    pub metric: Metric,
    /// The club's week that it belongs to, as `2026-W47`; none until it is saved, and for
    /// those of a release without weeks until they are adopted.
    pub week: Option<String>,
    /// Where its values came from.
    #[sqlx(try_from = "String")]
    pub source: Source,
    /// The preview, while it is a draft.
    pub draft: Option<Json>,
    /// When the draft runs out.
    pub expires_at: Option<Timestamp>,
    /// When it was saved.
    pub saved_at: Option<Timestamp>,
    /// The key of the second manager, where saving it needed one.
    pub approved_by: Option<Id>,
    /// When it was rolled back: it counts for nothing until that is undone.
    pub rolled_back_at: Option<Timestamp>,
    /// The key of the person who rolled it back.
    pub rolled_back_by: Option<Id>,
    /// When it was deleted: it is kept for a while, and shown no more.
    pub deleted_at: Option<Timestamp>,
    /// When the row was made.
    pub created_at: Timestamp,
    /// When it was last written.
    pub updated_at: Timestamp,
}

/// A screenshot that went into an analysis: what it was, never where it is.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Image {
    /// The row's key.
    pub id: Id,
    /// The analysis's key.
    pub analysis_id: Id,
    /// Its place among the others, from 0.
    pub position: i64,
    /// The file's name.
    pub name: String,
    /// What its content is, as `image/png`.
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
}

/// A number about the whole club.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct MetricRow {
    /// The row's key.
    pub id: Id,
    /// The analysis's key.
    pub analysis_id: Id,
    /// Which number, as `totalPower`; once per analysis.
    pub name: String,
    /// The number.
    pub value: f64,
    /// Of what, as `power` or `count`.
    pub unit: String,
    /// About what, as `performance`.
    pub category: String,
}

/// A member as an analysis found them.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
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
    /// The key of the member whose value it is; a row without one counts for nothing.
    pub member_id: Option<Id>,
    /// Which power it is.
    #[sqlx(try_from = "String")]
    pub metric: Metric,
    /// The power; none where it could not be read for certain.
    pub power: Option<i64>,
    /// When the game last saw them, in its words.
    pub last_seen: Option<String>,
    /// How sure the reading is, 0 to 1.
    pub confidence: f64,
    /// Whether the name was read for certain.
    pub name_certain: bool,
    /// Whether a person corrected it.
    pub corrected: bool,
    /// The names of the images that show them.
    #[sqlx(try_from = "Json")]
    pub seen_in: Vec<String>,
}

/// A saved analysis with all that hangs on it.
#[derive(Debug, Clone, PartialEq)]
pub struct AnalysisDetail {
    /// The analysis.
    pub analysis: Analysis,
    /// Its images, in their order.
    pub images: Vec<Image>,
    /// Its numbers, by name.
    pub metrics: Vec<MetricRow>,
    /// Its members, in the roster's order.
    pub powers: Vec<Power>,
}

/// A saved analysis as a line in a list.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct AnalysisSummary {
    /// The row's key.
    pub id: Id,
    /// The key of the person who made it.
    pub user_id: Id,
    /// What its maker called it.
    pub title: Option<String>,
    /// What it says in words.
    pub summary: String,
    /// How sure the reading is, 0 to 1.
    pub confidence: f64,
    /// Which power it is about.
    #[sqlx(try_from = "String")]
    pub metric: Metric,
    /// The club's week that it belongs to.
    pub week: Option<String>,
    /// When it was saved.
    pub saved_at: Timestamp,
    /// When it was rolled back.
    pub rolled_back_at: Option<Timestamp>,
    /// The metric `totalMembers`.
    pub total_members: Option<i64>,
    /// The metric `totalPower`.
    pub total_power: Option<i64>,
}
