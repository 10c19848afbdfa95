//! An answer, word by word or whole.

use reqwest::Response;
use secrecy::SecretString;
use serde::Deserialize;
use serde_json::Value;
use tokio::time::timeout;

use crate::client::{Patience, discreet};
use crate::sse::Events;
use crate::{Failure, FailureKind, ToolCall};

/// The most bytes of an answer's text, tool calls included: what the store keeps of one message.
const MAX_TEXT: usize = 1024 * 1024;
/// The most characters of a model's name that are kept: those of all providers are shorter.
const MAX_MODEL: usize = 100;
/// Said of a refusal in the log, in the place of the model's own words.
const REFUSED: &str = "the model refuses to answer";
/// The most tools that one answer may call.
const MAX_CALLS: usize = 16;

/// Something that a stream brings.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// The next words.
    Text(String),
    /// The end, with the whole.
    End(Answer),
}

/// A whole answer.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answer {
    /// What it says.
    pub text: String,
    /// The tools that it calls.
    pub calls: Vec<ToolCall>,
    /// Why it ends.
    pub finish: Finish,
    /// What it took; none when the provider does not say.
    pub usage: Option<Usage>,
    /// The model that gave it, as the provider names it, at most 100 characters; empty when it does
    /// not.
    pub model: String,
}

/// Why an answer ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Finish {
    /// It is said.
    #[default]
    Stop,
    /// It is as long as it may be.
    Length,
    /// Tools are to be called.
    ToolCalls,
    /// The provider took something out of it.
    ContentFilter,
}

/// How many tokens an answer took.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct Usage {
    /// What was asked.
    pub prompt_tokens: u64,
    /// What was answered.
    pub completion_tokens: u64,
}

/// An answer on its way. Dropping it ends the request.
#[derive(Debug)]
pub struct Stream {
    response: Response,
    patience: Patience,
    /// Kept out of failures.
    key: Option<SecretString>,
    events: Events,
    waiting: std::collections::VecDeque<Vec<u8>>,
    gathered: Gathered,
    is_over: bool,
}

/// What has come of an answer.
#[derive(Debug, Default)]
struct Gathered {
    answer: Answer,
    finish: Option<Finish>,
    bytes: usize,
    has_reasoning: bool,
    has_refused: bool,
}

#[derive(Deserialize)]
struct Chunk {
    #[serde(default)]
    model: Option<String>,
    #[serde(default)]
    choices: Vec<Choice>,
    #[serde(default)]
    usage: Option<Usage>,
    #[serde(default)]
    error: Option<Value>,
}

#[derive(Deserialize)]
struct Choice {
    #[serde(default)]
    delta: Option<Delta>,
    /// In the place of the delta where an answer comes in one piece; some servers send both.
    #[serde(default)]
    message: Option<Delta>,
    #[serde(default)]
    finish_reason: Option<String>,
}

#[derive(Deserialize, Default)]
struct Delta {
    #[serde(default)]
    content: Option<String>,
    #[serde(default)]
    reasoning_content: Option<String>,
    #[serde(default)]
    refusal: Option<String>,
    #[serde(default)]
    tool_calls: Option<Vec<CallDelta>>,
}

#[derive(Deserialize)]
struct CallDelta {
    #[serde(default)]
    index: Option<usize>,
    #[serde(default)]
    id: Option<String>,
    #[serde(default)]
    function: Option<FunctionDelta>,
}

#[derive(Deserialize)]
struct FunctionDelta {
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    arguments: Option<String>,
}

impl Stream {
    pub(crate) fn new(response: Response, patience: Patience, key: Option<SecretString>) -> Self {
        Self {
            response,
            patience,
            key,
            events: Events::default(),
            waiting: std::collections::VecDeque::new(),
            gathered: Gathered::default(),
            is_over: false,
        }
    }

    /// What has been said so far, also after a failure: nothing that came is lost.
    pub fn so_far(&self) -> &str {
        &self.gathered.answer.text
    }

