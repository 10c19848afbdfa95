//! Registration of commands, everywhere or in one guild.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use serde_json::{Value, json};

use super::{Answer, compose};
use crate::body::Body;
use crate::clock::Id;
use crate::error::{ApiError, Problems};
use crate::rules::command;
use crate::schema;
use crate::state::{Scope, State as Discord};
use crate::transcript::brief;
use crate::world::World;

type Shared = State<Arc<World>>;

pub(crate) async fn list(State(world): Shared, Path(app): Path<Id>) -> Answer {
    world.read(|state| all(state, app, None))
}

pub(crate) async fn list_in_guild(
    State(world): Shared,
    Path((app, guild)): Path<(Id, Id)>,
) -> Answer {
    world.read(|state| all(state, app, Some(guild)))
}

pub(crate) async fn replace(State(world): Shared, Path(app): Path<Id>, body: Body) -> Answer {
    world.update(|state| put(state, app, None, &body.json))
}

pub(crate) async fn replace_in_guild(
    State(world): Shared,
    Path((app, guild)): Path<(Id, Id)>,
    body: Body,
) -> Answer {
    world.update(|state| put(state, app, Some(guild), &body.json))
}

pub(crate) async fn create(State(world): Shared, Path(app): Path<Id>, body: Body) -> Answer {
    world.update(|state| post(state, app, None, &body.json))
}

pub(crate) async fn create_in_guild(
    State(world): Shared,
    Path((app, guild)): Path<(Id, Id)>,
    body: Body,
) -> Answer {
    world.update(|state| post(state, app, Some(guild), &body.json))
}

fn check_place(state: &Discord, app: Id, scope: Scope) -> Result<(), ApiError> {
    if app != state.bot.id {
        return Err(ApiError::unknown(10002, "Application"));
    }
    match scope {
        Some(guild) if !state.guilds.get(&guild).is_some_and(|guild| guild.has_bot) => {
            Err(ApiError::new(403, 50001, "Missing Access"))
        }
        _ => Ok(()),
    }
}

fn all(state: &Discord, app: Id, scope: Scope) -> Answer {
    check_place(state, app, scope)?;
    let commands = state.commands.get(&scope).cloned().unwrap_or_default();
    Ok(Json(commands).into_response())
}

fn put(state: &mut Discord, app: Id, scope: Scope, body: &Value) -> Answer {
    let route = if scope.is_some() {
        "PUT /applications/{application_id}/guilds/{guild_id}/commands"
    } else {
        "PUT /applications/{application_id}/commands"
    };
    check_place(state, app, scope)?;
    let mut problems = Problems::default();
    let wanted = body.as_array().map_or(&[][..], Vec::as_slice);
    command::check_all(wanted, &mut problems);
    if problems.is_empty() {
        schema::check(route, body, &mut problems);
    }
    compose::refuse(state, route, problems)?;
    let old = state.commands.remove(&scope).unwrap_or_default();
    let commands: Vec<_> = wanted
        .iter()
        .map(|one| complete(state, scope, one, &old))
        .collect();
    state.note(format_args!("registered {}", names(&commands)));
    state.commands.insert(scope, commands.clone());
    registered(state);
    Ok(Json(commands).into_response())
}

/// POST creates, or replaces the command of the same name and type.
fn post(state: &mut Discord, app: Id, scope: Scope, body: &Value) -> Answer {
    let route = if scope.is_some() {
        "POST /applications/{application_id}/guilds/{guild_id}/commands"
    } else {
        "POST /applications/{application_id}/commands"
    };
    check_place(state, app, scope)?;
    let mut problems = Problems::default();
    command::check(body, "", &mut problems);
    if problems.is_empty() {
        schema::check(route, body, &mut problems);
    }
    compose::refuse(state, route, problems)?;
    let mut commands = state.commands.remove(&scope).unwrap_or_default();
    let known = commands.iter().position(|one| is_same(one, body));
    let command = complete(state, scope, body, &commands);
    let status = if let Some(place) = known {
        commands[place] = command.clone();
        StatusCode::OK
    } else {
        commands.push(command.clone());
        StatusCode::CREATED
    };
    state.note(format_args!("registered {}", brief(&command["name"])));
    state.commands.insert(scope, commands);
    registered(state);
    Ok((status, Json(command)).into_response())
}

fn registered(state: &mut Discord) {
    for session in state
        .sessions
        .iter_mut()
        .filter(|session| session.line.is_some())
    {
        session.has_registered = true;
    }
}

fn is_same(one: &Value, other: &Value) -> bool {
    one["name"] == other["name"] && command::kind_of(one) == command::kind_of(other)
}

fn names(commands: &[Value]) -> String {
    let names: Vec<_> = commands
        .iter()
        .filter_map(|one| one["name"].as_str())
        .collect();
    names.join(", ")
}

/// The full object that Discord gives back; an id outlives the replacement of its command.
fn complete(state: &mut Discord, scope: Scope, wanted: &Value, old: &[Value]) -> Value {
    let before = old.iter().find(|one| is_same(one, wanted));
    let id = before
        .and_then(|one| one["id"].as_str().map(str::to_owned))
        .unwrap_or_else(|| state.clock.next_id().to_string());
    let mut command = json!({
        "id": id, "application_id": state.bot.id.to_string(), "type": command::kind_of(wanted),
        "version": state.clock.next_id().to_string(), "name": wanted["name"],
        "name_localizations": null, "description": "", "description_localizations": null,
        "options": [], "default_member_permissions": null, "dm_permission": true, "nsfw": false,
        "integration_types": [0], "contexts": null,
    });
    for (key, value) in wanted.as_object().into_iter().flatten() {
        if !value.is_null() && key != "id" {
            command[key] = value.clone();
        }
    }
    if let Some(guild) = scope {
        command["guild_id"] = json!(guild.to_string());
    }
    command
}
