//! What is exported of the history of a guild's settings.

use serde::Serialize;

use super::Moment;
use crate::{Id, Json};

/// A change of a guild's settings.
#[derive(Debug, Clone, PartialEq, Serialize, sqlx::FromRow)]
#[serde(rename_all = "camelCase")]
pub struct SettingsRevision {
    /// The row's key.
    pub id: Id,
    /// The guild's key.
    pub guild_id: Id,
    /// Its place among those of the guild, from 1.
    pub number: i64,
    /// The key of the person who made it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_id: Option<Id>,
    /// `change`, `revert` or `import`.
    pub cause: String,
    /// The number of the change that it takes back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reverts: Option<i64>,
    /// By key with dots, what stood there before and after.
    pub changes: Json,
    /// When.
    pub created_at: Moment,
}

/// A change that waits for its person to say whether it is to be made.
#[derive(Debug, Clone, PartialEq, Serialize, sqlx::FromRow)]
#[serde(rename_all = "camelCase")]
pub struct SettingsProposal {
    /// The row's key.
    pub id: Id,
    /// The guild's key.
    pub guild_id: Id,
    /// The person's key.
    pub user_id: Id,
    /// What is to be changed.
    pub content: Json,
    /// When it runs out.
    pub expires_at: Moment,
    /// When the row was made.
    pub created_at: Moment,
}
