//! The threads of one reading: its own, and a core that would be idle otherwise.

use std::cmp::Reverse;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use image::RgbImage;

use crate::model::Recogniser;
use crate::text::{Ask, Line, read_line};

/// How many threads one reading uses at most; a screenshot has too few lines for more to pay.
const MOST: usize = 2;

/// How many readings run at this moment, so that they share the cores instead of fighting for them.
#[derive(Debug)]
pub(crate) struct Crew {
    cores: usize,
    busy: AtomicUsize,
}

/// The runtime failed, or a thread of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Failed;

/// One running reading; it counts as busy until it is dropped.
pub(crate) struct Shift<'a> {
    crew: &'a Crew,
    recogniser: &'a Recogniser,
}

impl Crew {
    pub(crate) fn new() -> Self {
        Self {
            cores: thread::available_parallelism().map_or(1, usize::from),
            busy: AtomicUsize::new(0),
        }
    }

    pub(crate) fn start<'a>(&'a self, recogniser: &'a Recogniser) -> Shift<'a> {
        self.busy.fetch_add(1, Ordering::Relaxed);
        Shift {
            crew: self,
            recogniser,
        }
    }
}

impl Drop for Shift<'_> {
    fn drop(&mut self) {
        self.crew.busy.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Shift<'_> {
    /// Reads lines, in the order of the asks. What is read does not depend on how many threads there are.
    pub(crate) fn read(&self, picture: &RgbImage, asks: &[Ask<'_>]) -> Result<Vec<Line>, Failed> {
        let idle = (self.crew.cores + 1).saturating_sub(self.crew.busy.load(Ordering::Relaxed));
        let threads = idle.clamp(1, MOST.min(asks.len().max(1)));
        // The longest first, so that no thread begins one when the others are done.
        let mut order: Vec<usize> = (0..asks.len()).collect();
        order.sort_by_key(|&index| Reverse(asks[index].width()));
        let next = AtomicUsize::new(0);
        let work = || -> Vec<(usize, Option<Line>)> {
            let session = self.recogniser.session();
            std::iter::from_fn(|| order.get(next.fetch_add(1, Ordering::Relaxed)).copied())
                .map(|index| (index, read_line(&session, picture, asks[index])))
                .collect()
        };
        let mut lines = thread::scope(|scope| {
            let helpers: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
            let mut lines = work();
            for helper in helpers {
                lines.extend(helper.join().map_err(|_| Failed)?);
            }
            Ok(lines)
        })?;
        lines.sort_unstable_by_key(|(index, _)| *index);
        lines
            .into_iter()
            .map(|(_, line)| line.ok_or(Failed))
            .collect()
    }
}
