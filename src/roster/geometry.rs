//! The few conversions between whole pixels and measures, in one place because each cast needs its reason.

/// A rectangle of whole pixels: left and top are in it, right and bottom are not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rect {
    pub(crate) left: usize,
    pub(crate) top: usize,
    pub(crate) right: usize,
    pub(crate) bottom: usize,
}

impl Rect {
    /// The pixels between these measures that lie in a picture of this size; may be empty.
    pub(crate) fn clipped(x: (f32, f32), y: (f32, f32), size: (usize, usize)) -> Self {
        let (left, right) = (pixels(x.0).min(size.0), pixels(x.1).min(size.0));
        let (top, bottom) = (pixels(y.0).min(size.1), pixels(y.1).min(size.1));
        Self {
            left,
            top,
            right: right.max(left),
            bottom: bottom.max(top),
        }
    }

    pub(crate) fn width(&self) -> usize {
        self.right - self.left
    }

    pub(crate) fn height(&self) -> usize {
        self.bottom - self.top
    }
}

/// A measure as the nearest whole pixel; nothing is left of or above the picture.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a float cast saturates, and pictures are far smaller than 2^24 pixels a side"
)]
pub(crate) fn pixels(measure: f32) -> usize {
    measure.round().max(0.0) as usize
}

/// A count of pixels as a measure.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts here stay below 2^24, where every whole number is a float"
)]
pub(crate) fn measure(count: usize) -> f32 {
    count as f32
}

/// The middle value; none of nothing.
pub(crate) fn median(values: &mut [f32]) -> Option<f32> {
    if values.is_empty() {
        return None;
    }
    let (_, middle, _) = values.select_nth_unstable_by(values.len() / 2, f32::total_cmp);
    Some(*middle)
}
