//! Pixels to members and their power: reads "Manage Members" screenshots offline.
//!
//! This room knows no Discord, no database and no network. Bytes go in, plain values come out.

mod roster;

pub use roster::{Capacity, Member, Metric, Rejected, Roster, Warning, WarningKind};
