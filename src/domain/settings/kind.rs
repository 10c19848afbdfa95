//! What a setting may hold.

use std::fmt;

use chrono::{NaiveTime, Weekday};
use serde_json::Value;

use super::check::Problem;

/// The most characters of an action: twice the longest there is.
const ACTION: usize = 64;

/// What a setting may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// On or off.
    Switch,
    /// A whole number within bounds, both included.
    Number {
        /// The least.
        from: i64,
        /// The most.
        to: i64,
    },
    /// A text that is not blank, of at most so many characters.
    Text {
        /// The most characters.
        most: usize,
    },
    /// One of these.
    Choice(&'static [&'static str]),
    /// A time zone by its IANA name, `Europe/Berlin`.
    TimeZone,
    /// A time of day in hours and minutes, `04:30`.
    TimeOfDay,
    /// The Discord id of a channel, as text.
    Channel,
    /// Discord ids of channels, as texts.
    Channels {
        /// The most ids.
        most: usize,
    },
    /// Discord ids of roles, as texts.
    Roles {
        /// The most ids.
        most: usize,
    },
    /// Actions of the audit log, as texts; one that ends in a dot stands for all that begin with
    /// it.
    Actions {
        /// The most actions.
        most: usize,
    },
    /// Texts by the Discord id of a channel, each as a [`Kind::Text`].
    TextByChannel {
        /// The most channels.
        channels: usize,
        /// The most characters of a text.
        most: usize,
    },
}

/// What is wrong with a value: which part of it, empty for all of it, and what.
pub(super) type Refusal = (String, Problem);

impl Kind {
    /// Whether a setting of this kind may hold `value`; a refusal names the part of the value.
    pub(super) fn check(self, value: &Value) -> Result<(), Refusal> {
        let fits = match self {
            Self::Switch => value.is_boolean(),
            Self::Number { from, to } => value
                .as_i64()
                .is_some_and(|number| (from..=to).contains(&number)),
            Self::Text { most } => value.as_str().is_some_and(|text| {
                !text.trim().is_empty() && !text.contains('\0') && text.chars().count() <= most
            }),
            Self::Choice(choices) => value.as_str().is_some_and(|text| choices.contains(&text)),
            Self::TimeZone => value.as_str().is_some_and(is_time_zone),
            Self::TimeOfDay => value.as_str().and_then(time_of_day).is_some(),
            Self::Channel => value.as_str().is_some_and(is_discord_id),
            Self::Channels { most } | Self::Roles { most } => {
                return check_each(value, most, self, |id| Self::Channel.check(id));
            }
            Self::Actions { most } => return check_each(value, most, self, check_action),
            Self::TextByChannel { channels, most } => {
                return check_by_channel(value, channels, most, self);
            }
        };
        if fits {
            Ok(())
        } else {
            Err((String::new(), Problem::Not(self)))
        }
    }
}

fn check_each(
    value: &Value,
    most: usize,
    kind: Kind,
    check: impl Fn(&Value) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    let Some(items) = value.as_array().filter(|items| items.len() <= most) else {
        return Err((String::new(), Problem::Not(kind)));
    };
    for (place, item) in items.iter().enumerate() {
        check(item).map_err(|(_, problem)| (format!("[{place}]"), problem))?;
    }
    Ok(())
}

fn check_action(value: &Value) -> Result<(), Refusal> {
    if value.as_str().is_some_and(is_action) {
        return Ok(());
    }
    Err((String::new(), Problem::NoAction))
}

/// Whether `text` has the shape of an action, or of the beginning of some. Which actions there
/// are changes with releases, and a document outlives them.
fn is_action(text: &str) -> bool {
    let word = |part: &str| {
        !part.is_empty()
            && part.bytes().all(|byte| {
                byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'_'
            })
    };
    text.len() <= ACTION && text.strip_suffix('.').unwrap_or(text).split('.').all(word)
}

fn check_by_channel(
    value: &Value,
    channels: usize,
    most: usize,
    kind: Kind,
) -> Result<(), Refusal> {
    let Some(texts) = value.as_object().filter(|texts| texts.len() <= channels) else {
        return Err((String::new(), Problem::Not(kind)));
    };
    for (channel, text) in texts {
        let at = |problem| (format!(".{channel}"), problem);
        if !is_discord_id(channel) {
            return Err(at(Problem::NotUnderChannel));
        }
        let text = Kind::Text { most }.check(text);
        text.map_err(|(_, problem)| at(problem))?;
    }
    Ok(())
}

fn is_time_zone(name: &str) -> bool {
    name.parse::<chrono_tz::Tz>().is_ok()
}

/// The day with these three small letters.
pub(super) fn weekday(text: &str) -> Option<Weekday> {
    match text {
        "mon" => Some(Weekday::Mon),
        "tue" => Some(Weekday::Tue),
        "wed" => Some(Weekday::Wed),
        "thu" => Some(Weekday::Thu),
        "fri" => Some(Weekday::Fri),
        "sat" => Some(Weekday::Sat),
        "sun" => Some(Weekday::Sun),
        _ => None,
    }
}

