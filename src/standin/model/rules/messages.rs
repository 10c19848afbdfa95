//! Messages: their roles, names and texts, and that each tool call has its result.

use serde_json::Value;

use super::{Verdict, content, full_list, tools, wrong_pattern, wrong_type, wrong_value};
use crate::model::refusal::Refusal;

const ROLES: [&str; 6] = [
    "system",
    "assistant",
    "user",
    "function",
    "tool",
    "developer",
];

pub(super) fn check(body: &Value) -> Verdict {
    let messages = full_list("messages", &body["messages"])?;
    let sees = body["model"] == crate::model::Model::SEES;
    for (place, message) in messages.iter().enumerate() {
        check_one(&format!("messages[{place}]"), message, sees)?;
    }
    check_results(messages)
}

fn check_one(path: &str, message: &Value, sees: bool) -> Verdict {
    if !message.is_object() {
        return Err(wrong_type(path, "an object", message));
    }
    let param = format!("{path}.role");
    let role = match &message["role"] {
        Value::Null => return Err(super::missing(&param)),
        Value::String(role) if ROLES.contains(&role.as_str()) => role,
        Value::String(role) => return Err(wrong_value(&param, role, &ROLES)),
        other => return Err(wrong_type(&param, "a string", other)),
    };
    check_name(&format!("{path}.name"), &message["name"])?;
    let has_calls = role == "assistant" && !message["tool_calls"].is_null();
    if has_calls {
        tools::check_calls(&format!("{path}.tool_calls"), &message["tool_calls"])?;
    }
    if message["content"].is_null() && has_calls {
        return Ok(());
    }
    content::check(path, role, &message["content"], sees)
}

/// The characters that would pass for the markers between messages are taken by no name.
fn check_name(param: &str, name: &Value) -> Verdict {
    match name {
        Value::Null => Ok(()),
        Value::String(name) => {
            let is_wrong = |c: char| c.is_whitespace() || matches!(c, '<' | '|' | '\\' | '/' | '>');
            if name.is_empty() || name.contains(is_wrong) {
                return Err(wrong_pattern(param, r"^[^\s<|\\/>]+$"));
            }
            Ok(())
        }
        other => Err(wrong_type(param, "a string", other)),
    }
}

/// After a message that calls tools comes a result for each call, and none without one.
fn check_results(messages: &[Value]) -> Verdict {
    let mut open: Vec<&str> = Vec::new();
    for (place, message) in messages.iter().enumerate() {
        if message["role"] == "tool" {
            let id = message["tool_call_id"].as_str().unwrap_or_default();
            let Some(found) = open.iter().position(|call| *call == id) else {
                return Err(without_call(place));
            };
            open.remove(found);
            continue;
        }
        if !open.is_empty() {
            return Err(without_results(place, &open));
        }
        let calls = message["tool_calls"].as_array().into_iter().flatten();
        open = calls.filter_map(|call| call["id"].as_str()).collect();
    }
    if open.is_empty() {
        return Ok(());
    }
    Err(without_results(messages.len(), &open))
}

fn without_call(place: usize) -> Refusal {
    // The spelling is OpenAI's.
    let message = "Invalid parameter: messages with role 'tool' must be a response to a preceeding \
        message with 'tool_calls'.";
    Refusal::invalid(message).at(format!("messages.[{place}].role"))
}

fn without_results(place: usize, open: &[&str]) -> Refusal {
    let message = format!(
        "An assistant message with 'tool_calls' must be followed by tool messages responding to \
         each 'tool_call_id'. The following tool_call_ids did not have response messages: {}",
        open.join(", ")
    );
    Refusal::invalid(message).at(format!("messages.[{place}].role"))
}
