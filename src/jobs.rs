//! What happens on a timer.

use std::{sync::Arc, time::Duration};

use poise::{
    BoxFuture,
    serenity_prelude::{self as serenity, GuildId, Http, HttpError},
};
use slimy_domain::{
    Services,
    audit::mirror::{self, Poster},
    chain, chat,
    club::{
        self,
        alerts::{self, Announcer, Reminded},
    },
    guild::Presence,
    rates, upkeep,
};
use tokio::time::{Instant, Interval, MissedTickBehavior};
use tokio_util::sync::CancellationToken;

/// How often drafts whose time is over are let run out. A press on one that has run out is
/// refused in any case; this only tidies up.
const EXPIRE_DRAFTS_EVERY: Duration = Duration::from_mins(1);

/// How often analyses of a release without weeks are given theirs. There is nothing to do but
/// right after an upgrade, and when one could not be.
const ADOPT_EVERY: Duration = Duration::from_hours(1);

/// How often what was deleted long ago is taken away for good.
const PURGE_EVERY: Duration = Duration::from_hours(1);

/// How often it is looked for chat that is older than its guild keeps it, and for guilds whose
/// data has been kept for long enough since the bot was removed.
const EXPIRE_EVERY: Duration = Duration::from_hours(1);

/// How often the use of indexes is looked at. What SQLite can tell comes from the statements that
/// have run so far, so not at the start.
const ADVISE_EVERY: Duration = Duration::from_hours(24);

/// How often a club's news are posted that wait.
const POST_ALERTS_EVERY: Duration = Duration::from_secs(5);

/// How often it is looked for audit entries that are mirrored.
const MIRROR_EVERY: Duration = Duration::from_secs(5);

/// How often it is looked for weeks whose scan is due.
const REMIND_EVERY: Duration = Duration::from_mins(1);

/// How often it is looked for answers that nobody writes any more: at the start those of the
/// program before, later those of another program that has ended.
const RECOVER_EVERY: Duration = Duration::from_secs(5);

/// How often tokens are settled that were reserved for a turn that is no more.
const SETTLE_EVERY: Duration = Duration::from_mins(1);

/// How often it is written who asked too often: one entry a person.
const WRITE_REFUSED_EVERY: Duration = Duration::from_mins(1);

/// Runs until `stop` says so.
pub(crate) async fn run(
    services: Arc<Services>,
    http: Arc<Http>,
    announcer: impl Announcer + Poster,
    stop: CancellationToken,
) {
    tokio::join!(
        expire_drafts(&services, &stop),
        post_alerts(&services, &announcer, &stop),
        mirror_audit(&services, &announcer, &stop),
        remind(&services, &stop),
        recover(&services, &http, &stop),
        settle(&services, &stop),
        write_refused(&services, &stop),
        adopt(&services, &stop),
        purge(&services, &stop),
        expire(&services, &http, &stop),
        advise(&services, &stop),
    );
}

async fn expire_drafts(services: &Services, stop: &CancellationToken) {
    let mut ticks = every(EXPIRE_DRAFTS_EVERY, Duration::ZERO);
    while stop.run_until_cancelled(ticks.tick()).await.is_some() {
        match club::expire_drafts(services).await {
            Ok(0) => {}
            Ok(expired) => tracing::info!(expired, "drafts ran out"),
            Err(error) => tracing::warn!(error = chain(&error), "drafts were not tidied up"),
        }
    }
}

async fn adopt(services: &Services, stop: &CancellationToken) {
    let mut ticks = every(ADOPT_EVERY, Duration::ZERO);
    while stop.run_until_cancelled(ticks.tick()).await.is_some() {
        // What one step leaves the next takes; one that gets nowhere is the last.
        while !stop.is_cancelled() {
            match club::adopt(services).await {
                Ok(0) => break,
                Ok(adopted) => tracing::info!(adopted, "analyses were given their week"),
                Err(error) => {
                    tracing::warn!(error = chain(&error), "analyses were not given their week");
                    break;
                }
            }
        }
    }
}

async fn post_alerts(services: &Services, announcer: &impl Announcer, stop: &CancellationToken) {
    let mut ticks = every(POST_ALERTS_EVERY, Duration::ZERO);
    while stop.run_until_cancelled(ticks.tick()).await.is_some() {
        match alerts::deliver(services, announcer).await {
            Ok(0) => {}
            Ok(posted) => tracing::info!(posted, "clubs were told their news"),
            Err(error) => tracing::warn!(error = chain(&error), "news were not posted"),
        }
    }
}

async fn mirror_audit(services: &Services, poster: &impl Poster, stop: &CancellationToken) {
    let mut ticks = every(MIRROR_EVERY, Duration::ZERO);
    while stop.run_until_cancelled(ticks.tick()).await.is_some() {
        match mirror::deliver(services, poster).await {
            Ok(0) => {}
            Ok(told) => tracing::debug!(told, "audit channels were told"),
            Err(error) => tracing::warn!(error = chain(&error), "audit channels were not told"),
        }
    }
}

async fn remind(services: &Services, stop: &CancellationToken) {
    let mut ticks = every(REMIND_EVERY, Duration::ZERO);
    let reminded = Reminded::default();
    while stop.run_until_cancelled(ticks.tick()).await.is_some() {
        match alerts::remind(services, &reminded).await {
            Ok(0) => {}
            Ok(due) => tracing::info!(due, "clubs are reminded of their scan"),
            Err(error) => tracing::warn!(error = chain(&error), "no club was reminded"),
        }
    }
}

