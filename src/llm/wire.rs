//! Reading a body within bounds.

use reqwest::Response;

/// The whole body; none when it is longer than `most` bytes or breaks off.
pub(crate) async fn body_of(mut response: Response, most: usize) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.ok()? {
        if body.len() + chunk.len() > most {
            return None;
        }
        body.extend_from_slice(&chunk);
    }
    Some(body)
}
