//! How much was done in a guild: by action, person and day.

use std::time::Duration;

use slimy_store::{
    Timestamp,
    audit::{self as store, StatsFilter},
    limits, users,
};

use super::look::{guild, named};
use crate::{
    Error, Services,
    rights::{Action, Actor},
};

const DAY: Duration = Duration::from_hours(24);

/// What is counted; what is none does not matter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counting {
    /// Discord's id of who did it.
    pub person: Option<String>,
    /// Exactly this action.
    pub action: Option<String>,
    /// How many days up to now.
    pub days: u32,
}

/// How many entries have something in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally<K> {
    /// What they have in common.
    pub key: K,
    /// How many.
    pub total: u64,
    /// Of those, how many did not work.
    pub failed: u64,
}

/// What was counted, the most frequent first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbers {
    /// How many entries.
    pub total: u64,
    /// Of those, how many did not work.
    pub failed: u64,
    /// By action.
    pub by_action: Vec<Tally<String>>,
    /// By Discord's id of the person; none for the program itself and who was erased.
    pub by_person: Vec<Tally<Option<String>>>,
    /// By UTC day, the earliest first; each day of the range.
    pub by_day: Vec<Tally<Timestamp>>,
    /// The first day that is counted, which its beginning stands for.
    pub from: Timestamp,
}

/// The longest range, in days.
pub const MOST_DAYS: u32 = 366;

const _: () = assert!(
    MOST_DAYS as usize == limits::STATISTICS_DAYS,
    "the store counts no longer range"
);

/// Counts the entries of the actor's guild. None for a person who is not known.
pub async fn numbers(
    services: &Services,
    actor: &Actor,
    counting: &Counting,
) -> Result<Option<Numbers>, Error> {
    let (guild_id, _) = guild(services, actor, Action::AuditRead).await?;
    let user_id = match &counting.person {
        None => None,
        Some(person) => match users::find_by_discord_id(&services.db, person).await? {
            Some(user) => Some(user.id),
            None => return Ok(None),
        },
    };
    let now = services.now();
    let days = counting.days.clamp(1, MOST_DAYS);
    // Whole days of UTC, which is how the store counts, and what has come of today.
    let today = now.datetime().date_naive().and_time(chrono::NaiveTime::MIN);
    let from = Timestamp::from(today.and_utc()) - DAY * (days - 1);
    let found = store::stats(
        &services.db,
        &StatsFilter {
            guild_id: Some(guild_id),
            user_id,
            action: counting.action.clone(),
            ..StatsFilter::between(from, now + Duration::from_micros(1))
        },
    )
    .await?;
    let keys = found.by_user.iter().filter_map(|count| count.key.clone());
    let people = named(services, keys).await?;
    let tally = |key, total, failed| Tally { key, total, failed };
    Ok(Some(Numbers {
        total: found.total,
        failed: found.failed,
        by_action: found
            .by_action
            .into_iter()
            .map(|one| Tally {
                key: one.key,
                total: one.total,
                failed: one.failed,
            })
            .collect(),
        by_person: found
            .by_user
            .into_iter()
            .map(|one| {
                let person = one.key.and_then(|id| people.get(&id).cloned());
                tally(person, one.total, one.failed)
            })
            .collect(),
        by_day: by_day(from, days, |day| {
            let found = found.by_day.iter().find(|one| one.key == day);
            found.map_or((0, 0), |one| (one.total, one.failed))
        }),
        from,
    }))
}

fn by_day(
    from: Timestamp,
    days: u32,
    of: impl Fn(Timestamp) -> (u64, u64),
) -> Vec<Tally<Timestamp>> {
    let all = (0..days).map(|number| {
        let key = from + DAY * number;
        let (total, failed) = of(key);
        Tally { key, total, failed }
    });
    all.collect()
}
