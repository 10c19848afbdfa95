//! The CDN: files that people and the bot uploaded, and the ways in which a download fails.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::stream::{self, StreamExt};
use serde_json::{Value, json};

use crate::clock::Id;
use crate::links;
use crate::state::State as Discord;
use crate::upload::{CdnFault, Upload, dimensions};
use crate::world::World;

/// A file on the CDN.
#[derive(Clone, Debug)]
pub(crate) struct StoredFile {
    pub(crate) id: Id,
    pub(crate) channel: Id,
    pub(crate) name: String,
    pub(crate) description: Option<String>,
    pub(crate) content_type: String,
    pub(crate) bytes: Bytes,
    pub(crate) is_ephemeral: bool,
    pub(crate) fault: Option<CdnFault>,
}

impl StoredFile {
    /// Attachment metadata; its URL is the real one, faults and all.
    pub(crate) fn to_json(&self, state: &Discord) -> Value {
        let host = match self.fault {
            Some(CdnFault::OnAnotherHost) => &state.foreign_origin,
            _ => &state.origin,
        };
        let url = format!(
            "{host}/attachments/{}/{}/{}?{}",
            self.channel,
            self.id,
            self.name,
            links::query(&state.clock, self)
        );
        let mut attachment = json!({
            "id": self.id.to_string(), "filename": self.name, "size": self.bytes.len(),
            "url": url, "proxy_url": url, "content_type": self.content_type,
            "description": self.description,
        });
        if let Some((width, height)) = dimensions(&self.bytes) {
            attachment["width"] = json!(width);
            attachment["height"] = json!(height);
        }
        if self.is_ephemeral {
            attachment["ephemeral"] = json!(true);
        }
        attachment
    }
}

impl Discord {
    /// Puts a file on the CDN.
    pub(crate) fn store_file(&mut self, channel: Id, upload: Upload, is_ephemeral: bool) -> Id {
        let id = self.clock.next_id();
        let file = StoredFile {
            id,
            channel,
            name: safe_name(&upload.name),
            description: None,
            content_type: upload.content_type,
            bytes: upload.bytes,
            is_ephemeral,
            fault: upload.fault,
        };
        self.files.add(file);
        id
    }
}

/// `GET /attachments/{channel}/{id}/{name}` on Discord's own origin, with a link that is signed and
/// not too old.
pub(crate) async fn download(
    State(world): State<Arc<World>>,
    Path(place): Path<(Id, Id, String)>,
    RawQuery(query): RawQuery,
) -> Response {
    let query = query.unwrap_or_default();
    let is_alive = world.read(|state| links::is_alive(&state.clock, place.1, &query));
    let found = find(&world, &place).filter(|_| is_alive);
    let fault = found.as_ref().and_then(|file| file.fault.clone());
    world.update(|state| state.note(format_args!("cdn GET {} ({fault:?})", place.2)));
    let Some(file) = found else {
        return missing();
    };
    match &file.fault {
        None | Some(CdnFault::OnAnotherHost) => whole(&file, &file.content_type),
        Some(CdnFault::Missing) => missing(),
        Some(CdnFault::WrongType(content_type)) => whole(&file, content_type),
        Some(CdnFault::Slow(pause)) => in_pieces(&file, *pause),
        Some(CdnFault::NeverEnds) => half(&file, stream::pending().boxed()),
        Some(CdnFault::BreaksOff) => {
            let broken = io::Error::new(io::ErrorKind::ConnectionReset, "planned");
            // The first half must leave before the connection breaks.
            let rest = stream::once(async {
                tokio::task::yield_now().await;
                Err(broken)
            });
            half(&file, rest.boxed())
        }
        Some(CdnFault::RedirectsElsewhere) => {
            let (channel, id, name) = place;
            let origin = world.read(|state| state.foreign_origin.clone());
            let target = format!("{origin}/attachments/{channel}/{id}/{name}");
            (StatusCode::FOUND, [(header::LOCATION, target)]).into_response()
        }
    }
}

/// The same on the other origin, where a careful bot never asks.
pub(crate) async fn foreign_download(
    State(world): State<Arc<World>>,
    Path(place): Path<(Id, Id, String)>,
) -> Response {
    world.update(|state| {
        state.foreign_requests += 1;
        state.note(format_args!("the foreign host was asked for {}", place.2));
    });
    match find(&world, &place) {
        Some(file) => whole(&file, &file.content_type),
        None => missing(),
    }
}

fn find(world: &World, (channel, id, name): &(Id, Id, String)) -> Option<StoredFile> {
    world.read(|state| {
        let file = state.files.get(*id)?;
        (file.channel == *channel && file.name == *name).then(|| file.clone())
    })
}

fn missing() -> Response {
    (
        StatusCode::NOT_FOUND,
        "This content is no longer available.",
    )
        .into_response()
}

fn whole(file: &StoredFile, content_type: &str) -> Response {
    (typed(content_type), file.bytes.clone()).into_response()
}

/// Ten pieces with a pause before each.
fn in_pieces(file: &StoredFile, pause: Duration) -> Response {
    let size = file.bytes.len().div_ceil(10).max(1);
    let mut rest = file.bytes.clone();
    let pieces = std::iter::from_fn(move || {
        let piece = rest.split_to(size.min(rest.len()));
        (!piece.is_empty()).then_some(piece)
    });
    let pieces = stream::iter(pieces).then(move |piece| async move {
        tokio::time::sleep(pause).await;
        Ok::<_, io::Error>(piece)
    });
    let length = [(header::CONTENT_LENGTH, file.bytes.len().to_string())];
    (typed(&file.content_type), length, Body::from_stream(pieces)).into_response()
}

/// All headers, half of the bytes, and then what the stream says.
fn half(file: &StoredFile, rest: stream::BoxStream<'static, io::Result<Bytes>>) -> Response {
    let first = file.bytes.slice(..file.bytes.len() / 2);
    let body = stream::once(async { Ok(first) }).chain(rest);
    let length = [(header::CONTENT_LENGTH, file.bytes.len().to_string())];
    (typed(&file.content_type), length, Body::from_stream(body)).into_response()
}

fn typed(content_type: &str) -> [(header::HeaderName, HeaderValue); 1] {
    let value = HeaderValue::from_str(content_type)
        .unwrap_or(HeaderValue::from_static("application/octet-stream"));
    [(header::CONTENT_TYPE, value)]
}

/// Discord keeps letters, digits, dots, dashes and underscores of a file's name.
fn safe_name(name: &str) -> String {
    let kept: String = name
        .chars()
        .map(|c| if c == ' ' { '_' } else { c })
        .filter(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'))
        .collect();
    if kept.is_empty() {
        "unknown".to_owned()
    } else {
        kept
    }
}
