//! Pixels to members and their power: reads roster screenshots offline.
//!
//! This room knows no Discord, no database and no network. Bytes go in, plain values come out: [`Reader::read`] reads
//! one screenshot, [`merge`] and [`merge_metrics`] make rosters of several. What a screen looks like is data, a
//! [`Layout`]; the code knows no game.

mod accepted;
mod attempt;
mod cover;
mod crew;
mod decode;
mod fold;
mod geometry;
mod grid;
mod header;
mod known;
mod layout;
mod lines;
mod luma;
mod merge;
mod misfit;
mod miss;
mod model;
mod number;
mod people;
mod reader;
mod rejection;
mod roster;
mod screenshot;
mod strip;
mod text;
mod warnings;

pub use accepted::{Accepted, Screen};
pub use decode::{ImageFormat, MAX_BYTES, MAX_PIXELS};
pub use fold::fold;
pub use layout::{Layout, LayoutError};
pub use merge::{Merged, MergedMetrics, merge, merge_metrics};
pub use misfit::Misfit;
pub use model::ReaderError;
pub use reader::Reader;
pub use rejection::Rejection;
pub use roster::{Capacity, Member, Metric, Rejected, Roster, Warning, WarningKind};
pub use screenshot::{Area, Card, Screenshot};
pub use warnings::About;
