//! Texts that a spreadsheet would take for formulas, made harmless and back.

/// What a formula, or a command that once was one, begins with in some spreadsheet. The last four
/// are the full-width signs, which some count as the same.
const TRIGGERS: [char; 11] = [
    '=', '+', '-', '@', '\t', '\r', '\n', '\u{FF1D}', '\u{FF0B}', '\u{FF0D}', '\u{FF20}',
];

/// Puts an apostrophe before a text that begins like a formula, also before one that already has
/// apostrophes there, so that [`restore`] gives back exactly what there was.
pub(super) fn neutralise(text: &str) -> String {
    if begins_like_a_formula(text) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// Takes away what [`neutralise`] put there. Other texts with an apostrophe stay as they are.
pub(super) fn restore(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if begins_like_a_formula(rest) => rest,
        _ => text,
    }
}

fn begins_like_a_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(TRIGGERS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn formulas_get_an_apostrophe_and_other_texts_stay() {
        let written = ["=1+1", "@x", "'=x", "''=x", "'x", "x=1", "", "\tx"].map(neutralise);
        assert_eq!(
            written,
            ["'=1+1", "'@x", "''=x", "'''=x", "'x", "x=1", "", "'\tx"]
        );
    }

    proptest! {
        #[test]
        fn neutral_texts_are_restored_exactly(text in "['=+@\t\r\n＝ a-]{0,6}|\\PC*") {
            let neutral = neutralise(&text);
            prop_assert!(!neutral.starts_with(TRIGGERS));
            prop_assert_eq!(restore(&neutral), text);
        }
    }
}
