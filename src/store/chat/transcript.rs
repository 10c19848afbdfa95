//! A whole conversation, page by page, for an export.

use super::rows::{Message, select_messages};
use crate::engine::sql;
use crate::{Executor, Id, StoreError, limits};

/// Reads everything that was said in a conversation, from its beginning, with the
/// answers that were not chosen.
#[derive(Debug, Clone)]
pub struct Transcript {
    conversation_id: Id,
    owner: Id,
    after: (i64, i64),
}

impl Transcript {
    /// Of a conversation of this person's.
    pub fn of(conversation_id: Id, owner: Id) -> Self {
        Self {
            conversation_id,
            owner,
            after: (0, 0),
        }
    }

    /// The same from behind a message on, by its place and its number among the answers there.
    #[must_use]
    pub fn after(self, position: i64, alternative: i64) -> Self {
        Self {
            after: (position, alternative),
            ..self
        }
    }

    /// The next messages, at most [`limits::PAGE_SIZE`]: by place, and the answers at one
    /// place in the order in which they were given. None at the end, and of a
    /// conversation that is not this person's or is deleted.
    pub async fn next(&mut self, mut on: impl Executor) -> Result<Vec<Message>, StoreError> {
        let (position, alternative) = self.after;
        let found: Vec<Message> = sql(select_messages!(
            "WHERE m.conversation_id = $1 AND m.position > 0
             AND EXISTS (SELECT 1 FROM chat_conversations c
                 WHERE c.id = $1 AND c.user_id = $2 AND c.deleted_at IS NULL)
             AND (m.position, m.alternative) > ($3, $4)
             ORDER BY m.position, m.alternative LIMIT $5"
        ))
        .bind(&self.conversation_id)
        .bind(&self.owner)
        .bind(position)
        .bind(alternative)
        .bind(i64::try_from(limits::PAGE_SIZE).unwrap_or(0))
        .fetch_all(&mut on)
        .await?;
        if let Some(last) = found.last() {
            self.after = (last.position, last.alternative);
        }
        Ok(found)
    }
}
