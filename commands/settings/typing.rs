//! Completing keys, and the values of those with few of them.

use poise::serenity_prelude::{CreateAutocompleteResponse, ResolvedValue};
use slimy_domain::settings::{Kind, SCHEMA, Setting, find, time_zones};
use slimy_words::{Words, say};

use crate::{
    Context,
    autocomplete::{self, Choice},
    check::own_words,
    limits::OPTIONS,
};

use super::values::{choice, description, name};

/// The settings whose key, name or description has every word that was typed.
pub(super) async fn keys(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let (words, typed) = (own_words(ctx), typed.to_owned());
    autocomplete::suggest(
        ctx,
        |_, _, _| async move { Ok(suggested_keys(words, &typed)) },
    )
    .await
}

/// The values of the setting whose key was typed before.
pub(super) async fn values(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let (words, typed) = (own_words(ctx), typed.to_owned());
    let setting = key(ctx).and_then(|key| find(&key).ok());
    autocomplete::suggest(ctx, |_, _, _| async move {
        Ok(setting.map_or_else(Vec::new, |setting| suggested_values(words, setting, &typed)))
    })
    .await
}

pub(super) fn suggested_keys(words: Words, typed: &str) -> Vec<Choice> {
    let typed = typed.to_lowercase();
    let parts: Vec<&str> = typed.split_whitespace().collect();
    let choice = |setting: &'static Setting| {
        let description = description(words, setting);
        let text = format!("{} {} {description}", setting.key, name(words, setting));
        let text = text.to_lowercase();
        let is_meant = parts.iter().all(|part| text.contains(part));
        is_meant.then(|| Choice {
            name: format!("{} – {description}", setting.key),
            value: setting.key.to_owned(),
        })
    };
    SCHEMA.iter().filter_map(choice).collect()
}

pub(super) fn suggested_values(words: Words, setting: &Setting, typed: &str) -> Vec<Choice> {
    let offered = |name: String, value: &str| Choice {
        name,
        value: value.to_owned(),
    };
    let all = match setting.kind {
        Kind::Switch => vec![
            offered(say!(words, "settings-on"), "on"),
            offered(say!(words, "settings-off"), "off"),
        ],
        Kind::Choice(choices) => choices
            .iter()
            .map(|one| offered(choice(words, setting, one), one))
            .collect(),
        Kind::TimeZone => {
            let zones = time_zones(typed, OPTIONS).into_iter();
            return zones.map(|zone| offered(zone.to_owned(), zone)).collect();
        }
        _ => Vec::new(),
    };
    let typed = typed.trim().to_lowercase();
    let is_meant = |one: &Choice| {
        one.name.to_lowercase().contains(&typed) || one.value.to_lowercase().contains(&typed)
    };
    all.into_iter().filter(is_meant).collect()
}

/// The option `key` as it was typed so far.
fn key(ctx: Context<'_>) -> Option<String> {
    let poise::Context::Application(application) = ctx else {
        return None;
    };
    let mut args = application.args.iter();
    let key = args.find(|option| option.name == "key")?;
    match key.value {
        ResolvedValue::String(text) => Some(text.to_owned()),
        ResolvedValue::Autocomplete { value, .. } => Some(value.to_owned()),
        _ => None,
    }
}
