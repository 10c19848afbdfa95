//! Files: the page's own, the samples, what people store for an option or a message, and what the
//! CDN has.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use percent_encoding::percent_decode;
use serde_json::{Value, json};

use super::refused::Refused;
use super::{Shared, Who};
use crate::clock::Id;
use crate::upload::{Upload, dimensions};

/// Discord's own limit for a file: 10 MiB.
pub(super) const LARGEST_FILE: usize = 10 * 1024 * 1024;
/// What was stored and never sent is kept up to this size, the newest first: 128 MiB.
const MOST_STORED: usize = 128 * 1024 * 1024;
const LONGEST_NAME: usize = 260;

type Shelf = State<Arc<Shared>>;

/// What people stored, each with whose it is.
#[derive(Debug, Default)]
pub(super) struct Uploads {
    kept: BTreeMap<Id, (Id, Upload)>,
}

impl Uploads {
    fn keep(&mut self, id: Id, owner: Id, upload: Upload) {
        self.kept.insert(id, (owner, upload));
        let size = |kept: &BTreeMap<Id, (Id, Upload)>| -> usize {
            kept.values().map(|(_, one)| one.bytes.len()).sum()
        };
        while size(&self.kept) > MOST_STORED {
            self.kept.pop_first();
        }
    }

    /// The file of that id, when this person stored it.
    pub(super) fn find(&self, owner: Id, id: &Value) -> Result<Upload, String> {
        let id = id.as_str().and_then(|id| id.parse::<Id>().ok());
        id.and_then(|id| self.kept.get(&id))
            .filter(|(whose, _)| *whose == owner)
            .map(|(_, upload)| upload.clone())
            .ok_or_else(|| "A file is not there any more; attach it again.".to_owned())
    }
}

/// `POST /api/files?as=PERSON`, the file as the body.
pub(super) async fn store(
    State(shared): Shelf,
    Query(who): Query<Who>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Json<Value>, Refused> {
    let owner = shared.person(&who.person)?;
    let bytes = body.map_err(|_| {
        let sentence = "The file is too large: it may have at most 10 MiB.";
        Refused::new(StatusCode::PAYLOAD_TOO_LARGE, sentence)
    })?;
    if bytes.is_empty() {
        return Err(Refused::wrong("The file is empty."));
    }
    let name = headers
        .get("x-file-name")
        .and_then(|name| percent_decode(name.as_bytes()).decode_utf8().ok())
        .filter(|name| !name.is_empty() && name.chars().count() <= LONGEST_NAME)
        .ok_or_else(|| Refused::wrong("The header x-file-name must name the file."))?
        .into_owned();
    let mut upload = Upload::new(name.clone(), bytes);
    let given = headers
        .get(header::CONTENT_TYPE)
        .and_then(|one| one.to_str().ok());
    // A browser that does not know the type says this one, and the name says more.
    if let Some(given) = given.filter(|one| *one != "application/octet-stream") {
        upload = upload.with_type(given);
    }
    let id = shared.world.update(|state| state.clock.next_id());
    let mut shown = json!({
        "id": id.to_string(), "name": name, "size": upload.bytes.len(),
        "url": format!("/files/{id}/file"), "content_type": upload.content_type,
    });
    if let Some((width, height)) = dimensions(&upload.bytes) {
        shown["width"] = json!(width);
        shown["height"] = json!(height);
    }
    shared.uploads().keep(id, owner, upload);
    Ok(Json(shown))
}

/// `GET /files/{id}/{name}`: what somebody stored.
pub(super) async fn stored(
    State(shared): Shelf,
    Path((id, _)): Path<(Id, String)>,
) -> Result<Response, Refused> {
    let upload = shared.uploads().kept.get(&id).map(|(_, one)| one.clone());
    let upload = upload.ok_or_else(|| Refused::missing("There is no such file."))?;
    Ok(foreign(&upload.content_type, upload.bytes))
}

/// `GET /attachments/{channel}/{id}/{name}`: what the CDN has, however old its link is.
pub(super) async fn attachment(
    State(shared): Shelf,
    Path((channel, id, name)): Path<(Id, Id, String)>,
) -> Result<Response, Refused> {
    let found = shared.world.read(|state| {
        let file = state.files.get(id)?;
        (file.channel == channel && file.name == name)
            .then(|| (file.content_type.clone(), file.bytes.clone()))
    });
    let (content_type, bytes) = found.ok_or_else(|| Refused::missing("There is no such file."))?;
    Ok(foreign(&content_type, bytes))
}

/// `GET /samples/{name}`.
pub(super) async fn sample(
    State(shared): Shelf,
    Path(name): Path<String>,
) -> Result<Response, Refused> {
    let mut samples = shared.assets.samples.iter();
    let sample = samples.find(|one| one.name == name);
    let sample = sample.ok_or_else(|| Refused::missing("There is no such sample."))?;
    Ok(([(header::CONTENT_TYPE, "image/png")], sample.bytes).into_response())
}

/// The page itself and what it loads.
pub(super) async fn embedded(State(shared): Shelf, uri: Uri) -> Result<Response, Refused> {
    let mut files = shared.assets.files.iter();
    let file = files.find(|one| one.path == uri.path());
    let file = file.ok_or_else(|| Refused::missing("There is nothing at this address."))?;
    Ok(([(header::CONTENT_TYPE, file.content_type)], file.bytes).into_response())
}

/// Bytes that somebody made: a picture is shown, anything else is saved, and nothing runs.
fn foreign(content_type: &str, bytes: Bytes) -> Response {
    let is_picture = ["image/png", "image/jpeg", "image/webp", "image/gif"].contains(&content_type);
    let (content_type, disposition) = if is_picture {
        (content_type, "inline")
    } else {
        ("application/octet-stream", "attachment")
    };
    let headers = [
        (header::CONTENT_TYPE, content_type),
        (header::CONTENT_DISPOSITION, disposition),
        (
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; sandbox",
        ),
    ];
    (headers, bytes).into_response()
}
