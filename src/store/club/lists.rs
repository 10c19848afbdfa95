//! Finding saved analyses again.

use super::rows::{Analysis, AnalysisDetail, AnalysisSummary};
use crate::engine::{Term, containing, sql};
use crate::{Cursor, Executor, Id, Page, PageRequest, StoreError, limits};

/// A saved analysis of a guild with its images, numbers and members.
pub async fn find_saved_with_relations(
    mut on: impl Executor,
    guild_id: &Id,
    id: &Id,
) -> Result<Option<AnalysisDetail>, StoreError> {
    let analysis: Option<Analysis> = sql(
        "SELECT id, guild_id, user_id, channel_id, title, summary, confidence, status, metric,
             week, draft, expires_at, saved_at, deleted_at, created_at, updated_at
         FROM club_analyses
         WHERE id = $1 AND guild_id = $2 AND status = 'saved' AND deleted_at IS NULL",
    )
    .bind(id)
    .bind(guild_id)
    .fetch_optional(&mut on)
    .await?;
    let Some(analysis) = analysis else {
        return Ok(None);
    };
    let images = sql(
        "SELECT id, analysis_id, position, name, content_type, bytes, width, height, sha256,
             members_found
         FROM club_analysis_images WHERE analysis_id = $1 ORDER BY position",
    )
    .bind(id)
    .fetch_all(&mut on)
    .await?;
    let metrics = sql("SELECT id, analysis_id, name, value, unit, category
         FROM club_metrics WHERE analysis_id = $1 ORDER BY name")
    .bind(id)
    .fetch_all(&mut on)
    .await?;
    let powers = sql(
        "SELECT id, analysis_id, guild_id, position, member, metric, power, last_seen,
             confidence, name_certain, corrected, seen_in
         FROM club_powers WHERE analysis_id = $1 ORDER BY metric, position",
    )
    .bind(id)
    .fetch_all(&mut on)
    .await?;
    Ok(Some(AnalysisDetail {
        analysis,
        images,
        metrics,
        powers,
    }))
}

/// The saved analysis of a guild that was saved last.
pub async fn newest_saved(
    mut on: impl Executor,
    guild_id: &Id,
) -> Result<Option<Analysis>, StoreError> {
    sql(
        "SELECT id, guild_id, user_id, channel_id, title, summary, confidence, status, metric,
             week, draft, expires_at, saved_at, deleted_at, created_at, updated_at
         FROM club_analyses
         WHERE guild_id = $1 AND status = 'saved' AND deleted_at IS NULL
         ORDER BY saved_at DESC, id DESC LIMIT 1",
    )
    .bind(guild_id)
    .fetch_optional(&mut on)
    .await
}

/// Lines of saved analyses with two of their numbers, up to the condition that is given.
macro_rules! summaries {
    ($condition:literal) => {
        concat!(
            "SELECT a.id, a.user_id, a.title, a.summary, a.confidence, a.metric, a.saved_at,
                 CAST(members.value AS BIGINT) AS total_members,
                 CAST(power.value AS BIGINT) AS total_power
             FROM club_analyses a
             LEFT JOIN club_metrics members
                 ON members.analysis_id = a.id AND members.name = 'totalMembers'
             LEFT JOIN club_metrics power
                 ON power.analysis_id = a.id AND power.name = 'totalPower'
             WHERE a.status = 'saved' AND a.deleted_at IS NULL AND a.guild_id = $1",
            $condition
        )
    };
}

/// A page of a guild's saved analyses, the one saved last first.
pub async fn list_saved(
    mut on: impl Executor,
    guild_id: &Id,
    page: &PageRequest,
) -> Result<Page<AnalysisSummary>, StoreError> {
    let (newer, from, rows) = page.plan()?;
    let query = if newer {
        sql(summaries!(
            " AND (a.saved_at, a.id) > ($2, $3) ORDER BY a.saved_at, a.id LIMIT $4"
        ))
    } else {
        sql(summaries!(
            " AND (a.saved_at, a.id) < ($2, $3) ORDER BY a.saved_at DESC, a.id DESC LIMIT $4"
        ))
    };
    let found = query
        .bind(guild_id)
        .bind(from.at)
        .bind(from.id)
        .bind(rows)
        .fetch_all(&mut on)
        .await?;
    Ok(Page::of(page, found, |line: &AnalysisSummary| Cursor {
        at: line.saved_at,
        id: line.id.clone(),
    }))
}

/// The guild's saved analyses whose title or summary contains `term`, whatever the
/// case, the one saved last first. An empty term gives the newest.
pub async fn search_saved(
    mut on: impl Executor,
    guild_id: &Id,
    term: &str,
    limit: usize,
) -> Result<Vec<AnalysisSummary>, StoreError> {
    let term = Term::new(term)?;
    limits::check("rows of a search", limits::PAGE_SIZE, limit)?;
    let query = sql(containing!(
        on, term, "$2" in club_analyses as a,
        [summaries!("")],
        [" ORDER BY a.saved_at DESC, a.id DESC LIMIT $3"]
    ));
    query
        .bind(guild_id)
        .bind(&term)
        .bind(i64::try_from(limit).unwrap_or(0))
        .fetch_all(&mut on)
        .await
}
