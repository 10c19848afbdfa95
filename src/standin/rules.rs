//! What Discord refuses, rule by rule, also where its own API description is silent.

pub(crate) mod command;
pub(crate) mod components;
pub(crate) mod embeds;
pub(crate) mod mentions;
pub(crate) mod message;
pub(crate) mod modal;

use serde_json::Value;

use crate::error::{Problems, join};

/// When there is an object, no key but these may be in it.
fn known_keys(body: &Value, path: &str, known: &[&str], problems: &mut Problems) {
    if let Some(object) = body.as_object() {
        problems.only_keys(path, object, known);
    }
}

/// The list under a key; missing and null are the empty list, anything else is a problem.
fn list<'a>(body: &'a Value, path: &str, key: &str, problems: &mut Problems) -> &'a [Value] {
    match &body[key] {
        Value::Null => &[],
        Value::Array(items) => items,
        _ => {
            let message = "Only iterables may be used in a ListType";
            problems.add(&join(path, key), "LIST_TYPE_CONVERT", message);
            &[]
        }
    }
}

/// The text under a key; missing and null are none, anything else is a problem.
fn text<'a>(body: &'a Value, path: &str, key: &str, problems: &mut Problems) -> Option<&'a str> {
    match &body[key] {
        Value::Null => None,
        Value::String(text) => Some(text),
        other => {
            let message = format!("Could not interpret \"{other}\" as string.");
            problems.add(&join(path, key), "STRING_TYPE_CONVERT", message);
            None
        }
    }
}
