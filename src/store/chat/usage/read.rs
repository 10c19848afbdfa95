//! What stands in the books.

use crate::engine::sql;
use crate::{Executor, Id, StoreError, limits};

/// What was used in a period.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Used {
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
}

/// What was used of a model.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct ModelUsage {
    /// Its name.
    pub model: String,
    /// How much.
    #[sqlx(flatten)]
    pub used: Used,
}

/// What a person used in a period: a day as `2026-11-22` or a month as `2026-11`.
pub async fn of_user(
    mut on: impl Executor,
    user_id: &Id,
    period: &str,
) -> Result<Used, StoreError> {
    let found = sql(
        "SELECT used, prompt_tokens, completion_tokens, cost_micros, calls
         FROM chat_usage_users WHERE user_id = $1 AND period = $2",
    )
    .bind(user_id)
    .bind(period)
    .fetch_optional(&mut on)
    .await?;
    Ok(found.unwrap_or_default())
}

/// What a guild's people used there in a period.
pub async fn of_guild(
    mut on: impl Executor,
    guild_id: &Id,
    period: &str,
) -> Result<Used, StoreError> {
    let found = sql(
        "SELECT used, prompt_tokens, completion_tokens, cost_micros, calls
         FROM chat_usage_guilds WHERE guild_id = $1 AND period = $2",
    )
    .bind(guild_id)
    .bind(period)
    .fetch_optional(&mut on)
    .await?;
    Ok(found.unwrap_or_default())
}

/// What everybody used together in a period.
pub async fn of_host(mut on: impl Executor, period: &str) -> Result<Used, StoreError> {
    let found = sql(
        "SELECT used, prompt_tokens, completion_tokens, cost_micros, calls
         FROM chat_usage_models WHERE model = '' AND period = $1",
    )
    .bind(period)
    .fetch_optional(&mut on)
    .await?;
    Ok(found.unwrap_or_default())
}

/// What was used of each model in a period, by name, at most [`limits::PAGE_SIZE`] models.
pub async fn by_model(mut on: impl Executor, period: &str) -> Result<Vec<ModelUsage>, StoreError> {
    sql(
        "SELECT model, used, prompt_tokens, completion_tokens, cost_micros, calls
         FROM chat_usage_models WHERE period = $1 AND model <> '' ORDER BY model LIMIT $2",
    )
    .bind(period)
    .bind(i64::try_from(limits::PAGE_SIZE).unwrap_or(0))
    .fetch_all(&mut on)
    .await
}
