//! The place of a hit, with some words round it.

use std::fmt;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

/// How many characters are shown before a hit.
const BEFORE: usize = 40;

/// How many characters are shown after a hit.
const AFTER: usize = 80;

/// A piece of a text with what was searched for in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// What stands before the hit; begins with … where the text does not begin here.
    pub before: String,
    /// The hit as it stands in the text; empty where nothing was searched for.
    pub hit: String,
    /// What stands after the hit; ends with … where the text does not end here.
    pub after: String,
}

impl fmt::Display for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}{}", self.before, self.hit, self.after)
    }
}

impl Excerpt {
    /// The first place where `text` contains `term` in any case, or its beginning. Cut
    /// between characters as people see them: never inside an emoji, or between a letter
    /// and its accents.
    pub(super) fn of(text: &str, term: &str) -> Self {
        let hit = place(text, &term.to_lowercase());
        let (before, rest) = text.split_at_checked(hit.start).unwrap_or(("", text));
        let (hit, after) = rest.split_at_checked(hit.len()).unwrap_or(("", rest));
        let from = before
            .grapheme_indices(true)
            .rev()
            .take(BEFORE)
            .last()
            .map_or(before.len(), |(at, _)| at);
        let to = after
            .grapheme_indices(true)
            .nth(AFTER)
            .map_or(after.len(), |(at, _)| at);
        let cut = |piece: Option<&str>| piece.unwrap_or_default().to_owned();
        let dots = |cut: bool| if cut { "…" } else { "" };
        Self {
            before: dots(from > 0).to_owned() + &cut(before.get(from..)),
            hit: hit.to_owned(),
            after: cut(after.get(..to)) + dots(to < after.len()),
        }
    }
}

/// Where `lowered` stands in `text`, whose own lower case may be longer or shorter.
fn place(text: &str, lowered: &str) -> Range<usize> {
    let Some(start) = text.to_lowercase().find(lowered) else {
        return 0..0;
    };
    let end = start + lowered.len();
    let mut range = 0..text.len();
    let mut at = 0;
    for (index, letter) in text.char_indices() {
        if at <= start {
            range.start = index;
        }
        if at >= end {
            range.end = index;
            break;
        }
        at += letter.to_lowercase().map(char::len_utf8).sum::<usize>();
    }
    range.end = range.end.max(range.start);
    range
}

#[cfg(test)]
mod tests {
    use super::Excerpt;

    fn shown(text: &str, term: &str) -> String {
        let Excerpt { before, hit, after } = Excerpt::of(text, term);
        format!("{before}[{hit}]{after}")
    }

    #[test]
    fn a_hit_is_shown_as_it_was_written() {
        assert_eq!(shown("Ein SCHÖNER Tag", "schön"), "Ein [SCHÖN]ER Tag");
        assert_eq!(shown("yes", "YES"), "[yes]");
        assert_eq!(shown("yes", ""), "[]yes");
        assert_eq!(shown("", "x"), "[]");
        assert_eq!(shown("no hit at all", "x"), "[]no hit at all");
    }

    #[test]
    fn letters_whose_lower_case_is_longer_shift_nothing() {
        assert_eq!(shown("İİİ İstanbul 🐌", "stanbul"), "İİİ İ[stanbul] 🐌");
        assert_eq!(shown("İİ", "i\u{307}"), "[İ]İ");
        assert_eq!(shown("ΟΔΟΣ ΟΔΟΣ", "δος ο"), "Ο[ΔΟΣ Ο]ΔΟΣ");
    }

    #[test]
    fn a_long_text_is_cut_between_characters_as_people_see_them() {
        let family = "👩‍👩‍👧‍👦";
        let text = format!("{}needle{}", family.repeat(50), "e\u{301}".repeat(100));
        let excerpt = Excerpt::of(&text, "needle");
        assert_eq!(excerpt.before, format!("…{}", family.repeat(40)));
        assert_eq!(excerpt.after, format!("{}…", "e\u{301}".repeat(80)));
    }
}
