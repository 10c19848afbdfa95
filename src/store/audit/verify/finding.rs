//! What is not as it was written, and how the program's own command says it.

use std::fmt;

use crate::audit::AuditEntry;
use crate::{Id, Timestamp};

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
    /// More entries from before the chain are said to be archived than archiving says it took.
    ArchivedDoesNotFit {
        /// From which chain.
        chain: String,
        /// How many it took.
        taken: i64,
        /// How many are said to be archived.
        said: i64,
    },
    /// There are more or fewer entries than links and entries from before the chains, and none of
    /// them stands out.
    NumberDoesNotFit {
        /// In which chain; none for all together.
        chain: Option<String>,
        /// How many are known.
        known: u64,
        /// How many there are.
        found: u64,
    },
}

impl Finding {
    /// In which chain it is: a guild's key, or empty for what belongs to none and for all together.
    pub fn chain(&self) -> &str {
        match self {
            Self::Changed { chain, .. }
            | Self::Removed { chain, .. }
            | Self::RemovedFromBefore { chain, .. }
            | Self::Inserted { chain, .. }
            | Self::CutEnd { chain, .. }
            | Self::HeadDoesNotFit { chain, .. }
            | Self::BeforeDoesNotFit { chain, .. }
            | Self::ArchivedDoesNotFit { chain, .. } => chain,
            Self::NumberDoesNotFit { chain, .. } => chain.as_deref().unwrap_or_default(),
        }
    }
}

impl Named {
    /// The entry by what names it.
    pub(super) fn of(entry: AuditEntry) -> Self {
        let AuditEntry {
            id,
            action,
            timestamp,
            ..
        } = entry;
        Self {
            id,
            action,
            timestamp,
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
            Self::ArchivedDoesNotFit { chain, taken, said } => write!(
                f,
                "{said} entries from before the chain {} are said to be archived, and the archive took {taken}",
                name(chain)
            ),
            Self::NumberDoesNotFit {
                chain,
                known,
                found,
            } => {
                let chain = chain
                    .as_deref()
                    .map_or_else(|| "in all chains".to_owned(), name);
                write!(
                    f,
                    "there are {found} entries {chain}, and {known} are known by links and lists"
                )
            }
        }
    }
}
