//! Who has risen, who has fallen, and whose power swings.

use super::{Change, Id, Ordering, Percent, Standing, Week, by_member, change};

/// Deviations below this are rounding in the sums.
const NOISE: f64 = 1e-9;

/// Which movers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Who has more than before.
    Up,
    /// Who has less.
    Down,
}

/// What counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The difference of the powers.
    Absolute,
    /// The difference in percent of what it was.
    Percent,
}

/// Everyone whose power is known both times and has gone this way, the most first, equal ones by
/// name. What has risen from zero has risen the most by percent. Swapping the two weeks gives the
/// movers of the other direction in the same order.
pub fn movers(before: &[Standing], now: &[Standing], direction: Direction, by: By) -> Vec<Change> {
    let (earlier, later) = (by_member(before), by_member(now));
    let both = later.iter().filter_map(|(member, standing)| {
        let was = earlier.get(member)?;
        Some(change((*member).clone(), was, standing))
    });
    let mut movers: Vec<(i64, i64, Change)> = both
        .filter_map(|change| {
            let (low, high) = match direction {
                Direction::Up => (change.before?, change.now?),
                Direction::Down => (change.now?, change.before?),
            };
            (low < high).then_some((low, high, change))
        })
        .collect();
    movers.sort_by(|a, b| {
        let least_first = match by {
            By::Absolute => a.1.abs_diff(a.0).cmp(&b.1.abs_diff(b.0)),
            By::Percent => times((a.0, a.1), (b.0, b.1)),
        };
        let name = (&a.2.name, &a.2.member).cmp(&(&b.2.name, &b.2.member));
        least_first.reverse().then(name)
    });
    movers.into_iter().map(|(_, _, change)| change).collect()
}

/// Compares how many times the second power is the first; of zero it is the most.
fn times(one: (i64, i64), other: (i64, i64)) -> Ordering {
    match (one.0 <= 0, other.0 <= 0) {
        (true, true) => Ordering::Equal,
        (true, false) => Ordering::Greater,
        (false, true) => Ordering::Less,
        (false, false) => Percent::new(one.0, one.1).cmp(&Percent::new(other.0, other.1)),
    }
}

/// What is known of a member over time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History {
    /// `club_members.id`.
    pub member: Id,
    /// The name to show.
    pub name: String,
    /// The power of each week, in any order; none where it is not known.
    pub powers: Vec<(Week, Option<i64>)>,
}

/// A member whose power swings.
#[derive(Debug, Clone, PartialEq)]
pub struct Volatile {
    /// `club_members.id`.
    pub member: Id,
    /// The name to show.
    pub name: String,
    /// The standard deviation of the changes from week to week: in power, or in percent.
    pub deviation: f64,
    /// How many changes it is of, at least two.
    pub changes: usize,
}

/// Everyone whose power has swung, the most first, equal ones by name. It is measured as the
/// standard deviation of the changes from one week to the next, so that steady growth is none;
/// weeks without a known power make no change, and a member needs two changes.
pub fn volatile(histories: &[History], by: By) -> Vec<Volatile> {
    let mut found: Vec<Volatile> = histories
        .iter()
        .filter_map(|history| {
            let changes = weekly(history, by);
            let deviation = deviation(&changes)?;
            (deviation > NOISE).then(|| Volatile {
                member: history.member.clone(),
                name: history.name.clone(),
                deviation,
                changes: changes.len(),
            })
        })
        .collect();
    found.sort_by(|a, b| {
        let most_first = b.deviation.total_cmp(&a.deviation);
        most_first.then_with(|| (&a.name, &a.member).cmp(&(&b.name, &b.member)))
    });
    found
}

/// The changes from each week to the next one.
#[expect(
    clippy::cast_precision_loss,
    reason = "a measure of swings does not need the sixteenth digit"
)]
fn weekly(history: &History, by: By) -> Vec<f64> {
    let mut powers = history.powers.clone();
    powers.sort_unstable();
    powers.dedup_by_key(|(week, _)| *week);
    let pairs = powers.windows(2).filter_map(|pair| {
        let [(first, before), (second, now)] = pair else {
            return None;
        };
        let (before, now) = before.zip(*now)?;
        (second.since(*first) == 1).then_some((before, now))
    });
    let changes = pairs.filter_map(|(before, now)| {
        let difference = now as f64 - before as f64;
        match by {
            By::Absolute => Some(difference),
            By::Percent => (before > 0).then(|| difference / before as f64 * 100.0),
        }
    });
    changes.collect()
}

/// The standard deviation of at least two numbers.
#[expect(clippy::cast_precision_loss, reason = "there are few weeks")]
fn deviation(changes: &[f64]) -> Option<f64> {
    if changes.len() < 2 {
        return None;
    }
    let count = changes.len() as f64;
    let mean = changes.iter().sum::<f64>() / count;
    let squares = changes.iter().map(|change| (change - mean).powi(2));
    Some((squares.sum::<f64>() / count).sqrt())
}
