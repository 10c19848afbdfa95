//! `/settings`: what a server's admins set, one setting at a time, or all in one message with menus
//! and buttons; what became of it, and as a file.

mod clash;
mod controls;
mod differences;
mod files;
mod history;
mod key;
mod open;
#[cfg(test)]
mod tests;
mod typing;
mod values;

use poise::serenity_prelude::CreateEmbedFooter;
use slimy_domain::settings::{self, Held};
use slimy_words::{Words, say};

use crate::{
    Context, Error,
    answer::Answer,
    check::{Request, at_once_quietly},
    embed::{GOOD, body, card},
    text::shorten,
};

pub(crate) use clash::{Keep, UseMine};
pub(crate) use controls::{
    Choose, ChooseSetting, ChooseTopic, Edit, Fill, FillText, PickChannels, PickRoles,
    PickTextChannel, Reset, Switch,
};
pub(crate) use files::{Apply, CancelImport};
pub(crate) use history::{HistoryPage, TakeBack};
use values::{default, description, shown};

/// The most units of a value in the list of all.
const LISTED: usize = 60;
/// The most units of a value that stands alone: below an embed's description.
const ALONE: usize = 3_000;

/// Set up this server: features, club and chat
#[poise::command(
    slash_command,
    guild_only,
    subcommand_required,
    subcommands(
        "open::open",
        "get",
        "set",
        "reset",
        "history::history",
        "files::export",
        "files::import"
    )
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
    #[autocomplete = "typing::keys"]
    #[max_length = 100]
    key: Option<String>,
) -> Result<(), Error> {
    at_once_quietly(ctx, async {
        let request = Request::begin_quietly(ctx).await?;
        let all = settings::look(request.services, &request.actor).await?;
        let words = request.words;
        let answer = match &key {
            None => listed(words, &all),
            Some(key) => {
                let wanted = settings::find(key).map_err(slimy_domain::Error::from)?;
                let held = all.iter().find(|held| held.setting.key == wanted.key);
                held.map_or_else(|| listed(words, &all), |held| alone(words, held))
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
    #[autocomplete = "typing::keys"]
    #[max_length = 100]
    key: String,
    #[description = "What it is from now on; /settings get says what it may be"]
    #[autocomplete = "typing::values"]
    #[max_length = 2100]
    value: String,
) -> Result<(), Error> {
    at_once_quietly(ctx, async {
        let request = Request::begin_quietly(ctx).await?;
        let held = settings::set(request.services, &request.actor, &key, &value).await?;
        let title = say!(request.words, "settings-was-set");
        request.write(changed(request.words, &title, &held)).await
    })
    .await
}

/// Give a setting its default again
#[poise::command(slash_command, guild_only)]
async fn reset(
    ctx: Context<'_>,
    #[description = "Which"]
    #[autocomplete = "typing::keys"]
    #[max_length = 100]
    key: String,
) -> Result<(), Error> {
    at_once_quietly(ctx, async {
        let request = Request::begin_quietly(ctx).await?;
        let held = settings::reset(request.services, &request.actor, &key).await?;
        let title = say!(request.words, "settings-was-reset");
        request.write(changed(request.words, &title, &held)).await
    })
    .await
}

/// Every setting by its topic; what the server has set is bold.
fn listed(words: Words, all: &[Held]) -> Answer {
    let mut lines = Vec::with_capacity(all.len() * 2);
    let mut topic = "";
    for held in all {
        let of = held.setting.key.split_once('.').map_or("", |(of, _)| of);
        if of != topic {
            topic = of;
            lines.push(format!("\n**{topic}**"));
        }
        let value = shorten(&shown(words, held), LISTED);
        lines.push(if held.is_set {
            format!("`{}`: **{value}**", held.setting.key)
        } else {
            format!("`{}`: {value}", held.setting.key)
        });
    }
    let all = body(lines.join("\n").trim());
    let footer = CreateEmbedFooter::new(say!(words, "settings-list-footer"));
    card(&say!(words, "settings-title"))
        .description(all)
        .footer(footer)
        .into()
}

fn alone(words: Words, held: &Held) -> Answer {
    card(held.setting.key)
        .description(body(&told(words, held, ALONE)))
        .into()
}

/// What a setting is for, what holds, and what may.
fn told(words: Words, held: &Held, most: usize) -> String {
    let value = shorten(&shown(words, held), most);
    let value = if held.is_set {
        say!(words, "settings-value-set", value = value)
    } else {
        say!(words, "settings-value-default", value = value)
    };
    let may_be = say!(
        words,
        "settings-may-be",
        accepted = held.setting.kind.accepted(words),
        default = shorten(&default(words, held.setting), LISTED)
    );
    let description = description(words, held.setting);
    format!("{description}\n\n{value}\n\n{may_be}")
}

fn changed(words: Words, title: &str, held: &Held) -> Answer {
    let value = shorten(&shown(words, held), ALONE);
    let is_now = say!(
        words,
        "settings-is-now",
        key = held.setting.key,
        value = value
    );
    let said = format!("{is_now}\n{}", description(words, held.setting));
    card(title).description(body(&said)).colour(GOOD).into()
}
