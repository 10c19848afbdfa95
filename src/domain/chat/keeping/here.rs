//! Going on with a conversation in another channel of the place where it is held.

use serde_json::json;
use slimy_store::{audit as log, chat as store};

use super::{Fault, Kept, entry, kept, row};
use crate::{Error, Id, Services, audit, chat::consent, rights::Actor};

/// Makes the conversation `id` the one that the actor goes on with in the channel `channel_id`, by
/// Discord's id. Only within its own server, or within direct messages: what was said in one is
/// never shown to the model in another.
pub async fn continue_here(
    services: &Services,
    actor: &Actor,
    id: &Id,
    channel_id: &str,
) -> Result<Kept, Error> {
    let conversation = row(services, actor, id).await?;
    if conversation.guild_id.as_ref() != actor.guild_id() {
        let fault = match conversation.guild_id {
            Some(_) => Fault::OfAnotherServer,
            None => Fault::OfDirectMessages,
        };
        return Err(fault.into());
    }
    if !consent::is_given(services, &actor.user_id).await? {
        // Nothing more would be kept of it.
        return Err(consent::Fault::NotKept.into());
    }
    let (now, owner) = (services.now(), &actor.user_id);
    let mut tx = services.db.begin().await?;
    if !store::move_here(&mut tx, id, owner, actor.guild_id(), channel_id, now).await? {
        tx.rollback().await?;
        return Err(Fault::NotFound.into());
    }
    let entry = entry(actor, audit::CHAT_CONVERSATION_MOVE, &conversation, now);
    let channels = json!({"before": conversation.channel_id, "after": channel_id});
    let entry = audit::with_details(entry, json!({"channel": channels}));
    log::create(&mut tx, &entry).await?;
    tx.commit().await?;
    kept(services, actor, row(services, actor, id).await?).await
}
