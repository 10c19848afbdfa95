//! From what a person types to an interaction's data, checked against the registered commands as
//! Discord's client does it.

use serde_json::{Map, Value, json};

use crate::clock::Id;
use crate::option_value;
use crate::permissions;
use crate::rules::command::kind_of;
use crate::state::{NO_GUILD, State};
use crate::upload::Upload;

/// What a person puts into an option.
#[derive(Clone, Debug)]
pub(crate) enum Input {
    Text(String),
    File(Upload),
}

/// A slash command found among the registered ones, with what the line says beside its name.
#[derive(Debug)]
pub(crate) struct Line {
    command: Value,
    /// The group and the sub-command, or nothing.
    path: Vec<Value>,
    /// The options that can be filled in.
    options: Vec<Value>,
    inputs: Vec<(String, Input)>,
}

impl Line {
    pub(crate) fn parse(state: &State, guild: Id, who: Id, text: &str) -> Result<Self, String> {
        let mut words = text.trim_start_matches('/').split_whitespace().peekable();
        let name = words.next().unwrap_or_default();
        let slash: Vec<_> = state
            .commands_in(guild)
            .filter(|one| kind_of(one) == 1)
            .collect();
        let command = slash
            .iter()
            .find(|one| one["name"] == name)
            .ok_or_else(|| {
                let known: Vec<_> = slash
                    .iter()
                    .filter_map(|one| one["name"].as_str())
                    .collect();
                format!("/{name} is not registered (known: {})", known.join(", "))
            })?;
        may_use(state, guild, who, command)?;
        let mut path = Vec::new();
        let mut options = inner(command);
        while options
            .iter()
            .any(|one| matches!(one["type"].as_u64(), Some(1 | 2)))
        {
            let word = words.next().unwrap_or_default();
            let Some(next) = options.iter().find(|one| one["name"] == word).cloned() else {
                return Err(format!("/{name} has no sub-command {word:?}"));
            };
            options = inner(&next);
            path.push(next);
        }
        let inputs = inline(&options, words)?;
        Ok(Self {
            command: (*command).clone(),
            path,
            options,
            inputs,
        })
    }

    /// The data of a command that is sent.
    pub(crate) fn data(
        mut self,
        state: &mut State,
        guild: Id,
        channel: Id,
        mut more: Vec<(String, Input)>,
    ) -> Result<Value, String> {
        self.inputs.append(&mut more);
        let mut filled = Vec::new();
        let mut resolved = json!({});
        for (name, input) in self.inputs.clone() {
            let option = self.option(&name)?;
            if filled.iter().any(|one: &Value| one["name"] == name) {
                return Err(format!("the option {name:?} is filled twice"));
            }
            let value = option_value::read(state, (guild, channel), &option, input, &mut resolved)
                .map_err(|why| format!("the option {name:?}: {why}"))?;
            filled.push(json!({ "name": name, "type": option["type"], "value": value }));
        }
        let missing: Vec<_> = self
            .options
            .iter()
            .filter(|option| option["required"] == true)
            .filter_map(|option| option["name"].as_str())
            .filter(|name| !filled.iter().any(|one| one["name"] == *name))
            .collect();
        if !missing.is_empty() {
            return Err(format!(
                "required options are missing: {}",
                missing.join(", ")
            ));
        }
        let mut data = self.envelope(filled);
        if resolved
            .as_object()
            .is_some_and(|object| !object.is_empty())
        {
            data["resolved"] = resolved;
        }
        Ok(data)
    }

    /// The data of an autocompletion: every option that is filled so far, in the order in which
    /// they were filled, and the one that is being typed. A value that is not one yet stays out;
    /// the focused one is text, whatever its type.
    pub(crate) fn completion(
        mut self,
        state: &mut State,
        (guild, channel): (Id, Id),
        mut more: Vec<(String, Input)>,
        focused: &str,
    ) -> Result<Value, String> {
        self.inputs.append(&mut more);
        let focus = self.option(focused)?;
        if focus["autocomplete"] != true {
            return Err(format!("the option {focused:?} does not complete"));
        }
        let mut filled = Vec::new();
        for (name, input) in self.inputs.clone() {
            let option = self.option(&name)?;
            let mut shown = json!({ "name": name, "type": option["type"] });
            match input {
                Input::Text(typed) if name == focused => {
                    shown["value"] = json!(typed);
                    shown["focused"] = json!(true);
                }
                // A file is sent along with the command, not before.
                Input::File(_) => continue,
                typed @ Input::Text(_) => {
                    let place = (guild, channel);
                    match option_value::read(state, place, &option, typed, &mut json!({})) {
                        Ok(value) => shown["value"] = value,
                        Err(_) => continue,
                    }
                }
            }
            filled.push(shown);
        }
        Ok(self.envelope(filled))
    }

    /// The option that is typed last in the line.
    pub(crate) fn last_option(&self) -> Option<String> {
        self.inputs.last().map(|(name, _)| name.clone())
    }

    fn option(&self, name: &str) -> Result<Value, String> {
        let found = self.options.iter().find(|option| option["name"] == name);
        found
            .cloned()
            .ok_or_else(|| format!("there is no option {name:?}"))
    }

