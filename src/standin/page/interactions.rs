//! `POST /api/interactions`: what a person does to the bot.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde_json::{Value, json};

use super::refused::Refused;
use super::{Shared, controls, place, slash};
use crate::clock::Id;
use crate::interactions::{NewInteraction, kind};
use crate::state::State as Discord;

/// Who does it, and where.
#[derive(Clone, Copy, Debug)]
pub(super) struct Actor {
    pub(super) who: Id,
    pub(super) channel: Id,
    pub(super) guild: Id,
}

/// The interaction's data, and the message that it comes from.
pub(super) type Done = Result<(Value, Option<Id>), String>;

pub(super) async fn act(
    State(shared): State<Arc<Shared>>,
    body: String,
) -> Result<Json<Value>, Refused> {
    let body: Value = serde_json::from_str(&body)
        .map_err(|_| Refused::wrong("The body is no interaction: as, channel, type, …."))?;
    let who = shared.person(body["as"].as_str().unwrap_or_default())?;
    // The lock of the uploads is always taken before the world's.
    let uploads = shared.uploads();
    let id = shared.world.update(|state| {
        let channel = place::channel(state, who, &body["channel"])?;
        let guild = place::guild_of(state, channel).ok_or("The guild is gone.")?;
        let actor = Actor {
            who,
            channel,
            guild,
        };
        let kind = body["type"].as_u64().and_then(|it| u8::try_from(it).ok());
        let (kind, (data, source)) = match kind {
            Some(kind::COMMAND) => (kind::COMMAND, slash::run(state, actor, &uploads, &body)?),
            Some(kind::AUTOCOMPLETE) => (kind::AUTOCOMPLETE, slash::complete(state, actor, &body)?),
            Some(kind::COMPONENT) => (kind::COMPONENT, controls::uses(state, actor, &body)?),
            Some(kind::MODAL) => (kind::MODAL, controls::fills(state, actor, &body)?),
            _ => return Err("The type is none of 2, 3, 4 and 5.".to_owned()),
        };
        Ok(send(state, actor, kind, data, source))
    })?;
    Ok(Json(json!({ "interaction_id": id.to_string() })))
}

fn send(state: &mut Discord, actor: Actor, kind: u8, data: Value, source: Option<Id>) -> Id {
    let name = state.user(actor.who).name;
    state.note(format_args!("{name} acts on the page"));
    state.interact(&NewInteraction {
        kind,
        user: actor.who,
        channel: actor.channel,
        data,
        source,
    })
}
