//! The task that brings the journal into the database: what this process put there, and what
//! others left behind. It is also how the recorder learns that the database is back.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use super::commit;
use super::journal::{Found, Journal};
use super::segment::{Reading, Segment};
use super::state::State;
use crate::audit::NewAuditEntry;
use crate::{Db, limits};

/// How often it is looked for what other processes left behind.
const LOOK: Duration = Duration::from_secs(30);
/// Waits between attempts while the database is away: from the first, each twice as long as the
/// one before, up to the last.
const WAITS: [Duration; 2] = [Duration::from_millis(100), Duration::from_secs(2)];

struct Replay {
    db: Db,
    journal: Arc<Journal>,
    state: Arc<State>,
}

/// Runs until the recorder is closed. What is not replayed by then stays for the next process.
pub(super) async fn run(db: Db, journal: Arc<Journal>, state: Arc<State>) {
    let replay = Replay { db, journal, state };
    tokio::select! {
        () = replay.forever() => {}
        () = replay.state.closing() => {}
    }
    let journal = replay.journal;
    let _ = tokio::task::spawn_blocking(move || journal.tidy()).await;
}

impl Replay {
    async fn forever(&self) {
        loop {
            if !self.round().await {
                tokio::select! {
                    () = self.state.work.notified() => {}
                    () = tokio::time::sleep(LOOK) => {}
                }
            }
        }
    }

    /// Replays what there is; false when that was nothing.
    async fn round(&self) -> bool {
        let journal = Arc::clone(&self.journal);
        let Found { own, left } = match blocking(move || journal.take_over()).await {
            Ok(found) => found,
            Err(error) => {
                tracing::error!(%error, "the audit journal cannot be read");
                return false;
            }
        };
        let left_behind = left.iter().map(Segment::lines).sum();
        self.state.add_journalled(left_behind);
        let mut replayed = 0;
        for segment in left.into_iter().chain(own) {
            let file = segment.path().display().to_string();
            let mut waiting = segment.lines();
            if let Err(error) = self.replay(segment, &mut waiting).await {
                tracing::error!(file, %error, "an audit journal was not replayed");
                // It is unlocked now: the next look finds it again, and counts it again.
                self.state.take_journalled(waiting);
            } else {
                replayed += 1;
            }
        }
        replayed > 0
    }

    /// Brings a file into the database, however long that is away, and removes it.
    /// `waiting` counts down the lines of which it is not known yet.
    async fn replay(&self, segment: Segment, waiting: &mut usize) -> io::Result<()> {
        let mut reading = blocking(move || segment.read()).await?;
        let (mut entries_of_all, mut refused) = (0, 0);
        loop {
            let (back, entries, lines) = blocking(move || next(reading)).await?;
            reading = back;
            if lines == 0 {
                break;
            }
            entries_of_all += entries.len();
            refused += self.insist(entries).await;
            *waiting = waiting.saturating_sub(lines);
            self.state.take_journalled(lines);
        }
        blocking(move || reading.finish(refused)).await?;
        tracing::info!(
            entries = entries_of_all,
            refused,
            "a part of the audit journal was replayed"
        );
        Ok(())
    }

    /// Tries until the database has taken all of them, or refused, and says how many it refused.
    async fn insist(&self, mut entries: Vec<NewAuditEntry>) -> usize {
        let [mut wait, longest] = WAITS;
        let mut refused = 0;
        while !entries.is_empty() {
            let outcomes = commit::put(&self.db, &mut entries).await;
            if outcomes.iter().any(Result::is_ok) {
                self.state.set_away(None);
            }
            let mut outcomes = outcomes.into_iter();
            entries.retain(|entry| match outcomes.next() {
                Some(Err(error)) if error.is_transient() => true,
                Some(Err(error)) => {
                    refused += 1;
                    tracing::error!(id = %entry.id, %error, "an audit entry from the journal was refused");
                    false
                }
                _ => false,
            });
            if !entries.is_empty() {
                tokio::time::sleep(wait).await;
                wait = longest.min(wait * 2);
            }
        }
        refused
    }
}

fn next(mut reading: Reading) -> io::Result<(Reading, Vec<NewAuditEntry>, usize)> {
    let (entries, lines) = reading.next(limits::ROWS_PER_STATEMENT)?;
    Ok((reading, entries, lines))
}

/// Runs what waits for a disk where waiting harms nobody.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> io::Result<T> {
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or_else(|_| Err(io::Error::other("the task broke")))
}
