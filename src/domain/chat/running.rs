//! What is under way in this process: who asks right now, and which answers are on their way.

use std::{
    collections::{HashMap, HashSet},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
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
    /// The files that a person's question brings, while they are copied.
    Files(Id),
}

/// The answers on their way, and what their turns hold.
#[derive(Debug, Default)]
pub(super) struct Running {
    answers: Mutex<HashMap<Id, Handle>>,
    held: Mutex<HashSet<Corner>>,
    pub(super) tasks: TaskTracker,
    /// Told when the program stops.
    pub(super) closing: CancellationToken,
    is_saved: AtomicBool,
}

#[derive(Debug)]
struct Handle {
    /// Who asked: `users.id`.
    asker: Id,
    stop: CancellationToken,
    elsewhere: CancellationToken,
    draft: watch::Receiver<Draft>,
    /// Whether its row is stored.
    is_stored: bool,
    /// Where it is shown, when nothing of it is kept that says so.
    unkept: Option<Whence>,
}

/// Where an answer is shown of which nothing is kept.
#[derive(Debug, Clone)]
pub(super) struct Whence {
    /// The guild; none for direct messages.
    pub(super) guild_id: Option<Id>,
    /// Whether only the asker sees it.
    pub(super) private: bool,
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
    /// Told when the row was ended by somebody else.
    pub(super) elsewhere: CancellationToken,
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
    pub(super) fn enter(
        self: &Arc<Self>,
        answer: &Id,
        asker: &Id,
        draft: watch::Receiver<Draft>,
    ) -> Seat {
        self.take(answer, asker, draft, None)
    }

    /// The same of an answer of which nothing will be kept.
    pub(super) fn enter_unkept(
        self: &Arc<Self>,
        answer: &Id,
        asker: &Id,
        draft: watch::Receiver<Draft>,
        whence: Whence,
    ) -> Seat {
        self.take(answer, asker, draft, Some(whence))
    }

    fn take(
        self: &Arc<Self>,
        answer: &Id,
        asker: &Id,
        draft: watch::Receiver<Draft>,
        unkept: Option<Whence>,
    ) -> Seat {
        let (stop, elsewhere) = (CancellationToken::new(), CancellationToken::new());
        let handle = Handle {
            asker: asker.clone(),
            stop: stop.clone(),
            elsewhere: elsewhere.clone(),
            draft,
            is_stored: false,
            unkept,
        };
        lock(&self.answers).insert(answer.clone(), handle);
        Seat {
            running: Arc::clone(self),
            answer: answer.clone(),
            stop,
            elsewhere,
        }
    }

    /// The draft of an answer that is on its way here.
    pub(super) fn watch(&self, answer: &Id) -> Option<watch::Receiver<Draft>> {
        let answers = lock(&self.answers);
        answers.get(answer).map(|handle| handle.draft.clone())
    }

    /// Who asked for an answer that is on its way here and of which nothing is kept, and where it
    /// is shown.
    pub(super) fn unkept(&self, answer: &Id) -> Option<(Id, Whence)> {
        let answers = lock(&self.answers);
        let handle = answers.get(answer)?;
        Some((handle.asker.clone(), handle.unkept.clone()?))
    }

    /// Tells an answer to stop, and gives what is left of it to see; none when it is not on its
    /// way here.
    pub(super) fn stop(&self, answer: &Id) -> Option<watch::Receiver<Draft>> {
        let answers = lock(&self.answers);
        let handle = answers.get(answer)?;
        handle.stop.cancel();
        Some(handle.draft.clone())
    }

    /// Whether nobody saves the answers yet; from here on somebody does.
    pub(super) fn begins_to_be_saved(&self) -> bool {
        !self.is_saved.swap(true, Ordering::Relaxed)
    }

    /// What has come of each answer on its way whose row is stored.
    pub(super) fn said(&self) -> Vec<(Id, Arc<str>)> {
        let answers = lock(&self.answers);
        let said = |(id, handle): (&Id, &Handle)| {
            let text = Arc::clone(&handle.draft.borrow().text);
            (id.clone(), text)
        };
        let stored = answers.iter().filter(|(_, handle)| handle.is_stored);
        stored.map(said).collect()
    }

    /// Tells an answer that somebody else ended its row.
    pub(super) fn ended_elsewhere(&self, answer: &Id) {
        if let Some(handle) = lock(&self.answers).get(answer) {
            handle.elsewhere.cancel();
        }
    }

    /// Tells all answers to this person to stop, and gives what is left of them to see.
    pub(super) fn stop_all_of(&self, asker: &Id) -> Vec<watch::Receiver<Draft>> {
        let answers = lock(&self.answers);
        let theirs = answers.values().filter(|handle| handle.asker == *asker);
        let stopped = theirs.map(|handle| {
            handle.stop.cancel();
            handle.draft.clone()
        });
        stopped.collect()
    }

    /// How many answers to this person are on their way.
    pub(super) fn count_of(&self, asker: &Id) -> usize {
        let answers = lock(&self.answers);
        let theirs = answers.values().filter(|handle| handle.asker == *asker);
        theirs.count()
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

impl Seat {
    /// From here on the answer's row is there, and what comes is saved.
    pub(super) fn is_stored(&self) {
        if let Some(handle) = lock(&self.running.answers).get_mut(&self.answer) {
            handle.is_stored = true;
        }
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
