//! Lists of saved analyses, the one saved last first.

use super::rows::AnalysisSummary;
use crate::engine::{Query, Term, containing, sql};
use crate::{Cursor, Executor, Id, Page, PageRequest, StoreError};

/// Lines of saved analyses with two of their numbers: of one guild or one person (`$1`),
/// beyond a cursor (`$2`, `$3`).
macro_rules! summaries {
    (older, $whose:literal) => {
        summaries!("<", $whose)
    };
    (newer, $whose:literal) => {
        summaries!(">", $whose)
    };
    ($beyond:literal, $whose:literal) => {
        concat!(
            "SELECT a.id, a.user_id, a.title, a.summary, a.confidence, a.metric, a.week, a.saved_at,
                 a.rolled_back_at,
                 CAST(members.value AS BIGINT) AS total_members,
                 CAST(power.value AS BIGINT) AS total_power
             FROM club_analyses a
             LEFT JOIN club_metrics members
                 ON members.analysis_id = a.id AND members.name = 'totalMembers'
             LEFT JOIN club_metrics power
                 ON power.analysis_id = a.id AND power.name = 'totalPower'
             WHERE a.status = 'saved' AND a.deleted_at IS NULL AND ",
            $whose,
            " = $1 AND (a.saved_at, a.id) ",
            $beyond,
            " ($2, $3)"
        )
    };
}

/// The order of a page, and how many rows (`$4`).
macro_rules! order {
    (older) => {
        " ORDER BY a.saved_at DESC, a.id DESC LIMIT $4"
    };
    (newer) => {
        " ORDER BY a.saved_at, a.id LIMIT $4"
    };
}

/// A page of a guild's saved analyses.
pub async fn list_saved(
    on: impl Executor,
    guild_id: &Id,
    page: &PageRequest,
) -> Result<Page<AnalysisSummary>, StoreError> {
    let (newer, ..) = page.plan()?;
    let query = if newer {
        sql(concat!(summaries!(newer, "a.guild_id"), order!(newer)))
    } else {
        sql(concat!(summaries!(older, "a.guild_id"), order!(older)))
    };
    page_of(on, query, guild_id, page, None).await
}

/// A page of the saved analyses that somebody made, in whichever guild.
pub async fn list_by_user(
    on: impl Executor,
    user_id: &Id,
    page: &PageRequest,
) -> Result<Page<AnalysisSummary>, StoreError> {
    let (newer, ..) = page.plan()?;
    let query = if newer {
        sql(concat!(summaries!(newer, "a.user_id"), order!(newer)))
    } else {
        sql(concat!(summaries!(older, "a.user_id"), order!(older)))
    };
    page_of(on, query, user_id, page, None).await
}

/// The `count` analyses of a guild that were saved last.
pub async fn recent(
    on: impl Executor,
    guild_id: &Id,
    count: usize,
) -> Result<Vec<AnalysisSummary>, StoreError> {
    let page = list_saved(on, guild_id, &PageRequest::first(count)).await?;
    Ok(page.items)
}

/// A page of a guild's saved analyses whose title or summary contains `term`, whatever the
/// case. An empty term is in all of them.
pub async fn search(
    on: impl Executor,
    guild_id: &Id,
    term: &str,
    page: &PageRequest,
) -> Result<Page<AnalysisSummary>, StoreError> {
    let term = Term::new(term)?;
    let (newer, ..) = page.plan()?;
    let query = if newer {
        sql(containing!(
            on, term, "$5" in club_analyses as a,
            [summaries!(newer, "a.guild_id")],
            [order!(newer)]
        ))
    } else {
        sql(containing!(
            on, term, "$5" in club_analyses as a,
            [summaries!(older, "a.guild_id")],
            [order!(older)]
        ))
    };
    page_of(on, query, guild_id, page, Some(&term)).await
}

/// The first `limit` hits of a [`search`].
pub async fn search_saved(
    on: impl Executor,
    guild_id: &Id,
    term: &str,
    limit: usize,
) -> Result<Vec<AnalysisSummary>, StoreError> {
    let page = search(on, guild_id, term, &PageRequest::first(limit)).await?;
    Ok(page.items)
}

async fn page_of(
    mut on: impl Executor,
    query: Query,
    whose: &Id,
    page: &PageRequest,
    term: Option<&Term>,
) -> Result<Page<AnalysisSummary>, StoreError> {
    let (_, from, rows) = page.plan()?;
    let query = query.bind(whose).bind(from.at).bind(from.id).bind(rows);
    let query = match term {
        Some(term) => query.bind(term),
        None => query,
    };
    let found = query.fetch_all(&mut on).await?;
    Ok(Page::of(page, found, |line: &AnalysisSummary| Cursor {
        at: line.saved_at,
        id: line.id.clone(),
    }))
}

/// Which saved analyses to count; what is none does not matter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CountFilter {
    /// Of this guild.
    pub guild_id: Option<Id>,
    /// Made by this person.
    pub user_id: Option<Id>,
}

/// How many saved analyses there are. An index answers it, in time proportional to the
/// number.
pub async fn count(mut on: impl Executor, filter: &CountFilter) -> Result<u64, StoreError> {
    let query = match (&filter.guild_id, &filter.user_id) {
        (Some(guild_id), None) => sql("SELECT COUNT(*) FROM club_analyses
             WHERE guild_id = $1 AND status = 'saved' AND deleted_at IS NULL")
        .bind(guild_id),
        (None, Some(user_id)) => sql("SELECT COUNT(*) FROM club_analyses
             WHERE user_id = $1 AND status = 'saved' AND deleted_at IS NULL")
        .bind(user_id),
        (Some(guild_id), Some(user_id)) => sql("SELECT COUNT(*) FROM club_analyses
             WHERE guild_id = $1 AND user_id = $2 AND status = 'saved' AND deleted_at IS NULL")
        .bind(guild_id)
        .bind(user_id),
        (None, None) => sql("SELECT COUNT(*) FROM club_analyses
             WHERE status = 'saved' AND deleted_at IS NULL"),
    };
    let (count,): (i64,) = query.fetch_one(&mut on).await?;
    Ok(u64::try_from(count).unwrap_or(0))
}
