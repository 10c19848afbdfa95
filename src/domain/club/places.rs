//! How much may be in memory at once, given out to the guilds in turn.

use std::sync::{Arc, Mutex};

use slimy_store::Id;
use tokio::sync::oneshot;

use super::{reading::lock, turns::Turns};

/// Room for so many KiB of images, and who waits for some of it.
#[derive(Debug)]
pub(super) struct Places {
    state: Arc<Mutex<State>>,
}

#[derive(Debug)]
struct State {
    free: u32,
    waiting: Turns<Waiting>,
}

#[derive(Debug)]
struct Waiting {
    kib: u32,
    granted: oneshot::Sender<Place>,
}

/// Room that is held; it is free again when this is dropped.
#[derive(Debug)]
pub struct Place {
    kib: u32,
    state: Arc<Mutex<State>>,
}

impl Places {
    pub(super) fn new(kib: u32) -> Self {
        let state = State {
            free: kib,
            waiting: Turns::default(),
        };
        Self {
            state: Arc::new(Mutex::new(state)),
        }
    }

    /// Waits for room for so many KiB, which must not be more than there is at all.
    pub(super) async fn take(&self, guild: &Id, kib: u32) -> Option<Place> {
        let (granted, place) = oneshot::channel();
        lock(&self.state)
            .waiting
            .push(guild, Waiting { kib, granted });
        give(&self.state);
        // Whoever gives up leaves at the next giving.
        place.await.ok()
    }

    /// How many other guilds are before this one's next image.
    pub(super) fn before(&self, guild: &Id) -> Option<usize> {
        lock(&self.state).waiting.before(guild)
    }
}

/// Gives out what is free, in turn. What is next waits until there is enough of it, so that a
/// large image comes to its turn too.
fn give(state: &Arc<Mutex<State>>) {
    loop {
        let (waiting, place) = {
            let mut held = lock(state);
            held.waiting.retain(|waiting| !waiting.granted.is_closed());
            let free = held.free;
            if held.waiting.peek().is_none_or(|next| next.kib > free) {
                return;
            }
            let Some(waiting) = held.waiting.pop() else {
                return;
            };
            held.free -= waiting.kib;
            let kib = waiting.kib;
            let state = Arc::clone(state);
            (waiting, Place { kib, state })
        };
        // Not under the lock: to somebody who has gone meanwhile the room comes straight back.
        drop(waiting.granted.send(place));
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        lock(&self.state).free += self.kib;
        give(&self.state);
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt as _;

    use super::*;

    fn guild(name: &str) -> Id {
        Id::from(name)
    }

    #[test]
    fn room_is_given_to_the_guilds_in_turn() {
        let (places, a, b) = (Places::new(2), guild("a"), guild("b"));
        let mut first: Vec<_> = (0..3).map(|_| Box::pin(places.take(&a, 1))).collect();
        let mut held: Vec<_> = first
            .iter_mut()
            .map(|one| one.as_mut().now_or_never().flatten())
            .collect();
        assert!(held[0].is_some() && held[1].is_some() && held[2].is_none());
        let mut other = Box::pin(places.take(&b, 1));
        assert!(other.as_mut().now_or_never().is_none());
        assert_eq!(places.before(&b), Some(1));
        held[0] = None;
        assert!(
            first[2].as_mut().now_or_never().flatten().is_some(),
            "it was there before"
        );
        // What it took it gave back at once.
        assert!(other.as_mut().now_or_never().flatten().is_some());
    }

    #[test]
    fn who_gives_up_holds_up_nobody() {
        let (places, a, b) = (Places::new(1), guild("a"), guild("b"));
        let held = places.take(&a, 1).now_or_never().flatten();
        assert!(held.is_some());
        let mut gone = Box::pin(places.take(&a, 1));
        assert!(gone.as_mut().now_or_never().is_none());
        let mut next = Box::pin(places.take(&b, 1));
        assert!(next.as_mut().now_or_never().is_none());
        drop(gone);
        drop(held);
        assert!(next.as_mut().now_or_never().flatten().is_some());
    }
}
