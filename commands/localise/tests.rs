//! Every command, option and choice has its names in all languages, as Discord takes them.

use std::{collections::BTreeSet, fs, path::Path};

use serde_json::Value;

use super::*;

/// What people see of a command, of an option or of a choice.
struct Named {
    id: String,
    name: String,
    /// None of a choice and of a menu.
    description: Option<String>,
    /// A menu or a choice: capitals and spaces are welcome.
    is_free: bool,
}

fn named(id: String, name: &str, description: Option<&str>) -> Named {
    Named {
        id,
        name: name.to_owned(),
        description: description.map(str::to_owned),
        is_free: description.is_none(),
    }
}

/// All of what stands below one parent: names are unique among these.
type Siblings = Vec<Named>;

/// Each group of siblings of all that is registered.
fn groups() -> Vec<Siblings> {
    let commands = crate::all();
    let mut groups = Vec::new();
    let (menus, slash): (Vec<&Command>, Vec<&Command>) = commands
        .iter()
        .partition(|command| command.context_menu_name.is_some());
    let menus = menus.iter().map(|menu| {
        let name = menu.context_menu_name.as_deref().unwrap_or(&menu.name);
        named(menu_id(menu), name, None)
    });
    groups.push(menus.collect());
    groups.push(
        slash
            .iter()
            .map(|command| of_command(command, ""))
            .collect(),
    );
    for command in slash {
        below(command, "", &mut groups);
    }
    groups
}

fn of_command(command: &Command, above: &str) -> Named {
    let path = format!("{above}{}", written(&command.name));
    let description = command.description.as_deref().unwrap_or_default();
    named(format!("cmd-{path}"), &command.name, Some(description))
}

fn below(command: &Command, above: &str, groups: &mut Vec<Siblings>) {
    let path = format!("{above}{}", written(&command.name));
    let down = format!("{path}-");
    let subs = command.subcommands.iter();
    groups.push(subs.map(|sub| of_command(sub, &down)).collect());
    for sub in &command.subcommands {
        below(sub, &down, groups);
    }
    let options = command.parameters.iter().map(|parameter| {
        let id = format!("opt-{path}-{}", written(&parameter.name));
        let description = parameter.description.as_deref().unwrap_or_default();
        named(id, &parameter.name, Some(description))
    });
    groups.push(options.collect());
    for parameter in &command.parameters {
        let choices = parameter.choices.iter().map(|choice| {
            let option = written(&parameter.name);
            let id = format!("choice-{path}-{option}-{}", written(&choice.name));
            named(id, &choice.name, None)
        });
        groups.push(choices.collect());
    }
}

fn all_named() -> Vec<Named> {
    groups().into_iter().flatten().collect()
}

fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn everything_that_is_registered_has_its_names_in_every_language() {
    let mut wrong = Vec::new();
    for one in all_named() {
        for language in Language::ALL {
            let words = Words::of(language);
            let description = format!("{}.description", one.id);
            let missing = [&one.id, &description]
                .into_iter()
                .take(if one.description.is_some() { 2 } else { 1 })
                .filter(|id| words.find_here(id).is_none());
            wrong.extend(missing.map(|id| format!("{}: {id} is missing", language.code())));
        }
    }
    none(&wrong);
}

#[test]
fn the_english_names_are_those_that_the_commands_have() {
    let mut wrong = Vec::new();
    for one in all_named() {
        let name = Words::ENGLISH.find_here(&one.id);
        let description = Words::ENGLISH.find_here(&format!("{}.description", one.id));
        if name.as_ref() != Some(&one.name) || description != one.description {
            let is = (name, description);
            wrong.push(format!("{}: {is:?}, and not {:?}", one.id, one.description));
        }
    }
    none(&wrong);
}

