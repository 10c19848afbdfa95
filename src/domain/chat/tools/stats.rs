//! A week of the club in numbers.

use serde::Deserialize;
use serde_json::{Value, json};
use slimy_llm::Tool;

use super::{Power, fitting, power_name, power_schema, week, week_schema};
use crate::{
    Error, Services,
    club::{Standing, known},
    rights::Actor,
};

pub(super) const NAME: &str = "club_stats";
/// Names of those who came or left that are told.
const NAMED: usize = 20;

/// What the model may say.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Arguments {
    metric: Option<Power>,
    week: Option<String>,
}

pub(super) fn tool() -> Tool {
    Tool {
        name: NAME,
        description: "The numbers of this server's club in one week: how many members, total, average and median power, the strongest member, and who came and left since the week before.",
        parameters: json!({
            "type": "object",
            "properties": {"metric": power_schema(), "week": week_schema()},
            "additionalProperties": false,
        }),
    }
}

pub(super) async fn look(
    services: &Services,
    actor: &Actor,
    arguments: Arguments,
) -> Result<Value, Error> {
    let metric = arguments.metric.map(Into::into);
    let stats = known::stats(services, actor, metric, arguments.week.as_deref()).await?;
    let numbers = &stats.statistics;
    let since = numbers.since.as_ref();
    let top = numbers.top.as_ref();
    let mut result = json!({
        "taken": week(&stats.now),
        "metric": power_name(stats.now.metric),
        "comparedWith": stats.before.as_ref().map(week),
        "members": numbers.members,
        "membersWithKnownPower": numbers.with_power,
        "total": numbers.total,
        "average": numbers.average,
        "median": numbers.median,
        "top": top.map(|top| json!({"name": top.name, "power": top.power})),
        "totalBefore": since.and_then(|since| since.total).map(|(before, _)| before),
        "newMembers": since.map(|since| since.new.len()),
        "departedMembers": since.map(|since| since.departed.len()),
    });
    if let Some(since) = since {
        result = fitting(result, "new", names(&since.new));
        result = fitting(result, "departed", names(&since.departed));
    }
    Ok(result)
}

fn names(of: &[Standing]) -> Vec<Value> {
    let first = of.iter().take(NAMED);
    first
        .map(|standing| standing.name.as_str().into())
        .collect()
}
