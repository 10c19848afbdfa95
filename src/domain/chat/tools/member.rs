//! One member's history.

use serde::Deserialize;
use serde_json::{Value, json};
use slimy_llm::Tool;

use super::fitting;
use crate::{Error, Services, club::known, rights::Actor};

pub(super) const NAME: &str = "club_member";
/// Weeks that are told: a year.
const WEEKS: usize = 52;
/// Other spellings that are told.
const SPELLINGS: usize = 10;
/// The longest name that is looked for, in characters, as the store keeps them.
const LONGEST_NAME: usize = slimy_store::limits::CLUB_NAME;

/// What the model may say.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Arguments {
    name: String,
}

pub(super) fn tool() -> Tool {
    Tool {
        name: NAME,
        description: "One member of this server's club: other spellings, and sim and total power week by week, the newest first. A power that is not known is null.",
        parameters: json!({
            "type": "object",
            "properties": {"name": {"type": "string", "description": "The member's name in the game."}},
            "required": ["name"],
            "additionalProperties": false,
        }),
    }
}

pub(super) async fn look(
    services: &Services,
    actor: &Actor,
    arguments: Arguments,
) -> Result<Value, Error> {
    let name: String = arguments.name.chars().take(LONGEST_NAME).collect();
    let page = known::member(services, actor, &name).await?;
    let spellings: Vec<&String> = page.aliases.iter().take(SPELLINGS).collect();
    let rows = page.weeks.iter().take(WEEKS).map(|line| {
        let power = |held: Option<known::Held>| held.and_then(|held| held.power);
        json!([line.week.to_string(), power(line.sim), power(line.total)])
    });
    let name_of = |week: Option<crate::club::Week>| week.map(|week| week.to_string());
    let result = json!({
        "name": page.name,
        "displayName": page.display_name,
        "otherSpellings": spellings,
        "firstSeen": name_of(page.first_seen),
        "lastSeen": name_of(page.last_seen),
        "departed": name_of(page.departed),
        "columns": ["week", "sim", "total"],
    });
    Ok(fitting(result, "rows", rows.collect()))
}
