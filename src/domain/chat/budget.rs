//! How many tokens people may use in a day and in a month.

use chrono::Datelike;
use slimy_store::Timestamp;

use crate::settings::ChatSettings;

/// The most tokens that somebody may use; none is no limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Limits {
    /// In one day, UTC.
    pub day: Option<i64>,
    /// In one month, UTC.
    pub month: Option<i64>,
}

/// The limits that hold for one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Budget {
    /// For each person, wherever they ask.
    pub person: Limits,
    /// For each guild.
    pub guild: Limits,
    /// For everybody together.
    pub host: Limits,
}

/// The day and the month of a moment, in UTC, as they key what was used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Periods {
    /// `2026-11-22`.
    pub day: String,
    /// `2026-11`.
    pub month: String,
}

/// The periods in which `at` lies.
pub fn periods(at: Timestamp) -> Periods {
    let date = at.datetime().date_naive();
    let month = format!("{:04}-{:02}", date.year(), date.month());
    Periods {
        day: format!("{month}-{:02}", date.day()),
        month,
    }
}

/// What is wrong with limits as the host wrote them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("must be tokens a day and a month like 200000/2000000, where 0 is no limit")]
pub struct LimitsFault;

impl Limits {
    /// Reads `200000/2000000`: tokens a day, then a month; 0 is no limit.
    pub fn parse(text: &str) -> Result<Self, LimitsFault> {
        let (day, month) = text.split_once('/').ok_or(LimitsFault)?;
        Ok(Self {
            day: tokens(day)?,
            month: tokens(month)?,
        })
    }

    /// The lower of both, for the day and for the month.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            day: lower(self.day, other.day),
            month: lower(self.month, other.month),
        }
    }
}

impl Budget {
    /// The same in a guild with these settings: a guild may lower the host's limits for its people
    /// and for itself, never raise them.
    #[must_use]
    pub fn in_guild(self, settings: &ChatSettings) -> Self {
        Self {
            person: self.person.and(settings.person),
            guild: self.guild.and(settings.guild),
            host: self.host,
        }
    }
}

/// Digits alone: neither a sign nor a space means anything here.
fn tokens(text: &str) -> Result<Option<i64>, LimitsFault> {
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(LimitsFault);
    }
    let tokens: i64 = text.parse().map_err(|_| LimitsFault)?;
    Ok(Some(tokens).filter(|tokens| *tokens > 0))
}

fn lower(one: Option<i64>, other: Option<i64>) -> Option<i64> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limits(day: i64, month: i64) -> Limits {
        let some = |tokens| Some(tokens).filter(|tokens| *tokens > 0);
        Limits {
            day: some(day),
            month: some(month),
        }
    }

    #[test]
    fn periods_change_at_midnight_utc() {
        // The last second of 2026, and the first of 2027.
        let of = |seconds: i64| periods(Timestamp::from_micros(seconds * 1_000_000).unwrap());
        let expected = |day: &str, month: &str| Periods {
            day: day.to_owned(),
            month: month.to_owned(),
        };
        assert_eq!(of(1_798_761_599), expected("2026-12-31", "2026-12"));
        assert_eq!(of(1_798_761_600), expected("2027-01-01", "2027-01"));
    }

    #[test]
    fn limits_are_read_as_the_host_writes_them() {
        assert_eq!(
            Limits::parse("200000/2000000"),
            Ok(limits(200_000, 2_000_000))
        );
        assert_eq!(Limits::parse("0/0"), Ok(Limits::default()));
        assert_eq!(Limits::parse("0/5"), Ok(limits(0, 5)));
        for wrong in [
            "",
            "5",
            "/",
            "5/",
            "-1/5",
            "+1/5",
            "1 /5",
            "1/2/3",
            "99999999999999999999/1",
        ] {
            assert_eq!(Limits::parse(wrong), Err(LimitsFault), "{wrong}");
        }
    }

    #[test]
    fn a_guild_lowers_the_hosts_limits_and_never_raises_them() {
        let host = Budget {
            person: limits(100, 0),
            guild: limits(1_000, 10_000),
            host: limits(5, 0),
        };
        let settings = ChatSettings {
            person: limits(200, 300),
            guild: limits(10, 0),
            ..ChatSettings::default()
        };
        let expected = Budget {
            person: limits(100, 300),
            guild: limits(10, 10_000),
            host: limits(5, 0),
        };
        assert_eq!(host.in_guild(&settings), expected);
    }
}
