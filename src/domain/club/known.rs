//! What is known of a club afterwards, for everyone in its guild: its weeks, its members, who
//! rises and who falls, and the whole history as a file.
//!
//! Everything counts from the current snapshots with the corrections applied, and says which
//! weeks it is about. A power that is not known is told as such; it is never zero, and a week
//! without a snapshot is never filled in.

mod board;
mod chart;
mod compare;
mod complete;
mod export;
mod fault;
mod link;
mod member;
mod moves;
mod place;
mod search;
mod stats;
mod timeline;
mod two_weeks;

#[cfg(test)]
mod tests;

pub use board::{Board, board};
pub use chart::{Chart, ChartKind, TotalLine, TotalOfWeek, chart};
pub use compare::{Compared, Side, compare};
pub use complete::{SuggestedMember, SuggestedWeek, suggest_members, suggest_weeks};
pub use export::{Exported, ExportedFile, export};
pub use fault::Fault;
pub use link::{Claim, Rival, claim, confirm, unlink};
pub use member::{Held, LinkedUser, MemberPage, Reason, WeekLine, me, member};
pub use moves::{Moves, Swings, moves, swings};
pub use search::{Found, FoundMember, search};
pub use stats::{Stats, stats};
pub use timeline::Taken;
