//! The task that takes what is queued and writes it, one batch after the other.

use std::io;
use std::sync::Arc;

use tokio::sync::{mpsc, oneshot};
use tokio::time::Instant;

use super::commit;
use super::journal::{self, Journal};
use super::state::State;
use crate::audit::NewAuditEntry;
use crate::{Db, StoreError, limits};

/// Who waits for an entry to be durable.
type Done = oneshot::Sender<Result<(), StoreError>>;

/// What the recorder is asked.
#[derive(Debug)]
#[expect(
    clippy::large_enum_variant,
    reason = "nearly all that is asked is to write, so a box would cost more than it saves"
)]
pub(super) enum Ask {
    /// To write an entry that has been checked.
    Write(NewAuditEntry, Done),
    /// To say when what came before is written.
    Flush(oneshot::Sender<()>),
}

/// Entries that are written together, with those who wait for each.
#[derive(Default)]
struct Batch {
    entries: Vec<NewAuditEntry>,
    waiting: Vec<Done>,
    flushes: Vec<oneshot::Sender<()>>,
}

impl Batch {
    fn add(&mut self, ask: Ask) {
        match ask {
            Ask::Write(entry, done) => {
                self.entries.push(entry);
                self.waiting.push(done);
            }
            Ask::Flush(done) => self.flushes.push(done),
        }
    }

    /// Adds what is in the queue.
    fn add_waiting(&mut self, queue: &mut mpsc::Receiver<Ask>) {
        while !self.is_full() {
            match queue.try_recv() {
                Ok(ask) => self.add(ask),
                Err(_) => break,
            }
        }
    }

    fn is_full(&self) -> bool {
        self.entries.len() >= limits::ROWS_PER_STATEMENT
    }
}

struct Writer {
    db: Db,
    journal: Arc<Journal>,
    state: Arc<State>,
}

/// Runs until the recorder is closed or gone, and what was queued by then is written.
pub(super) async fn run(
    mut queue: mpsc::Receiver<Ask>,
    db: Db,
    journal: Arc<Journal>,
    state: Arc<State>,
) {
    let writer = Writer { db, journal, state };
    let mut last_was_shared = false;
    loop {
        let first = tokio::select! {
            ask = queue.recv() => ask,
            () = writer.state.closing(), if !queue.is_closed() => {
                queue.close();
                continue;
            }
        };
        let Some(first) = first else { break };
        let mut batch = Batch::default();
        batch.add(first);
        // Whoever was answered a moment ago and asks again comes along: they are given their
        // turn before the batch is taken.
        tokio::task::yield_now().await;
        batch.add_waiting(&mut queue);
        // Alone nobody waits for company, and a large batch has enough of it.
        let waits = last_was_shared || batch.entries.len() > 1;
        if waits && batch.entries.len() < limits::AUDIT_COMPANY && batch.flushes.is_empty() {
            tokio::time::sleep(limits::AUDIT_GATHERING).await;
            batch.add_waiting(&mut queue);
        }
        last_was_shared = batch.entries.len() > 1;
        writer.settle(batch).await;
    }
    // Without a writer the replaying has no reason to go on.
    writer.state.close();
}

impl Writer {
    /// Makes a batch durable, in the database or else in the journal, and tells those who wait.
    async fn settle(&self, batch: Batch) {
        let Batch {
            mut entries,
            waiting,
            flushes,
        } = batch;
        let mut outcomes = if self.state.is_away() {
            self.journal_first(&mut entries).await
        } else {
            self.database_first(&mut entries).await
        };
        for done in waiting.into_iter().rev() {
            // Who does not wait any more has gone away; the entry stays.
            let _ = done.send(outcomes.pop().unwrap_or(Ok(())));
        }
        for done in flushes {
            let _ = done.send(());
        }
    }

    async fn database_first(&self, entries: &mut [NewAuditEntry]) -> Vec<Result<(), StoreError>> {
        let began = Instant::now();
        let mut outcomes = commit::put(&self.db, entries).await;
        // A batch of nothing asked the database nothing.
        if !outcomes.is_empty() && outcomes.iter().all(Result::is_ok) {
            self.state.set_taken(began.elapsed());
        }
        let is_left = |outcome: &Result<(), StoreError>| {
            outcome.as_ref().is_err_and(StoreError::is_transient)
        };
        let Some(why) = outcomes.iter().find(|outcome| is_left(outcome)) else {
            return outcomes;
        };
        self.state.set_away(why.as_ref().err().map(|why| why as _));
        let left = outcomes.iter().zip(&*entries);
        let left: Vec<NewAuditEntry> = left
            .filter(|(outcome, _)| is_left(outcome))
            .map(|(_, entry)| entry.clone())
            .collect();
        match self.append(left).await {
            Ok(()) => {
                for outcome in outcomes.iter_mut().filter(|outcome| is_left(outcome)) {
                    *outcome = Ok(());
                }
            }
            Err(error) => {
                tracing::error!(%error, "neither the database nor the journal took audit entries");
            }
        }
        outcomes
    }

    async fn journal_first(&self, entries: &mut [NewAuditEntry]) -> Vec<Result<(), StoreError>> {
        let Err(error) = self.append(entries.to_vec()).await else {
            return entries.iter().map(|_| Ok(())).collect();
        };
        tracing::error!(%error, "the audit journal cannot be written");
        let outcomes = commit::put(&self.db, entries).await;
        if outcomes.iter().any(Result::is_ok) {
            self.state.set_away(None);
        }
        outcomes
    }

    async fn append(&self, entries: Vec<NewAuditEntry>) -> Result<(), StoreError> {
        let count = entries.len();
        let journal = Arc::clone(&self.journal);
        // Before they are there, because they may be replayed before this task goes on.
        self.state.add_journalled(count);
        let appended = tokio::task::spawn_blocking(move || journal.append(&entries)).await;
        let appended = appended.unwrap_or_else(|_| Err(io::Error::other("the task broke")));
        if let Err(error) = appended {
            self.state.take_journalled(count);
            return Err(journal::unavailable(&error));
        }
        self.state.work.notify_one();
        Ok(())
    }
}
