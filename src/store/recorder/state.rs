//! What the two tasks of a recorder and its callers know of each other.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::{Notify, watch};

/// Where a recorder stands.
#[derive(Debug)]
pub(super) struct State {
    away: AtomicBool,
    /// When the database last took entries, and how long it took for them.
    taken: Mutex<Option<(Instant, Duration)>>,
    /// Entries in the journal that are not in the database.
    journalled: watch::Sender<usize>,
    closing: watch::Sender<bool>,
    /// There is something to replay.
    pub(super) work: Notify,
}

impl Default for State {
    fn default() -> Self {
        Self {
            away: AtomicBool::new(false),
            taken: Mutex::default(),
            journalled: watch::Sender::new(0),
            closing: watch::Sender::new(false),
            work: Notify::new(),
        }
    }
}

impl State {
    pub(super) fn is_away(&self) -> bool {
        self.away.load(Ordering::Relaxed)
    }

    /// Says that the database took entries, or did not for the reason that `why` names.
    pub(super) fn set_away(&self, why: Option<&dyn std::fmt::Display>) {
        let was = self.away.swap(why.is_some(), Ordering::Relaxed);
        match why {
            Some(why) if !was => {
                tracing::warn!(%why, "the database is away: audit entries go to the journal");
            }
            None if was => tracing::info!("the database takes audit entries again"),
            _ => {}
        }
    }

    /// Notes how long the database took for the entries that it has just taken.
    pub(super) fn set_taken(&self, took: Duration) {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        *taken = Some((Instant::now(), took));
    }

    pub(super) fn taken_within(&self, age: Duration) -> Option<Duration> {
        let taken = *self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let (at, took) = taken.filter(|_| !self.is_away())?;
        (at.elapsed() <= age).then_some(took)
    }

    pub(super) fn journalled(&self) -> usize {
        *self.journalled.borrow()
    }

    pub(super) fn add_journalled(&self, entries: usize) {
        self.journalled.send_modify(|count| *count += entries);
    }

    pub(super) fn take_journalled(&self, entries: usize) {
        let take = |count: &mut usize| *count = count.saturating_sub(entries);
        self.journalled.send_modify(take);
    }

    pub(super) async fn replayed(&self) {
        // The sender is part of this value, so it is not gone.
        let _ = self
            .journalled
            .subscribe()
            .wait_for(|count| *count == 0)
            .await;
    }

    pub(super) fn close(&self) {
        self.closing.send_replace(true);
    }

    /// Returns once the recorder is told to close.
    pub(super) async fn closing(&self) {
        let _ = self.closing.subscribe().wait_for(|closing| *closing).await;
    }
}
