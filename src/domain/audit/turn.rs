//! What reads a guild's whole audit log is done once at a time for each guild, in this program: of
//! several on one database each keeps its own threads and connections free. It only reads, so two
//! of them are in nobody's way. Verifying and exporting have turns of their own: an export, which
//! takes as long as Discord takes its parts, keeps nobody from verifying.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use slimy_store::Id;

use super::Fault;
use crate::UserError;

/// What it is read for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Purpose {
    Verify,
    Export,
}

/// The guilds whose audit log is being read, by keys that no two databases share.
static RUNNING: Mutex<BTreeSet<(Purpose, Id)>> = Mutex::new(BTreeSet::new());

/// One of them, until it is dropped.
#[derive(Debug)]
pub(super) struct Reading((Purpose, Id));

impl Reading {
    pub(super) fn begin(purpose: Purpose, guild_id: &Id) -> Result<Self, UserError> {
        let reading = (purpose, guild_id.clone());
        let mut running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        if running.insert(reading.clone()) {
            Ok(Self(reading))
        } else {
            Err(Fault::Busy.into())
        }
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        let mut running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        running.remove(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guild_is_read_once_at_a_time_for_each_purpose() {
        let (one, other) = (Id::new(), Id::new());
        let begin = |guild| Reading::begin(Purpose::Export, guild);
        let reading = begin(&one).unwrap();
        assert_eq!(begin(&one).unwrap_err(), Fault::Busy.into());
        assert!(begin(&other).is_ok());
        assert!(Reading::begin(Purpose::Verify, &one).is_ok());
        drop(reading);
        assert!(begin(&one).is_ok());
    }
}
