//! Application commands as Discord takes them: names, descriptions, counts, order, 8,000 characters.

use std::collections::HashSet;

use serde_json::Value;

use super::{list, text};
use crate::error::{Problems, join};

const MOST_OPTIONS: usize = 25;
const MOST_CHARACTERS: usize = 8_000;
/// Slash, user and message commands of one application in one scope.
const MOST_COMMANDS: [(u64, usize); 3] = [(1, 100), (2, 15), (3, 15)];
const COMMAND_KEYS: [&str; 13] = [
    "id",
    "name",
    "name_localizations",
    "description",
    "description_localizations",
    "options",
    "default_member_permissions",
    "dm_permission",
    "type",
    "integration_types",
    "contexts",
    "nsfw",
    "handler",
];
const OPTION_KEYS: [&str; 14] = [
    "type",
    "name",
    "name_localizations",
    "description",
    "description_localizations",
    "required",
    "choices",
    "options",
    "channel_types",
    "min_value",
    "max_value",
    "min_length",
    "max_length",
    "autocomplete",
];

/// Checks a whole list, as PUT sends it.
pub(crate) fn check_all(commands: &[Value], problems: &mut Problems) {
    for (kind, most) in MOST_COMMANDS {
        let of_kind = commands.iter().filter(|command| kind_of(command) == kind);
        if of_kind.count() > most {
            let message = format!("At most {most} commands of type {kind} may be registered.");
            problems.add("", "APPLICATION_COMMANDS_MAX", message);
        }
    }
    let mut seen = HashSet::new();
    for (place, command) in commands.iter().enumerate() {
        let at = place.to_string();
        check(command, &at, problems);
        if !seen.insert((kind_of(command), command["name"].as_str())) {
            problems.add(
                &join(&at, "name"),
                "APPLICATION_COMMANDS_DUPLICATE_NAME",
                "Application command names must be unique",
            );
        }
    }
}

/// The command's type; slash when it says none.
pub(crate) fn kind_of(command: &Value) -> u64 {
    command["type"].as_u64().unwrap_or(1)
}

pub(crate) fn check(command: &Value, path: &str, problems: &mut Problems) {
    let Some(object) = command.as_object() else {
        return problems.add(
            path,
            "DICT_TYPE_CONVERT",
            "Only dictionaries may be used in a DictType",
        );
    };
    problems.only_keys(path, object, &COMMAND_KEYS);
    let options = list(command, path, "options", problems);
    if kind_of(command) == 1 {
        check_name(command, path, problems);
        check_description(command, path, problems);
        check_options(options, path, problems);
    } else {
        let name = text(command, path, "name", problems).unwrap_or_default();
        problems.between(&join(path, "name"), name, 1, 32);
        if !options.is_empty()
            || command["description"]
                .as_str()
                .is_some_and(|it| !it.is_empty())
        {
            problems.add(
                path,
                "APPLICATION_COMMAND_CONTEXT_MENU",
                "Context menu commands cannot have a description or options",
            );
        }
    }
    if characters(command) > MOST_CHARACTERS {
        let message = format!("Command exceeds maximum size ({MOST_CHARACTERS})");
        problems.add(path, "APPLICATION_COMMAND_TOO_LARGE", message);
    }
}

fn check_name(body: &Value, path: &str, problems: &mut Problems) {
    let mut names = vec![(join(path, "name"), text(body, path, "name", problems))];
    let localized = body["name_localizations"].as_object();
    for (locale, name) in localized.into_iter().flatten() {
        names.push((format!("{path}.name_localizations.{locale}"), name.as_str()));
    }
    for (at, name) in names {
        let Some(name) = name else {
            problems.required(&at);
            continue;
        };
        problems.between(&at, name, 1, 32);
        if !name.chars().all(may_stand_in_a_name) {
            let message = "Command name is invalid: lower-case letters, digits, - _ ' only";
            problems.add(&at, "APPLICATION_COMMAND_INVALID_NAME", message);
        }
    }
}

/// `^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]+$`, in lower case where the script has one.
fn may_stand_in_a_name(c: char) -> bool {
    let is_combining = matches!(c, '\u{900}'..='\u{97f}' | '\u{e00}'..='\u{e7f}');
    let is_lower = c.to_lowercase().eq([c]);
    matches!(c, '-' | '_' | '\'') || is_combining || (c.is_alphanumeric() && is_lower)
}

