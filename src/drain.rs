//! The way down: what runs is let finish, and nothing new begins.

use poise::serenity_prelude::{self as serenity, FullEvent};
use slimy_commands::{Data, Error};
use tokio_util::task::TaskTracker;

/// poise's framework with a count of what is being handled.
pub(crate) struct Draining {
    inner: poise::Framework<Data, Error>,
    running: TaskTracker,
}

impl Draining {
    /// Counts in `running`; once that is closed, interactions are no longer taken.
    pub(crate) fn new(inner: poise::Framework<Data, Error>, running: TaskTracker) -> Self {
        Self { inner, running }
    }
}

#[serenity::async_trait]
impl serenity::Framework for Draining {
    async fn init(&mut self, client: &serenity::Client) {
        serenity::Framework::init(&mut self.inner, client).await;
    }

    async fn dispatch(&self, ctx: serenity::Context, event: FullEvent) {
        let is_work = matches!(event, FullEvent::InteractionCreate { .. });
        if is_work && self.running.is_closed() {
            return;
        }
        let handled = serenity::Framework::dispatch(&self.inner, ctx, event);
        self.running.track_future(handled).await;
    }
}
