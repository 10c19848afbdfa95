//! `/api/messages`: what one person sees in a channel, and what they write there.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Query, State};
use serde::Deserialize;
use serde_json::{Value, json};

use super::refused::Refused;
use super::{Shared, place};
use crate::clock::Id;
use crate::messages::StoredMessage;
use crate::permissions::SEND_MESSAGES;
use crate::state::State as Discord;

const LONGEST_MESSAGE: usize = 2_000;
const MOST_FILES: usize = 10;
const LARGEST_PAGE: usize = 100;

/// What of a channel is wanted.
#[derive(Debug, Deserialize)]
pub(super) struct Wanted {
    #[serde(rename = "as")]
    person: String,
    channel: String,
    before: Option<Id>,
    limit: Option<usize>,
}

/// What somebody writes.
#[derive(Debug, Deserialize)]
pub(super) struct Written {
    #[serde(rename = "as")]
    person: String,
    channel: Value,
    #[serde(default)]
    content: String,
    #[serde(default)]
    files: Vec<Value>,
    reply_to: Option<String>,
}

/// `GET /api/messages`: a page of messages, the oldest first.
pub(super) async fn list(
    State(shared): State<Arc<Shared>>,
    Query(wanted): Query<Wanted>,
) -> Result<Json<Value>, Refused> {
    let who = shared.person(&wanted.person)?;
    let limit = wanted.limit.unwrap_or(50).clamp(1, LARGEST_PAGE);
    let page = shared.world.read(|state| {
        let channel = place::channel(state, who, &json!(wanted.channel))?;
        let before = wanted.before.unwrap_or(Id::MAX);
        let seen = state.messages.range(..before).rev();
        let mut seen = seen
            .map(|(_, message)| message)
            .filter(|message| message.channel == channel && message.is_visible_to(who));
        let newest: Vec<_> = seen.by_ref().take(limit).collect();
        let shown = newest.iter().rev().map(|message| shown(state, message));
        let shown: Vec<_> = shown.collect();
        Ok::<_, String>(json!({ "messages": shown, "more": seen.next().is_some() }))
    })?;
    Ok(Json(page))
}

/// `POST /api/messages`.
pub(super) async fn write(
    State(shared): State<Arc<Shared>>,
    body: String,
) -> Result<Json<Value>, Refused> {
    let written: Written = serde_json::from_str(&body)
        .map_err(|_| Refused::wrong("The body is no message: as, channel, content, files."))?;
    let who = shared.person(&written.person)?;
    if written.content.chars().count() > LONGEST_MESSAGE {
        return Err(Refused::wrong("A message has at most 2000 characters."));
    }
    if written.files.len() > MOST_FILES {
        return Err(Refused::wrong("A message has at most 10 files."));
    }
    if written.content.trim().is_empty() && written.files.is_empty() {
        return Err(Refused::wrong("The message is empty."));
    }
    let files = written.files.iter();
    let files: Result<Vec<_>, _> = files.map(|id| shared.uploads().find(who, id)).collect();
    let files = files?;
    let id = shared.world.update(|state| {
        let channel = place::channel(state, who, &written.channel)?;
        if !place::may(state, who, channel, SEND_MESSAGES) {
            return Err("This person may not write here.".to_owned());
        }
        let replies_to = match &written.reply_to {
            Some(id) => Some(visible(state, (who, channel), &json!(id))?.id),
            None => None,
        };
        let place = (who, channel);
        let content = with_mention(state, &written.content);
        Ok::<_, String>(state.post(place, &content, files, replies_to))
    })?;
    Ok(Json(json!({ "id": id.to_string() })))
}

/// The text with the bot's mention where somebody typed its name behind an @, as Discord's client
/// sends it.
fn with_mention(state: &Discord, content: &str) -> String {
    let (typed, mention) = (
        format!("@{}", state.bot.name),
        format!("<@{}>", state.bot.id),
    );
    let mut sent = String::with_capacity(content.len());
    let mut rest = content;
    while let Some((before, behind)) = rest.split_once(&typed) {
        sent.push_str(before);
        if behind.starts_with(char::is_alphanumeric) {
            sent.push_str(&typed);
        } else {
            sent.push_str(&mention);
        }
        rest = behind;
    }
    sent.push_str(rest);
    sent
}

/// The message of that id, when this person sees it in that channel.
pub(super) fn visible<'a>(
    state: &'a Discord,
    (who, channel): (Id, Id),
    wanted: &Value,
) -> Result<&'a StoredMessage, String> {
    let id = wanted.as_str().and_then(|id| id.parse::<Id>().ok());
    id.and_then(|id| state.messages.get(&id))
        .filter(|message| message.channel == channel && message.is_visible_to(who))
        .ok_or_else(|| "The message is not there any more.".to_owned())
}

/// The message as the page gets it; its files are on the page's own origin.
pub(super) fn shown(state: &Discord, message: &StoredMessage) -> Value {
    let mut shown = message.to_json(state);
    shown["ephemeral"] = json!(message.ephemeral_for.is_some());
    shown["loading"] = json!(message.is_loading());
    bring_home(&mut shown, &[&state.origin, &state.foreign_origin]);
    shown
}

/// Links to files of these origins become links of this one: the page loads nothing from elsewhere.
fn bring_home(value: &mut Value, origins: &[&str]) {
    match value {
        Value::String(text) => {
            let mut paths = origins.iter().filter_map(|one| text.strip_prefix(one));
            let path = paths.find(|path| path.starts_with("/attachments/"));
            if let Some(path) = path.map(str::to_owned) {
                *text = path;
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|one| bring_home(one, origins)),
        Value::Object(object) => object.values_mut().for_each(|one| bring_home(one, origins)),
        _ => {}
    }
}
