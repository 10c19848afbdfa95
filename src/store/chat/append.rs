//! Saying something: each message gets its place under the conversation's own row.

use std::collections::{BTreeMap, HashMap};

use super::check_content;
use super::rows::{Message, MessageStatus, Role};
use crate::engine::{Value, sql};
use crate::{Id, StoreError, Timestamp, Tx, limits};

/// A message to be said. The fields are public; the constructors fill in what is usual.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMessage {
    /// Its key.
    pub id: Id,
    /// The conversation's key.
    pub conversation_id: Id,
    /// The key of the person whose conversation it is.
    pub user_id: Id,
    /// Who speaks.
    pub role: Role,
    /// What is said: at most [`limits::MESSAGE_BYTES`].
    pub content: String,
    /// How far it got; `Streaming` for an answer that is about to come in.
    pub status: MessageStatus,
    /// The key of the question that it answers, in the same conversation. Only with one
    /// can it have alternatives.
    pub parent_id: Option<Id>,
    /// The model that says it.
    pub model: Option<String>,
    /// How many tokens the model was given.
    pub prompt_tokens: Option<i64>,
    /// How many tokens the model gave.
    pub completion_tokens: Option<i64>,
    /// How long the content is in tokens, as the domain counts them.
    pub tokens: Option<i64>,
    /// When.
    pub created_at: Timestamp,
}

impl NewMessage {
    /// What a person says.
    pub fn question(
        conversation_id: Id,
        user_id: Id,
        content: impl Into<String>,
        at: Timestamp,
    ) -> Self {
        Self {
            id: Id::new(),
            conversation_id,
            user_id,
            role: Role::User,
            content: content.into(),
            status: MessageStatus::Complete,
            parent_id: None,
            model: None,
            prompt_tokens: None,
            completion_tokens: None,
            tokens: None,
            created_at: at,
        }
    }

    /// The answer to a question of the same conversation, of which nothing has come yet.
    pub fn answer(
        conversation_id: Id,
        user_id: Id,
        question: Id,
        model: impl Into<String>,
        at: Timestamp,
    ) -> Self {
        Self {
            role: Role::Assistant,
            status: MessageStatus::Streaming,
            parent_id: Some(question),
            model: Some(model.into()),
            ..Self::question(conversation_id, user_id, "", at)
        }
    }

    /// The row as it will stand.
    fn placed(self, position: i64, guild_id: Option<Id>) -> Message {
        let ended = self.role == Role::Assistant && self.status != MessageStatus::Streaming;
        Message {
            id: self.id,
            conversation_id: self.conversation_id,
            user_id: Some(self.user_id),
            guild_id,
            role: self.role,
            content: self.content,
            status: self.status,
            position,
            parent_id: self.parent_id,
            alternative: 0,
            chosen: true,
            model: self.model,
            prompt_tokens: self.prompt_tokens,
            completion_tokens: self.completion_tokens,
            finish_reason: None,
            error_kind: None,
            duration_ms: None,
            tokens: self.tokens,
            left_out: None,
            finished_at: ended.then_some(self.created_at),
            created_at: self.created_at,
            updated_at: self.created_at,
        }
    }
}

/// Adds a message at the end of a conversation. [`StoreError::NotFound`] when that is
/// not this person's or is deleted, [`StoreError::Conflict`] when the question has an
/// answer: another one is an alternative.
pub async fn append(tx: &mut Tx, message: NewMessage) -> Result<Message, StoreError> {
    let mut added = add(tx, vec![message]).await?;
    added.pop().ok_or(StoreError::NotFound)
}

/// Adds messages at the end of their conversations, in the order given, in few
/// statements; refuses them all for the reasons of [`append`]. Says how many there were.
pub async fn create_messages(tx: &mut Tx, messages: &[NewMessage]) -> Result<u64, StoreError> {
    Ok(add(tx, messages.to_vec()).await?.len() as u64)
}

async fn add(tx: &mut Tx, messages: Vec<NewMessage>) -> Result<Vec<Message>, StoreError> {
    for message in &messages {
        check_content(&message.content)?;
    }
    let mut places = claim(tx, &messages).await?;
    check_parents(tx, &messages).await?;
    let rows: Vec<Message> = messages
        .into_iter()
        .filter_map(|message| {
            let place = places.get_mut(&message.conversation_id)?;
            place.last_position += 1;
            Some(message.placed(place.last_position, place.guild_id.clone()))
        })
        .collect();
    insert(tx, &rows).await?;
    Ok(rows)
}