    fn envelope(&self, filled: Vec<Value>) -> Value {
        let nested = self.path.iter().rev().fold(filled, |inner, step| {
            vec![json!({ "name": step["name"], "type": step["type"], "options": inner })]
        });
        let mut data = json!({
            "id": self.command["id"], "name": self.command["name"], "type": 1, "options": nested,
        });
        if let Some(guild) = self.command.get("guild_id") {
            data["guild_id"] = guild.clone();
        }
        data
    }
}

/// Discord's client offers commands only where the person sees the channel and may use them.
pub(crate) fn may_use_any(state: &State, channel: Id, who: Id) -> Result<(), String> {
    let channel = state.channels.get(&channel).ok_or("the channel is gone")?;
    let held = permissions::in_channel(state, channel, who);
    if held & permissions::VIEW_CHANNEL == 0 {
        return Err("the person does not see the channel".to_owned());
    }
    if held & permissions::USE_APPLICATION_COMMANDS == 0 {
        return Err("the person may not use commands in the channel".to_owned());
    }
    Ok(())
}

/// Discord hides a command from those who lack its default permissions.
pub(crate) fn may_use(state: &State, guild: Id, who: Id, command: &Value) -> Result<(), String> {
    let needed: Option<u64> = command["default_member_permissions"]
        .as_str()
        .and_then(|bits| bits.parse().ok());
    if guild == NO_GUILD || state.shows_all_commands {
        return Ok(());
    }
    let guild = state.guilds.get(&guild).ok_or("the guild is gone")?;
    let held = permissions::of_member(guild, who);
    match needed {
        Some(0) if held & permissions::ADMINISTRATOR == 0 => {
            Err("Discord shows this command to administrators only".to_owned())
        }
        Some(bits) if held & bits != bits => Err(format!(
            "Discord hides this command from who lacks: {}",
            permissions::named(bits)
        )),
        _ => Ok(()),
    }
}

/// The data of a filled modal, each input found by its label.
pub(crate) fn submission<'a>(
    modal: &'a Value,
    inputs: &[(&str, &'a str)],
) -> Result<Value, String> {
    for (label, _) in inputs {
        if !fields(modal).any(|field| field["label"] == *label) {
            return Err(format!("the modal has no input {label:?}"));
        }
    }
    filled(modal, |field| {
        let given = inputs.iter().find(|(label, _)| field["label"] == *label);
        given.map(|(_, value)| *value)
    })
}

/// The inputs of a modal, from top to bottom.
fn fields(modal: &Value) -> impl Iterator<Item = &Value> {
    let rows = modal["components"].as_array().into_iter().flatten();
    rows.map(|row| &row["components"][0])
}

/// The data of a modal, filled with what is given for each input; its preset value otherwise.
pub(crate) fn filled<'a>(
    modal: &'a Value,
    given: impl Fn(&Value) -> Option<&'a str>,
) -> Result<Value, String> {
    let mut rows = Vec::new();
    for field in fields(modal) {
        let preset = field["value"].as_str().unwrap_or_default();
        let value = given(field).unwrap_or(preset);
        let length = value.chars().count() as u64;
        let least = field["min_length"].as_u64().unwrap_or(0);
        let most = field["max_length"].as_u64().unwrap_or(4_000);
        let is_required = field["required"].as_bool().unwrap_or(true);
        let may_be_empty = value.is_empty() && !is_required;
        if !may_be_empty && !(least.max(u64::from(is_required))..=most).contains(&length) {
            return Err(format!(
                "the input {} takes {least} to {most} characters",
                field["label"]
            ));
        }
        let input = json!({ "type": 4, "custom_id": field["custom_id"], "value": value });
        rows.push(json!({ "type": 1, "components": [input] }));
    }
    Ok(json!({ "custom_id": modal["custom_id"], "components": rows }))
}

fn inner(body: &Value) -> Vec<Value> {
    body["options"].as_array().cloned().unwrap_or_default()
}

/// `title:Week 47 page:2` after the command's name; a value goes on until the next option.
fn inline<'a>(
    options: &[Value],
    words: impl Iterator<Item = &'a str>,
) -> Result<Vec<(String, Input)>, String> {
    let mut found: Vec<(String, String)> = Vec::new();
    for word in words {
        let named = word
            .split_once(':')
            .filter(|(name, _)| options.iter().any(|option| option["name"] == *name));
        match (named, found.last_mut()) {
            (Some((name, value)), _) => found.push((name.to_owned(), value.to_owned())),
            (None, Some((_, value))) => {
                if !value.is_empty() {
                    value.push(' ');
                }
                value.push_str(word);
            }
            (None, None) => return Err(format!("{word:?} belongs to no option")),
        }
    }
    Ok(found
        .into_iter()
        .map(|(name, value)| (name, Input::Text(value)))
        .collect())
}

/// Puts an object into one of the maps of `resolved`.
pub(crate) fn resolve(resolved: &mut Value, kind: &str, id: Id, object: Value) {
    let all = resolved.as_object_mut().map(|maps| {
        maps.entry(kind)
            .or_insert_with(|| Value::Object(Map::new()))
    });
    if let Some(all) = all {
        all[id.to_string()] = object;
    }
}
