//! A card's number, and how honest its reading is.

use image::RgbImage;

use crate::cover::Colours;
use crate::geometry::Rect;
use crate::grid::Grid;
use crate::layout::Layout;
use crate::model::Session;
use crate::roster::Metric;
use crate::text::{Line, read_line};

/// Digits surer than this are read; right ones reach 0.996 on native screenshots.
const CERTAIN: f32 = 0.95;

/// A number as it was read, with its evidence.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Number {
    /// The number, or none where it is covered or not certain.
    pub(crate) value: Option<i64>,
    /// The least probability of its digits.
    pub(crate) confidence: f32,
    /// What was read and measured, whether it is trusted or not.
    pub(crate) evidence: Evidence,
}

/// What the pixels say about a reading.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Evidence {
    pub(crate) digits: String,
    /// The share of the digit cell left of the first digit that is not paper.
    pub(crate) left: f32,
    /// The share of the digits' band that is neither paper nor ink.
    pub(crate) cover: f32,
}

/// Reads the number of the card at `column` and `row`; none when the runtime fails.
pub(crate) fn read(
    session: &Session<'_>,
    picture: &RgbImage,
    grid: &Grid,
    layout: &Layout,
    (column, row): (f32, f32),
    (metric, digits): (Metric, &[usize]),
) -> Option<Number> {
    let size = (picture.width() as usize, picture.height() as usize);
    let part = grid.part(column, row, layout.number, size);
    let line = read_line(session, picture, part, 1.0, Some(digits))?;
    let clean = grid.part(
        column,
        row,
        ((layout.digits.1, layout.number.0.1), layout.number.1),
        size,
    );
    let band = grid.part(column, row, (layout.digits, layout.number.1), size);
    let colours = Colours::of(picture, clean, band);
    let evidence = Evidence {
        digits: line.text(),
        left: colours.off_paper(picture, cell_before(&line, part, grid, layout)),
        cover: colours.off_line(picture, band),
    };
    let confidence = line.least();
    let value = if confidence >= CERTAIN && !is_covered(&evidence, metric) {
        evidence.digits.parse().ok()
    } else {
        None
    };
    Some(Number {
        value,
        confidence,
        evidence,
    })
}

/// The cell in which one more digit would stand, left of the first that was read.
fn cell_before(line: &Line, part: Rect, grid: &Grid, layout: &Layout) -> Rect {
    let advance = layout.digit_advance * grid.u;
    let first = line.letters.first().map_or(0.0, |letter| letter.x);
    let left = crate::geometry::measure(part.left);
    let cell = (left + first - 1.5 * advance, left + first - 0.5 * advance);
    Rect::clipped(
        cell,
        (
            crate::geometry::measure(part.top),
            crate::geometry::measure(part.bottom),
        ),
        (usize::MAX, usize::MAX),
    )
}

/// Whether something may stand before a digit of this number.
fn is_covered(evidence: &Evidence, metric: Metric) -> bool {
    let usual = match metric {
        Metric::Total => 9,
        Metric::Sim => 7,
    };
    let touched = evidence.left > 0.3;
    touched && (metric == Metric::Sim || evidence.cover > 0.12 || evidence.digits.len() < usual)
}
