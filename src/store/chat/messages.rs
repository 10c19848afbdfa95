//! Reading what was said.

use super::rows::{Message, select_messages};
use crate::engine::sql;
use crate::{Cursor, Executor, Id, Page, PageRequest, StoreError};

/// A page of a conversation as it goes, newest first: of each place the chosen message.
/// Nothing when the conversation is not this person's or is deleted.
pub async fn messages(
    mut on: impl Executor,
    conversation_id: &Id,
    owner: &Id,
    page: &PageRequest,
) -> Result<Page<Message>, StoreError> {
    let (newer, from, rows) = page.plan()?;
    // A cursor names a message; its place is what counts, whatever its time.
    let query = if newer {
        sql(select_messages!(
            "WHERE m.conversation_id = $1 AND m.chosen
             AND EXISTS (SELECT 1 FROM chat_conversations c
                 WHERE c.id = $1 AND c.user_id = $2 AND c.deleted_at IS NULL)
             AND m.position > COALESCE((SELECT f.position FROM chat_messages f
                 WHERE f.id = $3 AND f.conversation_id = $1), 0)
             ORDER BY m.position LIMIT $4"
        ))
    } else {
        sql(select_messages!(
            "WHERE m.conversation_id = $1 AND m.chosen
             AND EXISTS (SELECT 1 FROM chat_conversations c
                 WHERE c.id = $1 AND c.user_id = $2 AND c.deleted_at IS NULL)
             AND m.position < COALESCE((SELECT f.position FROM chat_messages f
                 WHERE f.id = $3 AND f.conversation_id = $1), 9223372036854775807)
             ORDER BY m.position DESC LIMIT $4"
        ))
    };
    let found = query
        .bind(conversation_id)
        .bind(owner)
        .bind(from.id)
        .bind(rows)
        .fetch_all(&mut on)
        .await?;
    Ok(Page::of(page, found, |message: &Message| Cursor {
        at: message.created_at,
        id: message.id.clone(),
    }))
}

/// The message with this key, unless its conversation is deleted. Whose it is, is for
/// the caller to check: a button carries this key.
pub async fn find_message(mut on: impl Executor, id: &Id) -> Result<Option<Message>, StoreError> {
    sql(select_messages!(
        "JOIN chat_conversations c ON c.id = m.conversation_id
         WHERE m.id = $1 AND c.deleted_at IS NULL"
    ))
    .bind(id)
    .fetch_optional(&mut on)
    .await
}
