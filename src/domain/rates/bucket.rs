//! One bucket: `governor`'s, over the clock that is handed in.

use std::{
    num::NonZeroU32,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use governor::{
    Quota, RateLimiter,
    clock::Clock as Clocklike,
    middleware::NoOpMiddleware,
    state::{InMemoryState, NotKeyed},
};
use slimy_store::Clock;

use super::Allowance;

type Limiter = RateLimiter<NotKeyed, InMemoryState, Time, NoOpMiddleware<Duration>>;

/// What one person, or one guild, may take of one kind.
pub(super) struct Bucket {
    allowance: Allowance,
    time: Time,
    limiter: Mutex<Limiter>,
}

impl Bucket {
    /// With all that it can hold.
    pub(super) fn full(allowance: Allowance, clock: Arc<dyn Clock>) -> Self {
        let time = Time(clock);
        Self {
            allowance,
            limiter: Mutex::new(limiter(allowance, time.clone())),
            time,
        }
    }

    /// Takes one, or says how long until there is one.
    pub(super) fn take(&self) -> Result<(), Duration> {
        // It is whole between its calls.
        let mut limiter = self.limiter.lock().unwrap_or_else(PoisonError::into_inner);
        let Err(refused) = limiter.check() else {
            return Ok(());
        };
        let wait = refused.wait_time_from(self.time.now());
        if wait <= self.allowance.one_more {
            return Err(wait);
        }
        // Nobody has to wait that long but when the clock was put back, which keeps nobody out.
        *limiter = self::limiter(self.allowance, self.time.clone());
        limiter.check().map_err(|_| self.allowance.one_more)
    }
}

fn limiter(allowance: Allowance, time: Time) -> Limiter {
    let at_once = NonZeroU32::new(allowance.at_once).unwrap_or(NonZeroU32::MIN);
    // None is a period of zero, which the table has not.
    let quota = Quota::with_period(allowance.one_more).unwrap_or(Quota::per_second(at_once));
    RateLimiter::direct_with_clock(quota.allow_burst(at_once), time)
}

/// Our clock as `governor` takes it: the time since 1970.
#[derive(Clone)]
struct Time(Arc<dyn Clock>);

impl Clocklike for Time {
    type Instant = Duration;

    fn now(&self) -> Duration {
        Duration::from_micros(u64::try_from(self.0.now().micros()).unwrap_or_default())
    }
}
