//! Commands that are run from the page, and options that complete themselves.

use serde_json::{Value, json};

use super::files::Uploads;
use super::interactions::{Actor, Done};
use super::messages::visible;
use crate::clock::Id;
use crate::command_line::{self, Input, Line};
use crate::option_value::plain;
use crate::payload;
use crate::rules::command::kind_of;
use crate::state::State;

/// A command with its options, or one of a message's or person's menu.
pub(super) fn run(state: &mut State, actor: Actor, uploads: &Uploads, body: &Value) -> Done {
    let command = registered(state, actor.guild, body)?;
    if kind_of(&command) != 1 {
        return from_menu(state, actor, &command, &body["target_id"]).map(|data| (data, None));
    }
    let (text, options) = path(&command, body);
    let line = Line::parse(state, actor.guild, actor.who, &text)?;
    let mut inputs = Vec::new();
    for option in options {
        let input = if option["type"] == 11 {
            Input::File(uploads.find(actor.who, &option["value"])?)
        } else {
            Input::Text(named(state, actor.guild, option))
        };
        inputs.push((plain(&option["name"]), input));
    }
    let data = line.data(state, actor.guild, actor.channel, inputs)?;
    Ok((data, None))
}

/// What a person typed so far into an option that completes itself, and into the others.
pub(super) fn complete(state: &mut State, actor: Actor, body: &Value) -> Done {
    let command = registered(state, actor.guild, body)?;
    let (text, options) = path(&command, body);
    let line = Line::parse(state, actor.guild, actor.who, &text)?;
    let focused = options.iter().find(|option| option["focused"] == true);
    let focused = plain(&focused.ok_or("No option is focused.")?["name"]);
    let typed = options.iter().filter(|option| option["type"] != 11);
    let typed = typed.map(|option| {
        let text = if option["focused"] == true {
            plain(&option["value"])
        } else {
            named(state, actor.guild, option)
        };
        (plain(&option["name"]), Input::Text(text))
    });
    let typed = typed.collect();
    let data = line.completion(state, (actor.guild, actor.channel), typed, &focused)?;
    Ok((data, None))
}

fn registered(state: &State, guild: Id, body: &Value) -> Result<Value, String> {
    let mut commands = state.commands_in(guild);
    let found = commands.find(|one| one["id"] == body["command_id"]);
    found
        .cloned()
        .ok_or_else(|| "This command is not registered any more.".to_owned())
}

/// The command as it is typed, and the options at the end of its path of sub-commands.
fn path<'a>(command: &Value, body: &'a Value) -> (String, &'a [Value]) {
    let mut text = format!("/{}", plain(&command["name"]));
    let list = |value: &'a Value| value.as_array().map_or(&[][..], Vec::as_slice);
    let mut options = list(&body["options"]);
    while let [step] = options
        && matches!(step["type"].as_u64(), Some(1 | 2))
    {
        text.push(' ');
        text.push_str(&plain(&step["name"]));
        options = list(&step["options"]);
    }
    (text, options)
}

/// A value as a person would type it: the page sends the ids of people, roles and channels, which
/// are typed by their names.
fn named(state: &State, guild: Id, option: &Value) -> String {
    let text = plain(&option["value"]);
    let Ok(id) = text.parse::<Id>() else {
        return text;
    };
    let guild = state.guilds.get(&guild);
    let role = || {
        let mut roles = guild?.roles.iter();
        roles
            .find(|role| role.id == id)
            .map(|role| role.name.clone())
    };
    let user = || state.users.get(&id).map(|user| user.name.clone());
    let channel = || state.channels.get(&id).map(|one| one.name.clone());
    let name = match option["type"].as_u64() {
        Some(6) => user(),
        Some(7) => channel(),
        Some(8) => role(),
        Some(9) => user().or_else(role),
        _ => None,
    };
    name.unwrap_or(text)
}

fn from_menu(
    state: &State,
    actor: Actor,
    command: &Value,
    target: &Value,
) -> Result<Value, String> {
    command_line::may_use(state, actor.guild, actor.who, command)?;
    let resolved = if kind_of(command) == 3 {
        let message = visible(state, (actor.who, actor.channel), target)?;
        json!({ "messages": { message.id.to_string(): message.to_json(state) } })
    } else {
        let id = target.as_str().and_then(|id| id.parse::<Id>().ok());
        let user = id.and_then(|id| state.users.get(&id));
        let user = user.ok_or("There is no such person.")?;
        let mut resolved = json!({ "users": { user.id.to_string(): payload::user(user) } });
        let guild = state.guilds.get(&actor.guild);
        if let Some(guild) = guild.filter(|guild| guild.members.contains_key(&user.id)) {
            let member = payload::partial_member(guild, user.id);
            resolved["members"] = json!({ user.id.to_string(): member });
        }
        resolved
    };
    Ok(json!({
        "id": command["id"], "name": command["name"], "type": kind_of(command),
        "target_id": target, "resolved": resolved,
    }))
}
