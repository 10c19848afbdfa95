//! What became of a guild's settings: every change, the newest first, and taking one back.

use serde_json::Value;
use slimy_store::{
    Timestamp,
    guilds::{self, Cause, Revision, merge},
};

use super::{
    Difference, Mark, Spot, Trouble,
    check::check_changed,
    spot::differences,
    write::{How, Stop, write},
};
use crate::{
    Error, Services, UserError, audit,
    rights::{self, Action, Actor},
};

/// How many changes a page has: as many as a row has buttons.
pub const HISTORY_PAGE: usize = 5;

/// A page of changes.
#[derive(Debug, Clone, PartialEq)]
pub struct History {
    /// The changes, the newest first.
    pub entries: Vec<Entry>,
    /// The number with which the page of newer ones begins, when there is one.
    pub newer: Option<i64>,
    /// The number with which the page of older ones begins, when there is one.
    pub older: Option<i64>,
}

/// A change.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its number in the guild.
    pub number: i64,
    /// Discord's id of who made it, as long as they are known.
    pub by: Option<String>,
    /// When.
    pub at: Timestamp,
    /// How it came about.
    pub cause: Cause,
    /// The number of the change that it takes back.
    pub reverts: Option<i64>,
    /// What it changed. What this release does not know is not among it.
    pub differences: Vec<Difference>,
}

/// What came of taking a change back.
#[derive(Debug, Clone, PartialEq)]
pub enum Reverted {
    /// This was changed.
    Done(Vec<Difference>),
    /// Some of what it changed was changed again since, and nothing was written.
    Conflict(Conflict),
}

/// A change that was made, and some of it changed again since.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// The number of the change.
    pub number: i64,
    /// The mark of what the person is shown.
    pub base: Mark,
    /// What taking it back would change: from what stands there now, to what stood there before it.
    pub differences: Vec<Difference>,
    /// Those places of them that were changed again since.
    pub changed_since: Vec<Spot>,
}

/// A page of the changes of the actor's guild, from the one with the number `from`, or the newest.
pub async fn history(
    services: &Services,
    actor: &Actor,
    from: Option<i64>,
) -> Result<History, Error> {
    rights::check_here(services, actor, Action::SettingsChange).await?;
    let guild_id = actor.guild_id().ok_or(UserError::NotInGuild)?;
    let step = i64::try_from(HISTORY_PAGE).unwrap_or(1);
    let mut found = guilds::list_revisions(&services.db, guild_id, from, HISTORY_PAGE + 1).await?;
    let older = found.get(HISTORY_PAGE).map(|next| next.number);
    found.truncate(HISTORY_PAGE);
    let newer = match from {
        None => None,
        Some(from) => {
            let newest = guilds::list_revisions(&services.db, guild_id, None, 1).await?;
            let newest = newest.first().map_or(0, |newest| newest.number);
            (newest > from).then(|| newest.min(from.saturating_add(step)))
        }
    };
    Ok(History {
        entries: found.iter().map(entry).collect(),
        newer,
        older,
    })
}

/// Takes the change with this number back: what it changed is as it was before, and nothing else
/// changes. Where somebody has changed some of that since, the person is shown it first; `seen` is
/// the mark of what they were shown then.
pub async fn revert(
    services: &Services,
    actor: &Actor,
    number: i64,
    seen: Option<Mark>,
) -> Result<Reverted, Error> {
    rights::check_here(services, actor, Action::SettingsChange).await?;
    let guild_id = actor.guild_id().ok_or(UserError::NotInGuild)?;
    let found = guilds::find_revision(&services.db, guild_id, number).await?;
    let revision = found.ok_or(UserError::Settings(Trouble::NoSuchRevision))?;
    let made = entry(&revision).differences;
    let how = How {
        cause: Cause::Revert,
        reverts: Some(number),
        action: audit::GUILD_SETTINGS_REVERT,
        proposal: None,
    };
    let put = |now: &Value| {
        let then = without(now, &made)?;
        if differences(now, &then).is_empty() {
            return Err(Stop::Trouble(Trouble::NothingToRevert));
        }
        let is_seen = seen == Some(mark(now, &made));
        if !is_seen && !changed_since(now, &made).is_empty() {
            return Err(Stop::Moved(now.clone()));
        }
        Ok(then)
    };
    match write(services, actor, &how, put).await? {
        Ok(change) => Ok(Reverted::Done(differences(&change.before, &change.after))),
        Err(Stop::Moved(now)) => {
            let then = without(&now, &made).map_err(Error::from)?;
            Ok(Reverted::Conflict(Conflict {
                number,
                base: mark(&now, &made),
                differences: differences(&now, &then),
                changed_since: changed_since(&now, &made),
            }))
        }
        Err(stop) => Err(stop.into()),
    }
}

fn entry(revision: &Revision) -> Entry {
    let changes = revision.changes.0.as_object();
    let one = |(path, change): (&String, &Value)| {
        Some(Difference {
            spot: Spot::find(path)?,
            before: change["before"].clone(),
            after: change["after"].clone(),
        })
    };
    let mut differences: Vec<Difference> = changes.into_iter().flatten().filter_map(one).collect();
    let place = |one: &Difference| {
        let mut schema = super::SCHEMA.iter();
        schema.position(|setting| setting.key == one.spot.setting.key)
    };
    differences.sort_by_key(place);
    Entry {
        number: revision.number,
        by: revision.user_discord_id.clone(),
        at: revision.created_at,
        cause: revision.cause,
        reverts: revision.reverts,
        differences,
    }
}

/// The document with what stood before these changes in their places.
fn without(now: &Value, made: &[Difference]) -> Result<Value, Stop> {
    let mut then = now.clone();
    for change in made {
        let patch = change.spot.patch(change.before.clone());
        merge(&mut then, &patch);
        check_changed(&then, &patch)?;
    }
    Ok(then)
}

/// The places where something else stands now than before these changes and after them.
fn changed_since(now: &Value, made: &[Difference]) -> Vec<Spot> {
    let is_other = |change: &&Difference| {
        let stands = change.spot.stored(now);
        stands != change.after && stands != change.before
    };
    let others = made.iter().filter(is_other);
    others.map(|change| change.spot.clone()).collect()
}

fn mark(now: &Value, made: &[Difference]) -> Mark {
    let stand = made.iter().map(|change| change.spot.stored(now));
    Mark::of(&Value::Array(stand.collect()))
}
