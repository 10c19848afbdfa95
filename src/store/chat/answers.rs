//! An answer while it comes in, and how it ends: once.

use super::check_content;
use super::rows::MessageStatus;
use crate::engine::sql;
use crate::{Executor, Id, StoreError, Timestamp};

/// Keeps what an answer has said so far, so that a crash loses no more than what came
/// since. False when it has ended: what it said then stands.
pub async fn save_progress(
    mut on: impl Executor,
    id: &Id,
    content: &str,
    at: Timestamp,
) -> Result<bool, StoreError> {
    check_content(content)?;
    let changed = sql("UPDATE chat_messages SET content = $2, updated_at = $3
         WHERE id = $1 AND status = 'streaming'")
    .bind(id)
    .bind(content)
    .bind(at)
    .execute(&mut on)
    .await?;
    Ok(changed == 1)
}

/// What became of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// All that was said.
    pub content: String,
    /// How it ended; not `Streaming`.
    pub status: MessageStatus,
    /// The model that gave it in the end; none leaves the one that was asked.
    pub model: Option<String>,
    /// How many tokens the model was given.
    pub prompt_tokens: Option<i64>,
    /// How many tokens the model gave.
    pub completion_tokens: Option<i64>,
    /// How long the content is in tokens, as the domain counts them.
    pub tokens: Option<i64>,
    /// How many older messages the model was not shown.
    pub left_out: Option<i64>,
    /// The model's own word for why it ended.
    pub finish_reason: Option<String>,
    /// Why it failed, in the domain's word; only with `Failed`.
    pub error_kind: Option<String>,
    /// How long the model took, in milliseconds.
    pub duration_ms: Option<i64>,
}

impl Outcome {
    /// An end of which nothing but the words is known; the fields are public.
    pub fn new(status: MessageStatus, content: impl Into<String>) -> Self {
        Self {
            content: content.into(),
            status,
            model: None,
            prompt_tokens: None,
            completion_tokens: None,
            tokens: None,
            left_out: None,
            finish_reason: None,
            error_kind: None,
            duration_ms: None,
        }
    }
}

/// Who ended an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finished {
    /// This call did.
    Now,
    /// It had ended before, like this; nothing was written.
    Before(MessageStatus),
}

/// The status of an answer.
#[derive(sqlx::FromRow)]
struct Status {
    #[sqlx(try_from = "String")]
    status: MessageStatus,
}

/// A statement that writes a whole end where an answer has this status.
macro_rules! end {
    ($status:literal) => {
        concat!(
            "UPDATE chat_messages SET content = $2, search_text = $3, status = $4,
             model = COALESCE($5, model), prompt_tokens = $6, completion_tokens = $7,
             finish_reason = $8, error_kind = $9, duration_ms = $10, tokens = $11,
             left_out = $12, finished_at = $13, updated_at = $13
         WHERE id = $1 AND status = '",
            $status,
            "'"
        )
    };
}

/// Ends an answer: of Stop, the model's own end and a failure that come at once, one
/// wins and the others are told. [`StoreError::NotFound`] when it was deleted for ever.
pub async fn finish(
    mut on: impl Executor,
    id: &Id,
    outcome: &Outcome,
    at: Timestamp,
) -> Result<Finished, StoreError> {
    let changed = write(&mut on, end!("streaming"), id, outcome, at).await?;
    if changed == 1 {
        return Ok(Finished::Now);
    }
    let Status { status } = sql("SELECT status FROM chat_messages WHERE id = $1")
        .bind(id)
        .fetch_one(&mut on)
        .await?;
    Ok(Finished::Before(status))
}

/// Ends an answer after all that another process took for one that was left behind: who was at it
/// knows better. False when it has not ended as interrupted.
pub async fn finish_interrupted(
    mut on: impl Executor,
    id: &Id,
    outcome: &Outcome,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let changed = write(&mut on, end!("interrupted"), id, outcome, at).await?;
    Ok(changed == 1)
}

async fn write(
    on: &mut impl Executor,
    statement: &'static str,
    id: &Id,
    outcome: &Outcome,
    at: Timestamp,
) -> Result<u64, StoreError> {
    check_content(&outcome.content)?;
    if outcome.status == MessageStatus::Streaming {
        return Err(StoreError::invalid("an end that is none"));
    }
    if outcome.error_kind.is_some() && outcome.status != MessageStatus::Failed {
        return Err(StoreError::invalid("a failure that is none"));
    }
    sql(statement)
        .bind(id)
        .bind(&outcome.content)
        .bind(outcome.content.to_lowercase())
        .bind(outcome.status.as_str())
        .bind(outcome.model.as_deref())
        .bind(outcome.prompt_tokens)
        .bind(outcome.completion_tokens)
        .bind(outcome.finish_reason.as_deref())
        .bind(outcome.error_kind.as_deref())
        .bind(outcome.duration_ms)
        .bind(outcome.tokens)
        .bind(outcome.left_out)
        .bind(at)
        .execute(on)
        .await
}
