//! One crop to text: prepared for the model, read, decoded.

use image::imageops::{self, FilterType};
use image::{RgbImage, imageops::crop_imm};
use rten_tensor::prelude::*;
use rten_tensor::{NdTensor, NdTensorView};

use crate::geometry::{Rect, measure, pixels};
use crate::model::{LINE_HEIGHT, Session};

/// Crops narrower than this are no text; wider than that are none of this screen's.
const WIDTHS: std::ops::RangeInclusive<usize> = 8..=2000;

/// A line of text as it was read.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Line {
    pub(crate) letters: Vec<Letter>,
}

/// One letter of a line.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Letter {
    pub(crate) text: Box<str>,
    /// The model's probability for it.
    pub(crate) probability: f32,
    /// The middle of the steps that show it, in pixels from the crop's left edge.
    pub(crate) x: f32,
}

impl Line {
    pub(crate) fn text(&self) -> String {
        self.letters
            .iter()
            .map(|letter| &*letter.text)
            .collect::<String>()
            .trim()
            .to_owned()
    }

    /// The least probability of its letters; 0 of none.
    pub(crate) fn least(&self) -> f32 {
        self.letters
            .iter()
            .map(|letter| letter.probability)
            .reduce(f32::min)
            .unwrap_or(0.0)
    }
}

/// A part of a picture to be read as one line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Ask<'a> {
    pub(crate) part: Rect,
    /// How much wider it is made than it is.
    pub(crate) stretch: f32,
    /// The classes that may be read; all where none are given.
    pub(crate) classes: Option<&'a [usize]>,
}

impl Ask<'_> {
    /// The width in pixels that the model reads it at; its work grows with it.
    pub(crate) fn width(&self) -> usize {
        let height = measure(self.part.height()).max(1.0);
        let width = measure(self.part.width() * LINE_HEIGHT) / height * self.stretch;
        pixels(width).clamp(*WIDTHS.start(), *WIDTHS.end())
    }
}

/// Reads one line: an empty one where there is no text, none when the runtime fails.
pub(crate) fn read_line(session: &Session<'_>, picture: &RgbImage, ask: Ask<'_>) -> Option<Line> {
    let part = ask.part;
    if part.height() < 4 || part.width() < 4 {
        return Some(Line::default());
    }
    let input = prepare(picture, part, ask.width());
    let probabilities = session.probabilities(&input.view())?;
    let steps = probabilities.size(0).max(1);
    let step = measure(part.width()) / measure(steps);
    Some(Line {
        letters: decode(session, probabilities.view(), ask.classes, step),
    })
}

/// The crop at the model's height, blue first, each channel from -1 to 1.
fn prepare(picture: &RgbImage, part: Rect, width: usize) -> NdTensor<f32, 4> {
    let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let crop = crop_imm(
        picture,
        narrow(part.left),
        narrow(part.top),
        narrow(part.width()),
        narrow(part.height()),
    );
    let line = imageops::resize(
        &*crop,
        narrow(width),
        narrow(LINE_HEIGHT),
        FilterType::Triangle,
    );
    let mut values = Vec::with_capacity(3 * width * LINE_HEIGHT);
    for channel in [2, 1, 0] {
        values.extend(
            line.pixels()
                .map(|pixel| f32::from(pixel.0[channel]) / 127.5 - 1.0),
        );
    }
    NdTensor::from_data([1, 3, LINE_HEIGHT, width], values)
}

/// Greedy CTC: the best class at each step, repeats joined, blanks dropped.
fn decode(
    session: &Session<'_>,
    probabilities: NdTensorView<'_, f32, 2>,
    classes: Option<&[usize]>,
    step_width: f32,
) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::new();
    let mut previous = (0, 0);
    for step in 0..probabilities.size(0) {
        let row = probabilities.slice(step);
        let (class, probability) = best(row, classes);
        if class != 0 {
            if class == previous.0 {
                if let Some(letter) = letters.last_mut() {
                    letter.probability = letter.probability.max(probability);
                    letter.x = (measure(previous.1 + step) / 2.0 + 0.5) * step_width;
                }
            } else {
                let x = (measure(step) + 0.5) * step_width;
                letters.push(Letter {
                    text: session.recogniser.letter(class).into(),
                    probability,
                    x,
                });
            }
        }
        if class != previous.0 {
            previous = (class, step);
        }
    }
    letters
}

/// The most probable of the classes allowed, the blank always among them.
fn best(row: NdTensorView<'_, f32, 1>, classes: Option<&[usize]>) -> (usize, f32) {
    let mut best = (0, row[[0]]);
    let mut offer = |class: usize| {
        if row[[class]] > best.1 {
            best = (class, row[[class]]);
        }
    };
    match classes {
        Some(classes) => classes.iter().for_each(|&class| offer(class)),
        None => (1..row.size(0)).for_each(offer),
    }
    best
}
