//! A part as it is shown.

use super::{
    cut::cut,
    furthest, is_blank,
    outline::{Outline, line_start, open_fence},
    units,
};

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part<'a> {
    /// The slice of the text.
    pub text: &'a str,
    /// What a person sees; empty when there is nothing to see.
    pub shown: String,
}

/// Stands before what only looks like a fence, so that it is none.
const APART: char = '\u{200b}';
/// The most bytes of a line whose indentation is looked for.
const LINE: usize = 4_096;
/// So many characters are no fence, whatever they are.
const FEW: usize = 2;

/// The part that begins at `start`, shown in at most `max` units.
pub(super) fn next<'a>(outline: &Outline<'a>, start: usize, max: usize) -> Part<'a> {
    let opening = opening(outline, start, max);
    let mut room = max - units(&opening);
    loop {
        let end = end(outline, start, room);
        let text = &outline.text[start..end];
        let shown = shown(outline, start, end, &opening);
        if room <= FEW {
            return Part { text, shown };
        }
        // What the outline has not foreseen is found here, and given a smaller part.
        if let Some(shown) = closed(shown, max) {
            return Part { text, shown };
        }
        room = room * 3 / 4;
    }
}

/// Where the part ends: with the text, when all the rest fits.
fn end(outline: &Outline<'_>, start: usize, room: usize) -> usize {
    if furthest(outline.text, start, room) < outline.visible_end {
        return cut(outline, start, room);
    }
    let rest = units(&outline.text[start..outline.visible_end.max(start)]);
    let open = outline.left_open_at(outline.text.len());
    let closing = open.map_or(0, |fence| fence.closing().len() + 1);
    if rest + closing > room {
        return cut(outline, start, room);
    }
    outline.text.len()
}

/// What is said again of what the part begins in the middle of: a fence, a quote.
fn opening(outline: &Outline<'_>, start: usize, max: usize) -> String {
    let is_line = start == 0 || outline.text[..start].ends_with('\n');
    let again = |quotes: usize| {
        if is_line {
            String::new()
        } else {
            "> ".repeat(quotes)
        }
    };
    let (opening, closing) = match outline.fence_at(start) {
        Some(fence) => (
            fence.reopening() + &again(fence.quotes()),
            fence.closing().len() + 1,
        ),
        None => (again(outline.depth_at(start).quotes), 0),
    };
    if (units(&opening) + closing) * 4 > max * 3 {
        return String::new();
    }
    opening
}

fn shown(outline: &Outline<'_>, start: usize, end: usize, opening: &str) -> String {
    let slice = &outline.text[start..end];
    if is_blank(slice) {
        return String::new();
    }
    let is_code = outline.fence_at(start).is_some();
    let mut body = slice.trim_end().to_owned();
    if let Some(fence) = outline.left_open_at(end) {
        body.push('\n');
        body.push_str(&fence.closing());
    }
    let (quotes, indent) = indentation(outline, start);
    let body = dedent(&body, quotes, indent);
    let body = if is_code {
        body.as_str()
    } else {
        body.trim_start()
    };
    format!("{opening}{body}")
}

/// How many quotes the line at `start` is in, and how many spaces of a list's indentation come
/// after them.
fn indentation(outline: &Outline<'_>, start: usize) -> (usize, usize) {
    let before = match outline.fence_at(start) {
        Some(fence) => fence.prefix.as_str(),
        None if outline.depth_at(start).items > 0 => {
            let line = line_start(outline.text, start, LINE).unwrap_or(start);
            let line = &outline.text[line..];
            let end = line.find(|c| !matches!(c, ' ' | '>')).unwrap_or(line.len());
            &line[..end]
        }
        None => "",
    };
    match before.rsplit_once('>') {
        Some((quotes, indent)) => {
            let indent = indent.strip_prefix(' ').unwrap_or(indent);
            (quotes.matches('>').count() + 1, indent.len())
        }
        None => (0, before.len()),
    }
}

/// Takes up to `indent` spaces from each line of a list item that goes on, until the list ends.
fn dedent(text: &str, quotes: usize, indent: usize) -> String {
    if indent == 0 {
        return text.to_owned();
    }
    let mut dedented = String::with_capacity(text.len());
    let mut goes_on = true;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let inside = after_quotes(line, quotes);
        let spaces = inside.len() - inside.trim_start_matches(' ').len();
        // The first may begin in the middle of a line.
        let belongs = number == 0 || spaces >= indent || inside.trim().is_empty();
        goes_on &= belongs;
        let gone = if goes_on { spaces.min(indent) } else { 0 };
        dedented.push_str(&line[..line.len() - inside.len()]);
        dedented.push_str(&inside[gone..]);
    }
    dedented
}

/// What stands in `line` after as many quote marks.
fn after_quotes(line: &str, quotes: usize) -> &str {
    let mut rest = line;
    for _ in 0..quotes {
        match rest.trim_start_matches(' ').strip_prefix('>') {
            Some(inside) => rest = inside.strip_prefix(' ').unwrap_or(inside),
            None => return rest,
        }
    }
    rest
}

/// `shown` with no fence left open, in at most `max` units; none when that cannot be done.
fn closed(mut shown: String, max: usize) -> Option<String> {
    const TRIES: usize = 3;
    for _ in 0..TRIES {
        if units(&shown) > max {
            return None;
        }
        let Some(fence) = open_fence(&shown) else {
            return Some(shown);
        };
        let closed = format!("{shown}\n{}", fence.closing());
        if units(&closed) <= max && open_fence(&closed).is_none() {
            return Some(closed);
        }
        shown.insert(fence.block.start, APART);
    }
    None
}
