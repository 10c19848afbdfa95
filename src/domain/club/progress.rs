//! How far a call is: what people see while they wait.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

/// The progress of one call of the reader. Clones are the same one.
#[derive(Debug, Clone, Default)]
pub struct Progress {
    counts: Arc<Counts>,
}

#[derive(Debug, Default)]
struct Counts {
    of: AtomicUsize,
    done: AtomicUsize,
    begun: AtomicUsize,
}

/// Where a call stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// None of its images has had its turn yet.
    Waiting,
    /// So many of its images are done.
    Reading {
        /// How many.
        done: usize,
        /// Of how many.
        of: usize,
    },
    /// All are, or there are none yet.
    Between,
}

impl Progress {
    /// Where it stands.
    pub fn stage(&self) -> Stage {
        let counts = &self.counts;
        let done = counts.done.load(Ordering::Relaxed);
        let of = counts.of.load(Ordering::Relaxed);
        if done == of {
            Stage::Between
        } else if counts.begun.load(Ordering::Relaxed) == 0 {
            Stage::Waiting
        } else {
            Stage::Reading { done, of }
        }
    }

    pub(super) fn expect(&self, images: usize) {
        self.counts.of.store(images, Ordering::Relaxed);
    }

    pub(super) fn begin(&self) {
        self.counts.begun.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn finish(&self) {
        self.counts.done.fetch_add(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_waits_then_reads_then_is_done() {
        let progress = Progress::default();
        assert_eq!(progress.stage(), Stage::Between);
        progress.expect(2);
        assert_eq!(progress.stage(), Stage::Waiting);
        progress.begin();
        progress.finish();
        assert_eq!(progress.stage(), Stage::Reading { done: 1, of: 2 });
        progress.begin();
        progress.finish();
        assert_eq!(progress.stage(), Stage::Between);
    }
}
