//! The field with its axes.

use crate::canvas::{Anchor, Canvas, GRID, QUIET, extent};
use crate::drawing::Label;
use crate::frame::{MARGIN, RIGHT};
use crate::scale::{Scale, coordinate};
use crate::text::Type;

/// The letters at the axes.
pub(crate) const AXIS: Type = Type::medium(30.0);

/// Room below a field for the labels of its positions.
pub(crate) const BELOW: f64 = 52.0;

/// Between two labels of the axis of positions.
const BETWEEN: f64 = 36.0;

/// A field with its axis of values.
pub(crate) struct Plot {
    pub(crate) left: f64,
    pub(crate) right: f64,
    pub(crate) top: f64,
    pub(crate) bottom: f64,
    pub(crate) scale: Scale,
}

/// How wide the written values are.
pub(crate) fn gutter(ticks: &[String]) -> f64 {
    ticks
        .iter()
        .map(|tick| AXIS.width(tick))
        .fold(0.0, f64::max)
}

impl Plot {
    /// The height of a value.
    pub(crate) fn y(&self, value: i128) -> f64 {
        self.bottom - self.scale.share(value) * (self.bottom - self.top)
    }

    /// Where the position `index` of `count` stands, the first and the last at the sides.
    pub(crate) fn x(&self, index: usize, count: usize) -> f64 {
        const PAD: f64 = 24.0;
        let (left, right) = (self.left + PAD, self.right - PAD);
        if count < 2 {
            return f64::midpoint(left, right);
        }
        left + (right - left) * coordinate(index) / coordinate(count - 1)
    }

    /// Draws a line across and its value for each tick.
    pub(crate) fn axis(&self, canvas: &mut Canvas, ticks: &[String], colour: &str) {
        for (value, words) in self.scale.ticks().into_iter().zip(ticks) {
            let y = self.y(value);
            let width = if value == 0 { 3.0 } else { 2.0 };
            canvas.rule((self.left, y), (self.right, y), width, GRID);
            let at = (self.left - 14.0, y + AXIS.size * 0.35);
            canvas.text(at, (AXIS, colour), Anchor::End, words);
        }
    }

    /// Writes the labels of positions below the field: the newest always, and of the others as
    /// many, evenly spaced, as do not touch.
    pub(crate) fn positions(&self, canvas: &mut Canvas, labels: &[(f64, &str)]) {
        let y = self.bottom + 42.0;
        let placed: Vec<(f64, String)> = labels
            .iter()
            .map(|(x, words)| (*x, AXIS.fit(words, (RIGHT - MARGIN) / 2.0)))
            .collect();
        let boxes: Vec<Label> = placed
            .iter()
            .map(|(x, words)| inside(extent((*x, y), AXIS, Anchor::Middle, words)))
            .collect();
        let every = every(&boxes);
        for index in (0..boxes.len()).rev().step_by(every) {
            let (words, at) = (&placed[index].1, boxes[index].left);
            canvas.text((at, y), (AXIS, QUIET), Anchor::Start, words);
            let x = placed[index].0;
            canvas.rule((x, self.bottom), (x, self.bottom + 8.0), 2.0, QUIET);
        }
    }
}

/// Moves a box off the borders.
fn inside(mut label: Label) -> Label {
    let shift = (MARGIN / 2.0 - label.left).max(0.0) - (label.right - RIGHT).max(0.0);
    label.left += shift;
    label.right += shift;
    label
}

/// The smallest distance at which the boxes, from the last on, keep apart.
fn every(boxes: &[Label]) -> usize {
    let apart = |step: usize| {
        let kept: Vec<&Label> = boxes.iter().rev().step_by(step).collect();
        kept.windows(2)
            .all(|pair| pair[1].right + BETWEEN <= pair[0].left)
    };
    (1..=boxes.len()).find(|step| apart(*step)).unwrap_or(1)
}