fn check_description(body: &Value, path: &str, problems: &mut Problems) {
    match text(body, path, "description", problems) {
        None => problems.required(&join(path, "description")),
        Some(description) => problems.between(&join(path, "description"), description, 1, 100),
    }
    let localized = body["description_localizations"].as_object();
    for (locale, description) in localized.into_iter().flatten() {
        let at = format!("{path}.description_localizations.{locale}");
        problems.between(&at, description.as_str().unwrap_or_default(), 1, 100);
    }
}

fn check_options(options: &[Value], path: &str, problems: &mut Problems) {
    let path = join(path, "options");
    if options.len() > MOST_OPTIONS {
        problems.add(
            &path,
            "BASE_TYPE_MAX_LENGTH",
            format!("Must be {MOST_OPTIONS} or fewer in length."),
        );
    }
    let mut seen = HashSet::new();
    let mut optional_came = false;
    for (place, option) in options.iter().enumerate() {
        let at = join(&path, place);
        if let Some(object) = option.as_object() {
            problems.only_keys(&at, object, &OPTION_KEYS);
        }
        check_name(option, &at, problems);
        check_description(option, &at, problems);
        if !seen.insert(option["name"].as_str()) {
            problems.add(
                &join(&at, "name"),
                "APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE",
                "Option names must be unique",
            );
        }
        let is_required = option["required"].as_bool().unwrap_or(false);
        if is_required && optional_came {
            problems.add(
                &at,
                "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                "Required options must be placed before non-required options",
            );
        }
        match option["type"].as_u64() {
            // Groups hold commands, commands hold options.
            Some(1 | 2) => check_options(list(option, &at, "options", problems), &at, problems),
            Some(3..=11) => {
                optional_came |= !is_required;
                check_choices(option, &at, problems);
            }
            _ => problems.add(
                &join(&at, "type"),
                "BASE_TYPE_CHOICES",
                "Value must be one of (1..11).",
            ),
        }
    }
    let nested = options
        .iter()
        .filter(|one| matches!(one["type"].as_u64(), Some(1 | 2)));
    let nested = nested.count();
    if nested != 0 && nested != options.len() {
        problems.add(&path, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-command and sub-command group option types are mutually exclusive to all other types");
    }
}

fn check_choices(option: &Value, path: &str, problems: &mut Problems) {
    let choices = list(option, path, "choices", problems);
    let at = join(path, "choices");
    if choices.len() > MOST_OPTIONS {
        problems.add(
            &at,
            "BASE_TYPE_MAX_LENGTH",
            format!("Must be {MOST_OPTIONS} or fewer in length."),
        );
    }
    if !choices.is_empty() && option["autocomplete"] == true {
        problems.add(
            &at,
            "APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE",
            "Choices and autocomplete exclude each other",
        );
    }
    for (place, choice) in choices.iter().enumerate() {
        check_choice(choice, &join(&at, place), problems);
    }
}

/// A choice of an option or of an autocompletion: a name and a value.
pub(crate) fn check_choice(choice: &Value, path: &str, problems: &mut Problems) {
    let name = text(choice, path, "name", problems).unwrap_or_default();
    problems.between(&join(path, "name"), name, 1, 100);
    match &choice["value"] {
        Value::String(value) => problems.at_most(&join(path, "value"), value, 100),
        Value::Number(_) => {}
        _ => problems.required(&join(path, "value")),
    }
}

/// What counts towards the 8,000: names, descriptions and values, each in its longest language.
fn characters(body: &Value) -> usize {
    let longest = |key: &str, localized: &str| {
        let translations = body[localized].as_object();
        translations
            .into_iter()
            .flat_map(|all| all.values())
            .chain([&body[key]])
            .filter_map(Value::as_str)
            .map(|text| text.chars().count())
            .max()
            .unwrap_or(0)
    };
    let value = body["value"]
        .as_str()
        .map_or(0, |text| text.chars().count());
    let inner = ["options", "choices"]
        .into_iter()
        .filter_map(|key| body[key].as_array())
        .flatten();
    longest("name", "name_localizations")
        + longest("description", "description_localizations")
        + value
        + inner.map(characters).sum::<usize>()
}
