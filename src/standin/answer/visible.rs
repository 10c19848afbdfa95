//! Waiting for one answer among very many, as under load.

use std::time::Duration;

use tokio::time::timeout;

use super::Answer;

impl Answer {
    /// Waits until anything but "thinking…" is there; false when nothing came within `patience`.
    /// Woken by this answer alone, so that thousands of people can wait at once; the other waits
    /// look after each change of anything.
    pub async fn is_shown_within(&self, patience: Duration) -> bool {
        let (shown, was_shown) = self.look(|_, interaction| {
            let shown = interaction.shown.clone();
            (shown, interaction.visible_at.is_some())
        });
        was_shown || timeout(patience, shown.notified()).await.is_ok()
    }

    /// Forgets what the person did and what came of it, so that a stand-in under load stays small.
    /// The bot can answer it no more, and other handles to it are not to be used.
    pub fn forget(self) {
        self.world.update(|state| {
            if let Some(gone) = state.interactions.remove(&self.interaction) {
                for message in gone.original.iter().chain(&gone.follow_ups) {
                    state.messages.remove(message);
                }
            }
        });
    }
}
