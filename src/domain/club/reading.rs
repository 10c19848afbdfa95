//! Runs the reader: a screenshot per thread, never on the async threads, memory bounded.

use std::{
    collections::HashSet,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc, Mutex, MutexGuard, OnceLock, PoisonError,
        mpsc::{self, Receiver, Sender},
    },
    thread,
};

use sha2::{Digest as _, Sha256};
use slimy_roster::{MAX_BYTES, Merged, Reader, Rejection, Screenshot};
use slimy_store::Id;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};

use crate::Error;

/// Bytes of attachments that may be in memory at once, in KiB: eight of a phone's screenshots, so
/// that a call of ten is under way as a whole, and room for two of the largest that are allowed.
const BUDGET_KIB: u32 = 24 * 1024;

/// The reader with its threads. They are started, and the model is loaded, on first use.
///
/// The threads are few and live as long as the room: what the allocator keeps for a thread that
/// has decoded an image is used again by the next image.
pub struct ReadingRoom {
    seats: usize,
    work: OnceLock<Result<Sender<Job>, String>>,
    inside: Arc<Mutex<HashSet<Id>>>,
    budget: Arc<Semaphore>,
}

/// An image that waits for a thread, and where its reading goes.
struct Job {
    bytes: Vec<u8>,
    done: oneshot::Sender<Result<Reading, Rejection>>,
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
            seats: seats.max(1),
            work: OnceLock::new(),
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

    /// Reads one image as soon as a thread is free.
    pub async fn read(&self, bytes: Vec<u8>) -> Result<Reading, ReadFault> {
        let (done, reading) = oneshot::channel();
        self.work()?
            .send(Job { bytes, done })
            .map_err(|_| failed("its threads have ended"))?;
        match reading.await {
            Ok(reading) => reading.map_err(ReadFault::Rejected),
            Err(_) => Err(failed("its thread has ended")),
        }
    }

    /// Where the threads take their work from; starts them at the first call.
    fn work(&self) -> Result<&Sender<Job>, ReadFault> {
        let work = self.work.get_or_init(|| open(self.seats));
        work.as_ref().map_err(|why| failed(why))
    }
}

/// Starts the threads. The first to have something to read loads the model.
fn open(seats: usize) -> Result<Sender<Job>, String> {
    let (work, queue) = mpsc::channel();
    let queue = Arc::new(Mutex::new(queue));
    let reader = Arc::new(OnceLock::new());
    for seat in 0..seats {
        let (queue, reader) = (Arc::clone(&queue), Arc::clone(&reader));
        let thread = thread::Builder::new().name(format!("reader-{seat}"));
        thread
            .spawn(move || serve(&queue, &reader))
            .map_err(|error| error.to_string())?;
    }
    Ok(work)
}

/// Reads what comes until nothing can come any more.
fn serve(queue: &Mutex<Receiver<Job>>, reader: &OnceLock<Option<Reader>>) {
    loop {
        let next = lock(queue).recv();
        let Ok(Job { bytes, done }) = next else {
            return;
        };
        if done.is_closed() {
            // Nobody waits for it any more.
            continue;
        }
        let reader = reader.get_or_init(|| {
            let loaded = Reader::load();
            loaded
                .inspect_err(|error| tracing::error!(%error, "the reader's model cannot be loaded"))
                .ok()
        });
        // One image that breaks the reader takes neither the thread nor the other images with it.
        let reading = catch_unwind(AssertUnwindSafe(|| read(reader.as_ref(), &bytes)));
        let reading = reading.unwrap_or_else(|_| {
            tracing::error!("the reader broke on an image");
            Err(Rejection::ReaderFailed)
        });
        drop(bytes);
        // Whoever waited may have gone meanwhile.
        let _ = done.send(reading);
    }
}

fn read(reader: Option<&Reader>, bytes: &[u8]) -> Result<Reading, Rejection> {
    let screenshot = reader.ok_or(Rejection::ReaderFailed)?.read(bytes)?;
    let sha256 = hex::encode(Sha256::digest(bytes));
    Ok(Reading { screenshot, sha256 })
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

/// What these locks guard is whole after each call on it, so a panic elsewhere leaves nothing
/// half done.
fn lock<T>(guarded: &Mutex<T>) -> MutexGuard<'_, T> {
    guarded.lock().unwrap_or_else(PoisonError::into_inner)
}

fn failed(why: &str) -> ReadFault {
    ReadFault::Failed(Error::Reader(why.to_owned()))
}
