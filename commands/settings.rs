//! `/settings`: what a server's admins set, one setting at a time.

use poise::serenity_prelude::CreateAutocompleteResponse;
use serde_json::Value;
use slimy_domain::{
    number::grouped,
    settings::{self, Held, Kind, Setting},
};

use crate::{
    Context, Error,
    answer::Answer,
    autocomplete::{self, Choice},
    check::{Request, at_once_quietly},
    embed::{GOOD, body, card},
    text::{plain, shorten},
};

/// The most units of a value in the list of all.
const LISTED: usize = 60;
/// The most units of a value that stands alone: below an embed's description.
const ALONE: usize = 3_000;

/// Set up this server: features, club and chat
#[poise::command(
    slash_command,
    guild_only,
    subcommand_required,
    subcommands("get", "set", "reset")
)]
#[expect(clippy::unused_async, reason = "poise wants it")]
pub(crate) async fn settings(_: Context<'_>) -> Result<(), Error> {
    // Discord only offers the subcommands.
    Ok(())
}

/// See one setting, or all of them
#[poise::command(slash_command, guild_only)]
async fn get(
    ctx: Context<'_>,
    #[description = "Which (default: all)"]
    #[autocomplete = "keys"]
    #[max_length = 100]
    key: Option<String>,
) -> Result<(), Error> {
    at_once_quietly(ctx, async {
        let request = Request::begin_quietly(ctx).await?;
        let all = settings::look(request.services, &request.actor).await?;
        let answer = match &key {
            None => listed(&all),
            Some(key) => {
                let wanted = settings::find(key).map_err(slimy_domain::Error::from)?;
                let held = all.iter().find(|held| held.setting.key == wanted.key);
                held.map_or_else(|| listed(&all), alone)
            }
        };
        request.write(answer).await
    })
    .await
}

/// Change a setting
#[poise::command(slash_command, guild_only)]
async fn set(
    ctx: Context<'_>,
    #[description = "Which"]
    #[autocomplete = "keys"]
    #[max_length = 100]
    key: String,
    #[description = "What it is from now on; /settings get says what it may be"]
    #[max_length = 2100]
    value: String,
) -> Result<(), Error> {
    at_once_quietly(ctx, async {
        let request = Request::begin_quietly(ctx).await?;
        let held = settings::set(request.services, &request.actor, &key, &value).await?;
        request.write(changed("Set", &held)).await
    })
    .await
}

/// Give a setting its default again
#[poise::command(slash_command, guild_only)]
async fn reset(
    ctx: Context<'_>,
    #[description = "Which"]
    #[autocomplete = "keys"]
    #[max_length = 100]
    key: String,
) -> Result<(), Error> {
    at_once_quietly(ctx, async {
        let request = Request::begin_quietly(ctx).await?;
        let held = settings::reset(request.services, &request.actor, &key).await?;
        request.write(changed("Reset", &held)).await
    })
    .await
}

async fn keys(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let typed = typed.to_owned();
    autocomplete::suggest(ctx, |_, _, _| async move {
        let found = settings::suggest(&typed).into_iter();
        let choice = |setting: &'static Setting| Choice {
            name: format!("{} – {}", setting.key, setting.description),
            value: setting.key.to_owned(),
        };
        Ok(found.map(choice).collect())
    })
    .await
}

/// Every setting by its topic; what the server has set is bold.
fn listed(all: &[Held]) -> Answer {
    let mut lines = Vec::with_capacity(all.len() * 2);
    let mut topic = "";
    for held in all {
        let of = held.setting.key.split_once('.').map_or("", |(of, _)| of);
        if of != topic {
            topic = of;
            lines.push(format!("\n**{topic}**"));
        }
        let value = shorten(&shown(held), LISTED);
        lines.push(if held.is_set {
            format!("`{}`: **{value}**", held.setting.key)
        } else {
            format!("`{}`: {value}", held.setting.key)
        });
    }
    let footer = "What is bold is set here; the rest is as it comes. /settings get with a key says what it is for.";
    let all = body(lines.join("\n").trim());
    card("Settings")
        .description(all)
        .footer(note(footer))
        .into()
}

fn note(text: &str) -> poise::serenity_prelude::CreateEmbedFooter {
    poise::serenity_prelude::CreateEmbedFooter::new(text)
}

fn alone(held: &Held) -> Answer {
    let Setting {
        key,
        kind,
        preset,
        description,
    } = held.setting;
    let value = shorten(&shown(held), ALONE);
    let default = shorten(&words(held.setting, &preset.value()), LISTED);
    let is_set = if held.is_set {
        "set here"
    } else {
        "the default"
    };
    let said = format!(
        "{description}\n\n**{value}** ({is_set})\n\nIt may be {}. The default is {default}.",
        accepted(*kind)
    );
    card(key).description(body(&said)).into()
}

fn changed(title: &str, held: &Held) -> Answer {
    let value = shorten(&shown(held), ALONE);
    let said = format!(
        "`{}` is now: **{value}**\n{}",
        held.setting.key, held.setting.description
    );
    card(title).description(body(&said)).colour(GOOD).into()
}

