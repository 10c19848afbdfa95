//! The REST side: every route that this Discord has, in one list. A route that is not here is
//! answered with 404 and fails the test.

mod access;
mod callback;
mod channels;
mod commands;
mod compose;
mod direct;
mod gate;
mod programs;
mod reads;
mod webhooks;

use std::sync::Arc;

use axum::extract::{DefaultBodyLimit, State};
use axum::http::{Method, Uri};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde_json::{Value, json};

use crate::body::LARGEST_REQUEST;
use crate::error::ApiError;
use crate::faults::MOST_STARTS;
use crate::world::World;
use crate::{cdn, gateway, payload};

pub(crate) use compose::blank;

/// What a handler gives back.
type Answer = Result<axum::response::Response, ApiError>;

/// Everything on Discord's own origin: REST, gateway and CDN.
pub(crate) fn routes(world: Arc<World>) -> Router {
    let api = Router::new()
        .route("/gateway", get(gateway_url))
        .route("/gateway/bot", get(gateway_bot))
        .route("/users/@me", get(reads::me))
        .route("/users/@me/channels", post(direct::open))
        .route("/users/{user}", get(reads::user))
        .route("/applications/@me", get(reads::application))
        .route("/oauth2/applications/@me", get(reads::application))
        .route(
            "/applications/{application}/commands",
            get(commands::list)
                .put(commands::replace)
                .post(commands::create),
        )
        .route(
            "/applications/{application}/guilds/{guild}/commands",
            get(commands::list_in_guild)
                .put(commands::replace_in_guild)
                .post(commands::create_in_guild),
        )
        .route(
            "/interactions/{id}/{token}/callback",
            post(callback::answer),
        )
        .route("/webhooks/{application}/{token}", post(webhooks::follow_up))
        .route(
            "/webhooks/{application}/{token}/messages/{message}",
            get(webhooks::read)
                .patch(webhooks::edit)
                .delete(webhooks::delete),
        )
        .route("/channels/{channel}", get(reads::channel))
        .route("/channels/{channel}/typing", post(channels::typing))
        .route(
            "/channels/{channel}/messages",
            get(channels::list).post(channels::send),
        )
        .route(
            "/channels/{channel}/messages/{message}",
            get(channels::read)
                .patch(channels::edit)
                .delete(channels::delete),
        )
        .route("/guilds/{guild}", get(reads::guild))
        .route("/guilds/{guild}/roles", get(reads::roles))
        .route("/guilds/{guild}/channels", get(reads::guild_channels))
        .route("/guilds/{guild}/members", get(reads::members))
        .route("/guilds/{guild}/members/{user}", get(reads::member))
        .fallback(unknown_route)
        .method_not_allowed_fallback(unknown_route)
        .layer(DefaultBodyLimit::max(LARGEST_REQUEST))
        .layer(from_fn_with_state(world.clone(), gate::pass));
    Router::new()
        .nest("/api/v10", api)
        .route("/", get(gateway::connect))
        .route("/attachments/{channel}/{id}/{name}", get(cdn::download))
        .fallback(unknown_route)
        .layer(from_fn(programs::pass))
        .with_state(world)
}

/// Another host, which only serves files.
pub(crate) fn foreign_routes(world: Arc<World>) -> Router {
    Router::new()
        .route(
            "/attachments/{channel}/{id}/{name}",
            get(cdn::foreign_download),
        )
        .layer(from_fn(programs::pass))
        .with_state(world)
}

async fn unknown_route(State(world): State<Arc<World>>, method: Method, uri: Uri) -> ApiError {
    world.update(|state| state.fault(format!("unknown route: {method} {}", uri.path())));
    ApiError::new(404, 0, "404: Not Found")
}

async fn gateway_url(State(world): State<Arc<World>>) -> Json<Value> {
    Json(world.read(|state| json!({ "url": payload::gateway_url(state) })))
}

async fn gateway_bot(State(world): State<Arc<World>>) -> Json<Value> {
    Json(world.read(|state| {
        let (left, reset) = state.gateway.starts_left(state.clock.elapsed());
        json!({
            "url": payload::gateway_url(state), "shards": 1,
            "session_start_limit": {
                "total": MOST_STARTS, "remaining": left, "reset_after": reset.as_millis(),
                "max_concurrency": state.gateway.max_concurrency.unwrap_or(1),
            },
        })
    }))
}
