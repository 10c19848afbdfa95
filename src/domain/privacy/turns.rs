//! One export at a time of a person, and one of a guild, and few at once of all, in this program.
//!
//! What it keeps within bounds is this program's own: its threads, its connections and its disk. Of
//! several programs on one database each keeps to it by itself, so that somebody whose commands
//! come to several has one export in each: nothing is wrong in any of them, for an export only
//! reads. A lease in the database would have to outlast a program that was killed, and its person
//! would be kept waiting for an export that nobody makes.

use std::{
    collections::HashSet,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use slimy_store::Id;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::Fault;

/// Exports that are made at once: each has a thread that packs and, on SQLite, keeps a connection
/// busy, of which the others need some too.
const AT_ONCE: usize = 3;

/// So long an export waits for its turn: three large ones take less.
const PATIENCE: Duration = Duration::from_secs(30);

/// Whose exports are being made.
#[derive(Debug, Clone)]
pub struct Turns {
    busy: Arc<Mutex<HashSet<Id>>>,
    gate: Arc<Semaphore>,
}

/// An export that is being made, until this is dropped.
#[derive(Debug)]
pub(super) struct Turn {
    _own: Own,
    _permit: OwnedSemaphorePermit,
}

/// That of this person or guild there is one, be it that it waits.
#[derive(Debug)]
struct Own {
    turns: Turns,
    of: Id,
}

impl Default for Turns {
    fn default() -> Self {
        Self {
            busy: Arc::default(),
            gate: Arc::new(Semaphore::new(AT_ONCE)),
        }
    }
}

impl Turns {
    /// Begins an export of this person's or guild's; refused at once while one is being made, and
    /// after a while when too many others are.
    pub(super) async fn begin(&self, of: &Id) -> Result<Turn, Fault> {
        self.begin_within(of, PATIENCE).await
    }

    async fn begin_within(&self, of: &Id, patience: Duration) -> Result<Turn, Fault> {
        let own = self.own(of)?;
        let permit = Arc::clone(&self.gate).acquire_owned();
        match tokio::time::timeout(patience, permit).await {
            Ok(Ok(permit)) => Ok(Turn {
                _own: own,
                _permit: permit,
            }),
            // The gate is never closed, so that it was the time.
            Ok(Err(_)) | Err(_) => Err(Fault::ManyExporting),
        }
    }

    fn own(&self, of: &Id) -> Result<Own, Fault> {
        let mut busy = self.busy.lock().unwrap_or_else(PoisonError::into_inner);
        if !busy.insert(of.clone()) {
            return Err(Fault::StillExporting);
        }
        Ok(Own {
            turns: self.clone(),
            of: of.clone(),
        })
    }
}

impl Drop for Own {
    fn drop(&mut self) {
        let busy = &self.turns.busy;
        let mut busy = busy.lock().unwrap_or_else(PoisonError::into_inner);
        busy.remove(&self.of);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(number: usize) -> Id {
        Id::from(format!("u{number}").as_str())
    }

    /// What becomes of one that does not wait.
    async fn at_once(turns: &Turns, number: usize) -> Result<Turn, Fault> {
        turns.begin_within(&of(number), Duration::ZERO).await
    }

    #[tokio::test]
    async fn who_comes_when_many_are_made_waits_for_a_turn_and_not_for_ever() {
        let turns = Turns::default();
        let mut made = Vec::new();
        for number in 0..AT_ONCE {
            made.push(at_once(&turns, number).await.unwrap());
        }
        let refused = at_once(&turns, 9).await.unwrap_err();
        assert_eq!(refused, Fault::ManyExporting);
        let waits = turns.clone();
        let waits = tokio::spawn(async move { waits.begin(&of(9)).await });
        tokio::task::yield_now().await;
        // One's own is known at once, also while it waits.
        for own in [0, 9] {
            let refused = turns.begin(&of(own)).await.unwrap_err();
            assert_eq!(refused, Fault::StillExporting);
        }
        made.pop();
        let turn = waits.await.unwrap().unwrap();
        let refused = at_once(&turns, AT_ONCE).await.unwrap_err();
        assert_eq!(refused, Fault::ManyExporting);
        drop(turn);
        at_once(&turns, AT_ONCE).await.unwrap();
    }
}
