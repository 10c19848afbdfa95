//! What every request passes: the transcript, planned failures, the bot's token, the rate limits.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::error::{ApiError, Reason};
use crate::faults::Failure;
use crate::rates::{Refusal, Verdict};
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
    let is_shut_out = world.update(|state| {
        let now = state.clock.elapsed();
        state.rates.is_shut_out(now)
    });
    if is_shut_out {
        // Not Discord itself answers, but what stands in front of it.
        return (StatusCode::TOO_MANY_REQUESTS, "error code: 1015").into_response();
    }
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
        Some(plan) if matches!(plan.failure, Failure::AnswerLost) => {
            let _done = next.run(request).await;
            never(&world).await
        }
        Some(plan) if matches!(plan.failure, Failure::Swallowed) => never(&world).await,
        Some(plan) => fail(plan.failure),
        None if is_known_bot || is_open => within_limits(&world, request, next).await,
        None => ApiError::new(401, 0, "401: Unauthorized").into_response(),
    };
    world.update(|state| {
        let status = response.status().as_u16();
        let now = state.clock.elapsed();
        state.rates.count_status(now, status);
        let reason = response
            .extensions()
            .get::<Reason>()
            .map_or("", |reason| &reason.0);
        state.note(format_args!("      {line} → {status} {reason}"));
    });
    response
}

/// Answers with the headers of the route's limit, or with 429.
async fn within_limits(world: &World, request: Request, next: Next) -> Response {
    let (counted, now) = world.update(|state| {
        let now = state.clock.elapsed();
        let path = request.uri().path();
        let counted = state.rates.count(now, request.method().as_str(), path);
        (counted, state.clock.unix())
    });
    match counted {
        Ok(None) => next.run(request).await,
        Ok(Some(verdict)) => {
            let mut response = next.run(request).await;
            response.headers_mut().extend(headers(&verdict, now));
            response
        }
        Err(Refusal::Route(verdict)) => {
            let mut response = too_many(verdict.reset_after, false);
            response.headers_mut().extend(headers(&verdict, now));
            response
        }
        Err(Refusal::Global(wait)) => too_many(wait, true),
    }
}

fn headers(verdict: &Verdict, now: Duration) -> HeaderMap {
    let reset = now + verdict.reset_after;
    let texts = [
        ("x-ratelimit-limit", verdict.limit.to_string()),
        ("x-ratelimit-remaining", verdict.remaining.to_string()),
        ("x-ratelimit-reset", format!("{:.3}", reset.as_secs_f64())),
        (
            "x-ratelimit-reset-after",
            format!("{:.3}", verdict.reset_after.as_secs_f64()),
        ),
        ("x-ratelimit-bucket", verdict.bucket.clone()),
    ];
    let texts = texts.into_iter().filter_map(|(name, text)| {
        Some((
            HeaderName::from_static(name),
            HeaderValue::from_str(&text).ok()?,
        ))
    });
    texts.collect()
}

fn too_many(wait: Duration, is_global: bool) -> Response {
    let seconds = wait.as_secs_f64();
    let mut error = ApiError::new(429, 0, "You are being rate limited.");
    error.body["retry_after"] = json!(seconds);
    error.body["global"] = json!(is_global);
    let scope = if is_global { "global" } else { "user" };
    let headers = [
        ("retry-after", seconds.ceil().to_string()),
        ("x-ratelimit-scope", scope.to_owned()),
    ];
    let mut response = (headers, error).into_response();
    if is_global {
        let name = HeaderName::from_static("x-ratelimit-global");
        response
            .headers_mut()
            .insert(name, HeaderValue::from_static("true"));
    }
    response
}

async fn never(world: &World) -> Response {
    world.update(|state| state.note("      … and never gets an answer"));
    std::future::pending().await
}

fn fail(failure: Failure) -> Response {
    match failure {
        Failure::Swallowed | Failure::AnswerLost => StatusCode::GATEWAY_TIMEOUT.into_response(),
        Failure::Status(status) => {
            ApiError::new(status, 0, "The server failed on request of the test").into_response()
        }
        Failure::RateLimit(wait) => {
            let verdict = Verdict {
                bucket: "standin".to_owned(),
                limit: 5,
                remaining: 0,
                reset_after: wait,
            };
            let mut response = too_many(wait, false);
            response.headers_mut().extend(headers(&verdict, wait));
            response
        }
    }
}
