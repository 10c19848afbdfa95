//! `allowed_mentions`: a kind is either parsed from the text or listed by id, never both.

use serde_json::Value;

use super::list;
use crate::error::{Problems, join};

pub(crate) fn check(allowed: &Value, path: &str, problems: &mut Problems) {
    let Some(object) = allowed.as_object() else {
        if !allowed.is_null() {
            problems.add(
                path,
                "DICT_TYPE_CONVERT",
                "Only dictionaries may be used in a DictType",
            );
        }
        return;
    };
    problems.only_keys(path, object, &["parse", "users", "roles", "replied_user"]);
    let parse = list(allowed, path, "parse", problems);
    for (place, kind) in parse.iter().enumerate() {
        if !["users", "roles", "everyone"]
            .iter()
            .any(|known| kind == known)
        {
            let at = join(&join(path, "parse"), place);
            problems.add(
                &at,
                "BASE_TYPE_CHOICES",
                "Value must be one of {'users', 'roles', 'everyone'}.",
            );
        }
    }
    for key in ["users", "roles"] {
        let ids = list(allowed, path, key, problems);
        if ids.len() > 100 {
            problems.add(
                &join(path, key),
                "BASE_TYPE_MAX_LENGTH",
                "Must be 100 or fewer in length.",
            );
        }
        if !ids.is_empty() && parse.iter().any(|kind| kind == key) {
            let message = format!("parse:[\"{key}\"] and {key}: [ids...] are mutually exclusive.");
            problems.add(
                &join(path, "parse"),
                "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                message,
            );
        }
    }
}
