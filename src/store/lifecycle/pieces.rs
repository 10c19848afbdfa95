//! What is deleted of a person or a guild, a bounded number of rows at a time.

use std::collections::BTreeSet;

use super::{Deleted, club, consent, settings, usage};
use crate::club::refresh_members;
use crate::engine::sql;
use crate::{Db, Id, StoreError, Timestamp, Tx, limits};

/// How many rows one transaction takes: a few hundredths of a second.
pub(super) const ROWS: i64 = 1_000;

/// How many analyses one transaction takes; each has up to some 200 rows hanging on it.
const ANALYSES: i64 = 10;

/// How many times the same is tried when other writers are in the way.
pub(super) const TRIES: usize = 5;

/// Whose data it is.
#[derive(Debug, Clone, Copy)]
pub(super) enum Owner<'a> {
    User(&'a Id),
    Guild(&'a Id),
}

impl<'a> Owner<'a> {
    pub(super) fn id(self) -> &'a Id {
        match self {
            Self::User(id) | Self::Guild(id) => id,
        }
    }
}

/// A part of the data.
#[derive(Debug, Clone, Copy)]
pub(super) enum Piece {
    /// Marks as deleted what people could see. What follows takes only that: somebody who goes
    /// on writing does not keep it from coming to an end.
    Hide,
    /// What a person said to the notice about chat: from here on nothing new is kept.
    Consent,
    /// Messages with their files and where they stand in Discord, and conversations that have
    /// none left.
    Chat,
    /// The books of tokens; reservations lose the name.
    Usage,
    /// Analyses with all that hangs on them.
    Analyses,
    /// A guild's members with what hangs on them, and its alerts; a person's link, and their
    /// name where they changed something of a club.
    Club,
    /// The history of a guild's settings; of a person, their name in it.
    Settings,
    Sessions,
    Memberships,
}

/// Every piece, in the order in which they go.
const ALL: [Piece; 9] = [
    Piece::Hide,
    Piece::Consent,
    Piece::Chat,
    Piece::Usage,
    Piece::Analyses,
    Piece::Club,
    Piece::Settings,
    Piece::Sessions,
    Piece::Memberships,
];

/// Deletes all there is, in transactions of their own.
pub(super) async fn delete_in_pieces(
    db: &Db,
    owner: Owner<'_>,
    at: Timestamp,
    deleted: &mut Deleted,
) -> Result<(), StoreError> {
    for piece in ALL {
        let mut tries = 0;
        loop {
            tries += 1;
            match one(db, piece, owner, at).await {
                Ok((some, more)) => {
                    deleted.add_all(&some);
                    if !more {
                        break;
                    }
                    tries = 0;
                }
                Err(StoreError::Busy) if tries < TRIES => {}
                Err(error) => return Err(error),
            }
        }
    }
    Ok(())
}

async fn one(
    db: &Db,
    piece: Piece,
    owner: Owner<'_>,
    at: Timestamp,
) -> Result<(Deleted, bool), StoreError> {
    let mut some = Deleted::default();
    let mut tx = db.begin().await?;
    let more = piece.delete(&mut tx, owner, at, &mut some).await?;
    tx.commit().await?;
    Ok((some, more))
}

/// Deletes what is left, inside the transaction that then deletes the owner.
pub(super) async fn delete_rest(
    tx: &mut Tx,
    owner: Owner<'_>,
    at: Timestamp,
    deleted: &mut Deleted,
) -> Result<(), StoreError> {
    for piece in ALL {
        while piece.delete(tx, owner, at, deleted).await? {}
    }
    Ok(())
}

impl Piece {
    /// Deletes a bounded number of rows. Whether there may be more.
    async fn delete(
        self,
        tx: &mut Tx,
        owner: Owner<'_>,
        at: Timestamp,
        deleted: &mut Deleted,
    ) -> Result<bool, StoreError> {
        match self {
            Self::Hide => hide(tx, owner, at).await,
            Self::Consent => consent::delete(tx, owner, deleted).await,
            Self::Chat => chat(tx, owner, deleted).await,
            Self::Usage => usage::delete(tx, owner, deleted).await,
            Self::Analyses => analyses(tx, owner, deleted).await,
            Self::Club => match owner {
                Owner::User(id) => club::free(tx, id, deleted).await,
                Owner::Guild(id) => club::delete(tx, id, deleted).await,
            },
            Self::Settings => settings::delete(tx, owner, deleted).await,
            Self::Sessions => sessions(tx, owner, deleted).await,
            Self::Memberships => memberships(tx, owner, deleted).await,
        }
    }
}

