//! Pixels to members and their power: reads "Manage Members" screenshots offline.
//!
//! This room knows no Discord, no database and no network. Bytes go in, plain values come out: [`Reader::read`] reads
//! one screenshot on one thread, [`merge`] makes one roster of several.

mod cover;
mod crew;
mod decode;
mod fold;
mod geometry;
mod grid;
mod header;
mod layout;
mod lines;
mod luma;
mod merge;
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

pub use decode::{ImageFormat, MAX_BYTES, MAX_PIXELS};
pub use fold::fold;
pub use merge::{Merged, merge};
pub use model::ReaderError;
pub use reader::Reader;
pub use rejection::Rejection;
pub use roster::{Capacity, Member, Metric, Rejected, Roster, Warning, WarningKind};
pub use screenshot::{Area, Card, Screenshot};
