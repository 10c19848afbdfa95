//! Refusals in Discord's own shape: `{code, message, errors?}`.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};

/// An answer that is a refusal.
#[derive(Clone, Debug)]
pub(crate) struct ApiError {
    pub(crate) status: u16,
    pub(crate) body: Value,
}

/// What the middleware writes into the transcript about a refusal.
#[derive(Clone, Debug)]
pub(crate) struct Reason(pub(crate) String);

impl ApiError {
    pub(crate) fn new(status: u16, code: u32, message: &str) -> Self {
        Self {
            status,
            body: json!({ "code": code, "message": message }),
        }
    }

    /// 404 with one of the "Unknown …" codes.
    pub(crate) fn unknown(code: u32, what: &str) -> Self {
        Self::new(404, code, &format!("Unknown {what}"))
    }

    pub(crate) fn empty_message() -> Self {
        Self::new(400, 50006, "Cannot send an empty message")
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::BAD_REQUEST);
        let reason = Reason(self.body.to_string());
        let mut response = (status, Json(self.body)).into_response();
        response.extensions_mut().insert(reason);
        response
    }
}

/// What is wrong with a body, each at its path (`embeds.0.title`).
#[derive(Debug, Default)]
pub(crate) struct Problems {
    found: Vec<Problem>,
}

#[derive(Debug)]
struct Problem {
    path: String,
    code: &'static str,
    message: String,
}

impl Problems {
    pub(crate) fn add(&mut self, path: &str, code: &'static str, message: impl Into<String>) {
        self.found.push(Problem {
            path: path.to_owned(),
            code,
            message: message.into(),
        });
    }

    /// The text must have at most this many characters.
    pub(crate) fn at_most(&mut self, path: &str, text: &str, longest: usize) {
        if text.chars().count() > longest {
            self.add(
                path,
                "BASE_TYPE_MAX_LENGTH",
                format!("Must be {longest} or fewer in length."),
            );
        }
    }

    /// The text must have between so many and so many characters.
    pub(crate) fn between(&mut self, path: &str, text: &str, shortest: usize, longest: usize) {
        let length = text.chars().count();
        if length < shortest || length > longest {
            self.add(
                path,
                "BASE_TYPE_BAD_LENGTH",
                format!("Must be between {shortest} and {longest} in length."),
            );
        }
    }

    pub(crate) fn required(&mut self, path: &str) {
        self.add(path, "BASE_TYPE_REQUIRED", "This field is required");
    }

    /// No key but these may be there.
    pub(crate) fn only_keys(&mut self, path: &str, object: &Map<String, Value>, known: &[&str]) {
        for key in object.keys().filter(|key| !known.contains(&key.as_str())) {
            self.add(&join(path, key), "UNKNOWN_FIELD", "This field is not known");
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    pub(crate) fn len(&self) -> usize {
        self.found.len()
    }

    pub(crate) fn append(&mut self, mut other: Self) {
        self.found.append(&mut other.found);
    }

    /// One line for the list of faults.
    pub(crate) fn summary(&self) -> String {
        self.found
            .iter()
            .map(|problem| format!("{}: {} ({})", problem.path, problem.message, problem.code))
            .collect::<Vec<_>>()
            .join("; ")
    }

    /// The refusal with Discord's nested `errors`.
    pub(crate) fn into_error(self) -> ApiError {
        let mut errors = Value::Object(Map::new());
        for problem in self.found {
            let entry = json!({ "code": problem.code, "message": problem.message });
            let mut place = &mut errors;
            for step in problem.path.split('.').filter(|step| !step.is_empty()) {
                place = &mut place[step];
            }
            match place["_errors"].as_array_mut() {
                Some(list) => list.push(entry),
                None => place["_errors"] = json!([entry]),
            }
        }
        let mut error = ApiError::new(400, 50035, "Invalid Form Body");
        error.body["errors"] = errors;
        error
    }
}

/// A path one step further in.
pub(crate) fn join(path: &str, step: impl std::fmt::Display) -> String {
    if path.is_empty() {
        step.to_string()
    } else {
        format!("{path}.{step}")
    }
}