    /// The next words, then the end, then none. After a failure there is nothing more.
    pub async fn next(&mut self) -> Result<Option<Event>, Failure> {
        if self.is_over {
            return Ok(None);
        }
        let next = self.advance().await;
        self.is_over = !matches!(next, Ok(Event::Text(_)));
        let told = |failure: Failure| {
            let usage = self.gathered.answer.usage;
            discreet(self.key.as_ref(), failure.taken(usage))
        };
        next.map(Some).map_err(told)
    }

    /// Whether the model has thought where it can be seen, beside what it said.
    pub fn has_thought(&self) -> bool {
        self.gathered.has_reasoning
    }

    async fn advance(&mut self) -> Result<Event, Failure> {
        loop {
            while let Some(data) = self.waiting.pop_front() {
                if data == b"[DONE]" {
                    return self.end();
                }
                let text = self.gathered.take(&data)?;
                if !text.is_empty() {
                    return Ok(Event::Text(text));
                }
            }
            // Many servers send the headers at once, and think then.
            let (patience, silence) = if self.gathered.has_begun() {
                (self.patience.silence, "silence in the middle")
            } else {
                (self.patience.beginning, "no first word in time")
            };
            let piece = timeout(patience, self.response.chunk()).await;
            let piece = piece
                .map_err(|_| Failure::new(FailureKind::Timeout, silence))?
                .map_err(|error| Failure::of_transport(error, true))?;
            let Some(piece) = piece else {
                // Some servers end without the mark; a reason to finish is enough.
                return self.end();
            };
            let events = self.events.push(&piece);
            let events = events
                .map_err(|_| Failure::new(FailureKind::Nonsense, "an event without an end"))?;
            self.waiting.extend(events);
        }
    }

    fn end(&mut self) -> Result<Event, Failure> {
        self.gathered.finish().map(Event::End)
    }
}

impl Answer {
    pub(crate) fn of_body(body: &[u8]) -> Result<Self, Failure> {
        let mut gathered = Gathered::default();
        let whole = match gathered.take(body) {
            Ok(_) => gathered.finish(),
            Err(failure) => Err(failure),
        };
        whole.map_err(|failure| failure.taken(gathered.answer.usage))
    }
}

impl Gathered {
    /// Whether anything has been said, thought or called yet.
    fn has_begun(&self) -> bool {
        self.bytes > 0 || self.has_reasoning
    }

    /// Takes a chunk, or a whole answer, which has the same shape; gives its words.
    fn take(&mut self, data: &[u8]) -> Result<String, Failure> {
        let chunk: Chunk = serde_json::from_slice(data).map_err(|error| {
            // Where, and not what: it may be the model's words.
            let (kind, column) = (error.classify(), error.column());
            let detail = format!("a chunk that is none: {kind:?} error at {column}");
            Failure::new(FailureKind::Nonsense, detail)
        })?;
        self.answer.usage = chunk.usage.or(self.answer.usage);
        if let Some(error) = &chunk.error {
            return Err(Failure::of_event(error, self.has_begun()));
        }
        if let Some(model) = chunk.model.filter(|model| !model.is_empty()) {
            let shown = |c: char| if c.is_control() { '?' } else { c };
            self.answer.model = model.chars().take(MAX_MODEL).map(shown).collect();
        }
        // One answer is asked for; a second would be another's.
        let Some(choice) = chunk.choices.into_iter().next() else {
            return Ok(String::new());
        };
        let delta = choice.delta.or(choice.message).unwrap_or_default();
        self.has_reasoning |= delta.reasoning_content.is_some_and(|text| !text.is_empty());
        let text = delta.content.unwrap_or_default();
        let refusal = delta.refusal.unwrap_or_default();
        self.grow(text.len() + refusal.len())?;
        self.answer.text.push_str(&text);
        self.has_refused |= !refusal.is_empty();
        for call in delta.tool_calls.into_iter().flatten() {
            self.take_call(call)?;
        }
        if let Some(reason) = choice.finish_reason {
            self.finish = Some(match reason.as_str() {
                "length" => Finish::Length,
                "tool_calls" | "function_call" => Finish::ToolCalls,
                "content_filter" => Finish::ContentFilter,
                _ => Finish::Stop,
            });
        }
        Ok(text)
    }

