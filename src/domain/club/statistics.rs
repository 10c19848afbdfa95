//! What a club's numbers come to: totals, ranks, movers, distribution.
//!
//! A power that is not known counts in no sum and no rank: it is never zero. In the earlier system
//! pushing one metric overwrote the other with zeros (original.md section 4).

use std::cmp::Ordering;
use std::collections::BTreeMap;

use slimy_store::Id;

use super::compare::{Change, Percent, Standing, by_member, change};
use super::measure::median;
use super::week::Week;

mod movers;
#[cfg(test)]
mod tests;

pub use movers::{By, Direction, History, Volatile, movers, volatile};

/// The most buckets of a distribution: what a phone shows side by side.
const BUCKETS: i64 = 12;

/// A metric's numbers in one week, and how they have changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statistics {
    /// Members on the roster.
    pub members: usize,
    /// Those whose power is known.
    pub with_power: usize,
    /// The sum of the powers that are known; none when none is.
    pub total: Option<i64>,
    /// Their mean, rounded down.
    pub average: Option<i64>,
    /// Their median; of an even count the mean of the middle two, rounded down.
    pub median: Option<i64>,
    /// The member with the highest power; of equal ones the first by name.
    pub top: Option<Standing>,
    /// What has changed since the week before; none when there is none.
    pub since: Option<Since>,
}

/// What has changed since an earlier week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Since {
    /// The totals of all whose power was known, then and now; none where either is not known. It
    /// moves with members who come and go, and with powers that are not known.
    pub total: Option<(i64, i64)>,
    /// The same of those alone whose power is known both times.
    pub alike: Option<(i64, i64)>,
    /// How many those are.
    pub alike_members: usize,
    /// Who was not there before, by name.
    pub new: Vec<Standing>,
    /// Who is not there any more, by name.
    pub departed: Vec<Standing>,
}

impl Statistics {
    /// The share of members whose power is known, in tenths of a percent, rounded down; none of an
    /// empty roster.
    pub fn known_tenths(&self) -> Option<usize> {
        (self.members > 0).then(|| self.with_power * 1_000 / self.members)
    }
}

impl Since {
    /// How the total has changed, in percent.
    pub fn total_percent(&self) -> Option<Percent> {
        self.total
            .and_then(|(before, now)| Percent::new(before, now))
    }

    /// How the power of those who are known both times has changed, in percent.
    pub fn alike_percent(&self) -> Option<Percent> {
        self.alike
            .and_then(|(before, now)| Percent::new(before, now))
    }
}

/// The statistics of `now`, and of what has changed since `previous`.
pub fn statistics(now: &[Standing], previous: Option<&[Standing]>) -> Statistics {
    let mut powers: Vec<i64> = now.iter().filter_map(|standing| standing.power).collect();
    powers.sort_unstable();
    let total = sum(powers.iter().copied());
    let count = i64::try_from(powers.len()).unwrap_or(i64::MAX);
    let top = leaderboard(now, None).into_iter().next();
    Statistics {
        members: now.len(),
        with_power: powers.len(),
        total,
        average: total.map(|total| total / count),
        median: median(&powers),
        top: top
            .filter(|first| first.rank.is_some())
            .map(|first| first.standing),
        since: previous.map(|previous| since(previous, now, total)),
    }
}

fn since(previous: &[Standing], now: &[Standing], total: Option<i64>) -> Since {
    let comparison = super::compare::compare(previous, now, None);
    let before = sum(previous.iter().filter_map(|standing| standing.power));
    let both: Vec<&Change> = comparison.changed.iter().chain(&comparison.same).collect();
    let alike_before = sum(both.iter().filter_map(|change| change.before));
    let alike_now = sum(both.iter().filter_map(|change| change.now));
    Since {
        total: before.zip(total),
        alike: alike_before.zip(alike_now),
        alike_members: both.len(),
        new: comparison.new,
        departed: comparison.missing,
    }
}

