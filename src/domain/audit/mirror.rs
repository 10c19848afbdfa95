//! Posting a guild's entries into its audit channel: bundled, at most once in some seconds, and
//! with the newest head of the chain, so that it shows when somebody cuts off the end.
//!
//! Nothing waits for it. It goes by the chain: a program that stops goes on where the last post
//! ended, and of several programs one posts each.

mod leg;

use std::time::Duration;

use futures_util::future::BoxFuture;
use sha2::{Digest as _, Sha256};
use slimy_store::{
    Id, Timestamp, Tx,
    audit::{
        self as store, Mark,
        mirror::{Mirror, Placed, Settled},
    },
    guilds,
};
use slimy_words::Words;

use self::leg::Leg;
use super::look::{Line, people};
use crate::{Error, Services, settings::GuildSettings};

/// A guild is told at most once in this time.
const PACE: Duration = Duration::from_secs(5);
/// A head that moved is posted at least so often, whatever is mirrored.
const HEAD_EVERY: Duration = Duration::from_hours(24);
/// For how long a guild that is being told is nobody else's. Discord answers within a minute.
const LEASE: Duration = Duration::from_mins(2);
/// Entries of which one message tells.
const AT_ONCE: usize = 500;
/// Entries that a message names; of the rest it says how many they are.
const NAMED: usize = 20;
/// The wait after the first failure; it doubles with each.
const FIRST_WAIT: Duration = Duration::from_secs(10);
/// The longest wait.
const LONGEST_WAIT: Duration = Duration::from_hours(1);
/// After so many failures what waits is only counted: about three hours.
const TRIES: i64 = 12;
/// The same for a channel that is told nothing after that, since the next one waits for it: about
/// three minutes.
const LAST_TRIES: i64 = 5;

/// What a guild's audit channel is told.
#[derive(Debug, Clone, PartialEq)]
pub struct Bundle {
    /// The first entries, the oldest first.
    pub lines: Vec<Line>,
    /// How many more there are.
    pub more: u64,
    /// How many could not be told at all.
    pub missed: u64,
    /// Where the chain stands.
    pub head: Mark,
    /// In what language.
    pub words: Words,
}

/// Who can post into a channel.
pub trait Poster: Send + Sync {
    /// Posts `bundle` into the channel with this Discord id, when it is one of the guild with that
    /// Discord id. `key` is the same for each attempt at the same bundle, at most 25 characters.
    fn post<'a>(
        &'a self,
        guild: &'a str,
        channel: &'a str,
        key: &'a str,
        bundle: &'a Bundle,
    ) -> BoxFuture<'a, Result<(), String>>;
}

/// Begins the posts when the channel is set, and has the one that it was told of it when it is changed
/// or taken away; part of the change of settings.
pub async fn on_settings(
    tx: &mut Tx,
    guild_id: &Id,
    (before, after): (&GuildSettings, &GuildSettings),
    now: Timestamp,
) -> Result<(), Error> {
    match (&before.audit.channel, &after.audit.channel) {
        (None, Some(_)) => store::mirror::begin(tx, guild_id, now).await?,
        (Some(before), after) if after.as_ref() != Some(before) => {
            store::mirror::turn(tx, guild_id, now).await?;
        }
        _ => {}
    }
    Ok(())
}

/// Tells every guild what is due. Gives how many messages were posted.
pub async fn deliver(services: &Services, poster: &dyn Poster) -> Result<usize, Error> {
    let mut told = 0;
    let now = services.now();
    for mirror in store::mirror::due(&services.db, now, now - HEAD_EVERY).await? {
        let now = services.now();
        let until = now + LEASE;
        if store::mirror::claim(&services.db, &mirror, until, now).await? {
            told += usize::from(one(services, poster, &mirror, until).await?);
        }
    }
    Ok(told)
}

