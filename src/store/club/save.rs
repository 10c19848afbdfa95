//! Making a draft last.

use super::parts::NewSaved;
use super::rows::Metric;
use super::search_text;
use crate::engine::sql;
use crate::{Id, StoreError, Timestamp, Tx};

/// The row that was claimed.
#[derive(sqlx::FromRow)]
struct Claimed {
    guild_id: Id,
    title: Option<String>,
}

/// Makes the draft a saved analysis with its images, numbers and members. False, and
/// nothing is written, when it is no draft any more or has run out: one guarded UPDATE
/// claims it, so that of many calls at once one saves.
///
/// With a week it supersedes what was saved of that week and metric before, and
/// [`refresh_members`](super::refresh_members) belongs behind it.
pub async fn save(
    tx: &mut Tx,
    id: &Id,
    saved: &NewSaved,
    at: Timestamp,
) -> Result<bool, StoreError> {
    claim(tx, id, None, saved, at).await
}

/// The same for one metric of a draft that has both: the analysis is about `metric`
/// afterwards, whichever the draft was about.
pub async fn save_as(
    tx: &mut Tx,
    id: &Id,
    metric: Metric,
    saved: &NewSaved,
    at: Timestamp,
) -> Result<bool, StoreError> {
    claim(tx, id, Some(metric), saved, at).await
}

async fn claim(
    mut tx: &mut Tx,
    id: &Id,
    metric: Option<Metric>,
    saved: &NewSaved,
    at: Timestamp,
) -> Result<bool, StoreError> {
    saved.check()?;
    let claimed: Option<Claimed> = sql(
        "UPDATE club_analyses SET status = 'saved', draft = NULL, summary = $2, confidence = $3,
             metric = COALESCE($5, metric), week = $6, approved_by = $7,
             saved_at = $4, updated_at = $4
         WHERE id = $1 AND status = 'draft' AND expires_at > $4 AND deleted_at IS NULL
         RETURNING guild_id, title",
    )
    .bind(id)
    .bind(&saved.summary)
    .bind(saved.confidence)
    .bind(at)
    .bind(metric.map(Metric::as_str))
    .bind(saved.week.as_ref())
    .bind(saved.approved_by.as_ref())
    .fetch_optional(&mut tx)
    .await?;
    let Some(Claimed { guild_id, title }) = claimed else {
        return Ok(false);
    };
    write_search_text(tx, id, &search_text(title.as_deref(), &saved.summary)).await?;
    saved.write(tx, id, &guild_id, at).await?;
    Ok(true)
}

/// Makes a second saved analysis beside the one just saved: the other metric of the same
/// draft. It has the same guild, maker, channel, title and time of making, and a content of
/// its own. Gives its key.
pub async fn save_sibling(
    mut tx: &mut Tx,
    of: &Id,
    saved: &NewSaved,
    metric: Metric,
    at: Timestamp,
) -> Result<Id, StoreError> {
    saved.check()?;
    let id = Id::new();
    let Claimed { guild_id, title } = sql(
        "INSERT INTO club_analyses (id, guild_id, user_id, channel_id, title, summary, search_text,
             confidence, status, metric, source, week, approved_by, saved_at, created_at, updated_at)
         SELECT $2, a.guild_id, a.user_id, a.channel_id, a.title, $3, '', $4, 'saved', $5, a.source,
             $6, $7, $8, a.created_at, $8
         FROM club_analyses a
         WHERE a.id = $1 AND a.status = 'saved' AND a.deleted_at IS NULL
         RETURNING guild_id, title",
    )
    .bind(of)
    .bind(&id)
    .bind(&saved.summary)
    .bind(saved.confidence)
    .bind(metric.as_str())
    .bind(saved.week.as_ref())
    .bind(saved.approved_by.as_ref())
    .bind(at)
    .fetch_one(&mut tx)
    .await?;
    write_search_text(tx, &id, &search_text(title.as_deref(), &saved.summary)).await?;
    saved.write(tx, &id, &guild_id, at).await?;
    Ok(id)
}

/// A statement of its own, because the title that is part of it stands in the row.
async fn write_search_text(mut tx: &mut Tx, id: &Id, text: &str) -> Result<(), StoreError> {
    sql("UPDATE club_analyses SET search_text = $2 WHERE id = $1")
        .bind(id)
        .bind(text)
        .execute_expecting(1, &mut tx)
        .await
}
