//! Each rule about messages, broken once: refused as Discord does it, and a fault.

use discord_standin::{Guild, Standin};
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use crate::raw::{call, read, request};

pub(crate) async fn club() -> (Standin, Guild) {
    let discord = Standin::start().await;
    let guild = discord.guild("Club");
    (discord, guild)
}

pub(crate) async fn send(discord: &Standin, guild: &Guild, body: &Value) -> (u16, Value) {
    let path = format!("channels/{}/messages", guild.channel_id());
    call(discord, "POST", &path, body).await
}

/// Sends and expects a refusal that names the path and the code.
pub(crate) async fn refused(body: Value, path: &str, code: &str) {
    let (discord, guild) = club().await;
    let (status, error) = send(&discord, &guild, &body).await;
    assert_eq!(
        (status, &error["code"]),
        (400, &json!(50035)),
        "{code}: {error}"
    );
    let place = path
        .split('.')
        .fold(&error["errors"], |place, step| &place[step]);
    assert_eq!(place["_errors"][0]["code"], code, "{error}");
    assert_eq!(discord.forgive_faults().len(), 1);
}

fn row(controls: &Value) -> Value {
    json!({ "type": 1, "components": controls })
}

fn button(id: &str) -> Value {
    json!({ "type": 2, "style": 1, "label": "Go", "custom_id": id })
}

fn with_button(button: &Value) -> Value {
    json!({ "content": "x", "components": [row(&json!([button]))] })
}

#[tokio::test]
async fn a_sound_message_is_taken() {
    let (discord, guild) = club().await;
    let body = json!({
        "content": "é".repeat(2_000), "tts": false, "nonce": "n",
        "embeds": [{ "title": "t", "fields": [{ "name": "n", "value": "v" }] }],
        "allowed_mentions": { "parse": [] }, "components": [row(&json!([button("a")]))],
    });
    let (status, message) = send(&discord, &guild, &body).await;
    assert_eq!(status, 200, "{message}");
    assert_eq!(message["nonce"], "n");
}

#[tokio::test]
async fn content_has_two_thousand_characters_at_most() {
    refused(
        json!({ "content": "x".repeat(2_001) }),
        "content",
        "BASE_TYPE_MAX_LENGTH",
    )
    .await;
}

#[tokio::test]
async fn an_empty_message_is_refused() {
    let (discord, guild) = club().await;
    for body in [
        json!({}),
        json!({ "content": " " }),
        json!({ "embeds": [] }),
    ] {
        let (status, error) = send(&discord, &guild, &body).await;
        assert_eq!((status, &error["code"]), (400, &json!(50006)), "{body}");
    }
    assert_eq!(discord.forgive_faults().len(), 3);
}

#[tokio::test]
async fn an_unknown_field_is_refused() {
    refused(
        json!({ "content": "x", "colour": 3 }),
        "colour",
        "UNKNOWN_FIELD",
    )
    .await;
}

#[tokio::test]
async fn an_unknown_route_is_a_fault() {
    let (discord, _guild) = club().await;
    let (status, _) = call(&discord, "GET", "voice/regions", &Value::Null).await;
    assert_eq!(status, 404);
    assert_eq!(
        discord.forgive_faults(),
        ["unknown route: GET /voice/regions"]
    );
}

#[tokio::test]
#[should_panic(expected = "unknown route: DELETE /users/@me")]
async fn a_fault_fails_the_test_that_caused_it() {
    let (discord, _guild) = club().await;
    call(&discord, "DELETE", "users/@me", &Value::Null).await;
}

#[tokio::test]
async fn embeds_keep_their_sizes() {
    let embed = |embed: Value| json!({ "embeds": [embed] });
    let many: Vec<_> = (0..11).map(|_| json!({ "title": "t" })).collect();
    refused(json!({ "embeds": many }), "embeds", "BASE_TYPE_MAX_LENGTH").await;
    for (key, longest) in [("title", 256), ("description", 4_096)] {
        let body = embed(json!({ key: "x".repeat(longest + 1) }));
        refused(body, &format!("embeds.0.{key}"), "BASE_TYPE_MAX_LENGTH").await;
    }
    let footer = embed(json!({ "footer": { "text": "x".repeat(2_049) } }));
    refused(footer, "embeds.0.footer.text", "BASE_TYPE_MAX_LENGTH").await;
    let author = embed(json!({ "author": { "name": "x".repeat(257) } }));
    refused(author, "embeds.0.author.name", "BASE_TYPE_MAX_LENGTH").await;
    let field =
        |name: usize, value: usize| json!({ "name": "n".repeat(name), "value": "v".repeat(value) });
    refused(
        embed(json!({ "fields": [field(257, 1)] })),
        "embeds.0.fields.0.name",
        "BASE_TYPE_MAX_LENGTH",
    )
    .await;
    refused(
        embed(json!({ "fields": [field(1, 1_025)] })),
        "embeds.0.fields.0.value",
        "BASE_TYPE_MAX_LENGTH",
    )
    .await;
    refused(
        embed(json!({ "fields": [field(1, 0)] })),
        "embeds.0.fields.0.value",
        "BASE_TYPE_REQUIRED",
    )
    .await;
    let fields: Vec<_> = (0..26).map(|_| field(1, 1)).collect();
    refused(
        embed(json!({ "fields": fields })),
        "embeds.0.fields",
        "BASE_TYPE_MAX_LENGTH",
    )
    .await;
    let long = json!({ "description": "x".repeat(3_001) });
    refused(
        json!({ "embeds": [long, long] }),
        "embeds",
        "MAX_EMBED_SIZE_EXCEEDED",
    )
    .await;
}