#[test]
fn nothing_is_named_that_is_not_registered() {
    let known: BTreeSet<String> = all_named().into_iter().map(|one| one.id).collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/locales/en");
    let mut wrong = Vec::new();
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        if !file.starts_with("commands-") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let ids = text.lines().filter_map(|line| line.split_once(" ="));
        let ids = ids
            .map(|(id, _)| id)
            .filter(|id| !id.starts_with([' ', '#']));
        let strange = ids.filter(|id| !known.contains(*id));
        wrong.extend(strange.map(|id| format!("{file}: {id}")));
    }
    none(&wrong);
}

/// What Discord would not take of a name.
fn fault_of_name(name: &str, is_free: bool, most: usize) -> Option<&'static str> {
    if !(1..=most).contains(&name.chars().count()) {
        return Some("too long, or empty");
    }
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '\'');
    if is_free || (name.chars().all(is_plain) && name == name.to_lowercase()) {
        return None;
    }
    Some("neither lower case nor one word")
}

#[test]
fn every_name_is_one_that_discord_takes() {
    let mut wrong = Vec::new();
    for one in all_named() {
        let most = if one.id.starts_with("choice-") {
            100
        } else {
            32
        };
        for language in Language::ALL {
            let words = Words::of(language);
            let name = words.find_here(&one.id).unwrap_or_default();
            if let Some(fault) = fault_of_name(&name, one.is_free, most) {
                wrong.push(format!(
                    "{}, {}: {name:?} is {fault}",
                    language.code(),
                    one.id
                ));
            }
            let Some(description) = words.find_here(&format!("{}.description", one.id)) else {
                continue;
            };
            let length = description.chars().count();
            if !(1..=100).contains(&length) {
                let code = language.code();
                wrong.push(format!("{code}, {}: a description of {length}", one.id));
            }
        }
    }
    none(&wrong);
}

#[test]
fn siblings_have_different_names_in_every_language() {
    let mut wrong = Vec::new();
    for group in groups() {
        for language in Language::ALL {
            let mut seen = BTreeSet::new();
            for one in &group {
                let name = Words::of(language).find_here(&one.id).unwrap_or_default();
                if !seen.insert(name.clone()) {
                    wrong.push(format!("{}, {}: {name:?}", language.code(), one.id));
                }
            }
        }
    }
    none(&wrong);
}

/// A text in the longest of its languages, which is what Discord counts.
fn longest(part: &Value, text: &str) -> usize {
    let count = |text: &Value| text.as_str().map_or(0, |text| text.chars().count());
    let others = part[&format!("{text}_localizations")].as_object();
    let others = others.into_iter().flat_map(|others| others.values());
    others
        .map(count)
        .chain([count(&part[text])])
        .max()
        .unwrap_or(0)
}

/// What counts towards the 8,000 characters of a command.
fn characters(part: &Value) -> usize {
    let value = part["value"]
        .as_str()
        .map_or(0, |text| text.chars().count());
    let own = longest(part, "name") + longest(part, "description") + value;
    let below = ["options", "choices"].map(|list| part[list].as_array());
    let below = below.into_iter().flatten().flatten();
    own + below.map(characters).sum::<usize>()
}

#[test]
fn no_command_is_too_long_for_discord_in_its_longest_languages() {
    let commands = serde_json::to_value(registered(&crate::all())).unwrap();
    for command in commands.as_array().unwrap() {
        let characters = characters(command);
        assert!(characters <= 8_000, "{}: {characters}", command["name"]);
    }
}

#[test]
fn discord_is_told_the_names_in_each_of_its_locales() {
    let commands = serde_json::to_value(registered(&crate::all())).unwrap();
    let locales: BTreeSet<&str> = Language::ALL
        .iter()
        .flat_map(|language| language.discord())
        .copied()
        .collect();
    let told = |part: &Value| -> BTreeSet<String> {
        let told = part.as_object().into_iter().flatten();
        told.map(|(locale, _)| locale.clone()).collect()
    };
    let locales: BTreeSet<String> = locales.into_iter().map(str::to_owned).collect();
    for command in commands.as_array().unwrap() {
        assert_eq!(
            told(&command["name_localizations"]),
            locales,
            "{}",
            command["name"]
        );
    }
}
