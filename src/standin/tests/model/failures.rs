//! Requests that fail as a whole.

use std::time::Duration;

use discord_standin::model::{Failure, Model, Outcome};
use reqwest::Response;
use serde_json::{Value, json};

use crate::ask::{ask, client, post, question, read, streamed};

/// What a planned failure comes to.
async fn fails(failure: impl Into<Failure>) -> Response {
    let model = Model::start().await;
    model.fails_next(failure);
    let response = post(&model, &streamed("Hm?")).await;
    if !response.status().is_success() {
        let refused = Outcome::Refused(response.status().as_u16());
        assert_eq!(model.ended(1).await.outcome, refused);
    }
    assert!(
        model.faults().is_empty(),
        "a planned failure is nobody's fault"
    );
    response
}

fn error(kind: &str, code: &Value, body: &Value) {
    assert_eq!(
        (&body["error"]["type"], &body["error"]["code"]),
        (&json!(kind), code)
    );
    assert!(
        body["error"]["message"]
            .as_str()
            .is_some_and(|text| !text.is_empty())
    );
    assert!(body["error"].get("param").is_some());
}

#[tokio::test]
async fn a_rate_limit_says_in_whole_seconds_when_to_come_back() {
    let response = fails(Failure::RateLimited(Duration::from_millis(1_200))).await;
    assert_eq!(response.headers()["retry-after"], "2");
    let (status, body) = read(response).await;
    assert_eq!(status, 429);
    error("requests", &json!("rate_limit_exceeded"), &body);
    let message = body["error"]["message"].as_str().expect("a message");
    assert!(message.contains("Please try again in 1.2s"), "{message}");
}

#[tokio::test]
async fn an_empty_account_is_a_429_that_names_no_time() {
    let response = fails(Failure::OutOfQuota).await;
    assert!(!response.headers().contains_key("retry-after"));
    let (status, body) = read(response).await;
    assert_eq!(status, 429);
    error("insufficient_quota", &json!("insufficient_quota"), &body);
}

#[tokio::test]
async fn a_withdrawn_key_an_own_error_and_overload_have_their_bodies() {
    let (status, body) = read(fails(401).await).await;
    assert_eq!(status, 401);
    error("invalid_request_error", &json!("invalid_api_key"), &body);
    let (status, body) = read(fails(500).await).await;
    assert_eq!(status, 500);
    error("server_error", &Value::Null, &body);
    let (status, body) = read(fails(503).await).await;
    assert_eq!(status, 503);
    error("server_error", &Value::Null, &body);
    assert!(body.to_string().contains("overloaded"));
    let (status, body) = read(fails(Failure::QuestionRefused).await).await;
    assert_eq!(status, 400);
    error(
        "invalid_request_error",
        &json!("content_policy_violation"),
        &body,
    );
}

#[tokio::test]
async fn a_proxy_and_a_wrong_address_answer_with_a_page() {
    for (failure, status) in [
        (Failure::from(502), 502),
        (504.into(), 504),
        (Failure::Nonsense, 200),
    ] {
        let response = fails(failure).await;
        assert_eq!(response.status(), status);
        assert_eq!(
            response.headers()["content-type"],
            "text/html; charset=utf-8"
        );
        assert!(response.text().await.expect("a page").starts_with("<html>"));
    }
}

#[tokio::test]
async fn a_wrong_key_is_refused_and_shown_masked() {
    let model = Model::start().await;
    let url = format!("{}/chat/completions", model.base_url());
    let request = client().post(&url).bearer_auth("sk-wrong-0123456789-abcd");
    let (status, body) = read(
        request
            .json(&question("Hm?"))
            .send()
            .await
            .expect("a response"),
    )
    .await;
    assert_eq!(status, 401);
    error("invalid_request_error", &json!("invalid_api_key"), &body);
    let message = body["error"]["message"].as_str().expect("a message");
    assert!(
        message.contains(": sk-wrong************abcd. You"),
        "{message}"
    );
    let (status, body) = read(
        client()
            .post(&url)
            .json(&question("Hm?"))
            .send()
            .await
            .expect("a response"),
    )
    .await;
    assert_eq!(status, 401);
    error("invalid_request_error", &Value::Null, &body);
    assert_eq!(model.requests().len(), 2);
    assert_eq!(model.requests()[0].outcome, Outcome::Refused(401));
}

#[tokio::test]
async fn a_refused_key_uses_up_no_turn_of_the_script() {
    let model = Model::start().await;
    model.answers("For the right key only.");
    let url = format!("{}/chat/completions", model.base_url());
    client()
        .post(&url)
        .json(&question("Hm?"))
        .send()
        .await
        .expect("a response");
    assert_eq!(model.turns_left(), 1);
    let (_, answer) = ask(&model, &question("Hm?")).await;
    assert_eq!(
        answer["choices"][0]["message"]["content"],
        "For the right key only."
    );
}

#[tokio::test]
async fn the_models_are_listed_and_others_are_not_found() {
    let model = Model::start().await;
    let get = async |path: &str| {
        let request = client().get(format!("{}{path}", model.base_url()));
        read(
            request
                .bearer_auth(model.key())
                .send()
                .await
                .expect("a response"),
        )
        .await
    };
    let (status, list) = get("/models").await;
    assert_eq!((status, &list["object"]), (200, &json!("list")));
    assert_eq!(list["data"][0]["id"], Model::SEES);
    assert_eq!(list["data"][1]["id"], Model::READS);
    let (status, one) = get(&format!("/models/{}", Model::SEES)).await;
    assert_eq!((status, &one["object"]), (200, &json!("model")));
    let (status, body) = get("/models/gpt-none").await;
    assert_eq!(status, 404);
    error("invalid_request_error", &json!("model_not_found"), &body);
    let mut body = question("Hm?");
    body["model"] = json!("gpt-none");
    let (status, body) = ask(&model, &body).await;
    assert_eq!(status, 404);
    error("invalid_request_error", &json!("model_not_found"), &body);
    let response = client()
        .get(format!("{}/models", model.base_url()))
        .send()
        .await;
    assert_eq!(response.expect("a response").status(), 401);
}
