//! Completing the names of members and weeks while somebody types.

use std::collections::HashMap;

use chrono::NaiveDate;
use slimy_store::{Id, club as store};

use crate::{
    Error, Services,
    rights::{Action, Actor},
};

use super::super::{
    Week,
    names::{eye_key, name_key},
};
use super::{
    place::place,
    timeline::{Timeline, last_day, read_week},
};

/// As many suggestions as Discord shows.
const SUGGESTIONS: usize = 25;

/// A member that may be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuggestedMember {
    /// `club_members.id`.
    pub id: Id,
    /// The name as the game shows it.
    pub name: String,
    /// The other spelling that was found, where it was not the name.
    pub alias: Option<String>,
    /// Whether they have departed.
    pub departed: bool,
}

/// A week that may be meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SuggestedWeek {
    /// The week.
    pub week: Week,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub to: NaiveDate,
}

/// Members whose name or another spelling of it has what was typed, the best first: the whole
/// name, its beginning, the beginning of a word in it, a part of it, and what looks the same.
/// Names come before other spellings, and who is there before who has departed.
pub async fn suggest_members(
    services: &Services,
    actor: &Actor,
    typed: &str,
) -> Result<Vec<SuggestedMember>, Error> {
    let place = place(services, actor, Action::ClubRead).await?;
    let members = store::list_members(&services.db, place.guild_id).await?;
    let aliases = store::list_aliases(&services.db, place.guild_id).await?;
    let mut found = ranked(members, aliases, typed);
    found.truncate(SUGGESTIONS);
    Ok(found)
}

/// The members that have what was typed, best first.
pub(super) fn ranked(
    members: Vec<store::ClubMember>,
    aliases: Vec<store::Alias>,
    typed: &str,
) -> Vec<SuggestedMember> {
    let wanted = Wanted::new(typed);
    let mut spelled: HashMap<Id, Vec<store::Alias>> = HashMap::new();
    for alias in aliases {
        spelled
            .entry(alias.member_id.clone())
            .or_default()
            .push(alias);
    }
    let mut found: Vec<((usize, bool), String, SuggestedMember)> = members
        .into_iter()
        .filter_map(|member| {
            let of_name = wanted
                .rank(&member.name, &member.name_key)
                .map(|rank| (2 * rank, None));
            let others = spelled.remove(&member.id).unwrap_or_default();
            let of_alias = others.into_iter().filter_map(|alias| {
                let rank = wanted.rank(&alias.alias, &alias.alias_key)?;
                Some((2 * rank + 1, Some(alias.alias)))
            });
            let (rank, alias) = of_alias.chain(of_name).min()?;
            let departed = member.departed_week.is_some();
            let suggested = SuggestedMember {
                id: member.id,
                name: member.name,
                alias,
                departed,
            };
            Some(((rank, departed), member.name_key, suggested))
        })
        .collect();
    found.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    found.into_iter().map(|(_, _, member)| member).collect()
}

/// What was typed, folded once.
struct Wanted {
    key: String,
    seen: String,
}

impl Wanted {
    fn new(typed: &str) -> Self {
        Self {
            key: name_key(typed),
            seen: eye_key(typed),
        }
    }

    /// How well a spelling fits, 0 the best; none where it does not.
    fn rank(&self, spelling: &str, key: &str) -> Option<usize> {
        let wanted = self.key.as_str();
        if key == wanted {
            return Some(0);
        }
        if key.starts_with(wanted) {
            return Some(1);
        }
        let mut words = key.split(|c: char| !c.is_alphanumeric());
        if words.any(|word| word.starts_with(wanted)) {
            return Some(2);
        }
        if key.contains(wanted) {
            return Some(3);
        }
        let looks_alike = !self.seen.is_empty() && eye_key(spelling).contains(&self.seen);
        looks_alike.then_some(4)
    }
}

/// The weeks with a snapshot whose name or dates have what was typed, the newest first.
pub async fn suggest_weeks(
    services: &Services,
    actor: &Actor,
    typed: &str,
    label: impl Fn(&SuggestedWeek) -> String,
) -> Result<Vec<SuggestedWeek>, Error> {
    let place = place(services, actor, Action::ClubRead).await?;
    let Some(timeline) = Timeline::find(services, &place).await? else {
        return Ok(Vec::new());
    };
    let wanted = typed.trim().to_lowercase();
    let weekday = place.settings.club.week.weekday;
    let mut names: Vec<&str> = timeline.all().iter().map(|one| one.week.as_str()).collect();
    names.dedup();
    let mut found = Vec::new();
    for name in names {
        let week = read_week(name)?;
        let from = week.date(weekday);
        let to = last_day(from);
        let suggested = SuggestedWeek { week, from, to };
        if label(&suggested).to_lowercase().contains(&wanted) {
            found.push(suggested);
        }
        if found.len() == SUGGESTIONS {
            break;
        }
    }
    Ok(found)
}
