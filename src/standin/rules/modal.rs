//! Modals: a title, and one to five rows with one text input each.

use std::collections::HashSet;

use serde_json::Value;

use super::components::check_custom_id;
use super::{list, text};
use crate::error::{Problems, join};

pub(crate) fn check(modal: &Value, path: &str, problems: &mut Problems) {
    if let Some(object) = modal.as_object() {
        problems.only_keys(path, object, &["custom_id", "title", "components"]);
    }
    check_custom_id(modal, path, problems);
    match text(modal, path, "title", problems) {
        None => problems.required(&join(path, "title")),
        Some(title) => problems.between(&join(path, "title"), title, 1, 45),
    }
    let rows = list(modal, path, "components", problems);
    let path = join(path, "components");
    if rows.is_empty() || rows.len() > 5 {
        problems.add(
            &path,
            "BASE_TYPE_BAD_LENGTH",
            "Must be between 1 and 5 in length.",
        );
    }
    let mut seen = HashSet::new();
    for (place, row) in rows.iter().enumerate() {
        let at = join(&path, place);
        let inputs = list(row, &at, "components", problems);
        let [input] = inputs else {
            problems.add(
                &join(&at, "components"),
                "BASE_TYPE_BAD_LENGTH",
                "Must be 1 in length.",
            );
            continue;
        };
        let at = join(&join(&at, "components"), 0);
        if row["type"] != 1 || input["type"] != 4 {
            // A Label modal's values would be lost on the way back to the client library.
            problems.add(
                &join(&at, "type"),
                "UNION_TYPE_CHOICES",
                "A row (1) with a text input (4) is needed",
            );
        }
        check_input(input, &at, problems);
        if !seen.insert(input["custom_id"].as_str()) {
            problems.add(
                &join(&at, "custom_id"),
                "COMPONENT_CUSTOM_ID_DUPLICATED",
                "Component custom id cannot be duplicated",
            );
        }
    }
}

fn check_input(input: &Value, path: &str, problems: &mut Problems) {
    if let Some(object) = input.as_object() {
        let keys = [
            "type",
            "custom_id",
            "style",
            "label",
            "value",
            "placeholder",
            "required",
            "min_length",
            "max_length",
            "id",
        ];
        problems.only_keys(path, object, &keys);
    }
    check_custom_id(input, path, problems);
    match text(input, path, "label", problems) {
        None => problems.required(&join(path, "label")),
        Some(label) => problems.between(&join(path, "label"), label, 1, 45),
    }
    if !matches!(input["style"].as_u64(), Some(1 | 2)) {
        problems.add(
            &join(path, "style"),
            "BASE_TYPE_CHOICES",
            "Value must be one of {1, 2}.",
        );
    }
    for (key, longest) in [("value", 4_000), ("placeholder", 100)] {
        let found = text(input, path, key, problems).unwrap_or_default();
        problems.at_most(&join(path, key), found, longest);
    }
    let least = input["min_length"].as_u64().unwrap_or(0);
    let most = input["max_length"].as_u64().unwrap_or(4_000);
    if !(1..=4_000).contains(&most) || least > most {
        problems.add(
            &join(path, "max_length"),
            "NUMBER_TYPE_MAX",
            "min_length ≤ max_length ≤ 4000 must hold",
        );
    }
}
