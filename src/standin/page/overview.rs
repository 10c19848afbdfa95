//! `GET /api/world`: everything that is there before anybody does something.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde_json::{Value, json};

use super::{Person, Sample, Shared, place};
use crate::state::{Guild, State as Discord};
use crate::upload::dimensions;

pub(super) async fn show(State(shared): State<Arc<Shared>>) -> Json<Value> {
    // The names need the lock that the rest is read under.
    let people: Vec<_> = shared.cast.iter().map(person).collect();
    let samples: Vec<_> = shared.assets.samples.iter().map(sample).collect();
    Json(shared.world.read(|state| {
        let is_shown = |guild: &&Guild| {
            let mut cast = shared.cast.iter();
            cast.any(|person| guild.members.contains_key(&person.member.id()))
        };
        let guilds = state.guilds.values().filter(is_shown);
        let guilds: Vec<_> = guilds.map(|one| guild(state, one)).collect();
        json!({
            "bot": {
                "id": state.bot.id.to_string(), "name": state.bot.name,
                "online": place::is_bot_online(state),
            },
            "people": people, "guilds": guilds, "dms": shared.direct(state),
            "commands": place::commands(state), "samples": samples,
        })
    }))
}

impl Shared {
    /// The direct messages of the cast with the bot.
    fn direct(&self, state: &Discord) -> Vec<Value> {
        let cast = |id| self.cast.iter().any(|person| person.member.id() == id);
        let channels = state.channels.values();
        let direct = channels.filter_map(|one| Some((one.id, one.dm_with.filter(|id| cast(*id))?)));
        direct
            .map(|(id, person)| json!({ "id": id.to_string(), "person": person.to_string() }))
            .collect()
    }
}

fn person(person: &Person) -> Value {
    json!({
        "id": person.member.id().to_string(), "name": person.member.name(),
        "role": person.role, "note": person.note,
    })
}

fn guild(state: &Discord, guild: &Guild) -> Value {
    let channels = state.channels.values();
    let channels = channels.filter(|channel| channel.guild == guild.id);
    let channels: Vec<_> = channels
        .map(|one| json!({ "id": one.id.to_string(), "name": one.name, "kind": "text" }))
        .collect();
    let roles = guild.roles.iter();
    let roles: Vec<_> = roles
        .map(|role| json!({ "id": role.id.to_string(), "name": role.name }))
        .collect();
    json!({
        "id": guild.id.to_string(), "name": guild.name, "channels": channels, "roles": roles,
    })
}

fn sample(sample: &Sample) -> Value {
    let (width, height) = dimensions(sample.bytes).unwrap_or_default();
    json!({
        "name": sample.name, "url": format!("/samples/{}", sample.name),
        "description": sample.description, "width": width, "height": height,
    })
}
