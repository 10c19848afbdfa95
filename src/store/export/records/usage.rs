//! What is exported of the books of tokens.

use serde::Serialize;

use super::Moment;
use crate::Id;

/// What a person, or the people of a guild, used in a day or a month.
#[derive(Debug, Clone, PartialEq, Serialize, sqlx::FromRow)]
#[serde(rename_all = "camelCase")]
pub struct Usage {
    /// The row's key.
    pub id: Id,
    /// The person's key, where it is theirs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_id: Option<Id>,
    /// The guild's key, where it is the guild's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guild_id: Option<Id>,
    /// A day as `2026-11-22` or a month as `2026-11`, of UTC.
    pub period: String,
    /// Tokens of calls that ended, and those that calls under way have reserved.
    pub used: i64,
    /// Tokens that models were given.
    pub prompt_tokens: i64,
    /// Tokens that models gave.
    pub completion_tokens: i64,
    /// What that costs, in millionths of a US dollar.
    pub cost_micros: i64,
    /// How many calls ended.
    pub calls: i64,
    /// When it was last written.
    pub updated_at: Moment,
}

/// What a call under way may use.
#[derive(Debug, Clone, PartialEq, Serialize, sqlx::FromRow)]
#[serde(rename_all = "camelCase")]
pub struct Reservation {
    /// The row's key.
    pub id: Id,
    /// The key of the person who asked.
    pub user_id: Id,
    /// The key of the guild.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guild_id: Option<Id>,
    /// The model that was asked.
    pub model: String,
    /// The day in whose books it stands.
    pub day: String,
    /// Its month.
    pub month: String,
    /// How many tokens are reserved.
    pub tokens: i64,
    /// When.
    pub created_at: Moment,
}
