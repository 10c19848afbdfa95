//! The stand-in's own time. It starts at a fixed day, runs with the runtime's clock, and tests move
//! it forward, so that a token of 15 minutes can die within a test of milliseconds.

use std::time::Duration;

use chrono::{DateTime, SecondsFormat};
use tokio::time::Instant;

/// A snowflake; always positive, because clients refuse a zero id.
pub(crate) type Id = u64;

/// 2026-08-01T00:00:00Z in Unix milliseconds: where every stand-in's time begins.
const BEGINNING: u64 = 1_785_542_400_000;

/// Discord counts its snowflakes from the first second of 2015.
const DISCORD_EPOCH: u64 = 1_420_070_400_000;

/// Time and the ids that are made from it.
#[derive(Debug)]
pub(crate) struct Clock {
    started: Instant,
    /// Unix milliseconds at that moment.
    beginning: u64,
    advanced: Duration,
    counter: u64,
}

impl Clock {
    pub(crate) fn new() -> Self {
        Self {
            started: Instant::now(),
            beginning: BEGINNING,
            advanced: Duration::ZERO,
            counter: 0,
        }
    }

    /// The time since the stand-in began, as Discord would see it.
    pub(crate) fn elapsed(&self) -> Duration {
        self.started.elapsed() + self.advanced
    }

    pub(crate) fn advance(&mut self, by: Duration) {
        self.advanced += by;
    }

    /// Sets the calendar, in Unix milliseconds; how much time has passed stays as it is.
    pub(crate) fn set_calendar(&mut self, now: u64) {
        self.beginning = now
            .saturating_sub(millis(self.elapsed()))
            .max(DISCORD_EPOCH);
    }

    /// The next snowflake. Only advances move its time part, so ids depend on the order of what
    /// happens and not on how fast the machine is.
    pub(crate) fn next_id(&mut self) -> Id {
        self.counter += 1;
        ((self.beginning - DISCORD_EPOCH + millis(self.advanced)) << 22) + self.counter
    }

    /// Now, since the beginning of 1970.
    pub(crate) fn unix(&self) -> Duration {
        Duration::from_millis(self.beginning) + self.elapsed()
    }

    /// Now, as Discord writes it.
    pub(crate) fn timestamp(&self) -> String {
        rfc3339(self.beginning + millis(self.elapsed()))
    }
}

/// The day on which everybody joined.
pub(crate) fn long_ago() -> String {
    rfc3339(BEGINNING - 86_400_000)
}

fn rfc3339(unix_millis: u64) -> String {
    i64::try_from(unix_millis)
        .ok()
        .and_then(DateTime::from_timestamp_millis)
        .unwrap_or_default()
        .to_rfc3339_opts(SecondsFormat::Millis, false)
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}
