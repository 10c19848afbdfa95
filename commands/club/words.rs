//! The words that the commands about a known club have in common.

use std::fmt::Write as _;

use chrono::{Datelike as _, NaiveDate};
use slimy_domain::{
    club::{Metric, Percent, Standing, known::Taken},
    number::{grouped, short},
};

use crate::{
    limits::FIELD_VALUE,
    table::{CORRECTED, UNCERTAIN},
    text::name,
};

/// Which power, as an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq, poise::ChoiceParameter)]
pub(super) enum Power {
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
const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// What the star behind a value means.
pub(super) const STAR: &str = "\\* corrected by a manager";

pub(super) fn metric(metric: Metric) -> &'static str {
    match metric {
        Metric::Sim => "Sim power",
        Metric::Total => "Total power",
    }
}

/// "Nov 20–26", or "Nov 27–Dec 3".
pub(super) fn days(from: NaiveDate, to: NaiveDate) -> String {
    let month = |date: NaiveDate| MONTHS[date.month0() as usize % 12];
    if from.month() == to.month() {
        format!("{} {}–{}", month(from), from.day(), to.day())
    } else {
        format!("{} {}–{} {}", month(from), from.day(), month(to), to.day())
    }
}

/// "2026-W47 (Nov 20–26), saved …".
pub(super) fn taken(taken: &Taken) -> String {
    let days = days(taken.from, taken.to());
    format!(
        "{} ({days}), saved <t:{}:f>",
        taken.week,
        taken.saved_at.seconds()
    )
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
            let what = metric(now.metric).to_lowercase();
            let _ = write!(said, "\nNo {what} was saved of the week between them.");
        }
        gap => {
            let what = metric(now.metric).to_lowercase();
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
    fn a_week_over_the_end_of_a_month_names_both() {
        let date = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
        assert_eq!(days(date(11, 20), date(11, 26)), "Nov 20–26");
        assert_eq!(days(date(11, 27), date(12, 3)), "Nov 27–Dec 3");
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
