//! What the bot sends: JSON, or multipart with `payload_json` and `files[n]`.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::multipart::Multipart;
use axum::extract::{FromRequest, Request};
use axum::http::header;
use serde_json::Value;

use crate::error::ApiError;
use crate::upload::Upload;
use crate::world::World;

/// A request of at most 25 MiB.
pub(crate) const LARGEST_REQUEST: usize = 25 * 1024 * 1024;
/// A file of at most 10 MiB.
const LARGEST_FILE: usize = 10 * 1024 * 1024;

/// A request's body.
#[derive(Clone, Debug, Default)]
pub(crate) struct Body {
    pub(crate) json: Value,
    /// Each file with its `n`.
    pub(crate) files: Vec<(u64, Upload)>,
}

impl Body {
    /// The numbers of the uploaded files.
    pub(crate) fn file_numbers(&self) -> Vec<u64> {
        self.files.iter().map(|(number, _)| *number).collect()
    }
}

impl FromRequest<Arc<World>> for Body {
    type Rejection = ApiError;

    async fn from_request(request: Request, world: &Arc<World>) -> Result<Self, ApiError> {
        let route = format!("{} {}", request.method(), request.uri().path());
        let body = Self::read(request, world).await;
        if let Err(error) = &body {
            world.update(|state| state.fault(format!("{route}: {}", error.body["message"])));
        }
        body
    }
}

impl Body {
    async fn read(request: Request, world: &Arc<World>) -> Result<Self, ApiError> {
        let is_multipart = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .is_some_and(|value| value.starts_with("multipart/form-data"));
        if is_multipart {
            let parts = Multipart::from_request(request, world).await;
            return multipart(parts.map_err(|_| malformed())?).await;
        }
        let bytes = Bytes::from_request(request, world)
            .await
            .map_err(|_| too_large())?;
        let json = json(&bytes)?;
        Ok(Self {
            json,
            files: Vec::new(),
        })
    }
}

async fn multipart(mut parts: Multipart) -> Result<Body, ApiError> {
    let mut body = Body::default();
    while let Some(part) = parts.next_field().await.map_err(|_| malformed())? {
        let name = part.name().unwrap_or_default().to_owned();
        let file_name = part.file_name().unwrap_or_default().to_owned();
        let content_type = part.content_type().map(str::to_owned);
        let bytes = part.bytes().await.map_err(|_| too_large())?;
        if name == "payload_json" {
            body.json = json(&bytes)?;
            continue;
        }
        let number = name
            .strip_prefix("files[")
            .and_then(|rest| rest.strip_suffix(']'))
            .and_then(|number| number.parse().ok())
            .ok_or_else(malformed)?;
        if bytes.len() > LARGEST_FILE {
            return Err(too_large());
        }
        let mut upload = Upload::new(file_name, bytes.to_vec());
        if let Some(content_type) = content_type {
            upload = upload.with_type(content_type);
        }
        body.files.push((number, upload));
    }
    Ok(body)
}

fn json(bytes: &Bytes) -> Result<Value, ApiError> {
    if bytes.is_empty() {
        return Ok(Value::Null);
    }
    serde_json::from_slice(bytes).map_err(|_| malformed())
}

fn malformed() -> ApiError {
    ApiError::new(400, 50109, "The request body contains invalid JSON.")
}

fn too_large() -> ApiError {
    ApiError::new(413, 40005, "Request entity too large")
}
