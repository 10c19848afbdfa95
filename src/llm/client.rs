//! The one way to ask a provider.

use std::time::Duration;

use reqwest::header::{ACCEPT, CONTENT_TYPE};
use reqwest::{Response, Url, redirect};
use secrecy::{ExposeSecret as _, SecretString};
use tokio::time::timeout;

use crate::stream::{Answer, Stream};
use crate::wire::{body_of, without};
use crate::{Failure, FailureKind, Request};

/// Longest time to reach the provider.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
/// The most bytes of an answer in one piece.
const MAX_ANSWER: usize = 8 * 1024 * 1024;

/// A provider: where it is, and with which key it is asked.
#[derive(Debug, Clone)]
pub struct Endpoint {
    chat: Url,
    key: Option<SecretString>,
    length: LengthField,
    patience: Patience,
}

/// What the limit of an answer's length is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LengthField {
    /// `max_tokens`, which all servers but OpenAI's newest models take.
    MaxTokens,
    /// `max_completion_tokens`, which OpenAI wants instead.
    MaxCompletionTokens,
}

impl LengthField {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::MaxTokens => "max_tokens",
            Self::MaxCompletionTokens => "max_completion_tokens",
        }
    }
}

/// How long a provider is waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// Until an answer begins; the whole answer, when it comes in one piece.
    pub beginning: Duration,
    /// Between two pieces of a streamed answer.
    pub silence: Duration,
}

impl Default for Patience {
    /// Large models think for a minute before they begin; half a minute of silence in the middle is
    /// an answer that broke off.
    fn default() -> Self {
        Self {
            beginning: Duration::from_secs(90),
            silence: Duration::from_secs(30),
        }
    }
}

impl Endpoint {
    /// The provider at `base`, the address that ends in `/v1` with most. Without a key none is sent,
    /// as servers of one's own want it. None when `base` is no http or https address.
    pub fn new(base: &Url, key: Option<SecretString>) -> Option<Self> {
        if !matches!(base.scheme(), "http" | "https") {
            return None;
        }
        let mut chat = base.clone();
        chat.path_segments_mut()
            .ok()?
            .pop_if_empty()
            .extend(["chat", "completions"]);
        let is_openai = base.host_str() == Some("api.openai.com");
        Some(Self {
            chat,
            key,
            length: if is_openai {
                LengthField::MaxCompletionTokens
            } else {
                LengthField::MaxTokens
            },
            patience: Patience::default(),
        })
    }

    /// The same with another patience.
    #[must_use]
    pub fn with_patience(self, patience: Patience) -> Self {
        Self { patience, ..self }
    }
}

/// Asks one provider.
#[derive(Debug, Clone)]
pub struct Client {
    http: reqwest::Client,
    endpoint: Endpoint,
}

impl Client {
    /// Asks `endpoint` through `http`, which [`Self::http`] makes.
    pub fn new(http: reqwest::Client, endpoint: Endpoint) -> Self {
        Self { http, endpoint }
    }

    /// The program's HTTP client for providers. It follows no redirect: a request carries the key,
    /// and what people said. The environment's proxy is used, since the host named both.
    pub fn http() -> Result<reqwest::Client, reqwest::Error> {
        Self::builder().build()
    }

    /// The same for a provider on this very machine, which no proxy can reach.
    pub fn http_here() -> Result<reqwest::Client, reqwest::Error> {
        Self::builder().no_proxy().build()
    }

    fn builder() -> reqwest::ClientBuilder {
        reqwest::Client::builder()
            .connect_timeout(CONNECT_TIMEOUT)
            .redirect(redirect::Policy::none())
    }

