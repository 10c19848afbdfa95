//! Answers after the first: the original, follow-ups, their edits and deletion.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::IntoResponse;

use super::Answer;
use super::compose::{self, Draft};
use crate::body::Body;
use crate::clock::Id;
use crate::error::ApiError;
use crate::interactions::Interaction;
use crate::messages::{EPHEMERAL, StoredMessage};
use crate::rules::message::{Kind, shows_nothing};
use crate::state::State as Discord;
use crate::world::World;

type Place = Path<(Id, String, String)>;

/// `POST /webhooks/{application}/{token}`
pub(crate) async fn follow_up(
    State(world): State<Arc<World>>,
    Path((application, token)): Path<(Id, String)>,
    body: Body,
) -> Answer {
    let draft = Draft {
        kind: Kind::FollowUp,
        route: "POST /webhooks/{webhook_id}/{webhook_token}",
        body: &body,
    };
    world.update(|state| {
        let interaction = state.answered(application, &token)?;
        compose::check(state, &draft)?;
        let nothing = shows_nothing(&body.json, body.files.len());
        compose::check_shows_something(state, &draft, nothing)?;
        // The first follow-up after "thinking…" takes the place of that message, visibility and all.
        let thinking = interaction.original.and_then(|id| state.messages.get(&id));
        if let Some(thinking) = thinking.filter(|message| message.is_loading()).cloned() {
            let message = change(state, &interaction, thinking, &draft);
            return Ok(compose::shown(state, &message));
        }
        let is_ephemeral = body.json["flags"].as_u64().unwrap_or(0) & EPHEMERAL != 0;
        let only = is_ephemeral.then_some(interaction.user);
        let mut message = compose::blank(state, interaction.channel, only);
        message.interaction = Some(interaction.id);
        compose::fill(state, &mut message, &draft);
        state.keep_message(&message);
        if let Some(interaction) = state.interactions.get_mut(&interaction.id) {
            interaction.follow_ups.push(message.id);
        }
        state.mark_visible(interaction.id);
        state.dispatch_message("MESSAGE_CREATE", &message);
        Ok(compose::shown(state, &message))
    })
}

/// `GET …/messages/{@original or id}`
pub(crate) async fn read(
    State(world): State<Arc<World>>,
    Path((application, token, which)): Place,
) -> Answer {
    world.read(|state| {
        let interaction = state.answered(application, &token)?;
        Ok(compose::shown(state, &find(state, &interaction, &which)?))
    })
}

/// `PATCH …/messages/{@original or id}`
pub(crate) async fn edit(
    State(world): State<Arc<World>>,
    Path((application, token, which)): Place,
    body: Body,
) -> Answer {
    let draft = Draft {
        kind: Kind::AnswerEdit,
        route: if which == "@original" {
            "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original"
        } else {
            "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}"
        },
        body: &body,
    };
    world.update(|state| {
        let interaction = state.answered(application, &token)?;
        let message = find(state, &interaction, &which)?;
        compose::check(state, &draft)?;
        compose::check_shows_something(state, &draft, would_be_empty(&message, &body))?;
        let message = change(state, &interaction, message, &draft);
        Ok(compose::shown(state, &message))
    })
}

/// `DELETE …/messages/{@original or id}`
pub(crate) async fn delete(
    State(world): State<Arc<World>>,
    Path((application, token, which)): Place,
) -> Answer {
    world.update(|state| {
        let interaction = state.answered(application, &token)?;
        let message = find(state, &interaction, &which)?;
        state.remove_message(&message);
        Ok(StatusCode::NO_CONTENT.into_response())
    })
}

/// Whether nothing is left to see after the edit.
pub(super) fn would_be_empty(message: &StoredMessage, body: &Body) -> bool {
    let keeps_files = match body.json["attachments"].as_array() {
        Some(listed) => !listed.is_empty(),
        None => !message.attachments.is_empty(),
    };
    let keeps_text = body.json.get("content").is_none() && !message.content.is_empty();
    let keeps_embeds = body.json.get("embeds").is_none() && !message.embeds.is_empty();
    let brings_nothing = shows_nothing(&body.json, body.files.len());
    // An edit that brings nothing but its components is fine while there is something above them.
    brings_nothing && !(keeps_files || keeps_text || keeps_embeds)
}

fn change(
    state: &mut Discord,
    interaction: &Interaction,
    mut message: StoredMessage,
    draft: &Draft<'_>,
) -> StoredMessage {
    let was_loading = message.is_loading();
    compose::fill(state, &mut message, draft);
    if !was_loading {
        message.edited_at = Some(state.clock.timestamp());
    }
    state.keep_message(&message);
    state.mark_visible(interaction.id);
    state.dispatch_message("MESSAGE_UPDATE", &message);
    message
}

fn find(
    state: &Discord,
    interaction: &Interaction,
    which: &str,
) -> Result<StoredMessage, ApiError> {
    let id = match which {
        "@original" => interaction.original,
        id => id.parse().ok(),
    };
    let is_mine =
        |id: &Id| interaction.original == Some(*id) || interaction.follow_ups.contains(id);
    id.filter(is_mine)
        .and_then(|id| state.messages.get(&id))
        .cloned()
        .ok_or_else(|| ApiError::unknown(10008, "Message"))
}