/// The time that `text` names, in the one form that is accepted: two digits, a colon, two digits.
pub(super) fn time_of_day(text: &str) -> Option<NaiveTime> {
    let (hour, minute) = text.split_once(':')?;
    let number = |part: &str| {
        let digits = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| part.parse().ok()).flatten()
    };
    NaiveTime::from_hms_opt(number(hour)?, number(minute)?, 0)
}

/// As Discord writes ids: a positive number of 64 bits, without anything before it.
pub(super) fn is_discord_id(text: &str) -> bool {
    !text.starts_with(['0', '+']) && text.parse::<u64>().is_ok()
}

/// What is accepted, in English for the log, to follow "must be".
impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Switch => f.write_str("true or false"),
            Self::Number { from, to } => write!(f, "a whole number from {from} to {to}"),
            Self::Text { most } => write!(f, "text of 1 to {most} characters"),
            Self::Choice(choices) => write!(f, "one of {}", choices.join(", ")),
            Self::TimeZone => f.write_str("an IANA time zone like Europe/Berlin"),
            Self::TimeOfDay => f.write_str("a time from 00:00 to 23:59 like 04:30"),
            Self::Channel => f.write_str("a Discord id like \"123456789012345678\""),
            Self::Channels { most } | Self::Roles { most } => {
                write!(f, "a list of at most {most} Discord ids")
            }
            Self::Actions { most } => write!(f, "a list of at most {most} actions"),
            Self::TextByChannel { channels, most } => write!(
                f,
                "an object of at most {channels} channels' ids, each with text of 1 to {most} characters"
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn each_kind_takes_what_it_says_and_nothing_else() {
        let choice = Kind::Choice(&["a", "b"]);
        let number = Kind::Number { from: -1, to: 5 };
        let text = Kind::Text { most: 3 };
        let ids = Kind::Roles { most: 2 };
        let actions = Kind::Actions { most: 2 };
        let by_channel = Kind::TextByChannel {
            channels: 2,
            most: 3,
        };
        let cases = [
            (Kind::Switch, json!(false), true),
            (Kind::Switch, json!("false"), false),
            (Kind::Switch, json!(0), false),
            (Kind::Switch, json!(null), false),
            (number, json!(-1), true),
            (number, json!(5), true),
            (number, json!(6), false),
            (number, json!(2.5), false),
            (number, json!(u64::MAX), false),
            (number, json!("3"), false),
            (text, json!("äöü"), true),
            (text, json!("four"), false),
            (text, json!("  "), false),
            (text, json!("a\0"), false),
            (choice, json!("b"), true),
            (choice, json!("B"), false),
            (choice, json!(["a"]), false),
            (Kind::TimeZone, json!("UTC"), true),
            (
                Kind::TimeZone,
                json!("America/Argentina/Buenos_Aires"),
                true,
            ),
            (Kind::TimeZone, json!("Etc/GMT+5"), true),
            (Kind::TimeZone, json!("Mars/Olympus"), false),
            (Kind::TimeZone, json!("+02:00"), false),
            (Kind::TimeZone, json!("../etc/passwd"), false),
            (Kind::TimeOfDay, json!("00:00"), true),
            (Kind::TimeOfDay, json!("23:59"), true),
            (Kind::TimeOfDay, json!("24:00"), false),
            (Kind::TimeOfDay, json!("04:60"), false),
            (Kind::TimeOfDay, json!("4:30"), false),
            (Kind::TimeOfDay, json!("04:30:00"), false),
            (Kind::TimeOfDay, json!("04:30 PM"), false),
            (Kind::TimeOfDay, json!("+4:30"), false),
            (Kind::TimeOfDay, json!(430), false),
            (Kind::Channel, json!("18446744073709551615"), true),
            (Kind::Channel, json!("18446744073709551616"), false),
            (Kind::Channel, json!("0"), false),
            (Kind::Channel, json!("+1"), false),
            (Kind::Channel, json!(123), false),
            (Kind::Channel, json!("12 "), false),
            (ids, json!([]), true),
            (ids, json!(["1", "2"]), true),
            (ids, json!(["1", "2", "3"]), false),
            (ids, json!(["1", 2]), false),
            (ids, json!("1"), false),
            (actions, json!([]), true),
            (actions, json!(["club.", "chat.conversation.delete"]), true),
            (actions, json!(["a", "b", "c"]), false),
            (actions, json!(["club analyze"]), false),
            (actions, json!(["Club."]), false),
            (actions, json!([".", ""]), false),
            (actions, json!(["club..save"]), false),
            (actions, json!(["x".repeat(65)]), false),
            (actions, json!([1]), false),
            (by_channel, json!({}), true),
            (by_channel, json!({"1": "äöü", "2": "b"}), true),
            (by_channel, json!({"1": "a", "2": "b", "3": "c"}), false),
            (by_channel, json!({"general": "a"}), false),
            (by_channel, json!({"1": "four"}), false),
            (by_channel, json!({"1": " "}), false),
            (by_channel, json!({"1": null}), false),
            (by_channel, json!(["1"]), false),
        ];
        for (kind, value, fits) in cases {
            assert_eq!(kind.check(&value).is_ok(), fits, "{kind:?} {value}");
        }
    }
}
