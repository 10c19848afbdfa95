//! Are the entries what they were when they were written? Every link of a chain is made again
//! from its entry and held against what is stored. What does not fit is named and handed on at
//! once, so nothing is kept in memory however much there is.
//!
//! It is no proof against somebody who owns the database and makes the whole chain anew: against
//! that a head which was noted elsewhere ([`Mark`]) is held, as the audit channel does.

mod strays;
mod walk;

use std::fmt;

use super::{chain, mirror};
use crate::{Db, Id, StoreError, Timestamp};

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

/// Looks at every entry of the chains and hands each finding to `sink`. `marks` are heads of
/// a single chain that were noted elsewhere; what was posted last is held against it anyway. Writers wait for nothing; what they add meanwhile
/// is seen or not seen.
pub async fn verify(
    db: &Db,
    scope: &Scope,
    marks: &[Mark],
    sink: &mut (dyn FnMut(Finding) + Send),
) -> Result<Verified, StoreError> {
    let mut verified = Verified::default();
    let mut sink = |finding| sink(finding);
    let mut run = Run {
        db,
        sink: &mut sink,
        verified: &mut verified,
    };
    match scope {
        Scope::Guild(guild) => run.chain(guild.as_str(), marks).await?,
        Scope::NoGuild => run.chain("", marks).await?,
        Scope::All => {
            let mut chain = Some(String::new());
            while let Some(name) = chain {
                run.chain(&name, &[]).await?;
                chain = chain::after(db, &name).await?;
            }
            strays::of_all(&mut run).await?;
        }
    }
    if *scope != Scope::All {
        strays::of_chain(&mut run, scope).await?;
    }
    Ok(verified)
}

/// One verification under way.
struct Run<'a> {
    db: &'a Db,
    sink: &'a mut (dyn FnMut(Finding) + Send),
    verified: &'a mut Verified,
}

impl Run<'_> {
    fn found(&mut self, finding: Finding) {
        self.verified.findings += 1;
        (self.sink)(finding);
    }

    async fn chain(&mut self, chain: &str, marks: &[Mark]) -> Result<(), StoreError> {
        self.verified.chains += 1;
        let mut marks = marks.to_vec();
        let posted = mirror::find(self.db, chain).await?;
        marks.extend(posted.and_then(|posted| posted.mark()));
        walk::links(self, chain, &marks).await?;
        strays::before_chain(self, chain).await
    }
}
