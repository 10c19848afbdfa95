//! Listing guilds, the newest first.

use super::{Guild, search_text};
use crate::engine::{Term, containing, sql};
use crate::{Cursor, Executor, Page, PageRequest, StoreError};

/// Which guilds; what is none does not matter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GuildFilter {
    /// Whose name contains this, whatever the case.
    pub search: Option<String>,
    /// Whether the bot is in it.
    pub present: Option<bool>,
}

/// Guilds beyond a cursor. The one condition is sifted by, and few guilds were left.
macro_rules! guilds {
    (older) => {
        guilds!("<")
    };
    (newer) => {
        guilds!(">")
    };
    ($beyond:literal) => {
        concat!(
            "SELECT g.id, g.discord_id, g.name, g.settings, g.left_at, g.created_at, g.updated_at
             FROM guilds g
             WHERE ($1 IS NULL OR (g.left_at IS NULL) = $1) AND (g.created_at, g.id) ",
            $beyond,
            " ($2, $3)"
        )
    };
}

/// A page of the guilds that fit, the one that was met last first. A search first fills
/// what another release has written meanwhile, which is nothing as a rule.
pub async fn list(
    mut on: impl Executor,
    filter: &GuildFilter,
    page: &PageRequest,
) -> Result<Page<Guild>, StoreError> {
    let (newer, from, rows) = page.plan()?;
    let term = filter.search.as_deref().map(Term::new).transpose()?;
    if term.is_some() {
        search_text::fill_before_search(&mut on).await?;
    }
    let query = match (&term, newer) {
        (None, false) => sql(concat!(
            guilds!(older),
            " ORDER BY g.created_at DESC, g.id DESC LIMIT $4"
        )),
        (None, true) => sql(concat!(
            guilds!(newer),
            " ORDER BY g.created_at, g.id LIMIT $4"
        )),
        (Some(term), false) => sql(containing!(
            on, term, "$5" in guilds as g,
            [guilds!(older)],
            [" ORDER BY g.created_at DESC, g.id DESC LIMIT $4"]
        )),
        (Some(term), true) => sql(containing!(
            on, term, "$5" in guilds as g,
            [guilds!(newer)],
            [" ORDER BY g.created_at, g.id LIMIT $4"]
        )),
    };
    let query = query
        .bind(filter.present)
        .bind(from.at)
        .bind(from.id)
        .bind(rows);
    let query = match &term {
        Some(term) => query.bind(term),
        None => query,
    };
    let guilds = query.fetch_all(&mut on).await?;
    Ok(Page::of(page, guilds, |guild: &Guild| Cursor {
        at: guild.created_at,
        id: guild.id.clone(),
    }))
}
