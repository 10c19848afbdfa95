//! Along the links of one chain, a page at a time: the next one is read while the one before
//! is hashed.

use super::{Finding, Mark, Named, Run};
use crate::audit::AuditEntry;
use crate::audit::chain::{self, Head};
use crate::audit::link::{self, ERASED, Place};
use crate::engine::{Literal, sql};
use crate::{Db, Id, Json, StoreError, Timestamp};

/// Links of a page: a hundredth of a second and half a megabyte. Should each of them be a change of
/// every setting, which has 16 KiB of details, it is 16 MiB; two pages are held at once.
const PAGE: i64 = 1_000;

/// A link with its entry, whose columns are all none where it is gone.
#[derive(Debug, sqlx::FromRow)]
struct Row {
    seq: i64,
    entry_id: Id,
    hash: String,
    actor_salt: Option<String>,
    actor_commitment: String,
    resource_salt: Option<String>,
    resource_commitment: Option<String>,
    user_id: Option<Id>,
    guild_id: Option<Id>,
    action: Option<String>,
    resource_type: Option<String>,
    resource_id: Option<String>,
    details: Option<Json>,
    ip_address: Option<String>,
    user_agent: Option<String>,
    session_id: Option<String>,
    request_id: Option<String>,
    at: Option<Timestamp>,
    success: Option<bool>,
    error_message: Option<String>,
}

#[derive(Debug, sqlx::FromRow)]
struct Gap {
    first_seq: i64,
    last_seq: i64,
    last_hash: String,
}

/// Some links in their order, and the gaps among them.
#[derive(Debug)]
struct Page {
    rows: Vec<Row>,
    gaps: Vec<Gap>,
    is_last: bool,
}

/// Holds every link up to the head against its entry and the one before.
pub(super) async fn links(
    run: &mut Run<'_>,
    chain: &str,
    marks: &[Mark],
) -> Result<(), StoreError> {
    let head = chain::head(run.db, chain).await?;
    let began = head.is_some();
    let head = head.unwrap_or_else(|| Head {
        chain: chain.to_owned(),
        seq: 0,
        hash: String::new(),
        before_chain: 0,
    });
    let mut pages = Pages::begin(run.db, chain, head.seq);
    let mut walk = Walk::from_the_beginning(head, marks);
    while let Some(page) = pages.next().await? {
        // Away from the threads that serve others.
        let hashed = tokio::task::spawn_blocking(move || {
            walk.page(page);
            walk
        });
        let hashed = hashed.await;
        walk = hashed.map_err(|_| StoreError::invalid("a page that could not be hashed"))?;
        for finding in walk.found.drain(..) {
            run.found(finding);
        }
    }
    run.verified.entries += walk.entries;
    run.verified.archived += walk.archived;
    run.verified.head = walk.head.seq;
    if let Some(seq) = beyond_the_head(run.db, chain, began).await? {
        let chain = chain.to_owned();
        run.found(Finding::HeadDoesNotFit { chain, seq });
    }
    Ok(())
}

