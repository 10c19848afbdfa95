//! A time range as the counts per day see it.

use crate::{StoreError, Timestamp, limits};

/// Microseconds.
const DAY: i64 = 24 * 60 * 60 * 1_000_000;

/// A range cut into whole UTC days and what is left of it before and after them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Range {
    pub(super) from: Timestamp,
    pub(super) until: Timestamp,
    /// The first whole day, in days since 1970.
    pub(super) first_day: i64,
    /// The day after the last whole one.
    pub(super) end_day: i64,
    pub(super) before: Part,
    pub(super) after: Part,
}

/// A part of one day; it may be empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) from: Timestamp,
    pub(super) until: Timestamp,
    pub(super) day: i64,
}

impl Range {
    pub(super) fn of(from: Timestamp, until: Timestamp) -> Result<Self, StoreError> {
        let length = until.micros().saturating_sub(from.micros());
        if length < 0 {
            return Err(StoreError::invalid(
                "a time range that ends before it begins",
            ));
        }
        let days = usize::try_from(days_up(length)).unwrap_or(usize::MAX);
        limits::check("days of a time range", limits::STATISTICS_DAYS, days)?;

        let first_day = days_up(from.micros());
        let end_day = until.micros().div_euclid(DAY);
        let within_one_day = first_day > end_day;
        let before = Part {
            from,
            until: if within_one_day {
                until
            } else {
                beginning(first_day)
            },
            day: first_day - 1,
        };
        let after = Part {
            from: if within_one_day {
                until
            } else {
                beginning(end_day)
            },
            until,
            day: end_day,
        };
        Ok(Self {
            from,
            until,
            first_day,
            end_day,
            before,
            after,
        })
    }
}

/// How many days it takes to cover so many microseconds.
fn days_up(micros: i64) -> i64 {
    micros.div_euclid(DAY) + i64::from(micros.rem_euclid(DAY) > 0)
}

/// When a day begins.
pub(super) fn beginning(day: i64) -> Timestamp {
    // Days of entries are within the calendar, which both engines keep.
    Timestamp::from_micros(day.saturating_mul(DAY)).unwrap_or(Timestamp::FAR_FUTURE)
}
