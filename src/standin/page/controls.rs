//! Buttons, selects and modals that are used from the page.

use serde_json::{Value, json};

use super::interactions::{Actor, Done};
use super::messages::visible;
use crate::clock::Id;
use crate::command_line::filled;
use crate::controls::{chosen, resolve};
use crate::state::State;

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
