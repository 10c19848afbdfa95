//! How long a request and its answer may be, in the stand-in's tokens.

use serde_json::Value;

use super::Verdict;
use crate::model::Model;
use crate::model::refusal::Refusal;
use crate::model::request::{longest_answer, prompt_tokens};

pub(super) fn check(body: &Value, window: u64) -> Verdict {
    let answer = longest_answer(body).unwrap_or(0);
    if answer > Model::LONGEST_ANSWER {
        let message = format!(
            "max_tokens is too large: {answer}. This model supports at most {} completion tokens, \
             whereas you provided {answer}.",
            Model::LONGEST_ANSWER
        );
        return Err(Refusal::invalid(message)
            .at("max_tokens")
            .code("invalid_value"));
    }
    let prompt = prompt_tokens(body);
    if prompt + answer <= window {
        return Ok(());
    }
    let reason = if answer == 0 {
        format!(
            "your messages resulted in {prompt} tokens. Please reduce the length of the messages."
        )
    } else {
        format!(
            "you requested {} tokens ({prompt} in the messages, {answer} in the completion). \
             Please reduce the length of the messages or completion.",
            prompt + answer
        )
    };
    let message =
        format!("This model's maximum context length is {window} tokens. However, {reason}");
    Err(Refusal::invalid(message)
        .at("messages")
        .code("context_length_exceeded"))
}
