//! What the commands are called in each language, as Discord is told it.

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use poise::serenity_prelude::CreateCommand;
use slimy_words::{Language, Words};

use crate::Command;

/// Names or descriptions by Discord's locales.
type Localised = Vec<(Cow<'static, str>, Cow<'static, str>)>;

/// `commands` as they are registered: each with its names in all languages.
pub fn registered(commands: &[Command]) -> Vec<CreateCommand> {
    let mut registered = Vec::new();
    for command in commands {
        registered.extend(command.create_as_slash_command());
        if let Some(menu) = command.create_as_context_menu_command() {
            registered.push(with_names(menu, &menu_id(command)));
        }
    }
    registered
}

/// `commands` with their names in all languages; those of menus come when they are registered,
/// for poise has no place for them.
pub(crate) fn localised(mut commands: Vec<Command>) -> Vec<Command> {
    for command in &mut commands {
        localise(command, "");
    }
    commands
}

fn localise(command: &mut Command, above: &str) {
    let path = format!("{above}{}", written(&command.name));
    let id = format!("cmd-{path}");
    command.name_localizations = in_all(&id).into();
    command.description_localizations = in_all(&format!("{id}.description")).into();
    for parameter in &mut command.parameters {
        let option = format!("{path}-{}", written(&parameter.name));
        let id = format!("opt-{option}");
        parameter.name_localizations = in_all(&id).into();
        parameter.description_localizations = in_all(&format!("{id}.description")).into();
        let mut choices = parameter.choices.to_vec();
        for choice in &mut choices {
            let id = format!("choice-{option}-{}", written(&choice.name));
            choice.localizations = in_all(&id).into();
        }
        parameter.choices = choices.into();
    }
    let below = format!("{path}-");
    for sub in &mut command.subcommands {
        localise(sub, &below);
    }
}

fn menu_id(command: &Command) -> String {
    let name = command.context_menu_name.as_deref();
    format!("cmd-{}", written(name.unwrap_or(&command.name)))
}

fn with_names(menu: CreateCommand, id: &str) -> CreateCommand {
    in_all(id).into_iter().fold(menu, |menu, (locale, name)| {
        menu.name_localized(locale, name)
    })
}

/// A message under each of Discord's locales. What a language does not have is left out, and people
/// see the English.
fn in_all(id: &str) -> Localised {
    let of = |language: Language| {
        let found = Words::of(language).find_here(id);
        let locales = language.discord().iter();
        locales.filter_map(move |locale| Some(((*locale).into(), found.clone()?.into())))
    };
    Language::ALL.into_iter().flat_map(of).collect()
}

/// An English name as part of an id: lower case, `-` for spaces, `_` for what has no place there.
pub(crate) fn written(name: &str) -> String {
    let write = |c: char| match c {
        ' ' => '-',
        c if c.is_ascii_alphanumeric() || c == '-' || c == '_' => c.to_ascii_lowercase(),
        _ => '_',
    };
    name.chars().map(write).collect()
}
