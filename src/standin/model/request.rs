//! A request as the model saw it.

use serde_json::Value;

use super::Image;

/// What an image costs, whatever its size, as OpenAI counts at low detail.
const TOKENS_OF_AN_IMAGE: u64 = 85;
/// What each message costs beside its text, and the answer's opening once.
const TOKENS_OF_A_MESSAGE: u64 = 3;

/// How a request ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The answer is on its way.
    Pending,
    /// The whole answer was sent.
    Answered,
    /// Refused or failed, with this HTTP status.
    Refused(u16),
    /// The model itself broke the answer off, as the script said.
    CutOff,
    /// The client went away before the answer's end.
    Cancelled,
}

/// A request and how it ended.
#[derive(Clone, Debug)]
pub struct Request {
    /// 1 for the first since the start.
    pub number: usize,
    /// The body as it came, but the data of images is cut out; null when it was no JSON or the key
    /// was wrong.
    pub body: Value,
    /// The images in all messages, in their order.
    pub images: Vec<Image>,
    /// How it ended.
    pub outcome: Outcome,
}

impl Request {
    pub(crate) fn new(body: Value, images: Vec<Image>) -> Self {
        Self {
            number: 0,
            body,
            images,
            outcome: Outcome::Pending,
        }
    }

    /// The model that was asked for.
    pub fn model(&self) -> &str {
        self.body["model"].as_str().unwrap_or_default()
    }

    /// The messages, oldest first, each an object as OpenAI defines it.
    pub fn messages(&self) -> &[Value] {
        self.body["messages"].as_array().map_or(&[], Vec::as_slice)
    }

    /// The text of all messages with this role, oldest first.
    pub fn said_by(&self, role: &str) -> Vec<String> {
        let messages = self.messages().iter();
        let theirs = messages.filter(|message| message["role"] == role);
        theirs.map(text).collect()
    }

    /// The text of the last message of a person; empty when there is none.
    pub fn question(&self) -> String {
        self.said_by("user").pop().unwrap_or_default()
    }

    /// The results of tools, each with the id of its call, oldest first.
    pub fn tool_results(&self) -> Vec<(String, String)> {
        let messages = self.messages().iter();
        let results = messages.filter(|message| message["role"] == "tool");
        let id = |message: &Value| {
            message["tool_call_id"]
                .as_str()
                .unwrap_or_default()
                .to_owned()
        };
        results
            .map(|message| (id(message), text(message)))
            .collect()
    }

    /// The names of the tools that may be called.
    pub fn tools(&self) -> Vec<&str> {
        let tools = self.body["tools"].as_array().into_iter().flatten();
        tools
            .filter_map(|tool| tool["function"]["name"].as_str())
            .collect()
    }

    /// Whether the answer shall be streamed.
    pub fn streams(&self) -> bool {
        self.body["stream"] == true
    }

    /// The request's length in the stand-in's tokens.
    pub fn prompt_tokens(&self) -> u64 {
        prompt_tokens(&self.body)
    }

    pub(crate) fn wants_usage(&self) -> bool {
        self.body["stream_options"]["include_usage"] == true
    }

    /// How many pieces the answer may have.
    pub(crate) fn room(&self) -> usize {
        let limit = longest_answer(&self.body).map(usize::try_from);
        limit.and_then(Result::ok).unwrap_or(usize::MAX)
    }
}

/// The limit that a body sets for its answer, under either name.
pub(crate) fn longest_answer(body: &Value) -> Option<u64> {
    let mut either = ["max_completion_tokens", "max_tokens"].into_iter();
    either.find_map(|name| body[name].as_u64())
}

/// The text of a message, the parts that are images left out.
pub(crate) fn text(message: &Value) -> String {
    if let Some(text) = message["content"].as_str() {
        return text.to_owned();
    }
    let parts = message["content"].as_array().into_iter().flatten();
    let texts: Vec<&str> = parts.filter_map(|part| part["text"].as_str()).collect();
    texts.join("\n")
}

/// How many of the stand-in's tokens a request's body has.
pub(crate) fn prompt_tokens(body: &Value) -> u64 {
    let messages = body["messages"].as_array().into_iter().flatten();
    let said: u64 = messages.map(message_tokens).sum();
    let tools = &body["tools"];
    let offered = if tools.is_null() {
        0
    } else {
        tokens(&tools.to_string())
    };
    said + offered + TOKENS_OF_A_MESSAGE
}

fn message_tokens(message: &Value) -> u64 {
    let parts = message["content"].as_array().into_iter().flatten();
    let images: u64 = parts
        .filter(|part| part["type"] == "image_url")
        .map(|_| TOKENS_OF_AN_IMAGE)
        .sum();
    let calls = &message["tool_calls"];
    let called = if calls.is_null() {
        0
    } else {
        tokens(&calls.to_string())
    };
    TOKENS_OF_A_MESSAGE + tokens(&text(message)) + images + called
}

/// A token for four characters begun.
fn tokens(text: &str) -> u64 {
    text.chars().count().div_ceil(4) as u64
}
