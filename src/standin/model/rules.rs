//! What OpenAI takes, rule by rule; a request is refused for the first that it breaks.

mod content;
mod messages;
mod parameters;
mod size;
mod tools;

use serde_json::Value;

use super::Model;
use super::refusal::Refusal;

type Verdict = Result<(), Refusal>;

/// Holds a request's body against all rules; `window` is the model's context in tokens.
pub(crate) fn check(body: &Value, window: u64) -> Verdict {
    parameters::check(body)?;
    check_model(body["model"].as_str().unwrap_or_default())?;
    messages::check(body)?;
    tools::check(body)?;
    size::check(body, window)
}

/// 404 for a model that there is not.
pub(crate) fn check_model(name: &str) -> Verdict {
    if [Model::SEES, Model::READS].contains(&name) {
        return Ok(());
    }
    let message = format!("The model `{name}` does not exist or you do not have access to it.");
    Err(Refusal::new(404, "invalid_request_error", message).code("model_not_found"))
}

/// A value of the wrong kind.
fn wrong_type(param: &str, expected: &str, value: &Value) -> Refusal {
    let message = format!(
        "Invalid type for '{param}': expected {expected}, but got {} instead.",
        kind(value)
    );
    Refusal::invalid(message).at(param).code("invalid_type")
}

/// A value that is none of those allowed.
fn wrong_value(param: &str, value: &str, allowed: &[&str]) -> Refusal {
    let quoted: Vec<String> = allowed.iter().map(|one| format!("'{one}'")).collect();
    let list = match quoted.as_slice() {
        [others @ .., last] if !others.is_empty() => format!("{}, and {last}", others.join(", ")),
        _ => quoted.concat(),
    };
    let message = format!("Invalid value: '{value}'. Supported values are: {list}.");
    Refusal::invalid(message).at(param).code("invalid_value")
}

fn missing(param: &str) -> Refusal {
    let message = format!("Missing required parameter: '{param}'.");
    Refusal::invalid(message)
        .at(param)
        .code("missing_required_parameter")
}

/// A list that must not be empty: its entries.
fn full_list<'a>(param: &str, value: &'a Value) -> Result<&'a [Value], Refusal> {
    match value.as_array().map(Vec::as_slice) {
        None => Err(wrong_type(param, "an array", value)),
        Some([]) => {
            let message = format!(
                "Invalid '{param}': empty array. Expected an array with minimum length 1, but got \
                 an empty array instead."
            );
            Err(Refusal::invalid(message).at(param).code("empty_array"))
        }
        Some(entries) => Ok(entries),
    }
}

fn wrong_pattern(param: &str, pattern: &str) -> Refusal {
    let message = format!(
        "Invalid '{param}': string does not match pattern. Expected a string that matches the \
         pattern '{pattern}'."
    );
    Refusal::invalid(message).at(param).code("invalid_value")
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}
