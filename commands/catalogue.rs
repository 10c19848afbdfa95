//! All commands as Discord is told them, to be read: what they are called, what they do and what
//! they take, in every language.

use std::{collections::BTreeMap, sync::LazyLock};

use serde_json::Value;
use slimy_words::Language;

/// Every command that can be used, in the order in which they are registered.
pub(crate) static CATALOGUE: LazyLock<Vec<Entry>> = LazyLock::new(read);

/// A text in English, and by Discord's locales.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    english: String,
    others: BTreeMap<String, String>,
}

/// A command that can be used: of those with subcommands each of these.
#[derive(Debug)]
pub(crate) struct Entry {
    /// Its English name as the tables have it: "club show", "Ask Slimy".
    pub(crate) name: String,
    /// Its top-level command: "club".
    pub(crate) top: String,
    /// What stands behind the slash, word by word; a menu has one.
    path: Vec<Named>,
    /// What it does; a menu says nothing.
    pub(crate) description: Option<Named>,
    /// What it takes.
    pub(crate) options: Vec<Taken>,
    /// It is in the menu of a message.
    pub(crate) is_menu: bool,
}

/// An option of a command.
#[derive(Debug)]
pub(crate) struct Taken {
    /// Its name.
    pub(crate) name: Named,
    /// What it is for.
    pub(crate) description: Named,
    /// Whether it has to be given.
    pub(crate) is_required: bool,
    /// Discord's number for its kind, "Application Command Option Type".
    pub(crate) kind: u64,
    /// What there is to choose from; empty for what is typed.
    pub(crate) choices: Vec<Named>,
    /// The least and the most, of a number.
    pub(crate) range: Option<(i64, i64)>,
}

impl Named {
    fn of(json: &Value, key: &str) -> Self {
        let others = json[format!("{key}_localizations")].as_object();
        let others = others.into_iter().flatten();
        let others =
            others.filter_map(|(locale, text)| Some((locale.clone(), text.as_str()?.to_owned())));
        Self {
            english: json[key].as_str().unwrap_or_default().to_owned(),
            others: others.collect(),
        }
    }

    /// As Discord shows it to those who speak this language.
    pub(crate) fn say(&self, language: Language) -> &str {
        let mut locales = language.discord().iter();
        let found = locales.find_map(|locale| self.others.get(*locale));
        found.unwrap_or(&self.english)
    }

    /// The English, by which programs know it.
    pub(crate) fn english(&self) -> &str {
        &self.english
    }
}

impl Entry {
    /// As people of this language type it, or find it in a menu: `/club show`.
    pub(crate) fn called(&self, language: Language) -> String {
        let words: Vec<&str> = self.path.iter().map(|one| one.say(language)).collect();
        let slash = if self.is_menu { "" } else { "/" };
        format!("{slash}{}", words.join(" "))
    }
}

/// The command with this name, as it is called in English or in this language, with or without its
/// slash.
pub(crate) fn find(typed: &str, language: Language) -> Option<&'static Entry> {
    let bare = |name: &str| name.trim().trim_start_matches('/').to_lowercase();
    let wanted = bare(typed);
    let is_it =
        |entry: &&Entry| bare(&entry.name) == wanted || bare(&entry.called(language)) == wanted;
    CATALOGUE.iter().find(is_it)
}

fn read() -> Vec<Entry> {
    let registered = serde_json::to_value(crate::registered(&crate::all()));
    let Ok(Value::Array(commands)) = registered else {
        return Vec::new();
    };
    let mut entries = Vec::new();
    for command in &commands {
        let top = command["name"].as_str().unwrap_or_default();
        add(command, top, &[], &mut entries);
    }
    entries
}

fn options(json: &Value) -> &[Value] {
    json["options"].as_array().map_or(&[], Vec::as_slice)
}

fn add(command: &Value, top: &str, above: &[Named], entries: &mut Vec<Entry>) {
    let mut path = above.to_vec();
    path.push(Named::of(command, "name"));
    // Discord's numbers for a subcommand and a group of them.
    let is_sub = |option: &&Value| matches!(option["type"].as_u64(), Some(1 | 2));
    let mut subs = options(command).iter().filter(is_sub).peekable();
    if subs.peek().is_some() {
        subs.for_each(|sub| add(sub, top, &path, entries));
        return;
    }
    let is_menu = above.is_empty() && matches!(command["type"].as_u64(), Some(2 | 3));
    let words: Vec<&str> = path.iter().map(|one| one.english.as_str()).collect();
    let description = Named::of(command, "description");
    entries.push(Entry {
        name: words.join(" "),
        top: top.to_owned(),
        description: (!is_menu && !description.english.is_empty()).then_some(description),
        options: options(command).iter().map(taken).collect(),
        path,
        is_menu,
    });
}

fn taken(option: &Value) -> Taken {
    let choices = option["choices"].as_array().into_iter().flatten();
    Taken {
        name: Named::of(option, "name"),
        description: Named::of(option, "description"),
        is_required: option["required"] == true,
        kind: option["type"].as_u64().unwrap_or_default(),
        choices: choices.map(|choice| Named::of(choice, "name")).collect(),
        range: option["min_value"]
            .as_i64()
            .zip(option["max_value"].as_i64()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rights;

    #[test]
    fn every_command_of_the_table_is_in_the_catalogue() {
        for name in rights::commands() {
            assert!(
                find(&name, Language::En).is_some_and(|entry| entry.name == name),
                "{name}"
            );
        }
        assert_eq!(CATALOGUE.len(), rights::commands().len());
    }

    #[test]
    fn a_command_is_found_by_its_name_in_the_readers_language() {
        for language in Language::ALL {
            for entry in CATALOGUE.iter() {
                let found = find(&entry.called(language), language);
                assert_eq!(
                    found.map(|one| &one.name),
                    Some(&entry.name),
                    "{language:?}"
                );
            }
        }
    }
}
