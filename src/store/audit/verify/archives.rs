//! What archiving says that it took. Whoever owns the database can write a gap, or that an entry
//! from before the chain is archived; so both are believed as far as the archive's own entries say
//! so, each of which is held against its link in the chain of what belongs to no guild.
//!
//! Those entries are never archived, and there is one for thousands of others. They are read only
//! where something is said to be archived.

use std::collections::BTreeMap;

use super::pages::Row;
use crate::audit::archive::ACTION;
use crate::audit::chain::{self, Head};
use crate::audit::link::{self, Place};
use crate::engine::sql;
use crate::{Db, Id, Json, StoreError, Timestamp};

/// Entries of a page. Of a log with very many guilds each names most of them.
const PAGE: i64 = 20;

/// The chain that they are in.
const CHAIN: &str = "";

/// An entry about an archiving, with its link and the hash that this goes on from.
#[derive(sqlx::FromRow)]
struct Archiving {
    #[sqlx(flatten)]
    row: Row,
    previous: Option<String>,
}

/// What was taken, as far as it has been asked for.
pub(super) struct Archives {
    /// Of this chain alone; none for all.
    only: Option<String>,
    /// Where their chain stood when they were read; none before.
    read_at: Option<i64>,
    of_chain: BTreeMap<String, Taken>,
    /// Entries without links that earlier programs archived, which did not write of which chain.
    somewhere: i64,
}

/// What was taken from a chain.
#[derive(Debug, Default, PartialEq, Eq)]
struct Taken {
    /// Places, by the first of each run with its last; no two runs touch.
    runs: BTreeMap<i64, i64>,
    before_chain: i64,
}

impl Archives {
    pub(super) fn of(only: Option<&str>) -> Self {
        Self {
            only: only.map(str::to_owned),
            read_at: None,
            of_chain: BTreeMap::new(),
            somewhere: 0,
        }
    }

    /// Which of the places nobody archived, as runs in their order.
    pub(super) async fn not_taken(
        &mut self,
        db: &Db,
        chain: &str,
        places: &[(i64, i64)],
    ) -> Result<Vec<(i64, i64)>, StoreError> {
        loop {
            let left = match self.of_chain.get(chain) {
                Some(taken) => taken.without(places),
                None => places.to_vec(),
            };
            if left.is_empty() || !self.read_on(db).await? {
                return Ok(left);
            }
        }
    }

    /// How many entries from before the chain were archived at most, where `said` of them are said
    /// to be.
    pub(super) async fn before_chain(
        &mut self,
        db: &Db,
        chain: &str,
        said: i64,
    ) -> Result<i64, StoreError> {
        loop {
            let taken = self.of_chain.get(chain);
            let most = taken.map_or(0, |taken| taken.before_chain) + self.somewhere;
            if most >= said || !self.read_on(db).await? {
                return Ok(most);
            }
        }
    }

