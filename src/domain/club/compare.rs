//! What has changed between two weeks, or between what is known and what was read.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;

use slimy_store::Id;

mod digits;
#[cfg(test)]
pub(super) mod tests;

pub use digits::{ChangedDigits, changed_digits};

/// One member's power in one metric at one time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// `club_members.id`; none of a row that is nobody who is known.
    pub member: Option<Id>,
    /// The name to show.
    pub name: String,
    /// The power; none where it is not known, which is not zero.
    pub power: Option<i64>,
    /// Whether a person has set it.
    pub corrected: bool,
}

/// A member's power before and now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// `club_members.id`.
    pub member: Id,
    /// The name to show: the one now.
    pub name: String,
    /// The power before; none where it was not known.
    pub before: Option<i64>,
    /// The power now; none where it is not known.
    pub now: Option<i64>,
    /// Whether a person has set either.
    pub corrected: bool,
}

/// By how much a power has changed, in percent of what it was. Exact: it is kept as the two
/// powers, and compared by whole-number arithmetic.
#[derive(Debug, Clone, Copy)]
pub struct Percent {
    before: i64,
    now: i64,
}

/// What two sets of standings have in common and what not. Each list is ordered by name, but for
/// the suspicious, the most drastic of which come first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Who is there now and was not before.
    pub new: Vec<Standing>,
    /// Who was there before and is not now.
    pub missing: Vec<Standing>,
    /// Whose power differs, where both are known; the suspicious are among them.
    pub changed: Vec<Change>,
    /// Whose power is the same.
    pub same: Vec<Change>,
    /// Who is there both times, but with a power that is not known before, now, or both times.
    pub unknown: Vec<Change>,
    /// Whose change a person should look at.
    pub suspicious: Vec<Suspicion>,
}

/// A change that a person should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suspicion {
    /// The change; both powers are known.
    pub change: Change,
    /// Why.
    pub why: Why,
    /// Its digits below each other.
    pub digits: ChangedDigits,
}

/// Why a change is suspicious.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It is about ten times what it was: perhaps with a digit too many.
    TenTimes,
    /// It is about a tenth of what it was: perhaps with a digit too few.
    ATenth,
    /// It has changed by this guild's jump guard or more.
    Jump,
}

impl Change {
    /// How much more it is now; none unless both powers are known.
    pub fn difference(&self) -> Option<i64> {
        self.now
            .zip(self.before)
            .map(|(now, before)| now.saturating_sub(before))
    }

    /// How much more it is now in percent; none unless both powers are known and it was above
    /// zero before.
    pub fn percent(&self) -> Option<Percent> {
        let (before, now) = self.before.zip(self.now)?;
        Percent::new(before, now)
    }
}

impl Percent {
    /// The change from `before`, which must be above zero, to `now`.
    pub fn new(before: i64, now: i64) -> Option<Self> {
        (before > 0).then_some(Self { before, now })
    }

    /// Whether it is this many percent or more, up or down; of exactly as many it is.
    pub fn reaches(self, percent: u32) -> bool {
        let difference = i128::from(self.now) - i128::from(self.before);
        difference.abs() * 100 >= i128::from(self.before) * i128::from(percent)
    }

    /// Tenths of a percent, halves rounded away from zero.
    pub fn tenths(self) -> i64 {
        let difference = (i128::from(self.now) - i128::from(self.before)) * 1_000;
        let before = i128::from(self.before);
        let half = before * difference.signum();
        let tenths = (difference * 2 + half) / (before * 2);
        i64::try_from(tenths).unwrap_or(i64::MAX)
    }
}

/// By how much, falls before rises.
impl Ord for Percent {
    fn cmp(&self, other: &Self) -> Ordering {
        // now / before is less: multiplied by both before, which are above zero.
        let this = i128::from(self.now) * i128::from(other.before);
        let that = i128::from(other.now) * i128::from(self.before);
        this.cmp(&that)
    }
}

