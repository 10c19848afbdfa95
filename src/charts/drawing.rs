//! A finished drawing, and why there may be none.

use crate::paint;

/// Why there is no chart.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// Not one value was handed in.
    #[error("there is no value to draw")]
    Empty,
    /// More was handed in than one chart can show.
    #[error("more than {max} values on one chart")]
    TooMany {
        /// As many as there may be.
        max: usize,
    },
    /// The painter failed, which no value should make it do.
    #[error("the chart cannot be painted: {0}")]
    Painter(String),
}

/// Words on a drawing, and the box that they may fill, in pixels from the top left.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// The words as they are drawn.
    pub text: String,
    /// The box's left side.
    pub left: f64,
    /// The box's upper side.
    pub top: f64,
    /// The box's right side.
    pub right: f64,
    /// The box's lower side.
    pub bottom: f64,
}

impl Label {
    /// Whether the two boxes share any area.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// A chart as SVG, with where its words stand.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// The drawing.
    pub svg: String,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// All words.
    pub labels: Vec<Label>,
}

impl Drawing {
    /// The drawing as an opaque PNG of its own size. Takes tens of milliseconds.
    pub fn png(&self) -> Result<Vec<u8>, Fault> {
        paint::png(self)
    }
}
