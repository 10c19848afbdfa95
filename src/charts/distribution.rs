//! How many members have how much.

use crate::canvas::{Anchor, Canvas, INK, QUIET, SERIES};
use crate::drawing::{Drawing, Fault};
use crate::frame::{self, INSIDE, MARGIN, RIGHT};
use crate::numbers::Numbers;
use crate::plot::{AXIS, BELOW, Plot};
use crate::scale::{Scale, coordinate, nice};
use crate::text::Type;

const COUNT: Type = Type::bold(32.0);

/// As many buckets as one chart can take.
const MAX_BUCKETS: usize = 40;

/// About so many buckets are made.
const WANTED: i128 = 8;

/// More growing buckets than this are not made; they are made ten times as wide instead.
const MAX_GROWING: usize = 16;

/// All values from `from` up to, and without, `to`. A bucket that ends at [`i64::MAX`] has its
/// end in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bucket {
    /// The lower edge.
    pub from: i64,
    /// The upper edge.
    pub to: i64,
    /// How many values are between them.
    pub count: u64,
}

/// How many values are in which bucket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Distribution {
    /// The heading.
    pub title: String,
    /// Below the heading; may be empty.
    pub subtitle: String,
    /// Adjoining buckets from low to high; see [`buckets`].
    pub buckets: Vec<Bucket>,
    /// What the edges are of, below the axis; may be empty.
    pub values: String,
    /// How numbers are written.
    pub numbers: Numbers,
}

impl Distribution {
    /// Draws it, or says why there is nothing to draw.
    pub fn draw(&self) -> Result<Drawing, Fault> {
        if self.buckets.iter().all(|bucket| bucket.count == 0) {
            return Err(Fault::Empty);
        }
        if self.buckets.len() > MAX_BUCKETS {
            return Err(Fault::TooMany { max: MAX_BUCKETS });
        }
        let mut canvas = Canvas::new();
        let top = frame::heading(&mut canvas, &self.title, &self.subtitle) + 48.0;
        let highest = self.buckets.iter().map(|bucket| bucket.count).max();
        let plot = Plot {
            left: MARGIN,
            right: RIGHT,
            top,
            bottom: top + 350.0,
            scale: Scale {
                low: 0,
                high: highest.unwrap_or(1).into(),
                step: 1,
            },
        };
        let column = INSIDE / coordinate(self.buckets.len());
        for (index, bucket) in self.buckets.iter().enumerate() {
            let left = MARGIN + coordinate(index) * column;
            draw_column(&mut canvas, &plot, (left, column), bucket.count);
        }
        canvas.rule((MARGIN, plot.bottom), (RIGHT, plot.bottom), 3.0, QUIET);
        self.edges(&mut canvas, &plot, column);
        let mut bottom = plot.bottom + BELOW;
        let values = AXIS.fit(&self.values, INSIDE);
        if !values.is_empty() {
            bottom += 40.0;
            let at = (f64::midpoint(MARGIN, RIGHT), bottom);
            canvas.text(at, (AXIS, QUIET), Anchor::Middle, &values);
        }
        Ok(canvas.finish(bottom + 24.0))
    }

    fn edges(&self, canvas: &mut Canvas, plot: &Plot, column: f64) {
        let from = self.buckets.first().map(|bucket| bucket.from);
        let edges = from
            .into_iter()
            .chain(self.buckets.iter().map(|bucket| bucket.to));
        let words: Vec<String> = edges.map(|edge| self.numbers.edge(edge)).collect();
        let labels: Vec<(f64, &str)> = words
            .iter()
            .enumerate()
            .map(|(index, words)| (MARGIN + coordinate(index) * column, words.as_str()))
            .collect();
        plot.positions(canvas, &labels);
    }
}

/// A column with its count on top, where there is room for it.
fn draw_column(canvas: &mut Canvas, plot: &Plot, (left, width): (f64, f64), count: u64) {
    if count == 0 {
        return;
    }
    let top = plot.y(count.into()).min(plot.bottom - 3.0);
    let gap = (width * 0.06).min(6.0);
    canvas.bar(
        (left + gap, top),
        (width - 2.0 * gap, plot.bottom - top),
        SERIES[0],
    );
    let words = count.to_string();
    if COUNT.width(&words) <= width {
        let at = (left + width / 2.0, top - 12.0);
        canvas.text(at, (COUNT, INK), Anchor::Middle, &words);
    }
}

