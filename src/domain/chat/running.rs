//! What is under way in this process: who asks right now, and which answers are on their way.

use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use slimy_store::Id;
use tokio::sync::watch;
use tokio_util::{sync::CancellationToken, task::TaskTracker};

use super::Draft;

/// What one turn at a time may hold.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Corner {
    /// A person's place: of two first questions at once both would begin a conversation.
    Place {
        /// `users.id`.
        user: Id,
        /// Discord's id of the channel.
        channel: String,
        /// Whether they ask in private.
        private: bool,
    },
    /// A conversation.
    Conversation(Id),
}

/// The answers on their way, and what their turns hold.
#[derive(Debug, Default)]
pub(super) struct Running {
    answers: Mutex<HashMap<Id, Handle>>,
    held: Mutex<HashSet<Corner>>,
    pub(super) tasks: TaskTracker,
    /// Told when the program stops.
    pub(super) closing: CancellationToken,
}

#[derive(Debug)]
struct Handle {
    stop: CancellationToken,
    draft: watch::Receiver<Draft>,
}

/// A corner that is held until this is dropped.
#[derive(Debug)]
pub(super) struct Claim {
    running: Arc<Running>,
    corner: Corner,
}

/// An answer that counts as on its way until this is dropped.
#[derive(Debug)]
pub(super) struct Seat {
    running: Arc<Running>,
    answer: Id,
    /// Told when somebody presses Stop.
    pub(super) stop: CancellationToken,
}

impl Running {
    /// Holds `corner`; none when another turn does.
    pub(super) fn claim(self: &Arc<Self>, corner: Corner) -> Option<Claim> {
        lock(&self.held).insert(corner.clone()).then(|| Claim {
            running: Arc::clone(self),
            corner,
        })
    }

    /// Takes an answer as on its way. To be called before others can see its row, so that nobody
    /// takes it for one that was left behind.
    pub(super) fn enter(self: &Arc<Self>, answer: &Id, draft: watch::Receiver<Draft>) -> Seat {
        let stop = CancellationToken::new();
        let handle = Handle {
            stop: stop.clone(),
            draft,
        };
        lock(&self.answers).insert(answer.clone(), handle);
        Seat {
            running: Arc::clone(self),
            answer: answer.clone(),
            stop,
        }
    }

    /// The draft of an answer that is on its way here.
    pub(super) fn watch(&self, answer: &Id) -> Option<watch::Receiver<Draft>> {
        let answers = lock(&self.answers);
        answers.get(answer).map(|handle| handle.draft.clone())
    }

    /// Tells an answer to stop, and gives what is left of it to see; none when it is not on its
    /// way here.
    pub(super) fn stop(&self, answer: &Id) -> Option<watch::Receiver<Draft>> {
        let answers = lock(&self.answers);
        let handle = answers.get(answer)?;
        handle.stop.cancel();
        Some(handle.draft.clone())
    }

    /// How many answers are on their way.
    pub(super) fn count(&self) -> usize {
        lock(&self.answers).len()
    }

    /// Tells all answers that the program stops, and waits for them.
    pub(super) async fn close(&self) {
        self.closing.cancel();
        self.tasks.close();
        self.tasks.wait().await;
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        lock(&self.running.held).remove(&self.corner);
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        lock(&self.running.answers).remove(&self.answer);
    }
}

/// Both maps are whole after every statement, so a panic elsewhere leaves nothing half done.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
