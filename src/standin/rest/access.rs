//! What the bot may do in a channel, and the errors that say that it may not.

use crate::body::Body;
use crate::clock::Id;
use crate::error::ApiError;
use crate::permissions::{
    ATTACH_FILES, EMBED_LINKS, READ_MESSAGE_HISTORY, SEND_MESSAGES, VIEW_CHANNEL, in_channel,
};
use crate::state::{Channel, State};

/// The channel must be there, and the bot must see it.
pub(super) fn visible(state: &State, id: Id) -> Result<&Channel, ApiError> {
    let channel = state.channels.get(&id);
    let channel = channel.ok_or_else(|| ApiError::unknown(10003, "Channel"))?;
    if in_channel(state, channel, state.bot.id) & VIEW_CHANNEL == 0 {
        return Err(ApiError::new(403, 50001, "Missing Access"));
    }
    Ok(channel)
}

/// The bot must see the channel and may do all of this there.
pub(super) fn allowed(state: &State, id: Id, needed: u64) -> Result<&Channel, ApiError> {
    let channel = visible(state, id)?;
    if in_channel(state, channel, state.bot.id) & needed != needed {
        return Err(ApiError::new(403, 50013, "Missing Permissions"));
    }
    Ok(channel)
}

/// The bot may write there what this body holds.
pub(super) fn may_send(state: &State, id: Id, body: &Body) -> Result<(), ApiError> {
    let has_embeds = body.json["embeds"]
        .as_array()
        .is_some_and(|all| !all.is_empty());
    let mut needed = SEND_MESSAGES;
    if has_embeds {
        needed |= EMBED_LINKS;
    }
    if !body.files.is_empty() {
        needed |= ATTACH_FILES;
    }
    let channel = allowed(state, id, needed)?;
    if let Some(person) = channel.dm_with {
        takes_messages(state, person)?;
    }
    let held = in_channel(state, channel, state.bot.id);
    if body.json["message_reference"].is_object() && held & READ_MESSAGE_HISTORY == 0 {
        let message = "Cannot reply without permission to read message history";
        return Err(ApiError::new(400, 160_002, message));
    }
    Ok(())
}

fn takes_messages(state: &State, person: Id) -> Result<(), ApiError> {
    if !state.shares_guild_with_bot(person) {
        let message = "Cannot send messages to this user due to having no mutual guilds";
        return Err(ApiError::new(403, 50278, message));
    }
    if state.closed_to_bot.contains(&person) {
        let message = "Cannot send messages to this user";
        return Err(ApiError::new(403, 50007, message));
    }
    Ok(())
}
