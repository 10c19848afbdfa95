//! What a text consists of, as far as cutting it needs to know.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::units;

/// The most bytes of quote marks and indentation before a block.
const NEAR: usize = 64;

/// What is read beside `CommonMark`, as Discord and most models write it.
const OPTIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_STRIKETHROUGH);

/// The longest run of backticks or tildes that is taken for a fence.
const LONGEST_RUN: usize = 16;
/// The longest name of a language that is repeated.
const LONGEST_LANGUAGE: usize = 16;
/// Quotes in quotes that are opened again; deeper ones are noise.
const DEEPEST: usize = 4;

/// A text's blocks, fences and what in it stays whole.
#[derive(Debug)]
pub(super) struct Outline<'a> {
    pub(super) text: &'a str,
    /// Behind this there is nothing but white space.
    pub(super) visible_end: usize,
    /// In order; none lies in another.
    fences: Vec<Fence>,
    /// Where blocks begin that are in no quote and no list, in order: at the start of a line.
    tops: Vec<usize>,
    /// Where all blocks begin, list items too.
    borders: Vec<usize>,
    /// Links, inline code, addresses and mentions, in order; none touches another.
    atoms: Vec<Range<usize>>,
    /// How deep in quotes and lists the text is from a place on, in order.
    depths: Vec<Depth>,
}

/// A fenced code block.
#[derive(Debug, Clone)]
pub(super) struct Fence {
    /// All of it, from the run on.
    pub(super) block: Range<usize>,
    /// The first and the end of the last visible character of the code; the same where none is.
    pub(super) code: Range<usize>,
    /// Whether it has its closing line.
    pub(super) is_closed: bool,
    /// The backticks or tildes.
    pub(super) run: String,
    /// The code's language, or nothing.
    pub(super) language: String,
    /// What stands before the run in a further line of the same quote and list.
    pub(super) prefix: String,
}

#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Depth {
    at: usize,
    pub(super) quotes: usize,
    pub(super) items: usize,
}

impl<'a> Outline<'a> {
    /// The outline of `text` for parts of at most `max` units.
    pub(super) fn of(text: &'a str, max: usize) -> Self {
        let mut outline = Self {
            text,
            visible_end: text.trim_end().len(),
            fences: Vec::new(),
            tops: Vec::new(),
            borders: Vec::new(),
            atoms: addresses(text),
            depths: vec![Depth::default()],
        };
        outline.read();
        for borders in [&mut outline.tops, &mut outline.borders] {
            borders.sort_unstable();
            borders.dedup();
        }
        outline.unite_atoms(max);
        outline
    }

