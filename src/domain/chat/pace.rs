//! When a post that is still being written is edited.
//!
//! Discord allows five edits in five seconds of one channel's messages, and punishes those that
//! keep at it: once a second at most, and more slowly for a while after a 429.

use std::time::Duration;

use tokio::time::Instant;

/// No two edits follow each other faster.
pub const LEAST: Duration = Duration::from_secs(1);
/// However often Discord says no, people see something new this often.
pub const MOST: Duration = Duration::from_secs(8);
/// After so many edits that Discord took, it becomes faster again.
const CALM: u32 = 5;

/// The pace of one post. The first words are shown at once, and the last state always: that is
/// the caller's to do, whatever the pace says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    next: Option<Instant>,
    gap: Duration,
    calm: u32,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            next: None,
            gap: LEAST,
            calm: 0,
        }
    }
}

impl Pace {
    /// Before this moment the post is not edited; none when it may be at once.
    pub fn next(&self) -> Option<Instant> {
        self.next
    }

    /// Whether it may be edited at `now`.
    pub fn is_due(&self, now: Instant) -> bool {
        self.next.is_none_or(|next| next <= now)
    }

    /// How long two edits are apart at the moment.
    pub fn gap(&self) -> Duration {
        self.gap
    }

    /// The post was edited: Discord's answer came at `now`. Counted from the answer, so that a slow
    /// Discord is not given more to do.
    pub fn edited(&mut self, now: Instant) {
        self.calm += 1;
        if self.calm >= CALM {
            self.calm = 0;
            self.gap = (self.gap / 2).max(LEAST);
        }
        self.next = Some(now + self.gap);
    }

    /// Discord said at `now` that this was too fast, and perhaps when it wants the next one.
    pub fn refused(&mut self, now: Instant, retry_after: Option<Duration>) {
        self.calm = 0;
        self.gap = (self.gap * 2).min(MOST);
        let asked = retry_after.unwrap_or_default();
        self.next = Some(now + self.gap.max(asked));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn ms(millis: u64) -> Duration {
        Duration::from_millis(millis)
    }

    #[test]
    fn the_first_words_are_shown_at_once_and_then_once_a_second() {
        let start = Instant::now();
        let mut pace = Pace::default();
        assert!(pace.is_due(start) && pace.next().is_none());
        pace.edited(start);
        assert!(!pace.is_due(start + ms(999)) && pace.is_due(start + ms(1_000)));
    }

    #[test]
    fn a_refusal_slows_it_down_and_calm_lets_it_recover() {
        let start = Instant::now();
        let mut pace = Pace::default();
        pace.refused(start, Some(ms(300)));
        assert_eq!(
            (pace.gap(), pace.next()),
            (ms(2_000), Some(start + ms(2_000)))
        );
        pace.refused(start, Some(ms(30_000)));
        assert_eq!(
            (pace.gap(), pace.next()),
            (ms(4_000), Some(start + ms(30_000)))
        );
        for _ in 0..5 {
            pace.refused(start, None);
        }
        assert_eq!(pace.gap(), MOST);
        for _ in 0..3 * CALM {
            pace.edited(start);
        }
        assert_eq!(pace.gap(), LEAST);
    }
}
