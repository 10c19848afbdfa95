//! Are the entries what they were when they were written? Every link of a chain is made again
//! from its entry and held against what is stored. What does not fit is named and handed on at
//! once, so nothing is kept in memory however much there is.
//!
//! It is no proof against somebody who owns the database and makes the whole chain anew: against
//! that a head which was noted elsewhere ([`Mark`]) is held, as the audit channel does.

mod archives;
mod finding;
mod pages;
mod strays;
mod walk;

use std::collections::VecDeque;
use std::sync::Arc;

use tokio::sync::{Mutex, mpsc};
use tokio_util::task::AbortOnDropHandle;

use self::archives::Archives;
use self::strays::Extent;
use super::{chain, mirror};
use crate::{Db, Id, StoreError};

pub use finding::{Finding, Named};

/// Chains, and pages of one, that are read at once: each keeps one core busy, on either engine.
const AT_ONCE: usize = 2;

/// Which chains are meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// All that there are.
    All,
    /// The chain of this guild.
    Guild(Id),
    /// That of what belongs to no guild.
    NoGuild,
}

/// A head that was noted down elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The place in the chain.
    pub seq: i64,
    /// The hash of the link there, in lower-case hexadecimal digits.
    pub hash: String,
}

/// How much was looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Verified {
    /// Chains.
    pub chains: u64,
    /// Entries whose links were made again.
    pub entries: u64,
    /// Links that were archived.
    pub archived: u64,
    /// Entries from before the chain, which nothing can be said about but that they are there.
    pub before_chain: u64,
    /// What did not fit.
    pub findings: u64,
    /// The head of the chain; of several that of the last.
    pub head: i64,
}

impl Verified {
    fn add(&mut self, other: Self) {
        self.chains += other.chains;
        self.entries += other.entries;
        self.archived += other.archived;
        self.before_chain += other.before_chain;
        self.findings += other.findings;
        if other.chains > 0 {
            self.head = other.head;
        }
    }
}

/// Looks at every entry of the chains and hands each finding to `sink`, in the order of the chains
/// and of what is in them; of each chain those about gaps that nobody archived come last. `marks` are heads of a single chain that were noted elsewhere; what was
/// posted last is held against it anyway. Writers wait for nothing; what they add meanwhile is seen
/// or not seen.
pub async fn verify(
    db: &Db,
    scope: &Scope,
    marks: &[Mark],
    sink: &mut (dyn FnMut(Finding) + Send),
) -> Result<Verified, StoreError> {
    let before = Extent::of(db, scope).await?;
    let mut verified = Verified::default();
    let mut ahead = Ahead::of(db, scope, marks);
    let archives = ahead.archives.clone();
    while let Some(chain) = ahead.next().await? {
        verified.add(chain.out(sink).await?);
    }
    // As many entries as have a link or are from before the chains are all there are, unless
    // something else is wrong already; and it takes a tenth of looking each of them up.
    let known = verified.entries + verified.before_chain;
    let is_all = verified.findings == 0 && before.entries == Some(known);
    if is_all && Extent::of(db, scope).await? == before {
        return Ok(verified);
    }
    let strays = Running::begin(|sink| {
        let (db, scope) = (db.clone(), scope.clone());
        async move {
            let mut run = Run::new(&db, archives, sink);
            strays::look(&mut run, &scope).await?;
            Ok(run.verified)
        }
    });
    verified.add(strays.out(sink).await?);
    // Something is wrong that has no name: an entry that is counted twice, with a link and as one
    // from before the chains, or one of a time that no program can read.
    if verified.findings == 0
        && let Some(found) = before.entries.filter(|entries| *entries != known)
        && Extent::of(db, scope).await? == before
    {
        verified.findings += 1;
        sink(Finding::NumberDoesNotFit {
            chain: scope.chain().map(str::to_owned),
            known,
            found,
        });
    }
    Ok(verified)
}

impl Scope {
    /// The one chain that is meant; none for all.
    fn chain(&self) -> Option<&str> {
        match self {
            Self::All => None,
            Self::NoGuild => Some(""),
            Self::Guild(guild) => Some(guild.as_str()),
        }
    }
}

/// The chains that are meant, some of them looked at ahead of the one whose findings are handed on.
struct Ahead<'a> {
    db: &'a Db,
    marks: &'a [Mark],
    /// Whether there are others after `next`.
    is_all: bool,
    archives: Arc<Mutex<Archives>>,
    next: Option<String>,
    running: VecDeque<Running<Verified>>,
}

impl<'a> Ahead<'a> {
    fn of(db: &'a Db, scope: &Scope, marks: &'a [Mark]) -> Self {
        let chain = scope.chain();
        Self {
            db,
            // They are of one chain.
            marks: if chain.is_none() { &[] } else { marks },
            is_all: chain.is_none(),
            archives: Arc::new(Mutex::new(Archives::of(chain))),
            next: Some(chain.unwrap_or_default().to_owned()),
            running: VecDeque::new(),
        }
    }

    /// The next chain in their order, while those behind it are looked at.
    async fn next(&mut self) -> Result<Option<Running<Verified>>, StoreError> {
        while self.running.len() < AT_ONCE
            && let Some(chain) = self.next.take()
        {
            if self.is_all {
                self.next = chain::after(self.db, &chain).await?;
            }
            let (db, marks) = (self.db.clone(), self.marks.to_vec());
            let archives = self.archives.clone();
            self.running.push_back(Running::begin(|sink| async move {
                let mut run = Run::new(&db, archives, sink);
                run.chain(&chain, marks).await?;
                Ok(run.verified)
            }));
        }
        Ok(self.running.pop_front())
    }
}

/// Something that is looked at in a task of its own, which ends with this.
struct Running<T> {
    findings: mpsc::Receiver<Finding>,
    task: AbortOnDropHandle<Result<T, StoreError>>,
}

impl<T: Send + 'static> Running<T> {
    fn begin<F>(look: impl FnOnce(mpsc::Sender<Finding>) -> F) -> Self
    where
        F: Future<Output = Result<T, StoreError>> + Send + 'static,
    {
        // However much is wrong, little of it waits.
        let (sink, findings) = mpsc::channel(16);
        let task = AbortOnDropHandle::new(tokio::spawn(look(sink)));
        Self { findings, task }
    }

    /// Hands its findings on and waits for its end.
    async fn out(mut self, sink: &mut (dyn FnMut(Finding) + Send)) -> Result<T, StoreError> {
        while let Some(finding) = self.findings.recv().await {
            sink(finding);
        }
        let ended = self.task.await;
        ended.map_err(|_| StoreError::invalid("a chain that could not be looked at"))?
    }
}

/// One verification under way.
struct Run<'a> {
    db: &'a Db,
    archives: Arc<Mutex<Archives>>,
    sink: mpsc::Sender<Finding>,
    verified: Verified,
}

impl<'a> Run<'a> {
    fn new(db: &'a Db, archives: Arc<Mutex<Archives>>, sink: mpsc::Sender<Finding>) -> Self {
        Self {
            db,
            archives,
            sink,
            verified: Verified::default(),
        }
    }

    async fn found(&mut self, finding: Finding) {
        self.verified.findings += 1;
        // Whoever does not wait for it any more ends this task.
        let _gone = self.sink.send(finding).await;
    }

    async fn chain(&mut self, chain: &str, mut marks: Vec<Mark>) -> Result<(), StoreError> {
        self.verified.chains += 1;
        let posted = mirror::find(self.db, chain).await?;
        marks.extend(posted.and_then(|posted| posted.mark()));
        walk::links(self, chain, &marks).await?;
        strays::before_chain(self, chain).await
    }
}
