//! The state machine of an interaction: once, in time, and with a token that dies.

use std::time::Duration;

use discord_standin::{Answer, Standin};
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use crate::raw::{call, read, register_go, request};

/// Somebody typed `/go`, and nobody has answered yet.
async fn typed(discord: &Standin) -> Answer {
    register_go(discord).await;
    discord
        .guild("Club")
        .member("ana")
        .types("/go")
        .send()
        .await
}

async fn respond(discord: &Standin, answer: &Answer, body: &Value) -> (u16, Value) {
    let id = answer.interaction_id();
    let path = format!("interactions/{id}/interaction-token-{id}/callback");
    call(discord, "POST", &path, body).await
}

fn webhook(discord: &Standin, answer: &Answer) -> String {
    let id = answer.interaction_id();
    format!("webhooks/{}/interaction-token-{id}", discord.bot_id())
}

fn says(text: &str) -> Value {
    json!({ "type": 4, "data": { "content": text } })
}

#[tokio::test]
async fn a_second_first_answer_is_refused() {
    let discord = Standin::start().await;
    let answer = typed(&discord).await;
    assert_eq!(respond(&discord, &answer, &says("one")).await.0, 204);
    let (status, body) = respond(&discord, &answer, &says("two")).await;
    assert_eq!((status, &body["code"]), (400, &json!(40060)));
    assert_eq!(answer.text(), "one\n");
}

#[tokio::test]
async fn an_answer_after_three_seconds_comes_too_late() {
    let discord = Standin::start().await;
    let answer = typed(&discord).await;
    discord.advance(Duration::from_secs(4));
    let (status, body) = respond(&discord, &answer, &says("late")).await;
    assert_eq!((status, &body["code"]), (404, &json!(10062)));
}

#[tokio::test]
async fn an_unknown_interaction_or_token_is_refused() {
    let discord = Standin::start().await;
    let path = "interactions/1/nothing/callback";
    let (status, body) = call(&discord, "POST", path, &says("hi")).await;
    assert_eq!((status, &body["code"]), (404, &json!(10062)));
    let path = format!("webhooks/{}/nothing", discord.bot_id());
    let (status, body) = call(&discord, "POST", &path, &json!({ "content": "hi" })).await;
    assert_eq!((status, &body["code"]), (404, &json!(10015)));
}

#[tokio::test]
async fn the_token_dies_after_fifteen_minutes() {
    let discord = Standin::start().await;
    let answer = typed(&discord).await;
    respond(&discord, &answer, &says("one")).await;
    let original = format!("{}/messages/@original", webhook(&discord, &answer));
    discord.advance(Duration::from_mins(14));
    let edit = json!({ "content": "two" });
    assert_eq!(call(&discord, "PATCH", &original, &edit).await.0, 200);
    discord.advance(Duration::from_mins(1));
    let (status, body) = call(&discord, "PATCH", &original, &edit).await;
    assert_eq!((status, &body["code"]), (401, &json!(50027)));
}

#[tokio::test]
async fn a_follow_up_before_the_first_answer_is_refused() {
    let discord = Standin::start().await;
    let answer = typed(&discord).await;
    let path = webhook(&discord, &answer);
    let (status, body) = call(&discord, "POST", &path, &json!({ "content": "hi" })).await;
    assert_eq!((status, &body["code"]), (404, &json!(10015)));
}

#[tokio::test]
async fn follow_ups_are_read_edited_and_deleted() {
    let discord = Standin::start().await;
    let answer = typed(&discord).await;
    respond(&discord, &answer, &says("one")).await;
    let path = webhook(&discord, &answer);
    let secret = json!({ "content": "two", "flags": 64 });
    let (status, message) = call(&discord, "POST", &path, &secret).await;
    assert_eq!((status, &message["flags"]), (200, &json!(64)));
    assert!(answer.is_ephemeral());
    assert_eq!(answer.text(), "one\ntwo\n");
    let place = format!("{path}/messages/{}", message["id"].as_str().expect("an id"));
    assert_eq!(
        call(&discord, "GET", &place, &Value::Null).await.1["content"],
        "two"
    );
    call(&discord, "PATCH", &place, &json!({ "content": "three" })).await;
    assert_eq!(answer.text(), "one\nthree\n");
    assert_eq!(call(&discord, "DELETE", &place, &Value::Null).await.0, 204);
    let (status, body) = call(&discord, "GET", &place, &Value::Null).await;
    assert_eq!((status, &body["code"]), (404, &json!(10008)));
}