impl PartialEq for Percent {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Percent {}

impl PartialOrd for Percent {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// As `+12.3 %`, `-4.0 %` or `0.0 %`.
impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tenths = self.tenths();
        let sign = match tenths.signum() {
            1 => "+",
            -1 => "-",
            _ => "",
        };
        let tenths = tenths.unsigned_abs();
        write!(f, "{sign}{}.{} %", tenths / 10, tenths % 10)
    }
}

/// Compares what was before with what is now. Rows that are nobody who is known are new. Of
/// several rows of one member the first counts. `jump_percent` is the guild's jump guard; a
/// change by a factor of about ten is suspicious without one too.
pub fn compare(before: &[Standing], now: &[Standing], jump_percent: Option<u32>) -> Comparison {
    let earlier = by_member(before);
    let later = by_member(now);
    let mut comparison = Comparison::default();
    for standing in now.iter().filter(|standing| standing.member.is_none()) {
        comparison.new.push(standing.clone());
    }
    for (member, standing) in &later {
        let Some(was) = earlier.get(member) else {
            comparison.new.push((*standing).clone());
            continue;
        };
        let change = change((*member).clone(), was, standing);
        match change.difference() {
            None => comparison.unknown.push(change),
            Some(0) => comparison.same.push(change),
            Some(_) => {
                comparison
                    .suspicious
                    .extend(suspicion(&change, jump_percent));
                comparison.changed.push(change);
            }
        }
    }
    let gone = earlier
        .iter()
        .filter(|(member, _)| !later.contains_key(*member));
    comparison.missing = gone.map(|(_, standing)| (*standing).clone()).collect();
    comparison.order();
    comparison
}

impl Comparison {
    fn order(&mut self) {
        let standing = |a: &Standing, b: &Standing| (&a.name, &a.member).cmp(&(&b.name, &b.member));
        let change = |a: &Change, b: &Change| (&a.name, &a.member).cmp(&(&b.name, &b.member));
        self.new.sort_by(standing);
        self.missing.sort_by(standing);
        for changes in [&mut self.changed, &mut self.same, &mut self.unknown] {
            changes.sort_by(change);
        }
        self.suspicious.sort_by(|a, b| {
            let drastic = factor(&b.change).cmp(&factor(&a.change));
            drastic.then_with(|| change(&a.change, &b.change))
        });
    }
}

/// The members of `standings`, each with its first row.
pub(super) fn by_member(standings: &[Standing]) -> BTreeMap<&Id, &Standing> {
    let mut members = BTreeMap::new();
    for standing in standings {
        if let Some(member) = &standing.member {
            members.entry(member).or_insert(standing);
        }
    }
    members
}

pub(super) fn change(member: Id, before: &Standing, now: &Standing) -> Change {
    Change {
        member,
        name: now.name.clone(),
        before: before.power,
        now: now.power,
        corrected: before.corrected || now.corrected,
    }
}

/// Why somebody should look at the change, if they should.
fn suspicion(change: &Change, jump_percent: Option<u32>) -> Option<Suspicion> {
    let (before, now) = change.before.zip(change.now)?;
    let jumps = || {
        let percent = change.percent()?;
        jump_percent.filter(|most| percent.reaches(*most))
    };
    let why = if tenfold(before, now) {
        Why::TenTimes
    } else if tenfold(now, before) {
        Why::ATenth
    } else {
        jumps().map(|_| Why::Jump)?
    };
    Some(Suspicion {
        change: change.clone(),
        why,
        digits: changed_digits(before, now),
    })
}

/// Whether `high` is about ten times `low`, which may have grown by a fifth beside it: a digit too
/// many, as of October 2025 (original.md section 4), whose outlier rule began at eight times.
pub(super) fn tenfold(low: i64, high: i64) -> bool {
    let (low, high) = (i128::from(low), i128::from(high));
    low > 0 && (low * 8..=low * 12).contains(&high)
}

/// The larger of the two powers over the smaller, to order by.
fn factor(change: &Change) -> Percent {
    let (before, now) = (change.before.unwrap_or(0), change.now.unwrap_or(0));
    Percent {
        before: before.min(now).max(1),
        now: before.max(now).max(1),
    }
}
