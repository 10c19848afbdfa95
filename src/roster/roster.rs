//! What a reading gives: plain values, in the JSON shape that `slimy club read --format json` prints.

use serde::{Deserialize, Serialize};

use crate::misfit::Misfit;
use crate::warnings::{About, Written};

/// What the number on a member's card counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Metric {
    /// The card's label reads "Sim Power".
    Sim,
    /// The card's label reads "Power".
    Total,
}

impl Metric {
    /// The name that is stored and printed: `sim` or `total`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Sim => "sim",
            Self::Total => "total",
        }
    }
}

/// The header's member count, "54/55": members in the club, of places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Capacity {
    /// Members that the club has.
    pub members: u32,
    /// Members that the club may have.
    pub of: u32,
}

/// One member of a merged roster.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Member {
    /// The name as it was read; see `name_certain`.
    pub name: String,
    /// The power, or none where it cannot be read for certain. Never a guess.
    pub power: Option<i64>,
    /// The game's own words: "Online", "2h ago". None where it cannot be read for certain.
    pub last_seen: Option<String>,
    /// How sure the reading of this row is, 0 to 1: the least of its parts.
    pub confidence: f32,
    /// False where the name needs a person's eye.
    #[serde(default = "yes", skip_serializing_if = "is_true")]
    pub name_certain: bool,
    /// The screenshots that show this member, by file name, in the order they were given.
    pub seen_in: Vec<String>,
}

/// Something that a person should know about a reading that did succeed.
///
/// As JSON it has its `kind`, for programs, and its `message`, one sentence for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Written", from = "Written")]
pub struct Warning {
    /// What it says.
    pub about: About,
    /// The screenshot it is about, when it is about one.
    pub file: Option<String>,
}

/// The kinds of [`Warning`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WarningKind {
    /// The header counts other than the number of members found.
    CountDiffers,
    /// The header's count could not be read.
    CountUnknown,
    /// A number is covered or unreadable.
    PowerUnreadable,
    /// A name could not be read for certain.
    NameUncertain,
    /// One member seen twice with different numbers: a person must decide.
    Conflict,
}

/// A file that was read and does not belong to the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected {
    /// The file's name as it was given.
    pub file: String,
    /// Why not.
    pub reason: Misfit,
}

/// One club's roster, merged from one or more screenshots of one metric.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Roster {
    /// What the numbers count.
    pub metric: Metric,
    /// The header's count, where it was read for certain and alike in all screenshots.
    pub capacity: Option<Capacity>,
    /// The members in the order of the screenshots, top to bottom, left to right.
    pub members: Vec<Member>,
    /// What a person should know.
    pub warnings: Vec<Warning>,
}

pub(crate) fn yes() -> bool {
    true
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
pub(crate) fn is_true(value: &bool) -> bool {
    *value
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
pub(crate) fn is_zero(value: &f32) -> bool {
    *value <= 0.0
}
