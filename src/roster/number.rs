//! A card's number, and how honest its reading is.

use std::ops::RangeInclusive;

use image::RgbImage;

use crate::cover::Colours;
use crate::geometry::{Rect, measure};
use crate::grid::Grid;
use crate::layout::Layout;
use crate::roster::Metric;
use crate::screenshot::Area;
use crate::text::{Ask, Line};

/// Digits surer than this are read; right ones reach 0.996 on native screenshots.
const CERTAIN: f32 = 0.95;
/// More than this share of the cell before the first digit is not paper: something reaches the number.
const TOUCHED: f32 = 0.3;
/// The same for a number with fewer digits than usual: pasted covers left 0.12 and more, free cells less than 0.05.
const TOUCHED_SHORT: f32 = 0.1;
/// More than this share of the band is neither paper nor ink: something stands in it.
const COVERED: f32 = 0.12;
/// The same for the cell of one digit: free ones have less than 0.05.
const DIGIT_COVERED: f32 = 0.15;
/// Digits further apart than this, in digits, may have one between them that was not read: right ones reach 1.81,
/// because the model tells a digit's place in steps of a third of a digit.
const GAP: f32 = 1.7;
/// … and have one when all digits are also further apart than their number tells, in digits.
const EXCESS: f32 = 0.5;
/// Where a last digit may be, in digits left of where numbers end: right ones are from -0.49 to 0.23, and where the
/// last digit was lost the one before it is from 0.51 on.
const END: RangeInclusive<f32> = -0.75..=0.4;

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

/// Where the number of the card at a place stands.
pub(crate) fn area(picture: &RgbImage, grid: &Grid, layout: &Layout, place: (f32, f32)) -> Area {
    let part = grid.part(place.0, place.1, layout.number, size(picture));
    let narrow = |pixels: usize| u32::try_from(pixels).unwrap_or(u32::MAX);
    Area {
        x: narrow(part.left),
        y: narrow(part.top),
        width: narrow(part.width()),
        height: narrow(part.height()),
    }
}

/// What the pixels say about a reading.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Evidence {
    /// The share of the digit cell left of the first digit that is not paper.
    pub(crate) left: f32,
    /// The share of the digits' band that is neither paper nor ink.
    pub(crate) cover: f32,
    /// The same for the cell of that digit where it is most.
    pub(crate) digit: f32,
    /// The longest way from one digit to the next, in digits.
    pub(crate) gap: f32,
    /// How much further apart the first and the last digit are than their number tells, in digits.
    pub(crate) excess: f32,
    /// How far the last digit is left of where the last one always stands, in digits.
    pub(crate) end: f32,
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
        let (band, number) = (part(layout.digits), part(layout.number.0));
        let colours = Colours::of(picture, part((layout.digits.1, layout.number.0.1)), band);
        let advance = layout.digit_advance * grid.u;
        let cell = |x: f32| {
            let (x, y) = (
                measure(number.left) + x,
                (measure(number.top), measure(number.bottom)),
            );
            Rect::clipped(
                (x - advance / 2.0, x + advance / 2.0),
                y,
                (number.right, number.bottom),
            )
        };
        let places: Vec<f32> = line.letters.iter().map(|letter| letter.x).collect();
        let spread = places.last().unwrap_or(&0.0) - places.first().unwrap_or(&0.0);
        let (first, last) = ends(&places, advance);
        let end = measure(part((layout.number.0.0, layout.last_digit)).right - number.left);
        Self {
            left: colours.off_paper(picture, cell(first - advance)),
            cover: colours.off_line(picture, band),
            digit: places
                .iter()
                .map(|&x| colours.off_line(picture, cell(x)))
                .fold(0.0, f32::max),
            gap: places
                .windows(2)
                .map(|pair| (pair[1] - pair[0]) / advance)
                .fold(0.0, f32::max),
            excess: spread / advance - measure(places.len().saturating_sub(1)),
            end: (end - last) / advance,
        }
    }
}

/// Where the first and the last digit are by the places of all: the model tells each one's in steps of a third of a
/// digit, and the mean of all is finer.
fn ends(places: &[f32], advance: f32) -> (f32, f32) {
    let count = measure(places.len()).max(1.0);
    let middle = places.iter().sum::<f32>() / count;
    let half = (count - 1.0) / 2.0 * advance;
    (middle - half, middle + half)
}

/// The number, or none where it is covered or not certain. Never a guess.
pub(crate) fn value(line: &Line, evidence: &Evidence, metric: Metric) -> Option<i64> {
    let usual = match metric {
        Metric::Total => 9,
        Metric::Sim => 7,
    };
    let short = line.letters.len() < usual;
    let reached = match metric {
        // A sim number of eight digits that loses one still has the usual seven, so there every touch counts.
        Metric::Sim => evidence.left > TOUCHED,
        Metric::Total => evidence.left > TOUCHED && evidence.cover > COVERED,
    };
    let covered = reached
        || (short && evidence.left > TOUCHED_SHORT)
        || evidence.digit > DIGIT_COVERED
        || (evidence.gap > GAP && evidence.excess > EXCESS)
        || !END.contains(&evidence.end);
    if covered || line.least() < CERTAIN {
        None
    } else {
        line.text().parse().ok()
    }
}

fn size(picture: &RgbImage) -> (usize, usize) {
    (picture.width() as usize, picture.height() as usize)
}
