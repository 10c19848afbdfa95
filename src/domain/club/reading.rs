//! Runs the reader: a screenshot per thread, never on the async threads, memory bounded, and the
//! guilds in turn.

use std::{
    collections::HashSet,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Condvar, Mutex, MutexGuard, OnceLock, PoisonError},
    thread,
};

use sha2::{Digest as _, Sha256};
use slimy_roster::{MAX_BYTES, MergedMetrics, Reader, Rejection, Screenshot};
use slimy_store::Id;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};

use super::{
    Progress,
    places::{Place, Places},
    turns::Turns,
};
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
    work: OnceLock<Result<Arc<Work>, String>>,
    inside: Arc<Mutex<HashSet<Id>>>,
    places: Places,
    files: Arc<Semaphore>,
}

/// The images that are in memory and wait for a thread.
#[derive(Default)]
struct Work {
    desk: Mutex<Desk>,
    came: Condvar,
}

#[derive(Default)]
struct Desk {
    jobs: Turns<Job>,
    is_closed: bool,
}

/// An image that waits for a thread, and where its reading goes.
struct Job {
    bytes: Vec<u8>,
    progress: Progress,
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
            places: Places::new(BUDGET_KIB),
            files: Arc::new(Semaphore::new(1)),
        }
    }

    /// How many screenshots are read at once, at most.
    pub fn seats(&self) -> usize {
        self.seats
    }

    /// How many calls are being read, or wait for that.
    pub fn calls(&self) -> usize {
        lock(&self.inside).len()
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

    /// Merges screenshots off the async threads: forty crowded ones take a while.
    pub async fn merge(&self, shots: Vec<(String, Screenshot)>) -> Result<MergedMetrics, Error> {
        let merging = tokio::task::spawn_blocking(move || slimy_roster::merge_metrics(shots));
        merging
            .await
            .map_err(|panic| Error::Reader(panic.to_string()))
    }

    /// Waits for its guild's turn, and until an image of `bytes` (as announced; at most what is
    /// allowed) may be held in memory. The place is free again when it is dropped.
    pub async fn place(&self, guild: &Id, bytes: u64) -> Result<Place, Error> {
        let kib = bytes.clamp(1, MAX_BYTES).div_ceil(1024);
        let kib = u32::try_from(kib).unwrap_or(BUDGET_KIB).min(BUDGET_KIB);
        let place = self.places.take(guild, kib).await;
        place.ok_or_else(|| Error::Reader("its places are closed".to_owned()))
    }

    /// Waits until a file with a history may be held in memory: one at a time, since one takes up
    /// many times what it weighs. The next may come when the permit is dropped.
    pub(super) async fn file(&self) -> Result<OwnedSemaphorePermit, Error> {
        let permit = Arc::clone(&self.files).acquire_owned().await;
        permit.map_err(|_| Error::Reader("it takes no files any more".to_owned()))
    }

    /// How many other guilds are before this one's next image; none when it has none waiting.
    pub fn before(&self, guild: &Id) -> Option<usize> {
        let in_memory = self.work.get().and_then(|work| work.as_ref().ok());
        let in_memory = in_memory.and_then(|work| lock(&work.desk).jobs.before(guild));
        in_memory.or_else(|| self.places.before(guild))
    }

    /// Reads one image of the guild as soon as a thread is free and it is the guild's turn; only
    /// then has it begun in `progress`.
    pub async fn read(
        &self,
        guild: &Id,
        bytes: Vec<u8>,
        progress: &Progress,
    ) -> Result<Reading, ReadFault> {
        let (done, reading) = oneshot::channel();
        let work = self.work()?;
        let progress = progress.clone();
        let job = Job {
            bytes,
            progress,
            done,
        };
        lock(&work.desk).jobs.push(guild, job);
        work.came.notify_one();
        match reading.await {
            Ok(reading) => reading.map_err(ReadFault::Rejected),
            Err(_) => Err(failed("its thread has ended")),
        }
    }

    /// Where the threads take their work from; starts them at the first call.
    fn work(&self) -> Result<&Arc<Work>, ReadFault> {
        let work = self.work.get_or_init(|| open(self.seats));
        work.as_ref().map_err(|why| failed(why))
    }
}

