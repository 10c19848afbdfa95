//! Where a part ends.

use unicode_segmentation::UnicodeSegmentation as _;

use super::{furthest, outline::Outline, units};

/// Where the part that begins at `start` and has room for `room` units ends: later than `start`.
pub(super) fn cut(outline: &Outline<'_>, start: usize, room: usize) -> usize {
    let text = outline.text;
    let hard = furthest(text, start, room);
    let window = Window {
        outline,
        start,
        hard,
        room,
    };
    window
        .at_border(true)
        .or_else(|| window.at_border(false))
        .or_else(|| window.at_line())
        .or_else(|| window.at_sentence())
        .or_else(|| window.at_word())
        .or_else(|| window.at_grapheme())
        // One character is taken whatever it is, so that there is an end.
        .unwrap_or_else(|| {
            let first = text[start..].chars().next().map_or(1, char::len_utf8);
            hard.max(start + first)
        })
}

/// What a part may hold.
struct Window<'a> {
    outline: &'a Outline<'a>,
    start: usize,
    /// Where it is full.
    hard: usize,
    /// The same in units.
    room: usize,
}

impl Window<'_> {
    fn text(&self) -> &str {
        &self.outline.text[self.start..self.hard]
    }

    /// Whether all up to `at` fits, with the closing line of a fence that is open there.
    fn fits(&self, at: usize) -> bool {
        if at <= self.start || at > self.hard {
            return false;
        }
        let Some(fence) = self.outline.left_open_at(at) else {
            return true;
        };
        let closing = fence.closing().len() + 1;
        units(&self.outline.text[self.start..at]) + closing <= self.room
    }

    fn allows(&self, at: usize) -> bool {
        self.outline.allows(at) && self.fits(at)
    }

    /// Whether a part that ends at `at` would be too small for no good reason.
    fn is_small(&self, at: usize) -> bool {
        units(&self.outline.text[self.start..at]) * 2 < self.room
    }

    /// Before a block, when the part is well filled by then, or when the block fits the next one.
    fn at_border(&self, top_only: bool) -> Option<usize> {
        let range = self.start + 1..self.hard + 1;
        let at = self.outline.border_in(range, top_only)?;
        if !self.allows(at) {
            return None;
        }
        let end = self.outline.block_end(at, top_only);
        let end = at + self.outline.text[at..end].trim_end().len();
        let fits_next = furthest(self.outline.text, at, self.room) >= end;
        (fits_next || !self.is_small(at)).then_some(at)
    }

    /// The last of `places`, which are in order, that is allowed and not too early.
    fn last(&self, places: impl Iterator<Item = usize>) -> Option<usize> {
        let places: Vec<usize> = places.collect();
        let mut late = places.into_iter().rev();
        let at = late.find(|at| self.allows(*at))?;
        (!self.is_small(at)).then_some(at)
    }

    fn at_line(&self) -> Option<usize> {
        let ends = self.text().match_indices('\n');
        self.last(ends.map(|(end, _)| self.start + end + 1))
    }

    fn at_sentence(&self) -> Option<usize> {
        let begins = self.text().split_sentence_bound_indices();
        let begins = begins.map(|(begin, _)| self.start + begin);
        self.last(begins.filter(|at| !self.begins_block(*at)))
    }

    /// Between words with a space between them; where none are written, between what Unicode
    /// (UAX #29) takes for words.
    fn at_word(&self) -> Option<usize> {
        let spaces = self
            .text()
            .char_indices()
            .filter(|(_, c)| c.is_whitespace());
        let after = spaces.map(|(at, c)| self.start + at + c.len_utf8());
        let at = self.last(after.filter(|at| !self.begins_block(*at)));
        at.or_else(|| {
            let words = self.text().split_word_bound_indices();
            let words = words.map(|(begin, _)| self.start + begin);
            self.last(words.filter(|at| !self.begins_block(*at)))
        })
    }

    fn at_grapheme(&self) -> Option<usize> {
        // What follows decides whether the last one is whole.
        let text = self.outline.text;
        let beyond = furthest(text, self.hard, AHEAD);
        let graphemes = text[self.start..beyond].grapheme_indices(true);
        let begins = graphemes.map(|(begin, _)| self.start + begin);
        let mut begins: Vec<usize> = begins
            .filter(|at| (self.start + 1..=self.hard).contains(at))
            .collect();
        if self.hard == text.len() {
            begins.push(self.hard);
        }
        let mut late = begins.into_iter().rev();
        late.find(|at| self.allows(*at))
    }

    /// Whether what follows `at` would be taken for the mark of a block where it now stands in the
    /// middle of a line.
    fn begins_block(&self, at: usize) -> bool {
        let text = self.outline.text;
        if text[..at].ends_with('\n') {
            return false;
        }
        let after = text[at..furthest(text, at, AHEAD)].trim_start();
        let number = after.trim_start_matches(|c: char| c.is_ascii_digit());
        let is_number = number.len() < after.len() && number.starts_with(['.', ')']);
        is_number || after.starts_with(['#', '>', '-', '+', '*', '=', '`', '~', '|'])
    }
}

/// How far is looked ahead, in units.
const AHEAD: usize = 32;
