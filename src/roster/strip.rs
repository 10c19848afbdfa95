//! The strip under a card's number: the name on its left, last seen on its right.

use crate::geometry::{Rect, measure, pixels};
use crate::grid::Grid;
use crate::layout::Layout;
use crate::luma::{Luma, percentile};
use crate::text::Ask;

/// The paper's brightness is what this share of a strip's pixels do not exceed.
const PAPER: f32 = 0.6;
/// Room left around text that is cut out, in u.
const ROOM: f32 = 7.0;

/// The strip's two texts, where they are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Strip {
    name: Rect,
    last_seen: Rect,
}

impl Strip {
    /// Cuts the strip of a card at its widest gap; none where the slot is empty.
    pub(crate) fn find(
        luma: &Luma,
        grid: &Grid,
        layout: &Layout,
        (column, row): (f32, f32),
    ) -> Option<Self> {
        let part = grid.part(column, row, layout.strip, luma.size());
        let ink = ink_columns(
            luma,
            grid.part(column, row, layout.ink_strip, luma.size()),
            layout.ink,
        );
        if measure(ink.len()) < layout.empty_ink * grid.u {
            return None;
        }
        let (&first, &last) = (ink.first()?, ink.last()?);
        let gap = ink.windows(2).max_by_key(|pair| pair[1] - pair[0])?;
        let room = pixels(ROOM * grid.u);
        let cut = |left: usize, right: usize| Rect {
            left: left.saturating_sub(room).max(part.left),
            right: (right + room + 1).min(part.right),
            ..part
        };
        Some(Self {
            name: cut(first, gap[0]),
            last_seen: cut(gap[1], last),
        })
    }

    /// The name, made this much wider.
    pub(crate) fn name(&self, stretch: f32) -> Ask<'static> {
        Ask {
            part: self.name,
            stretch,
            classes: None,
        }
    }

    /// Last seen, restricted to its letters.
    pub(crate) fn last_seen<'a>(&self, layout: &Layout, letters: &'a [usize]) -> Ask<'a> {
        Ask {
            part: self.last_seen,
            stretch: layout.name_stretch,
            classes: Some(letters),
        }
    }
}

/// The columns of a part that hold something darker than its paper.
fn ink_columns(luma: &Luma, part: Rect, ink: u8) -> Vec<usize> {
    let mut values: Vec<u8> = (part.top..part.bottom)
        .flat_map(|y| &luma.row(y)[part.left..part.right])
        .copied()
        .collect();
    let paper = percentile(&mut values, PAPER);
    let is_ink = |value: u8| value.saturating_add(ink) < paper;
    (part.left..part.right)
        .filter(|&x| {
            (part.top..part.bottom)
                .filter(|&y| is_ink(luma.at(x, y)))
                .count()
                >= 2
        })
        .collect()
}

/// The game's words, spaced as the game does, where the text is one of them.
pub(crate) fn last_seen_words(text: &str) -> Option<String> {
    let text: String = text.split_whitespace().collect();
    if text == "Online" {
        return Some(text);
    }
    let count = text.strip_suffix("ago")?;
    let digits = count.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, unit) = count.split_at(digits);
    let number: u32 = digits
        .parse()
        .ok()
        .filter(|_| digits.len() <= 3 && !digits.starts_with('0'))?;
    match unit {
        "sec" if number < 60 => Some(format!("{number} sec ago")),
        "m" if number < 60 => Some(format!("{number}m ago")),
        "h" if number < 24 => Some(format!("{number}h ago")),
        "d" => Some(format!("{number}d ago")),
        _ => None,
    }
}
