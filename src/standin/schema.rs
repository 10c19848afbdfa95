//! Discord's own API description, where the workspace has it beside it: request bodies are held
//! against its schemas. Without the file only the rules of this crate apply.

use std::path::Path;
use std::sync::OnceLock;

use chrono::DateTime;
use serde_json::Value;

use crate::error::{Problems, join};

/// Whether the API description was found, so that a test can say so.
pub fn has_api_description() -> bool {
    description().is_some()
}

/// Holds a body against the schema of its route (`POST /channels/{channel_id}/messages`).
pub(crate) fn check(route: &str, body: &Value, problems: &mut Problems) {
    let Some(document) = description() else {
        return;
    };
    let Some((method, path)) = route.split_once(' ') else {
        return;
    };
    let operation = &document["paths"][path][method.to_ascii_lowercase()];
    let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
    if !schema.is_null() {
        Checker { document }.check(schema, body, "", problems);
    }
}

fn description() -> Option<&'static Value> {
    static FOUND: OnceLock<Option<Value>> = OnceLock::new();
    FOUND.get_or_init(find).as_ref()
}

fn find() -> Option<Value> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let file = here
        .ancestors()
        .map(|folder| folder.join("shared/discord/openapi.json"))
        .find(|file| file.is_file())?;
    serde_json::from_slice(&std::fs::read(file).ok()?).ok()
}

struct Checker<'a> {
    document: &'a Value,
}

impl Checker<'_> {
    fn check(&self, schema: &Value, value: &Value, path: &str, problems: &mut Problems) {
        if let Some(target) = schema["$ref"].as_str() {
            let pointer = target.trim_start_matches('#');
            if let Some(schema) = self.document.pointer(pointer) {
                self.check(schema, value, path, problems);
            }
            return;
        }
        for part in schema["allOf"].as_array().into_iter().flatten() {
            self.check(part, value, path, problems);
        }
        for union in ["oneOf", "anyOf"] {
            if let Some(variants) = schema[union].as_array() {
                self.check_union(variants, value, path, problems);
            }
        }
        if !has_type(schema, value) {
            let message = format!("Must be of type {}.", schema["type"]);
            problems.add(path, "BASE_TYPE_CONVERT", message);
            return;
        }
        let is_other_than = |wanted: &Value| !wanted.is_null() && wanted != value;
        let allowed = schema["enum"].as_array();
        if is_other_than(&schema["const"]) || allowed.is_some_and(|all| !all.contains(value)) {
            problems.add(
                path,
                "BASE_TYPE_CHOICES",
                "The value is not one of those allowed.",
            );
        }
        check_bounds(schema, value, path, problems);
        self.check_inside(schema, value, path, problems);
    }

    /// One variant must hold; where objects name their `type`, the fitting one says what is wrong.
    fn check_union(&self, all: &[Value], value: &Value, path: &str, problems: &mut Problems) {
        let fitting: Vec<_> = all
            .iter()
            .filter(|variant| self.may_be_meant(variant, value))
            .collect();
        let mut nearest: Option<Problems> = None;
        for variant in fitting {
            let mut found = Problems::default();
            self.check(variant, value, path, &mut found);
            if found.is_empty() {
                return;
            }
            if nearest
                .as_ref()
                .is_none_or(|least| found.len() < least.len())
            {
                nearest = Some(found);
            }
        }
        match nearest {
            Some(found) => problems.append(found),
            None => problems.add(
                path,
                "UNION_TYPE_CHOICES",
                "No known shape fits this value.",
            ),
        }
    }

    fn may_be_meant(&self, variant: &Value, value: &Value) -> bool {
        let target = variant["$ref"].as_str().unwrap_or_default();
        let variant = self
            .document
            .pointer(target.trim_start_matches('#'))
            .filter(|_| !target.is_empty())
            .unwrap_or(variant);
        if variant["type"] == "null" {
            return value.is_null();
        }
        let kinds = variant["properties"]["type"]["enum"].as_array();
        match (kinds, value.get("type")) {
            (Some(kinds), Some(kind)) => kinds.contains(kind),
            _ => true,
        }
    }

    fn check_inside(&self, schema: &Value, value: &Value, path: &str, problems: &mut Problems) {
        if let Some(object) = value.as_object() {
            let required = schema["required"].as_array().into_iter().flatten();
            for key in required.filter_map(Value::as_str) {
                if !object.contains_key(key) {
                    problems.required(&join(path, key));
                }
            }
            for (key, inner) in object {
                let known = schema["properties"].get(key);
                let other = schema
                    .get("additionalProperties")
                    .filter(|it| it.is_object());
                if let Some(schema) = known.or(other) {
                    self.check(schema, inner, &join(path, key), problems);
                }
            }
        }
        if let Some(items) = value.as_array()
            && schema["items"].is_object()
        {
            for (place, item) in items.iter().enumerate() {
                self.check(&schema["items"], item, &join(path, place), problems);
            }
        }
    }
}

