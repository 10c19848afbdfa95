//! How asking a model fails, sorted by what can be done about it.

use std::time::Duration;

use reqwest::header::{HeaderMap, RETRY_AFTER};
use reqwest::{Response, StatusCode};
use serde_json::Value;

use crate::stream::Usage;
use crate::wire::body_of;

/// The most bytes of a refusal that are read.
const MAX_REFUSAL: usize = 64 * 1024;
/// The most characters of a provider's words that are kept for the log.
const MAX_DETAIL: usize = 300;
/// The longest wait that a provider's `Retry-After` is believed.
const LONGEST_WAIT: Duration = Duration::from_hours(1);

/// Why there is no answer, or no whole one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{kind}: {detail}")]
pub struct Failure {
    /// What kind.
    pub kind: FailureKind,
    /// When the provider wants to be asked again, if it said so.
    pub retry_after: Option<Duration>,
    /// Whether the provider may charge for it: it took the request with a success, or was sent it
    /// and has not said no. Not so when it was never reached or said no with another status.
    pub was_taken: bool,
    /// What it says that it charges, where it said so before it failed.
    pub usage: Option<Usage>,
    /// The provider's words, shortened: for the host's log, never for a channel. Holds no key of
    /// ours: the request is not part of it.
    pub detail: String,
}

/// The kinds of failure, each with a sentence of its own for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum FailureKind {
    /// The key is wrong, withdrawn, or may not use this model. Only the host can mend it.
    #[error("key refused")]
    KeyRefused,
    /// The account is empty. Waiting does not help.
    #[error("out of quota")]
    OutOfQuota,
    /// Too many requests or tokens for now; `Retry-After` may say until when.
    #[error("limit reached")]
    LimitReached,
    /// The provider has too much to do, or something broke on its side.
    #[error("overloaded")]
    Overloaded,
    /// No answer, or no next word, in time.
    #[error("timeout")]
    Timeout,
    /// There is no way to the provider: no such host, no connection, no TLS.
    #[error("unreachable")]
    Unreachable,
    /// The provider refuses what was asked, or what it would have answered.
    #[error("refused content")]
    RefusedContent,
    /// More was asked than fits the model.
    #[error("too long")]
    TooLong,
    /// The provider does not know the model, or takes the request for invalid: a wrong setting.
    #[error("wrong setting")]
    WrongSetting,
    /// The answer broke off in the middle.
    #[error("cut off")]
    CutOff,
    /// What came is no answer.
    #[error("nonsense")]
    Nonsense,
}

impl FailureKind {
    /// A stable name for the audit log.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::KeyRefused => "key_refused",
            Self::OutOfQuota => "out_of_quota",
            Self::LimitReached => "limit_reached",
            Self::Overloaded => "overloaded",
            Self::Timeout => "timeout",
            Self::Unreachable => "unreachable",
            Self::RefusedContent => "refused_content",
            Self::TooLong => "too_long",
            Self::WrongSetting => "wrong_setting",
            Self::CutOff => "cut_off",
            Self::Nonsense => "nonsense",
        }
    }

    /// Whether the same request may succeed when it is sent again a little later.
    pub fn passes(self) -> bool {
        matches!(
            self,
            Self::LimitReached | Self::Overloaded | Self::Timeout | Self::Unreachable
        )
    }

    /// Whether another provider may be asked instead: it has too much to do or does not answer in
    /// time. A refused key, a refused question or a wrong address is never carried elsewhere.
    pub fn falls_back(self) -> bool {
        matches!(self, Self::Overloaded | Self::Timeout)
    }
}

impl Failure {
    /// One with these words, of which no more than 300 characters are kept: a provider
    /// may say anything, and as much of it.
    pub fn new(kind: FailureKind, detail: impl Into<String>) -> Self {
        let detail: String = detail.into();
        Self {
            kind,
            retry_after: None,
            was_taken: false,
            usage: None,
            detail: detail.chars().take(MAX_DETAIL).collect(),
        }
    }

    /// The same of a request that the provider may charge for.
    pub(crate) fn taken(self, usage: Option<Usage>) -> Self {
        Self {
            was_taken: true,
            usage,
            ..self
        }
    }

    /// What reqwest says of the way there, without the address.
    pub(crate) fn of_transport(error: reqwest::Error, started: bool) -> Self {
        let error = error.without_url();
        let was_sent = !error.is_connect() && !error.is_builder();
        let kind = if error.is_timeout() {
            FailureKind::Timeout
        } else if started {
            FailureKind::CutOff
        } else {
            FailureKind::Unreachable
        };
        Self {
            was_taken: was_sent,
            ..Self::new(kind, error.to_string())
        }
    }

    /// What a response that is no success means.
    pub(crate) async fn of_response(response: Response) -> Self {
        let status = response.status();
        let retry_after = retry_after(response.headers());
        let body = body_of(response, MAX_REFUSAL).await.unwrap_or_default();
        let mut failure = Self::of_refusal(status, &body);
        failure.retry_after = retry_after;
        failure
    }

