//! Looking things up.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use serde_json::Value;

use super::Answer;
use crate::clock::Id;
use crate::error::ApiError;
use crate::payload;
use crate::state::{Guild, State as Discord};
use crate::world::World;

type Shared = State<Arc<World>>;

pub(crate) async fn me(State(world): Shared) -> Json<Value> {
    Json(world.read(payload::current_user))
}

pub(crate) async fn application(State(world): Shared) -> Json<Value> {
    Json(world.read(payload::application))
}

pub(crate) async fn user(State(world): Shared, Path(id): Path<Id>) -> Answer {
    world.read(|state| {
        let user = state
            .users
            .get(&id)
            .ok_or_else(|| ApiError::unknown(10013, "User"))?;
        Ok(Json(payload::user(user)).into_response())
    })
}

pub(crate) async fn channel(State(world): Shared, Path(id): Path<Id>) -> Answer {
    world.read(|state| {
        let channel = state
            .channels
            .get(&id)
            .ok_or_else(|| ApiError::unknown(10003, "Channel"))?;
        mine(state, channel.guild)?;
        Ok(Json(payload::channel(channel)).into_response())
    })
}

pub(crate) async fn guild(State(world): Shared, Path(id): Path<Id>) -> Answer {
    world.read(|state| Ok(Json(payload::guild(mine(state, id)?)).into_response()))
}

pub(crate) async fn roles(State(world): Shared, Path(id): Path<Id>) -> Answer {
    world.read(|state| Ok(Json(payload::roles(mine(state, id)?)).into_response()))
}

pub(crate) async fn guild_channels(State(world): Shared, Path(id): Path<Id>) -> Answer {
    world.read(|state| {
        mine(state, id)?;
        let channels = state.channels.values().filter(|one| one.guild == id);
        let channels: Vec<_> = channels.map(payload::channel).collect();
        Ok(Json(channels).into_response())
    })
}

pub(crate) async fn member(State(world): Shared, Path((id, user)): Path<(Id, Id)>) -> Answer {
    world.read(|state| {
        let guild = mine(state, id)?;
        if !guild.members.contains_key(&user) {
            return Err(ApiError::unknown(10007, "Member"));
        }
        Ok(Json(payload::member(state, guild, user)).into_response())
    })
}

/// A guild that the bot is in; of all others it learns nothing.
fn mine(state: &Discord, id: Id) -> Result<&Guild, ApiError> {
    let guild = state.guilds.get(&id).filter(|guild| guild.has_bot);
    guild.ok_or_else(|| ApiError::unknown(10004, "Guild"))
}