    fn read(&mut self) {
        let text = self.text;
        let mut nesting = 0_usize;
        let mut after_heading = false;
        for (event, range) in Parser::new_ext(text, OPTIONS).into_offset_iter() {
            match event {
                Event::Start(tag) => {
                    let is_container = matches!(tag, Tag::BlockQuote(_) | Tag::List(_) | Tag::Item);
                    if is_container || is_block(&tag) {
                        // A heading stays with what it is the heading of.
                        if !after_heading {
                            self.border(range.start, nesting == 0);
                        }
                        after_heading = false;
                    }
                    match tag {
                        Tag::BlockQuote(_) => self.deepen(range.start, 1, 0),
                        Tag::Item => self.deepen(range.start, 0, 1),
                        Tag::Link { .. } | Tag::Image { .. } => self.atoms.push(range),
                        Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
                            let fence = Fence::of(text, range, &info);
                            self.fences.extend(fence.filter(Fence::is_usual));
                        }
                        _ => {}
                    }
                    nesting += usize::from(is_container);
                }
                Event::End(tag) => {
                    let is_container =
                        matches!(tag, TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item);
                    nesting -= usize::from(is_container);
                    match tag {
                        TagEnd::BlockQuote(_) => self.deepen(range.end, -1, 0),
                        TagEnd::Item => self.deepen(range.end, 0, -1),
                        TagEnd::Heading(_) => after_heading = true,
                        _ => {}
                    }
                }
                Event::Code(_) => self.atoms.push(range),
                Event::Rule => self.border(range.start, nesting == 0),
                _ => {}
            }
        }
    }

    /// Notes that a block begins at `at`, when nothing but indentation and quote marks stands
    /// before it in its line.
    fn border(&mut self, at: usize, is_top: bool) {
        let Some(line) = line_start(self.text, at, NEAR).filter(|line| *line > 0) else {
            return;
        };
        let mut before = self.text[line..at].bytes();
        if before.all(|byte| matches!(byte, b' ' | b'\t' | b'>')) {
            self.borders.push(line);
            if is_top {
                self.tops.push(line);
            }
        }
    }

    fn deepen(&mut self, at: usize, quotes: isize, items: isize) {
        let last = self.depths.last().copied().unwrap_or_default();
        self.depths.push(Depth {
            at: at.max(last.at),
            quotes: last.quotes.saturating_add_signed(quotes),
            items: last.items.saturating_add_signed(items),
        });
    }

    /// Puts overlapping atoms together, and lets go of those that fit no part of `max` units.
    fn unite_atoms(&mut self, max: usize) {
        let mut atoms = std::mem::take(&mut self.atoms);
        atoms.sort_by_key(|atom| atom.start);
        for atom in atoms {
            match self.atoms.last_mut() {
                Some(last) if atom.start < last.end => last.end = last.end.max(atom.end),
                _ => self.atoms.push(atom),
            }
        }
        let most = max.saturating_sub(2 * DEEPEST);
        let text = self.text;
        // A unit is at most three bytes, so that what is much longer is not even counted.
        self.atoms
            .retain(|atom| atom.len() <= most * 3 && units(&text[atom.clone()]) <= most);
    }

    /// The fence whose code goes on at `at`: some of it stands before, and some after.
    pub(super) fn fence_at(&self, at: usize) -> Option<&Fence> {
        let fence = self.fence_around(at)?;
        (fence.code.start < at && at < fence.code.end).then_some(fence)
    }

    /// The fence of which some stands before `at` and some after.
    fn fence_around(&self, at: usize) -> Option<&Fence> {
        let next = self.fences.partition_point(|fence| fence.block.start < at);
        let fence = &self.fences[next.checked_sub(1)?];
        (at < fence.block.end).then_some(fence)
    }

    /// The fence that a part which ends at `at` has to close: its code goes on, or it has no closing
    /// line and nothing follows it.
    pub(super) fn left_open_at(&self, at: usize) -> Option<&Fence> {
        let next = self.fences.partition_point(|fence| fence.block.start < at);
        let last = &self.fences[next.checked_sub(1)?];
        if at < last.block.end {
            return self.fence_at(at);
        }
        let is_open = !last.is_closed && self.text[last.block.end..at].trim().is_empty();
        is_open.then_some(last)
    }

    /// Whether a cut at `at` leaves whole what has to stay so.
    pub(super) fn allows(&self, at: usize) -> bool {
        let next = self.atoms.partition_point(|atom| atom.start < at);
        let in_atom = next
            .checked_sub(1)
            .is_some_and(|last| at < self.atoms[last].end);
        // Neither part is to have a fence without code.
        let splits_well = self.fence_around(at).is_none() || self.fence_at(at).is_some();
        !in_atom && splits_well
    }

    /// The last border in `range`, of the outermost blocks or of any.
    pub(super) fn border_in(&self, range: Range<usize>, top_only: bool) -> Option<usize> {
        let borders = self.borders(top_only);
        let end = borders.partition_point(|at| *at < range.end);
        let last = borders[end.checked_sub(1)?];
        (last >= range.start).then_some(last)
    }

    /// Where the block that begins at `at` ends: at the next border, or with the text.
    pub(super) fn block_end(&self, at: usize, top_only: bool) -> usize {
        let borders = self.borders(top_only);
        let next = borders.partition_point(|border| *border <= at);
        borders.get(next).copied().unwrap_or(self.text.len())
    }

    fn borders(&self, top_only: bool) -> &[usize] {
        if top_only { &self.tops } else { &self.borders }
    }

    /// How deep in quotes and lists the character at `at` is.
    pub(super) fn depth_at(&self, at: usize) -> Depth {
        let next = self.depths.partition_point(|depth| depth.at <= at);
        let mut depth = next
            .checked_sub(1)
            .map_or_else(Depth::default, |last| self.depths[last]);
        if depth.quotes > DEEPEST {
            depth.quotes = 0;
        }
        depth
    }
}

