//! Looking things up.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, Query, State};
use axum::response::IntoResponse;
use serde::Deserialize;
use serde_json::Value;

use super::{Answer, access};
use crate::clock::Id;
use crate::error::ApiError;
use crate::payload;
use crate::permissions;
use crate::sessions::intent;
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
        let channel = access::visible(state, id)?;
        Ok(Json(payload::place(state, channel)).into_response())
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
        let channels = channels.filter(|one| permissions::bot_sees(state, one.id));
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

/// Which part of a guild's members is read.
#[derive(Debug, Deserialize)]
pub(crate) struct Page {
    limit: Option<usize>,
    after: Option<Id>,
}

/// `GET /guilds/{guild}/members`, which needs the privileged intent; by id, the smallest first.
pub(crate) async fn members(
    State(world): Shared,
    Path(id): Path<Id>,
    Query(page): Query<Page>,
) -> Answer {
    world.read(|state| {
        let guild = mine(state, id)?;
        if state.privileged_intents & intent::GUILD_MEMBERS == 0 {
            return Err(ApiError::new(403, 50001, "Missing Access"));
        }
        let after = page.after.unwrap_or(0).saturating_add(1);
        let limit = page.limit.unwrap_or(1).clamp(1, 1_000);
        let members = guild.members.range(after..).take(limit);
        let members = members.map(|(id, _)| payload::member(state, guild, *id));
        Ok(Json(members.collect::<Vec<_>>()).into_response())
    })
}

/// A guild that the bot is in; of all others it learns nothing.
fn mine(state: &Discord, id: Id) -> Result<&Guild, ApiError> {
    let guild = state.guilds.get(&id).filter(|guild| guild.has_bot);
    guild.ok_or_else(|| ApiError::unknown(10004, "Guild"))
}
