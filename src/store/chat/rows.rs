//! The rows of chat.

use crate::text_enum::text_enum;
use crate::{Id, Timestamp};

text_enum! {
    /// Who speaks.
    pub enum Role ("role") {
        /// The person.
        User = "user",
        /// The model.
        Assistant = "assistant",
        /// The program, to the model; searches pass it over.
        System = "system",
    }
}

text_enum! {
    /// How far a message got.
    pub enum MessageStatus ("status") {
        /// It is whole.
        Complete = "complete",
        /// The model is still at it.
        Streaming = "streaming",
        /// A person stopped it; what was said by then is kept.
        Stopped = "stopped",
        /// The model failed; what was said by then is kept.
        Failed = "failed",
        /// The program ended in the middle of it; what was saved by then is kept.
        Interrupted = "interrupted",
    }
}

/// A conversation without its messages.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Conversation {
    /// The row's key.
    pub id: Id,
    /// The key of the person whose it is.
    pub user_id: Id,
    /// The key of the guild where it began; none in a direct message.
    pub guild_id: Option<Id>,
    /// Discord's id of the channel where it began.
    pub channel_id: Option<String>,
    /// What it is called; none until it has been given a title.
    pub title: Option<String>,
    /// Whether it must not be shown where others read.
    pub private: bool,
    /// The place of its newest message, which is also how many places it has.
    pub last_position: i64,
    /// When it was deleted: it is kept for a while, and shown no more.
    pub deleted_at: Option<Timestamp>,
    /// When its person began afresh: what is said next in its channel goes elsewhere.
    pub closed_at: Option<Timestamp>,
    /// When the row was made.
    pub created_at: Timestamp,
    /// When something was last said in it, or it was renamed. Lists go by it.
    pub updated_at: Timestamp,
}

/// Something that was said.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Message {
    /// The row's key.
    pub id: Id,
    /// The conversation's key.
    pub conversation_id: Id,
    /// The key of the person whose conversation it is, whoever speaks. None in rows that
    /// this program did not write.
    pub user_id: Option<Id>,
    /// The key of the conversation's guild; none in a direct message.
    pub guild_id: Option<Id>,
    /// Who speaks.
    #[sqlx(try_from = "String")]
    pub role: Role,
    /// What was said: Markdown, as it came.
    pub content: String,
    /// How far it got.
    #[sqlx(try_from = "String")]
    pub status: MessageStatus,
    /// Its place in the conversation, from 1.
    pub position: i64,
    /// The key of the question that it answers.
    pub parent_id: Option<Id>,
    /// Which of the answers at its place it is, from 0.
    pub alternative: i64,
    /// Whether the conversation goes on from it, rather than from another answer.
    pub chosen: bool,
    /// The model that said it, by its own name.
    pub model: Option<String>,
    /// How many tokens the model was given.
    pub prompt_tokens: Option<i64>,
    /// How many tokens the model gave.
    pub completion_tokens: Option<i64>,
    /// The model's own word for why it ended, as `stop` or `length`.
    pub finish_reason: Option<String>,
    /// Why it failed, in the domain's word for it.
    pub error_kind: Option<String>,
    /// How long the model took, in milliseconds.
    pub duration_ms: Option<i64>,
    /// How long the content is in tokens, as the domain counts them; none where nobody has.
    pub tokens: Option<i64>,
    /// Of an answer: how many older messages the model was not shown.
    pub left_out: Option<i64>,
    /// When it ended; none while it is streaming, and of what is no answer.
    pub finished_at: Option<Timestamp>,
    /// When the row was made.
    pub created_at: Timestamp,
    /// When it was last written.
    pub updated_at: Timestamp,
}

/// A statement that reads whole messages `m`, with the given rest.
macro_rules! select_messages {
    ($($rest:literal),+) => {
        concat!(
            "SELECT m.id, m.conversation_id, m.user_id, m.guild_id, m.role, m.content, m.status,
                 m.position, m.parent_id, m.alternative, m.chosen, m.model, m.prompt_tokens,
                 m.completion_tokens, m.finish_reason, m.error_kind, m.duration_ms,
                 m.tokens, m.left_out, m.finished_at, m.created_at, m.updated_at
             FROM chat_messages m ",
            $($rest),+
        )
    };
}

pub(super) use select_messages;
