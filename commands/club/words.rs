//! The words that the commands about a known club have in common.

use std::fmt::Write as _;

use chrono::NaiveDate;
use slimy_domain::{
    club::{Change, Metric, Percent, Standing, known::Taken},
    number::{grouped, short},
};

use crate::{
    limits::FIELD_VALUE,
    table::{CORRECTED, UNCERTAIN},
    text::{moment, name},
};

use super::grid::cell;

/// Which power, as an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq, poise::ChoiceParameter)]
pub(crate) enum Power {
    /// Sim power.
    #[name = "Sim power"]
    Sim,
    /// Total power.
    #[name = "Total power"]
    Total,
}

impl From<Power> for Metric {
    fn from(power: Power) -> Self {
        match power {
            Power::Sim => Self::Sim,
            Power::Total => Self::Total,
        }
    }
}

/// Units of a name in a sentence: several times what the game allows.
pub(super) const NAME: usize = 60;
/// Characters that "and n more" needs.
const MORE: usize = 24;

/// What the star behind a value means.
pub(super) const STAR: &str = "\\* corrected by a manager";

/// As a heading or a label.
pub(super) fn metric(metric: Metric) -> &'static str {
    match metric {
        Metric::Sim => "Sim power",
        Metric::Total => "Total power",
    }
}

/// In the middle of a sentence.
pub(crate) fn power(metric: Metric) -> &'static str {
    match metric {
        Metric::Sim => "sim power",
        Metric::Total => "total power",
    }
}

/// "2026-11-20 to 2026-11-26": days of the club's own calendar, which Discord would show in the
/// reader's.
pub(super) fn days(from: NaiveDate, to: NaiveDate) -> String {
    format!("{from} to {to}")
}

/// "2026-W47 (2026-11-20 to 2026-11-26), saved …".
pub(super) fn taken(taken: &Taken) -> String {
    let days = days(taken.from, taken.to());
    format!("{} ({days}), saved {}", taken.week, moment(taken.saved_at))
}

/// Which weeks are compared, and when each was saved; that there is none before; and that weeks
/// between them are missing.
pub(super) fn compared(now: &Taken, before: Option<&Taken>) -> String {
    let mut said = format!("{}.\n", taken(now));
    // Writing to a string cannot fail.
    let _ = match before {
        None => write!(said, "There is no earlier week to compare with."),
        Some(before) => write!(said, "Compared with {}.", taken(before)),
    };
    match before.map_or(0, |before| now.week.since(before.week) - 1) {
        ..=0 => {}
        1 => {
            let what = power(now.metric);
            let _ = write!(said, "\nNo {what} was saved of the week between them.");
        }
        gap => {
            let what = power(now.metric);
            let _ = write!(
                said,
                "\nNo {what} was saved of the {gap} weeks between them."
            );
        }
    }
    said
}

/// A value with its mark: "298.3 M*", and "?" where it is not known.
pub(super) fn value(power: Option<i64>, corrected: bool) -> String {
    let mark = if corrected { CORRECTED } else { "" };
    power.map_or_else(
        || UNCERTAIN.to_owned(),
        |power| format!("{}{mark}", short(power)),
    )
}

/// The same with all digits.
pub(super) fn exact(power: Option<i64>, corrected: bool) -> String {
    let mark = if corrected { CORRECTED } else { "" };
    power.map_or_else(
        || UNCERTAIN.to_owned(),
        |power| format!("{}{mark}", grouped(power)),
    )
}

/// A change with its sign: "+1.2 M", "-340", "0".
pub(super) fn change(difference: i64) -> String {
    if difference > 0 {
        format!("+{}", short(difference))
    } else {
        short(difference)
    }
}

/// The change from one number to the other: "+120.0 M (+1.2 %)".
pub(super) fn changed((before, now): (i64, i64), percent: Option<Percent>) -> String {
    let difference = change(now.saturating_sub(before));
    match percent {
        Some(percent) => format!("{difference} ({percent})"),
        None => difference,
    }
}

/// A member's row: the name, the change and what it is in percent, and the power now.
pub(super) fn changed_row(change: &Change) -> [String; 4] {
    let (difference, percent) = (change.difference(), change.percent());
    [
        cell(&change.name),
        difference.map_or_else(String::new, self::change),
        percent.map_or_else(String::new, |percent| percent.to_string()),
        value(change.now, change.corrected),
    ]
}

/// "1 member", "2 members".
pub(super) fn members(count: usize) -> String {
    match count {
        1 => "1 member".to_owned(),
        count => format!("{count} members"),
    }
}

/// Names one after the other, as many as a field holds, and how many more there are.
pub(super) fn names<'a>(standings: impl ExactSizeIterator<Item = &'a Standing>) -> String {
    let all = standings.len();
    let mut said = String::new();
    for (shown, standing) in standings.enumerate() {
        let next = name(&standing.name, NAME);
        let between = if shown == 0 { "" } else { ", " };
        let length = said.encode_utf16().count() + next.encode_utf16().count();
        if length + between.len() + MORE > FIELD_VALUE {
            let _ = write!(said, " and {} more", all - shown);
            break;
        }
        said.push_str(between);
        said.push_str(&next);
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_everywhere_else() {
        let date = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        let over_new_year = days(date(2026, 12, 31), date(2027, 1, 6));
        assert_eq!(over_new_year, "2026-12-31 to 2027-01-06");
    }

    #[test]
    fn names_are_cut_and_the_rest_is_counted() {
        let standings: Vec<Standing> = (0..200)
            .map(|n| Standing {
                member: None,
                name: format!("*Snail* {n:03}"),
                power: None,
                corrected: false,
            })
            .collect();
        let said = names(standings.iter());
        let shown = said.matches("Snail").count();
        assert!(said.encode_utf16().count() <= FIELD_VALUE);
        assert!(
            said.ends_with(&format!(" and {} more", 200 - shown)),
            "{said}"
        );
        assert_eq!(
            names(standings[..2].iter()),
            "**\\*Snail\\* 000**, **\\*Snail\\* 001**"
        );
    }
}