    fn take_call(&mut self, delta: CallDelta) -> Result<(), Failure> {
        // A whole answer's calls have no index: each is the next.
        let place = delta.index.unwrap_or(self.answer.calls.len());
        if place > self.answer.calls.len() || place >= MAX_CALLS {
            return Err(Failure::new(
                FailureKind::Nonsense,
                "tool calls out of order",
            ));
        }
        if place == self.answer.calls.len() {
            self.answer.calls.push(ToolCall {
                id: String::new(),
                name: String::new(),
                arguments: String::new(),
            });
        }
        let id = delta.id.unwrap_or_default();
        let function = delta.function.unwrap_or(FunctionDelta {
            name: None,
            arguments: None,
        });
        let name = function.name.unwrap_or_default();
        let arguments = function.arguments.unwrap_or_default();
        self.grow(id.len() + name.len() + arguments.len())?;
        let call = &mut self.answer.calls[place];
        call.id.push_str(&id);
        call.name.push_str(&name);
        call.arguments.push_str(&arguments);
        Ok(())
    }

    fn grow(&mut self, bytes: usize) -> Result<(), Failure> {
        self.bytes += bytes;
        if self.bytes > MAX_TEXT {
            return Err(Failure::new(
                FailureKind::Nonsense,
                "an answer without an end",
            ));
        }
        Ok(())
    }

    /// The whole, once; of a failure what came stays.
    fn finish(&mut self) -> Result<Answer, Failure> {
        if self.has_refused {
            return Err(Failure::new(FailureKind::RefusedContent, REFUSED));
        }
        let Some(finish) = self.finish else {
            let detail = "the stream ended without a reason to finish";
            return Err(Failure::new(FailureKind::CutOff, detail));
        };
        self.answer.finish = finish;
        if self.answer.text.trim().is_empty() && self.answer.calls.is_empty() {
            return Err(match finish {
                Finish::ContentFilter => {
                    Failure::new(FailureKind::RefusedContent, "all of it was filtered")
                }
                _ if self.has_reasoning => {
                    Failure::new(FailureKind::Nonsense, "it thought, and answered nothing")
                }
                _ => Failure::new(FailureKind::Nonsense, "an empty answer"),
            });
        }
        Ok(std::mem::take(&mut self.answer))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(chunks: &[&str]) -> Result<String, FailureKind> {
        let mut gathered = Gathered::default();
        for chunk in chunks {
            gathered
                .take(chunk.as_bytes())
                .map_err(|error| error.kind)?;
        }
        Ok(gathered.answer.text)
    }

    const WORD: &str = r#"{"choices":[{"delta":{"content":"one"}}]}"#;

    #[test]
    fn a_chunk_with_its_words_twice_says_them_once() {
        let both = r#"{"choices":[{"delta":{"content":"one"},"message":{"content":"one"}}]}"#;
        assert_eq!(taken(&[both]), Ok("one".to_owned()));
    }

    #[test]
    fn no_more_is_kept_of_a_models_name_than_a_name_has() {
        let mut gathered = Gathered::default();
        let name = "m\\n".to_owned() + &"x".repeat(100_000);
        gathered
            .take(format!(r#"{{"model":"{name}","choices":[]}}"#).as_bytes())
            .unwrap();
        assert_eq!(gathered.answer.model, "m?".to_owned() + &"x".repeat(98));
    }

    #[test]
    fn what_breaks_behind_the_first_word_is_not_asked_again() {
        for (code, kind) in [
            ("rate_limit_exceeded", FailureKind::LimitReached),
            ("server_error", FailureKind::Overloaded),
        ] {
            let error = format!(r#"{{"error":{{"code":"{code}"}}}}"#);
            assert_eq!(taken(&[error.as_str()]), Err(kind));
            assert_eq!(taken(&[WORD, error.as_str()]), Err(FailureKind::CutOff));
        }
    }
}
