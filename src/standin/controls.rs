//! Buttons and selects under messages: which one somebody means, and what a select makes of what is
//! chosen.

use serde_json::Value;

use crate::clock::Id;
use crate::messages::StoredMessage;
use crate::payload;
use crate::state::{Guild, State};

/// A button or select and the message that it is under.
#[derive(Clone, Debug)]
pub(crate) struct Control {
    pub(crate) message: Id,
    pub(crate) body: Value,
}

/// The control under a message that somebody means; an error when it is there and of no use to them.
pub(crate) fn find(
    state: &State,
    message: &StoredMessage,
    who: Id,
    what: &str,
    is_it: impl Fn(&Value) -> bool,
) -> Option<Result<Control, String>> {
    let body = message.controls().find(|body| is_it(body))?;
    if !message.is_visible_to(who) {
        let name = state.user(who).name;
        return Some(Err(format!("{name} cannot see the message with {what}")));
    }
    if body["disabled"] == true {
        return Some(Err(format!("{what} is greyed out")));
    }
    Some(Ok(Control {
        message: message.id,
        body: body.clone(),
    }))
}

/// The value of a select that is shown as this: an option's label, or the name of a person, a role
/// or a channel.
pub(crate) fn value_of(
    state: &State,
    guild: Option<&Guild>,
    select: &Value,
    shown: &str,
) -> Option<String> {
    if let Some(options) = select["options"].as_array() {
        let option = options.iter().find(|option| option["label"] == shown)?;
        return option["value"].as_str().map(str::to_owned);
    }
    let guild = guild?;
    let name = shown.trim_start_matches(['@', '#']);
    let kind = select["type"].as_u64();
    let mut members = guild.members.keys();
    let user = members.find(|id| state.user(**id).name == name).copied();
    let mut roles = guild.roles.iter();
    let role = roles.find(|role| role.name == name).map(|role| role.id);
    let mut channels = state.channels.values().filter(|one| one.guild == guild.id);
    let channel = channels.find(|one| one.name == name).map(|one| one.id);
    let id = match kind {
        Some(5) => user,
        Some(6) => role,
        Some(7) => user.or(role),
        Some(8) => channel,
        _ => None,
    };
    id.map(|id| id.to_string())
}

/// The values, as many as the select takes and each one of its own.
pub(crate) fn chosen(control: &Value, values: &Value) -> Result<Vec<String>, String> {
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
pub(crate) fn resolve(
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
