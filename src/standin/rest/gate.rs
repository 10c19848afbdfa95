//! What every request passes: the transcript, planned failures, the bot's token.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::error::{ApiError, Reason};
use crate::faults::Failure;
use crate::world::World;

pub(crate) async fn pass(
    State(world): State<Arc<World>>,
    request: Request,
    next: Next,
) -> Response {
    let line = format!("{} {}", request.method(), request.uri().path());
    let is_known_bot = request
        .headers()
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.strip_prefix("Bot "))
        .is_some_and(|token| world.read(|state| state.token == token));
    // An interaction's token in the path is all that these two need.
    let path = request.uri().path();
    let is_open = ["/interactions/", "/webhooks/"]
        .iter()
        .any(|open| path.starts_with(open));
    let planned = world.update(|state| {
        state.note(format_args!("bot → {line}"));
        let method = request.method().as_str();
        let place = state
            .planned
            .iter()
            .position(|plan| plan.matches(method, path))?;
        Some(state.planned.remove(place))
    });
    let response = match planned {
        Some(plan) => fail(plan.failure),
        None if is_known_bot || is_open => next.run(request).await,
        None => ApiError::new(401, 0, "401: Unauthorized").into_response(),
    };
    world.update(|state| {
        let status = response.status().as_u16();
        let reason = response
            .extensions()
            .get::<Reason>()
            .map_or("", |reason| &reason.0);
        state.note(format_args!("      {line} → {status} {reason}"));
    });
    response
}

fn fail(failure: Failure) -> Response {
    match failure {
        Failure::Status(status) => {
            ApiError::new(status, 0, "The server failed on request of the test").into_response()
        }
        Failure::RateLimit(wait) => {
            let seconds = wait.as_secs_f64();
            let mut error = ApiError::new(429, 0, "You are being rate limited.");
            error.body["retry_after"] = json!(seconds);
            error.body["global"] = json!(false);
            let headers = [
                ("retry-after", seconds.ceil().to_string()),
                ("x-ratelimit-limit", "5".to_owned()),
                ("x-ratelimit-remaining", "0".to_owned()),
                ("x-ratelimit-reset-after", seconds.to_string()),
                ("x-ratelimit-bucket", "standin".to_owned()),
                ("x-ratelimit-scope", "user".to_owned()),
            ];
            (headers, error).into_response()
        }
    }
}
