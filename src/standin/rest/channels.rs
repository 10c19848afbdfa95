//! Messages that the bot sends to channels by itself.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use serde::Deserialize;
use serde_json::Value;

use super::Answer;
use super::access::{self, allowed, visible};
use super::compose::{self, Draft};
use super::webhooks::would_be_empty;
use crate::body::Body;
use crate::clock::Id;
use crate::content;
use crate::error::{ApiError, Problems};
use crate::mentions;
use crate::messages::StoredMessage;
use crate::permissions::{MANAGE_MESSAGES, READ_MESSAGE_HISTORY, SEND_MESSAGES, in_channel};
use crate::rules::message::{Kind, attachment_id, shows_nothing};
use crate::state::State as Discord;
use crate::world::World;

/// From this age on a message can be edited only a few times more.
const OLD: Duration = Duration::from_hours(1);
const MOST_LATE_EDITS: u32 = 5;

/// Which part of a channel is read.
#[derive(Debug, Deserialize)]
pub(crate) struct Page {
    limit: Option<usize>,
    before: Option<Id>,
    after: Option<Id>,
}

/// `POST /channels/{channel}/typing`
pub(crate) async fn typing(State(world): State<Arc<World>>, Path(channel): Path<Id>) -> Answer {
    world.update(|state| {
        allowed(state, channel, SEND_MESSAGES)?;
        let typing = (state.bot.id, state.clock.elapsed());
        state.typing.insert(channel, typing);
        state.dispatch_typing(state.bot.id, channel);
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
        access::may_send(state, channel, &body)?;
        compose::check(state, &draft)?;
        let nothing = shows_nothing(&body.json, body.files.len());
        compose::check_shows_something(state, &draft, nothing)?;
        if let Some(sent) = sent_before(state, channel, &body.json) {
            return Ok(compose::shown(state, sent));
        }
        let mut message = compose::blank(state, channel, None);
        message.nonce = body.json["nonce"].clone();
        message.replies_to = reference(state, channel, &body.json["message_reference"])?;
        message.pings_replied = mentions::pings_replied(&body.json["allowed_mentions"]);
        compose::fill(state, &mut message, &draft);
        state.keep_message(&message);
        state.dispatch_message("MESSAGE_CREATE", &message);
        Ok(compose::shown(state, &message))
    })
}

/// With `enforce_nonce`, the message that the bot has sent there with this nonce. Discord forgets it
/// after a few minutes.
fn sent_before<'a>(state: &'a Discord, channel: Id, body: &Value) -> Option<&'a StoredMessage> {
    let nonce = &body["nonce"];
    if body["enforce_nonce"] != true || nonce.is_null() {
        return None;
    }
    let mut sent = state.messages.values();
    sent.find(|one| one.author == state.bot.id && one.channel == channel && one.nonce == *nonce)
}

/// `GET /channels/{channel}/messages/{message}`
pub(crate) async fn read(
    State(world): State<Arc<World>>,
    Path((channel, id)): Path<(Id, Id)>,
) -> Answer {
    world.read(|state| {
        let message = find(state, channel, id)?;
        Ok(Json(content::as_read(state, &message, content::reads_all(state))).into_response())
    })
}

/// `GET /channels/{channel}/messages`: the newest first.
pub(crate) async fn list(
    State(world): State<Arc<World>>,
    Path(channel): Path<Id>,
    Query(page): Query<Page>,
) -> Answer {
    world.read(|state| {
        let channel = visible(state, channel)?;
        if in_channel(state, channel, state.bot.id) & READ_MESSAGE_HISTORY == 0 {
            return Ok(Json(Vec::<Value>::new()).into_response());
        }
        let limit = page.limit.unwrap_or(50);
        if !(1..=100).contains(&limit) {
            let mut problems = Problems::default();
            problems.add(
                "limit",
                "NUMBER_TYPE_RANGE",
                "int value should be 1 to 100.",
            );
            return Err(problems.into_error());
        }
        let after = page.after.unwrap_or(0).saturating_add(1);
        let before = page.before.unwrap_or(Id::MAX).max(after);
        let found = state.messages.range(after..before).rev();
        let found = found.map(|(_, message)| message);
        let here = found.filter(|one| one.channel == channel.id && one.ephemeral_for.is_none());
        let reads_all = content::reads_all(state);
        let shown = here
            .take(limit)
            .map(|one| content::as_read(state, one, reads_all));
        Ok(Json(shown.collect::<Vec<_>>()).into_response())
    })
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
        may_still_edit(state, &mut message)?;
        compose::check(state, &draft)?;
        compose::check_shows_something(state, &draft, would_be_empty(&message, &body))?;
        compose::fill(state, &mut message, &draft);
        message.edited_at = Some(state.clock.timestamp());
        state.keep_message(&message);
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
            allowed(state, channel, MANAGE_MESSAGES)?;
        }
        state.remove_message(&message);
        Ok(StatusCode::NO_CONTENT.into_response())
    })
}

/// Discord lets a message that is older than an hour be edited a few times more. How often is not
/// documented; the number is this crate's own.
fn may_still_edit(state: &Discord, message: &mut StoredMessage) -> Result<(), ApiError> {
    let age = state.clock.elapsed().saturating_sub(message.sent);
    if age <= OLD {
        return Ok(());
    }
    message.late_edits += 1;
    if message.late_edits > MOST_LATE_EDITS {
        let text =
            "Maximum number of edits to messages older than 1 hour reached. Try again later.";
        return Err(ApiError::new(400, 30046, text));
    }
    Ok(())
}

/// The message that is replied to; one that is not there refuses the reply unless the body says
/// that it may go without.
fn reference(state: &mut Discord, channel: Id, wish: &Value) -> Result<Option<Id>, ApiError> {
    if wish.is_null() {
        return Ok(None);
    }
    let id = attachment_id(&wish["message_id"]);
    let found = id.and_then(|id| state.messages.get(&id));
    if found.is_some_and(|one| one.channel == channel && one.ephemeral_for.is_none()) {
        return Ok(id);
    }
    if wish["fail_if_not_exists"] == false {
        return Ok(None);
    }
    let mut problems = Problems::default();
    let code = "REPLIES_UNKNOWN_MESSAGE";
    problems.add("message_reference", code, "Unknown message");
    Err(problems.into_error())
}

/// An ephemeral message cannot be reached through its channel.
fn find(state: &Discord, channel: Id, id: Id) -> Result<StoredMessage, ApiError> {
    allowed(state, channel, READ_MESSAGE_HISTORY)?;
    state
        .messages
        .get(&id)
        .filter(|message| message.channel == channel && message.ephemeral_for.is_none())
        .cloned()
        .ok_or_else(|| ApiError::unknown(10008, "Message"))
}
