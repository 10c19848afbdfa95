//! Guards that were loosened: a club's other managers should know.

use slimy_store::{Id, Timestamp, Tx, club as store};

use super::News;
use crate::{Error, settings::GuildSettings};

/// Queues what the guild's channel is told of changed settings, in their transaction: nothing where
/// no guard was loosened, or no channel is set. `request` is the change's own.
pub(crate) async fn on_guards(
    tx: &mut Tx,
    guild_id: &Id,
    (before, after): (&GuildSettings, &GuildSettings),
    request: &str,
    at: Timestamp,
) -> Result<bool, Error> {
    let has_channel = after.club.alerts.channel.is_some();
    let (before, after) = (before.club.guards, after.club.guards);
    if !has_channel || before.stricter(&after) == after {
        return Ok(false);
    }
    let news = News::GuardsLoosened { before, after };
    let alert = news.alert(guild_id, format!("guards:{request}"), at)?;
    Ok(store::queue_alert(tx, alert, at).await?)
}
