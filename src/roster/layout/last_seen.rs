//! The grammar of when a member was last seen.

use serde::Deserialize;

use super::unspaced;

/// What stands for the number in a count's text.
pub(super) const NUMBER: &str = "{}";
/// A count has at most so many digits.
const MOST_DIGITS: usize = 3;

/// When a member was last seen.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LastSeen {
    pub(crate) stretch: f32,
    pub(crate) certain: f32,
    pub(crate) smallest: f32,
    pub(crate) words: Vec<String>,
    pub(crate) counts: Vec<Since>,
}

/// A text with a number in it: "{}h ago".
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Since {
    pub(crate) text: String,
    /// The number is less than this.
    pub(crate) below: u32,
}

impl LastSeen {
    /// The letters that its texts are made of, with repetitions.
    pub(crate) fn letters(&self) -> String {
        let texts = self.words.iter().cloned();
        let counts = self
            .counts
            .iter()
            .map(|count| count.text.replace(NUMBER, ""));
        ["0123456789".to_owned()]
            .into_iter()
            .chain(texts)
            .chain(counts)
            .collect()
    }

    /// The game's words, spaced as the game does, where the text is one of them.
    pub(crate) fn words_of(&self, text: &str) -> Option<String> {
        let text = unspaced(text);
        let word = self.words.iter().find(|word| unspaced(word) == text);
        word.cloned()
            .or_else(|| self.counts.iter().find_map(|count| count.read(&text)))
    }
}

impl Since {
    fn read(&self, text: &str) -> Option<String> {
        let (before, after) = self.text.split_once(NUMBER)?;
        let digits = text
            .strip_prefix(&*unspaced(before))?
            .strip_suffix(&*unspaced(after))?;
        let is_count = digits.bytes().all(|byte| byte.is_ascii_digit())
            && digits.len() <= MOST_DIGITS
            && !digits.starts_with('0');
        let number: u32 = digits.parse().ok().filter(|_| is_count)?;
        (number < self.below).then(|| self.text.replace(NUMBER, digits))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::Layout;

    #[test]
    fn only_what_the_game_says_is_told() {
        let layouts = Layout::built_in().unwrap();
        let last_seen = layouts[0].0.last_seen.as_ref().unwrap();
        for (text, said) in [
            ("Online", Some("Online")),
            ("59 secago", Some("59 sec ago")),
            ("17h ago", Some("17h ago")),
            ("17hago", Some("17h ago")),
            ("365d ago", Some("365d ago")),
            ("24h ago", None),
            ("60m ago", None),
            ("0h ago", None),
            ("07h ago", None),
            ("1000d ago", None),
            ("h ago", None),
            ("17 h", None),
            ("+1h ago", None),
            ("", None),
            ("Onlin", None),
        ] {
            assert_eq!(last_seen.words_of(text).as_deref(), said, "{text:?}");
        }
    }

    #[test]
    fn a_number_may_stand_in_the_middle_as_other_languages_have_it() {
        let count = Since {
            text: "vor {} Std.".to_owned(),
            below: 24,
        };
        assert_eq!(count.read("vor23Std."), Some("vor 23 Std.".to_owned()));
        assert_eq!(count.read("vor24Std."), None);
    }
}
