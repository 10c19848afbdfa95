//! A card's number, and how honest its reading is.

use image::RgbImage;

use crate::cover::Colours;
use crate::geometry::{Rect, measure};
use crate::grid::Grid;
use crate::layout::Layout;
use crate::roster::Metric;
use crate::text::{Ask, Line};

/// Digits surer than this are read; right ones reach 0.996 on native screenshots.
const CERTAIN: f32 = 0.95;
/// More than this share of the cell before the first digit is not paper: something reaches the number.
const TOUCHED: f32 = 0.3;
/// More than this share of the band is neither paper nor ink: something stands in it.
const COVERED: f32 = 0.12;

/// The number of the card at a place.
pub(crate) fn ask<'a>(
    picture: &RgbImage,
    grid: &Grid,
    layout: &Layout,
    place: (f32, f32),
    digits: &'a [usize],
) -> Ask<'a> {
    let part = grid.part(place.0, place.1, layout.number, size(picture));
    Ask {
        part,
        stretch: 1.0,
        classes: Some(digits),
    }
}

/// What the pixels say about a reading.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Evidence {
    /// The share of the digit cell left of the first digit that is not paper.
    pub(crate) left: f32,
    /// The share of the digits' band that is neither paper nor ink.
    pub(crate) cover: f32,
}

impl Evidence {
    pub(crate) fn of(
        picture: &RgbImage,
        grid: &Grid,
        layout: &Layout,
        place: (f32, f32),
        line: &Line,
    ) -> Self {
        let part = |x| grid.part(place.0, place.1, (x, layout.number.1), size(picture));
        let band = part(layout.digits);
        let colours = Colours::of(picture, part((layout.digits.1, layout.number.0.1)), band);
        Self {
            left: colours.off_paper(
                picture,
                cell_before(line, part(layout.number.0), layout.digit_advance * grid.u),
            ),
            cover: colours.off_line(picture, band),
        }
    }
}

/// The number, or none where it is covered or not certain. Never a guess.
pub(crate) fn value(line: &Line, evidence: &Evidence, metric: Metric) -> Option<i64> {
    let usual = match metric {
        Metric::Total => 9,
        Metric::Sim => 7,
    };
    let touched = evidence.left > TOUCHED;
    // A sim number of eight digits that loses one still has the usual seven, so there every touch counts.
    let covered = touched
        && (metric == Metric::Sim || evidence.cover > COVERED || line.letters.len() < usual);
    if covered || line.least() < CERTAIN {
        None
    } else {
        line.text().parse().ok()
    }
}

/// The cell in which one more digit would stand, left of the first that was read.
fn cell_before(line: &Line, part: Rect, advance: f32) -> Rect {
    let first = measure(part.left) + line.letters.first().map_or(0.0, |letter| letter.x);
    let cell = (first - 1.5 * advance, first - 0.5 * advance);
    Rect::clipped(
        cell,
        (measure(part.top), measure(part.bottom)),
        (part.right, part.bottom),
    )
}

fn size(picture: &RgbImage) -> (usize, usize) {
    (picture.width() as usize, picture.height() as usize)
}
