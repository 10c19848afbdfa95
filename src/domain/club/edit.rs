//! What people change in a draft, and the rows that it is done to.

use serde::{Deserialize, Serialize};
use slimy_roster::{Metric, Roster};
use slimy_store::Id;

use super::{
    names::{eye_key, name_key},
    sheet::share,
};

/// One change of one metric's rows. A row is named by its name as it was read, which later
/// screenshots seldom change; its place they would.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Edit {
    pub(super) metric: Metric,
    pub(super) row: String,
    pub(super) to: To,
}

/// What becomes of the row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "kind")]
pub(super) enum To {
    /// It has this power; none where nobody knows.
    Power { power: Option<i64> },
    /// It has this name.
    Name { name: String },
    /// It is no member.
    Dropped,
    /// It is the same member as this row, and goes.
    Merged { keep: String },
    /// It is this member of the club.
    Member { member: Id },
    /// It is somebody who was not known.
    New,
}

/// Who a row is, when somebody has said so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Said {
    Member(Id),
    New,
}

/// One row of a draft.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    /// The name as it was read; once among the rows of a metric.
    pub(super) read: String,
    /// The name now.
    pub(super) name: String,
    pub(super) name_certain: bool,
    /// The power as it was read.
    pub(super) read_power: Option<i64>,
    /// The power now.
    pub(super) power: Option<i64>,
    /// Whether a person has given the power, be it the same.
    pub(super) is_set: bool,
    pub(super) last_seen: Option<String>,
    pub(super) confidence: f64,
    pub(super) seen_in: Vec<String>,
    pub(super) said: Option<Said>,
    /// Other spellings that mean this row: what was read in place of its name, and rows that
    /// turned out to be it.
    pub(super) spellings: Vec<String>,
}

/// The rows of `roster`, each with a name that no other has.
pub(super) fn lines(roster: &Roster) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::with_capacity(roster.members.len());
    for member in &roster.members {
        let mut read = member.name.clone();
        let mut number = 1;
        while lines.iter().any(|line| line.read == read) {
            number += 1;
            read = format!("{} ({number})", member.name);
        }
        lines.push(Line {
            read,
            name: member.name.clone(),
            name_certain: member.name_certain,
            read_power: member.power,
            power: member.power,
            is_set: false,
            last_seen: member.last_seen.clone(),
            confidence: share(member.confidence),
            seen_in: member.seen_in.clone(),
            said: None,
            spellings: Vec::new(),
        });
    }
    lines
}

/// Does what `edit` says. False, and nothing is done, where its row is not there.
pub(super) fn apply(lines: &mut Vec<Line>, edit: &Edit) -> bool {
    let Some(place) = find_read(lines, &edit.row) else {
        return false;
    };
    match &edit.to {
        To::Power { power } => lines[place].set(*power),
        To::Name { name } => lines[place].rename(name),
        To::Dropped => {
            lines.remove(place);
        }
        To::Merged { keep } => {
            let Some(kept) = find_read(lines, keep).filter(|kept| *kept != place) else {
                return false;
            };
            let gone = lines[place].clone();
            lines[kept].take_in(gone);
            lines.remove(place);
        }
        To::Member { member } => lines[place].said = Some(Said::Member(member.clone())),
        To::New => lines[place].said = Some(Said::New),
    }
    true
}

/// The row that was read with this name. A surer reading of the same name is still it.
fn find_read(lines: &[Line], row: &str) -> Option<usize> {
    let exact = lines.iter().position(|line| line.read == row);
    exact
        .or_else(|| only(lines, |line| name_key(&line.read) == name_key(row)))
        .or_else(|| only(lines, |line| eye_key(&line.read) == eye_key(row)))
}

/// The row that a person means by this name: as it is shown, or as it was read.
pub(super) fn find_named(lines: &[Line], typed: &str) -> Option<usize> {
    let shown = |line: &Line| line.name == typed;
    let read = |line: &Line| line.read == typed;
    let key = name_key(typed);
    only(lines, shown)
        .or_else(|| only(lines, read))
        .or_else(|| only(lines, |line| name_key(&line.name) == key))
        .or_else(|| only(lines, |line| name_key(&line.read) == key))
}

/// The place of the only row that fits.
fn only(lines: &[Line], fits: impl Fn(&Line) -> bool) -> Option<usize> {
    let mut places = (0..lines.len()).filter(|place| fits(&lines[*place]));
    let first = places.next()?;
    places.next().is_none().then_some(first)
}

impl Line {
    fn set(&mut self, power: Option<i64>) {
        self.power = power;
        self.is_set = true;
        self.confidence = if power.is_some() { 1.0 } else { 0.0 };
    }

    fn rename(&mut self, name: &str) {
        if self.name != name {
            let before = std::mem::replace(&mut self.name, name.to_owned());
            self.also(before);
        }
        self.spellings.retain(|spelling| spelling != name);
        self.name_certain = true;
    }

    /// Takes in another row of the same member: what this one does not know, the other may.
    fn take_in(&mut self, other: Self) {
        if self.power.is_none() && !self.is_set {
            self.power = other.power;
            self.confidence = other.confidence;
            self.is_set = other.is_set;
        }
        self.last_seen = self.last_seen.take().or(other.last_seen);
        for file in other.seen_in {
            if !self.seen_in.contains(&file) {
                self.seen_in.push(file);
            }
        }
        self.also(other.name);
        for spelling in other.spellings {
            self.also(spelling);
        }
    }

    fn also(&mut self, spelling: String) {
        if spelling != self.name && !self.spellings.contains(&spelling) {
            self.spellings.push(spelling);
        }
    }

    /// Whether a person has changed the power.
    pub(super) fn is_corrected(&self) -> bool {
        self.is_set && self.power != self.read_power
    }
}

/// Adds `edit` to those before: what it makes void goes.
pub(super) fn push(edits: &mut Vec<Edit>, edit: Edit) {
    let is_void = |before: &Edit| {
        before.metric == edit.metric
            && match (&before.to, &edit.to) {
                (To::Power { .. }, To::Power { .. })
                | (To::Name { .. }, To::Name { .. })
                | (To::Member { .. } | To::New, To::Member { .. } | To::New)
                    if before.row == edit.row =>
                {
                    true
                }
                // A member is one row.
                (To::Member { member: one }, To::Member { member: other }) => one == other,
                _ => false,
            }
    };
    edits.retain(|before| !is_void(before));
    edits.push(edit);
}
