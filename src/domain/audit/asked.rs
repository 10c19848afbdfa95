//! Which entries somebody asks for, as they type it, as a button keeps it, and as the store
//! takes it.

use chrono::{Days, NaiveDate, NaiveTime, TimeZone as _};
use chrono_tz::Tz;
use sha2::{Digest as _, Sha256};
use slimy_store::{
    Id, Timestamp,
    audit::{self as store, AuditFilter},
    users,
};

use super::Fault;
use crate::{Error, Services};

/// Digits of numbers in a button.
const BASE: u64 = 36;
/// Names are kept in a button as so many digits of their hash: of a guild's few hundred names no
/// two have the same.
const NAME_DIGITS: u32 = 7;
/// The longest action or resource that is looked for.
const NAME: usize = 80;

/// What somebody typed; what is none does not matter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// Discord's id of who did it.
    pub person: Option<String>,
    /// An action, or what several begin with up to a dot.
    pub action: Option<String>,
    /// A kind of thing.
    pub resource: Option<String>,
    /// That worked, or that did not.
    pub success: Option<bool>,
    /// The first day, as 2026-11-22.
    pub from: Option<String>,
    /// The last day.
    pub to: Option<String>,
}

/// Which entries are meant.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Discord's id of who did it.
    pub person: Option<String>,
    /// An action, or what several begin with up to a dot.
    pub action: Option<String>,
    /// A kind of thing.
    pub resource: Option<String>,
    /// That worked, or that did not.
    pub success: Option<bool>,
    /// The first day, in the guild's time zone.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub to: Option<NaiveDate>,
}

impl Asked {
    /// What it means. What is no day is a [`Fault`].
    pub fn read(self) -> Result<Filter, Fault> {
        let day = |typed: Option<String>| typed.map(|typed| day(&typed)).transpose();
        let (from, to) = (day(self.from)?, day(self.to)?);
        if let (Some(from), Some(to)) = (from, to)
            && to < from
        {
            return Err(Fault::Backwards { from, to });
        }
        Ok(Filter {
            person: self.person,
            action: name(self.action)?,
            resource: name(self.resource)?,
            success: self.success,
            from,
            to,
        })
    }
}

fn name(typed: Option<String>) -> Result<Option<String>, Fault> {
    let Some(typed) = typed else { return Ok(None) };
    if typed.chars().count() > NAME {
        return Err(Fault::NameTooLong { max: NAME });
    }
    // What has no name in it means everything.
    Ok(store::normal_name(&typed).ok())
}

fn day(typed: &str) -> Result<NaiveDate, Fault> {
    let day = NaiveDate::parse_from_str(typed.trim(), "%Y-%m-%d").ok();
    // Years that no entry can have are typing errors.
    let day = day.filter(|day| (2000..3000).contains(&chrono::Datelike::year(day)));
    day.ok_or_else(|| Fault::NoDay {
        typed: typed.chars().take(NAME).collect(),
    })
}

impl Filter {
    /// Whether it means everything.
    pub fn is_everything(&self) -> bool {
        *self == Self::default()
    }

    /// As the store takes it. None for a person who is not known, of whom there is nothing.
    pub(super) async fn of_guild(
        &self,
        services: &Services,
        guild_id: &Id,
        timezone: Tz,
    ) -> Result<Option<AuditFilter>, Error> {
        let user_id = match &self.person {
            None => None,
            Some(discord_id) => match users::find_by_discord_id(&services.db, discord_id).await? {
                Some(user) => Some(user.id),
                None => return Ok(None),
            },
        };
        Ok(Some(AuditFilter {
            guild_id: Some(guild_id.clone()),
            user_id,
            action_prefix: self.action.clone(),
            resource_type: self.resource.clone(),
            success: self.success,
            from: self.from.map(|day| begin(day, timezone)),
            until: self.to.map(|day| begin(day + Days::new(1), timezone)),
            ..AuditFilter::default()
        }))
    }

    /// As a button keeps it, in at most 42 characters: names as hashes. Empty for everything.
    pub fn coded(&self) -> String {
        let person = self.person.as_deref().and_then(|id| id.parse().ok());
        let day = |day: NaiveDate| u64::try_from((day - NaiveDate::default()).num_days()).ok();
        let parts = [
            person.map(digits),
            self.action.as_deref().map(|name| digits(hash(name))),
            self.resource.as_deref().map(|name| digits(hash(name))),
            self.success.map(|success| u64::from(success).to_string()),
            self.from.and_then(day).map(digits),
            self.to.and_then(day).map(digits),
        ];
        let parts = parts.map(Option::unwrap_or_default).join(".");
        parts.trim_end_matches('.').to_owned()
    }

    /// What a button has kept. A name is one of those that the guild has, or is gone: then nothing
    /// is none.
    pub(super) async fn decoded(
        services: &Services,
        guild_id: &Id,
        coded: &str,
    ) -> Result<Option<Self>, Error> {
        let mut parts = coded.split('.');
        let mut next = || parts.next().filter(|part| !part.is_empty());
        let (person, action, resource) = (next(), next(), next());
        let (success, from, to) = (next(), next(), next());
        let day = |part: &str| {
            let days = number(part)?;
            NaiveDate::default().checked_add_days(Days::new(days))
        };
        let mut filter = Self {
            person: person.and_then(number).map(|id| id.to_string()),
            success: success.map(|one| one == "1"),
            from: from.and_then(day),
            to: to.and_then(day),
            ..Self::default()
        };
        if let Some(wanted) = action.and_then(number) {
            let names = store::actions_of(&services.db, guild_id).await?;
            filter.action = with_hash(names.iter().flat_map(|name| prefixes(name)), wanted);
            if filter.action.is_none() {
                return Ok(None);
            }
        }
        if let Some(wanted) = resource.and_then(number) {
            let names = store::resource_types_of(&services.db, guild_id).await?;
            filter.resource = with_hash(names.iter().map(String::as_str), wanted);
            if filter.resource.is_none() {
                return Ok(None);
            }
        }
        Ok(Some(filter))
    }
}

