//! What is exported of chat.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Serialize, Serializer};

use super::Moment;
use crate::{Id, chat as rows};

/// A conversation.
#[derive(Debug, Clone, PartialEq, Serialize, sqlx::FromRow)]
#[serde(rename_all = "camelCase")]
pub struct Conversation {
    /// The row's key.
    pub id: Id,
    /// The key of the person whose it is.
    pub user_id: Id,
    /// What it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// When the row was made.
    pub created_at: Moment,
    /// When something was last said in it.
    pub updated_at: Moment,
    /// The key of the guild where it began.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guild_id: Option<Id>,
    /// Discord's id of the channel where it began.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel_id: Option<String>,
    /// Whether it must not be shown where others read.
    pub private: bool,
    /// When its person began afresh.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed_at: Option<Moment>,
    /// When it was deleted, where it is still kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted_at: Option<Moment>,
}

/// Something that was said.
#[derive(Debug, Clone, PartialEq, Serialize, sqlx::FromRow)]
#[serde(rename_all = "camelCase")]
pub struct Message {
    /// The row's key.
    pub id: Id,
    /// The conversation's key.
    pub conversation_id: Id,
    /// The key of the person whose conversation it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_id: Option<Id>,
    /// The key of the conversation's guild.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guild_id: Option<Id>,
    /// `user`, `assistant` or `system`.
    pub role: String,
    /// What was said.
    pub content: String,
    /// How far it got.
    pub status: String,
    /// Its place in the conversation, from 1.
    pub position: i64,
    /// The key of the question that it answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent_id: Option<Id>,
    /// Which of the answers at its place it is, from 0.
    pub alternative: i64,
    /// Whether the conversation goes on from it.
    pub chosen: bool,
    /// The model that said it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub model: Option<String>,
    /// How many tokens the model was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prompt_tokens: Option<i64>,
    /// How many tokens the model gave.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub completion_tokens: Option<i64>,
    /// Why the model ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finish_reason: Option<String>,
    /// Why it failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error_kind: Option<String>,
    /// How long the model took, in milliseconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration_ms: Option<i64>,
    /// How long the content is in tokens.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tokens: Option<i64>,
    /// How many older messages the model was not shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left_out: Option<i64>,
    /// When it ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finished_at: Option<Moment>,
    /// When the row was made.
    pub created_at: Moment,
    /// When it was last written.
    pub updated_at: Moment,
    /// The files that came with it, which follow as records of their own.
    #[sqlx(skip)]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attached>,
}

/// A file of a question without its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, sqlx::FromRow)]
#[serde(rename_all = "camelCase")]
pub struct Attached {
    /// The row's key.
    pub id: Id,
    /// What it is called.
    pub file_name: String,
    /// Its media type.
    pub content_type: String,
    /// How many bytes it has.
    pub size: i64,
}

/// Where a message stands in Discord.
#[derive(Debug, Clone, PartialEq, Serialize, sqlx::FromRow)]
#[serde(rename_all = "camelCase")]
pub struct Post {
    /// Discord's id of its message.
    pub discord_message_id: String,
    /// The message's key.
    pub message_id: Id,
    /// Discord's id of the channel.
    pub channel_id: String,
    /// Which part of a long message it is, from 0.
    pub part: i64,
    /// When the row was made.
    pub created_at: Moment,
}

/// A file of a question.
#[derive(Debug, Clone, PartialEq, Serialize, sqlx::FromRow)]
#[serde(rename_all = "camelCase")]
pub struct Attachment {
    /// The row's key.
    pub id: Id,
    /// The message's key.
    pub message_id: Id,
    /// The key of the person whose conversation it is.
    pub user_id: Id,
    /// The key of the conversation's guild.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guild_id: Option<Id>,
    /// Its place among the files of the message, from 0.
    pub position: i64,
    /// `image` or `text`.
    pub kind: String,
    /// What it is called.
    pub file_name: String,
    /// Its media type.
    pub content_type: String,
    /// How many bytes it has.
    pub size: i64,
    /// How many tokens it costs.
    pub tokens: i64,
    /// When the row was made.
    pub created_at: Moment,
    /// All of it, in Base64.
    #[serde(serialize_with = "base64")]
    pub bytes: Vec<u8>,
}

impl From<rows::Conversation> for Conversation {
    fn from(row: rows::Conversation) -> Self {
        Self {
            id: row.id,
            user_id: row.user_id,
            title: row.title,
            created_at: Moment(row.created_at),
            updated_at: Moment(row.updated_at),
            guild_id: row.guild_id,
            channel_id: row.channel_id,
            private: row.private,
            closed_at: row.closed_at.map(Moment),
            deleted_at: row.deleted_at.map(Moment),
        }
    }
}

impl From<rows::Message> for Message {
    fn from(row: rows::Message) -> Self {
        Self {
            id: row.id,
            conversation_id: row.conversation_id,
            user_id: row.user_id,
            guild_id: row.guild_id,
            role: row.role.as_str().to_owned(),
            content: row.content,
            status: row.status.as_str().to_owned(),
            position: row.position,
            parent_id: row.parent_id,
            alternative: row.alternative,
            chosen: row.chosen,
            model: row.model,
            prompt_tokens: row.prompt_tokens,
            completion_tokens: row.completion_tokens,
            finish_reason: row.finish_reason,
            error_kind: row.error_kind,
            duration_ms: row.duration_ms,
            tokens: row.tokens,
            left_out: row.left_out,
            finished_at: row.finished_at.map(Moment),
            created_at: Moment(row.created_at),
            updated_at: Moment(row.updated_at),
            attachments: Vec::new(),
        }
    }
}

fn base64<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&STANDARD.encode(bytes))
}

/// What a person said to the notice about chat.
#[derive(Debug, Clone, PartialEq, Serialize, sqlx::FromRow)]
#[serde(rename_all = "camelCase")]
pub struct Consent {
    /// The person's key.
    pub user_id: Id,
    /// `asked`, `accepted` or `declined`.
    pub status: String,
    /// Which wording of the notice that is about.
    pub notice_version: i64,
    /// When it was last put before them unasked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked_at: Option<Moment>,
    /// When they said it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_at: Option<Moment>,
}
