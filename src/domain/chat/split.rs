//! Splits an answer into posts that Discord takes.
//!
//! Cuts fall between blocks where they can, then between list items, lines, sentences, words and
//! last graphemes; never inside a link, inline code or a mention that fits a part. A code fence
//! that a cut falls into is closed there and opened again in the next part, with its language. The
//! time that it takes grows with the text and no faster, whatever the text is.
//!
//! A part's slices of the text follow each other without a gap: [`Part::text`] of all of them is
//! the text. What a person sees ([`Part::shown`]) has the added fences, and neither the blank lines
//! nor the list's indentation at which it was cut.

mod cut;
mod outline;
mod part;
#[cfg(test)]
mod tests;

pub use part::Part;

use outline::Outline;

/// The most posts of one answer: what is longer becomes a file.
pub const POSTS: usize = 5;
/// UTF-16 units of one post: Discord's limit for a message's content is 2,000 (counted as in
/// `commands/limits.rs`); what is left is for a note below the text.
pub const POST: usize = 1_900;
/// The least that a part may be allowed: room for a fence around a few words.
pub const LEAST: usize = 32;

/// How an answer is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// At most [`POSTS`] posts of at most [`POST`] units; none when there is nothing to see.
    Posts(Vec<String>),
    /// A post with how it begins, and all of it as a Markdown file.
    File {
        /// How it begins, in at most [`POST`] units.
        opening: String,
        /// All of it.
        file: String,
    },
}

/// How `text`, made safe before by [`super::safe::shown`], is shown: in posts, or as a file when
/// there would be too many of them.
pub fn shape(text: &str) -> Shape {
    // Two parts that follow each other hold more than one post together, or nearly so.
    let may_fit = text.len() <= POSTS * POST * 4;
    let posts = may_fit.then(|| split(text, POST));
    match posts {
        Some(posts) if posts.len() <= POSTS => Shape::Posts(posts),
        _ => Shape::File {
            opening: preview(text, POST),
            file: text.to_owned(),
        },
    }
}

/// `text` in parts of at most `max` UTF-16 units, at least [`LEAST`]. A fence that the text leaves
/// open is closed, so that a text may be split while it is still coming. Nothing to see is no part.
pub fn split(text: &str, max: usize) -> Vec<String> {
    let shown = parts(text, max).into_iter().map(|part| part.shown);
    shown.filter(|shown| !shown.is_empty()).collect()
}

/// The first part of [`split`], without looking at much more than that; empty when there is
/// nothing to see.
pub fn preview(text: &str, max: usize) -> String {
    let max = max.max(LEAST);
    // A part is at most four bytes a unit, and what follows it decides where it is cut.
    let text = &text[..text.floor_char_boundary(max.saturating_mul(12))];
    let first = split(text, max).into_iter().next();
    first.unwrap_or_default()
}

/// `text` in parts with the slices that they are of.
pub fn parts(text: &str, max: usize) -> Vec<Part<'_>> {
    let max = max.max(LEAST);
    let outline = Outline::of(text, max);
    let mut parts = Vec::new();
    let mut start = 0;
    while start < text.len() {
        let part = part::next(&outline, start, max);
        start += part.text.len();
        parts.push(part);
    }
    parts
}

/// The text that `parts` are of.
pub fn joined(parts: &[Part<'_>]) -> String {
    parts.iter().map(|part| part.text).collect()
}

/// Whether there is nothing to see in `text`; Discord refuses a message of this.
fn is_blank(text: &str) -> bool {
    text.chars().all(is_invisible)
}

fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}'
        )
}

/// UTF-16 units, as Discord's clients count.
fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// Where the first `max` units of `text` from `start` on end.
fn furthest(text: &str, start: usize, max: usize) -> usize {
    let mut left = max;
    for (at, c) in text[start..].char_indices() {
        match left.checked_sub(c.len_utf16()) {
            Some(rest) => left = rest,
            None => return start + at,
        }
    }
    text.len()
}
