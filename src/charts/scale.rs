//! Axes: round numbers that enclose what is shown, and where a value stands between them.

/// An axis of values from `low` to `high`, with a tick every `step`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Scale {
    pub(crate) low: i128,
    pub(crate) high: i128,
    pub(crate) step: i128,
}

impl Scale {
    /// An axis around the values with about `wanted` steps. Values that lie close together
    /// still get an axis with some height, and an axis of positive values stays above zero.
    pub(crate) fn around(lowest: i64, highest: i64, wanted: i128) -> Self {
        let (mut low, mut high) = (i128::from(lowest), i128::from(highest));
        // A change of a thousandth must not look like a landslide.
        let least = (low.abs().max(high.abs()) / 50).max(2);
        if high - low < least {
            let middle = i128::midpoint(low, high);
            let non_negative = low >= 0;
            (low, high) = (middle - least / 2, middle + (least + 1) / 2);
            if non_negative && low < 0 {
                (low, high) = (0, high - low);
            }
        }
        let step = nice((high - low + wanted - 1) / wanted);
        Self {
            low: low.div_euclid(step) * step,
            high: -(-high).div_euclid(step) * step,
            step,
        }
    }

    /// An axis from zero to at least `highest`.
    pub(crate) fn from_zero(highest: i64, wanted: i128) -> Self {
        Self::around(0, highest.max(1), wanted)
    }

    /// The values that are written at the axis, from the bottom up.
    pub(crate) fn ticks(&self) -> Vec<i128> {
        let count = (self.high - self.low) / self.step;
        (0..=count)
            .map(|index| self.low + index * self.step)
            .collect()
    }

    /// Where a value stands: 0 at the bottom, 1 at the top.
    pub(crate) fn share(&self, value: i128) -> f64 {
        share(value - self.low, self.high - self.low)
    }
}

/// The smallest of 1, 2, 2.5, 5 and 10 times a power of ten that is not below; whole numbers
/// only.
pub(crate) fn nice(least: i128) -> i128 {
    let mut power = 1;
    loop {
        for quarters in [4, 8, 10, 20] {
            let step = power * quarters;
            if step % 4 == 0 && step / 4 >= least {
                return step / 4;
            }
        }
        power *= 10;
    }
}

/// `part` of `whole` as a fraction; nothing of nothing is nothing.
#[expect(
    clippy::cast_precision_loss,
    reason = "a pixel is far coarser than what rounding loses"
)]
pub(crate) fn share(part: i128, whole: i128) -> f64 {
    if whole == 0 {
        return 0.0;
    }
    part as f64 / whole as f64
}

/// A count as a coordinate.
#[expect(clippy::cast_precision_loss, reason = "counts here are far below 2^52")]
pub(crate) fn coordinate(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn axes_end_on_round_numbers() {
        let scale = Scale::around(4_120_000, 9_870_000, 4);
        assert_eq!(
            (scale.low, scale.high, scale.step),
            (4_000_000, 10_000_000, 2_000_000)
        );
        assert_eq!(
            Scale::from_zero(0, 4),
            Scale {
                low: 0,
                high: 2,
                step: 1
            }
        );
    }

    #[test]
    fn nice_steps_are_whole() {
        assert_eq!(
            [1, 2, 3, 6, 11, 21, 26, 51].map(nice),
            [1, 2, 5, 10, 20, 25, 50, 100]
        );
    }

    proptest! {
        #[test]
        fn an_axis_encloses_its_values_with_few_ticks(a: i64, b: i64, wanted in 2_i128..8) {
            let scale = Scale::around(a.min(b), a.max(b), wanted);
            prop_assert!(scale.low <= i128::from(a.min(b)));
            prop_assert!(scale.high >= i128::from(a.max(b)));
            prop_assert!(scale.low < scale.high);
            let ticks = scale.ticks().len();
            prop_assert!((2..=12).contains(&ticks), "{ticks} ticks");
            prop_assert!(a.min(b) < 0 || scale.low >= 0);
        }
    }
}
