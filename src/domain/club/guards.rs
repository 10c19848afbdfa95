//! When a roster is so unlike the last one that a second manager has to approve it.
//!
//! The guards are relative to the club's own history (issue 5): the earlier system's answer to a
//! club of ten times its power was to raise a fixed limit (original.md section 4).

use std::fmt;

use serde::{Deserialize, Serialize};
use slimy_store::Id;
use slimy_words::{Words, say};

use super::compare::{Change, Standing, by_member, change};

#[cfg(test)]
mod tests;

/// Names that a sentence has.
const NAMED: usize = 3;

/// A guild's guards; a percentage that is none is off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Guards {
    /// A member whose power has changed by this many percent or more, up or down.
    pub jump_percent: Option<u32>,
    /// What counts as volatile: a change by this many percent or more, up or down.
    pub volatile_percent: Option<u32>,
    /// How many members may be volatile; with more of them the roster is guarded.
    pub volatile_members: u32,
    /// Members of the last roster that are missing: this many percent of them or more.
    pub missing_percent: Option<u32>,
    /// More members than the game's own header counts.
    pub over_header: bool,
}

/// Issue 5's, which are the earlier system's (original.md section 1.2).
impl Default for Guards {
    fn default() -> Self {
        Self {
            jump_percent: Some(85),
            volatile_percent: Some(40),
            volatile_members: 5,
            missing_percent: Some(20),
            over_header: true,
        }
    }
}

impl Guards {
    /// Of each guard the stricter one of the two: what is loosened in the middle of a review
    /// guards it all the same.
    #[must_use]
    pub fn stricter(&self, other: &Self) -> Self {
        let percent = |one: Option<u32>, other: Option<u32>| match (one, other) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        Self {
            jump_percent: percent(self.jump_percent, other.jump_percent),
            volatile_percent: percent(self.volatile_percent, other.volatile_percent),
            volatile_members: self.volatile_members.min(other.volatile_members),
            missing_percent: percent(self.missing_percent, other.missing_percent),
            over_header: self.over_header || other.over_header,
        }
    }
}

/// Why a roster needs a second approval, with the numbers for the sentence that it is shown as.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Guard {
    /// Members have jumped.
    Jump {
        /// Who, and how; by name.
        members: Vec<Jumped>,
        /// The guard's percentage.
        percent: u32,
    },
    /// Too many members are volatile.
    Volatile {
        /// How many are.
        members: u32,
        /// Of how many whose power is known both times.
        of: u32,
        /// How many may be.
        most: u32,
        /// The guard's percentage.
        percent: u32,
    },
    /// Too many members are missing.
    Missing {
        /// How many are.
        members: u32,
        /// How many the last roster had.
        of: u32,
        /// The guard's percentage.
        percent: u32,
    },
    /// The roster has more members than the header says.
    OverHeader {
        /// How many it has.
        members: u32,
        /// How many the header says.
        header: u32,
    },
    /// It is guarded when it is held against what was taken away: what was rolled back or deleted
    /// a short time ago, or was read before much of it was corrected.
    TakenAway {
        /// What guards it then, beyond what guards it anyway.
        guards: Vec<Guard>,
    },
}

/// A member that has jumped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Jumped {
    /// `club_members.id`.
    pub member: Id,
    /// The name to show.
    pub name: String,
    /// The power before.
    pub before: i64,
    /// The power now.
    pub now: i64,
}

/// What guards the roster `now`; nothing when it may be saved as it is. `previous` is the last
/// roster of the same metric, of which a club's first has none; `header` is how many members the
/// game's header counts, where it was read. Rows that are nobody who is known count as rows, but
/// as no member of the last roster.
pub fn check(
    guards: &Guards,
    previous: Option<&[Standing]>,
    now: &[Standing],
    header: Option<u32>,
) -> Vec<Guard> {
    let mut found = Vec::new();
    if let Some(previous) = previous.filter(|previous| !previous.is_empty()) {
        let (before, after) = (by_member(previous), by_member(now));
        let both = before.iter().filter_map(|(member, was)| {
            let is = after.get(member)?;
            Some(change((*member).clone(), was, is))
        });
        let changes: Vec<Change> = both.collect();
        found.extend(jump(guards, &changes));
        found.extend(volatile(guards, &changes));
        let missing = before
            .keys()
            .filter(|member| !after.contains_key(*member))
            .count();
        found.extend(missing_guard(guards, missing, before.len()));
    }
    found.extend(over_header(guards, now.len(), header));
    found
}

