//! Buttons, selects and modals that are used from the page.

use serde_json::{Value, json};

use super::interactions::{Actor, Done};
use super::messages::visible;
use crate::clock::Id;
use crate::command_line::filled;
use crate::payload;
use crate::state::{Guild, State};

/// A button is pressed, or a select chosen from.
pub(super) fn uses(state: &State, actor: Actor, body: &Value) -> Done {
    let message = visible(state, (actor.who, actor.channel), &body["message_id"])?;
    let mut controls = message.controls();
    let control = controls
        .find(|one| one["custom_id"].is_string() && one["custom_id"] == body["custom_id"])
        .ok_or("This is not under the message any more.")?;
    if control["disabled"] == true {
        return Err("This is greyed out.".to_owned());
    }
    let mut data = json!({
        "custom_id": control["custom_id"], "component_type": control["type"],
    });
    if control["type"] != 2 {
        let values = chosen(control, &body["values"])?;
        let guild = state.guilds.get(&actor.guild);
        let resolved = resolve(state, guild, control["type"].as_u64(), &values)?;
        data["values"] = json!(values);
        if !resolved.is_null() {
            data["resolved"] = resolved;
        }
    }
    Ok((data, Some(message.id)))
}

/// A modal is filled in and submitted.
pub(super) fn fills(state: &State, actor: Actor, body: &Value) -> Done {
    let id = body["interaction_id"]
        .as_str()
        .and_then(|id| id.parse::<Id>().ok());
    let opened = id
        .and_then(|id| state.interactions.get(&id))
        .filter(|one| one.user == actor.who && one.channel == actor.channel);
    let opened = opened.ok_or("This form is not open any more.")?;
    let modal = opened.modal.as_ref();
    let modal = modal.ok_or("This form is not open any more.")?;
    let rows = body["components"].as_array().into_iter().flatten();
    let given: Vec<&Value> = rows
        .filter_map(|row| row["components"].as_array())
        .flatten()
        .collect();
    let data = filled(modal, |field| {
        let mut given = given.iter();
        let found = given.find(|one| one["custom_id"] == field["custom_id"]);
        found.and_then(|one| one["value"].as_str())
    })?;
    Ok((data, opened.source))
}

/// The values, as many as the select takes and each one of its own.
fn chosen(control: &Value, values: &Value) -> Result<Vec<String>, String> {
    let values: Vec<String> = values
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|value| value.as_str().map(str::to_owned))
        .collect();
    let least = control["min_values"].as_u64().unwrap_or(1);
    let most = control["max_values"].as_u64().unwrap_or(1);
    if !(least..=most).contains(&(values.len() as u64)) {
        return Err(format!("Choose {least} to {most}."));
    }
    let options = control["options"].as_array();
    let is_option = |value: &String| {
        options.is_none_or(|all| all.iter().any(|one| one["value"] == value.as_str()))
    };
    match values.iter().find(|value| !is_option(value)) {
        Some(value) => Err(format!("{value:?} is none of the options.")),
        None => Ok(values),
    }
}

/// The people, roles or channels that were chosen; null for a select of texts.
fn resolve(
    state: &State,
    guild: Option<&Guild>,
    kind: Option<u64>,
    values: &[String],
) -> Result<Value, String> {
    let mut resolved = Value::Null;
    if kind == Some(3) {
        return Ok(resolved);
    }
    let guild = guild.ok_or("There is nothing to choose from in direct messages.")?;
    for value in values {
        let id = value.parse::<Id>().unwrap_or(0);
        let role = guild.roles.iter().position(|role| role.id == id);
        if matches!(kind, Some(5 | 7)) && guild.members.contains_key(&id) {
            resolved["users"][value] = payload::user(&state.user(id));
            resolved["members"][value] = payload::partial_member(guild, id);
        } else if let (Some(6 | 7), Some(place)) = (kind, role) {
            resolved["roles"][value] = payload::role(&guild.roles[place], place);
        } else if let (Some(8), Some(channel)) = (kind, state.channels.get(&id)) {
            resolved["channels"][value] = payload::channel(channel);
        } else {
            return Err("One of the chosen is not here any more.".to_owned());
        }
    }
    Ok(resolved)
}
