//! How fast an answer comes: at once, every so often, or when the test says so.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;

/// A hand on the tap: an answer that is bound to it waits until the test releases more of it.
/// Clones are the same tap.
#[derive(Clone, Debug)]
pub struct Pace(Arc<Semaphore>);

impl Pace {
    /// A closed tap.
    pub fn new() -> Self {
        Self(Arc::new(Semaphore::new(0)))
    }

    /// Lets so many more pieces through.
    pub fn releases(&self, pieces: usize) {
        self.0.add_permits(pieces);
    }

    /// Lets all the rest through, for ever.
    pub fn releases_all(&self) {
        self.0.close();
    }

    /// Waits for its turn.
    pub(crate) async fn pass(&self) {
        // An error says that the tap was opened for good.
        if let Ok(permit) = self.0.acquire().await {
            permit.forget();
        }
    }
}

impl Default for Pace {
    fn default() -> Self {
        Self::new()
    }
}

/// What each piece of an answer waits for.
#[derive(Clone, Debug)]
pub(crate) enum Tempo {
    AtOnce,
    Every(Duration),
    Paced(Pace),
}

impl Tempo {
    pub(crate) async fn wait(&self) {
        match self {
            Self::AtOnce => {}
            Self::Every(pause) => tokio::time::sleep(*pause).await,
            Self::Paced(pace) => pace.pass().await,
        }
    }
}
