//! Reading a guild's entries, a page at a time, and completing what can be asked for.

use std::collections::BTreeMap;

use chrono_tz::Tz;
use slimy_store::{
    Id, PageRequest,
    audit::{self as store, AuditEntry},
    users,
};

use super::Fault;
use super::asked::{Filter, place, prefixes, shorter};
use crate::{
    Error, Services, UserError,
    rights::{self, Action, Actor},
    settings,
};

/// Entries of a page.
const PAGE: usize = 10;
/// Suggestions at most: what Discord shows.
const SUGGESTIONS: usize = 25;

/// An entry with who did it.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The entry.
    pub entry: AuditEntry,
    /// Discord's id of who did it; none for the program itself and for who was erased.
    pub person: Option<String>,
}

/// A page of entries, the newest first.
#[derive(Debug, Clone, PartialEq)]
pub struct Lines {
    /// The entries.
    pub items: Vec<Line>,
    /// Which were asked for.
    pub filter: Filter,
    /// From where newer ones go on.
    pub newer: Option<String>,
    /// From where older ones go on.
    pub older: Option<String>,
}

/// Which page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinesFrom<'a> {
    /// The newest that fit.
    Newest(Filter),
    /// Those before the place, as a button keeps both.
    NewerThan(&'a str, &'a str),
    /// Those after the place.
    OlderThan(&'a str, &'a str),
}

/// A page of the entries of the actor's guild.
pub async fn lines(
    services: &Services,
    actor: &Actor,
    from: LinesFrom<'_>,
) -> Result<Lines, Error> {
    let (guild_id, timezone) = guild(services, actor, Action::AuditRead).await?;
    let gone = || UserError::from(Fault::Gone);
    let (filter, page) = match from {
        LinesFrom::Newest(filter) => (filter, PageRequest::first(PAGE)),
        LinesFrom::NewerThan(at, coded) | LinesFrom::OlderThan(at, coded) => {
            let cursor = place(at).ok_or_else(gone)?;
            let filter = Filter::decoded(services, &guild_id, coded).await?;
            let page = match from {
                LinesFrom::NewerThan(..) => PageRequest::before(PAGE, cursor),
                _ => PageRequest::after(PAGE, cursor),
            };
            (filter.ok_or_else(gone)?, page)
        }
    };
    let Some(wanted) = filter.of_guild(services, &guild_id, timezone).await? else {
        return Ok(Lines {
            items: Vec::new(),
            filter,
            newer: None,
            older: None,
        });
    };
    let found = store::list(&services.db, &wanted, &page).await?;
    let people = people(services, found.items.iter()).await?;
    let named = |entry: AuditEntry| Line {
        person: entry
            .user_id
            .as_ref()
            .and_then(|id| people.get(id).cloned()),
        entry,
    };
    Ok(Lines {
        items: found.items.into_iter().map(named).collect(),
        filter,
        newer: found.previous.as_ref().map(shorter),
        older: found.next.as_ref().map(shorter),
    })
}

/// Discord's ids of those who did it, by their keys.
pub(super) async fn people(
    services: &Services,
    entries: impl Iterator<Item = &AuditEntry>,
) -> Result<BTreeMap<Id, String>, Error> {
    named(services, entries.filter_map(|entry| entry.user_id.clone())).await
}

/// Discord's ids of people by their keys.
pub(super) async fn named(
    services: &Services,
    ids: impl Iterator<Item = Id>,
) -> Result<BTreeMap<Id, String>, Error> {
    let mut people = BTreeMap::new();
    for id in ids {
        if !people.contains_key(&id)
            && let Some(user) = users::find(&services.db, &id).await?
        {
            people.insert(id, user.discord_id);
        }
    }
    Ok(people)
}

/// The guild whose entries the actor may see, and its time zone.
pub(super) async fn guild(
    services: &Services,
    actor: &Actor,
    action: Action,
) -> Result<(Id, Tz), Error> {
    rights::check_here(services, actor, action).await?;
    let guild_id = actor.guild_id().ok_or(UserError::NotInGuild)?;
    let words = settings::words(services, guild_id).await?;
    Ok((guild_id.clone(), words.timezone))
}

/// Actions of the actor's guild that have `typed` in them, and what several of them begin with.
pub async fn suggest_actions(
    services: &Services,
    actor: &Actor,
    typed: &str,
) -> Result<Vec<String>, Error> {
    let (guild_id, _) = guild(services, actor, Action::AuditRead).await?;
    let names = store::actions_of(&services.db, &guild_id).await?;
    let mut offered: Vec<&str> = Vec::new();
    // What begins several comes first, so that it is seen that there is such a thing.
    let mut above: BTreeMap<&str, usize> = BTreeMap::new();
    for name in &names {
        for prefix in prefixes(name).skip(1) {
            *above.entry(prefix).or_default() += 1;
        }
    }
    let several = above.iter().filter(|(_, below)| **below > 1);
    offered.extend(several.map(|(prefix, _)| *prefix));
    offered.extend(names.iter().map(String::as_str));
    Ok(matching(offered.into_iter(), typed))
}

/// Kinds of things of the actor's guild that have `typed` in them.
pub async fn suggest_resources(
    services: &Services,
    actor: &Actor,
    typed: &str,
) -> Result<Vec<String>, Error> {
    let (guild_id, _) = guild(services, actor, Action::AuditRead).await?;
    let names = store::resource_types_of(&services.db, &guild_id).await?;
    Ok(matching(names.iter().map(String::as_str), typed))
}

fn matching<'a>(names: impl Iterator<Item = &'a str>, typed: &str) -> Vec<String> {
    let typed = typed.trim().to_lowercase();
    let found = names.filter(|name| name.contains(&typed));
    found.take(SUGGESTIONS).map(str::to_owned).collect()
}
