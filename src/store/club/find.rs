//! Finding one saved analysis.

use super::rows::{Analysis, AnalysisDetail, MetricRow};
use crate::engine::sql;
use crate::{Executor, Id, StoreError};

/// A saved analysis with its images, numbers and members. In whose guild it is, the caller
/// has to look at; [`find_saved_with_relations`] does.
pub async fn find_with_relations(
    mut on: impl Executor,
    id: &Id,
) -> Result<Option<AnalysisDetail>, StoreError> {
    let analysis: Option<Analysis> = sql(
        "SELECT id, guild_id, user_id, channel_id, title, summary, confidence, status, metric,
             week, source, draft, expires_at, saved_at, approved_by, rolled_back_at,
             rolled_back_by, deleted_at, created_at, updated_at
         FROM club_analyses
         WHERE id = $1 AND status = 'saved' AND deleted_at IS NULL",
    )
    .bind(id)
    .fetch_optional(&mut on)
    .await?;
    match analysis {
        Some(analysis) => with_relations(&mut on, analysis).await.map(Some),
        None => Ok(None),
    }
}

/// A saved analysis of a guild with its images, numbers and members.
pub async fn find_saved_with_relations(
    mut on: impl Executor,
    guild_id: &Id,
    id: &Id,
) -> Result<Option<AnalysisDetail>, StoreError> {
    let analysis: Option<Analysis> = sql(
        "SELECT id, guild_id, user_id, channel_id, title, summary, confidence, status, metric,
             week, source, draft, expires_at, saved_at, approved_by, rolled_back_at,
             rolled_back_by, deleted_at, created_at, updated_at
         FROM club_analyses
         WHERE id = $1 AND guild_id = $2 AND status = 'saved' AND deleted_at IS NULL",
    )
    .bind(id)
    .bind(guild_id)
    .fetch_optional(&mut on)
    .await?;
    match analysis {
        Some(analysis) => with_relations(&mut on, analysis).await.map(Some),
        None => Ok(None),
    }
}

async fn with_relations(
    on: &mut impl Executor,
    analysis: Analysis,
) -> Result<AnalysisDetail, StoreError> {
    let images = sql(
        "SELECT id, analysis_id, position, name, content_type, bytes, width, height, sha256,
             members_found
         FROM club_analysis_images WHERE analysis_id = $1 ORDER BY position",
    )
    .bind(&analysis.id)
    .fetch_all(on)
    .await?;
    let mut metrics: Vec<MetricRow> = sql("SELECT id, analysis_id, name, value, unit, category
         FROM club_metrics WHERE analysis_id = $1")
    .bind(&analysis.id)
    .fetch_all(on)
    .await?;
    // Not in the statement: a server orders names by its own language.
    metrics.sort_by(|one, other| one.name.cmp(&other.name));
    let powers = sql(
        "SELECT id, analysis_id, guild_id, position, member, member_id, metric, power, last_seen,
             confidence, name_certain, corrected, seen_in
         FROM club_powers WHERE analysis_id = $1 ORDER BY metric, position",
    )
    .bind(&analysis.id)
    .fetch_all(on)
    .await?;
    Ok(AnalysisDetail {
        analysis,
        images,
        metrics,
        powers,
    })
}

/// The saved analysis of a guild that was saved last and was not rolled back.
pub async fn newest_saved(
    mut on: impl Executor,
    guild_id: &Id,
) -> Result<Option<Analysis>, StoreError> {
    sql(
        "SELECT id, guild_id, user_id, channel_id, title, summary, confidence, status, metric,
             week, source, draft, expires_at, saved_at, approved_by, rolled_back_at,
             rolled_back_by, deleted_at, created_at, updated_at
         FROM club_analyses
         WHERE guild_id = $1 AND status = 'saved' AND deleted_at IS NULL AND rolled_back_at IS NULL
         ORDER BY saved_at DESC, id DESC LIMIT 1",
    )
    .bind(guild_id)
    .fetch_optional(&mut on)
    .await
}
