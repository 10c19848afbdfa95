//! From the gateway's events to calls of the domain.

use poise::{
    FrameworkContext,
    serenity_prelude::{
        Cache, Context, FullEvent, GuildId, GuildUpdateEvent, Interaction, PartialGuild, Ready,
    },
};
use slimy_commands::{Data, Error, chat, component, guild_data};
use slimy_domain::guild::{self, Left, Presence};

/// Called by poise for each event, beside the commands that it runs itself.
pub(crate) async fn on_event(
    framework: FrameworkContext<'_, Data, Error>,
    event: &FullEvent,
) -> Result<(), Error> {
    let data = framework.user_data;
    let gateway: &Context = framework.serenity_context;
    match event {
        FullEvent::InteractionCreate {
            interaction: Interaction::Component(pressed),
        } => component::pressed(gateway, pressed, data).await,
        FullEvent::InteractionCreate {
            interaction: Interaction::Modal(submitted),
        } => component::submitted(gateway, submitted, data).await,
        FullEvent::Message { new_message } => chat::heard(gateway, new_message, data).await,
        FullEvent::GuildCreate { guild, .. } => {
            sync(gateway, data, guild.id).await?;
        }
        FullEvent::GuildUpdate { new_data, .. } => {
            rename_in_cache(gateway, new_data);
            sync(gateway, data, new_data.id).await?;
        }
        FullEvent::GuildDelete { incomplete, full } => {
            let left = sync(gateway, data, incomplete.id).await?;
            if let (Some(left), Some(guild)) = (left, full) {
                guild_data::tell_owner(&gateway.http, &data.services, guild.owner_id, &left).await;
            }
        }
        FullEvent::Ready { data_about_bot } => reconcile(gateway, data, data_about_bot).await?,
        _ => {}
    }
    Ok(())
}

/// serenity 0.12.5 leaves the cache as it was when a guild changes. Its own event knows how to
/// bring it up to date, but can only be made from the wire's form.
fn rename_in_cache(gateway: &Context, guild: &PartialGuild) {
    let event = serde_json::to_value(guild).and_then(serde_json::from_value::<GuildUpdateEvent>);
    match event {
        Ok(mut event) => {
            gateway.cache.update(&mut event);
        }
        Err(error) => tracing::warn!(%error, guild = %guild.id, "a guild's change was not cached"),
    }
}

async fn sync(gateway: &Context, data: &Data, id: GuildId) -> Result<Option<Left>, Error> {
    let look = || presence(&gateway.cache, id);
    Ok(guild::sync(&data.services, &id.to_string(), look).await?)
}

/// Guilds that the bot was removed from while it was away are in no event: they are only missing
/// from what READY lists. A shard knows its own guilds only.
async fn reconcile(gateway: &Context, data: &Data, ready: &Ready) -> Result<(), Error> {
    let Some(shard) = ready.shard else {
        return Ok(());
    };
    // Discord's rule, "Sharding": shard_id = (guild_id >> 22) % num_shards.
    let is_ours = |id: &str| {
        let id = id.parse::<u64>().ok();
        id.is_some_and(|id| (id >> 22) % u64::from(shard.total) == u64::from(shard.id.0))
    };
    let look = |id: &str| match id.parse::<u64>().ok().filter(|id| *id > 0) {
        Some(id) => presence(&gateway.cache, GuildId::new(id)),
        None => Presence::Unavailable,
    };
    Ok(guild::reconcile(&data.services, is_ours, look).await?)
}

/// What the cache knows; serenity brings it up to date before it hands out any other event.
fn presence(cache: &Cache, id: GuildId) -> Presence {
    if let Some(name) = id.name(cache) {
        return Presence::In(name);
    }
    if cache
        .unavailable_guilds()
        .iter()
        .any(|one| *one.key() == id)
    {
        Presence::Unavailable
    } else {
        Presence::Gone
    }
}
