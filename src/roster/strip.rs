//! The strip under a card's number: the name on its left, last seen on its right.

use image::RgbImage;

use crate::cover::Colours;
use crate::geometry::{Rect, measure, pixels};
use crate::grid::Grid;
use crate::layout::Description;
use crate::luma::{Luma, percentile};
use crate::text::Ask;

/// What stands before a strip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cover {
    /// Columns side by side that are mostly not paper, wider than any stroke.
    pub(crate) wide: bool,
    /// Left of last-seen a patch that is neither paper nor ink, larger than the blur of any stroke.
    pub(crate) patch: bool,
}

/// A column with more than this share of it off the paper is solid: a stroke, or a part of something else.
const SOLID: f32 = 0.5;

/// The strip's two texts, where they are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Strip {
    name: Rect,
    /// None where the screen does not tell when a member was last seen.
    last_seen: Option<Rect>,
}

impl Strip {
    /// Cuts the strip of a card at its widest gap; none where the slot is empty.
    pub(crate) fn find(
        luma: &Luma,
        grid: &Grid,
        layout: &Description,
        (column, row): (f32, f32),
    ) -> Option<Self> {
        let strip = &layout.strip;
        let part = grid.part(column, row, (strip.x, strip.y), luma.size());
        let inside = grid.part(column, row, (strip.ink_x, strip.ink_y), luma.size());
        let ink = ink_columns(luma, inside, layout);
        if measure(ink.len()) < strip.empty * grid.u {
            return None;
        }
        let (&first, &last) = (ink.first()?, ink.last()?);
        let gap = ink.windows(2).max_by_key(|pair| pair[1] - pair[0])?;
        let room = pixels(strip.room * grid.u);
        let cut = |left: usize, right: usize| Rect {
            left: left.saturating_sub(room).max(part.left),
            right: (right + room + 1).min(part.right),
            ..part
        };
        Some(if layout.last_seen.is_some() {
            Self {
                name: cut(first, gap[0]),
                last_seen: Some(cut(gap[1], last)),
            }
        } else {
            Self {
                name: cut(first, last),
                last_seen: None,
            }
        })
    }

    /// What stands before the strip of the card at a place. The model is as sure of the rest of a name as of a whole one,
    /// so only the pixels can tell.
    pub(crate) fn cover(
        &self,
        picture: &RgbImage,
        grid: &Grid,
        layout: &Description,
        (column, row): (f32, f32),
    ) -> Cover {
        let strip = &layout.strip;
        let size = (picture.width() as usize, picture.height() as usize);
        let part = grid.part(column, row, (strip.ink_x, strip.ink_y), size);
        let end = self.last_seen.map_or(part.right, |seen| seen.left);
        let before_last_seen = Rect {
            right: end.clamp(part.left, part.right),
            ..part
        };
        let name = Rect {
            left: self.name.left.clamp(part.left, part.right),
            right: self.name.right.clamp(part.left, part.right),
            ..part
        };
        // More than half of a strip is paper, so the middle colour of all of it is the paper's.
        let colours = Colours::of(picture, &layout.tone, part, name).with_grain_of(picture, part);
        let columns = (part.left..part.right).map(|left| Rect {
            left,
            right: left + 1,
            ..part
        });
        let (mut run, mut longest) = (0, 0);
        for column in columns {
            let is_solid = colours.off_paper(picture, column) > SOLID;
            run = if is_solid { run + 1 } else { 0 };
            longest = longest.max(run);
        }
        let patch = colours.square_off_line(picture, before_last_seen);
        Cover {
            wide: measure(longest) > strip.solid * grid.u,
            patch: measure(patch) > strip.foreign * grid.u,
        }
    }

    /// The name, made this much wider.
    pub(crate) fn name(&self, stretch: f32) -> Ask<'static> {
        Ask {
            part: self.name,
            stretch,
            classes: None,
        }
    }

    /// Last seen, restricted to its letters; an empty part where the screen does not tell it.
    pub(crate) fn last_seen<'a>(&self, layout: &Description, letters: &'a [usize]) -> Ask<'a> {
        let nothing = Rect {
            right: self.name.left,
            bottom: self.name.top,
            ..self.name
        };
        Ask {
            part: self.last_seen.unwrap_or(nothing),
            stretch: layout.last_seen.as_ref().map_or(1.0, |seen| seen.stretch),
            classes: Some(letters),
        }
    }
}

/// The columns of a part that hold something darker than its paper.
fn ink_columns(luma: &Luma, part: Rect, layout: &Description) -> Vec<usize> {
    let mut values: Vec<u8> = (part.top..part.bottom)
        .flat_map(|y| &luma.row(y)[part.left..part.right])
        .copied()
        .collect();
    let paper = percentile(&mut values, layout.tone.paper);
    let is_ink = |value: u8| value.saturating_add(layout.tone.ink) < paper;
    (part.left..part.right)
        .filter(|&x| {
            (part.top..part.bottom)
                .filter(|&y| is_ink(luma.at(x, y)))
                .count()
                >= 2
        })
        .collect()
}
