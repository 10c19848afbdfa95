//! What goes by itself: what a guild left behind, and chat that is older than a guild keeps it.

use std::time::Duration;

use futures_util::future::BoxFuture;
use slimy_store::{
    cache::Key,
    chat::retention::{self, Expired},
    guilds, lifecycle,
};

use crate::{
    Error, Id, Services,
    guild::{KEPT_AFTER_LEAVING, Presence, sync},
    settings::GuildSettings,
};

/// Guilds that are looked at at once.
const STEP: usize = 100;

/// Asks Discord whether the bot is in a guild, by Discord's id.
pub type Look<'a> = &'a (dyn Fn(String) -> BoxFuture<'static, Presence> + Send + Sync);

/// Deletes what is stored of guilds that the bot left [`KEPT_AFTER_LEAVING`] ago and has not come
/// back to since, and says how many those were. What fails for one is told when all had their turn.
///
/// Each is looked for once more: a return while the database or the program was away may not have
/// been written, and nothing that is in use may go. One whose deletion broke off is not: there is no
/// way back from that, and Discord does not know it by what its row is called since.
pub async fn expire_left_guilds(services: &Services, look: Look<'_>) -> Result<usize, Error> {
    let now = services.now();
    let before = now - KEPT_AFTER_LEAVING;
    let (mut gone, mut failed) = (0, None::<Error>);
    let mut after: Option<Id> = None;
    loop {
        let step = guilds::list_left_before(&services.db, before, after.as_ref(), STEP).await?;
        for guild in &step {
            if !lifecycle::is_begun(guild) {
                let presence = look(guild.discord_id.clone()).await;
                if presence != Presence::Gone {
                    if let Err(error) = sync(services, &guild.discord_id, || presence.clone()).await
                    {
                        failed = Some(error);
                    }
                    continue;
                }
            }
            let change = services
                .cache
                .changing(&[Key::Guild(guild.id.clone())])
                .await;
            let deleted =
                lifecycle::delete_guild_left_before(&services.db, &guild.id, before, now).await;
            change.done().await;
            match deleted {
                Ok(None) => {}
                Ok(Some(_)) => {
                    services.identities.forget_guild(&guild.id);
                    gone += 1;
                }
                Err(error) => failed = Some(error.into()),
            }
        }
        match step.last() {
            Some(last) if step.len() == STEP => after = Some(last.id.clone()),
            _ => break,
        }
    }
    match failed {
        Some(error) => Err(error),
        None => Ok(gone),
    }
}

/// Deletes chat that is older than its guild keeps it, and says how much that was. Direct messages
/// belong to no guild and are kept until their person deletes them. What fails for one guild is
/// told when all had their turn.
pub async fn expire_chat(services: &Services) -> Result<Expired, Error> {
    let now = services.now();
    let (mut all, mut failed) = (Expired::default(), None);
    let mut after: Option<Id> = None;
    loop {
        let step = guilds::list_with_settings(&services.db, after.as_ref(), STEP).await?;
        for guild in &step {
            // As it is now: while others had their turn it may have been set to forever.
            let guild = guilds::find(&services.db, &guild.id).await?;
            let days = guild.as_ref().map(GuildSettings::of);
            let days = days.and_then(|settings| settings.retention.chat_days);
            let (Some(guild), Some(days)) = (guild, days) else {
                continue;
            };
            let before = now - Duration::from_hours(24 * u64::from(days));
            match retention::run(&services.db, &guild.id, before, now).await {
                Ok(expired) => all.add(expired),
                Err(error) => failed = Some(error),
            }
        }
        match step.last() {
            Some(last) if step.len() == STEP => after = Some(last.id.clone()),
            _ => break,
        }
    }
    match failed {
        Some(error) => Err(error.into()),
        None => Ok(all),
    }
}
