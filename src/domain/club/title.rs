//! What an analysis is called.

use slimy_roster::Metric;
use slimy_store::Timestamp;
use slimy_words::{Language, Words, say};

use crate::UserError;

/// Characters in a title: what stays readable as an embed's heading on a phone.
pub const MAX_TITLE: usize = 100;

/// Characters of a day, as `2026-11-22`.
const DAY: usize = 10;

/// The title that a person gives; none where they give none.
pub(super) fn checked(title: Option<String>) -> Result<Option<String>, UserError> {
    let title = title
        .map(|title| title.trim().to_owned())
        .filter(|title| !title.is_empty());
    match title {
        Some(title) if title.chars().count() > MAX_TITLE => {
            Err(UserError::TitleTooLong { max: MAX_TITLE })
        }
        title => Ok(title),
    }
}

/// What a draft of these metrics is called when nobody says otherwise: "Sim power, 2026-11-22".
pub(super) fn by_default(words: Words, metrics: &[Metric], at: &Timestamp) -> String {
    let day = at.datetime().date_naive();
    let metric = match metrics {
        [one] => Some(*one),
        _ => None,
    };
    titled(words, metric, &day.to_string())
}

/// Whether nobody has chosen this title.
pub(super) fn is_default(title: &str) -> bool {
    given_by(title).is_some()
}

/// What one metric out of a draft with this title is called: a title that somebody has chosen
/// stays, and one that names both metrics names the one.
pub(super) fn of_one(title: &str, metric: Metric) -> String {
    match given_by(title) {
        Some((words, day)) => titled(words, Some(metric), day),
        None => title.to_owned(),
    }
}

/// A title for this metric, or for both. Its day is written as ISO 8601 does, so that titles are
/// in order as texts too, whatever the language.
fn titled(words: Words, metric: Option<Metric>, day: &str) -> String {
    let what = match metric {
        Some(Metric::Sim) => say!(words, "club-metric-sim"),
        Some(Metric::Total) => say!(words, "club-metric-total"),
        None => say!(words, "club-metric-both"),
    };
    say!(words, "club-title", what = what, day = day)
}

/// The language of a title that nobody has chosen, and the day in it.
fn given_by(title: &str) -> Option<(Words, &str)> {
    let day = title.get(title.len().checked_sub(DAY)?..)?;
    let digits = day.bytes().filter(u8::is_ascii_digit).count();
    if digits + 2 != DAY || day.matches('-').count() != 2 {
        return None;
    }
    let metrics = [Some(Metric::Sim), Some(Metric::Total), None];
    let mut words = Language::ALL.into_iter().map(Words::of);
    let of = words.find(|words| {
        let mut all = metrics.into_iter();
        all.any(|metric| titled(*words, metric, day) == title)
    });
    of.map(|words| (words, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_title_is_no_title_and_a_long_one_is_refused() {
        assert_eq!(checked(Some("  ".to_owned())), Ok(None));
        assert_eq!(checked(Some(" x ".to_owned())), Ok(Some("x".to_owned())));
        assert_eq!(checked(Some("é".repeat(100))), Ok(Some("é".repeat(100))));
        assert!(checked(Some("é".repeat(101))).is_err());
    }

    #[test]
    fn a_title_that_nobody_chose_is_known_as_such() {
        assert!(is_default("Sim power, 2026-11-22"));
        assert!(is_default("Sim and total power, 2026-11-22"));
        assert!(!is_default("Sim power, my favourite"));
        assert!(!is_default("Week 47"));
    }

    #[test]
    fn what_is_saved_alone_is_named_alone() {
        let at = Timestamp::from_micros(1_795_348_800_000_000).unwrap();
        let both = by_default(Words::ENGLISH, &[Metric::Sim, Metric::Total], &at);
        assert_eq!(both, "Sim and total power, 2026-11-22");
        assert_eq!(of_one(&both, Metric::Total), "Total power, 2026-11-22");
        assert_eq!(of_one(&both, Metric::Sim), "Sim power, 2026-11-22");
        assert_eq!(of_one("Week 47", Metric::Sim), "Week 47");
    }

    #[test]
    fn a_title_that_nobody_chose_is_known_in_every_language() {
        let at = Timestamp::from_micros(1_795_348_800_000_000).unwrap();
        for language in Language::ALL {
            let words = Words::of(language);
            let both = by_default(words, &[Metric::Sim, Metric::Total], &at);
            let one = by_default(words, &[Metric::Total], &at);
            assert!(is_default(&both) && is_default(&one), "{both}, {one}");
            let alone = of_one(&both, Metric::Total);
            assert!(alone.to_lowercase().starts_with("total power"), "{alone}");
            assert!(is_default(&alone), "{alone}");
        }
    }
}
