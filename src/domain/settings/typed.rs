//! Settings as people type them: one at a time, by its key.

use serde_json::{Value, json};
use slimy_store::guilds::SettingsChange;

use super::{Fault, Kind, Problem, SCHEMA, Setting, Spot, update};
use crate::{
    Error, Services, UserError,
    rights::{Action, Actor, Resource, may},
};

/// A setting with what holds in a guild.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    /// Which.
    pub setting: &'static Setting,
    /// What holds.
    pub value: Value,
    /// Whether the guild has set it, and it is not the default that holds.
    pub is_set: bool,
}

/// Every setting of the actor's guild, in the schema's order. For the guild's admins.
pub async fn look(services: &Services, actor: &Actor) -> Result<Vec<Held>, Error> {
    let place = actor.membership.as_ref().ok_or(UserError::NotInGuild)?;
    let guild = services
        .cache
        .guild(&services.db, &place.guild_id)
        .await?
        .ok_or(UserError::NotInGuild)?;
    let settings = super::GuildSettings::of(&guild);
    let own = Resource::of_guild(&place.guild_id, &settings);
    if !may(actor, Action::SettingsChange, own) {
        return Err(Action::SettingsChange.refusal().into());
    }
    let nothing = Value::Null;
    let document = guild.settings.as_ref().map_or(&nothing, |stored| &stored.0);
    let held = |setting: &'static Setting| Held {
        setting,
        value: setting.value(document),
        is_set: setting.stored(document).is_some(),
    };
    Ok(SCHEMA.iter().map(held).collect())
}

/// Sets `key` to what `text` says, in the actor's guild; what holds then is given back. What does
/// not fit is a [`UserError::SettingRefused`] that names the key and what is accepted.
pub async fn set(services: &Services, actor: &Actor, key: &str, text: &str) -> Result<Held, Error> {
    let setting = find(key)?;
    let value = value(setting, text).map_err(UserError::from)?;
    let change = update(services, actor, &Spot::of(setting).patch(value)).await?;
    Ok(after(setting, &change))
}

/// Takes away what the actor's guild has set for `key`, so that the default holds again.
pub async fn reset(services: &Services, actor: &Actor, key: &str) -> Result<Held, Error> {
    let setting = find(key)?;
    let change = update(services, actor, &Spot::of(setting).patch(Value::Null)).await?;
    Ok(after(setting, &change))
}

/// The setting with this key, whatever its case.
pub fn find(key: &str) -> Result<&'static Setting, UserError> {
    let key = key.trim();
    let found = SCHEMA
        .iter()
        .find(|setting| setting.key.eq_ignore_ascii_case(key));
    found.ok_or_else(|| Fault::new(key, Problem::NotOffered).into())
}

fn after(setting: &'static Setting, change: &SettingsChange) -> Held {
    Held {
        setting,
        value: setting.value(&change.after),
        is_set: setting.stored(&change.after).is_some(),
    }
}

/// What `text` means for a setting. Ids may be typed as mentions; a list is apart by spaces or
/// commas, and `none` is an empty one. For texts by channel it is one channel and its text, or the
/// channel alone to take its text away.
pub(super) fn value(setting: &Setting, text: &str) -> Result<Value, Fault> {
    let text = text.trim();
    let value = match setting.kind {
        Kind::Switch => switch(text).map_or_else(|| json!(text), Value::Bool),
        Kind::Number { .. } => number(text),
        Kind::Channel => json!(id(text)),
        Kind::Channels { .. } | Kind::Roles { .. } => listed(text, id),
        Kind::Actions { .. } => listed(&text.to_lowercase(), |action| action),
        Kind::TextByChannel { .. } => return by_channel(setting, text),
        Kind::Choice(choices) => {
            let choice = choices.iter().find(|one| one.eq_ignore_ascii_case(text));
            json!(choice.copied().unwrap_or(text))
        }
        Kind::Text { .. } | Kind::TimeZone | Kind::TimeOfDay => json!(text),
    };
    check(setting.kind, setting.key, &value).map_err(|fault| in_words(setting.kind, fault))?;
    Ok(value)
}

/// The refusal as it helps somebody who types, where the kind speaks of JSON.
fn in_words(kind: Kind, fault: Fault) -> Fault {
    let is_id = fault.problem == Problem::Not(Kind::Channel);
    let problem = match kind {
        Kind::Switch => Problem::NotOnOrOff,
        Kind::Channel | Kind::Channels { .. } | Kind::Roles { .. } if is_id => {
            Problem::NotMentioned
        }
        _ => return fault,
    };
    Fault { problem, ..fault }
}

