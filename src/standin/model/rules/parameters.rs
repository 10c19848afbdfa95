//! The parameters beside messages and tools: which there are, and their bounds.

use serde_json::Value;

use super::{Verdict, missing, wrong_type};
use crate::model::refusal::Refusal;

/// All that chat completions take, as OpenAI's reference lists them.
const KNOWN: [&str; 35] = [
    "audio",
    "frequency_penalty",
    "function_call",
    "functions",
    "logit_bias",
    "logprobs",
    "max_completion_tokens",
    "max_tokens",
    "messages",
    "metadata",
    "modalities",
    "model",
    "n",
    "parallel_tool_calls",
    "prediction",
    "presence_penalty",
    "prompt_cache_key",
    "prompt_cache_retention",
    "reasoning_effort",
    "response_format",
    "safety_identifier",
    "seed",
    "service_tier",
    "stop",
    "store",
    "stream",
    "stream_options",
    "temperature",
    "tool_choice",
    "tools",
    "top_logprobs",
    "top_p",
    "user",
    "verbosity",
    "web_search_options",
];

/// Least and greatest value of a number.
const BOUNDS: [(&str, f64, f64); 4] = [
    ("temperature", 0.0, 2.0),
    ("top_p", 0.0, 1.0),
    ("frequency_penalty", -2.0, 2.0),
    ("presence_penalty", -2.0, 2.0),
];

pub(super) fn check(body: &Value) -> Verdict {
    let Some(given) = body.as_object() else {
        return Err(wrong_type("body", "an object", body));
    };
    if let Some(unknown) = given.keys().find(|name| !KNOWN.contains(&name.as_str())) {
        let message = format!("Unknown parameter: '{unknown}'.");
        return Err(Refusal::invalid(message)
            .at(unknown)
            .code("unknown_parameter"));
    }
    if !body["model"].is_string() {
        return Err(Refusal::invalid("you must provide a model parameter"));
    }
    if body["messages"].is_null() {
        return Err(missing("messages"));
    }
    for (name, least, greatest) in BOUNDS {
        check_bounds(body, name, least, greatest)?;
    }
    check_stream(body)
}

fn check_bounds(body: &Value, name: &str, least: f64, greatest: f64) -> Verdict {
    let value = &body[name];
    if value.is_null() {
        return Ok(());
    }
    let Some(number) = value.as_f64() else {
        return Err(wrong_type(name, "a decimal", value));
    };
    let (side, sign, bound, code) = if number > greatest {
        ("above maximum", "<=", greatest, "decimal_above_max_value")
    } else if number < least {
        ("below minimum", ">=", least, "decimal_below_min_value")
    } else {
        return Ok(());
    };
    let message = format!(
        "Invalid '{name}': decimal {side} value. Expected a value {sign} {bound}, but got {number} \
         instead."
    );
    Err(Refusal::invalid(message).at(name).code(code))
}

fn check_stream(body: &Value) -> Verdict {
    let stream = &body["stream"];
    if !stream.is_null() && !stream.is_boolean() {
        return Err(wrong_type("stream", "a boolean", stream));
    }
    if !body["stream_options"].is_null() && stream != &Value::Bool(true) {
        let message = "The 'stream_options' parameter is only allowed when 'stream' is enabled.";
        return Err(Refusal::invalid(message).at("stream_options"));
    }
    // OpenAI gives several answers at once; this stand-in gives one.
    let count = &body["n"];
    if !count.is_null() && count.as_u64() != Some(1) {
        return Err(Refusal::invalid("The stand-in gives one answer: 'n' must be 1.").at("n"));
    }
    Ok(())
}
