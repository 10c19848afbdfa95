//! Only programs come in: a page in the user's browser can send requests to loopback, too, and can
//! give its own name this address. Discord itself is not on anybody's loopback and needs no such rule.

use axum::extract::Request;
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::error::ApiError;

/// What browsers send along and no bot does.
const OF_BROWSERS: [&str; 3] = ["origin", "sec-fetch-site", "sec-fetch-mode"];
/// The names of this machine.
const LOOPBACK: [&str; 3] = ["127.0.0.1", "localhost", "[::1]"];

/// Every request passes here, the gateway's and the CDN's, too.
pub(super) async fn pass(request: Request, next: Next) -> Response {
    let headers = request.headers();
    if OF_BROWSERS.iter().any(|name| headers.contains_key(*name)) {
        return ApiError::new(403, 0, "This is for programs, not for pages.").into_response();
    }
    if !is_loopback(headers) {
        let message = "This answers only under its own loopback address.";
        return ApiError::new(421, 0, message).into_response();
    }
    next.run(request).await
}

fn is_loopback(headers: &HeaderMap) -> bool {
    let host = headers.get(header::HOST).and_then(|one| one.to_str().ok());
    let name = host.map(|host| host.rsplit_once(':').map_or(host, |(name, _)| name));
    name.is_some_and(|name| LOOPBACK.contains(&name))
}
