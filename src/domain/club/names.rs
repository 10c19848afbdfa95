//! Whether a name that was read is one that is known.
//!
//! Three keys, from strict to loose: [`name_key`] says that two spellings are the same name,
//! [`eye_key`] that the eye cannot tell them apart on the screen, [`distance`] that they are
//! close. Only the first two settle anything; what is merely close is asked about (issue 5). The
//! earlier system had two different keys in one product, merged real people at a distance of one,
//! and took the newest of several `LIKE` matches (original.md sections 1.1 and 1.3).

use unicode_normalization::UnicodeNormalization;

mod known;
#[cfg(test)]
mod tests;

pub use known::{Known, KnownMember, LastPowers, Read, Resolution, alike};

/// The key by which two spellings are the same name: compatible characters made one (NFKC), small
/// letters, blanks collapsed, and what nobody sees removed. Only of a name of nothing but blanks
/// is it empty; one of invisible characters keeps them.
pub fn name_key(name: &str) -> String {
    let folded: String = cleaned(name).chars().flat_map(small).nfkc().collect();
    // Small letters may bring blanks and marks into another order.
    collapsed(&folded)
}

/// The key by which two names look the same in the game's font: as [`name_key`], but without
/// blanks, and with one letter for l, I, 1 and |, and one for O, 0 and o. A small i has a dot and
/// stays what it is.
pub fn eye_key(name: &str) -> String {
    let seen = cleaned(name);
    let folded = seen
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            'I' | '1' | '|' => 'l',
            '0' => 'o',
            c => c,
        });
    folded.flat_map(small).nfkc().collect()
}

/// Levenshtein's distance: letters to insert, remove or replace.
pub fn distance(one: &str, other: &str) -> usize {
    let letters = |name: &str| name.chars().collect::<Vec<char>>();
    apart(&letters(one), &letters(other))
}

fn apart(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (line, letter) in one.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = line + 1;
        for (column, candidate) in other.iter().enumerate() {
            let replaced = diagonal + usize::from(letter != candidate);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(row[column] + 1).min(diagonal + 1);
        }
    }
    row[other.len()]
}

/// The name as it is seen: NFKC, blanks collapsed, without what nobody sees. The capital letters
/// stay, because the eye tells I from i.
pub(super) fn cleaned(name: &str) -> String {
    let normal: String = name
        .nfkc()
        .filter(|c| c.is_whitespace() || !c.is_control())
        .collect();
    let visible: String = normal.chars().filter(|c| !is_invisible(*c)).collect();
    let seen = collapsed(&visible);
    if seen.is_empty() {
        collapsed(&normal)
    } else {
        seen
    }
}

fn collapsed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The small letter. Greek has two small sigmas for one capital.
fn small(c: char) -> impl Iterator<Item = char> {
    let c = if c == 'ς' { 'σ' } else { c };
    c.to_lowercase()
}

/// Whether a character takes no room: Unicode's default ignorable ones that names are written
/// with, among them the Hangul fillers of which people make empty names.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'..='\u{1160}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}
