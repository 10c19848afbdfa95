//! The numbers of a roster, and the summary that is written from them.

use slimy_roster::Metric;
use slimy_words::{Words, say};

use super::Row;

/// What a roster's rows come to. Values that could not be read count in none of the sums.
#[derive(Debug, Clone, PartialEq)]
pub struct Measures {
    /// Members found.
    pub members: usize,
    /// Members whose power was read.
    pub with_power: usize,
    /// The sum of the powers that were read.
    pub total: i64,
    /// Their mean, rounded down; none when nothing was read.
    pub average: Option<i64>,
    /// Their median; of an even count the mean of the middle two, rounded down.
    pub median: Option<i64>,
    /// The member with the highest power, and that power.
    pub top: Option<(String, i64)>,
    /// 0 to 1: the mean confidence of the rows, a row without a power counting as 0, times the
    /// share of the header's count that was found.
    pub confidence: f64,
}

/// Takes the measures of `rows`; `expected` is the header's count of members, when it is known.
pub fn measure(rows: &[Row], expected: Option<u32>) -> Measures {
    let mut powers: Vec<i64> = rows.iter().filter_map(|row| row.power).collect();
    powers.sort_unstable();
    let total = powers
        .iter()
        .fold(0_i64, |sum, power| sum.saturating_add(*power));
    let count = i64::try_from(powers.len()).unwrap_or(i64::MAX);
    let top = rows
        .iter()
        .filter_map(|row| row.power.map(|power| (row.name.clone(), power)))
        .max_by_key(|(_, power)| *power);
    Measures {
        members: rows.len(),
        with_power: powers.len(),
        total,
        average: (count > 0).then(|| total / count),
        median: median(&powers),
        top,
        confidence: confidence(rows, expected),
    }
}

/// How certain what was read is: the mean confidence of the rows whose power was read, 0 to 1, in
/// which nothing that is missing counts. None where no power was read.
pub fn read_confidence(rows: &[Row]) -> Option<f64> {
    let read = rows.iter().filter(|row| row.power.is_some());
    let (count, sum) = read.fold((0_u32, 0.0), |(count, sum), row| {
        (count + 1, sum + row.confidence)
    });
    (count > 0).then(|| (sum / f64::from(count)).clamp(0.0, 1.0))
}

/// The middle of powers in order; of an even count the mean of the middle two, rounded down.
pub(super) fn median(sorted: &[i64]) -> Option<i64> {
    let middle = sorted.len() / 2;
    let upper = *sorted.get(middle)?;
    if sorted.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = sorted[middle - 1];
    Some(lower + (upper - lower) / 2)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a roster has far fewer than 2^52 rows"
)]
fn confidence(rows: &[Row], expected: Option<u32>) -> f64 {
    if rows.is_empty() {
        return 0.0;
    }
    let sum: f64 = rows
        .iter()
        .map(|row| {
            if row.power.is_some() {
                row.confidence
            } else {
                0.0
            }
        })
        .sum();
    let found = match expected {
        Some(expected) if expected > 0 => (rows.len() as f64 / f64::from(expected)).min(1.0),
        _ => 1.0,
    };
    (sum / rows.len() as f64 * found).clamp(0.0, 1.0)
}

/// The summary in a sentence or two: "55 members, 512.3 M sim power, average 9.3 M, …".
pub fn summary(words: Words, metric: Metric, measures: &Measures) -> String {
    let mut parts = vec![say!(words, "club-members-count", count = measures.members)];
    if measures.with_power > 0 {
        let total = words.short(measures.total);
        parts.push(match metric {
            Metric::Sim => say!(words, "club-summary-sim", total = total),
            Metric::Total => say!(words, "club-summary-total", total = total),
        });
    }
    if let Some(average) = measures.average {
        let average = words.short(average);
        parts.push(say!(words, "club-summary-average", average = average));
    }
    if let Some(median) = measures.median {
        let median = words.short(median);
        parts.push(say!(words, "club-summary-median", median = median));
    }
    if let Some((name, power)) = &measures.top {
        let power = words.short(*power);
        parts.push(say!(words, "club-summary-top", name = name, power = power));
    }
    let parts = parts.join(&say!(words, "club-summary-between"));
    match measures.members - measures.with_power {
        0 => say!(words, "club-summary", parts = parts),
        unread => {
            let unread = say!(words, "club-summary-unread", count = unread);
            say!(
                words,
                "club-summary-and-unread",
                parts = parts,
                unread = unread
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str, power: Option<i64>) -> Row {
        Row {
            name: name.to_owned(),
            name_certain: true,
            power,
            last_seen: None,
            confidence: 1.0,
            corrected: false,
        }
    }

    #[test]
    fn unread_values_are_in_no_sum_and_the_summary_says_so() {
        let rows = [
            row("Ana", Some(3_000_000)),
            row("Bob", None),
            row("Cleo", Some(1_000_001)),
        ];
        let measures = measure(&rows, Some(3));
        assert_eq!(
            (measures.total, measures.average),
            (4_000_001, Some(2_000_000))
        );
        assert_eq!(
            summary(Words::ENGLISH, Metric::Sim, &measures),
            "3 members, 4.0 M sim power, average 2.0 M, median 2.0 M, top Ana with 3.0 M. \
             1 value could not be read."
        );
    }

    #[test]
    fn a_missing_member_and_an_unread_value_both_lower_the_confidence() {
        let rows = [row("Ana", Some(1)), row("Bob", None)];
        assert!((measure(&rows, Some(2)).confidence - 0.5).abs() < 1e-9);
        assert!((measure(&rows, Some(4)).confidence - 0.25).abs() < 1e-9);
        assert!((measure(&rows, None).confidence - 0.5).abs() < 1e-9);
    }

    #[test]
    fn what_is_missing_says_nothing_about_what_was_read() {
        let rows = [row("Ana", Some(1)), row("Bob", None)];
        assert_eq!(read_confidence(&rows), Some(1.0));
        assert_eq!(read_confidence(&rows[1..]), None);
    }

    #[test]
    fn nothing_read_gives_no_average_and_no_confidence() {
        let measures = measure(&[row("Ana", None)], None);
        assert_eq!(
            (measures.average, measures.median, measures.top.clone()),
            (None, None, None)
        );
        assert!(measures.confidence.abs() < 1e-9);
        assert_eq!(
            summary(Words::ENGLISH, Metric::Total, &measures),
            "1 member. 1 value could not be read."
        );
    }
}
