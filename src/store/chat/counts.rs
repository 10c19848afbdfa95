//! How many answers there are to choose among.

use crate::engine::sql;
use crate::{Executor, Id, StoreError, limits};

/// The answers at one place of a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Answers {
    /// The place.
    pub position: i64,
    /// How many stand there.
    pub answers: i64,
}

/// How many answers stand at each place of a conversation from `first` to `last`, which are at
/// most [`limits::PAGE_SIZE`]; places with one thing said are left out. None of a conversation
/// that is not this person's or is deleted.
pub async fn count_answers(
    mut on: impl Executor,
    conversation_id: &Id,
    owner: &Id,
    first: i64,
    last: i64,
) -> Result<Vec<Answers>, StoreError> {
    let places = usize::try_from(last.saturating_sub(first).saturating_add(1)).unwrap_or(0);
    limits::check("places at once", limits::PAGE_SIZE, places)?;
    sql("SELECT m.position, COUNT(*) AS answers FROM chat_messages m
         WHERE m.conversation_id = $1 AND m.position > 0 AND m.position BETWEEN $3 AND $4
         AND EXISTS (SELECT 1 FROM chat_conversations c
             WHERE c.id = $1 AND c.user_id = $2 AND c.deleted_at IS NULL)
         GROUP BY m.position HAVING COUNT(*) > 1
         ORDER BY m.position LIMIT $5")
    .bind(conversation_id)
    .bind(owner)
    .bind(first)
    .bind(last)
    .bind(i64::try_from(limits::PAGE_SIZE).unwrap_or(0))
    .fetch_all(&mut on)
    .await
}