/// Where a conversation's next message goes after.
#[derive(sqlx::FromRow)]
struct Place {
    last_position: i64,
    guild_id: Option<Id>,
}

/// Claims as many places in each conversation as there are messages for it. In the
/// order of their keys, so that two who claim several never wait for each other.
async fn claim(mut tx: &mut Tx, messages: &[NewMessage]) -> Result<HashMap<Id, Place>, StoreError> {
    let mut wanted: BTreeMap<(&Id, &Id), (i64, Timestamp)> = BTreeMap::new();
    for message in messages {
        let of = (&message.conversation_id, &message.user_id);
        let (count, newest) = wanted.entry(of).or_insert((0, message.created_at));
        *count += 1;
        *newest = message.created_at.max(*newest);
    }
    let mut places = HashMap::with_capacity(wanted.len());
    for ((conversation, owner), (count, newest)) in wanted {
        let mut place: Place = sql(
            "UPDATE chat_conversations SET last_position = last_position + $3,
                 updated_at = CASE WHEN updated_at < $4 THEN $4 ELSE updated_at END
             WHERE id = $1 AND user_id = $2 AND deleted_at IS NULL
             RETURNING last_position, guild_id",
        )
        .bind(conversation)
        .bind(owner)
        .bind(count)
        .bind(newest)
        .fetch_one(&mut tx)
        .await?;
        place.last_position -= count;
        places.insert(conversation.clone(), place);
    }
    Ok(places)
}

/// The keys that a question was looked for by.
#[derive(sqlx::FromRow)]
struct Question {
    conversation_id: Id,
}

/// Refuses answers whose question is not in their conversation: the foreign key alone
/// would take any.
async fn check_parents(mut tx: &mut Tx, messages: &[NewMessage]) -> Result<(), StoreError> {
    let mut here: HashMap<&Id, &Id> = HashMap::new();
    for message in messages {
        if let Some(parent) = &message.parent_id {
            let found = match here.get(parent) {
                Some(conversation) => Some((*conversation).clone()),
                None => sql("SELECT conversation_id FROM chat_messages
                     WHERE id = $1 AND role = 'user'")
                .bind(parent)
                .fetch_optional(&mut tx)
                .await?
                .map(|question: Question| question.conversation_id),
            };
            if found.as_ref() != Some(&message.conversation_id) {
                return Err(StoreError::invalid(
                    "an answer to what is no question of its conversation",
                ));
            }
        }
        if message.role == Role::User {
            here.insert(&message.id, &message.conversation_id);
        }
    }
    Ok(())
}

/// Writes messages that have their places.
pub(super) async fn insert(mut tx: &mut Tx, messages: &[Message]) -> Result<(), StoreError> {
    for chunk in messages.chunks(limits::ROWS_PER_STATEMENT) {
        sql(
            "INSERT INTO chat_messages (id, conversation_id, user_id, guild_id, role, content,
                 search_text, status, position, parent_id, alternative, chosen, model,
                 prompt_tokens, completion_tokens, tokens, finished_at, created_at, updated_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
                 $18, $19)",
        )
        .rows(chunk.iter().map(values))
        .execute_expecting(chunk.len(), &mut tx)
        .await?;
    }
    Ok(())
}

fn values(message: &Message) -> Vec<Value> {
    // What still changes is not searched: each change would be one of the search's index.
    let found = message.role != Role::System && message.status != MessageStatus::Streaming;
    let search_text = if found {
        message.content.to_lowercase()
    } else {
        String::new()
    };
    vec![
        Value::from(&message.id),
        Value::from(&message.conversation_id),
        Value::from(message.user_id.as_ref()),
        Value::from(message.guild_id.as_ref()),
        Value::from(message.role.as_str()),
        Value::from(&message.content),
        Value::from(search_text),
        Value::from(message.status.as_str()),
        Value::from(message.position),
        Value::from(message.parent_id.as_ref()),
        Value::from(message.alternative),
        Value::from(message.chosen),
        Value::from(message.model.as_ref()),
        Value::from(message.prompt_tokens),
        Value::from(message.completion_tokens),
        Value::from(message.tokens),
        Value::from(message.finished_at),
        Value::from(message.created_at),
        Value::from(message.updated_at),
    ]
}
