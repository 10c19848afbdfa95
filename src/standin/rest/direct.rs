//! Opening direct messages.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::response::IntoResponse;

use super::{Answer, compose};
use crate::body::Body;
use crate::clock::Id;
use crate::error::{ApiError, Problems};
use crate::payload;
use crate::schema;
use crate::world::World;

const ROUTE: &str = "POST /users/@me/channels";

/// `POST /users/@me/channels`; a channel that is there already is given again.
pub(crate) async fn open(State(world): State<Arc<World>>, body: Body) -> Answer {
    world.update(|state| {
        let mut problems = Problems::default();
        if let Some(object) = body.json.as_object() {
            problems.only_keys("", object, &["recipient_id"]);
        }
        if problems.is_empty() {
            schema::check(ROUTE, &body.json, &mut problems);
        }
        compose::refuse(state, ROUTE, problems)?;
        let wanted = &body.json["recipient_id"];
        let recipient: Option<Id> = wanted
            .as_u64()
            .or_else(|| wanted.as_str().and_then(|id| id.parse().ok()));
        let recipient = recipient
            .and_then(|id| state.users.get(&id))
            .ok_or_else(|| ApiError::new(400, 50033, "Invalid Recipient(s)"))?;
        if recipient.is_bot {
            let message = "Cannot send messages to this user";
            return Err(ApiError::new(403, 50007, message));
        }
        let id = recipient.id;
        let channel = state.direct_channel(id);
        let shown = state.channels.get(&channel);
        let shown = shown.map(|channel| payload::place(state, channel));
        Ok(Json(shown).into_response())
    })
}
