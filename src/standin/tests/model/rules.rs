//! Requests that OpenAI would call invalid.

use discord_standin::model::{Model, Outcome};
use serde_json::{Value, json};

use crate::ask::{ask, client, question, read, request};

/// Asks and expects 400 with this parameter and code.
async fn refused(body: &Value, param: &str, code: &Value) -> String {
    let model = Model::start().await;
    let (status, answer) = ask(&model, body).await;
    assert_eq!(status, 400, "{answer}");
    let error = &answer["error"];
    assert_eq!(error["type"], "invalid_request_error", "{answer}");
    assert_eq!(
        (error["param"].as_str().unwrap_or_default(), &error["code"]),
        (param, code),
        "{answer}"
    );
    assert_eq!(model.ended(1).await.outcome, Outcome::Refused(400));
    let message = error["message"].as_str().expect("a message").to_owned();
    assert_eq!(model.forgive_faults(), [message.as_str()]);
    message
}

fn with(name: &str, value: Value) -> Value {
    let mut body = question("Hm?");
    body[name] = value;
    body
}

fn messages(messages: Value) -> Value {
    with("messages", messages)
}

#[tokio::test]
async fn no_messages_are_an_empty_array() {
    let message = refused(&messages(json!([])), "messages", &json!("empty_array")).await;
    assert!(
        message.starts_with("Invalid 'messages': empty array."),
        "{message}"
    );
    refused(
        &messages(Value::Null),
        "messages",
        &json!("missing_required_parameter"),
    )
    .await;
    refused(&messages(json!("Hm?")), "messages", &json!("invalid_type")).await;
    refused(
        &messages(json!(["Hm?"])),
        "messages[0]",
        &json!("invalid_type"),
    )
    .await;
}

#[tokio::test]
async fn an_unknown_role_is_refused_with_those_there_are() {
    let body = messages(json!([{ "role": "bot", "content": "Hm?" }]));
    let message = refused(&body, "messages[0].role", &json!("invalid_value")).await;
    assert_eq!(
        message,
        "Invalid value: 'bot'. Supported values are: 'system', 'assistant', 'user', 'function', \
         'tool', and 'developer'."
    );
    let body = messages(json!([{ "content": "Hm?" }]));
    refused(
        &body,
        "messages[0].role",
        &json!("missing_required_parameter"),
    )
    .await;
}

#[tokio::test]
async fn content_is_a_text_or_parts_that_are_known() {
    let body = messages(json!([{ "role": "user", "content": null }]));
    let message = refused(&body, "messages[0].content", &Value::Null).await;
    assert!(message.contains("expected a string, got null"), "{message}");
    let body = messages(json!([{ "role": "user", "content": [] }]));
    refused(&body, "messages[0].content", &json!("empty_array")).await;
    let part = |part: Value| messages(json!([{ "role": "user", "content": [part] }]));
    let video = part(json!({ "type": "video" }));
    refused(
        &video,
        "messages[0].content[0].type",
        &json!("invalid_value"),
    )
    .await;
    let silent = part(json!({ "type": "text" }));
    refused(
        &silent,
        "messages[0].content[0].text",
        &json!("missing_required_parameter"),
    )
    .await;
}

#[tokio::test]
async fn a_name_with_a_space_is_refused() {
    let body = messages(json!([{ "role": "user", "name": "ana maria", "content": "Hm?" }]));
    let message = refused(&body, "messages[0].name", &json!("invalid_value")).await;
    assert!(message.contains("does not match pattern"), "{message}");
}

#[tokio::test]
async fn too_many_tokens_are_refused_with_their_count() {
    let model = Model::start().await;
    model.holds(20);
    let (status, answer) = ask(&model, &question(&"word ".repeat(40))).await;
    assert_eq!(
        (status, &answer["error"]["code"]),
        (400, &json!("context_length_exceeded"))
    );
    assert_eq!(answer["error"]["param"], "messages");
    assert_eq!(
        answer["error"]["message"],
        "This model's maximum context length is 20 tokens. However, your messages resulted in 56 \
         tokens. Please reduce the length of the messages."
    );
    let mut body = question("short");
    body["max_tokens"] = json!(19);
    let (status, answer) = ask(&model, &body).await;
    let message = answer["error"]["message"].as_str().expect("a message");
    assert_eq!(status, 400);
    assert!(
        message.contains("(8 in the messages, 19 in the completion)"),
        "{message}"
    );
    assert_eq!(ask(&model, &question("short")).await.0, 200);
    assert_eq!(model.forgive_faults().len(), 2);
}

