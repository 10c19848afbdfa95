//! Refusals in OpenAI's own shape: `{"error": {message, type, param, code}}`.

use axum::Json;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

/// An answer that is a refusal.
#[derive(Clone, Debug)]
pub(crate) struct Refusal {
    pub(crate) status: u16,
    pub(crate) message: String,
    kind: &'static str,
    param: Option<String>,
    code: Option<&'static str>,
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl Refusal {
    /// A refusal of this status and type (`invalid_request_error`, `server_error`, …).
    pub(crate) fn new(status: u16, kind: &'static str, message: impl Into<String>) -> Self {
        Self {
            status,
            message: message.into(),
            kind,
            param: None,
            code: None,
            headers: Vec::new(),
        }
    }

    /// 400 for something in the request.
    pub(crate) fn invalid(message: impl Into<String>) -> Self {
        Self::new(400, "invalid_request_error", message)
    }

    /// 401 with the key masked as OpenAI masks it: the first eight characters and the last four.
    pub(crate) fn wrong_key(key: &str) -> Self {
        let letters: Vec<char> = key.chars().collect();
        let masked: String = match letters.len() {
            length @ 13.. => letters[..8]
                .iter()
                .copied()
                .chain(std::iter::repeat_n('*', length - 12))
                .chain(letters[length - 4..].iter().copied())
                .collect(),
            length => "*".repeat(length),
        };
        let message = format!(
            "Incorrect API key provided: {masked}. You can find your API key at \
             https://platform.openai.com/account/api-keys."
        );
        Self::new(401, "invalid_request_error", message).code("invalid_api_key")
    }

    /// The parameter at fault, such as `messages[0].role`.
    #[must_use]
    pub(crate) fn at(mut self, param: impl Into<String>) -> Self {
        self.param = Some(param.into());
        self
    }

    #[must_use]
    pub(crate) fn code(mut self, code: &'static str) -> Self {
        self.code = Some(code);
        self
    }

    #[must_use]
    pub(crate) fn header(mut self, name: &'static str, value: impl Into<HeaderValue>) -> Self {
        let name = HeaderName::from_static(name);
        self.headers.push((name, value.into()));
        self
    }

    pub(crate) fn to_json(&self) -> Value {
        json!({ "error": {
            "message": self.message, "type": self.kind, "param": self.param, "code": self.code,
        }})
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::BAD_REQUEST);
        let body = Json(self.to_json());
        let mut response = (status, body).into_response();
        response.headers_mut().extend(self.headers);
        response
    }
}
