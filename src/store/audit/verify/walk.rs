//! Along the links of one chain, a page at a time.

use std::collections::VecDeque;

use super::pages::{Gap, Link, Page, Pages, Row};
use super::{Finding, Mark, Named, Run};
use crate::audit::AuditEntry;
use crate::audit::chain::{self, Head};
use crate::audit::link::{self, ERASED, Place};
use crate::engine::sql;
use crate::{Db, StoreError};

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
    let mut pages = Pages::begin(run.db, chain, head.seq).await?;
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
            run.found(finding).await;
        }
        for row in walk.in_gaps.drain(..) {
            in_a_gap(run, chain, row).await?;
        }
    }
    run.verified.entries += walk.entries;
    run.verified.archived += walk.archived;
    run.verified.head = walk.head.seq;
    if !walk.over.is_empty() {
        gaps(run, chain, &walk).await?;
    }
    if let Some(seq) = beyond_the_head(run.db, chain, began).await? {
        let chain = chain.to_owned();
        run.found(Finding::HeadDoesNotFit { chain, seq }).await;
    }
    Ok(())
}

/// Holds the gaps that were walked over against what archiving says that it took.
async fn gaps(run: &mut Run<'_>, chain: &str, walk: &Walk) -> Result<(), StoreError> {
    let archives = run.archives.clone();
    let not_taken = archives
        .lock()
        .await
        .not_taken(run.db, chain, &walk.over)
        .await?;
    let head = walk.head.seq;
    for (first, last) in not_taken {
        let places = (last + 1 - first).unsigned_abs();
        run.verified.archived = run.verified.archived.saturating_sub(places);
        let chain = chain.to_owned();
        run.found(if last >= head {
            Finding::CutEnd {
                chain,
                last: first - 1,
                head,
            }
        } else {
            Finding::Removed {
                chain,
                first,
                last,
                id: None,
            }
        })
        .await;
    }
    Ok(())
}

/// A link that was in a gap. Unless it was archived since it was read, it was put there.
async fn in_a_gap(run: &mut Run<'_>, chain: &str, row: Row) -> Result<(), StoreError> {
    let still: Option<(i64,)> = sql("SELECT seq FROM audit_links WHERE chain = $1 AND seq = $2")
        .bind(chain)
        .bind(row.seq)
        .fetch_optional(&mut &*run.db)
        .await?;
    if still.is_none() {
        return Ok(());
    }
    let (seq, id, chain) = (row.seq, row.entry_id.clone(), chain.to_owned());
    run.found(match row.into_entry() {
        Some((entry, _)) => Finding::Inserted {
            chain,
            entry: Named::of(entry),
        },
        None => Finding::Removed {
            chain,
            first: seq,
            last: seq,
            id: Some(id),
        },
    })
    .await;
    Ok(())
}

/// A link or a gap that is further than the head, which was set back then.
async fn beyond_the_head(db: &Db, chain: &str, began: bool) -> Result<Option<i64>, StoreError> {
    let (head, link, gap): (Option<i64>, Option<i64>, Option<i64>) =
        sql("SELECT (SELECT seq FROM audit_heads WHERE chain = $1),
             (SELECT max(seq) FROM audit_links WHERE chain = $2),
             (SELECT max(last_seq) FROM audit_gaps WHERE chain = $3)")
        .bind(chain)
        .bind(chain)
        .bind(chain)
        .fetch_one(&mut &*db)
        .await?;
    let last = link.max(gap);
    Ok(last.filter(|last| *last > head.unwrap_or(0) || (!began && head.is_none())))
}

/// Where the walk has come to.
struct Walk {
    head: Head,
    marks: Vec<Mark>,
    /// The next place.
    next: i64,
    /// The hash that the link there goes on from; none after links that are gone.
    previous: Option<String>,
    /// Those that it has not come to yet.
    gaps: VecDeque<Gap>,
    /// Those that it has gone over: the first place and the last.
    over: Vec<(i64, i64)>,
    /// Links that stand in them.
    in_gaps: Vec<Row>,
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
            gaps: VecDeque::new(),
            over: Vec::new(),
            in_gaps: Vec::new(),
            entries: 0,
            archived: 0,
            found: Vec::new(),
        }
    }

    fn page(&mut self, page: Page) {
        for gap in page.gaps {
            // One that reaches into several pages comes with each, and may have grown since.
            self.gaps
                .pop_back_if(|last| last.first_seq == gap.first_seq);
            self.gaps.push_back(gap);
        }
        for row in page.rows {
            while self.next < row.seq {
                self.over_what_is_gone(row.seq - 1);
            }
            if row.seq == self.next {
                self.link(row);
            } else {
                self.in_gaps.push(row);
            }
        }
        if page.is_last {
            while self.next <= self.head.seq {
                self.over_what_is_gone(self.head.seq);
            }
            self.end();
        }
    }

    /// Over the gap at the next place, or else over what is gone up to the next gap or `last`.
    fn over_what_is_gone(&mut self, last: i64) {
        let next = self.next;
        while self.gaps.pop_front_if(|gap| gap.last_seq < next).is_some() {}
        if let Some(gap) = self.gaps.pop_front_if(|gap| gap.first_seq <= next) {
            self.archived += (gap.last_seq + 1 - self.next).unsigned_abs();
            match self.over.last_mut() {
                Some((_, last)) if *last + 1 == self.next => *last = gap.last_seq,
                _ => self.over.push((self.next, gap.last_seq)),
            }
            self.previous = Some(gap.last_hash.clone());
            self.hold_marks(gap.last_seq, &gap.last_hash);
            self.next = gap.last_seq + 1;
            return;
        }
        let gap = self.gaps.front();
        let last = gap.map_or(last, |gap| last.min(gap.first_seq - 1));
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
                        entry: Named::of(entry),
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

impl Link {
    /// Whether it is the link of the entry, there where the place is known.
    pub(super) fn fits(&self, place: Option<&Place<'_>>, entry: &AuditEntry) -> bool {
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