async fn recover(services: &Services, http: &Arc<Http>, stop: &CancellationToken) {
    let lately = stop.run_until_cancelled(show_lately(services, http));
    let (_, ()) = tokio::join!(lately, recover_again(services, http, stop));
}

/// Shows the ends of answers that an earlier process may not have shown.
async fn show_lately(services: &Services, http: &Arc<Http>) {
    match chat::unshown(services).await {
        Ok(ended) => slimy_commands::chat::show_recovered(http, services, ended).await,
        Err(error) => {
            let error = chain(&error);
            tracing::warn!(error, "it was not looked for ends that nobody saw");
        }
    }
}

async fn recover_again(services: &Services, http: &Arc<Http>, stop: &CancellationToken) {
    let mut ticks = every(RECOVER_EVERY, Duration::ZERO);
    while stop.run_until_cancelled(ticks.tick()).await.is_some() {
        match chat::recover(services).await {
            Ok(left) if left.is_empty() => {}
            Ok(left) => {
                tracing::info!(answers = left.len(), "answers were left half done");
                let shown = Box::pin(slimy_commands::chat::show_recovered(http, services, left));
                // What is left of it at the stop is shown by the next process.
                stop.run_until_cancelled(shown).await;
            }
            Err(error) => {
                tracing::warn!(
                    error = chain(&error),
                    "it was not looked for answers half done"
                );
            }
        }
    }
}

async fn settle(services: &Services, stop: &CancellationToken) {
    let mut ticks = every(SETTLE_EVERY, Duration::ZERO);
    while stop.run_until_cancelled(ticks.tick()).await.is_some() {
        match chat::settle_stale(services).await {
            Ok(0) => {}
            Ok(settled) => tracing::info!(settled, "reserved tokens were settled"),
            Err(error) => tracing::warn!(error = chain(&error), "tokens were not settled"),
        }
    }
}

async fn write_refused(services: &Services, stop: &CancellationToken) {
    let mut ticks = every(WRITE_REFUSED_EVERY, WRITE_REFUSED_EVERY);
    while stop.run_until_cancelled(ticks.tick()).await.is_some() {
        match rates::write_refused(services).await {
            Ok(0) => {}
            Ok(people) => tracing::info!(people, "some asked too often"),
            Err(error) => {
                let error = chain(&error);
                tracing::warn!(error, "it is not yet on record who asked too often");
            }
        }
    }
}

async fn purge(services: &Services, stop: &CancellationToken) {
    let mut ticks = every(PURGE_EVERY, Duration::ZERO);
    while stop.run_until_cancelled(ticks.tick()).await.is_some() {
        match upkeep::purge(services).await {
            Ok(purged) if purged.is_empty() => {}
            Ok(purged) => tracing::info!(?purged, "deleted data was taken away for good"),
            Err(error) => tracing::warn!(error = chain(&error), "deleted data was not purged"),
        }
    }
}

/// Whether the bot is in a guild, by Discord's own word: the gateway's cache knows only what its
/// shards have been told.
async fn is_there(http: Arc<Http>, guild: String) -> Presence {
    let Some(id) = guild.parse().ok().filter(|id| *id > 0) else {
        return Presence::Unavailable;
    };
    match http.get_guild(GuildId::new(id)).await {
        Ok(guild) => Presence::In(guild.name),
        Err(serenity::Error::Http(HttpError::UnsuccessfulRequest(no)))
            if matches!(no.status_code.as_u16(), 403 | 404) =>
        {
            Presence::Gone
        }
        Err(_) => Presence::Unavailable,
    }
}

async fn expire(services: &Services, http: &Arc<Http>, stop: &CancellationToken) {
    let look = |guild: String| -> BoxFuture<'static, Presence> {
        Box::pin(is_there(Arc::clone(http), guild))
    };
    let mut ticks = every(EXPIRE_EVERY, Duration::ZERO);
    while stop.run_until_cancelled(ticks.tick()).await.is_some() {
        match upkeep::expire_chat(services).await {
            Ok(expired) if expired.is_empty() => {}
            Ok(expired) => tracing::info!(?expired, "chat was older than its guild keeps it"),
            Err(error) => tracing::warn!(error = chain(&error), "old chat was not deleted"),
        }
        if stop.is_cancelled() {
            return;
        }
        match upkeep::expire_left_guilds(services, &look).await {
            Ok(0) => {}
            Ok(guilds) => {
                tracing::info!(guilds, "data of guilds was deleted that the bot has left");
            }
            Err(error) => tracing::warn!(error = chain(&error), "a guild's data was not deleted"),
        }
    }
}

/// Says something when there is something new to say.
async fn advise(services: &Services, stop: &CancellationToken) {
    let mut ticks = every(ADVISE_EVERY, ADVISE_EVERY);
    let mut said = Vec::new();
    while stop.run_until_cancelled(ticks.tick()).await.is_some() {
        match upkeep::index_advice(services).await {
            Ok(found) if found.advice == said => {}
            Ok(found) => {
                for advice in &found.advice {
                    tracing::info!(%advice, by = %found.basis, "index advice");
                }
                said = found.advice;
            }
            Err(error) => tracing::warn!(error = chain(&error), "no index advice"),
        }
    }
}

fn every(period: Duration, first: Duration) -> Interval {
    let mut ticks = tokio::time::interval_at(Instant::now() + first, period);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    ticks
}
