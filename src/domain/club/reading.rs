//! Runs the reader: a screenshot per thread, never on the async threads, memory bounded.

use std::{
    collections::HashSet,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use sha2::{Digest as _, Sha256};
use slimy_roster::{MAX_BYTES, Merged, Reader, Rejection, Screenshot};
use slimy_store::Id;
use tokio::sync::{OnceCell, OwnedSemaphorePermit, Semaphore};

use crate::Error;

/// Bytes of attachments that may be in memory at once, in KiB: ten of a phone's screenshots and
/// room for one of the largest that are allowed.
const BUDGET_KIB: u32 = 48 * 1024;

/// The reader with its threads. Made at the start; the model is loaded on first use.
pub struct ReadingRoom {
    reader: OnceCell<Arc<Reader>>,
    seats: Arc<Semaphore>,
    inside: Arc<Mutex<HashSet<Id>>>,
    budget: Arc<Semaphore>,
}

/// A screenshot with the fingerprint of the bytes it was read from.
#[derive(Debug, Clone)]
pub struct Reading {
    /// What was read.
    pub screenshot: Screenshot,
    /// SHA-256 of the image's bytes, in lower-case hexadecimal digits.
    pub sha256: String,
}

/// Why an image gave no screenshot.
#[derive(Debug)]
pub enum ReadFault {
    /// The image is at fault.
    Rejected(Rejection),
    /// The reader is at fault.
    Failed(Error),
}

impl ReadingRoom {
    /// A room with `seats` threads, each of which reads one image at a time.
    pub fn new(seats: usize) -> Self {
        Self {
            reader: OnceCell::new(),
            seats: Arc::new(Semaphore::new(seats.max(1))),
            inside: Arc::default(),
            budget: Arc::new(Semaphore::new(BUDGET_KIB as usize)),
        }
    }

    /// Lets one person have one call read at a time: their next is refused, not queued before
    /// other people's. They may come again when the guard is dropped.
    pub(super) fn enter(&self, person: &Id) -> Option<Alone> {
        let inside = Arc::clone(&self.inside);
        let is_first = lock(&inside).insert(person.clone());
        is_first.then(|| Alone {
            inside,
            person: person.clone(),
        })
    }

    /// Merges screenshots off the async threads: ten crowded ones take a while.
    pub async fn merge(&self, shots: Vec<(String, Screenshot)>) -> Result<Option<Merged>, Error> {
        let merging = tokio::task::spawn_blocking(move || slimy_roster::merge(shots));
        merging
            .await
            .map_err(|panic| Error::Reader(panic.to_string()))
    }

    /// Waits until an image of `bytes` (as announced; at most what is allowed) may be held in
    /// memory. The place is free again when the permit is dropped.
    pub async fn place(&self, bytes: u64) -> Result<OwnedSemaphorePermit, Error> {
        let kib = bytes.clamp(1, MAX_BYTES).div_ceil(1024);
        let kib = u32::try_from(kib).unwrap_or(BUDGET_KIB);
        Arc::clone(&self.budget)
            .acquire_many_owned(kib)
            .await
            .map_err(|closed| Error::Reader(closed.to_string()))
    }

    /// Reads one image on a thread of its own, as soon as one is free.
    pub async fn read(&self, bytes: Vec<u8>) -> Result<Reading, ReadFault> {
        let seat = Arc::clone(&self.seats).acquire_owned().await;
        let seat = seat.map_err(|closed| failed(&closed))?;
        let reader = Arc::clone(self.reader().await?);
        let reading = tokio::task::spawn_blocking(move || {
            // The seat is given back when the thread is done, even if nobody waits any more.
            let _seat = seat;
            let screenshot = reader.read(&bytes).map_err(ReadFault::Rejected)?;
            let sha256 = hex::encode(Sha256::digest(&bytes));
            Ok(Reading { screenshot, sha256 })
        });
        reading.await.unwrap_or_else(|panic| {
            // One image that breaks the reader does not take the others of the call with it.
            tracing::error!(error = %panic, "the reader broke on an image");
            Err(ReadFault::Rejected(Rejection::ReaderFailed))
        })
    }

    async fn reader(&self) -> Result<&Arc<Reader>, ReadFault> {
        self.reader
            .get_or_try_init(|| async {
                let loaded = tokio::task::spawn_blocking(Reader::load).await;
                let reader = loaded.map_err(|panic| failed(&panic))?;
                reader.map(Arc::new).map_err(|error| failed(&error))
            })
            .await
    }
}

/// Keeps a person's place while their call is read.
#[derive(Debug)]
pub(super) struct Alone {
    inside: Arc<Mutex<HashSet<Id>>>,
    person: Id,
}

impl Drop for Alone {
    fn drop(&mut self) {
        lock(&self.inside).remove(&self.person);
    }
}

/// A set is whole after each of its calls, so a panic elsewhere leaves nothing half done.
fn lock(inside: &Mutex<HashSet<Id>>) -> MutexGuard<'_, HashSet<Id>> {
    inside.lock().unwrap_or_else(PoisonError::into_inner)
}

fn failed(error: &dyn std::error::Error) -> ReadFault {
    ReadFault::Failed(Error::Reader(error.to_string()))
}