async fn one(
    services: &Services,
    poster: &dyn Poster,
    mirror: &Mirror,
    until: Timestamp,
) -> Result<bool, Error> {
    let guild_id = Id::from(mirror.chain.as_str());
    let guild = guilds::find(&services.db, &guild_id).await?;
    // Not through the cache: what another process has just switched on must not be switched off.
    let settings = guild.as_ref().map(GuildSettings::of).unwrap_or_default();
    let leg = if guild.is_some() {
        let channel = settings.audit.channel.as_ref();
        Leg::next(services, &mirror.chain, mirror.seq, channel).await?
    } else {
        Leg::of_nobody(mirror.seq)
    };
    let (Some(guild), Some(channel)) = (guild, &leg.channel) else {
        // Nobody wants it any more; whoever wants it again meanwhile has taken the turn away.
        let over = Settled {
            seq: mirror.seq,
            posted: None,
            missed: 0,
            attempts: 0,
            due_at: Timestamp::FAR_FUTURE,
        };
        settle(services, mirror, until, over).await?;
        return Ok(false);
    };
    // The head first: what comes between the two is told the next time.
    let head = store::head(&services.db, &mirror.chain).await?;
    let Some(head) = head.as_ref().map(store::mirror::mark_of) else {
        return Ok(false);
    };
    let mut entries =
        store::mirror::entries_after(&services.db, &mirror.chain, leg.after, AT_ONCE).await?;
    entries.retain(|one| leg.holds(one));
    // Without any there are none up to there: they were archived.
    let seq = entries
        .last()
        .map_or_else(|| leg.last.unwrap_or(head.seq), |last| last.seq);
    let now = services.now();
    let wanted = wanted(entries, &leg, &settings);
    let head_is_due = mirror.head_at.is_none_or(|at| at + HEAD_EVERY <= now)
        && mirror.head_seq.is_none_or(|posted| posted < head.seq);
    if wanted.is_empty() && mirror.missed == 0 && !head_is_due {
        settle(
            services,
            mirror,
            until,
            Settled {
                seq,
                posted: None,
                missed: 0,
                attempts: 0,
                due_at: now,
            },
        )
        .await?;
        return Ok(false);
    }
    let count = wanted.len() as u64;
    let bundle = bundle(services, mirror, &leg, wanted, head, settings.words()).await?;
    let key = key(mirror, seq, &bundle.head);
    let sent = poster.post(&guild.discord_id, channel, &key, &bundle).await;
    let now = services.now();
    let settled = match &sent {
        Ok(()) => Settled {
            seq,
            posted: Some((bundle.head.clone(), now)),
            missed: 0,
            attempts: 0,
            // Another channel was told nothing yet.
            due_at: if leg.ends_with(seq) { now } else { now + PACE },
        },
        Err(why) => {
            let attempts = mirror.attempts + 1;
            tracing::info!(guild = %guild_id, attempts, why, "an audit channel was not told");
            put_off(mirror, &leg, (seq, count), attempts, now)
        }
    };
    settle(services, mirror, until, settled).await?;
    Ok(sent.is_ok())
}

/// Tried again later, or counted as missed where that was tried often.
fn put_off(
    mirror: &Mirror,
    leg: &Leg,
    (seq, count): (i64, u64),
    attempts: i64,
    now: Timestamp,
) -> Settled {
    let is_last = leg.last.is_some();
    let gives_up = attempts >= if is_last { LAST_TRIES } else { TRIES };
    let count = i64::try_from(count).unwrap_or(0);
    let doublings = u32::try_from(mirror.attempts.clamp(0, 16)).unwrap_or(0);
    let wait = FIRST_WAIT.saturating_mul(1 << doublings).min(LONGEST_WAIT);
    // The next channel is not the one that could not be told.
    let is_over = gives_up && leg.ends_with(seq);
    Settled {
        seq: if gives_up { seq } else { mirror.seq },
        posted: None,
        missed: mirror.missed + if gives_up { count } else { 0 },
        attempts: if is_over { 0 } else { attempts },
        due_at: if is_over { now } else { now + wait },
    }
}