/// What may be typed, to follow "It may be".
fn accepted(kind: Kind) -> String {
    match kind {
        Kind::Switch => "on or off".to_owned(),
        Kind::DiscordId => "a channel, as #channel".to_owned(),
        Kind::DiscordIds { most } => {
            format!("up to {most} channels or roles, apart by spaces, or none")
        }
        Kind::Actions { most } => format!(
            "up to {most} actions of the audit log, apart by spaces, or none; one that ends in a dot stands for all that begin with it"
        ),
        Kind::TextByChannel { channels, most } => format!(
            "a channel and its text of at most {most} characters, as `#channel text`, for up to {channels} channels one after another; the channel alone takes its text away"
        ),
        other => other.to_string(),
    }
}

fn shown(held: &Held) -> String {
    words(held.setting, &held.value)
}

/// A value as people read it.
fn words(setting: &Setting, value: &Value) -> String {
    let is_role = setting.key.to_lowercase().ends_with("roles");
    let mention = |id: &str| match id.parse::<u64>() {
        Ok(id) if is_role => format!("<@&{id}>"),
        Ok(id) => format!("<#{id}>"),
        Err(_) => plain(id),
    };
    match (setting.kind, value) {
        (_, Value::Null) => when_unset(setting).to_owned(),
        (_, Value::Bool(on)) => if *on { "on" } else { "off" }.to_owned(),
        (Kind::DiscordId, Value::String(id)) => mention(id),
        (_, Value::String(text)) => plain(text),
        (_, Value::Array(ids)) if ids.is_empty() => when_unset(setting).to_owned(),
        (Kind::Actions { .. }, Value::Array(actions)) => {
            let actions = actions.iter().filter_map(Value::as_str);
            actions.map(plain).collect::<Vec<_>>().join(" ")
        }
        (_, Value::Array(ids)) => {
            let ids = ids.iter().filter_map(Value::as_str).map(mention);
            ids.collect::<Vec<_>>().join(" ")
        }
        (_, Value::Object(texts)) if texts.is_empty() => "none".to_owned(),
        (_, Value::Object(texts)) => {
            let line = |(channel, text): (&String, &Value)| {
                let text = text.as_str().unwrap_or_default();
                format!("{}: {}", mention(channel), plain(text))
            };
            texts.iter().map(line).collect::<Vec<_>>().join("\n")
        }
        (_, Value::Number(number)) if number.as_i64() == Some(0) => when_unset(setting).to_owned(),
        (_, Value::Number(number)) => number.as_i64().map_or_else(|| number.to_string(), grouped),
    }
}

/// What nothing, none and zero mean for a setting.
fn when_unset(setting: &Setting) -> &'static str {
    match (setting.key, setting.kind) {
        ("chat.persona", _) => "the bot's own",
        ("chat.channels", _) => "everywhere",
        ("chat.roles", _) => "everybody",
        (key, _) if key.starts_with("chat.budget.") => "0, the host's limit alone",
        ("club.guards.volatileMembers", _) => "0",
        ("retention.chatDays", _) => "0, forever",
        (_, Kind::Number { .. }) => "0, off",
        (_, Kind::DiscordId) => "nowhere",
        _ => "none",
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use slimy_domain::settings::SCHEMA;

    use super::*;
    use crate::limits::fault;

    fn held(key: &str, value: Value) -> Held {
        let setting = Setting::find(key).unwrap();
        Held {
            setting,
            is_set: setting.preset.value() != value,
            value,
        }
    }

    fn defaults() -> Vec<Held> {
        let preset = |setting: &'static Setting| held(setting.key, setting.preset.value());
        SCHEMA.iter().map(preset).collect()
    }

    #[test]
    fn settings_are_shown_as_people_read_them() {
        let all = [
            listed(&defaults()),
            alone(&held("features.chatBot", json!(false))),
            alone(&held("club.managerRoles", json!(["7", "8"]))),
            alone(&held(
                "chat.channelPersonas",
                json!({"5": "Speak in *rhymes*."}),
            )),
            changed("Set", &held("club.alerts.channel", json!("123"))),
            changed("Reset", &held("chat.channels", json!([]))),
        ];
        assert!(all.iter().all(|answer| fault(answer).is_none()));
        insta::assert_snapshot!(serde_json::to_string_pretty(&all).unwrap());
    }

    #[test]
    fn the_longest_settings_are_within_discords_limits() {
        let longest = defaults().into_iter().map(|mut held| {
            held.is_set = true;
            held.value = match held.setting.kind {
                Kind::Text { most } => json!("*".repeat(most)),
                Kind::DiscordIds { most } => json!(vec![u64::MAX.to_string(); most]),
                Kind::Actions { most } => json!(vec!["_".repeat(64); most]),
                Kind::TextByChannel { channels, most } => {
                    let texts = (0..channels).map(|n| {
                        let channel = (u64::MAX - n as u64).to_string();
                        (channel, json!("@".repeat(most)))
                    });
                    Value::Object(texts.collect())
                }
                _ => held.value,
            };
            held
        });
        let longest: Vec<Held> = longest.collect();
        assert_eq!(fault(&listed(&longest)), None);
        for held in &longest {
            assert_eq!(fault(&alone(held)), None, "{}", held.setting.key);
            assert_eq!(fault(&changed("Set", held)), None, "{}", held.setting.key);
        }
    }
}