#[tokio::test]
async fn an_answer_longer_than_the_model_gives_is_refused() {
    let message = refused(
        &with("max_tokens", json!(16_385)),
        "max_tokens",
        &json!("invalid_value"),
    )
    .await;
    assert!(
        message.starts_with("max_tokens is too large: 16385."),
        "{message}"
    );
}

#[tokio::test]
async fn parameters_are_known_and_within_their_bounds() {
    refused(
        &with("temprature", json!(1)),
        "temprature",
        &json!("unknown_parameter"),
    )
    .await;
    refused(
        &with("temperature", json!(2.5)),
        "temperature",
        &json!("decimal_above_max_value"),
    )
    .await;
    refused(
        &with("top_p", json!(-0.1)),
        "top_p",
        &json!("decimal_below_min_value"),
    )
    .await;
    refused(
        &with("temperature", json!("hot")),
        "temperature",
        &json!("invalid_type"),
    )
    .await;
    refused(
        &with("stream", json!("yes")),
        "stream",
        &json!("invalid_type"),
    )
    .await;
    let usage = json!({ "include_usage": true });
    refused(
        &with("stream_options", usage),
        "stream_options",
        &Value::Null,
    )
    .await;
    refused(&with("n", json!(2)), "n", &Value::Null).await;
    refused(&with("model", Value::Null), "", &Value::Null).await;
    refused(&json!([]), "body", &json!("invalid_type")).await;
}

#[tokio::test]
async fn tools_have_a_kind_and_a_name_without_spaces() {
    refused(&with("tools", json!([])), "tools", &json!("empty_array")).await;
    let tool = |name: &str| json!([{ "type": "function", "function": { "name": name } }]);
    let param = "tools[0].function.name";
    for name in ["club roster", "", &"a".repeat(65)] {
        refused(&with("tools", tool(name)), param, &json!("invalid_value")).await;
    }
    let untyped = json!([{ "function": { "name": "roster" } }]);
    refused(
        &with("tools", untyped),
        "tools[0].type",
        &json!("missing_required_parameter"),
    )
    .await;
}

#[tokio::test]
async fn each_call_needs_its_result_and_each_result_its_call() {
    let user = json!({ "role": "user", "content": "Who leads?" });
    let call = |arguments: Value| {
        json!({ "role": "assistant", "content": null, "tool_calls": [
            { "id": "call_1", "type": "function", "function": { "name": "roster", "arguments": arguments } },
        ]})
    };
    let result = json!({ "role": "tool", "tool_call_id": "call_1", "content": "Ana" });
    let good = messages(json!([user, call(json!("{}")), result]));
    let model = Model::start().await;
    assert_eq!(ask(&model, &good).await.0, 200);

    let without_result = messages(json!([user, call(json!("{}")), user]));
    let message = refused(&without_result, "messages.[2].role", &Value::Null).await;
    assert!(
        message.ends_with("did not have response messages: call_1"),
        "{message}"
    );
    let at_the_end = messages(json!([user, call(json!("{}"))]));
    refused(&at_the_end, "messages.[2].role", &Value::Null).await;
    let without_call = messages(json!([user, result]));
    refused(&without_call, "messages.[1].role", &Value::Null).await;
    let as_an_object = messages(json!([user, call(json!({})), result]));
    let param = "messages[1].tool_calls[0].function.arguments";
    refused(&as_an_object, param, &json!("invalid_type")).await;
    let no_calls = messages(json!([{ "role": "assistant", "content": "x", "tool_calls": [] }]));
    refused(&no_calls, "messages[0].tool_calls", &json!("empty_array")).await;
}

#[tokio::test]
async fn what_is_no_json_and_what_is_no_route_is_refused() {
    let model = Model::start().await;
    let broken = request(&model, &Value::Null).body("{\"model\":");
    let (status, answer) = read(broken.send().await.expect("a response")).await;
    assert_eq!(
        (status, &answer["error"]["type"]),
        (400, &json!("invalid_request_error"))
    );
    let url = format!("{}/completions", model.base_url());
    let (status, answer) = read(client().post(url).send().await.expect("a response")).await;
    assert_eq!(
        (status, &answer["error"]["message"]),
        (404, &json!("Invalid URL (POST /v1/completions)"))
    );
    let url = format!("{}/chat/completions", model.base_url());
    let (status, answer) = read(client().get(url).send().await.expect("a response")).await;
    assert_eq!(
        (status, &answer["error"]["code"]),
        (405, &json!("method_not_supported"))
    );
    assert_eq!(model.forgive_faults().len(), 3);
}

#[tokio::test]
#[should_panic(expected = "OpenAI would not take this:\n  Unknown parameter: 'temprature'.")]
async fn an_invalid_request_fails_the_test_that_forgives_nothing() {
    let model = Model::start().await;
    ask(&model, &with("temprature", json!(1))).await;
}
