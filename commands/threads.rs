//! Which channels are threads.

use moka::sync::Cache;
use poise::serenity_prelude::{ChannelId, Context as Gateway};

use crate::check::is_thread;

/// How many channels are remembered.
const REMEMBERED: u64 = 10_000;

/// Which channels are threads, and of which channel: that never changes, and no message says it.
#[derive(Debug, Clone)]
pub struct Threads(Cache<ChannelId, Option<ChannelId>>);

impl Default for Threads {
    fn default() -> Self {
        Self(Cache::new(REMEMBERED))
    }
}

impl Threads {
    /// The channel that `channel` is a thread of. None also when Discord does not say: what holds
    /// for a channel then does not hold for its threads.
    pub(crate) async fn parent(&self, gateway: &Gateway, channel: ChannelId) -> Option<ChannelId> {
        if let Some(known) = self.0.get(&channel) {
            return known;
        }
        let found = gateway.http.get_channel(channel).await.ok()?;
        let thread = found.guild().filter(|found| is_thread(found.kind));
        let parent = thread.and_then(|thread| thread.parent_id);
        self.0.insert(channel, parent);
        parent
    }
}