#[tokio::test]
async fn a_deferred_answer_keeps_its_visibility() {
    let discord = Standin::start().await;
    let answer = typed(&discord).await;
    let defer = json!({ "type": 5, "data": { "flags": 64 } });
    assert_eq!(respond(&discord, &answer, &defer).await.0, 204);
    assert_eq!(answer.text(), "", "the person sees “thinking…” only");
    let latency = discord.callback_latency(&answer).expect("a first answer");
    assert_eq!(latency.visible, None);
    let path = webhook(&discord, &answer);
    let (_, message) = call(&discord, "POST", &path, &json!({ "content": "done" })).await;
    assert_eq!(
        message["flags"], 64,
        "the follow-up takes the place of the deferred message"
    );
    assert!(answer.is_ephemeral());
}

#[tokio::test]
async fn files_replace_describe_and_go() {
    let discord = Standin::start().await;
    let answer = typed(&discord).await;
    respond(&discord, &answer, &says("one")).await;
    let original = format!("{}/messages/@original", webhook(&discord, &answer));
    let payload = json!({ "attachments": [{ "id": 0, "description": "a table" }] });
    let file = Part::bytes(b"x,y".to_vec())
        .file_name("t.csv")
        .mime_str("text/csv")
        .expect("a type");
    let form = Form::new()
        .text("payload_json", payload.to_string())
        .part("files[0]", file);
    let (status, message) = read(request(&discord, "PATCH", &original).multipart(form)).await;
    assert_eq!(status, 200, "{message}");
    assert_eq!(message["attachments"][0]["description"], "a table");
    assert_eq!(message["attachments"][0]["content_type"], "text/csv");
    assert_eq!(answer.files()[0].bytes, b"x,y");
    let (_, message) = call(&discord, "PATCH", &original, &json!({ "attachments": [] })).await;
    assert_eq!(message["attachments"], json!([]));
}

#[tokio::test]
async fn an_answer_of_the_wrong_kind_is_a_fault() {
    let discord = Standin::start().await;
    let answer = typed(&discord).await;
    for body in [
        json!({ "type": 7, "data": { "content": "x" } }),
        json!({ "type": 8, "data": { "choices": [] } }),
        json!({ "type": 99 }),
    ] {
        let (status, error) = respond(&discord, &answer, &body).await;
        assert_eq!((status, &error["code"]), (400, &json!(50035)), "{body}");
    }
    assert_eq!(discord.forgive_faults().len(), 3);
}

#[tokio::test]
async fn planned_failures_come_once() {
    let discord = Standin::start().await;
    discord.fails_next("GET", "/users/@me", 503);
    discord.rate_limits_next("GET", "/users/@me", Duration::from_millis(250));
    let path = "users/@me";
    assert_eq!(call(&discord, "GET", path, &Value::Null).await.0, 503);
    let (status, body) = call(&discord, "GET", path, &Value::Null).await;
    assert_eq!((status, &body["retry_after"]), (429, &json!(0.25)));
    assert_eq!(body["code"], 0);
    assert_eq!(call(&discord, "GET", path, &Value::Null).await.0, 200);
}

#[tokio::test]
async fn each_rule_of_modals_and_choices_refuses_what_breaks_it() {
    let discord = Standin::start().await;
    let answer = typed(&discord).await;
    let input = json!({ "type": 4, "custom_id": "i", "style": 1, "label": "Name" });
    let changed = |key: &str, value: Value| {
        let mut input = input.clone();
        input[key] = value;
        input
    };
    let modal = |title: &str, inputs: Vec<Value>| {
        let rows: Vec<_> = inputs
            .into_iter()
            .map(|input| json!({ "type": 1, "components": [input] }))
            .collect();
        json!({ "custom_id": "m", "title": title, "components": rows })
    };
    let broken = [
        modal(&"t".repeat(46), vec![input.clone()]),
        modal("t", Vec::new()),
        modal(
            "t",
            (0..6)
                .map(|number| changed("custom_id", json!(number.to_string())))
                .collect(),
        ),
        modal("t", vec![input.clone(), input.clone()]),
        modal("t", vec![changed("label", json!("l".repeat(46)))]),
        modal("t", vec![changed("value", json!("v".repeat(4_001)))]),
        modal("t", vec![changed("max_length", json!(4_001))]),
        modal("t", vec![changed("type", json!(2))]),
        modal("t", vec![changed("colour", json!(2))]),
    ];
    let count = broken.len();
    for data in broken {
        let (status, error) = respond(&discord, &answer, &json!({ "type": 9, "data": data })).await;
        assert_eq!((status, &error["code"]), (400, &json!(50035)), "{data}");
    }
    assert_eq!(discord.forgive_faults().len(), count);
    let sound = json!({ "type": 9, "data": modal("t", vec![input]) });
    assert_eq!(respond(&discord, &answer, &sound).await.0, 204);
}

#[tokio::test]
async fn an_unknown_key_beside_the_data_is_a_fault() {
    let discord = Standin::start().await;
    let answer = typed(&discord).await;
    let body = json!({ "type": 4, "data": { "content": "x" }, "more": 1 });
    assert_eq!(respond(&discord, &answer, &body).await.0, 400);
    assert_eq!(discord.forgive_faults().len(), 1);
}
