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
    let heard: Vec<String> = systems
        .chain(turn)
        .filter(|one| is_from_outside(one))
        .map(text)
        .collect();
    let lines = || heard.iter().flat_map(|text| text.lines()).map(str::trim);

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

fn is_from_outside(message: &Value) -> bool {
    message["role"] != "assistant"
}

fn calls_in(message: &Value) -> usize {
    message["tool_calls"].as_array().map_or(0, Vec::len)
}
