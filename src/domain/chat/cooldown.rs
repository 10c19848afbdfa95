//! How soon after a question somebody may ask the next one.

use std::time::Duration;

use moka::{
    ops::compute::{CompResult, Op},
    policy::EvictionPolicy,
    sync::Cache,
};
use slimy_store::{Id, Timestamp};

use super::Fault;

/// How many people are remembered; those who asked longest ago are forgotten first.
const REMEMBERED: u64 = 50_000;

/// When each person last asked, in memory: a restart lets everybody ask at once.
#[derive(Debug)]
pub struct Cooldown {
    wait: Duration,
    asked: Cache<Id, Timestamp>,
}

impl Cooldown {
    /// Nobody asks twice within `wait`; zero is no cooldown.
    pub fn new(wait: Duration) -> Self {
        let asked = Cache::builder()
            .max_capacity(REMEMBERED)
            // The usual policy keeps those who come often and would not take in the newest.
            .eviction_policy(EvictionPolicy::lru())
            .build();
        Self { wait, asked }
    }

    /// Lets the person ask at `now`, or says how long they have to wait: [`Fault::CoolingDown`].
    /// Of two questions at once one passes. A refused one does not make the wait longer.
    pub fn pass(&self, user_id: &Id, now: Timestamp) -> Result<(), Fault> {
        if self.wait.is_zero() {
            return Ok(());
        }
        let entry = self.asked.entry_by_ref(user_id);
        let result = entry.and_compute_with(|last| {
            match last.and_then(|last| self.remaining(*last.value(), now)) {
                Some(_) => Op::Nop,
                None => Op::Put(now),
            }
        });
        match result {
            CompResult::Unchanged(last) => {
                let wait = self.remaining(*last.value(), now).unwrap_or_default();
                Err(Fault::CoolingDown { wait })
            }
            _ => Ok(()),
        }
    }

    /// How much of the wait is left. A clock that was put back keeps nobody out.
    fn remaining(&self, last: Timestamp, now: Timestamp) -> Option<Duration> {
        if now < last {
            return None;
        }
        let left = self.wait.checked_sub(now.since(last))?;
        (!left.is_zero()).then_some(left)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(millis: i64) -> Timestamp {
        Timestamp::from_micros(millis * 1_000).unwrap()
    }

    #[test]
    fn a_person_waits_and_nobody_else_does() {
        let cooldown = Cooldown::new(Duration::from_secs(3));
        let (one, other) = (Id::from("one".to_owned()), Id::from("other".to_owned()));
        assert_eq!(cooldown.pass(&one, at(0)), Ok(()));
        let wait = Duration::from_secs(1);
        assert_eq!(
            cooldown.pass(&one, at(2_000)),
            Err(Fault::CoolingDown { wait })
        );
        assert_eq!(cooldown.pass(&other, at(2_000)), Ok(()));
        assert_eq!(cooldown.pass(&one, at(3_000)), Ok(()));
        assert!(cooldown.pass(&one, at(3_000)).is_err());
    }

    #[test]
    fn a_clock_that_was_put_back_keeps_nobody_out() {
        let cooldown = Cooldown::new(Duration::from_secs(3));
        let one = Id::from("one".to_owned());
        assert_eq!(cooldown.pass(&one, at(86_400_000)), Ok(()));
        assert_eq!(cooldown.pass(&one, at(0)), Ok(()));
    }

    #[test]
    fn without_a_wait_everybody_asks_as_they_like() {
        let cooldown = Cooldown::new(Duration::ZERO);
        let one = Id::from("one".to_owned());
        assert_eq!(cooldown.pass(&one, at(0)), Ok(()));
        assert_eq!(cooldown.pass(&one, at(0)), Ok(()));
    }

    #[test]
    fn of_many_questions_at_once_one_passes() {
        let cooldown = Cooldown::new(Duration::from_secs(3));
        let one = Id::from("one".to_owned());
        let passed: usize = std::thread::scope(|scope| {
            let ask = || usize::from(cooldown.pass(&one, at(5)).is_ok());
            let asking: Vec<_> = (0..16).map(|_| scope.spawn(ask)).collect();
            asking.into_iter().map(|one| one.join().unwrap()).sum()
        });
        assert_eq!(passed, 1);
    }
}
