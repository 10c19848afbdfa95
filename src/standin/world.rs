//! The one shared place: the state behind its lock, and the bell that rings when it changes.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::{Instant, timeout_at};

use crate::state::State;

/// How long people wait for anything before the test fails.
pub(crate) const DEADLINE: Duration = Duration::from_secs(30);

/// Everything that the server, the sockets and the people share.
#[derive(Debug)]
pub(crate) struct World {
    state: Mutex<State>,
    bell: watch::Sender<u64>,
}

impl World {
    pub(crate) fn new(state: State) -> Self {
        Self {
            state: Mutex::new(state),
            bell: watch::Sender::new(0),
        }
    }

    /// Looks without changing anything.
    pub(crate) fn read<R>(&self, look: impl FnOnce(&State) -> R) -> R {
        look(&self.lock())
    }

    /// Changes something and wakes everybody who waits.
    pub(crate) fn update<R>(&self, change: impl FnOnce(&mut State) -> R) -> R {
        let result = change(&mut self.lock());
        self.bell.send_modify(|rings| *rings += 1);
        result
    }

    /// A bell to wait for: it rings after each change from now on.
    pub(crate) fn listen(&self) -> watch::Receiver<u64> {
        self.bell.subscribe()
    }

    /// Waits until the probe finds what it looks for; panics with the transcript when the deadline
    /// passes, and at once when the probe says why it can no longer come.
    pub(crate) async fn wait_for<R>(
        &self,
        what: &str,
        mut probe: impl FnMut(&State) -> Option<Result<R, String>>,
    ) -> R {
        let deadline = Instant::now() + DEADLINE;
        let mut rings = self.bell.subscribe();
        loop {
            match self.read(&mut probe) {
                Some(Ok(found)) => return found,
                Some(Err(why)) => self.fail(&why),
                None => {}
            }
            // A look at least every second lets the probe see time pass, too.
            let next_look = deadline.min(Instant::now() + Duration::from_secs(1));
            if timeout_at(next_look, rings.changed()).await.is_err() && Instant::now() >= deadline {
                self.fail(&format!("waited {} s for {what}", DEADLINE.as_secs()));
            }
        }
    }

    /// Ends the test with the transcript.
    pub(crate) fn fail(&self, why: &str) -> ! {
        let transcript = self.read(|state| state.transcript.to_string());
        panic!("{why}\n{transcript}");
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // A test that panics while it looks must not hide its reason behind a poisoned lock.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
