//! The files of a question. Their bytes are read one file at a time: those of a page of
//! messages may be hundreds of megabytes.

use std::collections::BTreeMap;

use crate::engine::sql;
use crate::text_enum::text_enum;
use crate::{Executor, Id, StoreError, Timestamp, Tx, limits};

text_enum! {
    /// What a file is to a model.
    pub enum AttachmentKind ("kind") {
        /// A picture, for a model that can see.
        Image = "image",
        /// A text that is read along with the question.
        Text = "text",
    }
}

/// A file to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAttachment {
    /// The key of the message that it came with.
    pub message_id: Id,
    /// What it is to a model.
    pub kind: AttachmentKind,
    /// What it is called: at most [`limits::FILE_NAME`] characters.
    pub file_name: String,
    /// Its media type, as `image/png`: at most [`limits::CONTENT_TYPE`] characters.
    pub content_type: String,
    /// All of it: at most [`limits::ATTACHMENT_BYTES`].
    pub bytes: Vec<u8>,
    /// How many tokens it costs, as the domain counts them.
    pub tokens: i64,
}

/// A file without its bytes.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Attachment {
    /// The row's key.
    pub id: Id,
    /// The key of the message that it came with.
    pub message_id: Id,
    /// The key of the person whose conversation it is.
    pub user_id: Id,
    /// The key of the conversation's guild; none in a direct message.
    pub guild_id: Option<Id>,
    /// Its place among the files of the message, from 0.
    pub position: i64,
    /// What it is to a model.
    #[sqlx(try_from = "String")]
    pub kind: AttachmentKind,
    /// What it is called.
    pub file_name: String,
    /// Its media type.
    pub content_type: String,
    /// How many bytes it has.
    pub size: i64,
    /// How many tokens it costs.
    pub tokens: i64,
    /// When the row was made.
    pub created_at: Timestamp,
}

/// Whose a message is.
#[derive(sqlx::FromRow)]
struct Whose {
    user_id: Id,
    guild_id: Option<Id>,
}

/// Keeps files in the order given: those of a message together, and at most
/// [`limits::ATTACHMENTS_PER_MESSAGE`] of them. They belong to whom the message belongs to.
/// [`StoreError::NotFound`] when there is no such message, or it is nobody's;
/// [`StoreError::Conflict`] when it has files already.
pub async fn create_attachments(
    mut tx: &mut Tx,
    new: &[NewAttachment],
    at: Timestamp,
) -> Result<Vec<Attachment>, StoreError> {
    new.iter().try_for_each(check)?;
    let mut by_message: BTreeMap<&Id, Vec<&NewAttachment>> = BTreeMap::new();
    for one in new {
        by_message.entry(&one.message_id).or_default().push(one);
    }
    let mut created = Vec::with_capacity(new.len());
    for (message_id, files) in by_message {
        let most = limits::ATTACHMENTS_PER_MESSAGE;
        limits::check("files of a message", most, files.len())?;
        let whose: Whose = sql("SELECT user_id, guild_id FROM chat_messages
             WHERE id = $1 AND user_id IS NOT NULL")
        .bind(message_id)
        .fetch_one(&mut tx)
        .await?;
        for (position, file) in (0..).zip(files) {
            let row = placed(file, &whose, position, at);
            insert(tx, &row, &file.bytes).await?;
            created.push(row);
        }
    }
    Ok(created)
}

fn check(new: &NewAttachment) -> Result<(), StoreError> {
    let (name, kind) = (new.file_name.chars(), new.content_type.chars());
    limits::check("bytes of a file", limits::ATTACHMENT_BYTES, new.bytes.len())?;
    limits::check(
        "characters of a file's name",
        limits::FILE_NAME,
        name.count(),
    )?;
    limits::check(
        "characters of a file's type",
        limits::CONTENT_TYPE,
        kind.count(),
    )?;
    if new.tokens < 0 {
        return Err(StoreError::invalid("a file of less than no tokens"));
    }
    Ok(())
}

fn placed(new: &NewAttachment, whose: &Whose, position: i64, at: Timestamp) -> Attachment {
    Attachment {
        id: Id::new(),
        message_id: new.message_id.clone(),
        user_id: whose.user_id.clone(),
        guild_id: whose.guild_id.clone(),
        position,
        kind: new.kind,
        file_name: new.file_name.clone(),
        content_type: new.content_type.clone(),
        size: i64::try_from(new.bytes.len()).unwrap_or(i64::MAX),
        tokens: new.tokens,
        created_at: at,
    }
}

async fn insert(mut tx: &mut Tx, row: &Attachment, bytes: &[u8]) -> Result<(), StoreError> {
    sql(
        "INSERT INTO chat_attachments (id, message_id, user_id, guild_id, position, kind,
             file_name, content_type, size, tokens, created_at, bytes)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
    )
    .bind(&row.id)
    .bind(&row.message_id)
    .bind(&row.user_id)
    .bind(row.guild_id.as_ref())
    .bind(row.position)
    .bind(row.kind.as_str())
    .bind(&row.file_name)
    .bind(&row.content_type)
    .bind(row.size)
    .bind(row.tokens)
    .bind(row.created_at)
    .bind(bytes)
    .execute_expecting(1, &mut tx)
    .await
}

