//! Are the entries what they were when they were written? Every link of a chain is made again
//! from its entry and held against what is stored. What does not fit is named and handed on at
//! once, so nothing is kept in memory however much there is.
//!
//! It is no proof against somebody who owns the database and makes the whole chain anew: against
//! that a head which was noted elsewhere ([`Mark`]) is held, as the audit channel does.

mod pages;
mod strays;
mod walk;

use std::collections::VecDeque;
use std::fmt;

use tokio::sync::mpsc;
use tokio_util::task::AbortOnDropHandle;

use super::{chain, mirror};
use crate::{Db, Id, StoreError, Timestamp};

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

/// Which entry is meant.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Named {
    /// The row's key.
    pub id: Id,
    /// What was done.
    pub action: String,
    /// When.
    pub timestamp: Timestamp,
}

/// What is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// The entry says something else than when it was linked, or its link does not follow the
    /// one before.
    Changed {
        /// In which chain.
        chain: String,
        /// Where in it.
        seq: i64,
        /// Which entry.
        entry: Named,
    },
    /// Entries are gone that nothing archived.
    Removed {
        /// From which chain.
        chain: String,
        /// The first of them.
        first: i64,
        /// The last of them; the same for a single one.
        last: i64,
        /// The key of the entry, where its link is still there.
        id: Option<Id>,
    },
    /// An entry from before the chain is gone.
    RemovedFromBefore {
        /// From which chain.
        chain: String,
        /// The key of the entry.
        id: Id,
    },
    /// An entry that no program of this release has written.
    Inserted {
        /// In which chain it would be.
        chain: String,
        /// Which entry.
        entry: Named,
    },
    /// The newest entries are gone: the head is further than the last link, or a head that was
    /// noted elsewhere is.
    CutEnd {
        /// From which chain.
        chain: String,
        /// The last link that is there; 0 for none.
        last: i64,
        /// How far it went.
        head: i64,
    },
    /// The head, or one that was noted elsewhere, is not the hash of its link.
    HeadDoesNotFit {
        /// Of which chain.
        chain: String,
        /// Where in it.
        seq: i64,
    },
    /// There are more or fewer entries from before the chain than there were.
    BeforeDoesNotFit {
        /// In which chain.
        chain: String,
        /// How many there were.
        expected: i64,
        /// How many there are said to be.
        found: i64,
    },
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
    /// Entries from before the chains that are there, archived or not.
    found_before: u64,
}

impl Verified {
    fn add(&mut self, other: Self) {
        self.chains += other.chains;
        self.entries += other.entries;
        self.archived += other.archived;
        self.before_chain += other.before_chain;
        self.findings += other.findings;
        self.found_before += other.found_before;
        if other.chains > 0 {
            self.head = other.head;
        }
    }
}

impl Finding {
    /// In which chain it is: a guild's key, or empty for what belongs to none.
    pub fn chain(&self) -> &str {
        match self {
            Self::Changed { chain, .. }
            | Self::Removed { chain, .. }
            | Self::RemovedFromBefore { chain, .. }
            | Self::Inserted { chain, .. }
            | Self::CutEnd { chain, .. }
            | Self::HeadDoesNotFit { chain, .. }
            | Self::BeforeDoesNotFit { chain, .. } => chain,
        }
    }
}

impl fmt::Display for Named {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            id,
            action,
            timestamp,
        } = self;
        write!(f, "{id} ({action}, {timestamp})")
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = |chain: &str| match chain {
            "" => "without a guild".to_owned(),
            guild => format!("of guild {guild}"),
        };
        match self {
            Self::Changed { chain, seq, entry } => {
                write!(f, "changed: entry {entry}, number {seq} {}", name(chain))
            }
            Self::Removed {
                chain,
                first,
                last,
                id,
            } => {
                let chain = name(chain);
                match id {
                    Some(id) => write!(f, "removed: entry {id}, number {first} {chain}"),
                    None if first == last => write!(f, "removed: entry number {first} {chain}"),
                    None => write!(f, "removed: entries number {first} to {last} {chain}"),
                }
            }
            Self::RemovedFromBefore { chain, id } => {
                let chain = name(chain);
                write!(f, "removed: entry {id}, from before the chain {chain}")
            }
            Self::Inserted { chain, entry } => write!(
                f,
                "inserted by hand or by an older release: entry {entry} {}",
                name(chain)
            ),
            Self::CutEnd { chain, last, head } => write!(
                f,
                "cut off: the entries {} end with number {last} and went to {head}",
                name(chain)
            ),
            Self::HeadDoesNotFit { chain, seq } => write!(
                f,
                "the head at number {seq} {} is not what stands there",
                name(chain)
            ),
            Self::BeforeDoesNotFit {
                chain,
                expected,
                found,
            } => write!(
                f,
                "from before the chain there were {expected} entries {}, and {found} are said to be",
                name(chain)
            ),
        }
    }
}

/// Looks at every entry of the chains and hands each finding to `sink`, in the order of the chains
/// and of what is in them. `marks` are heads of a single chain that were noted elsewhere; what was
/// posted last is held against it anyway. Writers wait for nothing; what they add meanwhile is seen
/// or not seen.
pub async fn verify(
    db: &Db,
    scope: &Scope,
    marks: &[Mark],
    sink: &mut (dyn FnMut(Finding) + Send),
) -> Result<Verified, StoreError> {
    let before = strays::count(db, scope).await?;
    let mut verified = Verified::default();
    let mut ahead = Ahead::of(db, scope, marks);
    while let Some(chain) = ahead.next().await? {
        verified.add(chain.out(sink).await?);
    }
    // As many entries as have a link or are from before the chains are all there are, unless
    // something else is wrong already; and it takes a tenth of looking each of them up.
    let known = verified.entries + verified.found_before;
    let is_all = verified.findings == 0 && known == before;
    if !is_all || strays::count(db, scope).await? != before {
        let strays = Running::begin(|sink| {
            let (db, scope) = (db.clone(), scope.clone());
            async move {
                let mut run = Run::new(&db, sink);
                strays::look(&mut run, &scope).await?;
                Ok(run.verified)
            }
        });
        verified.add(strays.out(sink).await?);
    }
    Ok(verified)
}

/// The chains that are meant, some of them looked at ahead of the one whose findings are handed on.
struct Ahead<'a> {
    db: &'a Db,
    marks: &'a [Mark],
    /// Whether there are others after `next`.
    is_all: bool,
    next: Option<String>,
    running: VecDeque<Running<Verified>>,
}

impl<'a> Ahead<'a> {
    fn of(db: &'a Db, scope: &Scope, marks: &'a [Mark]) -> Self {
        let (is_all, next) = match scope {
            Scope::All => (true, String::new()),
            Scope::NoGuild => (false, String::new()),
            Scope::Guild(guild) => (false, guild.as_str().to_owned()),
        };
        Self {
            db,
            // They are of one chain.
            marks: if is_all { &[] } else { marks },
            is_all,
            next: Some(next),
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
            self.running.push_back(Running::begin(|sink| async move {
                let mut run = Run::new(&db, sink);
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
    sink: mpsc::Sender<Finding>,
    verified: Verified,
}

impl<'a> Run<'a> {
    fn new(db: &'a Db, sink: mpsc::Sender<Finding>) -> Self {
        Self {
            db,
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
