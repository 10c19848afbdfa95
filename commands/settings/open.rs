//! `/settings open`: the message with all settings, a topic at a time.
//!
//! Its menus choose a topic and then a setting; below them are the controls of that setting's kind.
//! What is shown is read anew at every press, so the message may be as old as Discord lets it.

use poise::serenity_prelude::{
    ButtonStyle, ChannelId, CreateActionRow, CreateButton, CreateSelectMenu, RoleId,
};
use serde_json::Value;
use slimy_domain::settings::{self, Held, Kind, LANGUAGE, Mark, Setting, topics};
use slimy_words::{Words, say};

use crate::{
    Context, Error,
    answer::Answer,
    check::{Request, at_once_quietly},
    component::{Choose as _, ChooseChannels as _, ChooseRoles as _, Offer, Press as _, Short},
    embed::{body, card},
    limits::{OPTION, OPTIONS},
    text::{shorten, visible},
};

use super::{
    LISTED,
    controls::{
        Choose, ChooseSetting, ChooseTopic, Edit, PickChannels, PickRoles, PickTextChannel, Reset,
        Switch,
    },
    key::{Key, Topic},
    told,
    values::{choice, name, shown},
};

/// Units of the value of the setting that is chosen.
const CHOSEN: usize = 600;

/// Actions that are offered beside those that are set: what an audit log is watched for.
const ACTIONS: [&str; 14] = [
    "guild.settings.",
    "data.",
    "club.",
    "club.analysis.",
    "club.analysis.save",
    "club.analysis.delete",
    "club.import.",
    "club.snapshot.",
    "club.member.",
    "club.correction.",
    "chat.conversation.delete",
    "user.create",
    "guild.",
    "command.",
];

/// All settings in one message with menus and buttons
#[poise::command(slash_command, guild_only)]
pub(super) async fn open(ctx: Context<'_>) -> Result<(), Error> {
    at_once_quietly(ctx, async {
        let request = Request::begin_quietly(ctx).await?;
        let first = page(&request, &LANGUAGE).await?;
        request.write(first).await
    })
    .await
}

/// The message with a setting chosen.
pub(super) async fn page(
    request: &Request<'_>,
    setting: &'static Setting,
) -> Result<Answer, Error> {
    let all = settings::look(request.services, &request.actor).await?;
    let topic = Topic(setting.topic());
    Ok(answer(request.words, &all, topic, Some(setting)))
}

/// The message with a topic chosen; one that is a single setting has that chosen, too.
pub(super) async fn topic_page(request: &Request<'_>, topic: Topic) -> Result<Answer, Error> {
    let all = settings::look(request.services, &request.actor).await?;
    let mut of_it = topic.settings();
    let only = match (of_it.next(), of_it.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    };
    Ok(answer(request.words, &all, topic, only))
}

pub(super) fn answer(
    words: Words,
    all: &[Held],
    topic: Topic,
    chosen: Option<&'static Setting>,
) -> Answer {
    let of_it: Vec<&Held> = all
        .iter()
        .filter(|held| held.setting.topic() == topic.0)
        .collect();
    let chosen = chosen.and_then(|chosen| of_it.iter().find(|held| held.setting.key == chosen.key));
    let mut lines: Vec<String> = Vec::new();
    if of_it.len() > 1 {
        lines.extend(of_it.iter().map(|held| line(words, held)));
        lines.push(String::new());
    }
    lines.push(chosen.map_or_else(
        || say!(words, "settings-choose-first"),
        |held| {
            let name = name(words, held.setting);
            format!("**{name}**\n{}", told(words, held, CHOSEN))
        },
    ));
    let said = say!(words, "settings-topic", topic = topic.0);
    let title = say!(words, "settings-title-topic", topic = said);
    // Not as foreign text: a colon in a title of our own needs no escape.
    let embed = card("").title(title).description(body(&lines.join("\n")));
    let mut answer = Answer::from(embed).row(topics_row(words, topic));
    if of_it.len() > 1 {
        let chosen = chosen.map(|held| held.setting);
        answer = answer.row(settings_row(words, topic, &of_it, chosen));
    }
    for row in chosen.map_or_else(Vec::new, |held| rows(words, held)) {
        answer = answer.row(row);
    }
    answer
}

fn line(words: Words, held: &Held) -> String {
    let name = name(words, held.setting);
    let value = shorten(&shown(words, held).replace('\n', " "), LISTED);
    if held.is_set {
        format!("{name}: **{value}**")
    } else {
        format!("{name}: {value}")
    }
}

fn topics_row(words: Words, shown: Topic) -> CreateActionRow {
    let offers = topics().into_iter().map(|topic| Offer {
        label: say!(words, "settings-topic", topic = topic),
        value: Topic(topic),
        description: String::new(),
        is_chosen: topic == shown.0,
    });
    let placeholder = say!(words, "settings-choose-topic");
    CreateActionRow::SelectMenu(ChooseTopic {}.select(&placeholder, offers))
}

