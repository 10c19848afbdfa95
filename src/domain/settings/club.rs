//! The `club` topic as the rules ask for it.

use serde_json::Value;

use super::{
    ALERT_CHANGE, ALERT_CHANNEL, ALERT_MEMBERS, ALERT_SCAN_DUE, GUARD_JUMP, GUARD_MISSING,
    GUARD_OVER_HEADER, GUARD_VOLATILE, GUARD_VOLATILE_MEMBERS, MANAGER_ROLES, Setting,
    VISION_READING, WEEK_DAY, WEEK_TIME, WEEK_TIMEZONE,
    kind::{time_of_day, weekday},
    switch, text, texts,
};
use crate::club::{Anchor, Guards};

/// The `club` topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClubSettings {
    /// Discord ids of the roles whose holders are club managers.
    pub manager_roles: Vec<String>,
    /// When the club's weeks begin.
    pub week: Anchor,
    /// When a roster needs a second approval.
    pub guards: Guards,
    /// What is told in the guild's channel.
    pub alerts: AlertSettings,
    /// Whether a vision model, where there is one, reads beside the built-in reader.
    pub vision_reading: bool,
}

/// The `club.alerts` topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlertSettings {
    /// Discord id of the channel; without one nothing is told.
    pub channel: Option<String>,
    /// Whether it is told who has joined and who has left.
    pub members: bool,
    /// From how many percent of change of a member's power on it is told; none for never.
    pub change_percent: Option<u32>,
    /// Whether it is told that the week's scan is due.
    pub scan_due: bool,
}

impl ClubSettings {
    pub(super) fn of_document(document: &Value) -> Self {
        let usual = Anchor::default();
        let week = Anchor {
            weekday: weekday(&text(&WEEK_DAY, document)).unwrap_or(usual.weekday),
            time: time_of_day(&text(&WEEK_TIME, document)).unwrap_or(usual.time),
            tz: text(&WEEK_TIMEZONE, document).parse().unwrap_or(usual.tz),
        };
        let guards = Guards {
            jump_percent: percent(&GUARD_JUMP, document),
            volatile_percent: percent(&GUARD_VOLATILE, document),
            volatile_members: number(&GUARD_VOLATILE_MEMBERS, document),
            missing_percent: percent(&GUARD_MISSING, document),
            over_header: switch(&GUARD_OVER_HEADER, document),
        };
        let alerts = AlertSettings {
            channel: match ALERT_CHANNEL.value(document) {
                Value::String(channel) => Some(channel),
                _ => None,
            },
            members: switch(&ALERT_MEMBERS, document),
            change_percent: percent(&ALERT_CHANGE, document),
            scan_due: switch(&ALERT_SCAN_DUE, document),
        };
        Self {
            manager_roles: texts(&MANAGER_ROLES, document),
            week,
            guards,
            alerts,
            vision_reading: switch(&VISION_READING, document),
        }
    }
}

fn number(setting: &Setting, document: &Value) -> u32 {
    let value = setting.value(document).as_u64();
    value.and_then(|number| number.try_into().ok()).unwrap_or(0)
}

/// A percentage, of which 0 is off.
fn percent(setting: &Setting, document: &Value) -> Option<u32> {
    Some(number(setting, document)).filter(|percent| *percent > 0)
}

#[cfg(test)]
mod tests {
    use chrono::Weekday;
    use serde_json::json;

    use super::*;
    use crate::settings::{Preset, SCHEMA, check};

    #[test]
    fn the_schema_s_defaults_are_those_of_the_rules() {
        let settings = ClubSettings::of_document(&Value::Null);
        assert_eq!(settings.week, Anchor::default());
        assert_eq!(settings.guards, Guards::default());
        let alerts = AlertSettings {
            channel: None,
            members: true,
            change_percent: Some(10),
            scan_due: true,
        };
        assert_eq!(settings.alerts, alerts);
        assert!(!settings.vision_reading);
    }

    #[test]
    fn what_is_set_is_read() {
        let document = json!({"club": {
            "week": {"day": "mon", "time": "00:05", "timezone": "Australia/Lord_Howe"},
            "guards": {
                "jumpPercent": 0, "volatilePercent": 25, "volatileMembers": 0,
                "missingPercent": 0, "overHeader": false,
            },
            "alerts": {"channel": "123", "members": false, "changePercent": 0, "scanDue": false},
            "visionReading": true,
        }});
        assert_eq!(check(&document), Ok(()));
        let settings = ClubSettings::of_document(&document);
        let week = Anchor {
            weekday: Weekday::Mon,
            time: time_of_day("00:05").unwrap(),
            tz: chrono_tz::Tz::Australia__Lord_Howe,
        };
        assert_eq!(settings.week, week);
        let guards = Guards {
            jump_percent: None,
            volatile_percent: Some(25),
            volatile_members: 0,
            missing_percent: None,
            over_header: false,
        };
        assert_eq!(settings.guards, guards);
        let alerts = AlertSettings {
            channel: Some("123".to_owned()),
            members: false,
            change_percent: None,
            scan_due: false,
        };
        assert_eq!(settings.alerts, alerts);
        assert!(settings.vision_reading);
    }

    #[test]
    fn every_day_that_can_be_chosen_is_one() {
        let crate::settings::Kind::Choice(days) = WEEK_DAY.kind else {
            panic!("no choice");
        };
        let read: Vec<Weekday> = days.iter().filter_map(|day| weekday(day)).collect();
        let mut week = vec![Weekday::Mon];
        while week.len() < 7 {
            week.push(week[week.len() - 1].succ());
        }
        assert_eq!(read, week);
    }

    #[test]
    fn what_cannot_be_used_has_its_default() {
        let document = json!({"club": {
            "week": {"day": "monday", "time": "4:30", "timezone": "Mars"},
            "guards": {"jumpPercent": -1, "missingPercent": 101, "volatileMembers": 2.5},
            "alerts": {"channel": 5, "changePercent": "10"},
        }});
        assert_eq!(
            ClubSettings::of_document(&document),
            ClubSettings::of_document(&Value::Null)
        );
        let club = SCHEMA
            .iter()
            .filter(|setting| setting.key.starts_with("club."));
        assert!(club.clone().count() > 10);
        assert_eq!(
            club.filter(|setting| setting.preset == Preset::Unset)
                .count(),
            1
        );
    }
}
