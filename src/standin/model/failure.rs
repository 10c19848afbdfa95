//! How a provider fails as a whole, before any word of an answer.

use std::time::Duration;

use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};

use super::refusal::Refusal;

/// A failed request. Bodies are those that OpenAI sends, with keys, links and names in them that no
/// person should be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// 429 `rate_limit_exceeded`, with `Retry-After` in whole seconds, rounded up.
    RateLimited(Duration),
    /// 429 `insufficient_quota`: waiting does not help, so nothing says when to come back.
    OutOfQuota,
    /// 401 `invalid_api_key`, for a key that was withdrawn.
    KeyRefused,
    /// 400 `content_policy_violation`: the question itself is refused.
    QuestionRefused,
    /// 500 with OpenAI's apology.
    ServerError,
    /// 503, too many others are asking.
    Overloaded,
    /// This status with a proxy's HTML page instead of JSON.
    Gateway(u16),
    /// 200 with an HTML page, as behind a wrong address or a login page.
    Nonsense,
}

/// 401, 429 (for a second), 500 and 503 fail as OpenAI does, any other status as a proxy does.
impl From<u16> for Failure {
    fn from(status: u16) -> Self {
        match status {
            401 => Self::KeyRefused,
            429 => Self::RateLimited(Duration::from_secs(1)),
            500 => Self::ServerError,
            503 => Self::Overloaded,
            other => Self::Gateway(other),
        }
    }
}

impl Failure {
    pub(crate) fn to_response(self, model: &str, key: &str) -> Response {
        let refusal = match self {
            Self::RateLimited(wait) => rate_limited(model, wait),
            Self::OutOfQuota => {
                Refusal::new(429, "insufficient_quota", OUT_OF_QUOTA).code("insufficient_quota")
            }
            Self::KeyRefused => Refusal::wrong_key(key),
            Self::QuestionRefused => {
                Refusal::invalid(QUESTION_REFUSED).code("content_policy_violation")
            }
            Self::ServerError => server_error(),
            Self::Overloaded => Refusal::new(503, "server_error", OVERLOADED),
            Self::Gateway(status) => return page(status, "the gateway is unwell"),
            Self::Nonsense => return page(200, "please sign in"),
        };
        refusal.into_response()
    }
}

/// What OpenAI says of itself when something broke, also in the middle of a stream.
pub(crate) fn server_error() -> Refusal {
    let message = "The server had an error while processing your request. Sorry about that!";
    Refusal::new(500, "server_error", message)
}

fn rate_limited(model: &str, wait: Duration) -> Refusal {
    let seconds = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
    let message = format!(
        "Rate limit reached for {model} in organization org-standin on requests per min (RPM): \
         Limit 3, Used 3, Requested 1. Please try again in {}s. Visit \
         https://platform.openai.com/account/rate-limits to learn more.",
        wait.as_secs_f64()
    );
    Refusal::new(429, "requests", message)
        .code("rate_limit_exceeded")
        .header("retry-after", seconds)
        .header("x-ratelimit-limit-requests", 3)
        .header("x-ratelimit-remaining-requests", 0)
}

fn page(status: u16, words: &str) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_GATEWAY);
    let html = format!("<html><head><title>{words}</title></head><body>{words}</body></html>");
    (status, Html(html)).into_response()
}

const OUT_OF_QUOTA: &str = "You exceeded your current quota, please check your plan and billing \
    details. For more information on this error, read the docs: \
    https://platform.openai.com/docs/guides/error-codes/api-errors.";
const QUESTION_REFUSED: &str = "Your request was rejected as a result of our safety system. Your \
    prompt may contain text that is not allowed by our safety system.";
const OVERLOADED: &str = "That model is currently overloaded with other requests. You can retry \
    your request, or contact us through our help center at help.openai.com if the error persists.";
