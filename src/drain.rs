//! What is handled: each interaction and each message once, and on the way down nothing new.

use std::{
    collections::{HashSet, VecDeque},
    sync::{Mutex, PoisonError},
};

use poise::serenity_prelude::{self as serenity, FullEvent};
use slimy_commands::{Data, Error, chat};
use tokio_util::task::TaskTracker;

/// An event that comes again does so soon, as after a reconnect.
const REMEMBERED: usize = 4_096;

/// poise's framework with a count of what is being handled.
pub(crate) struct Draining {
    inner: poise::Framework<Data, Error>,
    running: TaskTracker,
    newest: Mutex<Newest>,
}

/// The interactions and messages that came last, by Discord's ids: no two things share one.
#[derive(Default)]
struct Newest {
    known: HashSet<u64>,
    in_order: VecDeque<u64>,
}

impl Newest {
    /// Whether it is new; it is none the next time.
    fn add(&mut self, id: u64) -> bool {
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

    fn is_new(&self, id: u64) -> bool {
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
        if let Some(id) = answered(&event) {
            if self.running.is_closed() {
                return;
            }
            // A second answer would be refused, and the refusal told in place of the first; a
            // message would be answered twice.
            if !self.is_new(id) {
                tracing::debug!(request_id = id, "an interaction or message came again");
                return;
            }
        }
        let handled = serenity::Framework::dispatch(&self.inner, ctx, event);
        self.running.track_future(handled).await;
    }
}

/// The id of what may be answered.
fn answered(event: &FullEvent) -> Option<u64> {
    match event {
        FullEvent::InteractionCreate { interaction } => Some(interaction.id().get()),
        FullEvent::Message { new_message } => {
            chat::may_be_heard(new_message).then(|| new_message.id.get())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_is_new_once_and_only_the_newest_are_remembered() {
        let mut newest = Newest::default();
        let first = 1;
        assert!(newest.add(first));
        assert!(!newest.add(first));
        for id in 2..=4_097 {
            assert!(newest.add(id));
        }
        assert!(!newest.add(2));
        assert_eq!((newest.known.len(), newest.in_order.len()), (4_096, 4_096));
    }
}
