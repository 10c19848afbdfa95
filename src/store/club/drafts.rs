//! Drafts: made, found, thrown away.

use std::time::Duration;

use super::rows::{Analysis, Metric};
use super::{check_confidence, search_text};
use crate::engine::sql;
use crate::{Executor, Id, Json, StoreError, Timestamp, limits};

/// The least difference between two times.
const STEP: Duration = Duration::from_micros(1);

/// A draft to be made.
#[derive(Debug, Clone, PartialEq)]
pub struct NewDraft {
    /// The guild's key.
    pub guild_id: Id,
    /// The key of the person who makes it.
    pub user_id: Id,
    /// Discord's id of the channel where it is made.
    pub channel_id: Option<String>,
    /// What its maker calls it.
    pub title: Option<String>,
    /// What it says in words.
    pub summary: String,
    /// How sure the reading is, 0 to 1.
    pub confidence: f64,
    /// Which power it is about.
    pub metric: Metric,
    /// The whole preview, to be read back by who wrote it.
    pub payload: Json,
    /// When it runs out.
    pub expires_at: Timestamp,
}

/// Makes a draft. Its preview may be [`limits::DRAFT_BYTES`] long.
pub async fn create_draft(
    mut on: impl Executor,
    draft: NewDraft,
    at: Timestamp,
) -> Result<Analysis, StoreError> {
    check_confidence(draft.confidence)?;
    let bytes = draft.payload.text_len();
    limits::check("bytes of a draft", limits::DRAFT_BYTES, bytes)?;
    let search_text = search_text(draft.title.as_deref(), &draft.summary);
    sql(
        "INSERT INTO club_analyses (id, guild_id, user_id, channel_id, title, summary,
             search_text, confidence, status, metric, draft, expires_at, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'draft', $9, $10, $11, $12, $12)
         RETURNING id, guild_id, user_id, channel_id, title, summary, confidence, status, metric,
             week, source, draft, expires_at, saved_at, approved_by, rolled_back_at,
             rolled_back_by, deleted_at, created_at, updated_at",
    )
    .bind(Id::new())
    .bind(draft.guild_id)
    .bind(draft.user_id)
    .bind(draft.channel_id)
    .bind(draft.title)
    .bind(draft.summary)
    .bind(search_text)
    .bind(draft.confidence)
    .bind(draft.metric.as_str())
    .bind(draft.payload)
    .bind(draft.expires_at)
    .bind(at)
    .fetch_one(&mut on)
    .await
}

/// The analysis with this key, whatever its status; a deleted one is not found.
pub async fn find(mut on: impl Executor, id: &Id) -> Result<Option<Analysis>, StoreError> {
    sql(
        "SELECT id, guild_id, user_id, channel_id, title, summary, confidence, status, metric,
             week, source, draft, expires_at, saved_at, approved_by, rolled_back_at,
             rolled_back_by, deleted_at, created_at, updated_at
         FROM club_analyses WHERE id = $1 AND deleted_at IS NULL",
    )
    .bind(id)
    .fetch_optional(&mut on)
    .await
}

/// Throws a draft away, whether or not it has run out. False when it is no draft any
/// more: somebody was first.
pub async fn discard(mut on: impl Executor, id: &Id, at: Timestamp) -> Result<bool, StoreError> {
    let changed = sql(
        "UPDATE club_analyses SET status = 'discarded', draft = NULL, updated_at = $2
         WHERE id = $1 AND status = 'draft' AND deleted_at IS NULL",
    )
    .bind(id)
    .bind(at)
    .execute(&mut on)
    .await?;
    Ok(changed == 1)
}

/// A draft whose time is over.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct ExpiredDraft {
    /// The row's key.
    pub id: Id,
    /// The guild's key.
    pub guild_id: Id,
}

/// Drafts that have run out by `now`, longest ago first, at most `limit`.
pub async fn list_expired_drafts(
    mut on: impl Executor,
    now: Timestamp,
    limit: usize,
) -> Result<Vec<ExpiredDraft>, StoreError> {
    limits::check("expired drafts at once", limits::PAGE_SIZE, limit)?;
    sql("SELECT id, guild_id FROM club_analyses
         WHERE status = 'draft' AND deleted_at IS NULL AND expires_at <= $1
         ORDER BY expires_at, id LIMIT $2")
    .bind(now)
    .bind(i64::try_from(limit).unwrap_or(0))
    .fetch_all(&mut on)
    .await
}

/// The draft of a guild that this person made last and that has not run out at `now`: further
/// screenshots are added to it.
pub async fn find_live_draft(
    mut on: impl Executor,
    guild_id: &Id,
    user_id: &Id,
    now: Timestamp,
) -> Result<Option<Analysis>, StoreError> {
    sql(
        "SELECT id, guild_id, user_id, channel_id, title, summary, confidence, status, metric,
             week, source, draft, expires_at, saved_at, approved_by, rolled_back_at,
             rolled_back_by, deleted_at, created_at, updated_at
         FROM club_analyses
         WHERE guild_id = $1 AND user_id = $2 AND status = 'draft' AND deleted_at IS NULL
             AND expires_at > $3 AND source = 'screenshots'
         ORDER BY created_at DESC, id DESC LIMIT 1",
    )
    .bind(guild_id)
    .bind(user_id)
    .bind(now)
    .fetch_optional(&mut on)
    .await
}

/// What a draft becomes; all of it is written.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftChanges {
    /// The whole preview.
    pub payload: Json,
    /// What it says in words.
    pub summary: String,
    /// How sure the reading is, 0 to 1.
    pub confidence: f64,
    /// What its maker calls it.
    pub title: Option<String>,
    /// Which power it is about; of two, the first.
    pub metric: Metric,
    /// When it runs out.
    pub expires_at: Timestamp,
}

/// Changes a draft that still stands as it was read: `expected` is its `updated_at` then.
/// False, and nothing is written, when somebody else changed it meanwhile, or it is no draft
/// any more or has run out; so nobody's edit is lost. Its `updated_at` is then later than
/// `expected`, even when `at` is not.
pub async fn update_draft(
    mut on: impl Executor,
    guild_id: &Id,
    id: &Id,
    changes: DraftChanges,
    expected: Timestamp,
    at: Timestamp,
) -> Result<bool, StoreError> {
    check_confidence(changes.confidence)?;
    let bytes = changes.payload.text_len();
    limits::check("bytes of a draft", limits::DRAFT_BYTES, bytes)?;
    let search_text = search_text(changes.title.as_deref(), &changes.summary);
    let written = sql(
        "UPDATE club_analyses SET draft = $3, summary = $4, confidence = $5, title = $6,
             metric = $7, expires_at = $8, search_text = $9, updated_at = $10
         WHERE id = $1 AND guild_id = $2 AND updated_at = $11 AND status = 'draft'
             AND expires_at > $12 AND deleted_at IS NULL",
    )
    .bind(id)
    .bind(guild_id)
    .bind(changes.payload)
    .bind(changes.summary)
    .bind(changes.confidence)
    .bind(changes.title)
    .bind(changes.metric.as_str())
    .bind(changes.expires_at)
    .bind(search_text)
    .bind(at.max(expected + STEP))
    .bind(expected)
    .bind(at)
    .execute(&mut on)
    .await?;
    Ok(written == 1)
}
