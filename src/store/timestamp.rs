//! One moment, as both engines can keep it.

use std::fmt;
use std::ops::{Add, Sub};
use std::time::Duration;

use chrono::{DateTime, SecondsFormat, SubsecRound, Utc};
use serde::{Deserialize, Serialize};

/// A moment in UTC, cut to microseconds, which is what PostgreSQL keeps: what is
/// read back equals what was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Timestamp(DateTime<Utc>);

impl Timestamp {
    /// Later than every time that is ever written: where the first page begins.
    pub const FAR_FUTURE: Self = match DateTime::from_timestamp(253_402_300_799, 0) {
        Some(at) => Self(at),
        None => Self(DateTime::UNIX_EPOCH),
    };

    /// Earlier than every time that is ever written: the year 1 begins.
    pub(crate) const FAR_PAST: Self = match DateTime::from_timestamp(-62_135_596_800, 0) {
        Some(at) => Self(at),
        None => Self(DateTime::UNIX_EPOCH),
    };

    /// The moment `micros` microseconds after 1970 began; none beyond the calendar.
    pub fn from_micros(micros: i64) -> Option<Self> {
        DateTime::from_timestamp_micros(micros).map(Self)
    }

    /// Microseconds since 1970 began.
    pub fn micros(self) -> i64 {
        self.0.timestamp_micros()
    }

    /// Whole seconds since 1970 began, as Discord writes times.
    pub fn seconds(self) -> i64 {
        self.0.timestamp()
    }

    /// The same moment in chrono's type.
    pub fn datetime(self) -> DateTime<Utc> {
        self.0
    }

    /// How long ago `earlier` was; nothing when it lies ahead.
    pub fn since(self, earlier: Self) -> Duration {
        (self.0 - earlier.0).to_std().unwrap_or_default()
    }
}

impl From<DateTime<Utc>> for Timestamp {
    fn from(at: DateTime<Utc>) -> Self {
        Self(at.trunc_subsecs(6))
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        DateTime::deserialize(deserializer).map(Self::from)
    }
}

// Durations that are handed in are hours and days, so that the calendar's end in
// 262,000 years is out of reach; saturating there is better than a panic.
impl Add<Duration> for Timestamp {
    type Output = Self;

    fn add(self, by: Duration) -> Self {
        let by = chrono::TimeDelta::from_std(by).unwrap_or(chrono::TimeDelta::MAX);
        self.0
            .checked_add_signed(by)
            .map_or(Self::FAR_FUTURE, Self::from)
    }
}

impl Sub<Duration> for Timestamp {
    type Output = Self;

    fn sub(self, by: Duration) -> Self {
        let by = chrono::TimeDelta::from_std(by).unwrap_or(chrono::TimeDelta::MAX);
        self.0
            .checked_sub_signed(by)
            .map_or(Self(DateTime::UNIX_EPOCH), Self::from)
    }
}

/// RFC 3339 in UTC, as in exports: `2024-11-06T10:00:00.000Z`.
impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.to_rfc3339_opts(SecondsFormat::AutoSi, true))
    }
}
