//! Making a draft last.

use super::parts::NewSaved;
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
pub async fn save(
    mut tx: &mut Tx,
    id: &Id,
    saved: &NewSaved,
    at: Timestamp,
) -> Result<bool, StoreError> {
    saved.check()?;
    let claimed: Option<Claimed> = sql(
        "UPDATE club_analyses SET status = 'saved', draft = NULL, summary = $2, confidence = $3,
             saved_at = $4, updated_at = $4
         WHERE id = $1 AND status = 'draft' AND expires_at > $4 AND deleted_at IS NULL
         RETURNING guild_id, title",
    )
    .bind(id)
    .bind(&saved.summary)
    .bind(saved.confidence)
    .bind(at)
    .fetch_optional(&mut tx)
    .await?;
    let Some(Claimed { guild_id, title }) = claimed else {
        return Ok(false);
    };
    write_search_text(tx, id, &search_text(title.as_deref(), &saved.summary)).await?;
    saved.write(tx, id, &guild_id, at).await?;
    Ok(true)
}

/// A statement of its own, because the title that is part of it stands in the row.
async fn write_search_text(mut tx: &mut Tx, id: &Id, text: &str) -> Result<(), StoreError> {
    sql("UPDATE club_analyses SET search_text = $2 WHERE id = $1")
        .bind(id)
        .bind(text)
        .execute_expecting(1, &mut tx)
        .await
}
