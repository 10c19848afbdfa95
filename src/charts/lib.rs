//! Charts: plain numbers and words in, a PNG out. No Discord, no database, no network.
//!
//! A chart is drawn to be read on a phone, where it is some 350 pixels wide, on Discord's light
//! and its dark background: it brings its own dark card, its letters are large, its two colours
//! are told apart by everyone, and no meaning hangs on colour alone. All words and the way
//! numbers are written are handed in, so that nothing here needs a translation.
//!
//! Each kind is a struct with a `draw`, which gives a [`Drawing`]; [`Drawing::png`] paints it.
//! Both may be called on any thread. Painting takes tens of milliseconds, so call it where
//! blocking is allowed.

mod bars;
mod canvas;
mod days;
mod distribution;
mod drawing;
mod fonts;
mod frame;
mod line;
mod numbers;
mod paint;
mod plot;
mod scale;
mod text;

pub use bars::{Bar, Bars, Change};
pub use days::{Day, Days};
pub use distribution::{Bucket, Distribution, buckets};
pub use drawing::{Drawing, Fault, Label};
pub use line::{Line, Point, Series};
pub use numbers::Numbers;

/// The width of every chart, in pixels. Discord shows it at about a third of that on a phone.
pub const WIDTH: u32 = 1000;

/// No letters on a chart are smaller, in pixels at the full width.
pub const SMALLEST_TYPE: f64 = 28.0;

/// As many weeks or days as one chart can take: twenty years of weeks.
pub const MAX_POSITIONS: usize = 1040;

/// As many rows as one chart of bars can take.
pub const MAX_ROWS: usize = 25;
