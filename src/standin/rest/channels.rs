//! Messages that the bot sends to channels by itself.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::IntoResponse;

use super::Answer;
use super::compose::{self, Draft};
use super::webhooks::{remove, would_be_empty};
use crate::body::Body;
use crate::clock::Id;
use crate::error::ApiError;
use crate::messages::StoredMessage;
use crate::rules::message::{Kind, shows_nothing};
use crate::state::State as Discord;
use crate::world::World;

/// `POST /channels/{channel}/typing`
pub(crate) async fn typing(State(world): State<Arc<World>>, Path(channel): Path<Id>) -> Answer {
    world.update(|state| {
        reachable(state, channel)?;
        let typing = (state.bot.id, state.clock.elapsed());
        state.typing.insert(channel, typing);
        Ok::<_, ApiError>(())
    })?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// `POST /channels/{channel}/messages`
pub(crate) async fn send(
    State(world): State<Arc<World>>,
    Path(channel): Path<Id>,
    body: Body,
) -> Answer {
    let draft = Draft {
        kind: Kind::Channel,
        route: "POST /channels/{channel_id}/messages",
        body: &body,
    };
    world.update(|state| {
        reachable(state, channel)?;
        compose::check(state, &draft)?;
        let nothing = shows_nothing(&body.json, body.files.len());
        compose::check_shows_something(state, &draft, nothing)?;
        let mut message = compose::blank(state, channel, None);
        message.nonce = body.json["nonce"].clone();
        message.replies_to = body.json["message_reference"]["message_id"]
            .as_str()
            .and_then(|id| id.parse().ok());
        compose::fill(state, &mut message, &draft);
        state.messages.insert(message.id, message.clone());
        state.dispatch_message("MESSAGE_CREATE", &message);
        Ok(compose::shown(state, &message))
    })
}

/// `GET /channels/{channel}/messages/{message}`
pub(crate) async fn read(
    State(world): State<Arc<World>>,
    Path((channel, id)): Path<(Id, Id)>,
) -> Answer {
    world.read(|state| Ok(compose::shown(state, &find(state, channel, id)?)))
}

/// `PATCH /channels/{channel}/messages/{message}`
pub(crate) async fn edit(
    State(world): State<Arc<World>>,
    Path((channel, id)): Path<(Id, Id)>,
    body: Body,
) -> Answer {
    let draft = Draft {
        kind: Kind::ChannelEdit,
        route: "PATCH /channels/{channel_id}/messages/{message_id}",
        body: &body,
    };
    world.update(|state| {
        let mut message = find(state, channel, id)?;
        if message.author != state.bot.id {
            return Err(ApiError::new(
                403,
                50005,
                "Cannot edit a message authored by another user",
            ));
        }
        compose::check(state, &draft)?;
        compose::check_shows_something(state, &draft, would_be_empty(&message, &body))?;
        compose::fill(state, &mut message, &draft);
        message.edited_at = Some(state.clock.timestamp());
        state.messages.insert(message.id, message.clone());
        state.dispatch_message("MESSAGE_UPDATE", &message);
        Ok(compose::shown(state, &message))
    })
}

/// `DELETE /channels/{channel}/messages/{message}`
pub(crate) async fn delete(
    State(world): State<Arc<World>>,
    Path((channel, id)): Path<(Id, Id)>,
) -> Answer {
    world.update(|state| {
        let message = find(state, channel, id)?;
        if message.author != state.bot.id {
            return Err(ApiError::new(403, 50013, "Missing Permissions"));
        }
        remove(state, &message);
        Ok(StatusCode::NO_CONTENT.into_response())
    })
}

/// The channel must be there, in a guild that the bot is in.
fn reachable(state: &Discord, channel: Id) -> Result<(), ApiError> {
    let found = state
        .channels
        .get(&channel)
        .ok_or_else(|| ApiError::unknown(10003, "Channel"))?;
    match state.guilds.get(&found.guild) {
        Some(guild) if guild.has_bot => Ok(()),
        _ => Err(ApiError::new(403, 50001, "Missing Access")),
    }
}

/// An ephemeral message cannot be reached through its channel.
fn find(state: &Discord, channel: Id, id: Id) -> Result<StoredMessage, ApiError> {
    reachable(state, channel)?;
    state
        .messages
        .get(&id)
        .filter(|message| message.channel == channel && message.ephemeral_for.is_none())
        .cloned()
        .ok_or_else(|| ApiError::unknown(10008, "Message"))
}
