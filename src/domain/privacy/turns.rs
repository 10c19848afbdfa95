//! One export at a time of a person, and one of a guild.

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
