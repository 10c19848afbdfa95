//! The weeks by which a club's rosters are compared.
//!
//! A club's week begins on a day and at a time that the guild chose, on the clocks of its time
//! zone (issue 5; by default Friday 04:30 in Los Angeles, when the game's week turns, original.md
//! section 1.3). It is named by the ISO week in which it begins: each ISO week has each day once,
//! so every name means one week and no week has two.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Utc, Weekday};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use slimy_store::Timestamp;
use slimy_words::{Words, say};

#[cfg(test)]
mod tests;

/// The years whose names have four digits, so that names order as time does.
const YEARS: std::ops::RangeInclusive<i32> = 1..=9999;

/// What no clock is ever set forward by, in seconds: Samoa's went forward by a day, and the
/// offsets themselves reach from -12 to +14 hours.
const FURTHEST: i64 = 40 * 3600;

/// A club's week, named `2026-W47` as ISO 8601 names weeks. Orders as time does, and so do the
/// names as texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Week {
    /// The ISO year: weeks at New Year belong to the year of their Thursday.
    year: i32,
    /// From 1 to 52, in long years to 53.
    number: u32,
}

/// What was given is not the name of a week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekFault(String);

impl WeekFault {
    /// The sentence for the person.
    pub fn say(&self, words: Words) -> String {
        say!(words, "errors-week", text = &self.0)
    }
}

impl fmt::Display for WeekFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Words::ENGLISH))
    }
}

impl std::error::Error for WeekFault {}

impl Week {
    /// The first week that there is, and the last: 0001-W01 and 9999-W52.
    pub const FIRST: Self = Self { year: 1, number: 1 };
    /// See [`Week::FIRST`].
    pub const LAST: Self = Self {
        year: 9999,
        number: 52,
    };

    /// The week `number` of the ISO year `year`; none where that year has no such week.
    pub fn new(year: i32, number: u32) -> Option<Self> {
        let there = YEARS.contains(&year)
            && NaiveDate::from_isoywd_opt(year, number, Weekday::Mon).is_some();
        there.then_some(Self { year, number })
    }

    /// The ISO week in which `date` lies; the first or last that there is for a date beyond.
    pub fn of_date(date: NaiveDate) -> Self {
        let iso = date.iso_week();
        match iso.year() {
            year if year < *YEARS.start() => Self::FIRST,
            year if year > *YEARS.end() => Self::LAST,
            year => Self {
                year,
                number: iso.week(),
            },
        }
    }

    /// Its ISO year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// Its number in that year, from 1.
    pub fn number(self) -> u32 {
        self.number
    }

    /// The date of its `weekday`.
    pub fn date(self, weekday: Weekday) -> NaiveDate {
        // Every week that can be made is one of the calendar's.
        NaiveDate::from_isoywd_opt(self.year, self.number, weekday).unwrap_or_default()
    }

    /// The week after it; the last one stays.
    #[must_use]
    pub fn next(self) -> Self {
        self.plus(1)
    }

    /// The week before it; the first one stays.
    #[must_use]
    pub fn previous(self) -> Self {
        self.plus(-1)
    }

    /// The week `weeks` later, or earlier where that is negative; the first or last that there is
    /// when it would lie beyond.
    #[must_use]
    pub fn plus(self, weeks: i64) -> Self {
        let monday = self.date(Weekday::Mon);
        let days = Days::new(weeks.unsigned_abs().saturating_mul(7));
        let moved = if weeks < 0 {
            monday.checked_sub_days(days)
        } else {
            monday.checked_add_days(days)
        };
        match moved {
            Some(date) => Self::of_date(date),
            None if weeks < 0 => Self::FIRST,
            None => Self::LAST,
        }
    }

    /// How many weeks later than `earlier` it is; negative when it is earlier.
    pub fn since(self, earlier: Self) -> i64 {
        let days = self.date(Weekday::Mon) - earlier.date(Weekday::Mon);
        days.num_days() / 7
    }

    /// The week with this name, as people write it too: blanks around it and a small w are fine.
    pub fn parse(name: &str) -> Result<Self, WeekFault> {
        Self::read(name.trim()).ok_or_else(|| {
            let shown = |c: char| if c.is_control() { '?' } else { c };
            WeekFault(name.trim().chars().take(20).map(shown).collect())
        })
    }

    fn read(name: &str) -> Option<Self> {
        let (year, number) = name.split_once(['-'])?;
        let number = number.strip_prefix(['W', 'w'])?;
        let digits = |text: &str, count| {
            text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())
        };
        if !digits(year, 4) || !digits(number, 2) {
            return None;
        }
        Self::new(year.parse().ok()?, number.parse().ok()?)
    }
}

impl fmt::Display for Week {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-W{:02}", self.year, self.number)
    }
}

impl FromStr for Week {
    type Err = WeekFault;

    fn from_str(name: &str) -> Result<Self, WeekFault> {
        Self::parse(name)
    }
}

impl From<Week> for String {
    fn from(week: Week) -> Self {
        week.to_string()
    }
}

impl TryFrom<String> for Week {
    type Error = WeekFault;

    fn try_from(name: String) -> Result<Self, WeekFault> {
        Self::parse(&name)
    }
}

/// When a guild's weeks begin: a day and a time on the clocks of a time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Anchor {
    /// The day.
    pub weekday: Weekday,
    /// The time on that day.
    pub time: NaiveTime,
    /// Whose clocks.
    pub tz: Tz,
}

/// Friday 04:30 in Los Angeles: issue 5, as the earlier system had it (original.md section 1.3).
impl Default for Anchor {
    fn default() -> Self {
        Self {
            weekday: Weekday::Fri,
            time: NaiveTime::from_hms_opt(4, 30, 0).unwrap_or_default(),
            tz: Tz::America__Los_Angeles,
        }
    }
}

impl Anchor {
    /// The week in which `at` lies: the one that began last.
    pub fn week_of(&self, at: Timestamp) -> Week {
        let local = at.datetime().with_timezone(&self.tz).date_naive();
        // The week began at most seven days and a change of the clocks before.
        let mut week = Week::of_date(local).next();
        while self.starts(week) > at && week > Week::FIRST {
            week = week.previous();
        }
        week
    }

    /// When `week` begins: the first moment at which the clocks show the anchor's day and time,
    /// or later. Where the clocks skip it, that is when they go on; where they show it twice, the
    /// first time.
    pub fn starts(&self, week: Week) -> Timestamp {
        let wanted = week.date(self.weekday).and_time(self.time);
        first_at(self.tz, wanted).into()
    }

    /// When `week` is over, which is when the next one begins.
    pub fn ends(&self, week: Week) -> Timestamp {
        self.starts(week.next())
    }
}

/// The first moment at which the clocks of `tz` show `wanted` or later.
fn first_at(tz: Tz, wanted: NaiveDateTime) -> DateTime<Utc> {
    if let Some(at) = wanted.and_local_timezone(tz).earliest() {
        return at.to_utc();
    }
    // They skip it. Around there they only go forward, so that halving finds the second at which
    // they go on.
    let shown = |seconds: i64| {
        let at = DateTime::from_timestamp(seconds, 0).unwrap_or_default();
        at.with_timezone(&tz).naive_local()
    };
    let middle = wanted.and_utc().timestamp();
    let (mut before, mut after) = (middle - FURTHEST, middle + FURTHEST);
    while after - before > 1 {
        let half = before + (after - before) / 2;
        if shown(half) < wanted {
            before = half;
        } else {
            after = half;
        }
    }
    DateTime::from_timestamp(after, 0).unwrap_or_default()
}