    /// Asks and waits for the whole answer.
    pub async fn complete(&self, request: &Request) -> Result<Answer, Failure> {
        let whole = async {
            let response = self.send(request, false).await?;
            let body = body_of(response, MAX_ANSWER).await;
            let body = body.ok_or_else(|| {
                Failure::new(FailureKind::CutOff, "the answer broke off or is too long").taken(None)
            })?;
            Answer::of_body(&body)
        };
        let whole = timeout(self.endpoint.patience.beginning, whole).await;
        let whole = whole.unwrap_or_else(|_| Err(no_answer()));
        whole.map_err(|failure| self.discreet(failure))
    }

    /// Asks for an answer that comes word by word. Dropping the stream ends the request: the
    /// provider stops.
    pub async fn stream(&self, request: &Request) -> Result<Stream, Failure> {
        let patience = self.endpoint.patience;
        let response = timeout(patience.beginning, self.send(request, true)).await;
        let response = response.unwrap_or_else(|_| Err(no_answer()));
        let response = response.map_err(|failure| self.discreet(failure))?;
        let kind = response.headers().get(CONTENT_TYPE);
        let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if !kind.starts_with("text/event-stream") {
            let detail = format!("an answer of type {kind:?} in place of a stream");
            let failure = Failure::new(FailureKind::Nonsense, detail).taken(None);
            return Err(self.discreet(failure));
        }
        Ok(Stream::new(response, patience, self.endpoint.key.clone()))
    }

    async fn send(&self, request: &Request, streams: bool) -> Result<Response, Failure> {
        let Endpoint {
            chat, key, length, ..
        } = &self.endpoint;
        let mut call = self.http.post(chat.clone());
        if let Some(key) = key {
            call = call.bearer_auth(key.expose_secret());
        }
        let accepts = if streams {
            "text/event-stream"
        } else {
            "application/json"
        };
        let sent = call
            .header(ACCEPT, accepts)
            .json(&request.to_wire(*length, streams))
            .send()
            .await;
        let response = sent.map_err(|error| Failure::of_transport(error, false))?;
        if response.status().is_success() {
            return Ok(response);
        }
        Err(Failure::of_response(response).await)
    }

    fn discreet(&self, failure: Failure) -> Failure {
        discreet(self.endpoint.key.as_ref(), failure)
    }
}

/// The failure without the key: some providers repeat the one that they refuse, and their words are
/// logged.
pub(crate) fn discreet(key: Option<&SecretString>, mut failure: Failure) -> Failure {
    if let Some(key) = key {
        failure.detail = without(key.expose_secret(), &failure.detail);
    }
    failure
}

/// Reaching the provider takes less, so that it has the request.
fn no_answer() -> Failure {
    Failure::new(FailureKind::Timeout, "no answer in time").taken(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chat(base: &str) -> Option<String> {
        let endpoint = Endpoint::new(&base.parse().unwrap(), None)?;
        Some(endpoint.chat.to_string())
    }

    #[test]
    fn the_path_follows_the_base_address_with_and_without_a_slash() {
        let wanted = Some("https://models.example/v1/chat/completions".to_owned());
        assert_eq!(chat("https://models.example/v1"), wanted);
        assert_eq!(chat("https://models.example/v1/"), wanted);
        assert_eq!(chat("ftp://models.example/v1"), None);
        assert_eq!(chat("data:text/plain,x"), None);
    }

    #[test]
    fn a_key_is_never_in_what_is_logged() {
        let key = SecretString::from("sk-very-secret".to_owned());
        let endpoint = Endpoint::new(&"https://models.example/v1".parse().unwrap(), Some(key));
        assert!(!format!("{endpoint:?}").contains("sk-very-secret"));
    }

    #[test]
    fn a_key_that_a_provider_repeats_is_not_in_the_failure() {
        let key = SecretString::from("sk-very-secret".to_owned());
        let endpoint = Endpoint::new(&"https://models.example/v1".parse().unwrap(), Some(key));
        let client = Client::new(Client::http().unwrap(), endpoint.unwrap());
        let failure = Failure::new(FailureKind::KeyRefused, "no such key: sk-very-secret");
        assert_eq!(client.discreet(failure).detail, "no such key: [key]");
    }
}
