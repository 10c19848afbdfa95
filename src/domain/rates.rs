//! How often somebody may ask, and what becomes of those who ask more often.
//!
//! Everybody has a bucket for each [`Rate`], and so has every guild: it holds some at once and fills
//! up again bit by bit. Who finds it empty is told how long to wait, which costs the database
//! nothing: they are counted, and once a minute an entry of the audit log says how often that was.

mod bucket;
mod limits;
mod refused;
#[cfg(test)]
mod tests;
mod too_fast;

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use moka::{policy::EvictionPolicy, sync::Cache};
use slimy_store::Clock;

pub use limits::{Allowance, Rate};
pub use refused::write_refused;
pub use too_fast::TooFast;

use bucket::Bucket;
use refused::Refused;

/// How many buckets are kept; those that were used longest ago go first, and are full when they
/// come back.
const BUCKETS: u64 = 50_000;
/// After this long without use every bucket is full, so that it need not be kept.
const IDLE: Duration = Duration::from_mins(10);

/// Who asks, by Discord's ids: nothing has to be looked up for those who ask too often.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Caller {
    /// The person.
    pub person: u64,
    /// The guild where they ask; none in a direct message.
    pub guild: Option<u64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Who {
    Person(u64),
    Guild(u64),
}

/// Who may ask how often, in memory: a restart lets everybody ask at once. By itself everybody may
/// as often as they like.
#[derive(Debug, Default)]
pub struct Rates {
    limited: Option<Limited>,
    refused: Mutex<Refused>,
}

/// The buckets, and the clock that fills them.
struct Limited {
    buckets: Cache<(Who, Rate), Arc<Bucket>>,
    clock: Arc<dyn Clock>,
}

impl Rates {
    /// Everybody may as often as the table says; nobody has asked yet.
    pub fn limited(clock: Arc<dyn Clock>) -> Self {
        let buckets = Cache::builder()
            .max_capacity(BUCKETS)
            .time_to_idle(IDLE)
            // The usual policy keeps those who come often and would not take in the newest.
            .eviction_policy(EvictionPolicy::lru())
            .build();
        Self {
            limited: Some(Limited { buckets, clock }),
            ..Self::default()
        }
    }

    /// Lets `caller` use `name`, or says how long they have to wait. Who is refused takes nothing
    /// from their guild, and waits no longer for having asked.
    pub fn pass(&self, caller: Caller, rate: Rate, name: &'static str) -> Result<(), TooFast> {
        let Some(limited) = &self.limited else {
            return Ok(());
        };
        let passed = limited.take(caller, rate);
        if passed.is_err() {
            self.refused().count(caller, name, limited.clock.now());
        }
        passed
    }

    /// How many people were refused since that was last written.
    pub fn refused_people(&self) -> usize {
        self.refused().people()
    }

    fn refused(&self) -> MutexGuard<'_, Refused> {
        // The counts are whole after every statement.
        self.refused.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Limited {
    fn take(&self, caller: Caller, rate: Rate) -> Result<(), TooFast> {
        let own = self.bucket(Who::Person(caller.person), rate, rate.of_person());
        own.take().map_err(|wait| TooFast::Person { wait })?;
        let Some(guild) = caller.guild else {
            return Ok(());
        };
        let all = self.bucket(Who::Guild(guild), rate, rate.of_guild());
        all.take().map_err(|wait| TooFast::Guild { wait })
    }

    fn bucket(&self, who: Who, rate: Rate, allowance: Allowance) -> Arc<Bucket> {
        let full = || Arc::new(Bucket::full(allowance, Arc::clone(&self.clock)));
        self.buckets.get_with((who, rate), full)
    }
}

impl std::fmt::Debug for Limited {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Limited").finish_non_exhaustive()
    }
}