/// A link that is further than the head, which was set back then.
async fn beyond_the_head(db: &Db, chain: &str, began: bool) -> Result<Option<i64>, StoreError> {
    let (head, last): (Option<i64>, Option<i64>) =
        sql("SELECT (SELECT seq FROM audit_heads WHERE chain = $1),
             (SELECT max(seq) FROM audit_links WHERE chain = $2)")
        .bind(chain)
        .bind(chain)
        .fetch_one(&mut &*db)
        .await?;
    Ok(last.filter(|last| *last > head.unwrap_or(0) || (!began && head.is_none())))
}

/// Pages of a chain up to a place, each read while the one before is looked at.
struct Pages {
    db: Db,
    chain: String,
    last: i64,
    reading: Option<tokio::task::JoinHandle<Result<Page, StoreError>>>,
}

impl Pages {
    fn begin(db: &Db, chain: &str, last: i64) -> Self {
        let mut pages = Self {
            db: db.clone(),
            chain: chain.to_owned(),
            last,
            reading: None,
        };
        pages.read(0);
        pages
    }

    fn read(&mut self, after: i64) {
        let (db, chain, last) = (self.db.clone(), self.chain.clone(), self.last);
        self.reading = Some(tokio::spawn(
            async move { page(&db, &chain, after, last).await },
        ));
    }

    async fn next(&mut self) -> Result<Option<Page>, StoreError> {
        let Some(reading) = self.reading.take() else {
            return Ok(None);
        };
        let page = reading.await;
        let page = page.map_err(|_| StoreError::invalid("a page that could not be read"))??;
        if let Some(last) = page.rows.last().filter(|_| !page.is_last) {
            self.read(last.seq);
        }
        Ok(Some(page))
    }
}

impl Drop for Pages {
    fn drop(&mut self) {
        if let Some(reading) = &self.reading {
            reading.abort();
        }
    }
}

async fn page(db: &Db, chain: &str, after: i64, head: i64) -> Result<Page, StoreError> {
    let rows: Vec<Row> = sql(Literal::planned_anew(
        "SELECT l.seq, l.entry_id, l.hash, l.actor_salt, l.actor_commitment, l.resource_salt,
             l.resource_commitment, a.user_id, a.guild_id, a.action, a.resource_type,
             a.resource_id, a.details, a.ip_address, a.user_agent, a.session_id, a.request_id,
             a.\"timestamp\" AS at, a.success, a.error_message
         FROM audit_links l LEFT JOIN audit_logs a ON a.id = l.entry_id
         WHERE l.chain = $1 AND l.seq > $2 AND l.seq <= $3 ORDER BY l.seq LIMIT $4",
    ))
    .bind(chain)
    .bind(after)
    .bind(head)
    .bind(PAGE)
    .fetch_all(&mut &*db)
    .await?;
    let is_last = i64::try_from(rows.len()).is_ok_and(|rows| rows < PAGE);
    let until = rows
        .last()
        .filter(|_| !is_last)
        .map_or(head, |last| last.seq);
    // After the links: what was archived in between is among the gaps then.
    let gaps: Vec<Gap> = sql("SELECT first_seq, last_seq, last_hash FROM audit_gaps
         WHERE chain = $1 AND last_seq > $2 AND first_seq <= $3 ORDER BY first_seq LIMIT $4")
    .bind(chain)
    .bind(after)
    .bind(until)
    .bind(PAGE * 2)
    .fetch_all(&mut &*db)
    .await?;
    Ok(Page {
        rows,
        gaps,
        is_last,
    })
}

/// Where the walk has come to.
struct Walk {
    head: Head,
    marks: Vec<Mark>,
    /// The next place.
    next: i64,
    /// The hash that the link there goes on from; none after links that are gone.
    previous: Option<String>,
    entries: u64,
    archived: u64,
    found: Vec<Finding>,
}

impl Walk {
    fn from_the_beginning(head: Head, marks: &[Mark]) -> Self {
        Self {
            next: 1,
            previous: Some(link::genesis(&head.chain, head.before_chain)),
            head,
            marks: marks.to_vec(),
            entries: 0,
            archived: 0,
            found: Vec::new(),
        }
    }

    fn page(&mut self, page: Page) {
        let mut gaps = page.gaps.iter().peekable();
        for row in page.rows {
            while self.next < row.seq {
                self.over_what_is_gone(&mut gaps, row.seq - 1);
            }
            // It was archived since it was read.
            if row.seq == self.next {
                self.link(row);
            }
        }
        if page.is_last {
            while self.next <= self.head.seq {
                self.over_what_is_gone(&mut gaps, self.head.seq);
            }
            self.end();
        }
    }

    /// Over the gap at the next place, or else over what is gone up to the next gap or `last`.
    fn over_what_is_gone<'a>(
        &mut self,
        gaps: &mut std::iter::Peekable<impl Iterator<Item = &'a Gap>>,
        last: i64,
    ) {
        while gaps.next_if(|gap| gap.last_seq < self.next).is_some() {}
        if let Some(gap) = gaps.next_if(|gap| gap.first_seq <= self.next) {
            self.archived += (gap.last_seq + 1 - self.next).unsigned_abs();
            self.previous = Some(gap.last_hash.clone());
            self.hold_marks(gap.last_seq, &gap.last_hash);
            self.next = gap.last_seq + 1;
            return;
        }
        let last = gaps.peek().map_or(last, |gap| last.min(gap.first_seq - 1));
        let chain = self.head.chain.clone();
        self.found.push(if last >= self.head.seq {
            Finding::CutEnd {
                chain,
                last: self.next - 1,
                head: self.head.seq,
            }
        } else {
            Finding::Removed {
                chain,
                first: self.next,
                last,
                id: None,
            }
        });
        self.previous = None;
        self.next = last + 1;
    }

    fn link(&mut self, row: Row) {
        self.hold_marks(row.seq, &row.hash);
        let (seq, hash, id) = (row.seq, row.hash.clone(), row.entry_id.clone());
        let chain = &self.head.chain;
        match row.into_entry() {
            None => self.found.push(Finding::Removed {
                chain: chain.clone(),
                first: seq,
                last: seq,
                id: Some(id),
            }),
            Some((entry, link)) => {
                self.entries += 1;
                let place = |previous| Place {
                    chain,
                    seq,
                    previous,
                };
                // What is gone before it was found already; whether it follows nobody knows.
                let follows = self.previous.as_deref().map(place);
                if !link.fits(follows.as_ref(), &entry) {
                    self.found.push(Finding::Changed {
                        chain: chain.clone(),
                        seq,
                        entry: Named {
                            id: entry.id,
                            action: entry.action,
                            timestamp: entry.timestamp,
                        },
                    });
                }
            }
        }
        // As it is stored: so each fault is found once, where it is.
        self.previous = Some(hash);
        self.next = seq + 1;
    }

    fn hold_marks(&mut self, seq: i64, hash: &str) {
        let mut here = self.marks.iter().filter(|mark| mark.seq == seq);
        if here.any(|mark| mark.hash != hash) {
            let chain = self.head.chain.clone();
            self.found.push(Finding::HeadDoesNotFit { chain, seq });
        }
    }

    fn end(&mut self) {
        let chain = &self.head.chain;
        let fits = |last: &String| *last == self.head.hash;
        if self.head.seq > 0 && self.previous.as_ref().is_some_and(|last| !fits(last)) {
            self.found.push(Finding::HeadDoesNotFit {
                chain: chain.clone(),
                seq: self.head.seq,
            });
        }
        let furthest = self.marks.iter().map(|mark| mark.seq).max();
        if let Some(head) = furthest.filter(|seq| *seq > self.head.seq) {
            self.found.push(Finding::CutEnd {
                chain: chain.clone(),
                last: self.head.seq,
                head,
            });
        }
    }
}

/// The parts of a link that are held against its entry.
struct Link {
    hash: String,
    actor_salt: Option<String>,
    actor_commitment: String,
    resource_salt: Option<String>,
    resource_commitment: Option<String>,
}

impl Link {
    fn fits(&self, place: Option<&Place<'_>>, entry: &AuditEntry) -> bool {
        let actor = if let Some(salt) = &self.actor_salt {
            link::actor(salt, entry) == self.actor_commitment
        } else {
            let gone = entry.user_id.is_none() && entry.session_id.is_none();
            gone && entry.ip_address.is_none() && entry.user_agent.is_none()
        };
        let resource = match (&self.resource_salt, &self.resource_commitment) {
            (_, None) => !link::is_about_a_person(entry),
            (Some(salt), Some(commitment)) => link::resource(salt, entry) == *commitment,
            (None, Some(_)) => entry.resource_id == ERASED,
        };
        let resource_commitment = self.resource_commitment.as_deref();
        let hash = place.is_none_or(|place| {
            place.hash(entry, &self.actor_commitment, resource_commitment) == self.hash
        });
        actor && resource && hash
    }
}

impl Row {
    /// The entry, unless it is gone, and its link.
    fn into_entry(self) -> Option<(AuditEntry, Link)> {
        let entry = AuditEntry {
            id: self.entry_id,
            user_id: self.user_id,
            guild_id: self.guild_id,
            action: self.action?,
            resource_type: self.resource_type?,
            resource_id: self.resource_id?,
            details: self.details,
            ip_address: self.ip_address,
            user_agent: self.user_agent,
            session_id: self.session_id,
            request_id: self.request_id,
            timestamp: self.at?,
            success: self.success?,
            error_message: self.error_message,
        };
        let link = Link {
            hash: self.hash,
            actor_salt: self.actor_salt,
            actor_commitment: self.actor_commitment,
            resource_salt: self.resource_salt,
            resource_commitment: self.resource_commitment,
        };
        Some((entry, link))
    }
}
