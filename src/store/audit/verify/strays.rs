//! Entries beside the chains: those from before it, which are known by their keys, and those
//! that nobody has linked.

use super::{Finding, Named, Run, Scope};
use crate::audit::chain;
use crate::engine::sql;
use crate::{Db, Id, StoreError, Timestamp};

/// Entries that one statement looks at.
const PAGE: i64 = 5_000;

#[derive(sqlx::FromRow)]
struct Before {
    entry_id: Id,
    archived: bool,
    found: Option<Id>,
}

/// Whether all from before the chain are there, and as many as there were.
pub(super) async fn before_chain(run: &mut Run<'_>, chain: &str) -> Result<(), StoreError> {
    let expected = chain::head(run.db, chain).await?;
    let expected = expected.map_or(0, |head| head.before_chain);
    let mut after = Id::lowest();
    let (mut found, mut said) = (0_i64, 0_i64);
    loop {
        let page: Vec<Before> = sql("SELECT u.entry_id, u.archived, a.id AS found
             FROM audit_unchained u LEFT JOIN audit_logs a
                 ON a.id = u.entry_id AND coalesce(a.guild_id, '') = u.chain
             WHERE u.chain = $1 AND u.entry_id > $2 ORDER BY u.entry_id LIMIT $3")
        .bind(chain)
        .bind(&after)
        .bind(PAGE)
        .fetch_all(&mut &*run.db)
        .await?;
        let Some(last) = page.last() else { break };
        after = last.entry_id.clone();
        for entry in page {
            found += 1;
            if entry.archived {
                said += 1;
            } else if entry.found.is_some() {
                run.verified.before_chain += 1;
            } else {
                let (chain, id) = (chain.to_owned(), entry.entry_id);
                run.found(Finding::RemovedFromBefore { chain, id }).await;
            }
        }
    }
    if found != expected {
        let chain = chain.to_owned();
        run.found(Finding::BeforeDoesNotFit {
            chain,
            expected,
            found,
        })
        .await;
    }
    run.verified.archived += said.unsigned_abs();
    if said > 0 {
        let archives = run.archives.clone();
        let mut archives = archives.lock().await;
        let taken = archives.before_chain(run.db, chain, said).await?;
        if taken < said {
            let chain = chain.to_owned();
            run.found(Finding::ArchivedDoesNotFit { chain, taken, said })
                .await;
        }
    }
    Ok(())
}

/// The parts of a look at entries in the order of time: where a page ends, and which entries up
/// to there are in no chain. Each is looked up by its key, whatever the engine would rather do. It
/// must be in the chain of its own guild: in any other it could hide.
macro_rules! entries {
    ($which:literal) => {
        (
            concat!(
                "SELECT \"timestamp\", id FROM audit_logs WHERE ",
                $which,
                " AND (\"timestamp\", id) > ($2, $3) ORDER BY \"timestamp\", id LIMIT 1 OFFSET $4"
            ),
            concat!(
                "SELECT a.id, a.action, a.\"timestamp\", a.guild_id FROM audit_logs a WHERE ",
                $which,
                " AND (a.\"timestamp\", a.id) > ($2, $3) AND (a.\"timestamp\", a.id) <= ($4, $5)
                 AND (SELECT l.seq FROM audit_links l WHERE l.entry_id = a.id
                     AND l.chain = coalesce(a.guild_id, '') AND l.seq > 0 LIMIT 1) IS NULL
                 AND (SELECT u.chain FROM audit_unchained u WHERE u.entry_id = a.id
                     AND u.chain = coalesce(a.guild_id, '') AND NOT u.archived LIMIT 1) IS NULL
                 ORDER BY a.\"timestamp\", a.id"
            ),
        )
    };
}

#[derive(sqlx::FromRow)]
struct Stray {
    #[sqlx(flatten)]
    named: Named,
    guild_id: Option<Id>,
}

/// How much there is of what is meant. Where it is the same later, nothing was written or archived
/// meanwhile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Extent {
    /// Entries, in chains or not; none where counting them takes too long.
    pub(super) entries: Option<u64>,
    /// Links that were ever made, and those that were archived.
    links: (i64, i64),
}