    /// Reads the entries, unless they were and there is none since. A gap is written together with
    /// its entry: whoever has seen the one finds the other.
    async fn read_on(&mut self, db: &Db) -> Result<bool, StoreError> {
        let head = chain::head(db, CHAIN).await?;
        let Some(head) = head.filter(|head| self.read_at != Some(head.seq)) else {
            return Ok(false);
        };
        self.read_at = Some(head.seq);
        self.of_chain.clear();
        self.somewhere = 0;
        let mut after = (Timestamp::FAR_PAST, Id::lowest());
        loop {
            let page: Vec<Archiving> = sql(
                "SELECT l.seq, l.entry_id, l.hash, l.actor_salt, l.actor_commitment,
                     l.resource_salt, l.resource_commitment, a.user_id, a.guild_id, a.action,
                     a.resource_type, a.resource_id, a.details, a.ip_address, a.user_agent,
                     a.session_id, a.request_id, a.\"timestamp\" AS at, a.success,
                     a.error_message, coalesce(
                         (SELECT p.hash FROM audit_links p
                          WHERE p.chain = $1 AND p.seq = l.seq - 1),
                         (SELECT g.last_hash FROM audit_gaps g
                          WHERE g.chain = $2 AND g.last_seq = l.seq - 1 LIMIT 1)) AS previous
                 FROM audit_logs a JOIN audit_links l ON l.entry_id = a.id AND l.chain = $3
                 WHERE a.action = $4 AND (a.\"timestamp\", a.id) > ($5, $6)
                 ORDER BY a.\"timestamp\", a.id LIMIT $7",
            )
            .bind(CHAIN)
            .bind(CHAIN)
            .bind(CHAIN)
            .bind(ACTION)
            .bind(after.0)
            .bind(&after.1)
            .bind(PAGE)
            .fetch_all(&mut &*db)
            .await?;
            let is_last = i64::try_from(page.len()).is_ok_and(|read| read < PAGE);
            for archiving in page {
                if let Some(at) = archiving.row.at() {
                    after = (at, archiving.row.entry_id.clone());
                }
                if let Some(details) = archiving.linked(&head) {
                    self.add(&details);
                }
            }
            if is_last {
                return Ok(true);
            }
        }
    }

    /// Adds what an entry says was taken.
    fn add(&mut self, details: &serde_json::Value) {
        let runs = list::<(String, i64, i64)>(&details["chains"]);
        let links: i64 = runs.iter().map(|(_, first, last)| last - first + 1).sum();
        let entries = details["entries"].as_i64().unwrap_or(0);
        // No program of ours writes that.
        if links > entries || runs.iter().any(|(_, first, last)| first > last) {
            return;
        }
        for (chain, first, last) in runs {
            if self.is_meant(&chain) {
                self.of_chain.entry(chain).or_default().take(first, last);
            }
        }
        match details.get("beforeChain") {
            Some(counts) => {
                for (chain, count) in list::<(String, i64)>(counts) {
                    if self.is_meant(&chain) {
                        self.of_chain.entry(chain).or_default().before_chain += count;
                    }
                }
            }
            None => self.somewhere += entries - links,
        }
    }

    fn is_meant(&self, chain: &str) -> bool {
        self.only.as_deref().is_none_or(|only| only == chain)
    }
}

/// The items that have the shape; what has another says nothing.
fn list<T: serde::de::DeserializeOwned>(value: &serde_json::Value) -> Vec<T> {
    let items = value.as_array().into_iter().flatten();
    items
        .filter_map(|item| serde_json::from_value(item.clone()).ok())
        .collect()
}

impl Archiving {
    /// What it says, where it is what was linked.
    fn linked(self, head: &Head) -> Option<serde_json::Value> {
        let seq = self.row.seq;
        let previous = match self.previous {
            None if seq == 1 => link::genesis(CHAIN, head.before_chain),
            previous => previous?,
        };
        let (entry, link) = self.row.into_entry()?;
        let place = Place {
            chain: CHAIN,
            seq,
            previous: &previous,
        };
        if seq > head.seq || !link.fits(Some(&place), &entry) {
            return None;
        }
        entry.details.map(|Json(details)| details)
    }
}

impl Taken {
    fn take(&mut self, mut first: i64, mut last: i64) {
        while let Some((&before, &until)) = self.runs.range(..=last.saturating_add(1)).next_back()
            && until >= first.saturating_sub(1)
        {
            self.runs.remove(&before);
            first = first.min(before);
            last = last.max(until);
        }
        self.runs.insert(first, last);
    }

    /// What of the places was not taken.
    fn without(&self, places: &[(i64, i64)]) -> Vec<(i64, i64)> {
        let mut left = Vec::new();
        for &(first, last) in places {
            let mut next = first;
            while next <= last {
                let here = self.runs.range(..=next).next_back();
                if let Some((_, &until)) = here.filter(|(_, until)| **until >= next) {
                    next = until.saturating_add(1);
                    continue;
                }
                let behind = self.runs.range(next..).next();
                let until = behind.map_or(last, |(first, _)| last.min(first - 1));
                left.push((next, until));
                next = until + 1;
            }
        }
        left
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_took_is_left() {
        let mut taken = Taken::default();
        for (first, last) in [(5, 6), (1, 2), (3, 3), (10, 12), (11, 15), (20, 20)] {
            taken.take(first, last);
        }
        let runs: Vec<_> = taken.runs.iter().map(|(a, b)| (*a, *b)).collect();
        assert_eq!(runs, [(1, 3), (5, 6), (10, 15), (20, 20)]);
        assert_eq!(taken.without(&[(1, 3), (5, 5), (12, 14)]), []);
        let left = taken.without(&[(2, 8), (9, 22)]);
        assert_eq!(left, [(4, 4), (7, 8), (9, 9), (16, 19), (21, 22)]);
        assert_eq!(Taken::default().without(&[(1, 2)]), [(1, 2)]);
    }

    #[test]
    fn an_entry_that_took_more_links_than_entries_says_nothing() {
        let mut archives = Archives::of(Some("g"));
        let said = |entries| serde_json::json!({ "entries": entries, "chains": [["g", 1, 4], ["h", 1, 2]] });
        archives.add(&said(5));
        assert!(archives.of_chain.is_empty());
        archives.add(&said(7));
        let runs = BTreeMap::from([(1, 4)]);
        let taken = Taken {
            runs,
            before_chain: 0,
        };
        // The seventh was in no chain, and of which nobody wrote down.
        assert_eq!(archives.somewhere, 1);
        assert_eq!(archives.of_chain, BTreeMap::from([("g".to_owned(), taken)]));
    }
}
