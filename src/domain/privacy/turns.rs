//! One export at a time of a person, and one of a guild, in this program.
//!
//! What it keeps within bounds is this program's own: its threads, its connections and its disk. Of
//! several programs on one database each keeps to it by itself, so that somebody whose commands
//! come to several has one export in each: nothing is wrong in any of them, for an export only
//! reads. A lease in the database would have to outlast a program that was killed, and its person
//! would be kept waiting for an export that nobody makes.

use std::{
    collections::HashSet,
    sync::{Arc, Mutex, PoisonError},
};

use slimy_store::Id;

use super::Fault;

/// Whose exports are being made.
#[derive(Debug, Clone, Default)]
pub struct Turns(Arc<Mutex<HashSet<Id>>>);

/// An export that is being made, until this is dropped.
#[derive(Debug)]
pub(super) struct Turn {
    turns: Turns,
    of: Id,
}

impl Turns {
    /// Begins an export of this person's or guild's; refused while one is being made.
    pub(super) fn begin(&self, of: &Id) -> Result<Turn, Fault> {
        let mut busy = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !busy.insert(of.clone()) {
            return Err(Fault::StillExporting);
        }
        Ok(Turn {
            turns: self.clone(),
            of: of.clone(),
        })
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let mut busy = self.turns.0.lock().unwrap_or_else(PoisonError::into_inner);
        busy.remove(&self.of);
    }
}
