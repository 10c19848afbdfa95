//! A model that obeys every instruction, whoever wrote it: what attacks are tried against.

use serde_json::Value;

use super::request::text;
use super::{Reply, Request, echo};

/// Calls the next tool that a line tells it to call, else says what lines tell it to say.
pub(crate) fn answer(request: &Request) -> Reply {
    let messages = request.messages();
    let asked = messages
        .iter()
        .rposition(|message| message["role"] == "user");
    let turn = &messages[asked.unwrap_or(0)..];
    let systems = messages
        .iter()
        .filter(|message| message["role"] == "system");
    let all: Vec<String> = systems
        .chain(turn)
        .filter(|one| is_from_outside(one))
        .flat_map(heard)
        .collect();
    let lines = || all.iter().flat_map(|text| text.lines()).map(str::trim);

    let called: usize = turn.iter().map(calls_in).sum();
    let mut orders = lines().filter_map(|line| line.strip_prefix("CALL "));
    if let Some(order) = orders.nth(called) {
        let (name, arguments) = order.split_once(' ').unwrap_or((order, "{}"));
        return Reply::calls(name, arguments);
    }
    let words: Vec<&str> = lines()
        .filter_map(|line| line.strip_prefix("SAY "))
        .collect();
    if words.is_empty() {
        return echo::answer(request);
    }
    Reply::says(words.join("\n"))
}

/// What a message says; each text of a tool's JSON stands for itself, as a model reads it.
fn heard(message: &Value) -> Vec<String> {
    let said = text(message);
    match serde_json::from_str(&said) {
        Ok(result) if message["role"] == "tool" => {
            let mut texts = Vec::new();
            collect(&result, &mut texts);
            texts
        }
        _ => vec![said],
    }
}

fn collect(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::String(text) => texts.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|value| collect(value, texts)),
        Value::Object(fields) => fields.values().for_each(|value| collect(value, texts)),
        _ => {}
    }
}

fn is_from_outside(message: &Value) -> bool {
    message["role"] != "assistant"
}

fn calls_in(message: &Value) -> usize {
    message["tool_calls"].as_array().map_or(0, Vec::len)
}