/// The files of a conversation's messages from the place `from` to the place `to`, both
/// included and at most [`limits::PAGE_SIZE`] of them: by place, and those of a message in
/// their order. None when the conversation is not this person's or is deleted.
pub async fn attachments(
    mut on: impl Executor,
    conversation_id: &Id,
    owner: &Id,
    from: i64,
    to: i64,
) -> Result<Vec<Attachment>, StoreError> {
    let places = usize::try_from(to.saturating_sub(from).saturating_add(1)).unwrap_or(0);
    limits::check("places with files", limits::PAGE_SIZE, places)?;
    sql(
        "SELECT a.id, a.message_id, a.user_id, a.guild_id, a.position, a.kind, a.file_name,
             a.content_type, a.size, a.tokens, a.created_at
         FROM chat_messages m JOIN chat_attachments a ON a.message_id = m.id
         WHERE m.conversation_id = $1 AND m.position >= $3 AND m.position <= $4
         AND m.position > 0
         AND EXISTS (SELECT 1 FROM chat_conversations c
             WHERE c.id = $1 AND c.user_id = $2 AND c.deleted_at IS NULL)
         ORDER BY m.position, m.alternative, a.position",
    )
    .bind(conversation_id)
    .bind(owner)
    .bind(from)
    .bind(to)
    .fetch_all(&mut on)
    .await
}

/// The bytes of a file.
#[derive(sqlx::FromRow)]
struct Bytes {
    bytes: Vec<u8>,
}

/// All of a file that [`attachments`] named; whose it is was checked there.
/// [`StoreError::NotFound`] when it is gone.
pub async fn attachment_bytes(mut on: impl Executor, id: &Id) -> Result<Vec<u8>, StoreError> {
    let Bytes { bytes } = sql("SELECT bytes FROM chat_attachments WHERE id = $1")
        .bind(id)
        .fetch_one(&mut on)
        .await?;
    Ok(bytes)
}

/// Drops the bytes of a person's oldest files until what is kept of theirs has at most `most` bytes:
/// in the place of each there is a text file that says `note`. Says how many those were.
pub async fn drop_oldest_files(
    mut tx: &mut Tx,
    user_id: &Id,
    most: i64,
    note: &str,
) -> Result<u64, StoreError> {
    let size = i64::try_from(note.len()).unwrap_or(i64::MAX);
    sql(
        "UPDATE chat_attachments SET kind = 'text', content_type = 'text/plain', bytes = $4,
             size = $3, tokens = $3
         WHERE id IN (SELECT k.id FROM (
                 SELECT id, size, SUM(size) OVER (ORDER BY created_at DESC, id DESC) AS total
                 FROM chat_attachments WHERE user_id = $1) k
             WHERE k.total > $2 AND k.size > $3)",
    )
    .bind(user_id)
    .bind(most)
    .bind(size)
    .bind(note.as_bytes())
    .execute(&mut tx)
    .await
}
