//! Keeping what was said in a guild for so long and no longer.

use crate::audit::{self, NewAuditEntry};
use crate::engine::sql;
use crate::{Db, Id, Json, StoreError, Timestamp, Tx, limits};

/// The action of the entry about it.
const ACTION: &str = "chat.message.expire";

/// How many questions go at once, each with its answers, of which most have one.
const QUESTIONS: i64 = 500;

/// What went because it was too old.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Expired {
    /// Questions and answers.
    pub messages: u64,
    /// Files of questions.
    pub files: u64,
    /// Places in Discord where they stood. The messages there are not taken away.
    pub posts: u64,
    /// Conversations that had no message left.
    pub conversations: u64,
}

impl Expired {
    /// Whether nothing was too old.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The same with another run's.
    pub fn add(&mut self, other: Self) {
        self.messages += other.messages;
        self.files += other.files;
        self.posts += other.posts;
        self.conversations += other.conversations;
    }
}

/// Questions of the guild from before a moment, which answers hang on. Not of a conversation in
/// which an answer is coming in: it has that moment.
macro_rules! next_questions {
    () => {
        "SELECT q.id FROM chat_messages q
         WHERE q.guild_id = $1 AND q.created_at < $2 AND q.parent_id IS NULL
         AND NOT EXISTS (SELECT 1 FROM chat_messages s
             WHERE s.conversation_id = q.conversation_id AND s.status = 'streaming')
         ORDER BY q.created_at, q.id LIMIT $3"
    };
}

/// Deletes what was said in a guild before `before`: a question with its files and all answers to
/// it, and conversations in which nothing is left and nothing has been done since. A bounded number
/// of rows at a time, and one entry with the counts when that was anything. What is said in direct
/// messages belongs to no guild.
pub async fn run(
    db: &Db,
    guild_id: &Id,
    before: Timestamp,
    at: Timestamp,
) -> Result<Expired, StoreError> {
    let mut all = Expired::default();
    loop {
        let mut tx = db.begin().await?;
        match piece(&mut tx, guild_id, before).await {
            Ok(some) if some.is_empty() => {
                if all.is_empty() {
                    tx.rollback().await?;
                } else {
                    audit::create(&mut tx, &entry(guild_id, before, &all, at)?).await?;
                    tx.commit().await?;
                }
                return Ok(all);
            }
            Ok(some) => {
                tx.commit().await?;
                all.add(some);
            }
            Err(error) => {
                tx.rollback().await?;
                if !all.is_empty() {
                    // What is gone is on record all the same; the rest goes next time.
                    audit::create(db, &entry(guild_id, before, &all, at)?).await?;
                }
                return Err(error);
            }
        }
    }
}

fn entry(
    guild_id: &Id,
    before: Timestamp,
    expired: &Expired,
    at: Timestamp,
) -> Result<NewAuditEntry, StoreError> {
    let details = Json::of(&serde_json::json!({
        "before": before,
        "messages": expired.messages,
        "files": expired.files,
        "posts": expired.posts,
        "conversations": expired.conversations,
    }))?;
    Ok(NewAuditEntry {
        guild_id: Some(guild_id.clone()),
        details: Some(details),
        ..NewAuditEntry::new(ACTION, "guild", guild_id.as_str(), at)
    })
}

async fn piece(mut tx: &mut Tx, guild_id: &Id, before: Timestamp) -> Result<Expired, StoreError> {
    let most_files = limits::ATTACHMENTS_AT_ONCE;
    let files = sql(concat!(
        "DELETE FROM chat_attachments WHERE id IN (
             SELECT a.id FROM (",
        next_questions!(),
        ") n JOIN chat_attachments a ON a.message_id = n.id LIMIT $4)"
    ))
    .bind(guild_id)
    .bind(before)
    .bind(QUESTIONS)
    .bind(i64::from(most_files))
    .execute(&mut tx)
    .await?;
    let mut some = Expired {
        files,
        ..Expired::default()
    };
    if files == u64::from(most_files) {
        return Ok(some);
    }
    some.posts = sql(concat!(
        "DELETE FROM chat_posts WHERE message_id IN (
             SELECT n.id FROM (",
        next_questions!(),
        ") n UNION ALL SELECT m.id FROM (",
        next_questions!(),
        ") n JOIN chat_messages m ON m.parent_id = n.id)"
    ))
    .bind(guild_id)
    .bind(before)
    .bind(QUESTIONS)
    .execute(&mut tx)
    .await?;
    // The answers first: they would go along with their question uncounted.
    let answers = sql(concat!(
        "DELETE FROM chat_messages WHERE parent_id IN (",
        next_questions!(),
        ")"
    ))
    .bind(guild_id)
    .bind(before)
    .bind(QUESTIONS)
    .execute(&mut tx)
    .await?;
    let questions = sql(concat!(
        "DELETE FROM chat_messages WHERE id IN (",
        next_questions!(),
        ")"
    ))
    .bind(guild_id)
    .bind(before)
    .bind(QUESTIONS)
    .execute(&mut tx)
    .await?;
    some.messages = answers + questions;
    // The outer conditions are asked again when somebody goes on with one at this moment.
    some.conversations = sql("DELETE FROM chat_conversations
         WHERE guild_id = $1 AND updated_at < $2 AND id IN (
             SELECT c.id FROM chat_conversations c
             WHERE c.guild_id = $1 AND c.updated_at < $2 AND NOT EXISTS (
                 SELECT 1 FROM chat_messages m WHERE m.conversation_id = c.id)
             ORDER BY c.updated_at, c.id LIMIT $3)")
    .bind(guild_id)
    .bind(before)
    .bind(QUESTIONS)
    .execute(&mut tx)
    .await?;
    Ok(some)
}