fn settings_row(
    words: Words,
    topic: Topic,
    of_it: &[&Held],
    chosen: Option<&Setting>,
) -> CreateActionRow {
    let offers = of_it.iter().map(|held| Offer {
        label: name(words, held.setting),
        value: Key(held.setting),
        description: shorten(held.setting.key, OPTION),
        is_chosen: chosen == Some(held.setting),
    });
    let placeholder = say!(words, "settings-choose-setting");
    CreateActionRow::SelectMenu(ChooseSetting { topic }.select(&placeholder, offers))
}

/// The controls of one setting: a menu or a switch, where it has one, and what all have.
fn rows(words: Words, held: &Held) -> Vec<CreateActionRow> {
    let key = Key(held.setting);
    let base = Mark::of(&held.value);
    let reset = Reset { key, base }.button(
        &say!(words, "settings-back-to-default"),
        ButtonStyle::Secondary,
    );
    let reset = reset.disabled(!held.is_set);
    let edit = Edit { key }.button(&say!(words, "settings-edit"), ButtonStyle::Primary);
    let with = |select: CreateSelectMenu, buttons: Vec<CreateButton>| {
        vec![
            CreateActionRow::SelectMenu(select),
            CreateActionRow::Buttons(buttons),
        ]
    };
    match held.setting.kind {
        Kind::Switch => {
            let [on, off] = switch(words, held, base);
            vec![CreateActionRow::Buttons(vec![on, off, reset])]
        }
        Kind::Choice(choices) => with(choose(words, held, base, choices), vec![reset]),
        Kind::TimeZone | Kind::TimeOfDay | Kind::Text { .. } | Kind::Number { .. } => {
            vec![CreateActionRow::Buttons(vec![edit, reset])]
        }
        Kind::Channel => {
            let placeholder = say!(words, "settings-choose-channel");
            let select = PickChannels { key, base }.select_channels(&placeholder, channels(held));
            with(select.min_values(0).max_values(1), vec![reset])
        }
        Kind::Channels { most } => {
            let placeholder = say!(words, "settings-choose-channels");
            let select = PickChannels { key, base }.select_channels(&placeholder, channels(held));
            with(select.min_values(0).max_values(at_most(most)), vec![reset])
        }
        Kind::Roles { most } => {
            let placeholder = say!(words, "settings-choose-roles");
            let chosen = ids(held).map(RoleId::new).collect();
            let select = PickRoles { key, base }.select_roles(&placeholder, chosen);
            with(select.min_values(0).max_values(at_most(most)), vec![reset])
        }
        Kind::Actions { .. } => with(actions(words, held, base), vec![edit, reset]),
        Kind::TextByChannel { .. } => {
            let placeholder = say!(words, "settings-choose-text-channel");
            let select = PickTextChannel { key }.select_channels(&placeholder, Vec::new());
            with(select, vec![reset])
        }
    }
}

fn switch(words: Words, held: &Held, base: Mark) -> [CreateButton; 2] {
    let is_on = held.value == Value::Bool(true);
    let key = Key(held.setting);
    let one = |on: bool, label: String| {
        let style = if on == is_on {
            ButtonStyle::Success
        } else {
            ButtonStyle::Secondary
        };
        let button = Switch { key, on, base }.button(&label, style);
        button.disabled(on == is_on)
    };
    [
        one(true, say!(words, "settings-turn-on")),
        one(false, say!(words, "settings-turn-off")),
    ]
}

fn choose(words: Words, held: &Held, base: Mark, choices: &[&str]) -> CreateSelectMenu {
    let offers = choices.iter().filter_map(|one| {
        Some(Offer {
            label: choice(words, held.setting, one),
            value: Short::new(*one)?,
            description: String::new(),
            is_chosen: held.value == **one,
        })
    });
    let key = Key(held.setting);
    let placeholder = say!(words, "settings-choose-value");
    Choose { key, base }.select(&placeholder, offers)
}

fn actions(words: Words, held: &Held, base: Mark) -> CreateSelectMenu {
    let set = held.value.as_array().map(Vec::as_slice).unwrap_or_default();
    let set: Vec<&str> = set.iter().filter_map(Value::as_str).collect();
    let others = ACTIONS.into_iter().filter(|one| !set.contains(one));
    // What is set comes first, so that none of it is cut off and lost with the next choice.
    let all: Vec<&str> = set.iter().copied().chain(others).take(OPTIONS).collect();
    let count = all.len();
    let offers = all.into_iter().filter_map(|action| {
        Some(Offer {
            label: visible(action),
            value: Short::new(action)?,
            description: String::new(),
            is_chosen: set.contains(&action),
        })
    });
    let key = Key(held.setting);
    let placeholder = say!(words, "settings-choose-actions");
    let select = Choose { key, base }.select(&placeholder, offers);
    select.min_values(0).max_values(at_most(count))
}

fn channels(held: &Held) -> Vec<ChannelId> {
    ids(held).map(ChannelId::new).collect()
}

fn ids(held: &Held) -> impl Iterator<Item = u64> {
    let listed = match &held.value {
        Value::Array(ids) => ids.as_slice(),
        one => std::slice::from_ref(one),
    };
    let ids = listed
        .iter()
        .filter_map(|id| id.as_str()?.parse::<u64>().ok());
    ids.filter(|id| *id > 0)
}

fn at_most(most: usize) -> u8 {
    u8::try_from(most.min(OPTIONS)).unwrap_or(u8::MAX)
}