    fn of_refusal(status: StatusCode, body: &[u8]) -> Self {
        let parsed: Option<Value> = serde_json::from_slice(body).ok();
        let error = parsed.as_ref().map_or(&Value::Null, |body| &body["error"]);
        let code = error["code"].as_str().unwrap_or_default();
        let kind = error["type"].as_str().unwrap_or_default();
        let message = error["message"].as_str().or(error.as_str());
        let detail = match message {
            Some(message) => format!("status {}, {code} {kind}: {message}", status.as_u16()),
            None => format!("status {}, not in OpenAI's shape", status.as_u16()),
        };
        Self::new(sort(status, code, kind), detail)
    }

    /// What an error in the middle of a stream means: `{"error": {…}}`, as providers send it in
    /// place of a chunk.
    pub(crate) fn of_event(error: &Value, has_begun: bool) -> Self {
        let code = error["code"].as_str().unwrap_or_default();
        let kind = error["type"].as_str().unwrap_or_default();
        let message = error["message"].as_str().unwrap_or("no message");
        let sorted = match sort(StatusCode::INTERNAL_SERVER_ERROR, code, kind) {
            // Words have come already: asked again, they would come twice.
            passing if has_begun && passing.passes() => FailureKind::CutOff,
            other => other,
        };
        Self::new(sorted, format!("in the stream, {code} {kind}: {message}"))
    }
}

/// The codes are OpenAI's; other providers send the same status with their own, so that the status
/// decides where no code is known.
fn sort(status: StatusCode, code: &str, kind: &str) -> FailureKind {
    match code {
        "insufficient_quota" | "billing_hard_limit_reached" => return FailureKind::OutOfQuota,
        "content_policy_violation" | "content_filter" | "moderation_blocked" => {
            return FailureKind::RefusedContent;
        }
        "context_length_exceeded" | "string_above_max_length" => return FailureKind::TooLong,
        "rate_limit_exceeded" => return FailureKind::LimitReached,
        "invalid_api_key" => return FailureKind::KeyRefused,
        _ => {}
    }
    if kind == "insufficient_quota" {
        return FailureKind::OutOfQuota;
    }
    match status.as_u16() {
        401 | 403 => FailureKind::KeyRefused,
        402 => FailureKind::OutOfQuota,
        408 | 504 => FailureKind::Timeout,
        413 => FailureKind::TooLong,
        429 => FailureKind::LimitReached,
        500..=599 => FailureKind::Overloaded,
        400 | 404 | 405 | 415 | 422 => FailureKind::WrongSetting,
        _ => FailureKind::Nonsense,
    }
}

/// `Retry-After` in seconds (RFC 9110; the form with a date is sent by no provider known), or
/// OpenAI's `retry-after-ms`.
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let number = |name: &str| headers.get(name)?.to_str().ok()?.trim().parse::<f64>().ok();
    let seconds = number("retry-after-ms")
        .map(|milliseconds| milliseconds / 1_000.0)
        .or_else(|| number(RETRY_AFTER.as_str()))?;
    let wait = Duration::try_from_secs_f64(seconds).ok()?;
    Some(wait.min(LONGEST_WAIT))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_decides_before_the_status() {
        let sorted =
            |status: u16, code: &str| sort(StatusCode::from_u16(status).unwrap(), code, "");
        assert_eq!(sorted(429, "insufficient_quota"), FailureKind::OutOfQuota);
        assert_eq!(
            sorted(429, "rate_limit_exceeded"),
            FailureKind::LimitReached
        );
        assert_eq!(sorted(429, ""), FailureKind::LimitReached);
        assert_eq!(
            sorted(400, "content_policy_violation"),
            FailureKind::RefusedContent
        );
        assert_eq!(sorted(400, "context_length_exceeded"), FailureKind::TooLong);
        assert_eq!(sorted(400, ""), FailureKind::WrongSetting);
        assert_eq!(sorted(401, ""), FailureKind::KeyRefused);
        assert_eq!(sorted(503, ""), FailureKind::Overloaded);
        assert_eq!(sorted(302, ""), FailureKind::Nonsense);
    }

    #[test]
    fn only_load_and_silence_are_carried_to_another_provider() {
        for kind in [
            FailureKind::KeyRefused,
            FailureKind::OutOfQuota,
            FailureKind::LimitReached,
            FailureKind::Unreachable,
            FailureKind::RefusedContent,
            FailureKind::TooLong,
            FailureKind::WrongSetting,
            FailureKind::CutOff,
            FailureKind::Nonsense,
        ] {
            assert!(!kind.falls_back(), "{kind}");
        }
        assert!(FailureKind::Overloaded.falls_back() && FailureKind::Timeout.falls_back());
    }

    #[test]
    fn a_wait_that_is_no_number_or_absurd_is_not_believed() {
        let of = |value: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(RETRY_AFTER, value.parse().unwrap());
            retry_after(&headers)
        };
        assert_eq!(of("2"), Some(Duration::from_secs(2)));
        assert_eq!(of("0.5"), Some(Duration::from_millis(500)));
        assert_eq!(of("-1"), None);
        assert_eq!(of("soon"), None);
        assert_eq!(of("NaN"), None);
        assert_eq!(of("1e300"), None);
        assert_eq!(of("999999"), Some(LONGEST_WAIT));
    }

    #[test]
    fn the_log_gets_a_shortened_reason() {
        let body = format!("{{\"error\": {{\"message\": \"{}\"}}}}", "x".repeat(9_000));
        let failure = Failure::of_refusal(StatusCode::BAD_REQUEST, body.as_bytes());
        assert_eq!(failure.detail.chars().count(), MAX_DETAIL);
    }
}