/// Sorts values into buckets with round edges: about eight of one width, or, where that would
/// put most of the values into one of them, buckets that grow by 1, 2, 5, 10 and so on.
pub fn buckets(values: &[i64]) -> Vec<Bucket> {
    let (Some(low), Some(high)) = (values.iter().min(), values.iter().max()) else {
        return Vec::new();
    };
    let even = sort(values, &even_edges((*low).into(), (*high).into()));
    let fullest = even.iter().map(|bucket| bucket.count).max().unwrap_or(0);
    let is_lopsided = fullest * 10 > even.iter().map(|bucket| bucket.count).sum::<u64>() * 6;
    if *low > 0 && high / low >= 20 && is_lopsided {
        return sort(values, &growing_edges((*low).into(), (*high).into()));
    }
    even
}

/// Edges at equal distances, the last above `high`.
fn even_edges(low: i128, high: i128) -> Vec<i128> {
    let least = low.abs().max(high.abs()) / 100;
    let step = nice(((high - low + WANTED - 1) / WANTED).max(least));
    let first = low.div_euclid(step) * step;
    let count = (high - first) / step + 1;
    (0..=count).map(|index| first + index * step).collect()
}

/// Edges at 1, 2, 5 times the powers of ten, or at those alone, the last above `high`.
fn growing_edges(low: i128, high: i128) -> Vec<i128> {
    let of = |digits: &[i128]| {
        let powers = (0..20).map(|power| 10_i128.pow(power));
        let all: Vec<i128> = powers
            .flat_map(|power| digits.iter().map(move |digit| digit * power))
            .collect();
        let first = all.partition_point(|edge| *edge <= low).saturating_sub(1);
        let last = all.partition_point(|edge| *edge <= high);
        all[first..=last].to_vec()
    };
    let edges = of(&[1, 2, 5]);
    if edges.len() > MAX_GROWING + 1 {
        return of(&[1]);
    }
    edges
}

fn sort(values: &[i64], edges: &[i128]) -> Vec<Bucket> {
    let mut counts = vec![0; edges.len() - 1];
    for value in values {
        let above = edges.partition_point(|edge| *edge <= i128::from(*value));
        counts[above.saturating_sub(1).min(edges.len() - 2)] += 1;
    }
    edges
        .windows(2)
        .zip(counts)
        .map(|(edge, count)| Bucket {
            from: within(edge[0]),
            to: within(edge[1]),
            count,
        })
        .collect()
}

/// The outermost edges may lie beyond all values.
fn within(edge: i128) -> i64 {
    let edge = edge.clamp(i64::MIN.into(), i64::MAX.into());
    i64::try_from(edge).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn edges_are_round_and_even() {
        let values: Vec<i64> = (1..=80).map(|member| member * 1_000_000).collect();
        let edges: Vec<i64> = buckets(&values).iter().map(|bucket| bucket.from).collect();
        assert_eq!(
            edges,
            (0..9).map(|edge| edge * 10_000_000).collect::<Vec<_>>()
        );
    }

    #[test]
    fn a_few_giants_do_not_put_everyone_else_into_one_bucket() {
        let mut values: Vec<i64> = (1..=97).map(|member| member * 100_000).collect();
        values.extend([900_000_000, 2_000_000_000, 8_000_000_000]);
        let buckets = buckets(&values);
        assert!(
            buckets.iter().all(|bucket| bucket.count < 60),
            "{buckets:?}"
        );
        assert_eq!((buckets[0].from, buckets[0].to), (100_000, 200_000));
    }

    proptest! {
        #[test]
        fn every_value_is_in_one_of_few_adjoining_buckets(
            values in prop::collection::vec(any::<i64>(), 1..200),
        ) {
            let buckets = buckets(&values);
            prop_assert!(buckets.len() <= 22, "{} buckets", buckets.len());
            prop_assert!(buckets.windows(2).all(|pair| pair[0].to == pair[1].from));
            for bucket in &buckets {
                let inside = values.iter().filter(|value| {
                    (bucket.from..bucket.to).contains(value) || **value == i64::MAX && bucket.to == i64::MAX
                });
                prop_assert_eq!(inside.count() as u64, bucket.count);
            }
            let counted: u64 = buckets.iter().map(|bucket| bucket.count).sum();
            prop_assert_eq!(counted, values.len() as u64);
        }
    }
}
