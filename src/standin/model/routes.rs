//! The model's routes, and the way of one request through it.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::{HeaderMap, Method, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde_json::{Value, json};

use super::answer::Answer;
use super::call::Call;
use super::desk::{Desk, KEY, What};
use super::refusal::Refusal;
use super::{Model, Outcome, Request, image, rules, stream};

/// What OpenAI takes in one request, images included.
const LARGEST_REQUEST: usize = 50 * 1024 * 1024;

pub(crate) fn routes(desk: Arc<Desk>) -> Router {
    Router::new()
        .route("/v1/models", get(models))
        .route("/v1/models/{model}", get(model))
        .route("/v1/chat/completions", post(complete))
        .fallback(unknown_route)
        .method_not_allowed_fallback(wrong_method)
        .layer(DefaultBodyLimit::max(LARGEST_REQUEST))
        .with_state(desk)
}

async fn models(headers: HeaderMap) -> Result<Json<Value>, Refusal> {
    check_key(&headers)?;
    let models = [Model::SEES, Model::READS].map(description);
    Ok(Json(json!({ "object": "list", "data": models })))
}

async fn model(headers: HeaderMap, Path(name): Path<String>) -> Result<Json<Value>, Refusal> {
    check_key(&headers)?;
    rules::check_model(&name)?;
    Ok(Json(description(&name)))
}

fn description(name: &str) -> Value {
    json!({ "id": name, "object": "model", "created": 1_767_225_600, "owned_by": "stand-in" })
}

async fn complete(State(desk): State<Arc<Desk>>, headers: HeaderMap, bytes: Bytes) -> Response {
    let (request, verdict) = read(&desk, &headers, &bytes);
    let call = Call::begin(desk.clone(), request.clone());
    if let Err(refusal) = verdict {
        call.end(Outcome::Refused(refusal.status));
        if refusal.status == 400 {
            desk.update(|papers| papers.faults.push(refusal.message.clone()));
        }
        return refusal.into_response();
    }
    let reply = match desk.next_turn(&request) {
        What::Reply(reply) => reply,
        What::Failure(failure) => {
            let response = failure.to_response(request.model(), KEY);
            call.end(Outcome::Refused(response.status().as_u16()));
            return response;
        }
    };
    if let Some(silence) = &reply.silence {
        silence.pass().await;
    }
    let answer = Answer::new(call.number, &request, &reply);
    if request.streams() {
        stream::streamed(call, &answer, &reply)
    } else {
        stream::whole(call, &answer, &reply).await
    }
}

/// What came, and whether OpenAI would take it.
fn read(desk: &Desk, headers: &HeaderMap, bytes: &[u8]) -> (Request, Result<(), Refusal>) {
    let nothing = || Request::new(Value::Null, Vec::new());
    if let Err(refusal) = check_key(headers) {
        return (nothing(), Err(refusal));
    }
    let Ok(mut body) = serde_json::from_slice::<Value>(bytes) else {
        return (nothing(), Err(Refusal::invalid(NOT_JSON)));
    };
    let verdict = rules::check(&body, desk.read(|papers| papers.window));
    let images = image::take(&mut body);
    (Request::new(body, images), verdict)
}

fn check_key(headers: &HeaderMap) -> Result<(), Refusal> {
    let given = headers.get(header::AUTHORIZATION);
    let given = given.and_then(|value| value.to_str().ok()?.strip_prefix("Bearer "));
    match given {
        Some(KEY) => Ok(()),
        Some(wrong) => Err(Refusal::wrong_key(wrong)),
        None => Err(Refusal::new(401, "invalid_request_error", NO_KEY)),
    }
}

async fn unknown_route(State(desk): State<Arc<Desk>>, method: Method, uri: Uri) -> Refusal {
    let message = format!("Invalid URL ({method} {})", uri.path());
    desk.update(|papers| papers.faults.push(message.clone()));
    Refusal::new(404, "invalid_request_error", message)
}

async fn wrong_method(State(desk): State<Arc<Desk>>, method: Method, uri: Uri) -> Refusal {
    let message = format!(
        "Not allowed to {method} on {}. (HINT: Perhaps you meant to use a different HTTP method?)",
        uri.path()
    );
    desk.update(|papers| papers.faults.push(message.clone()));
    Refusal::new(405, "invalid_request_error", message).code("method_not_supported")
}

const NOT_JSON: &str = "We could not parse the JSON body of your request. (HINT: This likely means \
    you aren't using your HTTP library correctly. The OpenAI API expects a JSON payload, but what \
    was sent was not valid JSON.)";
const NO_KEY: &str = "You didn't provide an API key. You need to provide your API key in an \
    Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY).";
