//! Who has risen and who has fallen.

use serde::Deserialize;
use serde_json::{Value, json};
use slimy_llm::Tool;

use super::{Power, fitting, power_name, power_schema, week};
use crate::{
    Error, Services,
    club::{
        known,
        statistics::{By, Direction},
    },
    rights::Actor,
};

pub(super) const NAME: &str = "club_movers";
/// Members that are told.
const NAMED: usize = 20;
/// The most weeks that are looked back: two years.
const LONGEST: u32 = 104;

/// What the model may say.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Arguments {
    metric: Option<Power>,
    direction: Way,
    by: Measure,
    weeks: Option<u32>,
}

#[derive(Debug, Default, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Way {
    #[default]
    Up,
    Down,
}

#[derive(Debug, Default, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Measure {
    #[default]
    Absolute,
    Percent,
}

pub(super) fn tool() -> Tool {
    Tool {
        name: NAME,
        description: "Members of this server's club whose power has risen or fallen the most, at most twenty: name, power before, power now.",
        parameters: json!({
            "type": "object",
            "properties": {
                "metric": power_schema(),
                "direction": {"type": "string", "enum": ["up", "down"], "description": "Who has more than before (up, the usual), or less."},
                "by": {"type": "string", "enum": ["absolute", "percent"], "description": "What counts: the difference (the usual), or its percentage."},
                "weeks": {"type": "integer", "minimum": 1, "maximum": LONGEST, "description": "How many weeks to look back; 1 is usual."},
            },
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
    let direction = match arguments.direction {
        Way::Up => Direction::Up,
        Way::Down => Direction::Down,
    };
    let by = match arguments.by {
        Measure::Absolute => By::Absolute,
        Measure::Percent => By::Percent,
    };
    let weeks = arguments.weeks.map(|weeks| weeks.clamp(1, LONGEST));
    let moves = known::moves(services, actor, metric, direction, by, weeks).await?;
    let rows = moves.changes.iter().take(NAMED);
    let rows = rows.map(|change| json!([change.name, change.before, change.now]));
    let result = json!({
        "taken": week(&moves.now),
        "comparedWith": week(&moves.before),
        "metric": power_name(moves.now.metric),
        "membersKnownBothTimes": moves.known,
        "moved": moves.changes.len(),
        "columns": ["name", "before", "now"],
    });
    Ok(fitting(result, "rows", rows.collect()))
}
