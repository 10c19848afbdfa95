//! Other answers to the same question, of which one is chosen. Whose the conversation is, is
//! for the caller to check: a button carries the key of the answer, and others can press it.

use super::append::insert;
use super::rows::{Message, MessageStatus, Role, select_messages};
use crate::engine::sql;
use crate::{Executor, Id, StoreError, Timestamp, Tx, limits};

/// An answer, and how many there are at its place.
#[derive(sqlx::FromRow)]
struct Answer {
    conversation_id: Id,
    user_id: Option<Id>,
    guild_id: Option<Id>,
    position: i64,
    parent_id: Id,
    last: i64,
}

/// Begins another answer to the question that `answer` answers: at the same place,
/// streaming, and chosen at once. What stood in Discord for the earlier ones is its own
/// from here on. [`StoreError::NotFound`] when there is no such answer or its
/// conversation is deleted; at most [`limits::ALTERNATIVES`] answers to a question.
pub async fn create_alternative(
    tx: &mut Tx,
    answer: &Id,
    model: &str,
    at: Timestamp,
) -> Result<Message, StoreError> {
    let earlier = claim(tx, answer).await?;
    let count = usize::try_from(earlier.last).unwrap_or(0) + 1;
    limits::check("answers to a question", limits::ALTERNATIVES, count + 1)?;
    let alternative = Message {
        id: Id::new(),
        conversation_id: earlier.conversation_id,
        user_id: earlier.user_id,
        guild_id: earlier.guild_id,
        role: Role::Assistant,
        content: String::new(),
        status: MessageStatus::Streaming,
        position: earlier.position,
        parent_id: Some(earlier.parent_id.clone()),
        alternative: earlier.last + 1,
        chosen: true,
        model: Some(model.to_owned()),
        prompt_tokens: None,
        completion_tokens: None,
        finish_reason: None,
        error_kind: None,
        duration_ms: None,
        tokens: None,
        left_out: None,
        finished_at: None,
        created_at: at,
        updated_at: at,
    };
    choose_none(tx, &earlier.parent_id).await?;
    insert(tx, std::slice::from_ref(&alternative)).await?;
    move_posts(tx, &earlier.parent_id, &alternative.id).await?;
    Ok(alternative)
}

/// Makes an answer the one of its place that the conversation goes on from, and that
/// stands in Discord. [`StoreError::NotFound`] as for [`create_alternative`].
pub async fn choose_alternative(mut tx: &mut Tx, id: &Id) -> Result<Message, StoreError> {
    let answer = claim(tx, id).await?;
    choose_none(tx, &answer.parent_id).await?;
    sql("UPDATE chat_messages SET chosen = TRUE WHERE id = $1")
        .bind(id)
        .execute_expecting(1, &mut tx)
        .await?;
    move_posts(tx, &answer.parent_id, id).await?;
    sql(select_messages!("WHERE m.id = $1"))
        .bind(id)
        .fetch_one(&mut tx)
        .await
}

/// All answers to the question that this one answers, itself among them, in the order
/// in which they were given. None when there is no such answer or its conversation is
/// deleted.
pub async fn alternatives(mut on: impl Executor, answer: &Id) -> Result<Vec<Message>, StoreError> {
    sql(select_messages!(
        "JOIN chat_conversations c ON c.id = m.conversation_id
         WHERE m.parent_id = (SELECT a.parent_id FROM chat_messages a WHERE a.id = $1)
         AND c.deleted_at IS NULL
         ORDER BY m.alternative LIMIT $2"
    ))
    .bind(answer)
    .bind(i64::try_from(limits::ALTERNATIVES).unwrap_or(0))
    .fetch_all(&mut on)
    .await
}

/// Claims the conversation of an answer, so that who counts or chooses at once waits,
/// and reads the answer after that. The conversation keeps its place among its person's: another
/// answer to an old question does not make it the one that is gone on with.
async fn claim(mut tx: &mut Tx, answer: &Id) -> Result<Answer, StoreError> {
    let claimed = sql("UPDATE chat_conversations SET updated_at = updated_at
         WHERE id = (SELECT conversation_id FROM chat_messages WHERE id = $1)
         AND deleted_at IS NULL")
    .bind(answer)
    .execute(&mut tx)
    .await?;
    if claimed == 0 {
        return Err(StoreError::NotFound);
    }
    sql(
        "SELECT a.conversation_id, a.user_id, a.guild_id, a.position, a.parent_id,
             (SELECT MAX(b.alternative) FROM chat_messages b WHERE b.parent_id = a.parent_id)
                 AS last
         FROM chat_messages a WHERE a.id = $1 AND a.parent_id IS NOT NULL",
    )
    .bind(answer)
    .fetch_one(&mut tx)
    .await
}

/// A statement of its own: the index that allows one chosen answer is checked row by
/// row, and would refuse the new one while the old one stands.
async fn choose_none(mut tx: &mut Tx, question: &Id) -> Result<(), StoreError> {
    sql("UPDATE chat_messages SET chosen = FALSE WHERE parent_id = $1 AND chosen")
        .bind(question)
        .execute(&mut tx)
        .await?;
    Ok(())
}

/// What stands in Discord for an answer to `question` now stands for this one.
async fn move_posts(mut tx: &mut Tx, question: &Id, to: &Id) -> Result<(), StoreError> {
    sql("UPDATE chat_posts SET message_id = $2
         WHERE message_id IN (SELECT id FROM chat_messages WHERE parent_id = $1)")
    .bind(question)
    .bind(to)
    .execute(&mut tx)
    .await?;
    Ok(())
}