/// When a day begins in a time zone; where the clocks are put forward at midnight, an hour later.
pub(super) fn begin(day: NaiveDate, timezone: Tz) -> Timestamp {
    let midnight = day.and_time(NaiveTime::MIN);
    let found = timezone.from_local_datetime(&midnight).earliest();
    let later = || {
        let one = midnight + chrono::TimeDelta::hours(1);
        timezone.from_local_datetime(&one).earliest()
    };
    let utc = found.or_else(later).map(|at| at.to_utc());
    Timestamp::from(utc.unwrap_or_else(|| midnight.and_utc()))
}

/// The name itself and all that it lies below: `club.analysis.save`, `club.analysis`, `club`.
pub(super) fn prefixes(name: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(name), |name| {
        name.rsplit_once('.').map(|(above, _)| above)
    })
}

fn with_hash<'a>(mut names: impl Iterator<Item = &'a str>, wanted: u64) -> Option<String> {
    names.find(|name| hash(name) == wanted).map(str::to_owned)
}

fn hash(name: &str) -> u64 {
    let digest = Sha256::digest(name);
    let first = digest.first_chunk::<8>().copied().unwrap_or_default();
    u64::from_be_bytes(first) % BASE.pow(NAME_DIGITS)
}

fn digits(mut number: u64) -> String {
    let mut digits = Vec::new();
    loop {
        let digit = u32::try_from(number % BASE).unwrap_or(0);
        digits.extend(char::from_digit(digit, 36));
        number /= BASE;
        if number == 0 {
            return digits.iter().rev().collect();
        }
    }
}

fn number(digits: &str) -> Option<u64> {
    u64::from_str_radix(digits, 36).ok()
}

/// A place in the list, shorter than the store writes it.
pub(super) fn shorter(place: &slimy_store::Cursor) -> String {
    let micros = u64::try_from(place.at.micros()).unwrap_or(0);
    format!("{}.{}", digits(micros), place.id)
}

/// That place again.
pub(super) fn place(text: &str) -> Option<slimy_store::Cursor> {
    let (micros, id) = text.split_once('.')?;
    let at = Timestamp::from_micros(i64::try_from(number(micros)?).ok()?)?;
    Some(slimy_store::Cursor { at, id: id.into() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(from: &str, to: &str) -> Result<Filter, Fault> {
        let asked = Asked {
            from: Some(from.to_owned()),
            to: Some(to.to_owned()),
            ..Asked::default()
        };
        asked.read()
    }

    #[test]
    fn days_are_typed_in_one_way_and_in_their_order() {
        let filter = asked(" 2026-11-01", "2026-11-30").unwrap();
        assert_eq!(filter.from, NaiveDate::from_ymd_opt(2026, 11, 1));
        assert!(matches!(
            asked("1.11.2026", "2026-11-30"),
            Err(Fault::NoDay { .. })
        ));
        assert!(matches!(
            asked("20266-11-01", "2026-11-30"),
            Err(Fault::NoDay { .. })
        ));
        assert!(matches!(
            asked("2026-11-02", "2026-11-01"),
            Err(Fault::Backwards { .. })
        ));
    }

    #[test]
    fn a_filter_of_everything_and_one_of_all_fit_into_a_button() {
        assert_eq!(Filter::default().coded(), "");
        let filter = Filter {
            person: Some(u64::MAX.to_string()),
            action: Some("club.analysis.save".to_owned()),
            resource: Some("club_analysis".to_owned()),
            success: Some(false),
            from: NaiveDate::from_ymd_opt(2999, 12, 31),
            to: NaiveDate::from_ymd_opt(2999, 12, 31),
        };
        assert!(filter.coded().len() <= 42, "{}", filter.coded());
    }

    #[test]
    fn a_place_is_written_shorter_and_comes_back() {
        let cursor = slimy_store::Cursor {
            at: Timestamp::from_micros(1_795_500_000_000_000).unwrap(),
            id: "cmwrt8afl00067d2zeeb71pqc".into(),
        };
        let text = shorter(&cursor);
        assert!(text.len() <= 37, "{text}");
        assert_eq!(place(&text), Some(cursor));
        for wrong in ["", ".", "x", "!.c"] {
            assert_eq!(place(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_day_begins_when_it_does_in_the_time_zone() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let at = begin(day, chrono_tz::Europe::Berlin);
        assert_eq!(at.to_string(), "2026-11-21T23:00:00Z");
        // Clocks go from 0:00 to 1:00 on this one.
        let none = NaiveDate::from_ymd_opt(2018, 11, 4).unwrap();
        let at = begin(none, chrono_tz::America::Sao_Paulo);
        assert_eq!(at.to_string(), "2018-11-04T03:00:00Z");
    }
}
