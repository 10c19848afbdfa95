//! Files that wait to be imported: drafts of their own kind, which nobody adds screenshots to.

use crate::engine::sql;
use crate::{Executor, Id, Json, StoreError, Timestamp, limits};

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
