//! When the club's weeks begin.

use serde_json::Value;
use slimy_store::Timestamp;

use super::{CHOICES, guarding::set, manager};
use crate::{
    Error, Services,
    club::{Anchor, Week},
    rights::Actor,
    settings::{self, WEEK_DAY, WEEK_TIME, WEEK_TIMEZONE},
};

/// What somebody wants changed; what is none stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WeekChange {
    /// `mon` to `sun`.
    pub day: Option<String>,
    /// `04:30`.
    pub time: Option<String>,
    /// `Europe/Berlin`.
    pub timezone: Option<String>,
}

/// When weeks begin, and which one runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekState {
    /// Day, time and time zone.
    pub anchor: Anchor,
    /// The week that runs.
    pub week: Week,
    /// When it began.
    pub began: Timestamp,
    /// When the next one begins.
    pub next: Timestamp,
}

/// The week of the actor's guild.
pub async fn week(services: &Services, actor: &Actor) -> Result<WeekState, Error> {
    let place = manager(services, actor).await?;
    let settings = settings::read(services, &place.guild_id).await?;
    Ok(state(settings.club.week, services.now()))
}

/// Changes when weeks begin. It counts at once; rosters that are saved keep their weeks.
pub async fn set_week(
    services: &Services,
    actor: &Actor,
    change: WeekChange,
) -> Result<WeekState, Error> {
    let text = |text: Option<String>| text.map(Value::from);
    let changes = [
        (WEEK_DAY, text(change.day)),
        (WEEK_TIME, text(change.time.as_deref().map(padded))),
        (WEEK_TIMEZONE, text(change.timezone.map(known))),
    ];
    set(services, actor, "week", changes).await?;
    week(services, actor).await
}

fn state(anchor: Anchor, now: Timestamp) -> WeekState {
    let week = anchor.week_of(now);
    WeekState {
        anchor,
        week,
        began: anchor.starts(week),
        next: anchor.ends(week),
    }
}

/// `4:30` as `04:30`; whether it is a time, the settings say.
fn padded(time: &str) -> String {
    let time = time.trim();
    match time.split_once(':') {
        Some((hour, _)) if hour.len() == 1 => format!("0{time}"),
        _ => time.to_owned(),
    }
}

/// A time zone's name as it is spelled, however it was typed.
fn known(typed: String) -> String {
    let wanted = fold(&typed);
    let mut zones = chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name());
    let found = zones.find(|zone| fold(zone) == wanted);
    found.map(str::to_owned).unwrap_or(typed)
}

/// Time zones whose name has what was typed, those first in which a part begins with it.
pub fn suggest_zones(typed: &str) -> Vec<&'static str> {
    let wanted = fold(typed);
    let mut found: Vec<(bool, &str)> = chrono_tz::TZ_VARIANTS
        .iter()
        .map(|zone| zone.name())
        .filter(|zone| zone.contains('/') || *zone == "UTC")
        .filter(|zone| !zone.starts_with("Etc/"))
        .filter_map(|zone| {
            let name = fold(zone);
            let begins = name.split(['/', ' ']).any(|part| part.starts_with(&wanted))
                || name.starts_with(&wanted);
            name.contains(&wanted).then_some((!begins, zone))
        })
        .collect();
    found.sort_unstable();
    found
        .into_iter()
        .take(CHOICES)
        .map(|(_, zone)| zone)
        .collect()
}

fn fold(zone: &str) -> String {
    zone.trim().to_lowercase().replace('_', " ")
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveTime, TimeZone as _, Utc, Weekday};

    use super::*;

    #[test]
    fn a_week_that_begins_in_the_hour_that_is_skipped_begins_when_the_clocks_go_on() {
        // New York's clocks go from 02:00 to 03:00 on Sunday, 8 March 2026, and back on 1 November.
        let anchor = Anchor {
            weekday: Weekday::Sun,
            time: NaiveTime::from_hms_opt(2, 30, 0).unwrap(),
            tz: chrono_tz::America::New_York,
        };
        let at = |month, day, hour, minute| -> Timestamp {
            let at = Utc.with_ymd_and_hms(2026, month, day, hour, minute, 0);
            at.unwrap().into()
        };
        let before = state(anchor, at(3, 8, 6, 59));
        assert_eq!(before.next, at(3, 8, 7, 0));
        let after = state(anchor, at(3, 8, 7, 0));
        assert_eq!((after.began, after.week), (before.next, before.week.next()));
        assert_eq!(after.next, at(3, 15, 6, 30));
        // What is shown twice counts the first time.
        let time = NaiveTime::from_hms_opt(1, 30, 0).unwrap();
        let anchor = Anchor { time, ..anchor };
        assert_eq!(state(anchor, at(11, 1, 6, 30)).began, at(11, 1, 5, 30));
    }

    #[test]
    fn times_and_zones_are_taken_as_people_write_them() {
        assert_eq!(padded(" 4:30"), "04:30");
        assert_eq!(padded("14:30"), "14:30");
        assert_eq!(known("europe/berlin".to_owned()), "Europe/Berlin");
        assert_eq!(
            known("america/los angeles".to_owned()),
            "America/Los_Angeles"
        );
        assert_eq!(known("Mars".to_owned()), "Mars");
    }
}
