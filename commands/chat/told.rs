//! Who was told why they get no answer. A mention costs nothing, and what refuses it stands in the
//! channel for all to see.

use std::time::Duration;

use moka::{
    ops::compute::{CompResult, Op},
    policy::EvictionPolicy,
    sync::Cache,
};
use poise::serenity_prelude::UserId;
use slimy_domain::{Timestamp, UserError, chat::Fault};

/// How many are remembered; those who were told longest ago are forgotten first.
const REMEMBERED: u64 = 50_000;
/// What a guild does not allow does not change soon.
const RULES_EVERY: Duration = Duration::from_hours(1);
/// How one asks is said so often.
pub(super) const HELP_EVERY: Duration = Duration::from_mins(1);

/// Until when somebody is not told the same again, in memory.
#[derive(Debug, Clone)]
pub struct Told(Cache<(UserId, &'static str), Timestamp>);

impl Default for Told {
    fn default() -> Self {
        let told = Cache::builder().max_capacity(REMEMBERED);
        Self(told.eviction_policy(EvictionPolicy::lru()).build())
    }
}

impl Told {
    /// Whether the person is told this at `now`; if so, not again for so long.
    pub(super) fn pass(
        &self,
        who: UserId,
        what: &'static str,
        apart: Duration,
        now: Timestamp,
    ) -> bool {
        let entry = self.0.entry((who, what));
        let result = entry.and_compute_with(|until| match until {
            // A clock that was put back silences nobody for longer.
            Some(until) if now < *until.value() && now + apart >= *until.value() => Op::Nop,
            _ => Op::Put(now + apart),
        });
        !matches!(result, CompResult::Unchanged(_))
    }
}

/// For how long somebody is not told the same again in a guild; none of what they are told each
/// time.
pub(super) fn apart(error: &UserError) -> Option<Duration> {
    let UserError::Chat(fault) = error else {
        return None;
    };
    match fault {
        Fault::NotSetUp
        | Fault::SwitchedOff
        | Fault::NotInThisChannel
        | Fault::NotWithTheseRoles => Some(RULES_EVERY),
        Fault::CoolingDown { wait } => Some(*wait),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_micros(seconds * 1_000_000).unwrap()
    }

    #[test]
    fn a_person_is_told_once_and_after_a_while_again() {
        let told = Told::default();
        let [ana, bob] = [1, 2].map(UserId::new);
        let pass = |who, what, now| told.pass(who, what, Duration::from_mins(1), at(now));
        assert!(pass(ana, "chat_switched_off", 0));
        assert!(!pass(ana, "chat_switched_off", 59));
        assert!(pass(bob, "chat_switched_off", 59));
        assert!(pass(ana, "question_empty", 59));
        assert!(pass(ana, "chat_switched_off", 60));
        assert!(!pass(ana, "chat_switched_off", 61));
    }

    #[test]
    fn a_clock_that_was_put_back_silences_nobody() {
        let told = Told::default();
        let pass = |now| told.pass(UserId::new(1), "a", Duration::from_mins(1), at(now));
        assert!(pass(86_400));
        assert!(pass(0));
    }

    #[test]
    fn a_wait_is_said_once_and_rules_once_an_hour() {
        let wait = Duration::from_secs(20);
        let cooling = UserError::from(Fault::CoolingDown { wait });
        assert_eq!(apart(&cooling), Some(wait));
        assert_eq!(apart(&Fault::SwitchedOff.into()), Some(RULES_EVERY));
        assert_eq!(apart(&Fault::TooLong.into()), None);
        assert_eq!(apart(&UserError::NotInGuild), None);
    }
}
