//! What the model may look up: the guild's own club, read only, and never more than who asks may
//! see. That is checked on every call, whatever the model says.
//!
//! A name in a result is a stranger's word, like everything else in it: results are JSON, in which
//! a name stays a name.

mod member;
mod movers;
mod roster;
mod stats;

use std::sync::OnceLock;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use slimy_llm::{Message, Tool};

use super::{Counter, access::may_look};
use crate::{
    Error, Services, chain,
    club::{Metric, known::Taken},
    rights::Actor,
    settings,
};

/// The most bytes of a result.
pub(super) const LONGEST_RESULT: usize = 4 * 1024;
/// The most bytes of a call's arguments.
pub(super) const LONGEST_ARGUMENTS: usize = 2 * 1024;

/// The tools' names.
pub(super) const NAMES: [&str; 4] = [roster::NAME, stats::NAME, movers::NAME, member::NAME];

/// The tools as the model is told of them.
pub(super) fn offered() -> Vec<Tool> {
    vec![
        roster::tool(),
        stats::tool(),
        movers::tool(),
        member::tool(),
    ]
}

/// The tokens that telling of them takes, about: counted once.
pub(super) fn tokens(counter: Counter) -> usize {
    static TOKENS: OnceLock<usize> = OnceLock::new();
    *TOKENS.get_or_init(|| {
        let tools = offered();
        let told = tools.iter().map(|tool| {
            let parameters = tool.parameters.to_string();
            counter.count(tool.name) + counter.count(tool.description) + counter.count(&parameters)
        });
        told.sum()
    })
}

/// The tokens of a message that comes with calls, about.
pub(super) fn weight(counter: Counter, message: &Message) -> usize {
    super::tokens::PER_MESSAGE
        + match message {
            Message::Assistant { text, calls } => {
                let calls = calls.iter().map(|call| counter.count(&call.arguments) + 16);
                counter.count(text) + calls.sum::<usize>()
            }
            Message::ToolResult { content, .. } => counter.count(content),
            Message::System(_) | Message::User(_) => 0,
        }
}

/// The tool of this name.
pub(super) fn known(name: &str) -> Option<&'static str> {
    NAMES.into_iter().find(|known| *known == name)
}

/// What a call gives: JSON of at most [`LONGEST_RESULT`] bytes. What cannot be is said in it, so
/// that the model can tell.
pub(super) async fn call(
    services: &Services,
    actor: &Actor,
    name: &str,
    arguments: &str,
) -> String {
    let result = match looked_up(services, actor, name, arguments).await {
        Ok(result) => result,
        Err(Error::User(fault)) => fault_of(&fault.to_string()),
        Err(error) => {
            tracing::error!(error = chain(&error), "a tool of the chat failed");
            fault_of("The club's data cannot be read right now.")
        }
    };
    bounded(&result)
}

/// In the place of what one call too many would give.
pub(super) fn too_many(most: usize) -> String {
    bounded(&fault_of(&format!("At most {most} tools at a time.")))
}

async fn looked_up(
    services: &Services,
    actor: &Actor,
    name: &str,
    arguments: &str,
) -> Result<Value, Error> {
    let Some(name) = known(name) else {
        return Ok(fault_of("There is no such tool."));
    };
    if !is_allowed(services, actor).await? {
        return Ok(fault_of("Nothing can be looked up here."));
    }
    match name {
        roster::NAME => match read(arguments) {
            Ok(arguments) => roster::look(services, actor, arguments).await,
            Err(fault) => Ok(fault),
        },
        stats::NAME => match read(arguments) {
            Ok(arguments) => stats::look(services, actor, arguments).await,
            Err(fault) => Ok(fault),
        },
        movers::NAME => match read(arguments) {
            Ok(arguments) => movers::look(services, actor, arguments).await,
            Err(fault) => Ok(fault),
        },
        _ => match read(arguments) {
            Ok(arguments) => member::look(services, actor, arguments).await,
            Err(fault) => Ok(fault),
        },
    }
}

/// Whether the actor may look where they are, by the settings of this moment.
async fn is_allowed(services: &Services, actor: &Actor) -> Result<bool, Error> {
    let Some(guild_id) = actor.guild_id() else {
        return Ok(false);
    };
    let settings = settings::read(services, guild_id).await?;
    Ok(may_look(actor, &settings))
}

