//! An analysis that is saved at once, without a draft before it.

use super::rows::{Analysis, Metric, Source};
use super::{NewSaved, search_text};
use crate::engine::sql;
use crate::{Id, StoreError, Timestamp, Tx};

/// A saved analysis to be made.
#[derive(Debug, Clone, PartialEq)]
pub struct NewAnalysis {
    /// The guild's key.
    pub guild_id: Id,
    /// The key of the person who makes it.
    pub user_id: Id,
    /// Discord's id of the channel where it is made.
    pub channel_id: Option<String>,
    /// What its maker calls it.
    pub title: Option<String>,
    /// Which power it is about.
    pub metric: Metric,
    /// Where its values came from.
    pub source: Source,
    /// What it consists of.
    pub saved: NewSaved,
}

/// Makes a saved analysis with its images, numbers and members, all or nothing. With a week,
/// [`refresh_members`](super::refresh_members) belongs behind it.
pub async fn create(
    mut tx: &mut Tx,
    analysis: NewAnalysis,
    at: Timestamp,
) -> Result<Analysis, StoreError> {
    let saved = &analysis.saved;
    saved.check()?;
    let search_text = search_text(analysis.title.as_deref(), &saved.summary);
    let row: Analysis = sql(
        "INSERT INTO club_analyses (id, guild_id, user_id, channel_id, title, summary,
             search_text, confidence, status, metric, source, week, approved_by, saved_at,
             created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'saved', $9, $10, $11, $12, $13, $13, $13)
         RETURNING id, guild_id, user_id, channel_id, title, summary, confidence, status, metric,
             week, source, draft, expires_at, saved_at, approved_by, rolled_back_at,
             rolled_back_by, deleted_at, created_at, updated_at",
    )
    .bind(Id::new())
    .bind(&analysis.guild_id)
    .bind(analysis.user_id)
    .bind(analysis.channel_id)
    .bind(analysis.title)
    .bind(&saved.summary)
    .bind(search_text)
    .bind(saved.confidence)
    .bind(analysis.metric.as_str())
    .bind(analysis.source.as_str())
    .bind(saved.week.as_ref())
    .bind(saved.approved_by.as_ref())
    .bind(at)
    .fetch_one(&mut tx)
    .await?;
    saved.write(tx, &row.id, &analysis.guild_id, at).await?;
    Ok(row)
}
