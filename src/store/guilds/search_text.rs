//! What the search for a guild's name compares with.
//!
//! `search_text` is the name in lower case, `search_name` the name that it was made from.
//! The release before this one writes neither, and it may run beside this one or after it.
//! So a row whose `search_name` is not its name is filled before it is searched: none is
//! missed, and no trigger has to guess who wrote a row. An index knows those rows.

use crate::engine::sql;
use crate::{Db, Executor, Id, StoreError, limits};

/// The name as the search compares it.
pub(super) fn of(name: &str) -> String {
    name.to_lowercase()
}

/// A guild whose text was made from another name, or not at all.
#[derive(sqlx::FromRow)]
struct Stale {
    id: Id,
    name: String,
}

/// Fills the rows that another release wrote, in transactions of their own. As many as
/// there are guilds after the migration that brought the column, and hardly any later.
pub(crate) async fn fill_search_text(db: &Db) -> Result<(), StoreError> {
    let mut after = Id::lowest();
    loop {
        let stale = stale(&mut &*db, &after).await?;
        let Some(last) = stale.last() else {
            return Ok(());
        };
        after = last.id.clone();
        let mut tx = db.begin().await?;
        fill(&mut &mut tx, &stale).await?;
        tx.commit().await?;
    }
}

/// The same for a search: what another release has written since the start.
pub(super) async fn fill_before_search(on: &mut impl Executor) -> Result<(), StoreError> {
    let mut after = Id::lowest();
    loop {
        let stale = stale(on, &after).await?;
        let Some(last) = stale.last() else {
            return Ok(());
        };
        after = last.id.clone();
        fill(on, &stale).await?;
    }
}

async fn stale(on: &mut impl Executor, after: &Id) -> Result<Vec<Stale>, StoreError> {
    sql("SELECT id, name FROM guilds
         WHERE search_name IS DISTINCT FROM name AND id > $1 ORDER BY id LIMIT $2")
    .bind(after)
    .bind(i64::try_from(limits::PAGE_SIZE).unwrap_or(0))
    .fetch_all(on)
    .await
}

async fn fill(on: &mut impl Executor, stale: &[Stale]) -> Result<(), StoreError> {
    for Stale { id, name } in stale {
        // Not when it was renamed meanwhile: then the text would be the old name's.
        sql("UPDATE guilds SET search_name = $2, search_text = $3 WHERE id = $1 AND name = $2")
            .bind(id)
            .bind(name)
            .bind(of(name))
            .execute(on)
            .await?;
    }
    Ok(())
}