/// Types as Discord reads them: ids and permission bits come as numbers and as digits.
fn has_type(schema: &Value, value: &Value) -> bool {
    let names: Vec<_> = match &schema["type"] {
        Value::String(name) => vec![name.as_str()],
        Value::Array(names) => names.iter().filter_map(Value::as_str).collect(),
        _ => return true,
    };
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    names.iter().any(|name| match *name {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "object" => value.is_object(),
        "array" => value.is_array(),
        "number" => value.is_number(),
        // Client libraries write whole bounds as 1.0, and permission bits as digits.
        "integer" => {
            value.as_f64().is_some_and(|number| number.fract() == 0.0)
                || value.as_str().is_some_and(is_digits)
        }
        "string" if schema["format"] == "snowflake" => {
            value.is_u64() || value.as_str().is_some_and(is_digits)
        }
        "string" => value.is_string(),
        _ => true,
    })
}

fn check_bounds(schema: &Value, value: &Value, path: &str, problems: &mut Problems) {
    let size = |key: &str| {
        schema[key]
            .as_u64()
            .and_then(|size| usize::try_from(size).ok())
    };
    let mut within = |count: usize, least: &str, most: &str| {
        let (least, most) = (size(least).unwrap_or(0), size(most).unwrap_or(usize::MAX));
        if count < least || count > most {
            let message = format!("Must be between {least} and {most} in length.");
            problems.add(path, "BASE_TYPE_BAD_LENGTH", message);
        }
    };
    match value {
        Value::String(text) => within(text.chars().count(), "minLength", "maxLength"),
        Value::Array(items) => within(items.len(), "minItems", "maxItems"),
        Value::Object(object) => within(object.len(), "minProperties", "maxProperties"),
        _ => {}
    }
    if let Some(number) = value.as_f64() {
        let below = schema["minimum"]
            .as_f64()
            .is_some_and(|least| number < least);
        let above = schema["maximum"].as_f64().is_some_and(|most| number > most);
        if below || above {
            problems.add(path, "NUMBER_TYPE_RANGE", "The number is out of its range.");
        }
    }
    if let Some(text) = value.as_str() {
        let is_bad = match schema["format"].as_str() {
            Some("uri") => !text.contains("://"),
            Some("date-time") => DateTime::parse_from_rfc3339(text).is_err(),
            _ => false,
        };
        if is_bad {
            let message = format!("Not a well formed {}.", schema["format"]);
            problems.add(path, "BASE_TYPE_FORMAT", message);
        }
    }
    if schema["uniqueItems"] == true
        && let Some(items) = value.as_array()
        && items
            .iter()
            .enumerate()
            .any(|(place, item)| items[..place].contains(item))
    {
        problems.add(
            path,
            "SET_TYPE_ALREADY_CONTAINS_VALUE",
            "The set holds a value twice.",
        );
    }
}
