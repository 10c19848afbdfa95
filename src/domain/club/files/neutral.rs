//! Texts that a spreadsheet would take for formulas, made harmless and back.

/// What a formula, or a command that once was one, begins with in some spreadsheet. The last four
/// are the full-width signs, which some count as the same.
const TRIGGERS: [char; 11] = [
    '=', '+', '-', '@', '\t', '\r', '\n', '\u{FF1D}', '\u{FF0B}', '\u{FF0D}', '\u{FF20}',
];

/// Behind these a cell begins where a file is taken apart otherwise than it was written: Excel of
/// a country with a decimal comma takes the semicolon for the separator, and then knows neither
/// the quotes nor the line breaks of our cells.
const BREAKS: [char; 4] = [';', '\t', '\r', '\n'];

/// Puts an apostrophe before each part of a text that begins like a formula, also before one that
/// already has apostrophes there, so that [`restore`] gives back exactly what there was.
pub(crate) fn neutralise(text: &str) -> String {
    rewrite(text, |part, neutral| {
        if begins_like_a_formula(part) {
            neutral.push('\'');
        }
        part
    })
}

/// Takes away what [`neutralise`] put there. Other texts with an apostrophe stay as they are.
pub(super) fn restore(text: &str) -> String {
    rewrite(text, |part, _| match part.strip_prefix('\'') {
        Some(rest) if begins_like_a_formula(rest) => rest,
        _ => part,
    })
}

/// The text with the beginning of each part as `begin` leaves it: it is handed what is left of
/// the text from there on, and what was written so far.
fn rewrite(text: &str, begin: impl for<'a> Fn(&'a str, &mut String) -> &'a str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut left = text;
    loop {
        left = begin(left, &mut written);
        let end = left.find(BREAKS).map(|place| place + 1);
        let (part, rest) = left.split_at(end.unwrap_or(left.len()));
        written.push_str(part);
        if end.is_none() {
            return written;
        }
        left = rest;
    }
}

/// Whether a spreadsheet would see a formula: quotes and spaces before it may be lost on the way.
fn begins_like_a_formula(text: &str) -> bool {
    text.trim_start_matches(['\'', '"', ' '])
        .starts_with(TRIGGERS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn formulas_get_an_apostrophe_and_other_texts_stay() {
        let texts = [
            "=1+1", "@x", "'=x", "''=x", "'x", "x=1", "", "\tx", "-1", "Ann; -1",
        ];
        assert_eq!(
            texts.map(neutralise),
            [
                "'=1+1", "'@x", "''=x", "'''=x", "'x", "x=1", "", "'\tx", "'-1", "Ann;' -1"
            ]
        );
    }

    #[test]
    fn a_formula_behind_a_semicolon_is_none_where_that_separates() {
        let texts = [
            "Ann;=1+1", "a;b;@x;", "a;\"=1;", ";;x", "a\r=1", ";\t+", "a;'=1",
        ];
        let neutral = texts.map(neutralise);
        assert_eq!(
            neutral,
            [
                "Ann;'=1+1",
                "a;b;'@x;",
                "a;'\"=1;",
                ";;x",
                "a\r'=1",
                ";'\t'+",
                "a;''=1"
            ]
        );
        assert_eq!(neutral.map(|text| restore(&text)), texts);
    }

    proptest! {
        #[test]
        fn neutral_texts_are_restored_exactly(text in "['\"=+@;\t\r\n＝ a-]{0,9}|\\PC*") {
            let neutral = neutralise(&text);
            prop_assert!(!neutral.starts_with(TRIGGERS));
            for part in neutral.split(BREAKS) {
                let bare = part.trim_start_matches(['"', ' ']);
                prop_assert!(!bare.starts_with(TRIGGERS), "{neutral:?}");
            }
            prop_assert_eq!(restore(&neutral), text);
        }
    }
}
