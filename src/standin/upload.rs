//! What people attach: bytes with a name, and the way in which their download shall fail.

use std::time::Duration;

use axum::body::Bytes;

/// How the download of an attachment goes wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CdnFault {
    /// The bytes come in ten pieces, with this pause before each.
    Slow(Duration),
    /// Half of the bytes come, then nothing more, for ever.
    NeverEnds,
    /// Half of the bytes come, then the connection breaks.
    BreaksOff,
    /// The download says another content type than the attachment's metadata.
    WrongType(String),
    /// 404, as for a link that is too old.
    Missing,
    /// A redirect to another host.
    RedirectsElsewhere,
    /// The attachment's link itself leads to another host.
    OnAnotherHost,
}

/// A file that somebody attaches.
#[derive(Clone, Debug)]
pub struct Upload {
    pub(crate) name: String,
    pub(crate) content_type: String,
    pub(crate) bytes: Bytes,
    pub(crate) fault: Option<CdnFault>,
}

impl Upload {
    /// A file whose content type is guessed from its name, as Discord does.
    pub fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        let name = name.into();
        Self {
            content_type: type_of(&name).to_owned(),
            name,
            bytes: Bytes::from(bytes.into()),
            fault: None,
        }
    }

    /// Another content type than the name says.
    #[must_use]
    pub fn with_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = content_type.into();
        self
    }

    /// Its download goes wrong in this way.
    #[must_use]
    pub fn that(mut self, fault: CdnFault) -> Self {
        self.fault = Some(fault);
        self
    }
}

impl<N: Into<String>, B: Into<Vec<u8>>> From<(N, B)> for Upload {
    fn from((name, bytes): (N, B)) -> Self {
        Self::new(name, bytes)
    }
}

fn type_of(name: &str) -> &'static str {
    let extension = name.rsplit('.').next().unwrap_or_default();
    match extension.to_ascii_lowercase().as_str() {
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "gif" => "image/gif",
        "txt" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}

/// Width and height of a PNG or JPEG, which Discord puts into the metadata of images.
pub(crate) fn dimensions(bytes: &[u8]) -> Option<(u32, u32)> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        let number = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
        return Some((number(16)?, number(20)?));
    }
    if bytes.starts_with(&[0xff, 0xd8]) {
        return jpeg_dimensions(&bytes[2..]);
    }
    None
}

/// Walks the segments up to the frame header (SOF0 to SOF15 without DHT, JPG and DAC).
fn jpeg_dimensions(mut rest: &[u8]) -> Option<(u32, u32)> {
    loop {
        let [0xff, marker, high, low, segment @ ..] = rest else {
            return None;
        };
        if matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
            let [_, h1, h0, w1, w0, ..] = segment else {
                return None;
            };
            let number = |high: &u8, low: &u8| u32::from(u16::from_be_bytes([*high, *low]));
            return Some((number(w1, w0), number(h1, h0)));
        }
        let length = usize::from(u16::from_be_bytes([*high, *low]));
        rest = segment.get(length.checked_sub(2)?..)?;
    }
}
