//! What a club's channel is told: who joined and left, who changed, and that a scan is due.
//!
//! News are queued in the transaction of what they tell of, once by their key, and are posted by
//! a job: nothing is lost by a restart, and nothing is told twice. Where nothing has happened the
//! channel stays quiet.

mod deliver;
mod due;
mod fault;
mod loosened;
mod saved;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use slimy_store::{Id, Timestamp, club::NewAlert};

use super::{Guards, Metric, Week};
use crate::Error;

pub(super) use deliver::SWITCHED_OFF;
pub use deliver::{Announcer, deliver};
pub use due::{Reminded, remind};
pub use fault::Fault;
pub(crate) use loosened::on_guards;
pub use saved::{SavedPart, on_saved};

/// As many of a list are named (the earlier system's, original.md section 1.1).
const NAMED: usize = 15;

/// What a channel is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "news",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum News {
    /// A roster was saved, and something has happened since the one before.
    Saved {
        /// The roster's week.
        week: Week,
        /// Which powers it has.
        metrics: Vec<Metric>,
        /// Who was not there before.
        joined: Listing<String>,
        /// Who is not there any more.
        left: Listing<String>,
        /// Whose power has changed by `percent` or more, the largest change first.
        movers: Listing<Mover>,
        /// From which change on it is told; none where it is not.
        percent: Option<u32>,
    },
    /// The week's roster was not saved yet.
    ScanDue {
        /// The week.
        week: Week,
        /// When it began.
        began: Timestamp,
        /// What is missing of it.
        metrics: Vec<Metric>,
    },
    /// Guards were changed so that less needs a second approval.
    GuardsLoosened {
        /// The guards until then.
        before: Guards,
        /// The guards from then on.
        after: Guards,
    },
}

/// A list of which the first ones are named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing<T> {
    /// The first ones.
    pub named: Vec<T>,
    /// How many more there are.
    pub more: usize,
}

impl<T> Listing<T> {
    fn of(mut all: Vec<T>) -> Self {
        let more = all.len().saturating_sub(NAMED);
        all.truncate(NAMED);
        Self { named: all, more }
    }

    /// Whether there is nobody on it.
    pub fn is_empty(&self) -> bool {
        self.named.is_empty()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.named.len() + self.more
    }
}

/// A member whose power has changed a lot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mover {
    /// The name to show.
    pub name: String,
    /// Which power.
    pub metric: Metric,
    /// The power before, above zero.
    pub before: i64,
    /// The power now.
    pub now: i64,
}

impl News {
    /// In the outbox's word.
    fn kind(&self) -> &'static str {
        match self {
            Self::Saved { .. } => "saved",
            Self::ScanDue { .. } => "due",
            Self::GuardsLoosened { .. } => "guards",
        }
    }

    /// As it waits to be posted, at once.
    fn alert(&self, guild_id: &Id, key: String, at: Timestamp) -> Result<NewAlert, Error> {
        let payload = serde_json::to_value(self).map_err(corrupt)?;
        Ok(NewAlert {
            guild_id: guild_id.clone(),
            kind: self.kind().to_owned(),
            key,
            payload: slimy_store::Json(payload),
            due_at: at,
        })
    }
}

fn corrupt(source: serde_json::Error) -> Error {
    Error::Corrupt {
        what: "alert",
        source,
    }
}