async fn hide(mut tx: &mut Tx, owner: Owner<'_>, at: Timestamp) -> Result<bool, StoreError> {
    let analyses = match owner {
        Owner::User(_) => sql("UPDATE club_analyses SET deleted_at = $2 WHERE id IN (
             SELECT id FROM club_analyses WHERE user_id = $1 AND deleted_at IS NULL LIMIT $3)
             RETURNING guild_id"),
        Owner::Guild(_) => sql("UPDATE club_analyses SET deleted_at = $2 WHERE id IN (
             SELECT id FROM club_analyses WHERE guild_id = $1 AND deleted_at IS NULL LIMIT $3)
             RETURNING guild_id"),
    };
    let analyses = analyses.bind(owner.id()).bind(at).bind(ROWS);
    let analyses: Vec<(Id,)> = analyses.fetch_all(&mut tx).await?;
    if let Owner::User(_) = owner {
        // Who was there is said by what is left.
        for (guild_id,) in analyses.iter().collect::<BTreeSet<_>>() {
            refresh_members(tx, guild_id, at).await?;
        }
    }
    let conversations = match owner {
        Owner::User(_) => sql("UPDATE chat_conversations SET deleted_at = $2 WHERE id IN (
             SELECT id FROM chat_conversations
             WHERE user_id = $1 AND deleted_at IS NULL LIMIT $3)"),
        Owner::Guild(_) => sql("UPDATE chat_conversations SET deleted_at = $2 WHERE id IN (
             SELECT id FROM chat_conversations
             WHERE guild_id = $1 AND deleted_at IS NULL LIMIT $3)"),
    };
    let conversations = conversations.bind(owner.id()).bind(at).bind(ROWS);
    let conversations = conversations.execute(&mut tx).await?;
    Ok(!analyses.is_empty() || conversations > 0)
}

