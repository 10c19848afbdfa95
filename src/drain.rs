//! What is handled: each interaction once, and on the way down nothing new.

use std::{
    collections::{HashSet, VecDeque},
    sync::{Mutex, PoisonError},
};

use poise::serenity_prelude::{self as serenity, FullEvent, InteractionId};
use slimy_commands::{Data, Error};
use tokio_util::task::TaskTracker;

/// An event that comes again does so soon, as after a reconnect.
const REMEMBERED: usize = 4_096;

/// poise's framework with a count of what is being handled.
pub(crate) struct Draining {
    inner: poise::Framework<Data, Error>,
    running: TaskTracker,
    newest: Mutex<Newest>,
}

/// The interactions that came last.
#[derive(Default)]
struct Newest {
    known: HashSet<InteractionId>,
    in_order: VecDeque<InteractionId>,
}

impl Newest {
    /// Whether it is new; it is none the next time.
    fn add(&mut self, id: InteractionId) -> bool {
        if !self.known.insert(id) {
            return false;
        }
        self.in_order.push_back(id);
        if self.in_order.len() > REMEMBERED
            && let Some(oldest) = self.in_order.pop_front()
        {
            self.known.remove(&oldest);
        }
        true
    }
}

impl Draining {
    /// Counts in `running`; once that is closed, interactions are no longer taken.
    pub(crate) fn new(inner: poise::Framework<Data, Error>, running: TaskTracker) -> Self {
        Self {
            inner,
            running,
            newest: Mutex::default(),
        }
    }

    fn is_new(&self, id: InteractionId) -> bool {
        // The list is whole after every statement, so a panic elsewhere leaves nothing half done.
        let mut newest = self.newest.lock().unwrap_or_else(PoisonError::into_inner);
        newest.add(id)
    }
}

#[serenity::async_trait]
impl serenity::Framework for Draining {
    async fn init(&mut self, client: &serenity::Client) {
        serenity::Framework::init(&mut self.inner, client).await;
    }

    async fn dispatch(&self, ctx: serenity::Context, event: FullEvent) {
        if let FullEvent::InteractionCreate { interaction } = &event {
            if self.running.is_closed() {
                return;
            }
            // A second answer would be refused, and the refusal told in place of the first.
            if !self.is_new(interaction.id()) {
                tracing::debug!(request_id = %interaction.id(), "an interaction came again");
                return;
            }
        }
        let handled = serenity::Framework::dispatch(&self.inner, ctx, event);
        self.running.track_future(handled).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interaction_is_new_once_and_only_the_newest_are_remembered() {
        let mut newest = Newest::default();
        let first = InteractionId::new(1);
        assert!(newest.add(first));
        assert!(!newest.add(first));
        for id in 2..=4_097 {
            assert!(newest.add(InteractionId::new(id)));
        }
        assert!(!newest.add(InteractionId::new(2)));
        assert_eq!((newest.known.len(), newest.in_order.len()), (4_096, 4_096));
    }
}