/// Their sum; none of none.
fn sum(powers: impl Iterator<Item = i64>) -> Option<i64> {
    powers.reduce(i64::saturating_add)
}

/// A member's place on the leaderboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ranked {
    /// From 1, equal powers sharing a rank and leaving out the next; none without a power.
    pub rank: Option<usize>,
    /// The rank before, where there was one.
    pub rank_before: Option<usize>,
    /// The member and the power.
    pub standing: Standing,
    /// How the power has changed, for members who were there before.
    pub change: Option<Change>,
}

/// Everyone by power, the highest first, equal ones by name; at the end those whose power is not
/// known.
pub fn leaderboard(now: &[Standing], previous: Option<&[Standing]>) -> Vec<Ranked> {
    let earlier: BTreeMap<&Id, (&Standing, Option<usize>)> = previous
        .map(|previous| {
            let ranks = ranks(previous).into_iter().rev();
            let members = ranks
                .filter_map(|(standing, rank)| Some((standing.member.as_ref()?, (standing, rank))));
            members.collect()
        })
        .unwrap_or_default();
    let ranked = ranks(now).into_iter().map(|(standing, rank)| {
        let before = standing.member.as_ref().and_then(|member| {
            let (was, rank) = earlier.get(member)?;
            Some((change(member.clone(), was, standing), *rank))
        });
        Ranked {
            rank,
            rank_before: before.as_ref().and_then(|(_, rank)| *rank),
            standing: standing.clone(),
            change: before.map(|(change, _)| change),
        }
    });
    ranked.collect()
}

fn ranks(standings: &[Standing]) -> Vec<(&Standing, Option<usize>)> {
    let mut order: Vec<&Standing> = standings.iter().collect();
    order.sort_by(|a, b| {
        let power = b.power.cmp(&a.power);
        power.then_with(|| (&a.name, &a.member).cmp(&(&b.name, &b.member)))
    });
    let rank = |standing: &Standing| {
        let power = standing.power?;
        Some(order.partition_point(|other| other.power > Some(power)) + 1)
    };
    order
        .iter()
        .map(|standing| (*standing, rank(standing)))
        .collect()
}

/// How many members have a power in a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bucket {
    /// The least power of the range.
    pub from: i64,
    /// Where it ends; this power is in the next one.
    pub to: i64,
    /// How many members.
    pub members: usize,
}

/// How the powers that are known are distributed: ranges of the same width next to each other, at
/// most 12 of them, the width and all limits being 1, 2 or 5 with zeros behind or multiples of
/// that. Empty when no power is known.
pub fn distribution(standings: &[Standing]) -> Vec<Bucket> {
    let powers: Vec<i64> = standings
        .iter()
        .filter_map(|standing| standing.power)
        .collect();
    let (Some(&least), Some(&most)) = (powers.iter().min(), powers.iter().max()) else {
        return Vec::new();
    };
    let bucket = |power: i64, width: i64| power.div_euclid(width);
    let fits = |width: &i64| {
        let span = i128::from(bucket(most, *width)) - i128::from(bucket(least, *width));
        span < i128::from(BUCKETS)
    };
    let width = widths().find(fits).unwrap_or(i64::MAX);
    let first = bucket(least, width);
    let buckets = (first..=bucket(most, width)).map(|place| Bucket {
        from: place.saturating_mul(width),
        to: place.saturating_add(1).saturating_mul(width),
        members: powers
            .iter()
            .filter(|power| bucket(**power, width) == place)
            .count(),
    });
    buckets.collect()
}

/// 1, 2, 5, 10, 20, 50, …
fn widths() -> impl Iterator<Item = i64> {
    let powers = std::iter::successors(Some(1_i64), |power| power.checked_mul(10));
    powers.flat_map(|power| {
        [1, 2, 5]
            .into_iter()
            .filter_map(move |times| power.checked_mul(times))
    })
}
