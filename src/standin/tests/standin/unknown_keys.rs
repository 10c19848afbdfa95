//! Keys that Discord does not know, in every object that a message may hold.

use serde_json::{Value, json};

use crate::limits::refused;

async fn refuses_key(body: Value, path: &str) {
    refused(body, path, "UNKNOWN_FIELD").await;
}

#[tokio::test]
async fn the_parts_of_an_embed_have_no_unknown_keys() {
    for (part, value) in [
        ("footer", json!({ "text": "t", "colour": 1 })),
        ("author", json!({ "name": "n", "colour": 1 })),
        (
            "image",
            json!({ "url": "https://a.example/a.png", "colour": 1 }),
        ),
        (
            "thumbnail",
            json!({ "url": "https://a.example/a.png", "colour": 1 }),
        ),
    ] {
        let body = json!({ "embeds": [{ "title": "t", part: value }] });
        refuses_key(body, &format!("embeds.0.{part}.colour")).await;
    }
    let field = json!({ "name": "n", "value": "v", "colour": 1 });
    let body = json!({ "embeds": [{ "fields": [field] }] });
    refuses_key(body, "embeds.0.fields.0.colour").await;
}

#[tokio::test]
async fn emoji_and_the_options_of_a_select_have_no_unknown_keys() {
    let control = "components.0.components.0";
    let with = |control: Value| {
        let row = json!({ "type": 1, "components": [control] });
        json!({ "content": "x", "components": [row] })
    };
    let emoji = json!({ "name": "🐌", "colour": 1 });
    let button = json!({ "type": 2, "style": 1, "custom_id": "a", "emoji": emoji });
    refuses_key(with(button), &format!("{control}.emoji.colour")).await;

    let select = |option: Value| json!({ "type": 3, "custom_id": "s", "options": [option] });
    let option = json!({ "label": "l", "value": "v", "colour": 1 });
    let at = format!("{control}.options.0");
    refuses_key(with(select(option)), &format!("{at}.colour")).await;
    let option = json!({ "label": "l", "value": "v", "emoji": emoji });
    refuses_key(with(select(option)), &format!("{at}.emoji.colour")).await;

    let preset = json!({ "id": "1", "type": "user", "colour": 1 });
    let select = json!({ "type": 5, "custom_id": "s", "default_values": [preset] });
    refuses_key(with(select), &format!("{control}.default_values.0.colour")).await;
}