fn check(kind: Kind, key: &str, value: &Value) -> Result<(), Fault> {
    kind.check(value)
        .map_err(|(part, problem)| Fault::new(&format!("{key}{part}"), problem))
}

fn switch(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "true" | "on" | "yes" => Some(true),
        "false" | "off" | "no" => Some(false),
        _ => None,
    }
}

fn number(text: &str) -> Value {
    let digits: String = text.chars().filter(|c| !matches!(c, ',' | '_')).collect();
    digits
        .parse::<i64>()
        .map_or_else(|_| json!(text), |number| json!(number))
}

/// The id in `<#1>`, `<@&1>` or `<@1>`, or the text itself.
fn id(text: &str) -> &str {
    let inner = text
        .strip_prefix('<')
        .and_then(|rest| rest.strip_suffix('>'));
    inner.map_or(text, |inner| inner.trim_start_matches(['#', '@', '&', '!']))
}

/// What stands in `text` apart by spaces, commas or lines, each once and as `one` reads it.
fn listed<'a>(text: &'a str, one: impl Fn(&'a str) -> &'a str) -> Value {
    if text.eq_ignore_ascii_case("none") {
        return json!([]);
    }
    let parts = text.split(|c: char| c == ',' || c.is_whitespace());
    let mut items: Vec<&str> = Vec::new();
    for item in parts.filter(|part| !part.is_empty()).map(one) {
        if !items.contains(&item) {
            items.push(item);
        }
    }
    json!(items)
}

fn by_channel(setting: &Setting, text: &str) -> Result<Value, Fault> {
    let (channel, words) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let channel = id(channel);
    let words = text_in_channel(setting, channel, words)?;
    Ok(json!({channel: words}))
}

/// What `text` means for one channel of a setting with texts by channel: nothing takes its text
/// away.
pub(super) fn text_in_channel(
    setting: &Setting,
    channel: &str,
    text: &str,
) -> Result<Value, Fault> {
    let text = text.trim();
    // The channel alone is checked with any text: a null takes away, and is no text.
    let shown = if text.is_empty() { "-" } else { text };
    check(setting.kind, setting.key, &json!({channel: shown}))?;
    Ok(if text.is_empty() {
        Value::Null
    } else {
        json!(text)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(key: &str, text: &str) -> Result<Value, String> {
        let setting = Setting::find(key).unwrap();
        value(setting, text).map_err(|fault| fault.to_string())
    }

    #[test]
    fn what_is_typed_is_what_the_setting_holds() {
        for (key, text, value) in [
            ("features.chatBot", "Off", json!(false)),
            ("features.chatBot", "true", json!(true)),
            ("language", "pt-br", json!("pt-BR")),
            ("timezone", "Europe/Berlin", json!("Europe/Berlin")),
            ("club.guards.jumpPercent", "1,000", json!(1000)),
            ("club.alerts.channel", "<#123>", json!("123")),
            (
                "club.managerRoles",
                "<@&1>, <@&2> 3 1",
                json!(["1", "2", "3"]),
            ),
            ("chat.channels", "none", json!([])),
            (
                "audit.actions",
                "club. Data.Export,club.",
                json!(["club.", "data.export"]),
            ),
            (
                "chat.persona",
                " You are a pirate. ",
                json!("You are a pirate."),
            ),
            (
                "chat.channelPersonas",
                "<#5> Speak in rhymes.",
                json!({"5": "Speak in rhymes."}),
            ),
            ("chat.channelPersonas", "<#5>", json!({"5": null})),
        ] {
            assert_eq!(typed(key, text), Ok(value), "{key} {text}");
        }
    }

    #[test]
    fn what_does_not_fit_is_refused_with_its_key_and_what_is_accepted() {
        for (key, text, told) in [
            (
                "features.chatBot",
                "maybe",
                "features.chatBot: must be on or off",
            ),
            (
                "club.guards.jumpPercent",
                "1e9",
                "club.guards.jumpPercent: must be a whole number from 0 to 1000",
            ),
            (
                "club.managerRoles",
                "@Officers",
                "club.managerRoles[0]: must be a #channel or @role as Discord offers it while you type, or its id",
            ),
            (
                "chat.channelPersonas",
                "general Hi",
                "chat.channelPersonas.general: must stand under a Discord id like \"123456789012345678\"",
            ),
        ] {
            assert_eq!(typed(key, text), Err(told.to_owned()), "{key} {text}");
        }
        assert_eq!(find("Features.chatbot").unwrap().key, "features.chatBot");
        assert!(find("features").is_err());
    }
}
