//! The words that the commands about a known club have in common.

use chrono::NaiveDate;
use slimy_domain::club::{
    Change, Metric, Percent, Standing, known::Taken, power, statistics::Since,
};
use slimy_words::{Words, say};

use crate::{
    embed::field,
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
const MORE: usize = 32;

/// What the star behind a value means.
pub(super) fn star(words: Words) -> String {
    say!(words, "club-star")
}

/// As a heading or a label.
pub(super) fn metric(words: Words, metric: Metric) -> String {
    match metric {
        Metric::Sim => say!(words, "club-metric-sim"),
        Metric::Total => say!(words, "club-metric-total"),
    }
}

/// "Nov 20, 2026 to Nov 26, 2026": days of the club's own calendar, which Discord would show in
/// the reader's.
pub(super) fn days(words: Words, from: NaiveDate, to: NaiveDate) -> String {
    say!(
        words,
        "club-days",
        from = words.day(from),
        to = words.day(to)
    )
}

/// "2026-W47 (Nov 20, 2026 to Nov 26, 2026), saved …".
pub(super) fn taken(words: Words, taken: &Taken) -> String {
    say!(
        words,
        "club-taken",
        week = taken.week.to_string(),
        days = days(words, taken.from, taken.to()),
        moment = moment(taken.saved_at)
    )
}

/// Which weeks are compared, and when each was saved; that there is none before; and that weeks
/// between them are missing.
pub(super) fn compared(words: Words, now: &Taken, before: Option<&Taken>) -> String {
    let shown = taken(words, now);
    let mut lines = vec![say!(words, "club-compare-week", taken = shown)];
    lines.push(match before {
        None => say!(words, "club-compared-with-none"),
        Some(before) => say!(words, "club-compared-with", taken = taken(words, before)),
    });
    let gap = before.map_or(0, |before| now.week.since(before.week) - 1);
    if gap > 0 {
        let power = power(words, now.metric);
        lines.push(say!(words, "club-compared-gap", power = power, gap = gap));
    }
    lines.join("\n")
}

/// A value with its mark: "298.3 M*", and "?" where it is not known.
pub(super) fn value(words: Words, power: Option<i64>, corrected: bool) -> String {
    marked(power.map(|power| words.short(power)), corrected)
}

/// The same with all digits.
pub(super) fn exact(words: Words, power: Option<i64>, corrected: bool) -> String {
    marked(power.map(|power| words.number(power)), corrected)
}

fn marked(power: Option<String>, corrected: bool) -> String {
    let mark = if corrected { CORRECTED } else { "" };
    power.map_or_else(|| UNCERTAIN.to_owned(), |power| format!("{power}{mark}"))
}

/// The change from one number to the other: "+120.0 M (+1.2 %)".
pub(super) fn changed(words: Words, (before, now): (i64, i64), by: Option<Percent>) -> String {
    let change = words.change(now.saturating_sub(before));
    match by {
        Some(by) => say!(
            words,
            "club-changed",
            change = change,
            percent = percent(words, by)
        ),
        None => change,
    }
}

/// "+12.3 %".
pub(super) fn percent(words: Words, by: Percent) -> String {
    words.percent_change(by.tenths())
}

/// A member's row: the name, the change and what it is in percent, and the power now.
pub(super) fn changed_row(words: Words, change: &Change) -> [String; 4] {
    let (difference, by) = (change.difference(), change.percent());
    [
        cell(words, &change.name),
        difference.map_or_else(String::new, |difference| words.change(difference)),
        by.map_or_else(String::new, |by| percent(words, by)),
        value(words, change.now, change.corrected),
    ]
}

/// "1 member", "2 members".
pub(super) fn members(words: Words, count: usize) -> String {
    say!(words, "club-members-count", count = count)
}

/// How many have changed how much, and how many they are; that it is not known.
pub(super) fn changes_since(words: Words, since: Option<&Since>) -> [(String, String, bool); 2] {
    let unknown = || say!(words, "club-not-known");
    let total = since.and_then(|since| Some(changed(words, since.total?, since.total_percent())));
    let alike = since.and_then(|since| {
        let changed = changed(words, since.alike?, since.alike_percent());
        let members = members(words, since.alike_members);
        Some(say!(
            words,
            "club-changed-of",
            changed = changed,
            members = members
        ))
    });
    [
        field(
            &say!(words, "club-field-change-of-total"),
            &total.unwrap_or_else(unknown),
            true,
        ),
        field(
            &say!(words, "club-field-alike"),
            &alike.unwrap_or_else(unknown),
            true,
        ),
    ]
}

/// Names one after the other, as many as a field holds, and how many more there are.
pub(super) fn names<'a>(
    words: Words,
    standings: impl ExactSizeIterator<Item = &'a Standing>,
) -> String {
    let all = standings.len();
    let mut said = String::new();
    for (shown, standing) in standings.enumerate() {
        let next = name(&standing.name, NAME);
        let between = if shown == 0 {
            String::new()
        } else {
            say!(words, "text-list-between")
        };
        let length = said.encode_utf16().count() + next.encode_utf16().count();
        if length + between.len() + MORE > FIELD_VALUE {
            return say!(words, "text-and-more", names = said, count = all - shown);
        }
        said.push_str(&between);
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
        let over_new_year = days(Words::ENGLISH, date(2026, 12, 31), date(2027, 1, 6));
        assert_eq!(over_new_year, "Dec 31, 2026 to Jan 6, 2027");
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
        let said = names(Words::ENGLISH, standings.iter());
        let shown = said.matches("Snail").count();
        assert!(said.encode_utf16().count() <= FIELD_VALUE);
        assert!(
            said.ends_with(&format!(" and {} more", 200 - shown)),
            "{said}"
        );
        assert_eq!(
            names(Words::ENGLISH, standings[..2].iter()),
            "**\\*Snail\\* 000**, **\\*Snail\\* 001**"
        );
    }
}
