//! What was said before, for a model.

use super::rows::{Message, select_messages};
use crate::engine::sql;
use crate::{Executor, Id, StoreError, limits};

/// What a conversation consists of before the place `before_position`, newest first: of each
/// place the chosen message, once it has ended and if it says anything. At most `limit`, which
/// is at most [`limits::PAGE_SIZE`]; the place of the last one is where the next call goes on,
/// and `i64::MAX` is where the first begins. Nothing when the conversation is not this person's
/// or is deleted.
///
/// It is read along an index, so that the length of the conversation costs nothing. A message
/// may have a megabyte: who has a budget asks for few at a time until that is spent.
pub async fn context(
    mut on: impl Executor,
    conversation_id: &Id,
    owner: &Id,
    before_position: i64,
    limit: usize,
) -> Result<Vec<Message>, StoreError> {
    limits::check("messages of a context", limits::PAGE_SIZE, limit)?;
    sql(select_messages!(
        "WHERE m.conversation_id = $1 AND m.chosen AND m.position < $3
         AND EXISTS (SELECT 1 FROM chat_conversations c
             WHERE c.id = $1 AND c.user_id = $2 AND c.deleted_at IS NULL)
         AND m.status <> 'streaming' AND m.content <> ''
         ORDER BY m.position DESC LIMIT $4"
    ))
    .bind(conversation_id)
    .bind(owner)
    .bind(before_position)
    .bind(i64::try_from(limit).unwrap_or(0))
    .fetch_all(&mut on)
    .await
}