/// The threads end with the room.
impl Drop for ReadingRoom {
    fn drop(&mut self) {
        if let Some(Ok(work)) = self.work.take() {
            lock(&work.desk).is_closed = true;
            work.came.notify_all();
        }
    }
}

/// Starts the threads. The first to have something to read loads the model.
fn open(seats: usize) -> Result<Arc<Work>, String> {
    let work = Arc::new(Work::default());
    let reader = Arc::new(OnceLock::new());
    for seat in 0..seats {
        let (work, reader) = (Arc::clone(&work), Arc::clone(&reader));
        let thread = thread::Builder::new().name(format!("reader-{seat}"));
        thread
            .spawn(move || serve(&work, &reader))
            .map_err(|error| error.to_string())?;
    }
    Ok(work)
}

/// Reads what comes until nothing can come any more.
fn serve(work: &Work, reader: &OnceLock<Option<Reader>>) {
    while let Some(job) = work.next() {
        let Job {
            bytes,
            progress,
            done,
        } = job;
        if done.is_closed() {
            // Nobody waits for it any more.
            continue;
        }
        progress.begin();
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

impl Work {
    /// The next image in turn; waits for one. None when the room is closed.
    fn next(&self) -> Option<Job> {
        let mut desk = lock(&self.desk);
        loop {
            if let Some(job) = desk.jobs.pop() {
                return Some(job);
            }
            if desk.is_closed {
                return None;
            }
            desk = self.came.wait(desk).unwrap_or_else(PoisonError::into_inner);
        }
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
pub(super) fn lock<T>(guarded: &Mutex<T>) -> MutexGuard<'_, T> {
    guarded.lock().unwrap_or_else(PoisonError::into_inner)
}

fn failed(why: &str) -> ReadFault {
    ReadFault::Failed(Error::Reader(why.to_owned()))
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt as _;

    use super::*;
    use crate::club::Stage;

    #[test]
    fn a_hundred_guilds_at_once_have_one_image_read_each_before_any_has_a_second() {
        let work = Work::default();
        let guilds: Vec<Id> = (0..100_u8)
            .map(|number| Id::from(format!("g{number}").as_str()))
            .collect();
        let mut waiting = Vec::new();
        // The first is there with all its images before anybody else comes.
        for (number, guild) in (0..100_u8).zip(&guilds) {
            for _ in 0..10 {
                let (done, reading) = oneshot::channel();
                waiting.push(reading);
                let job = Job {
                    bytes: vec![number],
                    progress: Progress::default(),
                    done,
                };
                lock(&work.desk).jobs.push(guild, job);
            }
        }
        for round in 0..10 {
            let mut read: Vec<u8> = (0..100)
                .filter_map(|_| work.next().map(|job| job.bytes[0]))
                .collect();
            read.sort_unstable();
            assert_eq!(read, (0..100).collect::<Vec<u8>>(), "round {round}");
        }
        lock(&work.desk).is_closed = true;
        assert!(work.next().is_none());
    }

    #[tokio::test]
    async fn one_file_is_held_at_a_time() {
        let room = ReadingRoom::new(1);
        let first = room.file().await.unwrap();
        assert!(room.file().now_or_never().is_none());
        drop(first);
        assert!(room.file().now_or_never().is_some());
    }

    #[tokio::test]
    async fn what_is_no_image_is_refused_whoever_else_waits() {
        let room = ReadingRoom::new(2);
        let (one, other) = (Id::from("g1"), Id::from("g2"));
        let refused =
            |read: Result<Reading, ReadFault>| matches!(read, Err(ReadFault::Rejected(_)));
        let progress = Progress::default();
        let (first, second) = tokio::join!(
            room.read(&one, b"no picture".to_vec(), &progress),
            room.read(&other, b"none either".to_vec(), &progress),
        );
        assert!(refused(first) && refused(second));
        assert_eq!((room.before(&one), room.before(&other)), (None, None));
    }

    #[tokio::test]
    async fn an_image_has_begun_when_a_thread_took_it_and_not_while_it_waits_for_one() {
        let room = ReadingRoom::new(1);
        let progress = Progress::default();
        progress.expect(1);
        let guild = Id::from("g1");
        let reading = room.read(&guild, b"no picture".to_vec(), &progress);
        assert_eq!(progress.stage(), Stage::Waiting);
        assert!(reading.await.is_err());
        assert_eq!(progress.stage(), Stage::Reading { done: 0, of: 1 });
    }
}
