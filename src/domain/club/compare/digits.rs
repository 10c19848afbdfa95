//! Two numbers below each other, so that the eye finds what differs.

use crate::number::grouped;

/// Stands where the other number has a digit more.
const GAP: char = '·';

/// Two numbers below each other, and marks below the digits that differ: three lines of the same
/// number of characters, to be shown in a fixed-width font.
///
/// ```text
/// 298,297,518     209555551·
/// 293,297,518     2095555510
///   ^                      ^
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedDigits {
    /// The number before. Its thousands are separated where both have the same number of digits;
    /// otherwise it has a `·` where the other has a digit more.
    pub before: String,
    /// The number now, written likewise.
    pub now: String,
    /// A `^` below each digit that differs, and blanks.
    pub marks: String,
}

/// Lines up the digits of two powers: place by place when they have the same number of digits,
/// otherwise so that the fewest differ, a digit too many or too few standing alone.
pub fn changed_digits(before: i64, now: i64) -> ChangedDigits {
    let digits = |number: i64| number.to_string().chars().collect::<Vec<char>>();
    let (mut old, mut new) = (digits(before), digits(now));
    if old.len() == new.len() && (before < 0) == (now < 0) {
        old = grouped(before).chars().collect();
        new = grouped(now).chars().collect();
    } else {
        (old, new) = aligned(&old, &new);
    }
    let mark = |(old, new): (&char, &char)| if old == new { ' ' } else { '^' };
    ChangedDigits {
        marks: old.iter().zip(&new).map(mark).collect(),
        before: old.into_iter().collect(),
        now: new.into_iter().collect(),
    }
}

/// Both with gaps, so that as few places as possible differ; of equally good ways the one whose
/// gaps stand furthest to the right, where digits are most often read twice.
fn aligned(old: &[char], new: &[char]) -> (Vec<char>, Vec<char>) {
    // The fewest differences of what is left from here on.
    let mut left = vec![vec![0_usize; new.len() + 1]; old.len() + 1];
    for i in (0..=old.len()).rev() {
        for j in (0..=new.len()).rev() {
            left[i][j] = match (old.get(i), new.get(j)) {
                (Some(one), Some(other)) => {
                    let kept = left[i + 1][j + 1] + usize::from(one != other);
                    kept.min(left[i + 1][j] + 1).min(left[i][j + 1] + 1)
                }
                _ => old.len() - i + new.len() - j,
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let (mut above, mut below) = (Vec::new(), Vec::new());
    while i < old.len() || j < new.len() {
        match (old.get(i), new.get(j)) {
            (Some(one), Some(other))
                if left[i][j] == left[i + 1][j + 1] + usize::from(one != other) =>
            {
                above.push(*one);
                below.push(*other);
                i += 1;
                j += 1;
            }
            (Some(one), other) if other.is_none() || left[i][j] == left[i + 1][j] + 1 => {
                above.push(*one);
                below.push(GAP);
                i += 1;
            }
            (_, other) => {
                above.push(GAP);
                below.push(other.copied().unwrap_or(GAP));
                j += 1;
            }
        }
    }
    (above, below)
}
