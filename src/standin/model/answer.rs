//! An answer in OpenAI's two shapes: one `chat.completion`, or many `chat.completion.chunk`s.

use serde_json::{Value, json};

use super::reply::ToolCall;
use super::{Reply, Request};

/// `created` begins here and goes up by a second with each request: no clock is read.
const FIRST_SECOND: usize = 1_767_225_600;

/// What is said, whole and cut into pieces.
#[derive(Debug)]
pub(crate) struct Answer {
    number: usize,
    model: String,
    text: String,
    calls: Vec<ToolCall>,
    finish: &'static str,
    usage: Value,
    with_usage: bool,
    /// The deltas of a stream between its opening and its end.
    pub(crate) deltas: Vec<Value>,
}

impl Answer {
    /// What a reply comes to for this request, whose limit may cut it.
    pub(crate) fn new(number: usize, request: &Request, reply: &Reply) -> Self {
        let mut words = pieces(&reply.text);
        let is_cut = words.len() > request.room();
        words.truncate(request.room());
        let own_finish = if reply.calls.is_empty() {
            "stop"
        } else {
            "tool_calls"
        };
        let finish = if is_cut {
            "length"
        } else {
            reply.finish.unwrap_or(own_finish)
        };

        let mut deltas: Vec<Value> = words
            .iter()
            .map(|word| json!({ "content": word }))
            .collect();
        for (index, call) in reply.calls.iter().enumerate() {
            deltas.push(opening_of(number, index, call));
            deltas.extend(halves(&call.arguments).map(|piece| {
                json!({ "tool_calls": [{ "index": index, "function": { "arguments": piece } }] })
            }));
        }

        let counted = (request.prompt_tokens(), deltas.len() as u64);
        let (prompt, completion) = reply.usage.unwrap_or(counted);
        let usage = json!({
            "prompt_tokens": prompt, "completion_tokens": completion,
            "total_tokens": prompt + completion,
        });
        Self {
            number,
            model: request.model().to_owned(),
            text: words.concat(),
            calls: reply.calls.clone(),
            finish,
            usage,
            with_usage: request.wants_usage(),
            deltas,
        }
    }

    /// The one object of an answer that is not streamed.
    pub(crate) fn whole(&self) -> Value {
        let mut message = json!({ "role": "assistant", "content": self.text, "refusal": null });
        if !self.calls.is_empty() {
            let calls = self.calls.iter().enumerate();
            let calls = calls.map(|(index, call)| whole_call(self.number, index, call));
            message["tool_calls"] = calls.collect();
            if self.text.is_empty() {
                message["content"] = Value::Null;
            }
        }
        json!({
            "id": self.id(), "object": "chat.completion", "created": self.created(),
            "model": self.model, "system_fingerprint": "fp_standin",
            "choices": [{
                "index": 0, "message": message, "logprobs": null, "finish_reason": self.finish,
            }],
            "usage": self.usage,
        })
    }

    /// The first chunk of a stream, which only names the role.
    pub(crate) fn opening(&self) -> Value {
        let only_calls = self.text.is_empty() && !self.calls.is_empty();
        let content = if only_calls { Value::Null } else { json!("") };
        self.chunk(&json!({ "role": "assistant", "content": content, "refusal": null }))
    }

    /// A chunk in the middle of a stream.
    pub(crate) fn chunk(&self, delta: &Value) -> Value {
        let choice = json!({
            "index": 0, "delta": delta, "logprobs": null, "finish_reason": null,
        });
        let mut chunk = self.frame(json!([choice]));
        if self.with_usage {
            chunk["usage"] = Value::Null;
        }
        chunk
    }

    /// The last chunks: the finish reason, then the token counts when they were asked for.
    pub(crate) fn closing(&self) -> Vec<Value> {
        let mut finish = self.chunk(&json!({}));
        finish["choices"][0]["finish_reason"] = json!(self.finish);
        let mut closing = vec![finish];
        if self.with_usage {
            let mut counts = self.frame(json!([]));
            counts["usage"] = self.usage.clone();
            closing.push(counts);
        }
        closing
    }

    #[expect(clippy::needless_pass_by_value, reason = "json! takes it over")]
    fn frame(&self, choices: Value) -> Value {
        json!({
            "id": self.id(), "object": "chat.completion.chunk", "created": self.created(),
            "model": self.model, "system_fingerprint": "fp_standin", "choices": choices,
        })
    }

    fn id(&self) -> String {
        format!("chatcmpl-standin{:08}", self.number)
    }

    fn created(&self) -> usize {
        FIRST_SECOND + self.number
    }
}

/// A text's words, each with the space before it, as tokens have it.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut after_word = false;
    for letter in text.chars() {
        match pieces.last_mut() {
            Some(piece) if !(letter.is_whitespace() && after_word) => piece.push(letter),
            _ => pieces.push(letter.to_string()),
        }
        after_word = !letter.is_whitespace();
    }
    pieces
}

/// Arguments in two pieces, so that neither is whole JSON; nothing for none.
fn halves(arguments: &str) -> impl Iterator<Item = &str> {
    let middle = arguments.len() / 2;
    let cut = (middle..=arguments.len()).find(|at| arguments.is_char_boundary(*at));
    let (first, second) = arguments.split_at(cut.unwrap_or(arguments.len()));
    [first, second].into_iter().filter(|half| !half.is_empty())
}

fn opening_of(number: usize, index: usize, call: &ToolCall) -> Value {
    let opening = ToolCall {
        name: call.name.clone(),
        arguments: String::new(),
    };
    let mut opening = whole_call(number, index, &opening);
    opening["index"] = json!(index);
    json!({ "tool_calls": [opening] })
}

fn whole_call(number: usize, index: usize, call: &ToolCall) -> Value {
    json!({
        "id": format!("call_standin{number:06}x{index}"), "type": "function",
        "function": { "name": call.name, "arguments": call.arguments },
    })
}
