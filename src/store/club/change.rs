//! Changing and deleting a saved analysis, for those who may.

use super::presence::{hold_history, refresh_members};
use super::search_text;
use crate::engine::sql;
use crate::{Executor, Id, StoreError, Timestamp, Tx};

/// By which right somebody changes an analysis. The statement itself holds it against the
/// row, so that no caller can forget to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Right<'a> {
    /// Theirs alone: the key of the person who made it.
    Creator(&'a Id),
    /// Anyone's in a guild: the key of the guild that they manage.
    Manager(&'a Id),
}

impl<'a> Right<'a> {
    fn user_id(self) -> Option<&'a Id> {
        match self {
            Self::Creator(user_id) => Some(user_id),
            Self::Manager(_) => None,
        }
    }

    fn guild_id(self) -> Option<&'a Id> {
        match self {
            Self::Creator(_) => None,
            Self::Manager(guild_id) => Some(guild_id),
        }
    }
}

/// What became of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeOutcome {
    /// It is done.
    Done,
    /// There is no such saved analysis, or not any more.
    NotFound,
    /// There is one, and the right does not reach it.
    NotYours,
}

/// What becomes different; what is none stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AnalysisChanges {
    /// The new title; some none takes the title away.
    pub title: Option<Option<String>>,
    /// The new summary.
    pub summary: Option<String>,
}

/// The row that was claimed.
#[derive(sqlx::FromRow)]
struct Claimed {
    title: Option<String>,
    summary: String,
}

/// Gives a saved analysis another title or summary.
pub async fn update(
    mut tx: &mut Tx,
    id: &Id,
    changes: AnalysisChanges,
    by: Right<'_>,
    at: Timestamp,
) -> Result<ChangeOutcome, StoreError> {
    let claimed: Option<Claimed> = sql("UPDATE club_analyses SET updated_at = $2
         WHERE id = $1 AND status = 'saved' AND deleted_at IS NULL
             AND ($3 IS NULL OR user_id = $3) AND ($4 IS NULL OR guild_id = $4)
         RETURNING title, summary")
    .bind(id)
    .bind(at)
    .bind(by.user_id())
    .bind(by.guild_id())
    .fetch_optional(&mut tx)
    .await?;
    let Some(Claimed { title, summary }) = claimed else {
        return why_not(tx, id).await;
    };
    let title = changes.title.unwrap_or(title);
    let summary = changes.summary.unwrap_or(summary);
    // A statement of its own, because the search text is made of what is changed and of
    // what stays.
    let search_text = search_text(title.as_deref(), &summary);
    sql("UPDATE club_analyses SET title = $2, summary = $3, search_text = $4 WHERE id = $1")
        .bind(id)
        .bind(title)
        .bind(summary)
        .bind(search_text)
        .execute_expecting(1, &mut tx)
        .await?;
    Ok(ChangeOutcome::Done)
}

/// Deletes a saved analysis: from here on nothing finds it but the purge, which takes it
/// away for good later. Who was there is then said by the snapshots that are left.
pub async fn delete(
    mut tx: &mut Tx,
    id: &Id,
    by: Right<'_>,
    at: Timestamp,
) -> Result<ChangeOutcome, StoreError> {
    let of_guild = sql("SELECT guild_id FROM club_analyses WHERE id = $1");
    let Some((guild_id,)) = of_guild.bind(id).fetch_optional(&mut tx).await? else {
        return Ok(ChangeOutcome::NotFound);
    };
    hold_history(tx, &guild_id).await?;
    let deleted = sql("UPDATE club_analyses SET deleted_at = $2, updated_at = $2
         WHERE id = $1 AND status = 'saved' AND deleted_at IS NULL
             AND ($3 IS NULL OR user_id = $3) AND ($4 IS NULL OR guild_id = $4)")
    .bind(id)
    .bind(at)
    .bind(by.user_id())
    .bind(by.guild_id())
    .execute(&mut tx)
    .await?;
    if deleted == 0 {
        return why_not(tx, id).await;
    }
    refresh_members(tx, &guild_id, at).await?;
    Ok(ChangeOutcome::Done)
}

/// Why a guarded change reached no row.
async fn why_not(mut on: impl Executor, id: &Id) -> Result<ChangeOutcome, StoreError> {
    let exists: Option<(i64,)> = sql("SELECT CAST(1 AS BIGINT) FROM club_analyses
         WHERE id = $1 AND status = 'saved' AND deleted_at IS NULL")
    .bind(id)
    .fetch_optional(&mut on)
    .await?;
    Ok(match exists {
        Some(_) => ChangeOutcome::NotYours,
        None => ChangeOutcome::NotFound,
    })
}
