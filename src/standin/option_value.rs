//! One option's value: what a person typed, read by the registered type.

use serde_json::{Value, json};

use crate::clock::Id;
use crate::command_line::{Input, resolve};
use crate::payload;
use crate::state::{Guild, State};

/// Reads the input as the option's type; what it names goes into `resolved`.
pub(crate) fn read(
    state: &mut State,
    (guild, channel): (Id, Id),
    option: &Value,
    input: Input,
    resolved: &mut Value,
) -> Result<Value, String> {
    let kind = option["type"].as_u64().unwrap_or(0);
    let text = match (kind, input) {
        (11, Input::File(upload)) => {
            let id = state.store_file(channel, upload, true);
            let file = state.files.get(id).map(|file| file.to_json(state));
            resolve(resolved, "attachments", id, file.unwrap_or_default());
            return Ok(json!(id.to_string()));
        }
        (11, Input::Text(_)) => return Err("a file is needed".to_owned()),
        (_, Input::File(_)) => return Err("takes no file".to_owned()),
        (_, Input::Text(text)) => text,
    };
    if let Some(choices) = option["choices"].as_array().filter(|all| !all.is_empty()) {
        let chosen = choices
            .iter()
            .find(|choice| choice["name"] == text.as_str() || plain(&choice["value"]) == text);
        return chosen
            .map(|choice| choice["value"].clone())
            .ok_or_else(|| format!("{text:?} is none of its choices"));
    }
    match kind {
        3 => string(option, &text),
        4 => within(
            option,
            text.parse::<i64>().ok().map(|number| json!(number)),
            &text,
        ),
        5 => match text.to_ascii_lowercase().as_str() {
            "true" => Ok(json!(true)),
            "false" => Ok(json!(false)),
            _ => Err(format!("{text:?} is not true or false")),
        },
        10 => within(
            option,
            text.parse::<f64>().ok().map(|number| json!(number)),
            &text,
        ),
        _ => {
            let Some(of) = state.guilds.get(&guild) else {
                return named_directly(state, channel, kind, &text, resolved);
            };
            named(state, of, kind, &text, resolved)
        }
    }
}

fn string(option: &Value, text: &str) -> Result<Value, String> {
    let length = text.chars().count() as u64;
    let least = option["min_length"].as_u64().unwrap_or(0);
    let most = option["max_length"].as_u64().unwrap_or(6_000);
    if text.is_empty() || !(least..=most).contains(&length) {
        return Err(format!("takes {least} to {most} characters"));
    }
    Ok(json!(text))
}

fn within(option: &Value, number: Option<Value>, text: &str) -> Result<Value, String> {
    let number = number.ok_or_else(|| format!("{text:?} is not a number of its type"))?;
    let size = number.as_f64().unwrap_or(0.0);
    let below = option["min_value"]
        .as_f64()
        .is_some_and(|least| size < least);
    let above = option["max_value"].as_f64().is_some_and(|most| size > most);
    if below || above {
        return Err(format!("{text} is out of its range"));
    }
    Ok(number)
}

/// Users (6), channels (7), roles (8) and mentionables (9) by their names.
fn named(
    state: &State,
    guild: &Guild,
    kind: u64,
    text: &str,
    resolved: &mut Value,
) -> Result<Value, String> {
    let text = text.trim_start_matches(['@', '#']);
    let mut members = guild.members.keys().map(|id| state.user(*id));
    if matches!(kind, 6 | 9)
        && let Some(user) = members.find(|user| user.name == text)
    {
        resolve(resolved, "users", user.id, payload::user(&user));
        let mut member = payload::partial_member(guild, user.id);
        let permissions = crate::permissions::of_member(guild, user.id);
        member["permissions"] = json!(permissions.to_string());
        resolve(resolved, "members", user.id, member);
        return Ok(json!(user.id.to_string()));
    }
    let role = guild
        .roles
        .iter()
        .enumerate()
        .find(|(_, role)| role.name == text);
    if matches!(kind, 8 | 9)
        && let Some((position, role)) = role
    {
        resolve(resolved, "roles", role.id, payload::role(role, position));
        return Ok(json!(role.id.to_string()));
    }
    let mut channels = state.channels.values().filter(|one| one.guild == guild.id);
    if kind == 7
        && let Some(channel) = channels.find(|one| one.name == text)
    {
        let mut object = payload::channel(channel);
        object["permissions"] = json!(crate::permissions::EVERYONE.to_string());
        resolve(resolved, "channels", channel.id, object);
        return Ok(json!(channel.id.to_string()));
    }
    Err(format!("nothing here is called {text:?}"))
}

/// In direct messages there are only the two who write them.
fn named_directly(
    state: &State,
    channel: Id,
    kind: u64,
    text: &str,
    resolved: &mut Value,
) -> Result<Value, String> {
    let text = text.trim_start_matches('@');
    let person = state.channels.get(&channel).and_then(|one| one.dm_with);
    let mut both = person.into_iter().chain([state.bot.id]);
    let named = both.find(|id| state.user(*id).name == text);
    let id = named.filter(|_| matches!(kind, 6 | 9));
    let id = id.ok_or_else(|| format!("nothing here is called {text:?}"))?;
    resolve(resolved, "users", id, payload::user(&state.user(id)));
    Ok(json!(id.to_string()))
}

/// A value as a person would type it.
pub(crate) fn plain(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}
