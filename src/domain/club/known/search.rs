//! Finding members by any spelling, and analyses by what they say.

use slimy_store::{club as store, limits};

use crate::{
    Error, Services,
    rights::{Action, Actor},
};

use super::super::Listed;
use super::{Fault, complete::ranked, place::place};

/// Hits of each kind that are told.
const SHOWN: usize = 10;

/// What a search has found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// What was searched for.
    pub query: String,
    /// Members, the best first, at most ten.
    pub members: Vec<FoundMember>,
    /// How many members there are in all.
    pub all_members: usize,
    /// Analyses, the newest first, at most ten.
    pub analyses: Vec<Listed>,
    /// Whether there are more of them.
    pub more_analyses: bool,
}

/// A member that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundMember {
    /// The name as the game shows it.
    pub name: String,
    /// The other spelling that was found, where it was not the name.
    pub alias: Option<String>,
    /// Whether they have departed.
    pub departed: bool,
}

/// Members of whose name or another spelling the query is a part, and saved analyses of whose title
/// or summary it is. Every character means itself.
pub async fn search(services: &Services, actor: &Actor, query: &str) -> Result<Found, Error> {
    let place = place(services, actor, Action::ClubRead).await?;
    let query: String = query.trim().chars().filter(|c| !c.is_control()).collect();
    if query.is_empty() {
        return Err(Fault::EmptySearch.into());
    }
    let max = limits::SEARCH_TERM;
    if query.chars().count() > max {
        return Err(Fault::LongSearch { max }.into());
    }
    let db = &services.db;
    let members = store::list_members(db, place.guild_id).await?;
    let aliases = store::list_aliases(db, place.guild_id).await?;
    let mut analyses = store::search_saved(db, place.guild_id, &query, SHOWN + 1).await?;
    let more_analyses = analyses.len() > SHOWN;
    analyses.truncate(SHOWN);
    let members = ranked(members, aliases, &query);
    Ok(Found {
        all_members: members.len(),
        members: members
            .into_iter()
            .take(SHOWN)
            .map(|member| FoundMember {
                name: member.name,
                alias: member.alias,
                departed: member.departed,
            })
            .collect(),
        analyses: analyses
            .into_iter()
            .map(|analysis| Listed {
                id: analysis.id,
                title: analysis.title.unwrap_or_default(),
                summary: analysis.summary,
                saved_at: analysis.saved_at,
            })
            .collect(),
        more_analyses,
        query,
    })
}
