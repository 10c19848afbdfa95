//! Who is in the club, by power.

use serde::Deserialize;
use serde_json::{Value, json};
use slimy_llm::Tool;

use super::{Power, fitting, power_name, power_schema, week, week_schema};
use crate::{Error, Services, club::known, rights::Actor};

pub(super) const NAME: &str = "club_roster";

/// What the model may say.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Arguments {
    metric: Option<Power>,
    week: Option<String>,
    skip: Option<usize>,
}

pub(super) fn tool() -> Tool {
    Tool {
        name: NAME,
        description: "The members of this server's club in one week, the highest power first: rank, name, power, and the change of the power since the week before. A power that is not known is null.",
        parameters: json!({
            "type": "object",
            "properties": {
                "metric": power_schema(),
                "week": week_schema(),
                "skip": {"type": "integer", "minimum": 0, "description": "How many members from the top to leave out, where not all were shown."},
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
    let board = known::board(services, actor, metric, arguments.week.as_deref()).await?;
    let members = board.ranked.len();
    let rows = board.ranked.into_iter().skip(arguments.skip.unwrap_or(0));
    let rows = rows.map(|ranked| {
        let standing = ranked.standing;
        let change = ranked
            .change
            .and_then(|change| change.now?.checked_sub(change.before?));
        json!([ranked.rank, standing.name, standing.power, change])
    });
    let result = json!({
        "taken": week(&board.now),
        "metric": power_name(board.now.metric),
        "comparedWith": board.before.as_ref().map(week),
        "members": members,
        "columns": ["rank", "name", "power", "change"],
    });
    Ok(fitting(result, "rows", rows.collect()))
}
