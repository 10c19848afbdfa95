//! Tools that are offered, and calls of them that are told again in a later request.

use serde_json::Value;

use super::{Verdict, full_list, missing, wrong_pattern, wrong_value};

const LONGEST_NAME: usize = 64;

/// Checks the tools that a request offers.
pub(super) fn check(body: &Value) -> Verdict {
    if body["tools"].is_null() {
        return Ok(());
    }
    for (place, tool) in full_list("tools", &body["tools"])?.iter().enumerate() {
        let path = format!("tools[{place}]");
        check_kind(&path, tool)?;
        check_name(&format!("{path}.function.name"), &tool["function"]["name"])?;
    }
    Ok(())
}

/// Checks the calls of an earlier answer.
pub(super) fn check_calls(param: &str, calls: &Value) -> Verdict {
    for (place, call) in full_list(param, calls)?.iter().enumerate() {
        let path = format!("{param}[{place}]");
        if !call["id"].is_string() {
            return Err(missing(&format!("{path}.id")));
        }
        check_kind(&path, call)?;
        check_name(&format!("{path}.function.name"), &call["function"]["name"])?;
        // Arguments are JSON in a string; an object is a mistake that is easily made.
        if !call["function"]["arguments"].is_string() {
            let param = format!("{path}.function.arguments");
            return Err(super::wrong_type(
                &param,
                "a string",
                &call["function"]["arguments"],
            ));
        }
    }
    Ok(())
}

fn check_kind(path: &str, value: &Value) -> Verdict {
    let param = format!("{path}.type");
    match value["type"].as_str() {
        Some("function") => Ok(()),
        Some(other) => Err(wrong_value(&param, other, &["function"])),
        None => Err(missing(&param)),
    }
}

fn check_name(param: &str, name: &Value) -> Verdict {
    let Some(name) = name.as_str() else {
        return Err(missing(param));
    };
    let is_allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    if name.is_empty() || name.len() > LONGEST_NAME || !name.chars().all(is_allowed) {
        return Err(wrong_pattern(param, "^[a-zA-Z0-9_-]+$"));
    }
    Ok(())
}
