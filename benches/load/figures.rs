//! What is computed from what was measured.

use std::time::Duration;

/// One round of one bot.
#[derive(Debug, Clone, Default)]
pub(crate) struct Round {
    /// From when a person meant to ask until they saw the answer, of those who saw it; sorted.
    pub(crate) waits: Vec<Duration>,
    /// How many did not see what they should.
    pub(crate) failed: usize,
    /// From the first question to the last answer.
    pub(crate) took: Duration,
    /// What the bot's process computed meanwhile.
    pub(crate) computed: Duration,
}

impl Round {
    /// Answers in a second.
    pub(crate) fn rate(&self) -> f64 {
        self.answers() / self.took.as_secs_f64()
    }

    /// The bot's processor time for an answer, in µs.
    pub(crate) fn micros(&self) -> f64 {
        self.computed.as_secs_f64() * 1e6 / self.answers()
    }

    /// What so many percent of the people did not wait longer than, in ms; those without an answer
    /// waited without end.
    pub(crate) fn waited(&self, percent: usize) -> f64 {
        let everybody = self.waits.len() + self.failed;
        let rank = (everybody * percent).div_ceil(100).max(1);
        let wait = self.waits.get(rank - 1);
        wait.map_or(f64::INFINITY, |wait| wait.as_secs_f64() * 1e3)
    }

    fn answers(&self) -> f64 {
        u32::try_from(self.waits.len()).map_or(f64::INFINITY, f64::from)
    }
}

/// The middle one, or the mean of the two in the middle. None of none.
pub(crate) fn median(values: impl IntoIterator<Item = f64>) -> Option<f64> {
    let mut sorted: Vec<f64> = values.into_iter().collect();
    sorted.sort_unstable_by(f64::total_cmp);
    let upper = *sorted.get(sorted.len() / 2)?;
    if sorted.len() % 2 == 1 {
        return Some(upper);
    }
    Some(f64::midpoint(sorted[sorted.len() / 2 - 1], upper))
}

/// How many times as much processor time an answer takes as the other bot's, by rounds that lay
/// side by side: what slows both down in one of them does not count.
pub(crate) fn ratio(rounds: &[Round], beside: &[Round]) -> Option<f64> {
    let pairs = rounds.iter().zip(beside);
    median(pairs.map(|(round, other)| round.micros() / other.micros()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round(answers: u64, computed: Duration) -> Round {
        Round {
            waits: (1..=answers).map(Duration::from_millis).collect(),
            took: Duration::from_secs(2),
            computed,
            ..Round::default()
        }
    }

    #[track_caller]
    fn near(value: f64, wanted: f64) {
        assert!((value - wanted).abs() < 1e-9, "{value} is not {wanted}");
    }

    #[test]
    fn a_percentile_is_the_value_of_the_nearest_rank() {
        let hundred = round(100, Duration::ZERO);
        near(hundred.waited(50), 50.0);
        near(hundred.waited(99), 99.0);
        near(hundred.waited(100), 100.0);
        let three = round(3, Duration::ZERO);
        near(three.waited(50), 2.0);
        near(three.waited(99), 3.0);
        near(round(1, Duration::ZERO).waited(0), 1.0);
    }

    #[test]
    fn who_saw_no_answer_waited_without_end() {
        let mut round = round(98, Duration::ZERO);
        round.failed = 2;
        near(round.waited(98), 98.0);
        assert!(round.waited(99).is_infinite());
        assert!(Round::default().waited(50).is_infinite());
    }

    #[test]
    fn a_rate_and_a_cost_are_those_of_one_answer() {
        let round = round(1_000, Duration::from_millis(250));
        near(round.rate(), 500.0);
        near(round.micros(), 250.0);
    }

    #[test]
    fn a_median_does_not_depend_on_the_order_or_on_one_bad_round() {
        assert_eq!(median([3.0, 1.0, 900.0]), Some(3.0));
        assert_eq!(median([4.0, 2.0]), Some(3.0));
        assert_eq!(median([]), None);
    }

    #[test]
    fn a_ratio_compares_rounds_that_lay_side_by_side() {
        let costs = |all: &[u64]| -> Vec<Round> {
            let rounds = all.iter().map(|ms| round(100, Duration::from_millis(*ms)));
            rounds.collect()
        };
        // The machine was twice as slow in the second round, for both.
        let ratio = ratio(&costs(&[15, 30, 16]), &costs(&[10, 20, 10]));
        near(ratio.unwrap(), 1.5);
    }
}