/// The messages of one conversation, the newest first: an answer goes before or with its
/// question, which would take it along uncounted. The conversation goes with the last of them.
async fn chat(
    mut tx: &mut Tx,
    owner: Owner<'_>,
    deleted: &mut Deleted,
) -> Result<bool, StoreError> {
    let conversation = match owner {
        Owner::User(_) => sql("SELECT id FROM chat_conversations
             WHERE user_id = $1 AND deleted_at IS NOT NULL ORDER BY updated_at, id LIMIT 1"),
        Owner::Guild(_) => sql("SELECT id FROM chat_conversations
             WHERE guild_id = $1 AND deleted_at IS NOT NULL ORDER BY updated_at, id LIMIT 1"),
    };
    let conversation: Option<(Id,)> = conversation
        .bind(owner.id())
        .fetch_optional(&mut tx)
        .await?;
    let Some((conversation,)) = conversation else {
        return Ok(false);
    };
    let messages: Vec<(Id,)> = sql("SELECT id FROM chat_messages
         WHERE conversation_id = $1 ORDER BY created_at DESC, id DESC LIMIT $2")
    .bind(&conversation)
    .bind(ROWS)
    .fetch_all(&mut tx)
    .await?;
    if let Some((oldest,)) = messages.last() {
        let files = files_of(tx, &conversation, oldest).await?;
        deleted.add("chat_attachments", files);
        if files == u64::from(limits::ATTACHMENTS_AT_ONCE) {
            return Ok(true);
        }
        deleted.add("chat_posts", posts_of(tx, &conversation, oldest).await?);
        sql("DELETE FROM chat_messages WHERE id IN (
             SELECT m.id FROM chat_messages m JOIN chat_messages o ON o.id = $2
             WHERE m.conversation_id = $1 AND (m.created_at, m.id) >= (o.created_at, o.id))")
        .bind(&conversation)
        .bind(oldest)
        .execute(&mut tx)
        .await?;
        deleted.add("chat_messages", messages.len() as u64);
    }
    if i64::try_from(messages.len()).is_ok_and(|rows| rows < ROWS) {
        let gone = sql("DELETE FROM chat_conversations WHERE id = $1")
            .bind(&conversation)
            .execute(&mut tx)
            .await?;
        deleted.add("chat_conversations", gone);
    }
    Ok(true)
}

/// The next files of the conversation's messages since `oldest`.
async fn files_of(mut tx: &mut Tx, conversation: &Id, oldest: &Id) -> Result<u64, StoreError> {
    sql("DELETE FROM chat_attachments WHERE id IN (
         SELECT a.id FROM chat_messages m JOIN chat_messages o ON o.id = $2
         JOIN chat_attachments a ON a.message_id = m.id
         WHERE m.conversation_id = $1 AND (m.created_at, m.id) >= (o.created_at, o.id) LIMIT $3)")
    .bind(conversation)
    .bind(oldest)
    .bind(i64::from(limits::ATTACHMENTS_AT_ONCE))
    .execute(&mut tx)
    .await
}

/// Where the conversation's messages since `oldest` stand in Discord.
async fn posts_of(mut tx: &mut Tx, conversation: &Id, oldest: &Id) -> Result<u64, StoreError> {
    sql("DELETE FROM chat_posts WHERE message_id IN (
         SELECT m.id FROM chat_messages m JOIN chat_messages o ON o.id = $2
         WHERE m.conversation_id = $1 AND (m.created_at, m.id) >= (o.created_at, o.id))")
    .bind(conversation)
    .bind(oldest)
    .execute(&mut tx)
    .await
}

/// The next few analyses, each statement about the same ones.
macro_rules! of_next_analyses {
    ($delete:literal, $column:literal) => {
        concat!(
            $delete,
            " IN (SELECT id FROM club_analyses WHERE ",
            $column,
            " = $1 AND deleted_at IS NOT NULL ORDER BY created_at, id LIMIT $2)"
        )
    };
}

async fn analyses(
    mut tx: &mut Tx,
    owner: Owner<'_>,
    deleted: &mut Deleted,
) -> Result<bool, StoreError> {
    let mut statements = match owner {
        Owner::User(_) => [
            sql(of_next_analyses!(
                "DELETE FROM club_powers WHERE analysis_id",
                "user_id"
            )),
            sql(of_next_analyses!(
                "DELETE FROM club_metrics WHERE analysis_id",
                "user_id"
            )),
            sql(of_next_analyses!(
                "DELETE FROM club_analysis_images WHERE analysis_id",
                "user_id"
            )),
            sql(of_next_analyses!(
                "DELETE FROM club_analyses WHERE id",
                "user_id"
            )),
        ],
        Owner::Guild(_) => [
            sql(of_next_analyses!(
                "DELETE FROM club_powers WHERE analysis_id",
                "guild_id"
            )),
            sql(of_next_analyses!(
                "DELETE FROM club_metrics WHERE analysis_id",
                "guild_id"
            )),
            sql(of_next_analyses!(
                "DELETE FROM club_analysis_images WHERE analysis_id",
                "guild_id"
            )),
            sql(of_next_analyses!(
                "DELETE FROM club_analyses WHERE id",
                "guild_id"
            )),
        ],
    }
    .into_iter();
    let mut gone = 0;
    for table in [
        "club_powers",
        "club_metrics",
        "club_analysis_images",
        "club_analyses",
    ] {
        if let Some(statement) = statements.next() {
            gone = statement
                .bind(owner.id())
                .bind(ANALYSES)
                .execute(&mut tx)
                .await?;
            deleted.add(table, gone);
        }
    }
    Ok(gone > 0)
}

async fn sessions(
    mut tx: &mut Tx,
    owner: Owner<'_>,
    deleted: &mut Deleted,
) -> Result<bool, StoreError> {
    let Owner::User(id) = owner else {
        return Ok(false);
    };
    let gone = sql("DELETE FROM sessions WHERE id IN (
             SELECT id FROM sessions WHERE user_id = $1 LIMIT $2)")
    .bind(id)
    .bind(ROWS)
    .execute(&mut tx)
    .await?;
    deleted.add("sessions", gone);
    Ok(gone > 0)
}

async fn memberships(
    mut tx: &mut Tx,
    owner: Owner<'_>,
    deleted: &mut Deleted,
) -> Result<bool, StoreError> {
    let statement = match owner {
        Owner::User(_) => sql("DELETE FROM user_guilds WHERE id IN (
             SELECT id FROM user_guilds WHERE user_id = $1 LIMIT $2)"),
        Owner::Guild(_) => sql("DELETE FROM user_guilds WHERE id IN (
             SELECT id FROM user_guilds WHERE guild_id = $1 LIMIT $2)"),
    };
    let statement = statement.bind(owner.id()).bind(ROWS);
    let gone = statement.execute(&mut tx).await?;
    deleted.add("user_guilds", gone);
    Ok(gone > 0)
}
