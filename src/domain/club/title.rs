//! What an analysis is called.

use slimy_roster::Metric;
use slimy_store::Timestamp;

use crate::UserError;

/// Characters in a title: what stays readable as an embed's heading on a phone.
pub const MAX_TITLE: usize = 100;

const SIM: &str = "Sim power";
const TOTAL: &str = "Total power";
const BOTH: &str = "Sim and total power";

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
pub(super) fn by_default(metrics: &[Metric], at: &Timestamp) -> String {
    let what = match metrics {
        [one] => name(*one),
        _ => BOTH,
    };
    format!("{what}, {}", at.datetime().date_naive())
}

/// Whether nobody has chosen this title.
pub(super) fn is_default(title: &str) -> bool {
    day(title).is_some()
}

/// What one metric out of a draft with this title is called: a title that somebody has chosen
/// stays, and one that names both metrics names the one.
pub(super) fn of_one(title: &str, metric: Metric) -> String {
    match day(title) {
        Some(day) => format!("{}, {day}", name(metric)),
        None => title.to_owned(),
    }
}

fn name(metric: Metric) -> &'static str {
    match metric {
        Metric::Sim => SIM,
        Metric::Total => TOTAL,
    }
}

/// The day in a title that nobody has chosen.
fn day(title: &str) -> Option<&str> {
    let is_day = |rest: &&str| rest.len() == 10 && rest.bytes().filter(|b| *b == b'-').count() == 2;
    [SIM, TOTAL, BOTH]
        .iter()
        .filter_map(|what| title.strip_prefix(what)?.strip_prefix(", "))
        .find(is_day)
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
        let both = by_default(&[Metric::Sim, Metric::Total], &at);
        assert_eq!(both, "Sim and total power, 2026-11-22");
        assert_eq!(of_one(&both, Metric::Total), "Total power, 2026-11-22");
        assert_eq!(of_one(&both, Metric::Sim), by_default(&[Metric::Sim], &at));
        assert_eq!(of_one("Week 47", Metric::Sim), "Week 47");
    }
}