/// The same with a second roster that it must not be unlike: the last one that somebody has taken
/// away, where there is one. Otherwise whoever takes the last roster away, or corrects it towards
/// the next one, would need nobody's approval for that.
pub fn check_both(
    guards: &Guards,
    previous: Option<&[Standing]>,
    taken_away: Option<&[Standing]>,
    now: &[Standing],
    header: Option<u32>,
) -> Vec<Guard> {
    let mut found = check(guards, previous, now, header);
    let mut beyond = check(guards, taken_away, now, None);
    beyond.retain(|guard| !found.contains(guard));
    if !beyond.is_empty() {
        found.push(Guard::TakenAway { guards: beyond });
    }
    found
}

fn jump(guards: &Guards, changes: &[Change]) -> Option<Guard> {
    let percent = guards.jump_percent?;
    let mut members: Vec<Jumped> = changes
        .iter()
        .filter(|change| change.percent().is_some_and(|by| by.reaches(percent)))
        .filter_map(|change| {
            Some(Jumped {
                member: change.member.clone(),
                name: change.name.clone(),
                before: change.before?,
                now: change.now?,
            })
        })
        .collect();
    members.sort_by(|a, b| (&a.name, &a.member).cmp(&(&b.name, &b.member)));
    (!members.is_empty()).then_some(Guard::Jump { members, percent })
}

fn volatile(guards: &Guards, changes: &[Change]) -> Option<Guard> {
    let percent = guards.volatile_percent?;
    let percents: Vec<_> = changes.iter().filter_map(Change::percent).collect();
    let volatile = percents.iter().filter(|by| by.reaches(percent)).count();
    let members = count(volatile);
    (members > guards.volatile_members).then(|| Guard::Volatile {
        members,
        of: count(percents.len()),
        most: guards.volatile_members,
        percent,
    })
}

fn missing_guard(guards: &Guards, missing: usize, of: usize) -> Option<Guard> {
    let percent = guards.missing_percent?;
    let (members, of) = (count(missing), count(of));
    let reached = u64::from(members) * 100 >= u64::from(of) * u64::from(percent);
    (members > 0 && reached).then_some(Guard::Missing {
        members,
        of,
        percent,
    })
}

fn over_header(guards: &Guards, rows: usize, header: Option<u32>) -> Option<Guard> {
    let header = header.filter(|_| guards.over_header)?;
    let members = count(rows);
    (members > header).then_some(Guard::OverHeader { members, header })
}

fn count(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}

impl Guard {
    /// A stable name for the audit log and for programs.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Jump { .. } => "jump",
            Self::Volatile { .. } => "volatile",
            Self::Missing { .. } => "missing",
            Self::OverHeader { .. } => "overHeader",
            Self::TakenAway { .. } => "takenAway",
        }
    }

    /// One sentence for the person. Names stand in it as they are.
    pub fn say(&self, words: Words) -> String {
        match self {
            Self::Jump { members, percent } => {
                let named: Vec<String> = members.iter().map(|one| one.told(words)).collect();
                let named = words.some(&named, NAMED);
                say!(
                    words,
                    "review-guard-jump",
                    percent = *percent,
                    members = named
                )
            }
            Self::Volatile {
                members,
                of,
                most,
                percent,
            } => say!(
                words,
                "review-guard-volatile",
                members = *members,
                of = *of,
                percent = *percent,
                most = *most
            ),
            Self::Missing {
                members,
                of,
                percent,
            } => say!(
                words,
                "review-guard-missing",
                members = *members,
                of = *of,
                percent = *percent
            ),
            Self::OverHeader { members, header } => say!(
                words,
                "review-guard-over-header",
                members = *members,
                header = *header
            ),
            Self::TakenAway { guards } => {
                let said: Vec<String> = guards.iter().map(|guard| guard.say(words)).collect();
                say!(words, "review-guard-taken-away", guards = said.join(" "))
            }
        }
    }
}

/// In English, as it stands in the fingerprint of what is to be approved.
impl fmt::Display for Guard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Words::ENGLISH))
    }
}

impl Jumped {
    fn told(&self, words: Words) -> String {
        match super::compare::Percent::new(self.before, self.now) {
            None => self.name.clone(),
            Some(by) => say!(
                words,
                "review-guard-jumped",
                name = &self.name,
                percent = words.percent_change(by.tenths())
            ),
        }
    }
}
