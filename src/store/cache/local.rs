//! The copies in this process, and what keeps an old row from getting among them.
//!
//! A reader that misses asks for a [`Ticket`], reads the row elsewhere, and fills with
//! the ticket. A writer closes the slot before its commit and opens it after: tickets
//! from before and from in between fill nothing, so that a row that was read before
//! the commit cannot be put in after it.

use std::collections::hash_map::RandomState;
use std::fmt;
use std::hash::BuildHasher as _;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::{Id, limits};

/// Slots share this many counters: a change keeps a 256th of the rows from being filled
/// while it lasts, and what is remembered about changes is bounded.
const STRIPES: usize = 256;

/// Rows of one kind, by key.
pub(super) struct Local<T> {
    rows: moka::sync::Cache<Id, Held<T>>,
    stripes: Box<[Mutex<Stripe>]>,
    hasher: RandomState,
    lives: Duration,
}

struct Held<T> {
    row: Arc<T>,
    until: Instant,
}

impl<T> Clone for Held<T> {
    fn clone(&self) -> Self {
        Self {
            row: Arc::clone(&self.row),
            until: self.until,
        }
    }
}

/// What is under way in one 256th of the slots.
#[derive(Default)]
struct Stripe {
    /// Counts the changes that ever began.
    generation: u64,
    /// Changes that have not ended.
    open: u32,
    /// Until then a change may still take effect of which nobody knows how it ended.
    unsure_until: Option<Instant>,
}

/// The right to fill a slot with what is read from now on, unless it changes meanwhile.
#[derive(Debug)]
pub(super) struct Ticket {
    /// None while a change is under way.
    generation: Option<u64>,
    until: Instant,
}

impl<T: Send + Sync + 'static> Local<T> {
    /// Room for `most` rows, each for as long as `lives`.
    pub(super) fn new(most: u64, lives: Duration) -> Self {
        let rows = moka::sync::Cache::builder()
            .max_capacity(most)
            .time_to_live(lives);
        Self {
            rows: rows.build(),
            stripes: (0..STRIPES).map(|_| Mutex::default()).collect(),
            hasher: RandomState::new(),
            lives,
        }
    }

    /// The row, when a copy is here that is young enough at `now`.
    pub(super) fn get(&self, id: &Id, now: Instant) -> Option<Arc<T>> {
        let held = self.rows.get(id)?;
        (now < held.until).then_some(held.row)
    }

    /// What a reader needs that begins to read elsewhere at `now`. A row's life is
    /// counted from here, as nothing is known of what happens to it afterwards.
    pub(super) fn ticket(&self, id: &Id, now: Instant) -> Ticket {
        let stripe = self.stripe(id);
        let sure = stripe.unsure_until.is_none_or(|until| until <= now);
        Ticket {
            generation: (stripe.open == 0 && sure).then_some(stripe.generation),
            until: now + self.lives,
        }
    }

    /// Keeps what was read with `ticket`, unless a change began since, or was under way.
    pub(super) fn fill(&self, id: &Id, ticket: &Ticket, row: &Arc<T>) {
        let stripe = self.stripe(id);
        if ticket.generation == Some(stripe.generation) {
            let row = Arc::clone(row);
            let until = ticket.until;
            // Under the lock: a change cannot begin between the look and this.
            self.rows.insert(id.clone(), Held { row, until });
        }
    }

    /// A change begins: the copy goes, and nothing is filled until it ends.
    pub(super) fn close(&self, id: &Id) {
        let mut stripe = self.stripe(id);
        stripe.generation += 1;
        stripe.open += 1;
        self.rows.invalidate(id);
    }

    /// The change has ended, whatever came of it.
    pub(super) fn open(&self, id: &Id) {
        let mut stripe = self.stripe(id);
        stripe.open = stripe.open.saturating_sub(1);
    }

    /// Nobody waits for the change any more, and it may still take effect for a while
    /// after `now`: until then nothing is filled.
    pub(super) fn abandon(&self, id: &Id, now: Instant) {
        let mut stripe = self.stripe(id);
        stripe.open = stripe.open.saturating_sub(1);
        let until = now + limits::CACHE_UNSURE;
        stripe.unsure_until = stripe.unsure_until.max(Some(until));
    }

    fn stripe(&self, id: &Id) -> MutexGuard<'_, Stripe> {
        let hash = self.hasher.hash_one(id);
        let stripe = usize::try_from(hash % STRIPES as u64).unwrap_or(0);
        // A panic elsewhere leaves no counter half-written.
        self.stripes[stripe]
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl<T> fmt::Debug for Local<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Local")
            .field("lives", &self.lives)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIVES: Duration = Duration::from_mins(1);

    fn local() -> (Local<&'static str>, Id, Instant) {
        (Local::new(10, LIVES), Id::from("g"), Instant::now())
    }

    #[test]
    fn a_row_that_was_read_before_a_change_is_not_put_in_after_it() {
        let (local, id, now) = local();
        let before = local.ticket(&id, now);
        local.close(&id);
        local.fill(&id, &before, &Arc::new("old"));
        assert_eq!(local.get(&id, now), None);

        local.open(&id);
        local.fill(&id, &before, &Arc::new("old"));
        assert_eq!(local.get(&id, now), None);
    }

    #[test]
    fn a_row_that_was_read_during_a_change_is_not_put_in_either() {
        let (local, id, now) = local();
        local.close(&id);
        local.close(&id);
        let first = local.ticket(&id, now);
        local.open(&id);
        let second = local.ticket(&id, now);
        local.open(&id);
        for during in [first, second] {
            local.fill(&id, &during, &Arc::new("old"));
            assert_eq!(local.get(&id, now), None);
        }

        let after = local.ticket(&id, now);
        local.fill(&id, &after, &Arc::new("new"));
        assert_eq!(local.get(&id, now).as_deref(), Some(&"new"));
    }

    #[test]
    fn a_change_takes_the_copy_away_before_it_is_made() {
        let (local, id, now) = local();
        local.fill(&id, &local.ticket(&id, now), &Arc::new("old"));
        local.close(&id);
        assert_eq!(local.get(&id, now), None);
    }

    #[test]
    fn while_nobody_knows_how_a_change_ended_nothing_is_put_in() {
        let (local, id, now) = local();
        local.close(&id);
        local.abandon(&id, now);
        let unsure = local.ticket(&id, now + limits::CACHE_UNSURE / 2);
        local.fill(&id, &unsure, &Arc::new("old"));
        assert_eq!(local.get(&id, now), None);

        let sure = local.ticket(&id, now + limits::CACHE_UNSURE);
        local.fill(&id, &sure, &Arc::new("new"));
        assert_eq!(local.get(&id, now).as_deref(), Some(&"new"));
    }

    #[test]
    fn a_copy_lives_from_when_its_reading_began() {
        let (local, id, now) = local();
        let ticket = local.ticket(&id, now);
        local.fill(&id, &ticket, &Arc::new("row"));
        let last = now + (LIVES.saturating_sub(Duration::from_nanos(1)));
        assert_eq!(local.get(&id, last).as_deref(), Some(&"row"));
        assert_eq!(local.get(&id, now + LIVES), None);
    }

    #[test]
    fn no_more_rows_are_kept_than_there_is_room_for() {
        let (local, _, now) = local();
        for n in 0..1_000 {
            let id = Id::from(n.to_string());
            local.fill(&id, &local.ticket(&id, now), &Arc::new("row"));
        }
        local.rows.run_pending_tasks();
        assert!(local.rows.entry_count() <= 10);
    }
}
