//! Fixed weeks and rosters for the tests of what is shown.

use slimy_domain::{
    Id, Timestamp,
    club::{Metric, Standing, Week, known::Taken},
};
use slimy_words::{Language, Words};

use crate::{answer::Answer, limits::fault};

/// Names that try to format, to mention, to turn the text round, or to take much room.
pub(super) const ODD: &[&str] = &[
    "**bold** `code` ```block```",
    "<@1> <@&2> @everyone @here <#3>",
    "\u{202e}\u{2066}مرحبا بك",
    "龍が如く龍が如く龍が如く龍が如く",
    "[link](https://evil.example) ||spoiler||",
    "\u{200b}",
    "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦",
    "****************************************************************************************************",
    "Z̸̢̛͓̗a̶l̷g̵o̶",
];

/// Holds an answer against Discord's limits in each language.
pub(super) fn in_every_language(answer: impl Fn(Words) -> Answer) {
    for language in Language::ALL {
        let fault = fault(&answer(Words::of(language)));
        assert_eq!(fault, None, "{}", language.code());
    }
}

pub(super) fn week(name: &str) -> Week {
    name.parse().unwrap()
}

/// A week's snapshot, saved two days after the week began.
pub(super) fn taken(name: &str, metric: Metric) -> Taken {
    let week = week(name);
    let from = week.date(chrono::Weekday::Fri);
    let days = i64::from(from.to_epoch_days());
    Taken {
        analysis: Id::from("cmwrt8afl00067d2zeeb71pqc"),
        week,
        from,
        metric,
        saved_at: Timestamp::from_micros((days + 2) * 86_400_000_000).unwrap(),
        title: format!("Week {}", week.number()),
    }
}

/// Members with their power, and whether it is a correction; each name is one member.
pub(super) fn roster(rows: &[(&str, Option<i64>, bool)]) -> Vec<Standing> {
    let rows = rows.iter().map(|(name, power, corrected)| Standing {
        member: Some(Id::from(*name)),
        name: (*name).to_owned(),
        power: *power,
        corrected: *corrected,
    });
    rows.collect()
}
