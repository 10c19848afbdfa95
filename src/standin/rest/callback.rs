//! The first answer to an interaction.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use serde::Deserialize;
use serde_json::{Value, json};

use super::Answer;
use super::compose::{self, Draft};
use crate::body::Body;
use crate::clock::Id;
use crate::error::{ApiError, Problems};
use crate::interactions::{Interaction, kind};
use crate::messages::{EPHEMERAL, LOADING, StoredMessage};
use crate::rules::message::{Kind, shows_nothing};
use crate::rules::{command, modal};
use crate::schema;
use crate::state::State as Discord;
use crate::world::World;

const ROUTE: &str = "POST /interactions/{interaction_id}/{interaction_token}/callback";

/// Callback types.
mod reply {
    pub(super) const MESSAGE: u8 = 4;
    pub(super) const DEFERRED_MESSAGE: u8 = 5;
    pub(super) const DEFERRED_UPDATE: u8 = 6;
    pub(super) const UPDATE: u8 = 7;
    pub(super) const CHOICES: u8 = 8;
    pub(super) const MODAL: u8 = 9;
}

#[derive(Debug, Deserialize)]
pub(crate) struct Wish {
    with_response: Option<bool>,
}

pub(crate) async fn answer(
    State(world): State<Arc<World>>,
    Path((id, token)): Path<(Id, String)>,
    Query(wish): Query<Wish>,
    body: Body,
) -> Answer {
    let body_kind = body.json["type"]
        .as_u64()
        .and_then(|it| u8::try_from(it).ok());
    let draft = Draft {
        kind: Kind::Callback,
        route: ROUTE,
        body: &body,
    };
    world.update(|state| {
        let interaction = state.unanswered(id, &token)?;
        let answer = body_kind.unwrap_or(0);
        check(state, &interaction, answer, &draft)?;
        let message = apply(state, &interaction, answer, &draft);
        if wish.with_response != Some(true) {
            return Ok(StatusCode::NO_CONTENT.into_response());
        }
        let message = message.map(|message| message.to_json(state));
        Ok(Json(json!({
            "interaction": { "id": id.to_string(), "type": interaction.kind },
            "resource": { "type": answer, "message": message },
        }))
        .into_response())
    })
}

/// Which answer fits which interaction, and whether its data is sound.
fn check(
    state: &mut Discord,
    interaction: &Interaction,
    answer: u8,
    draft: &Draft<'_>,
) -> Result<(), ApiError> {
    let fits = match answer {
        reply::MESSAGE | reply::DEFERRED_MESSAGE => interaction.kind != kind::AUTOCOMPLETE,
        reply::DEFERRED_UPDATE | reply::UPDATE => interaction.source.is_some(),
        reply::CHOICES => interaction.kind == kind::AUTOCOMPLETE,
        reply::MODAL => matches!(interaction.kind, kind::COMMAND | kind::COMPONENT),
        _ => false,
    };
    let mut problems = Problems::default();
    if let Some(object) = draft.body.json.as_object() {
        problems.only_keys("", object, &["type", "data"]);
    }
    if !fits {
        let message = format!(
            "Type {answer} does not answer an interaction of type {}.",
            interaction.kind
        );
        problems.add(
            "type",
            "INTERACTION_APPLICATION_COMMAND_INVALID_TYPE",
            message,
        );
    }
    compose::refuse(state, ROUTE, problems)?;
    let mut problems = Problems::default();
    let data = draft.message();
    match answer {
        reply::MESSAGE => {
            compose::check(state, draft)?;
            let nothing = shows_nothing(data, draft.body.files.len());
            return compose::check_shows_something(state, draft, nothing);
        }
        reply::DEFERRED_MESSAGE | reply::DEFERRED_UPDATE if data.is_null() => {}
        reply::DEFERRED_MESSAGE | reply::DEFERRED_UPDATE | reply::UPDATE => {
            return compose::check(state, draft);
        }
        reply::CHOICES => check_choices(data, &mut problems),
        _ => modal::check(data, "data", &mut problems),
    }
    if problems.is_empty() {
        schema::check(ROUTE, &draft.body.json, &mut problems);
    }
    compose::refuse(state, ROUTE, problems)
}

fn check_choices(data: &Value, problems: &mut Problems) {
    let Some(choices) = data["choices"].as_array() else {
        return problems.required("data.choices");
    };
    if choices.len() > 25 {
        problems.add(
            "data.choices",
            "BASE_TYPE_MAX_LENGTH",
            "Must be 25 or fewer in length.",
        );
    }
    for (place, choice) in choices.iter().enumerate() {
        command::check_choice(choice, &format!("data.choices.{place}"), problems);
    }
}

/// Does what the answer says; gives the message that it wrote or changed.
fn apply(
    state: &mut Discord,
    interaction: &Interaction,
    answer: u8,
    draft: &Draft<'_>,
) -> Option<StoredMessage> {
    let now = state.clock.elapsed();
    let data = draft.message().clone();
    let source = interaction
        .source
        .and_then(|id| state.messages.get(&id))
        .cloned();
    let message = match answer {
        reply::MESSAGE | reply::DEFERRED_MESSAGE => Some(write(state, interaction, answer, draft)),
        reply::UPDATE => source.map(|mut message| {
            compose::fill(state, &mut message, draft);
            message.edited_at = Some(state.clock.timestamp());
            state.keep_message(&message);
            state.dispatch_message("MESSAGE_UPDATE", &message);
            message
        }),
        reply::DEFERRED_UPDATE => source,
        _ => None,
    };
    let is_visible = !matches!(answer, reply::DEFERRED_MESSAGE | reply::DEFERRED_UPDATE);
    if let Some(interaction) = state.interactions.get_mut(&interaction.id) {
        interaction.first_answer = Some(answer);
        interaction.first_answer_at = Some(now);
        interaction.original = message.as_ref().map(|message| message.id);
        interaction.source_revision = (answer == reply::DEFERRED_UPDATE)
            .then(|| message.as_ref().map_or(0, |message| message.revision));
        if is_visible {
            interaction.show(now);
        }
        match answer {
            reply::CHOICES => interaction.choices = Some(data["choices"].clone()),
            reply::MODAL => interaction.modal = Some(data),
            _ => {}
        }
    }
    message
}

fn write(
    state: &mut Discord,
    interaction: &Interaction,
    answer: u8,
    draft: &Draft<'_>,
) -> StoredMessage {
    let is_ephemeral = draft.message()["flags"].as_u64().unwrap_or(0) & EPHEMERAL != 0;
    let only = is_ephemeral.then_some(interaction.user);
    let mut message = compose::blank(state, interaction.channel, only);
    message.interaction = Some(interaction.id);
    if answer == reply::DEFERRED_MESSAGE {
        message.flags |= LOADING;
    } else {
        compose::fill(state, &mut message, draft);
    }
    state.keep_message(&message);
    state.dispatch_message("MESSAGE_CREATE", &message);
    message
}
