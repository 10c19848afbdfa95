//! A roster as people look at it, whether it is a draft or was saved.

use slimy_roster::{Capacity, Member, Metric};
use slimy_store::{Id, Timestamp, club as store};

use super::{Measures, Warning};

/// One member's line.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The member's name as it was read.
    pub name: String,
    /// False where the name needs a person's eye.
    pub name_certain: bool,
    /// The power; none where it could not be read for certain.
    pub power: Option<i64>,
    /// The game's own words; none where they could not be read.
    pub last_seen: Option<String>,
    /// 0 to 1.
    pub confidence: f64,
    /// A person has set the value.
    pub corrected: bool,
}

impl From<&Member> for Row {
    fn from(member: &Member) -> Self {
        Self {
            name: member.name.clone(),
            name_certain: member.name_certain,
            power: member.power,
            last_seen: member.last_seen.clone(),
            confidence: share(member.confidence),
            corrected: false,
        }
    }
}

/// A share from 0 to 1, also where rounding has led a little beyond.
pub(super) fn share(value: f32) -> f64 {
    if value.is_finite() {
        f64::from(value).clamp(0.0, 1.0)
    } else {
        0.0
    }
}

/// What has become of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// Waits for Save or Discard until the given time.
    Draft {
        /// When it runs out.
        expires_at: Timestamp,
    },
    /// Was saved at the given time.
    Saved {
        /// When.
        at: Timestamp,
    },
}

/// A roster with its heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// `club_analyses.id`.
    pub id: Id,
    /// What it is called.
    pub title: String,
    /// The summary in words.
    pub summary: String,
    /// What the numbers count.
    pub metric: Metric,
    /// The header's count, when it was read.
    pub capacity: Option<Capacity>,
    /// Its numbers.
    pub measures: Measures,
    /// The members, highest power first, values that could not be read last.
    pub rows: Vec<Row>,
    /// What a person should know about the reading.
    pub warnings: Vec<Warning>,
    /// How many screenshots it was read from.
    pub images: usize,
    /// Draft or saved.
    pub state: State,
}

/// Highest power first; unread values last; equal ones by name.
pub fn ranked(mut rows: Vec<Row>) -> Vec<Row> {
    rows.sort_by(|a, b| b.power.cmp(&a.power).then_with(|| a.name.cmp(&b.name)));
    rows
}

/// The metric as the store has it.
pub(super) fn stored_metric(metric: Metric) -> store::Metric {
    match metric {
        Metric::Sim => store::Metric::Sim,
        Metric::Total => store::Metric::Total,
    }
}

/// The metric as the reader has it.
pub(super) fn read_metric(metric: store::Metric) -> Metric {
    match metric {
        store::Metric::Sim => Metric::Sim,
        store::Metric::Total => Metric::Total,
    }
}
