//! How often and when a request that failed is sent again.

use std::time::Duration;

use crate::Failure;

/// Exponential backoff with full jitter: the n-th wait is a random part of `first` doubled n times,
/// as <https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/> finds best.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retries {
    /// How often it is sent in all.
    pub tries: u32,
    /// The most that the first wait takes.
    pub first: Duration,
    /// The longest wait. A provider that wants a longer one is not asked again.
    pub longest: Duration,
}

impl Default for Retries {
    /// Three tries, half a second, eight seconds: a person waits for the answer.
    fn default() -> Self {
        Self {
            tries: 3,
            first: Duration::from_millis(500),
            longest: Duration::from_secs(8),
        }
    }
}

impl Retries {
    /// How long to wait after the failure of try number `made` (from 1), or none when it is not
    /// sent again. `jitter` is a random number from 0 to 1.
    ///
    /// What the provider says is honoured: never earlier, and a little later each, so that not all
    /// come back in the same moment.
    pub fn wait(&self, made: u32, failure: &Failure, jitter: f64) -> Option<Duration> {
        if made >= self.tries || !failure.kind.passes() {
            return None;
        }
        let doubled = 1_u32
            .checked_shl(made.saturating_sub(1))
            .unwrap_or(u32::MAX);
        let most = self.first.saturating_mul(doubled).min(self.longest);
        let jitter = if jitter.is_finite() {
            jitter.clamp(0.0, 1.0)
        } else {
            1.0
        };
        let wait = most.mul_f64(jitter);
        match failure.retry_after {
            Some(asked) if asked > self.longest => None,
            Some(asked) => Some(asked + wait.min(self.first)),
            None => Some(wait),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::FailureKind;

    fn overloaded(retry_after: Option<Duration>) -> Failure {
        Failure {
            retry_after,
            ..Failure::new(FailureKind::Overloaded, "")
        }
    }

    #[test]
    fn a_request_is_sent_three_times_at_most() {
        let retries = Retries::default();
        let failure = overloaded(None);
        assert!(retries.wait(1, &failure, 0.5).is_some());
        assert!(retries.wait(2, &failure, 0.5).is_some());
        assert_eq!(retries.wait(3, &failure, 0.5), None);
    }

    #[test]
    fn what_will_not_pass_is_not_sent_again() {
        let refused = Failure::new(FailureKind::KeyRefused, "");
        assert_eq!(Retries::default().wait(1, &refused, 0.5), None);
    }

    #[test]
    fn a_provider_that_wants_long_is_not_waited_for() {
        let failure = overloaded(Some(Duration::from_mins(1)));
        assert_eq!(Retries::default().wait(1, &failure, 0.5), None);
    }

    proptest! {
        #[test]
        fn no_wait_is_shorter_than_asked_or_longer_than_the_bounds(
            made in 1u32..3,
            asked in proptest::option::of(0u64..8_000),
            jitter in proptest::num::f64::ANY,
        ) {
            let retries = Retries::default();
            let asked = asked.map(Duration::from_millis);
            let wait = retries.wait(made, &overloaded(asked), jitter).unwrap();
            prop_assert!(wait >= asked.unwrap_or_default());
            prop_assert!(wait <= retries.longest + retries.first);
        }
    }
}
