//! Requests without a client library, and the events of a stream.

use discord_standin::model::Model;
use reqwest::{RequestBuilder, Response};
use serde_json::{Value, json};

/// A question to the model that only reads.
pub(crate) fn question(text: &str) -> Value {
    json!({ "model": Model::READS, "messages": [{ "role": "user", "content": text }] })
}

/// The same, to be streamed.
pub(crate) fn streamed(text: &str) -> Value {
    let mut body = question(text);
    body["stream"] = json!(true);
    body
}

pub(crate) fn request(model: &Model, body: &Value) -> RequestBuilder {
    let url = format!("{}/chat/completions", model.base_url());
    client().post(url).bearer_auth(model.key()).json(body)
}

pub(crate) async fn post(model: &Model, body: &Value) -> Response {
    request(model, body).send().await.expect("a response")
}

/// Status and body of an answer that is not streamed, or of a refusal.
pub(crate) async fn ask(model: &Model, body: &Value) -> (u16, Value) {
    read(post(model, body).await).await
}

pub(crate) async fn read(response: Response) -> (u16, Value) {
    let status = response.status().as_u16();
    (status, response.json().await.expect("JSON"))
}

/// The data of each event of a stream that comes to its end.
pub(crate) async fn events(model: &Model, body: &Value) -> Vec<String> {
    let response = post(model, body).await;
    assert_eq!(response.status(), 200);
    assert_eq!(
        response.headers()["content-type"],
        "text/event-stream; charset=utf-8"
    );
    data(&response.text().await.expect("a whole stream"))
}

/// The data of each event in a text, `[DONE]` included.
pub(crate) fn data(text: &str) -> Vec<String> {
    let events = text.split_terminator("\n\n");
    let data = events.map(|event| event.strip_prefix("data: ").expect("an event"));
    data.map(str::to_owned).collect()
}

/// The events that are chunks, parsed.
pub(crate) fn chunks(events: &[String]) -> Vec<Value> {
    let events = events.iter().filter(|event| *event != "[DONE]");
    events
        .map(|event| serde_json::from_str(event).expect("a chunk"))
        .collect()
}

/// The text that the chunks add up to.
pub(crate) fn text(chunks: &[Value]) -> String {
    let deltas = chunks.iter().map(|chunk| &chunk["choices"][0]["delta"]);
    deltas
        .filter_map(|delta| delta["content"].as_str())
        .collect()
}

pub(crate) fn client() -> reqwest::Client {
    reqwest::Client::builder().build().expect("a client")
}
