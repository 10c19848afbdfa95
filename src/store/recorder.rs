//! Audit entries of many callers, written together: one commit for all that came while the
//! one before was under way. Who waits in [`Recorder::write`] knows afterwards that the entry
//! is on disk: in the database, or, while that is away, in a journal that is replayed.
//!
//! None is lost: nothing is confirmed before it was synced, and a journal is removed only
//! after its entries were committed, by the next process if need be. None is there twice: an
//! entry's key is chosen before it is handed in, and a second insert of it does nothing.

mod commit;
mod journal;
mod line;
mod replay;
mod segment;
mod state;
mod writer;

use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Mutex, mpsc, oneshot};
use tokio::task::JoinHandle;

use crate::audit::NewAuditEntry;
use crate::{Cause, Db, StoreError, limits};
use journal::Journal;
use state::State;
use writer::Ask;

/// Writes audit entries together. Made once at the start and shared.
pub struct Recorder {
    asks: mpsc::Sender<Ask>,
    state: Arc<State>,
    tasks: Mutex<Vec<JoinHandle<()>>>,
}

impl Recorder {
    /// Begins to write to `db`, with a journal in a directory of this database's own below
    /// `journal`, which is made when it is missing, readable by its owner only. What other
    /// processes left there is replayed at once and from then on. Needs a tokio runtime.
    ///
    /// [`StoreError::Unavailable`] when the directory cannot be made or written.
    pub fn start(db: Db, journal: &Path) -> Result<Self, StoreError> {
        let journal = Journal::open(journal.join(db.place()));
        let journal = journal.map_err(|error| journal::unavailable(&error))?;
        let journal = Arc::new(journal);
        let (asks, queue) = mpsc::channel(limits::AUDIT_QUEUE);
        let state = Arc::new(State::default());
        let tasks = vec![
            tokio::spawn(writer::run(
                queue,
                db.clone(),
                Arc::clone(&journal),
                Arc::clone(&state),
            )),
            tokio::spawn(replay::run(db, journal, Arc::clone(&state))),
        ];
        Ok(Self {
            asks,
            state,
            tasks: Mutex::new(tasks),
        })
    }

    /// Writes entries and returns when all of them are durable. Each is checked before any is
    /// written, so a call with one that cannot be stored ([`StoreError::Invalid`]) writes none.
    /// Beyond that each stands for itself: after another error some may be there, and all may
    /// be handed in again.
    ///
    /// Do not wait for it with a transaction open: on SQLite that holds what it waits for.
    ///
    /// An entry of a person who is not there any more stays, without the person. When neither
    /// the database nor the journal takes it, the database's error comes back.
    pub async fn write(&self, entries: &[NewAuditEntry]) -> Result<(), StoreError> {
        entries.iter().try_for_each(NewAuditEntry::check)?;
        let mut answers = Vec::with_capacity(entries.len());
        for entry in entries {
            let (done, answer) = oneshot::channel();
            self.ask(Ask::Write(entry.clone(), done)).await?;
            answers.push(answer);
        }
        let mut outcome = Ok(());
        for answer in answers {
            let written = answer.await.unwrap_or_else(|_| Err(closed()));
            outcome = outcome.and(written);
        }
        outcome
    }

    /// Waits until everything that was handed in before is durable or refused.
    pub async fn flush(&self) -> Result<(), StoreError> {
        let (done, answer) = oneshot::channel();
        self.ask(Ask::Flush(done)).await?;
        answer.await.map_err(|_| closed())
    }

    /// Takes nothing more, writes what was handed in, and lets the journal go: what the
    /// database did not take is replayed by the next process. To be called before the database
    /// is closed.
    pub async fn close(&self) {
        self.state.close();
        let tasks = std::mem::take(&mut *self.tasks.lock().await);
        for task in tasks {
            if tokio::time::timeout(limits::CLOSE, task).await.is_err() {
                tracing::warn!("the audit log was not closed in time");
            }
        }
    }

    /// How many entries are in the journal and not yet in the database.
    pub fn journalled(&self) -> usize {
        self.state.journalled()
    }

    /// Waits until the journal is empty.
    pub async fn replayed(&self) {
        self.state.replayed().await;
    }

    /// Whether the database did not take the last entries, so that they go to the journal.
    pub fn is_away(&self) -> bool {
        self.state.is_away()
    }

    /// How long the database took for the last entries, when it took them no longer than `age`
    /// ago and nothing has failed since: a sign of life that costs nothing.
    pub fn taken_within(&self, age: Duration) -> Option<Duration> {
        self.state.taken_within(age)
    }

    async fn ask(&self, ask: Ask) -> Result<(), StoreError> {
        self.asks.send(ask).await.map_err(|_| closed())
    }
}

impl std::fmt::Debug for Recorder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Recorder")
            .field("is_away", &self.is_away())
            .field("journalled", &self.journalled())
            .finish_non_exhaustive()
    }
}

fn closed() -> StoreError {
    StoreError::Unavailable(Cause(Cow::Borrowed("the audit log is closed")))
}
