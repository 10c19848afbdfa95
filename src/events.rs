//! From the gateway's events to calls of the domain.

use poise::{
    FrameworkContext,
    serenity_prelude::{Context, FullEvent, Interaction},
};
use slimy_commands::{Data, Error, component};
use slimy_domain::guild;

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
        } => {
            component::route(gateway, pressed, data).await;
        }
        FullEvent::GuildCreate { guild, .. } => {
            guild::present(&data.services, &guild.id.to_string(), &guild.name).await?;
        }
        FullEvent::GuildUpdate { new_data, .. } => {
            guild::present(&data.services, &new_data.id.to_string(), &new_data.name).await?;
        }
        // An outage of Discord's only makes a guild unavailable; it is still ours.
        FullEvent::GuildDelete { incomplete, .. } if !incomplete.unavailable => {
            guild::left(&data.services, &incomplete.id.to_string()).await?;
        }
        _ => {}
    }
    Ok(())
}
