//! Images in a request: `data:` URLs, decoded and then only described.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use crate::upload::dimensions;

/// An image that the model was shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// The type that its URL names, such as `image/png`.
    pub content_type: String,
    /// Its size in bytes.
    pub size: usize,
    /// Width and height in pixels, for PNG and JPEG.
    pub dimensions: Option<(u32, u32)>,
}

/// A `data:` URL's type and bytes; none when it is no base64 one.
pub(crate) fn decode(url: &str) -> Option<(&str, Vec<u8>)> {
    let (content_type, data) = url.strip_prefix("data:")?.split_once(";base64,")?;
    Some((content_type, BASE64_STANDARD.decode(data).ok()?))
}

/// Whether the bytes begin as one of the formats that OpenAI takes.
pub(crate) fn is_supported(bytes: &[u8]) -> bool {
    let is_webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    let others: [&[u8]; 4] = [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a"];
    is_webp || others.iter().any(|start| bytes.starts_with(start))
}

/// Describes every image in a body and cuts its data out, so that a record of requests stays small.
pub(crate) fn take(body: &mut Value) -> Vec<Image> {
    let messages = list(body, "messages");
    let parts = messages.flat_map(|message| list(message, "content"));
    let urls = parts.filter_map(|part| part.get_mut("image_url")?.get_mut("url"));
    urls.filter_map(describe).collect()
}

fn list<'a>(value: &'a mut Value, key: &str) -> impl Iterator<Item = &'a mut Value> {
    let found = value.get_mut(key).and_then(Value::as_array_mut);
    found.into_iter().flatten()
}

fn describe(url: &mut Value) -> Option<Image> {
    let (content_type, bytes) = decode(url.as_str()?)?;
    let image = Image {
        content_type: content_type.to_owned(),
        size: bytes.len(),
        dimensions: dimensions(&bytes),
    };
    *url = json!(format!(
        "data:{content_type};base64,… ({} bytes)",
        bytes.len()
    ));
    Some(image)
}
