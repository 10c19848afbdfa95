//! From a body to a message: checks it, stores its files, writes or edits the message.

use axum::response::IntoResponse;
use serde_json::{Value, json};

use crate::body::Body;
use crate::clock::Id;
use crate::error::{ApiError, Problems};
use crate::mentions::Mentions;
use crate::messages::{EPHEMERAL, LOADING, StoredMessage};
use crate::rules::message::{self, Kind, attachment_id};
use crate::schema;
use crate::state::State;

/// The body's message at this path of the JSON (`data` in a callback), and what it is for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Draft<'a> {
    pub(super) kind: Kind,
    pub(super) route: &'static str,
    pub(super) body: &'a Body,
}

impl Draft<'_> {
    pub(super) fn message(&self) -> &Value {
        match self.kind {
            Kind::Callback => &self.body.json["data"],
            _ => &self.body.json,
        }
    }

    fn path(&self) -> &'static str {
        if self.kind == Kind::Callback {
            "data"
        } else {
            ""
        }
    }
}

/// Turns problems into a refusal and a fault.
pub(super) fn refuse(state: &mut State, route: &str, problems: Problems) -> Result<(), ApiError> {
    if problems.is_empty() {
        return Ok(());
    }
    state.fault(format!("{route}: {}", problems.summary()));
    Err(problems.into_error())
}

/// Checks a message's body by the rules and by Discord's own description.
pub(super) fn check(state: &mut State, draft: &Draft<'_>) -> Result<(), ApiError> {
    state.note(format_args!(
        "body {}",
        crate::transcript::brief(&draft.body.json)
    ));
    let mut problems = Problems::default();
    let files = draft.body.file_numbers();
    message::check(
        draft.kind,
        draft.message(),
        &files,
        draft.path(),
        &mut problems,
    );
    if problems.is_empty() {
        schema::check(draft.route, &draft.body.json, &mut problems);
    }
    refuse(state, draft.route, problems)
}

/// Refuses a message that would show nothing.
pub(super) fn check_shows_something(
    state: &mut State,
    draft: &Draft<'_>,
    nothing: bool,
) -> Result<(), ApiError> {
    if nothing {
        state.fault(format!("{}: an empty message", draft.route));
        return Err(ApiError::empty_message());
    }
    Ok(())
}

/// A message without anything in it yet.
pub(crate) fn blank(state: &mut State, channel: Id, ephemeral_for: Option<Id>) -> StoredMessage {
    let guild = state.channels.get(&channel).map_or(0, |one| one.guild);
    StoredMessage {
        id: state.clock.next_id(),
        guild,
        channel,
        author: state.bot.id,
        content: String::new(),
        embeds: Vec::new(),
        components: Vec::new(),
        attachments: Vec::new(),
        mentions: Mentions::default(),
        flags: if ephemeral_for.is_some() {
            EPHEMERAL
        } else {
            0
        },
        sent_at: state.clock.timestamp(),
        sent: state.clock.elapsed(),
        late_edits: 0,
        edited_at: None,
        ephemeral_for,
        interaction: None,
        replies_to: None,
        pings_replied: false,
        nonce: Value::Null,
        revision: 0,
    }
}

/// Writes what the draft has into the message; what it does not name stays.
pub(super) fn fill(state: &mut State, message: &mut StoredMessage, draft: &Draft<'_>) {
    let source = draft.message();
    state.keep_sent(source);
    if let Some(content) = source.get("content") {
        content
            .as_str()
            .unwrap_or_default()
            .clone_into(&mut message.content);
        message.mentions = Mentions::in_message(state, message).only(&source["allowed_mentions"]);
    }
    if message.pings_replied {
        message.mentions.add_replied(state, message.replies_to);
    }
    if let Some(embeds) = source.get("embeds") {
        message.embeds = embeds.as_array().cloned().unwrap_or_default();
        for embed in &mut message.embeds {
            embed["type"] = json!("rich");
        }
    }
    if let Some(components) = source.get("components") {
        message.components = components.as_array().cloned().unwrap_or_default();
        number_controls(&mut message.components);
    }
    attach(state, message, draft);
    message.flags &= !LOADING;
    message.revision += 1;
}

/// A listed id keeps an old attachment; a listed number describes a new file; no list keeps all.
fn attach(state: &mut State, message: &mut StoredMessage, draft: &Draft<'_>) {
    let entries = draft.message()["attachments"].as_array();
    if let Some(entries) = entries {
        let kept: Vec<_> = entries
            .iter()
            .filter_map(|one| attachment_id(&one["id"]))
            .collect();
        message.attachments.retain(|id| kept.contains(id));
    }
    for (number, upload) in draft.body.files.clone() {
        let is_ephemeral = message.ephemeral_for.is_some();
        let id = state.store_file(message.channel, upload, is_ephemeral);
        let described = entries
            .into_iter()
            .flatten()
            .find(|one| attachment_id(&one["id"]) == Some(number));
        let description = described.and_then(|one| one["description"].as_str());
        if let (Some(text), Some(file)) = (description, state.files.get_mut(id)) {
            file.description = Some(text.to_owned());
        }
        message.attachments.push(id);
    }
}

/// Discord gives every component of a message an id.
fn number_controls(rows: &mut [Value]) {
    let mut next = 1;
    for row in rows {
        row["id"] = json!(next);
        next += 1;
        for control in row["components"].as_array_mut().into_iter().flatten() {
            control["id"] = json!(next);
            next += 1;
        }
    }
}

/// The message as the answer to the request.
pub(super) fn shown(state: &State, message: &StoredMessage) -> axum::response::Response {
    axum::Json(message.to_json(state)).into_response()
}
