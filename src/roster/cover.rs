//! Evidence from the pixels that something stands before a number or a name.
//!
//! The model is sure of what it cannot see: where wings cover the first four digits of a number, it reads the other
//! five at a probability of 1. So its own probability is not enough.

use image::RgbImage;

use crate::geometry::{Rect, measure};
use crate::layout::Tone;

/// Grain reaches so many times as far from the paper as the middle pixel is.
const GRAIN: f32 = 3.0;

/// The two colours that a printed part is made of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Colours {
    paper: [f32; 3],
    ink: [f32; 3],
    off_paper: f32,
    off_line: f32,
}

impl Colours {
    /// Paper from a part that nothing is printed on, ink from the pixels of the printed part that differ most from it.
    pub(crate) fn of(picture: &RgbImage, tone: &Tone, clean: Rect, printed: Rect) -> Self {
        let paper = middle(pixels_of(picture, clean));
        let mut far: Vec<([f32; 3], f32)> = pixels_of(picture, printed)
            .map(|pixel| (pixel, distance(pixel, paper)))
            .collect();
        far.sort_by(|a, b| b.1.total_cmp(&a.1));
        let count = (far.len() / 8).max(1);
        let ink = middle(far.into_iter().take(count).map(|(pixel, _)| pixel));
        Self {
            paper,
            ink,
            off_paper: tone.off_paper,
            off_line: tone.off_line,
        }
    }

    /// The share of a part's pixels that are not paper.
    pub(crate) fn off_paper(&self, picture: &RgbImage, part: Rect) -> f32 {
        share(pixels_of(picture, part).map(|pixel| total(pixel, self.paper) > self.off_paper))
    }

    /// The same with paper and ink that are as grainy as most of this part is: a noisy picture is not covered by its
    /// noise.
    pub(crate) fn with_grain_of(mut self, picture: &RgbImage, part: Rect) -> Self {
        let usual = |distance: &dyn Fn([f32; 3]) -> f32| {
            let mut distances: Vec<f32> = pixels_of(picture, part).map(distance).collect();
            crate::geometry::median(&mut distances).unwrap_or(0.0)
        };
        self.off_paper = self
            .off_paper
            .max(GRAIN * usual(&|pixel| total(pixel, self.paper)));
        self.off_line = self
            .off_line
            .max(GRAIN * usual(&|pixel| self.distance_from_line(pixel)));
        self
    }

    /// The share of a part's pixels that are no mixture of paper and ink.
    pub(crate) fn off_line(&self, picture: &RgbImage, part: Rect) -> f32 {
        share(pixels_of(picture, part).map(|pixel| self.distance_from_line(pixel) > self.off_line))
    }

    /// The side in pixels of the largest square in a part all of whose pixels are no mixture of paper and ink.
    pub(crate) fn square_off_line(&self, picture: &RgbImage, part: Rect) -> usize {
        // For each pixel the side of the largest such square that ends there, from those beside and above it.
        let mut above = vec![0; part.width()];
        let mut largest = 0;
        for top in part.top..part.bottom {
            let row = Rect {
                top,
                bottom: top + 1,
                ..part
            };
            let (mut before, mut corner) = (0, 0);
            for (above, pixel) in above.iter_mut().zip(pixels_of(picture, row)) {
                let is_off = self.distance_from_line(pixel) > self.off_line;
                let side = if is_off {
                    1 + corner.min(before).min(*above)
                } else {
                    0
                };
                corner = std::mem::replace(above, side);
                before = side;
                largest = largest.max(side);
            }
        }
        largest
    }

    fn distance_from_line(&self, pixel: [f32; 3]) -> f32 {
        let along = sub(self.ink, self.paper);
        let from = sub(pixel, self.paper);
        let length = dot(along, along).max(1.0);
        // A little beyond either end is still paper in shade or ink at its core.
        let at = (dot(from, along) / length).clamp(-0.15, 1.15);
        let nearest = along.map(|channel| channel * at);
        let apart = sub(from, nearest);
        dot(apart, apart).sqrt()
    }
}

fn pixels_of(picture: &RgbImage, part: Rect) -> impl Iterator<Item = [f32; 3]> + '_ {
    let width = picture.width() as usize;
    (part.top..part.bottom).flat_map(move |y| {
        let row = &picture.as_raw()[3 * (y * width + part.left)..3 * (y * width + part.right)];
        row.chunks_exact(3)
            .map(|rgb| [f32::from(rgb[0]), f32::from(rgb[1]), f32::from(rgb[2])])
    })
}

/// The middle value of each channel.
fn middle(pixels: impl Iterator<Item = [f32; 3]>) -> [f32; 3] {
    let pixels: Vec<[f32; 3]> = pixels.collect();
    [0, 1, 2].map(|channel| {
        let mut values: Vec<f32> = pixels.iter().map(|pixel| pixel[channel]).collect();
        crate::geometry::median(&mut values).unwrap_or(0.0)
    })
}

fn share(tests: impl Iterator<Item = bool>) -> f32 {
    let (hits, all) = tests.fold((0, 0), |(hits, all), hit| {
        (hits + usize::from(hit), all + 1)
    });
    measure(hits) / measure(all).max(1.0)
}

fn sub(a: [f32; 3], b: [f32; 3]) -> [f32; 3] {
    [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
}

fn dot(a: [f32; 3], b: [f32; 3]) -> f32 {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

fn distance(a: [f32; 3], b: [f32; 3]) -> f32 {
    let apart = sub(a, b);
    dot(apart, apart).sqrt()
}

fn total(a: [f32; 3], b: [f32; 3]) -> f32 {
    sub(a, b).iter().map(|channel| channel.abs()).sum()
}
