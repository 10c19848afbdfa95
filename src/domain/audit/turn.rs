//! What reads a guild's whole audit log is done once at a time for each guild, in this program: of
//! several on one database each keeps its own threads and connections free. It only reads, so two
//! of them are in nobody's way.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use slimy_store::Id;

use super::Fault;
use crate::UserError;

/// The guilds whose audit log is being read, by keys that no two databases share.
static RUNNING: Mutex<BTreeSet<Id>> = Mutex::new(BTreeSet::new());

/// One of them, until it is dropped.
#[derive(Debug)]
pub(super) struct Reading(Id);

impl Reading {
    pub(super) fn begin(guild_id: &Id) -> Result<Self, UserError> {
        let mut running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        if running.insert(guild_id.clone()) {
            Ok(Self(guild_id.clone()))
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
    fn a_guild_is_read_once_at_a_time() {
        let (one, other) = (Id::new(), Id::new());
        let reading = Reading::begin(&one).unwrap();
        assert_eq!(Reading::begin(&one).unwrap_err(), Fault::Busy.into());
        assert!(Reading::begin(&other).is_ok());
        drop(reading);
        assert!(Reading::begin(&one).is_ok());
    }
}
