//! Conversations of a person, what was said in them, and which files came with it.

use std::collections::VecDeque;

use super::{
    After, Attached, Attachment, Consent, Conversation, Message, Post, Record, is_full, page_rows,
};
use crate::engine::sql;
use crate::{Db, Id, StoreError};

/// How many files are read at once: each may have a megabyte.
pub(super) const FILES: usize = 4;

/// What a person said to the notice about chat.
pub(super) async fn consent(db: &Db, user_id: &Id) -> Result<Option<Consent>, StoreError> {
    let mut on = db;
    sql(
        "SELECT user_id, status, notice_version, asked_at, decided_at
         FROM chat_consents WHERE user_id = $1",
    )
    .bind(user_id)
    .fetch_optional(&mut on)
    .await
}

/// The next conversations after one, by key; the deleted ones that are still kept, too.
pub(super) async fn conversations(
    db: &Db,
    user_id: &Id,
    after: &Id,
) -> Result<VecDeque<Conversation>, StoreError> {
    let mut on = db;
    let found: Vec<Conversation> = sql(
        "SELECT id, user_id, title, created_at, updated_at, guild_id, channel_id, private,
             closed_at, deleted_at
         FROM chat_conversations WHERE user_id = $1 AND id > $2 ORDER BY id LIMIT $3",
    )
    .bind(user_id)
    .bind(after)
    .bind(page_rows())
    .fetch_all(&mut on)
    .await?;
    Ok(found.into())
}

/// The next messages of a conversation in the order in which they were written, each with
/// where it stands in Discord, and where to go on when there may be more.
pub(super) async fn messages(
    db: &Db,
    conversation: &Id,
    after: &After,
) -> Result<(VecDeque<Record>, Option<After>), StoreError> {
    let mut on = db;
    let mut found: Vec<Message> = sql(
        "SELECT id, conversation_id, user_id, guild_id, role, content, status, position, parent_id,
             alternative, chosen, model, prompt_tokens, completion_tokens, finish_reason,
             error_kind, duration_ms, tokens, left_out, finished_at, created_at, updated_at
         FROM chat_messages
         WHERE conversation_id = $1 AND (created_at, id) > ($2, $3)
         ORDER BY created_at, id LIMIT $4",
    )
    .bind(conversation)
    .bind(after.at)
    .bind(&after.id)
    .bind(page_rows())
    .fetch_all(&mut on)
    .await?;
    let Some(last) = found.last() else {
        return Ok((VecDeque::new(), None));
    };
    let end = After {
        at: last.created_at.0,
        id: last.id.clone(),
    };
    let full = is_full(found.len());
    let posts = posts(db, conversation, after, &end).await?;
    name_files(db, conversation, after, &end, &mut found).await?;
    let mut records: VecDeque<Record> = found.into_iter().map(Record::Message).collect();
    records.extend(posts.into_iter().map(Record::Post));
    Ok((records, full.then_some(end)))
}

/// Where the messages after `after` up to `end` stand in Discord.
async fn posts(
    db: &Db,
    conversation: &Id,
    after: &After,
    end: &After,
) -> Result<Vec<Post>, StoreError> {
    let mut on = db;
    sql(
        "SELECT p.discord_message_id, p.message_id, p.channel_id, p.part, p.created_at
         FROM chat_messages m JOIN chat_posts p ON p.message_id = m.id
         WHERE m.conversation_id = $1
             AND (m.created_at, m.id) > ($2, $3) AND (m.created_at, m.id) <= ($4, $5)
         ORDER BY m.created_at, m.id, p.part, p.discord_message_id",
    )
    .bind(conversation)
    .bind(after.at)
    .bind(&after.id)
    .bind(end.at)
    .bind(&end.id)
    .fetch_all(&mut on)
    .await
}

/// A file of a message.
#[derive(sqlx::FromRow)]
struct FileOf {
    message_id: Id,
    #[sqlx(flatten)]
    file: Attached,
}

/// Says in the messages after `after` up to `end` which files they have.
async fn name_files(
    db: &Db,
    conversation: &Id,
    after: &After,
    end: &After,
    messages: &mut [Message],
) -> Result<(), StoreError> {
    let mut on = db;
    let files: Vec<FileOf> = sql(
        "SELECT a.message_id, a.id, a.file_name, a.content_type, a.size
         FROM chat_messages m JOIN chat_attachments a ON a.message_id = m.id
         WHERE m.conversation_id = $1
             AND (m.created_at, m.id) > ($2, $3) AND (m.created_at, m.id) <= ($4, $5)
         ORDER BY m.created_at, m.id, a.position",
    )
    .bind(conversation)
    .bind(after.at)
    .bind(&after.id)
    .bind(end.at)
    .bind(&end.id)
    .fetch_all(&mut on)
    .await?;
    // Both are in the order of the messages.
    let mut messages = messages.iter_mut().peekable();
    for FileOf { message_id, file } in files {
        while messages
            .next_if(|message| message.id != message_id)
            .is_some()
        {}
        if let Some(message) = messages.peek_mut() {
            message.attachments.push(file);
        }
    }
    Ok(())
}

/// The next files of a person's questions after one, by key.
pub(super) async fn attachments(
    db: &Db,
    user_id: &Id,
    after: &Id,
) -> Result<Vec<Attachment>, StoreError> {
    let mut on = db;
    sql(
        "SELECT id, message_id, user_id, guild_id, position, kind, file_name, content_type, size,
             tokens, created_at, bytes
         FROM chat_attachments WHERE user_id = $1 AND id > $2 ORDER BY id LIMIT $3",
    )
    .bind(user_id)
    .bind(after)
    .bind(i64::try_from(FILES).unwrap_or(0))
    .fetch_all(&mut on)
    .await
}
