//! Texts made of words, so that searches find some terms everywhere and others nearly nowhere.

use fastrand::Rng;

use crate::known::{COMMON, MEDIUM, RARE};

const VOCABULARY: usize = 3_000;

const SYLLABLES: &[&str] = &[
    "ba", "cor", "del", "fen", "gar", "hol", "is", "jun", "kel", "lum", "mar", "nov", "or", "pel",
    "qua", "ros", "sil", "tam", "ul", "ven", "wyn", "xan", "yor", "zel", "sha", "tri", "ble",
    "gro", "snai", "lor",
];

/// Words, the frequent ones first.
pub(crate) struct Words(Vec<String>);

impl Words {
    /// The same ones each time.
    pub(crate) fn new() -> Self {
        let mut random = Rng::with_seed(7);
        let word = |random: &mut Rng| -> String {
            let syllables = random.usize(1..=4);
            (0..syllables)
                .filter_map(|_| random.choice(SYLLABLES))
                .copied()
                .collect()
        };
        Self((0..VOCABULARY).map(|_| word(&mut random)).collect())
    }

    /// A word; the fiftieth is far rarer than the first, as in languages.
    pub(crate) fn word(&self, random: &mut Rng) -> &str {
        let skewed = random.f64().powi(4);
        let index = scaled(skewed, VOCABULARY);
        self.0.get(index).map_or("snail", String::as_str)
    }

    /// As many words with spaces in between, and among them, as often as they should be,
    /// those that benches search for.
    pub(crate) fn text(&self, random: &mut Rng, words: usize) -> String {
        let mut text = String::with_capacity(words * 7);
        for _ in 0..words {
            text.push_str(self.word(random));
            text.push(' ');
        }
        if random.u32(0..2) == 0 {
            text.push_str(COMMON);
            text.push(' ');
        }
        if random.u32(0..100) == 0 {
            text.push_str(MEDIUM);
            text.push(' ');
        }
        if random.u32(0..20_000) == 0 {
            text.push_str(RARE);
            text.push(' ');
        }
        text.pop();
        text
    }

    /// The same with a capital at its beginning.
    pub(crate) fn sentence(&self, random: &mut Rng, words: usize) -> String {
        let mut text = self.text(random, words);
        if let Some(first) = text.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        text
    }
}

/// The place of a fraction among so many.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a fraction from 0 to below 1 of a count that is far below 2^52"
)]
pub(crate) fn scaled(fraction: f64, count: usize) -> usize {
    (fraction * count as f64) as usize
}
