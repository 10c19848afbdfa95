//! Files that wait to be imported: drafts of their own kind, which nobody adds screenshots to.

use super::presence::hold_history;
use crate::engine::sql;
use crate::{Executor, Id, Json, StoreError, Timestamp, Tx, limits};

/// A file that waits.
#[derive(Debug, Clone, PartialEq)]
pub struct NewImport {
    /// The guild's key.
    pub guild_id: Id,
    /// The key of the person who brings it.
    pub user_id: Id,
    /// Discord's id of the channel where they do.
    pub channel_id: Option<String>,
    /// What it is in words.
    pub summary: String,
    /// What is needed to find it again: at most [`limits::DRAFT_BYTES`] of JSON text.
    pub payload: Json,
    /// When it runs out.
    pub expires_at: Timestamp,
}

/// Has a file wait; gives its key. [`discard`](super::discard) takes it on, for whoever imports
/// it and for whoever does not.
pub async fn create_import(
    mut on: impl Executor,
    new: NewImport,
    at: Timestamp,
) -> Result<Id, StoreError> {
    let bytes = new.payload.text_len();
    limits::check("bytes of a draft", limits::DRAFT_BYTES, bytes)?;
    let id = Id::new();
    // Which metric it is about, a file itself says; the column wants one.
    sql(
        "INSERT INTO club_analyses (id, guild_id, user_id, channel_id, summary, search_text,
             confidence, status, metric, source, draft, expires_at, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, '', 1.0, 'draft', 'sim', 'import', $6, $7, $8, $8)",
    )
    .bind(&id)
    .bind(new.guild_id)
    .bind(new.user_id)
    .bind(new.channel_id)
    .bind(new.summary)
    .bind(new.payload)
    .bind(new.expires_at)
    .bind(at)
    .execute_expecting(1, &mut on)
    .await?;
    Ok(id)
}

/// What waits under this key in a guild and has not run out at `now`.
pub async fn find_import(
    mut on: impl Executor,
    guild_id: &Id,
    id: &Id,
    now: Timestamp,
) -> Result<Option<Json>, StoreError> {
    let found: Option<(Json,)> = sql("SELECT draft FROM club_analyses
         WHERE id = $1 AND guild_id = $2 AND status = 'draft' AND source = 'import'
             AND deleted_at IS NULL AND expires_at > $3")
    .bind(id)
    .bind(guild_id)
    .bind(now)
    .fetch_optional(&mut on)
    .await?;
    Ok(found.map(|(payload,)| payload))
}

/// What taking an import back did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TakenBack {
    /// Snapshots that were rolled back.
    pub snapshots: u64,
    /// Corrections that were removed.
    pub corrections: u64,
}

/// Takes back what was applied of the file with this key: its snapshots are rolled back and its
/// corrections removed, and what these stood in place of counts again. Members and spellings that
/// it brought stay known. All of a file has one time, which is that of its confirmation.
///
/// [`refresh_members`](super::refresh_members) belongs behind it.
pub async fn take_import_back(
    mut tx: &mut Tx,
    guild_id: &Id,
    id: &Id,
    by: &Id,
    at: Timestamp,
) -> Result<TakenBack, StoreError> {
    hold_history(tx, guild_id).await?;
    let applied: Option<(Timestamp,)> = sql("SELECT updated_at FROM club_analyses
         WHERE id = $1 AND guild_id = $2 AND source = 'import' AND status = 'discarded'
             AND deleted_at IS NULL")
    .bind(id)
    .bind(guild_id)
    .fetch_optional(&mut tx)
    .await?;
    let Some((applied,)) = applied else {
        return Ok(TakenBack {
            snapshots: 0,
            corrections: 0,
        });
    };
    let snapshots = sql(
        "UPDATE club_analyses SET rolled_back_at = $3, rolled_back_by = $4, updated_at = $3
         WHERE guild_id = $1 AND saved_at = $2 AND source = 'import' AND status = 'saved'
             AND deleted_at IS NULL AND week IS NOT NULL AND rolled_back_at IS NULL",
    )
    .bind(guild_id)
    .bind(applied)
    .bind(at)
    .bind(by)
    .execute(&mut tx)
    .await?;
    let mut corrections = 0;
    if snapshots > 0 {
        corrections = take_corrections_back(tx, guild_id, applied, by, at).await?;
    }
    Ok(TakenBack {
        snapshots,
        corrections,
    })
}

async fn take_corrections_back(
    mut tx: &mut Tx,
    guild_id: &Id,
    applied: Timestamp,
    by: &Id,
    at: Timestamp,
) -> Result<u64, StoreError> {
    let removed = sql(
        "UPDATE club_corrections SET removed_at = $3, removed_by = $4
         WHERE guild_id = $1 AND created_at = $2 AND removed_at IS NULL",
    )
    .bind(guild_id)
    .bind(applied)
    .bind(at)
    .bind(by)
    .execute(&mut tx)
    .await?;
    if removed > 0 {
        sql(
            "UPDATE club_corrections SET removed_at = NULL, removed_by = NULL
             WHERE guild_id = $1 AND removed_at = $2 AND created_at < $2 AND NOT EXISTS (
                 SELECT 1 FROM club_corrections c
                 WHERE c.guild_id = $1 AND c.metric = club_corrections.metric
                     AND c.week = club_corrections.week
                     AND c.member_id = club_corrections.member_id AND c.removed_at IS NULL)",
        )
        .bind(guild_id)
        .bind(applied)
        .execute(&mut tx)
        .await?;
    }
    Ok(removed)
}
