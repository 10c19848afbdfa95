//! Settings and their values as people read them.

use serde_json::Value;
use slimy_domain::settings::{Held, Kind, LANGUAGE, Setting, WEEK_DAY};
use slimy_words::{Language, Words, say};

use crate::text::plain;

/// What a setting is for.
pub(super) fn description(words: Words, setting: &Setting) -> String {
    words.find(&id(setting)).unwrap_or_default()
}

/// What a setting is called.
pub(super) fn name(words: Words, setting: &Setting) -> String {
    let found = words.find(&format!("{}.name", id(setting)));
    found.unwrap_or_else(|| setting.key.to_owned())
}

/// The message that says what a setting is for; its attribute `name` says what it is called.
pub(super) fn id(setting: &Setting) -> String {
    format!("setting-{}", setting.key.replace('.', "-"))
}

/// What holds.
pub(super) fn shown(words: Words, held: &Held) -> String {
    value(words, held.setting, &held.value)
}

/// What holds when nothing is set.
pub(super) fn default(words: Words, setting: &Setting) -> String {
    value(words, setting, &setting.preset.value())
}

/// A value.
pub(super) fn value(words: Words, setting: &Setting, value: &Value) -> String {
    let mention = |id: &str| match (setting.kind, id.parse::<u64>()) {
        (Kind::Roles { .. }, Ok(id)) => format!("<@&{id}>"),
        (_, Ok(id)) => format!("<#{id}>"),
        (_, Err(_)) => plain(id),
    };
    match (setting.kind, value) {
        (_, Value::Null) => when_unset(words, setting),
        (_, Value::Bool(true)) => say!(words, "settings-on"),
        (_, Value::Bool(false)) => say!(words, "settings-off"),
        (Kind::Channel, Value::String(id)) => mention(id),
        (_, Value::String(text)) => plain(text),
        (_, Value::Array(ids)) if ids.is_empty() => when_unset(words, setting),
        (Kind::Actions { .. }, Value::Array(actions)) => {
            let actions = actions.iter().filter_map(Value::as_str);
            actions.map(plain).collect::<Vec<_>>().join(" ")
        }
        (_, Value::Array(ids)) => {
            let ids = ids.iter().filter_map(Value::as_str).map(mention);
            ids.collect::<Vec<_>>().join(" ")
        }
        (_, Value::Object(texts)) if texts.is_empty() => say!(words, "settings-none"),
        (_, Value::Object(texts)) => {
            let line = |(channel, text): (&String, &Value)| {
                let text = text.as_str().unwrap_or_default();
                format!("{}: {}", mention(channel), plain(text))
            };
            texts.iter().map(line).collect::<Vec<_>>().join("\n")
        }
        (_, Value::Number(number)) if number.as_i64() == Some(0) => when_unset(words, setting),
        (_, Value::Number(number)) => number
            .as_i64()
            .map_or_else(|| number.to_string(), |number| words.number(number)),
    }
}

/// What nothing, none and zero mean for a setting.
fn when_unset(words: Words, setting: &Setting) -> String {
    match (setting.key, setting.kind) {
        ("chat.persona", _) => say!(words, "settings-own-persona"),
        ("chat.channels", _) => say!(words, "settings-everywhere"),
        ("chat.roles", _) => say!(words, "settings-everybody"),
        (key, _) if key.starts_with("chat.budget.") => say!(words, "settings-zero-host"),
        ("club.guards.volatileMembers", _) => words.number(0),
        ("retention.chatDays", _) => say!(words, "settings-zero-forever"),
        (_, Kind::Number { .. }) => say!(words, "settings-zero-off"),
        (_, Kind::Channel) => say!(words, "settings-nowhere"),
        _ => say!(words, "settings-none"),
    }
}

/// One of a setting's choices, as a menu names it.
pub(super) fn choice(words: Words, setting: &Setting, choice: &str) -> String {
    match Language::from_code(choice) {
        Some(language) if setting.key == LANGUAGE.key => language.name().to_owned(),
        _ if setting.key == WEEK_DAY.key => say!(words, "settings-weekday", day = choice),
        _ => choice.to_owned(),
    }
}
