//! A card's number, and how honest its reading is.

use image::RgbImage;

use crate::cover::Colours;
use crate::geometry::{Rect, measure};
use crate::grid::Grid;
use crate::layout::{Description, Number, Words};
use crate::screenshot::Area;
use crate::text::{Ask, Line};

/// The number of the card at a place.
pub(crate) fn ask<'a>(
    picture: &RgbImage,
    grid: &Grid,
    layout: &Description,
    place: (f32, f32),
    digits: &'a [usize],
) -> Ask<'a> {
    let part = grid.part(
        place.0,
        place.1,
        (layout.number.x, layout.number.y),
        size(picture),
    );
    Ask {
        part,
        stretch: 1.0,
        classes: Some(digits),
    }
}

/// Where the number of the card at a place stands.
pub(crate) fn area(
    picture: &RgbImage,
    grid: &Grid,
    layout: &Description,
    place: (f32, f32),
) -> Area {
    let part = grid.part(
        place.0,
        place.1,
        (layout.number.x, layout.number.y),
        size(picture),
    );
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
        layout: &Description,
        place: (f32, f32),
        line: &Line,
    ) -> Self {
        let Number {
            x,
            y,
            band,
            advance,
            last_digit,
            ..
        } = layout.number;
        let part = |x| grid.part(place.0, place.1, (x, y), size(picture));
        let clean = part((band.1, x.1));
        let (band, number) = (part(band), part(x));
        let colours = Colours::of(picture, &layout.tone, clean, band);
        let advance = advance * grid.u;
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
        let end = measure(part((x.0, last_digit)).right - number.left);
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
pub(crate) fn value(
    line: &Line,
    evidence: &Evidence,
    words: &Words,
    layout: &Number,
) -> Option<i64> {
    let short = line.letters.len() < words.usual_digits;
    let reached = evidence.left > layout.touched
        && (words.every_touch_counts || evidence.cover > layout.covered);
    let covered = reached
        || (short && evidence.left > layout.touched_short)
        || evidence.digit > layout.digit_covered
        || (evidence.gap > layout.gap && evidence.excess > layout.excess)
        || !(layout.end.0..=layout.end.1).contains(&evidence.end);
    if covered || line.least() < layout.certain {
        None
    } else {
        line.text().parse().ok()
    }
}

fn size(picture: &RgbImage) -> (usize, usize) {
    (picture.width() as usize, picture.height() as usize)
}
