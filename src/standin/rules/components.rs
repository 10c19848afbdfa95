//! Rows of buttons and selects under a message.

use std::collections::HashSet;

use serde_json::Value;

use super::{known_keys, list, text};
use crate::error::{Problems, join};

const MOST_ROWS: usize = 5;
const MOST_BUTTONS: usize = 5;
const MOST_OPTIONS: usize = 25;
/// Link buttons lead somewhere instead of calling the bot.
const LINK_STYLE: u64 = 5;

const EMOJI_KEYS: [&str; 3] = ["id", "name", "animated"];
const OPTION_KEYS: [&str; 5] = ["label", "value", "description", "emoji", "default"];

pub(crate) fn check(rows: &[Value], path: &str, problems: &mut Problems) {
    if rows.len() > MOST_ROWS {
        let message = format!("Must be {MOST_ROWS} or fewer in length.");
        problems.add(path, "BASE_TYPE_MAX_LENGTH", message);
    }
    let mut seen = HashSet::new();
    for (place, row) in rows.iter().enumerate() {
        let at = join(path, place);
        if row["type"] != 1 {
            let message = "Value of field \"type\" must be 1: only action rows are taken.";
            problems.add(&join(&at, "type"), "UNION_TYPE_CHOICES", message);
            continue;
        }
        if let Some(object) = row.as_object() {
            problems.only_keys(&at, object, &["type", "components", "id"]);
        }
        check_row(row, &at, &mut seen, problems);
    }
}

fn check_row<'a>(row: &'a Value, path: &str, seen: &mut HashSet<&'a str>, problems: &mut Problems) {
    let controls = list(row, path, "components", problems);
    let path = join(path, "components");
    let has_select = controls.iter().any(|control| control["type"] != 2);
    let most = if has_select { 1 } else { MOST_BUTTONS };
    if controls.is_empty() || controls.len() > most {
        let message = format!("Must be between 1 and {most} in length.");
        problems.add(&path, "BASE_TYPE_BAD_LENGTH", message);
    }
    for (place, control) in controls.iter().enumerate() {
        let at = join(&path, place);
        match control["type"].as_u64() {
            Some(2) => check_button(control, &at, problems),
            Some(3 | 5..=8) => check_select(control, &at, problems),
            _ => problems.add(
                &join(&at, "type"),
                "UNION_TYPE_CHOICES",
                "Value of field \"type\" must be one of (2, 3, 5, 6, 7, 8).",
            ),
        }
        if let Some(id) = control["custom_id"].as_str()
            && !seen.insert(id)
        {
            let message = "Component custom id cannot be duplicated";
            problems.add(
                &join(&at, "custom_id"),
                "COMPONENT_CUSTOM_ID_DUPLICATED",
                message,
            );
        }
    }
}

fn check_button(button: &Value, path: &str, problems: &mut Problems) {
    if let Some(object) = button.as_object() {
        let keys = [
            "type",
            "style",
            "label",
            "emoji",
            "custom_id",
            "url",
            "disabled",
            "sku_id",
            "id",
        ];
        problems.only_keys(path, object, &keys);
    }
    known_keys(
        &button["emoji"],
        &join(path, "emoji"),
        &EMOJI_KEYS,
        problems,
    );
    let label = text(button, path, "label", problems).unwrap_or_default();
    problems.at_most(&join(path, "label"), label, 80);
    if label.is_empty() && button["emoji"].is_null() {
        problems.add(
            path,
            "BUTTON_COMPONENT_NO_LABEL_OR_EMOJI",
            "A button needs a label or an emoji",
        );
    }
    match button["style"].as_u64() {
        Some(1..=4) => check_custom_id(button, path, problems),
        Some(LINK_STYLE) if button["custom_id"].is_null() => {
            if text(button, path, "url", problems).is_none() {
                problems.required(&join(path, "url"));
            }
        }
        Some(LINK_STYLE) => problems.add(
            &join(path, "custom_id"),
            "BUTTON_COMPONENT_INVALID_CUSTOM_ID",
            "A custom id and url cannot both be specified",
        ),
        _ => problems.add(
            &join(path, "style"),
            "BASE_TYPE_CHOICES",
            "Value must be one of {1, 2, 3, 4, 5}.",
        ),
    }
}

fn check_select(select: &Value, path: &str, problems: &mut Problems) {
    if let Some(object) = select.as_object() {
        let keys = [
            "type",
            "custom_id",
            "options",
            "channel_types",
            "placeholder",
            "default_values",
            "min_values",
            "max_values",
            "disabled",
            "id",
            "required",
        ];
        problems.only_keys(path, object, &keys);
    }
    check_custom_id(select, path, problems);
    let placeholder = text(select, path, "placeholder", problems).unwrap_or_default();
    problems.at_most(&join(path, "placeholder"), placeholder, 150);
    let presets = list(select, path, "default_values", problems);
    for (place, preset) in presets.iter().enumerate() {
        let at = join(&join(path, "default_values"), place);
        known_keys(preset, &at, &["id", "type"], problems);
    }
    if select["type"] != 3 {
        return;
    }
    let options = list(select, path, "options", problems);
    let at = join(path, "options");
    if options.is_empty() || options.len() > MOST_OPTIONS {
        let message = format!("Must be between 1 and {MOST_OPTIONS} in length.");
        problems.add(&at, "BASE_TYPE_BAD_LENGTH", message);
    }
    let mut values = HashSet::new();
    for (place, option) in options.iter().enumerate() {
        let at = join(&at, place);
        known_keys(option, &at, &OPTION_KEYS, problems);
        known_keys(&option["emoji"], &join(&at, "emoji"), &EMOJI_KEYS, problems);
        for key in ["label", "value"] {
            let found = text(option, &at, key, problems).unwrap_or_default();
            problems.between(&join(&at, key), found, 1, 100);
        }
        let description = text(option, &at, "description", problems).unwrap_or_default();
        problems.at_most(&join(&at, "description"), description, 100);
        if !values.insert(option["value"].as_str()) {
            problems.add(
                &join(&at, "value"),
                "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
                "The specified option value is already used",
            );
        }
    }
    let most = select["max_values"].as_u64().unwrap_or(1);
    let least = select["min_values"].as_u64().unwrap_or(1);
    if least > most || usize::try_from(most).is_ok_and(|most| most > options.len()) {
        problems.add(
            &join(path, "max_values"),
            "NUMBER_TYPE_MAX",
            "min_values ≤ max_values ≤ number of options must hold",
        );
    }
}

/// The id that comes back with a press: 1 to 100 characters.
pub(crate) fn check_custom_id(control: &Value, path: &str, problems: &mut Problems) {
    let at = join(path, "custom_id");
    match text(control, path, "custom_id", problems) {
        None => problems.required(&at),
        Some(id) => problems.between(&at, id, 1, 100),
    }
}