#[tokio::test]
async fn components_keep_their_shape() {
    let rows: Vec<_> = (0..6)
        .map(|n| row(&json!([button(&n.to_string())])))
        .collect();
    refused(
        json!({ "content": "x", "components": rows }),
        "components",
        "BASE_TYPE_MAX_LENGTH",
    )
    .await;
    let six: Vec<_> = (0..6).map(|n| button(&n.to_string())).collect();
    let body = json!({ "content": "x", "components": [row(&json!(six))] });
    refused(body, "components.0.components", "BASE_TYPE_BAD_LENGTH").await;
    let twice = json!({ "content": "x", "components": [row(&json!([button("a"), button("a")]))] });
    let at = "components.0.components.1.custom_id";
    refused(twice, at, "COMPONENT_CUSTOM_ID_DUPLICATED").await;

    let at = "components.0.components.0";
    let id = format!("{at}.custom_id");
    refused(
        with_button(&button(&"x".repeat(101))),
        &id,
        "BASE_TYPE_BAD_LENGTH",
    )
    .await;
    refused(with_button(&button("")), &id, "BASE_TYPE_BAD_LENGTH").await;
    let nameless = json!({ "type": 2, "style": 1, "label": "Go" });
    refused(with_button(&nameless), &id, "BASE_TYPE_REQUIRED").await;
    let long = json!({ "type": 2, "style": 1, "label": "x".repeat(81), "custom_id": "a" });
    refused(
        with_button(&long),
        &format!("{at}.label"),
        "BASE_TYPE_MAX_LENGTH",
    )
    .await;
    let blank = json!({ "type": 2, "style": 1, "custom_id": "a" });
    refused(
        with_button(&blank),
        at,
        "BUTTON_COMPONENT_NO_LABEL_OR_EMOJI",
    )
    .await;

    let options: Vec<_> = (0..26)
        .map(|n| json!({ "label": "l", "value": n.to_string() }))
        .collect();
    let select = json!({ "type": 3, "custom_id": "s", "options": options });
    refused(
        with_button(&select),
        &format!("{at}.options"),
        "BASE_TYPE_BAD_LENGTH",
    )
    .await;
}

#[tokio::test]
async fn mentions_are_parsed_or_listed_but_not_both() {
    let mentions = json!({ "parse": ["users"], "users": ["1"] });
    let body = json!({ "content": "x", "allowed_mentions": mentions });
    let code = "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE";
    refused(body, "allowed_mentions.parse", code).await;
}

#[tokio::test]
async fn attachments_must_be_uploaded_and_small() {
    let listed = json!({ "content": "x", "attachments": [{ "id": 0, "filename": "a.png" }] });
    refused(listed, "attachments.0.id", "ATTACHMENT_NOT_FOUND").await;
    let (discord, guild) = club().await;
    let path = format!("channels/{}/messages", guild.channel_id());
    let file = Part::bytes(vec![0; 10 * 1024 * 1024 + 1]).file_name("big.bin");
    let form = Form::new()
        .text("payload_json", "{}")
        .part("files[0]", file);
    let request = request(&discord, "POST", &path).multipart(form);
    let request = request.header("authorization", format!("Bot {}", discord.token()));
    let (status, error) = read(request).await;
    assert_eq!((status, &error["code"]), (413, &json!(40005)));
    assert_eq!(discord.forgive_faults().len(), 1);
}

#[tokio::test]
async fn a_body_that_is_no_json_is_a_fault() {
    let (discord, guild) = club().await;
    let path = format!("channels/{}/messages", guild.channel_id());
    let request = request(&discord, "POST", &path).body("{content");
    let request = request.header("authorization", format!("Bot {}", discord.token()));
    let (status, error) = read(request).await;
    assert_eq!((status, &error["code"]), (400, &json!(50109)));
    assert_eq!(discord.forgive_faults().len(), 1);
}

#[tokio::test]
async fn a_channel_or_message_that_is_not_there_is_unknown() {
    let (discord, guild) = club().await;
    let body = json!({ "content": "x" });
    let (status, error) = call(&discord, "POST", "channels/1/messages", &body).await;
    assert_eq!((status, &error["code"]), (404, &json!(10003)));
    let path = format!("channels/{}/messages/1", guild.channel_id());
    let (status, error) = call(&discord, "GET", &path, &Value::Null).await;
    assert_eq!((status, &error["code"]), (404, &json!(10008)));
    guild.removes_bot();
    let (status, error) = send(&discord, &guild, &body).await;
    assert_eq!((status, &error["code"]), (403, &json!(50001)));
}

#[tokio::test]
async fn discords_own_description_refuses_what_the_rules_leave_to_it() {
    if !discord_standin::has_api_description() {
        println!("skipped: shared/discord/openapi.json is not beside this checkout");
        return;
    }
    refused(
        json!({ "content": "x", "tts": "loud" }),
        "tts",
        "BASE_TYPE_CONVERT",
    )
    .await;
    let embed = json!({ "title": "t", "url": "not a link" });
    refused(
        json!({ "embeds": [embed] }),
        "embeds.0.url",
        "BASE_TYPE_FORMAT",
    )
    .await;
}