impl Fence {
    fn of(text: &str, block: Range<usize>, info: &str) -> Option<Self> {
        let opening = text[block.start..].find(['`', '~'])? + block.start;
        let mark = text[opening..].chars().next()?;
        let run = text[opening..].chars().take_while(|c| *c == mark).count();
        let prefix = continued(&text[line_start(text, opening, NEAR)?..opening]);
        let block = opening..block.end.max(opening + run);
        let inside = &text[block.clone()];
        let code_start = inside
            .find('\n')
            .map_or(block.end, |end| block.start + end + 1);

        let inside = inside.trim_end();
        let last_line = block.start + inside.rfind('\n').map_or(0, |end| end + 1);
        let line = &text[last_line..block.start + inside.len()];
        let closing = line.trim_start_matches([' ', '\t', '>']);
        // CommonMark 4.5: a closing fence is indented by three spaces at most.
        let is_closed = last_line >= code_start
            && line.len() - closing.len() <= prefix.len() + 3
            && closing.len() >= run
            && closing.chars().all(|c| c == mark);
        let code_end = if is_closed { last_line } else { block.end };

        let code = &text[code_start.min(code_end)..code_end];
        let first = code
            .find(|c: char| !c.is_whitespace())
            .unwrap_or(code.len());
        let code = code_start + first..code_start + code.trim_end().len().max(first);
        let language = info.split(|c: char| c.is_whitespace() || c == ',').next();
        let language = language.unwrap_or_default();
        let is_name = language.len() <= LONGEST_LANGUAGE && !language.contains(['`', '~']);
        Some(Self {
            block,
            code,
            is_closed,
            run: mark.to_string().repeat(run),
            language: if is_name {
                language.to_owned()
            } else {
                String::new()
            },
            prefix,
        })
    }

    /// Whether it can be closed and opened again; others are noise.
    fn is_usual(&self) -> bool {
        self.run.len() <= LONGEST_RUN && self.prefix.len() <= LONGEST_RUN
    }

    /// How many quotes it stands in.
    pub(super) fn quotes(&self) -> usize {
        self.prefix.matches('>').count()
    }

    /// The line that closes it, with all that stands before.
    pub(super) fn closing(&self) -> String {
        format!("{}{}", self.prefix, self.run)
    }

    /// The line that opens it again, outside of any list.
    pub(super) fn reopening(&self) -> String {
        let quotes = "> ".repeat(self.quotes());
        format!("{quotes}{}{}\n", self.run, self.language)
    }
}

/// What begins a further line of the same quote and list item as the line that begins with
/// `before`: `> - ` becomes `>   `.
pub(super) fn continued(before: &str) -> String {
    let further = |c: char| if matches!(c, '>' | '\t') { c } else { ' ' };
    before.chars().map(further).collect()
}

fn is_block(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::CodeBlock(_)
            | Tag::HtmlBlock
            | Tag::Table(_)
            | Tag::TableRow
    )
}

/// Where the line of `at` begins; none when that is more than `far` bytes before it.
pub(super) fn line_start(text: &str, at: usize, far: usize) -> Option<usize> {
    let from = text.floor_char_boundary(at.saturating_sub(far));
    match text[from..at].rfind(['\n', '\r']) {
        Some(end) => Some(from + end + 1),
        None => (from == 0).then_some(0),
    }
}

/// The fence that `text` leaves open at its end: what follows would be code, or nothing but the end
/// of its quote or list closes it.
pub(super) fn open_fence(text: &str) -> Option<Fence> {
    let followed = format!("{text}\n\nx");
    let mut last = None;
    let mut is_inside = false;
    for (event, range) in Parser::new_ext(&followed, OPTIONS).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                last = Some((range, info));
                is_inside = true;
            }
            Event::End(TagEnd::CodeBlock) => is_inside = false,
            Event::Text(_) if is_inside && range.end > text.len() + 1 => break,
            _ => {}
        }
    }
    let (range, info) = last?;
    let ends_text = range.end >= text.trim_end().len();
    let fence = Fence::of(&followed, range, &info)?;
    (is_inside || ends_text && !fence.is_closed).then_some(fence)
}

/// Bare addresses, and what Discord writes between angle brackets: mentions, emojis, times.
fn addresses(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(colon) = text[from..].find("://") {
        let colon = from + colon;
        let before = &text.as_bytes()[from..colon];
        let letters = before
            .iter()
            .rev()
            .take(8)
            .take_while(|byte| byte.is_ascii_alphabetic());
        let start = colon - letters.count();
        let after = &text[colon + 3..];
        let end = after.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"'));
        let end = colon + 3 + end.unwrap_or(after.len());
        if start < colon {
            found.push(start..end);
        }
        from = end;
    }
    for (start, _) in text.match_indices('<') {
        let inside = &text.as_bytes()[start + 1..text.len().min(start + 1 + BRACKETED)];
        let end = inside
            .iter()
            .position(|byte| matches!(byte, b'>' | b'<' | b' ' | b'\n'));
        if let Some(end) = end.filter(|end| *end > 0 && inside[*end] == b'>') {
            found.push(start..start + end + 2);
        }
    }
    found
}

/// The most bytes between angle brackets: an emoji's name and id take 60.
const BRACKETED: usize = 100;
