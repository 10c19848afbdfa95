//! A screenshot as brightness, and what counts as dark on it.

use image::RgbImage;

use crate::geometry::{Rect, measure, pixels};
use crate::layout::{Shade, Tone};

/// Every this many pixels are looked at to find how bright the screenshot is.
const SUBSAMPLE: usize = 4;

/// Brightness of each pixel, turned over where the screen's lines are lighter than its paper.
pub(crate) struct Luma {
    pub(crate) width: usize,
    pub(crate) height: usize,
    values: Vec<u8>,
    /// Below this a pixel is dark.
    dark: u8,
}

impl Luma {
    pub(crate) fn of(picture: &RgbImage, tone: &Tone) -> Self {
        let mut values: Vec<u8> = picture
            .as_raw()
            .chunks_exact(3)
            .map(|rgb| brightness([rgb[0], rgb[1], rgb[2]]))
            .collect();
        if tone.lines == Shade::Lighter {
            for value in &mut values {
                *value = !*value;
            }
        }
        let (width, height) = (picture.width() as usize, picture.height() as usize);
        let mut sample: Vec<u8> = values
            .chunks_exact(width.max(1))
            .step_by(SUBSAMPLE)
            .flat_map(|row| row.iter().step_by(SUBSAMPLE).copied())
            .collect();
        let bright = percentile(&mut sample, tone.bright);
        let dark = u8::try_from(pixels(f32::from(bright) * tone.dark)).unwrap_or(u8::MAX);
        Self {
            width,
            height,
            values,
            dark,
        }
    }

    pub(crate) fn size(&self) -> (usize, usize) {
        (self.width, self.height)
    }

    pub(crate) fn row(&self, y: usize) -> &[u8] {
        &self.values[y * self.width..(y + 1) * self.width]
    }

    pub(crate) fn at(&self, x: usize, y: usize) -> u8 {
        self.values[y * self.width + x]
    }

    pub(crate) fn is_dark(&self, value: u8) -> bool {
        value < self.dark
    }

    /// The share of a part's pixels that are dark.
    pub(crate) fn dark_share(&self, part: Rect) -> f32 {
        let count: usize = (part.top..part.bottom)
            .map(|y| {
                self.row(y)[part.left..part.right]
                    .iter()
                    .filter(|&&value| self.is_dark(value))
                    .count()
            })
            .sum();
        measure(count) / measure(part.width() * part.height()).max(1.0)
    }

    /// The share of a part's columns that have a dark pixel.
    pub(crate) fn dark_columns(&self, part: Rect) -> f32 {
        let count = (part.left..part.right)
            .filter(|&x| (part.top..part.bottom).any(|y| self.is_dark(self.at(x, y))))
            .count();
        measure(count) / measure(part.width()).max(1.0)
    }

    /// The share of a part's rows that have a dark pixel.
    pub(crate) fn dark_rows(&self, part: Rect) -> f32 {
        let count = (part.top..part.bottom)
            .filter(|&y| {
                self.row(y)[part.left..part.right]
                    .iter()
                    .any(|&value| self.is_dark(value))
            })
            .count();
        measure(count) / measure(part.height()).max(1.0)
    }
}

/// Rec. 601 brightness in whole numbers.
fn brightness([red, green, blue]: [u8; 3]) -> u8 {
    let sum = u32::from(red) * 77 + u32::from(green) * 150 + u32::from(blue) * 29;
    u8::try_from(sum >> 8).unwrap_or(u8::MAX)
}

/// The value that this share of the values does not exceed; 0 of nothing.
pub(crate) fn percentile(values: &mut [u8], share: f32) -> u8 {
    if values.is_empty() {
        return 0;
    }
    let rank = pixels(measure(values.len() - 1) * share);
    *values.select_nth_unstable(rank).1
}
