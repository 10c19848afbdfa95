//! Everything that is stored about a person, or of a guild, as a stream of records.
//!
//! It is read in pages by key, so that a million messages need no more memory than a hundred.
//! Pages are read one after the other: what changes meanwhile is exported as it was before or
//! as it is after. What was deleted and is still kept is exported too, with its `deletedAt`.
//!
//! How a record looks as JSON is said in `records.rs` and nowhere else: the rows that the
//! program works with may change, what people were handed may not.

mod audit;
mod chat;
mod club;
mod guild;
mod history;
mod records;
mod settings;
mod usage;
mod user;

use std::collections::VecDeque;

pub use records::{
    Alert, Alias, Analysis, Attached, Attachment, AuditEntry, ClubMember, Consent, Conversation,
    Correction, Guild, Image, Member, Message, Metric, Moment, Post, Power, Record, Reservation,
    Session, SettingsProposal, SettingsRevision, Usage, User,
};

use crate::{Db, Id, StoreError, Timestamp, limits};

/// A stream of records. It ends at once when there is no such person or guild.
pub struct Export {
    db: Db,
    /// None once everything was read.
    stage: Option<Stage>,
    ready: VecDeque<Record>,
}

enum Stage {
    User(user::Stage),
    Guild(guild::Stage),
}

/// All about a person: who they are, what they said to the notice about chat, sessions (without what opens them), memberships,
/// conversations with their messages and files, the tokens that they used, analyses and drafts with all that hangs on them, the
/// members of clubs that they are, the aliases and corrections that they gave, and the audit entries about what they did and what was done to them.
pub fn of_user(db: &Db, id: Id) -> Export {
    Export::new(db, Stage::User(user::Stage::begin(id)))
}

/// All of a guild: what it is called and has set, members, the tokens that were used there,
/// analyses and drafts with all that
/// hangs on them, its club with aliases, corrections and alerts, and its audit entries, without the addresses, programs and sessions of those
/// who acted. Conversations are their owners' and not the guild's: they are in the export of
/// each person, and in nobody else's.
pub fn of_guild(db: &Db, id: Id) -> Export {
    Export::new(db, Stage::Guild(guild::Stage::begin(id)))
}

impl Export {
    fn new(db: &Db, stage: Stage) -> Self {
        Self {
            db: db.clone(),
            stage: Some(stage),
            ready: VecDeque::new(),
        }
    }

    /// The next record; none at the end. After an error the same call tries the same again.
    pub async fn next(&mut self) -> Result<Option<Record>, StoreError> {
        loop {
            if let Some(record) = self.ready.pop_front() {
                return Ok(Some(record));
            }
            let Some(stage) = &self.stage else {
                return Ok(None);
            };
            let (records, next) = stage.read(&self.db).await?;
            self.ready = records;
            self.stage = next;
        }
    }
}

impl Stage {
    async fn read(&self, db: &Db) -> Result<(VecDeque<Record>, Option<Self>), StoreError> {
        match self {
            Self::User(stage) => {
                let (records, next) = stage.read(db).await?;
                Ok((records, next.map(Self::User)))
            }
            Self::Guild(stage) => {
                let (records, next) = stage.read(db).await?;
                Ok((records, next.map(Self::Guild)))
            }
        }
    }
}

/// Where a list goes on that is ordered by time.
#[derive(Debug, Clone)]
struct After {
    at: Timestamp,
    id: Id,
}

impl After {
    fn begin() -> Self {
        Self {
            at: Timestamp::FAR_PAST,
            id: Id::lowest(),
        }
    }
}

/// How many rows are read at once that may have a megabyte each: changes of settings, and analyses
/// with their drafts.
const LARGE_ROWS: usize = 5;

/// How many rows a page of such rows has.
fn large_page_rows() -> i64 {
    i64::try_from(LARGE_ROWS).unwrap_or(i64::MAX)
}

/// Whether there may be more after a page with so many of them.
fn is_large_full(rows: usize) -> bool {
    rows == LARGE_ROWS
}

/// How many rows one page has.
fn page_rows() -> i64 {
    i64::try_from(limits::PAGE_SIZE).unwrap_or(i64::MAX)
}

/// Whether there may be more after a page with so many rows.
fn is_full(rows: usize) -> bool {
    rows == limits::PAGE_SIZE
}