impl Extent {
    pub(super) async fn of(db: &Db, scope: &Scope) -> Result<Self, StoreError> {
        Ok(Self {
            entries: in_time(count(db, scope).await)?,
            links: links(db, scope).await?,
        })
    }
}

/// None where there was no time for it: of a very large log that is no fault.
fn in_time(count: Result<u64, StoreError>) -> Result<Option<u64>, StoreError> {
    match count {
        Err(StoreError::Timeout) => Ok(None),
        count => count.map(Some),
    }
}

async fn links(db: &Db, scope: &Scope) -> Result<(i64, i64), StoreError> {
    let chain = match scope {
        Scope::All => {
            let all = sql(
                "SELECT (SELECT CAST(coalesce(sum(seq), 0) AS BIGINT) FROM audit_heads),
                     (SELECT CAST(coalesce(sum(last_seq - first_seq + 1), 0) AS BIGINT)
                      FROM audit_gaps)",
            )
            .reads_all("there is a head, and there are a few gaps, for each guild");
            return all.fetch_one(&mut &*db).await;
        }
        Scope::NoGuild => "",
        Scope::Guild(guild) => guild.as_str(),
    };
    sql(
        "SELECT (SELECT CAST(coalesce(sum(seq), 0) AS BIGINT) FROM audit_heads WHERE chain = $1),
             (SELECT CAST(coalesce(sum(last_seq - first_seq + 1), 0) AS BIGINT) FROM audit_gaps
              WHERE chain = $2)",
    )
    .bind(chain)
    .bind(chain)
    .fetch_one(&mut &*db)
    .await
}

async fn count(db: &Db, scope: &Scope) -> Result<u64, StoreError> {
    let count = match scope {
        Scope::All => sql("SELECT count(*) FROM audit_logs"),
        Scope::NoGuild => sql("SELECT count(*) FROM audit_logs WHERE guild_id IS NULL"),
        Scope::Guild(guild) => {
            sql("SELECT count(*) FROM audit_logs WHERE guild_id = $1").bind(guild)
        }
    };
    let (count,): (i64,) = count.fetch_one(&mut &*db).await?;
    Ok(count.unsigned_abs())
}

/// Entries of what is meant that are in no chain.
pub(super) async fn look(run: &mut Run<'_>, scope: &Scope) -> Result<(), StoreError> {
    match scope {
        Scope::All => go_over(run, entries!("$1 = ''"), "").await,
        Scope::NoGuild => go_over(run, entries!("guild_id IS NULL AND $1 = ''"), "").await,
        Scope::Guild(guild) => go_over(run, entries!("guild_id = $1"), guild.as_str()).await,
    }
}

async fn go_over(
    run: &mut Run<'_>,
    (end, strays): (&'static str, &'static str),
    chain: &str,
) -> Result<(), StoreError> {
    let mut after = (Timestamp::FAR_PAST, Id::lowest());
    loop {
        let until: Option<(Timestamp, Id)> = sql(end)
            .bind(chain)
            .bind(after.0)
            .bind(&after.1)
            .bind(PAGE)
            .fetch_optional(&mut &*run.db)
            .await?;
        let (at, id) = until
            .clone()
            .unwrap_or((Timestamp::FAR_FUTURE, Id::lowest()));
        let found: Vec<Stray> = sql(strays)
            .bind(chain)
            .bind(after.0)
            .bind(&after.1)
            .bind(at)
            .bind(&id)
            .fetch_all(&mut &*run.db)
            .await?;
        for stray in found {
            run.found(Finding::Inserted {
                chain: chain::chain_of(stray.guild_id.as_ref()).to_owned(),
                entry: stray.named,
            })
            .await;
        }
        match until {
            Some(until) => after = until,
            None => return Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_that_takes_too_long_is_not_known_and_no_failure() {
        assert_eq!(in_time(Ok(3)).unwrap(), Some(3));
        assert_eq!(in_time(Err(StoreError::Timeout)).unwrap(), None);
        assert!(matches!(
            in_time(Err(StoreError::Busy)),
            Err(StoreError::Busy)
        ));
    }
}
