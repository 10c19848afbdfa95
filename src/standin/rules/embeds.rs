//! Embeds: ten of them, 6,000 characters in all, and the length of each part.

use serde_json::Value;

use super::{known_keys, list, text};
use crate::error::{Problems, join};

const MOST_EMBEDS: usize = 10;
const MOST_CHARACTERS: usize = 6_000;
const MOST_FIELDS: usize = 25;
const KEYS: [&str; 13] = [
    "title",
    "type",
    "description",
    "url",
    "timestamp",
    "color",
    "footer",
    "image",
    "thumbnail",
    "video",
    "provider",
    "author",
    "fields",
];

/// The objects in an embed and what each may have.
const PARTS: [(&str, &[&str]); 4] = [
    ("footer", &["text", "icon_url", "proxy_icon_url"]),
    ("author", &["name", "url", "icon_url", "proxy_icon_url"]),
    ("image", &["url", "proxy_url", "height", "width"]),
    ("thumbnail", &["url", "proxy_url", "height", "width"]),
];

pub(crate) fn check(embeds: &[Value], path: &str, problems: &mut Problems) {
    if embeds.len() > MOST_EMBEDS {
        let message = format!("Must be {MOST_EMBEDS} or fewer in length.");
        problems.add(path, "BASE_TYPE_MAX_LENGTH", message);
    }
    let mut characters = 0;
    for (place, embed) in embeds.iter().enumerate() {
        characters += check_one(embed, &join(path, place), problems);
    }
    if characters > MOST_CHARACTERS {
        let message = format!("Embed size exceeds maximum size of {MOST_CHARACTERS}");
        problems.add(path, "MAX_EMBED_SIZE_EXCEEDED", message);
    }
}

/// Checks one embed and counts the characters that Discord counts.
fn check_one(embed: &Value, path: &str, problems: &mut Problems) -> usize {
    let Some(object) = embed.as_object() else {
        problems.add(
            path,
            "DICT_TYPE_CONVERT",
            "Only dictionaries may be used in a DictType",
        );
        return 0;
    };
    problems.only_keys(path, object, &KEYS);
    for (part, known) in PARTS {
        known_keys(&embed[part], &join(path, part), known, problems);
    }
    let mut characters = 0;
    let mut part = |body: &Value, path: &str, key: &str, longest| {
        let found = text(body, path, key, problems).unwrap_or_default();
        problems.at_most(&join(path, key), found, longest);
        characters += found.chars().count();
        found.trim().is_empty()
    };
    part(embed, path, "title", 256);
    part(embed, path, "description", 4_096);
    let mut required = Vec::new();
    for (inner, key, longest) in [("footer", "text", 2_048), ("author", "name", 256)] {
        let at = join(path, inner);
        if embed[inner].is_object() && part(&embed[inner], &at, key, longest) {
            required.push(join(&at, key));
        }
    }
    let fields = embed["fields"].as_array().map_or(&[][..], Vec::as_slice);
    for (place, field) in fields.iter().enumerate() {
        let at = join(&join(path, "fields"), place);
        for (key, longest) in [("name", 256), ("value", 1_024)] {
            if part(field, &at, key, longest) {
                required.push(join(&at, key));
            }
        }
    }
    for at in required {
        problems.required(&at);
    }
    list(embed, path, "fields", problems);
    if fields.len() > MOST_FIELDS {
        let message = format!("Must be {MOST_FIELDS} or fewer in length.");
        problems.add(&join(path, "fields"), "BASE_TYPE_MAX_LENGTH", message);
    }
    for (place, field) in fields.iter().enumerate() {
        let at = join(&join(path, "fields"), place);
        known_keys(field, &at, &["name", "value", "inline"], problems);
    }
    if embed["color"]
        .as_u64()
        .is_some_and(|color| color > 0x00ff_ffff)
    {
        let message = "int value should be less than or equal to 16777215.";
        problems.add(&join(path, "color"), "NUMBER_TYPE_MAX", message);
    }
    characters
}
