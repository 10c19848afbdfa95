//! Who may ask: a browser that was sent to this very address. Another page in the same browser can
//! send requests here, and can give its own name this address, so both are looked at.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::Shared;
use super::refused::Refused;

/// Sent with everything that does not bring its own.
const HEADERS: [(HeaderName, &str); 5] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; script-src 'self'; \
         object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::CACHE_CONTROL, "no-store"),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
];

/// The `Host` headers that a browser at this address sends.
pub(super) fn hosts(address: SocketAddr) -> Vec<String> {
    let port = address.port();
    let names = [
        address.to_string(),
        format!("localhost:{port}"),
        format!("127.0.0.1:{port}"),
    ];
    // A browser leaves the port out where it is the scheme's own.
    let bare = names.iter().filter(|_| port == 80);
    let bare: Vec<_> = bare
        .map(|name| name.trim_end_matches(":80").to_owned())
        .collect();
    [names.to_vec(), bare].concat()
}

/// Every request passes here.
pub(super) async fn pass(
    State(shared): State<Arc<Shared>>,
    request: Request,
    next: Next,
) -> Response {
    let mut response = match shared.admits(&request) {
        Ok(()) => next.run(request).await,
        Err(refused) => refused.into_response(),
    };
    for (name, value) in HEADERS {
        let headers = response.headers_mut();
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
    response
}

impl Shared {
    fn admits(&self, request: &Request) -> Result<(), Refused> {
        let text = |name: HeaderName| request.headers().get(name).map(|one| one.to_str().ok());
        let is_ours = |host: &str| self.hosts.iter().any(|known| known == host);
        if !text(header::HOST).flatten().is_some_and(is_ours) {
            let sentence = "This page answers only under its own loopback address.";
            return Err(Refused::new(StatusCode::MISDIRECTED_REQUEST, sentence));
        }
        if request.method() != Method::POST {
            return Ok(());
        }
        // A program that is no browser sends none; a browser sends it with every POST.
        if let Some(origin) = text(header::ORIGIN)
            && !origin
                .and_then(|origin| origin.strip_prefix("http://"))
                .is_some_and(is_ours)
        {
            let sentence = "Another page may not act here.";
            return Err(Refused::new(StatusCode::FORBIDDEN, sentence));
        }
        let content_type = text(header::CONTENT_TYPE).flatten().unwrap_or_default();
        let is_file = request.uri().path() == "/api/files";
        if !is_file && !content_type.starts_with("application/json") {
            let sentence = "The body must be application/json.";
            return Err(Refused::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, sentence));
        }
        Ok(())
    }
}