async fn bundle(
    services: &Services,
    mirror: &Mirror,
    leg: &Leg,
    wanted: Vec<Placed>,
    head: Mark,
    words: Words,
) -> Result<Bundle, Error> {
    let more = wanted.len().saturating_sub(NAMED) as u64;
    let named: Vec<_> = leg.named(wanted, NAMED);
    let people = people(services, named.iter()).await?;
    let line = |entry: slimy_store::audit::AuditEntry| Line {
        person: entry
            .user_id
            .as_ref()
            .and_then(|id| people.get(id).cloned()),
        entry,
    };
    Ok(Bundle {
        lines: named.into_iter().map(line).collect(),
        more,
        missed: mirror.missed.unsigned_abs(),
        head,
        words,
    })
}

async fn settle(
    services: &Services,
    mirror: &Mirror,
    until: Timestamp,
    settled: Settled,
) -> Result<(), Error> {
    let (db, now) = (&services.db, services.now());
    if !store::mirror::settle(db, &mirror.chain, until, &settled, now).await? {
        // It took so long that another has begun anew.
        tracing::warn!(guild = mirror.chain, "an audit channel may be told twice");
    }
    Ok(())
}

/// Those of the chosen actions, and those that are always told.
fn wanted(entries: Vec<Placed>, leg: &Leg, settings: &GuildSettings) -> Vec<Placed> {
    let is_chosen =
        |one: &Placed| leg.always_tells(one) || settings.audit.mirrors(&one.entry.action);
    entries.into_iter().filter(is_chosen).collect()
}

/// The same for each attempt at the same bundle, and another for any other: Discord shows nothing
/// under a key that it knows. At most 25 characters.
fn key(mirror: &Mirror, seq: i64, head: &Mark) -> String {
    let (chain, from, missed) = (&mirror.chain, mirror.seq, mirror.missed);
    let what = format!("{chain} {from} {seq} {} {missed}", head.seq);
    let mut key = hex::encode(Sha256::digest(what));
    key.truncate(25);
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bundle_that_has_grown_has_another_key() {
        let mirror = Mirror {
            chain: "cmwrt8afl00067d2zeeb71pqc".to_owned(),
            seq: 5,
            head_seq: None,
            head_hash: None,
            head_at: None,
            missed: 0,
            attempts: 0,
            due_at: Timestamp::from_micros(0).unwrap(),
        };
        let head = |seq| Mark {
            seq,
            hash: String::new(),
        };
        let first = key(&mirror, 9, &head(9));
        assert_eq!(first, key(&mirror, 9, &head(9)));
        assert_ne!(first, key(&mirror, 12, &head(12)));
        assert_ne!(first, key(&mirror, 9, &head(12)));
        assert!(first.len() <= 25);
    }

    #[test]
    fn what_cannot_be_posted_waits_longer_each_time_and_is_counted_in_the_end() {
        let now = Timestamp::from_micros(0).unwrap();
        let mirror = |attempts| Mirror {
            chain: "cmwrt8afl00067d2zeeb71pqc".to_owned(),
            seq: 5,
            head_seq: None,
            head_hash: None,
            head_at: None,
            missed: 2,
            attempts,
            due_at: now,
        };
        let leg = |last| Leg {
            last,
            ..Leg::of_nobody(5)
        };
        let first = put_off(&mirror(0), &leg(None), (9, 3), 1, now);
        assert_eq!(
            (first.seq, first.missed, first.due_at),
            (5, 2, now + FIRST_WAIT)
        );
        let last = put_off(&mirror(TRIES - 1), &leg(None), (9, 3), TRIES, now);
        assert_eq!(
            (last.seq, last.missed, last.due_at),
            (9, 5, now + LONGEST_WAIT)
        );
        // A channel that is told nothing more keeps the next one waiting for some minutes.
        let last = put_off(&mirror(4), &leg(Some(9)), (9, 3), LAST_TRIES, now);
        assert_eq!((last.seq, last.missed, last.attempts), (9, 5, 0));
        assert_eq!(last.due_at, now);
    }
}
