//! Writing into the books.

use crate::engine::{Query, sql};
use crate::{Id, StoreError, Timestamp, Tx};

/// A day as `2026-11-22` and its month as `2026-11`, of UTC.
#[derive(Debug, Clone, Copy)]
pub(super) struct Periods<'a> {
    pub(super) day: &'a str,
    pub(super) month: &'a str,
}

/// What is added to a book.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Change {
    /// Reserved tokens that are given back.
    pub(super) back: i64,
    /// Tokens that are reserved, or were used.
    pub(super) used: i64,
    pub(super) prompt_tokens: i64,
    pub(super) completion_tokens: i64,
    pub(super) cost_micros: i64,
    pub(super) calls: i64,
}

/// How many tokens of a period are used, after a change.
#[derive(Debug, Clone, Copy)]
pub(super) struct Now {
    pub(super) day: i64,
    pub(super) month: i64,
}

#[derive(sqlx::FromRow)]
struct Line {
    period: String,
    used: i64,
}

/// The month and the day of one book, whose key stands in the given column. One statement for
/// every change, so that there is one order in which rows are locked.
macro_rules! change {
    ($table:literal, $key:literal) => {
        concat!(
            "INSERT INTO ",
            $table,
            " (id, ",
            $key,
            ", period, used, prompt_tokens, completion_tokens, cost_micros, calls, updated_at)
             VALUES ($1, $3, $4, $6, $7, $8, $9, $10, $11), ($2, $3, $5, $6, $7, $8, $9, $10, $11)
             ON CONFLICT (",
            $key,
            ", period) DO UPDATE SET
                 used = CASE WHEN ",
            $table,
            ".used > $12 THEN ",
            $table,
            ".used - $12 ELSE 0 END + excluded.used,
                 prompt_tokens = ",
            $table,
            ".prompt_tokens + excluded.prompt_tokens,
                 completion_tokens = ",
            $table,
            ".completion_tokens + excluded.completion_tokens,
                 cost_micros = ",
            $table,
            ".cost_micros + excluded.cost_micros,
                 calls = ",
            $table,
            ".calls + excluded.calls,
                 updated_at = excluded.updated_at
             RETURNING ",
            $table,
            ".period, ",
            $table,
            ".used"
        )
    };
}

/// Writes into a person's book.
pub(super) async fn person(
    tx: &mut Tx,
    id: &Id,
    periods: Periods<'_>,
    change: &Change,
    at: Timestamp,
) -> Result<Now, StoreError> {
    let query = sql(change!("chat_usage_users", "user_id"));
    write(tx, query, id.as_str(), periods, change, at).await
}

/// Writes into a guild's book.
pub(super) async fn guild(
    tx: &mut Tx,
    id: &Id,
    periods: Periods<'_>,
    change: &Change,
    at: Timestamp,
) -> Result<Now, StoreError> {
    let query = sql(change!("chat_usage_guilds", "guild_id"));
    write(tx, query, id.as_str(), periods, change, at).await
}

/// Writes into a model's book; the one without a name is the host's.
pub(super) async fn model(
    tx: &mut Tx,
    name: &str,
    periods: Periods<'_>,
    change: &Change,
    at: Timestamp,
) -> Result<Now, StoreError> {
    let query = sql(change!("chat_usage_models", "model"));
    write(tx, query, name, periods, change, at).await
}

async fn write(
    mut tx: &mut Tx,
    query: Query,
    key: &str,
    periods: Periods<'_>,
    change: &Change,
    at: Timestamp,
) -> Result<Now, StoreError> {
    let lines: Vec<Line> = query
        .bind(Id::new())
        .bind(Id::new())
        .bind(key)
        .bind(periods.month)
        .bind(periods.day)
        .bind(change.used)
        .bind(change.prompt_tokens)
        .bind(change.completion_tokens)
        .bind(change.cost_micros)
        .bind(change.calls)
        .bind(at)
        .bind(change.back)
        .fetch_all(&mut tx)
        .await?;
    let of = |period: &str| {
        let line = lines.iter().find(|line| line.period == period);
        line.map(|line| line.used).ok_or(StoreError::NotFound)
    };
    Ok(Now {
        day: of(periods.day)?,
        month: of(periods.month)?,
    })
}