/// The arguments as the tool takes them; a model's word, so that nothing else is let through.
fn read<T: DeserializeOwned>(arguments: &str) -> Result<T, Value> {
    let arguments = match arguments.trim() {
        "" => "{}",
        arguments => arguments,
    };
    if arguments.len() > LONGEST_ARGUMENTS {
        return Err(fault_of("The arguments are too long."));
    }
    // An object: serde would take a list for its fields, too.
    let read = serde_json::from_str(arguments).map(Value::Object);
    read.and_then(T::deserialize).map_err(|error| {
        let reason: String = error.to_string().chars().take(200).collect();
        fault_of(&format!("The arguments do not fit the tool: {reason}"))
    })
}

fn fault_of(sentence: &str) -> Value {
    json!({"error": sentence})
}

/// A result within its bound. Tools keep to it by themselves; what does not is told instead.
fn bounded(result: &Value) -> String {
    let text = result.to_string();
    if text.len() > LONGEST_RESULT {
        return fault_of("That is too much at once: ask for less.").to_string();
    }
    text
}

/// As many of `rows` as fit beside the rest of a result; says how many that are.
fn fitting(mut result: Value, key: &str, rows: Vec<Value>) -> Value {
    const RESERVE: usize = 64;
    let mut room = LONGEST_RESULT.saturating_sub(result.to_string().len() + key.len() + RESERVE);
    let all = rows.len();
    let mut shown = Vec::with_capacity(all);
    for row in rows {
        let length = row.to_string().len() + 1;
        if length > room {
            break;
        }
        room -= length;
        shown.push(row);
    }
    let left = all - shown.len();
    result[key] = Value::Array(shown);
    if left > 0 {
        result["notShown"] = left.into();
    }
    result
}

/// Which power, as the tools call it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
enum Power {
    /// Sim power.
    Sim,
    /// Total power.
    Total,
}

impl From<Power> for Metric {
    fn from(power: Power) -> Self {
        match power {
            Power::Sim => Self::Sim,
            Power::Total => Self::Total,
        }
    }
}

fn power_name(metric: Metric) -> &'static str {
    match metric {
        Metric::Sim => "sim",
        Metric::Total => "total",
    }
}

fn week(taken: &Taken) -> Value {
    json!({"week": taken.week.to_string(), "from": taken.from.to_string(), "to": taken.to().to_string()})
}

/// The part of a schema that says which power.
fn power_schema() -> Value {
    json!({"type": "string", "enum": ["sim", "total"], "description": "Which power; leave it out for the one that was saved last."})
}

/// The part of a schema that says which week.
fn week_schema() -> Value {
    json!({"type": "string", "description": "A week like 2026-W47; leave it out for the newest."})
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tool_is_one_that_is_known() {
        let offered = offered();
        let names: Vec<&str> = offered.iter().map(|tool| tool.name).collect();
        assert_eq!(names, NAMES);
        for tool in offered {
            assert_eq!(known(tool.name), Some(tool.name));
            assert_eq!(tool.parameters["additionalProperties"], false);
        }
        assert_eq!(known("club_delete"), None);
    }

    #[test]
    fn rows_are_shown_as_far_as_there_is_room() {
        let rows: Vec<Value> = (0..500)
            .map(|number| json!([number, "x".repeat(40)]))
            .collect();
        let result = fitting(json!({"week": "2026-W47"}), "rows", rows);
        let shown = result["rows"].as_array().unwrap().len();
        assert_eq!(result["notShown"], 500 - shown);
        let text = bounded(&result);
        assert!(text.len() <= LONGEST_RESULT && text.len() > LONGEST_RESULT - 200);
        assert!(text.contains("2026-W47"));
    }

    #[test]
    fn nothing_but_the_tools_own_arguments_is_let_through() {
        for wrong in [
            r#"{"guild": "2"}"#,
            r#"{"guildId": "2", "metric": "sim"}"#,
            r#"{"metric": "all"}"#,
            "[]",
            "drop table",
            "{",
        ] {
            let fault = read::<roster::Arguments>(wrong).unwrap_err();
            assert!(fault["error"].as_str().unwrap().len() < 300, "{wrong}");
        }
        assert!(read::<roster::Arguments>("").is_ok());
        let long = format!(r#"{{"week": "{}"}}"#, "x".repeat(LONGEST_ARGUMENTS));
        assert!(read::<roster::Arguments>(&long).is_err());
    }
}
