//! Posting what waits.

use std::time::Duration;

use futures_util::future::BoxFuture;
use slimy_store::{
    Timestamp,
    club::{self as store, Alert},
    guilds,
};
use slimy_words::Words;

use super::{Fault, News, corrupt};
use crate::{Error, Services, settings};

/// Alerts that one run posts; what is left waits for the next.
const AT_ONCE: usize = 50;

/// For how long an alert that is being posted is nobody else's. Discord answers within a minute.
const LEASE: Duration = Duration::from_mins(2);

/// The wait after the first failure; it doubles with each.
const FIRST_WAIT: Duration = Duration::from_mins(1);

/// The longest wait.
const LONGEST_WAIT: Duration = Duration::from_hours(1);

/// What could not be told within this time is not told any more.
const GIVE_UP_AFTER: Duration = Duration::from_hours(24);

/// What stands with an alert that nobody wanted any more when it was its turn.
pub(in crate::club) const SWITCHED_OFF: &str = "the alerts were switched off";

/// Who can post into a channel.
pub trait Announcer: Send + Sync {
    /// Posts `news` in the guild's words into the channel with this Discord id, when it is one of
    /// the guild with that Discord id: the settings are what somebody typed. `key` is the same for each attempt at
    /// the same news, at most 25 characters: what arrived before is not shown twice.
    fn post<'a>(
        &'a self,
        guild: &'a str,
        channel: &'a str,
        key: &'a str,
        words: Words,
        news: &'a News,
    ) -> BoxFuture<'a, Result<(), Fault>>;
}

/// Posts what is due. What fails is tried again for a day, with longer and longer waits. Of
/// several programs one posts each. Gives how many were posted.
pub async fn deliver(services: &Services, announcer: &dyn Announcer) -> Result<usize, Error> {
    let mut posted = 0;
    for alert in store::due_alerts(&services.db, services.now(), AT_ONCE).await? {
        let now = services.now();
        if store::claim_alert(&services.db, &alert, now + LEASE, now).await? {
            posted += usize::from(post(services, announcer, &alert).await?);
        }
    }
    Ok(posted)
}

async fn post(
    services: &Services,
    announcer: &dyn Announcer,
    alert: &Alert,
) -> Result<bool, Error> {
    let settings = settings::read(services, &alert.guild_id).await?;
    let words = settings.words();
    let Some(channel) = settings.club.alerts.channel else {
        // Nobody wants it any more.
        give_up(services, alert, SWITCHED_OFF).await?;
        return Ok(false);
    };
    let news: News = match serde_json::from_value(alert.payload.0.clone()) {
        Ok(news) => news,
        Err(error) => {
            // A later release's, perhaps; it would stay unread for ever.
            let error = crate::chain(&corrupt(error));
            tracing::error!(alert = %alert.id, error, "an alert cannot be read");
            give_up(services, alert, Fault::Unreadable.kept()).await?;
            return Ok(false);
        }
    };
    let Some(guild) = guilds::find(&services.db, &alert.guild_id).await? else {
        give_up(services, alert, Fault::GuildGone.kept()).await?;
        return Ok(false);
    };
    let guild = guild.discord_id;
    match announcer
        .post(&guild, &channel, alert.id.as_str(), words, &news)
        .await
    {
        Ok(()) => {
            store::alert_posted(&services.db, &alert.id, services.now()).await?;
            Ok(true)
        }
        Err(fault) => {
            put_off(services, alert, &fault).await?;
            Ok(false)
        }
    }
}

async fn give_up(services: &Services, alert: &Alert, why: &str) -> Result<(), Error> {
    store::alert_failed(&services.db, &alert.id, why, None, services.now()).await?;
    Ok(())
}

async fn put_off(services: &Services, alert: &Alert, fault: &Fault) -> Result<(), Error> {
    let now = services.now();
    let next = next_attempt(alert, now);
    let error = fault.kept();
    if next.is_none() {
        tracing::warn!(alert = %alert.id, error, "an alert was given up after a day");
    }
    store::alert_failed(&services.db, &alert.id, error, next, now).await?;
    Ok(())
}

/// When an alert that failed at `now` is tried again; none once a day is over.
pub(super) fn next_attempt(alert: &Alert, now: Timestamp) -> Option<Timestamp> {
    let doublings = u32::try_from(alert.attempts.clamp(0, 16)).unwrap_or(0);
    let wait = FIRST_WAIT.saturating_mul(1 << doublings).min(LONGEST_WAIT);
    let next = now + wait;
    (next <= alert.created_at + GIVE_UP_AFTER).then_some(next)
}
