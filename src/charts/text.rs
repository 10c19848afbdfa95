//! Words that fit: cleaned of what cannot be drawn, measured, and cut where they are too long.

use unicode_bidi::{BidiInfo, Level};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::fonts::{Face, fonts};

/// Stands for what no font has.
const BOX: &str = "\u{25A1}";

/// Characters of one cluster that are drawn: marks piled higher would run into other words.
const MAX_CLUSTER: usize = 5;

/// Clusters of one text that are looked at; no chart has room for more.
const MAX_CLUSTERS: usize = 200;

/// Kerning and shaping may make a text a little wider than the sum of its characters.
const SLACK: f64 = 1.02;

/// Part of a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Run<'a> {
    pub(crate) face: Face,
    pub(crate) text: &'a str,
    /// In pixels.
    pub(crate) width: f64,
}

/// A size and a weight.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Type {
    pub(crate) size: f64,
    pub(crate) bold: bool,
}

impl Type {
    /// Of medium weight.
    pub(crate) const fn medium(size: f64) -> Self {
        Self { size, bold: false }
    }

    /// Bold.
    pub(crate) const fn bold(size: f64) -> Self {
        Self { size, bold: true }
    }

    /// How wide the text is, in pixels, at the most.
    pub(crate) fn width(self, text: &str) -> f64 {
        let runs = self.runs(text).into_iter();
        runs.map(|run| run.width).sum::<f64>() * SLACK
    }

    /// The parts of a text from left to right, each in one face and in one direction. Cut and
    /// placed here and not by the renderer, which loses marks where faces change within a text.
    pub(crate) fn runs(self, text: &str) -> Vec<Run<'_>> {
        let bidi = BidiInfo::new(text, Some(Level::ltr()));
        let mut runs = Vec::new();
        for paragraph in &bidi.paragraphs {
            let (levels, ranges) = bidi.visual_runs(paragraph, paragraph.range.clone());
            for range in ranges {
                let is_rtl = levels[range.start].is_rtl();
                let mut parts = self.parts(&text[range]);
                if is_rtl {
                    parts.reverse();
                }
                runs.extend(parts.into_iter().map(|(face, text)| Run {
                    face,
                    text,
                    width: fonts().width(face, text, is_rtl) * self.size,
                }));
            }
        }
        runs
    }

    /// The parts of a text that one face has the letters for, in the order of the text.
    fn parts(self, text: &str) -> Vec<(Face, &str)> {
        let mut parts: Vec<(Face, &str)> = Vec::new();
        let mut start = 0;
        for (at, cluster) in text.grapheme_indices(true) {
            let end = at + cluster.len();
            let face = match parts.last() {
                // A space between two words of a script is of that script.
                Some((face, _)) if cluster == " " && fonts().has(*face, ' ') => *face,
                _ => face(cluster, self.bold).unwrap_or(Face::main(self.bold)),
            };
            match parts.last_mut() {
                Some((last, part)) if *last == face => *part = &text[start..end],
                _ => {
                    start = at;
                    parts.push((face, cluster));
                }
            }
        }
        parts
    }

    /// The text as it can be drawn, cut with "…" to be no wider than `most` pixels.
    pub(crate) fn fit(self, text: &str, most: f64) -> String {
        let text = clean(text);
        if self.width(&text) <= most {
            return text;
        }
        // Letters that join are wider alone, so what is kept never turns out too wide.
        let mut room = most - self.width("…");
        if room < 0.0 {
            return String::new();
        }
        let mut cut = String::new();
        for cluster in text.graphemes(true) {
            room -= self.width(cluster);
            if room < 0.0 {
                break;
            }
            cut.push_str(cluster);
        }
        format!("{}…", cut.trim_end())
    }
}

/// One line without what has no shape, and with a box for what no font can draw.
pub(crate) fn clean(text: &str) -> String {
    let spaced: String = text
        .chars()
        .map(|character| {
            if character.is_whitespace() {
                ' '
            } else {
                character
            }
        })
        .filter(|character| !is_shapeless(*character))
        .collect();
    let line = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(line.len());
    for cluster in line.graphemes(true).take(MAX_CLUSTERS) {
        let cluster: String = cluster.chars().take(MAX_CLUSTER).collect();
        if face(&cluster, false).is_some() {
            out.push_str(&cluster);
        } else {
            out.push_str(BOX);
        }
    }
    if out.trim().is_empty() && !text.is_empty() {
        return BOX.to_owned();
    }
    out
}

/// The face for a cluster; joiners need none.
fn face(cluster: &str, bold: bool) -> Option<Face> {
    if cluster.contains(is_joiner) {
        let letters: String = cluster.chars().filter(|one| !is_joiner(*one)).collect();
        return fonts().face(&letters, bold);
    }
    fonts().face(cluster, bold)
}

/// Joins or parts its neighbours, and is not drawn itself.
fn is_joiner(character: char) -> bool {
    matches!(character, '\u{200C}' | '\u{200D}')
}

/// Control characters, marks of direction, invisible signs, and what XML does not allow.
fn is_shapeless(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{AD}'
                | '\u{34F}'
                | '\u{61C}'
                | '\u{115F}'..='\u{1160}'
                | '\u{17B4}'..='\u{17B5}'
                | '\u{180B}'..='\u{180F}'
                | '\u{200B}'
                | '\u{200E}'..='\u{200F}'
                | '\u{202A}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}'
                | '\u{3164}'
                | '\u{FE00}'..='\u{FE0F}'
                | '\u{FEFF}'
                | '\u{FFA0}'
                | '\u{FFF0}'..='\u{FFFB}'
                | '\u{FFFE}'..='\u{FFFF}'
                | '\u{E0000}'..='\u{E0FFF}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn invisible_signs_go_and_spaces_collapse() {
        assert_eq!(clean(" a\u{200B}b\u{202E}\n\tc\u{0} "), "ab c");
        assert_eq!(clean("\u{200B}"), BOX);
        assert_eq!(clean(""), "");
    }

    #[test]
    fn what_no_font_has_becomes_a_box() {
        // A private character: no font of any machine should have it.
        assert_eq!(clean("a\u{10FFFD}b"), "a□b");
    }

    #[test]
    fn piled_marks_are_cut_down() {
        let piled = format!("a{}b", "\u{301}".repeat(40));
        assert_eq!(clean(&piled), format!("a{}b", "\u{301}".repeat(4)));
    }

    #[test]
    fn a_long_name_is_cut_between_characters() {
        let type_ = Type::medium(30.0);
        let cut = type_.fit("The Most Honourable Member of the Club", 200.0);
        assert!(cut.ends_with('…') && cut.starts_with("The Most"), "{cut}");
        assert_eq!(type_.fit("Short", 200.0), "Short");
    }

    proptest! {
        #[test]
        fn whatever_is_fitted_fits(text in any::<String>(), most in 0.0..900.0_f64) {
            let type_ = Type::bold(32.0);
            prop_assert!(type_.width(&type_.fit(&text, most)) <= most + 1e-6);
        }
    }
}
