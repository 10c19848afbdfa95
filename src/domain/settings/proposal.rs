//! Changes that wait until their person says so: a file that was shown as a difference, and a value
//! that somebody else has changed meanwhile. They are stored, so a restart keeps them.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use slimy_store::{
    Id, Json,
    guilds::{self, Cause, NewProposal, Proposal, SettingsChange, merge},
};

use super::{
    Difference, Mark, Spot, Trouble,
    change::{last_changed_by, with},
    check::check_changed,
    files::{exported, replacing},
    spot::differences,
    write::{How, Stop, write},
};
use crate::{
    Error, Services, UserError, audit,
    rights::{self, Action, Actor},
};

/// How long a change waits: as long as the message with its buttons can be changed.
const WAITS: Duration = Duration::from_mins(15);

/// What waits.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub(super) enum Content {
    /// One place is to be set, though somebody else has set it.
    Change {
        /// Where.
        path: String,
        /// To what; null takes away what is set.
        value: Value,
    },
    /// The settings are to be those of a file.
    Import {
        /// The file's name.
        name: String,
        /// What it says.
        settings: Value,
    },
}

/// Two people changed the same place.
#[derive(Debug, Clone, PartialEq)]
pub struct Clash {
    /// What waits.
    pub id: Id,
    /// The mark of what the person is shown.
    pub base: Mark,
    /// Where.
    pub spot: Spot,
    /// What holds there now.
    pub theirs: Value,
    /// What would hold.
    pub mine: Value,
    /// Discord's id of the person who changed it last, where that is known.
    pub by: Option<String>,
}

/// A file that waits to be applied.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    /// What waits.
    pub id: Id,
    /// The mark of what the person is shown.
    pub base: Mark,
    /// The file's name.
    pub name: String,
    /// What it changes.
    pub differences: Vec<Difference>,
}

/// What came of saying yes.
#[derive(Debug, Clone, PartialEq)]
pub enum Applied {
    /// This was changed; nothing where it was so already.
    Done(Vec<Difference>),
    /// Somebody changed the same place once more, and nothing was written.
    Clash(Clash),
    /// Settings were changed since the file's difference was shown: this is the difference now, and
    /// nothing was written.
    Moved(Import),
}

/// Has `content` wait for the actor, who was shown what stands there under the mark `base`.
pub(super) async fn wait(
    services: &Services,
    actor: &Actor,
    content: &Content,
    base: Mark,
) -> Result<Id, Error> {
    let now = services.now();
    let new = NewProposal {
        guild_id: actor.guild_id().ok_or(UserError::NotInGuild)?.clone(),
        user_id: actor.user_id.clone(),
        content: Json::of(content)?,
        base: base.to_string(),
        expires_at: now + WAITS,
    };
    let mut tx = services.db.begin().await?;
    let id = guilds::propose(&mut tx, new, now).await?;
    tx.commit().await?;
    Ok(id)
}

/// Makes the change that waits under this key, unless what it is about was changed since the person
/// was shown it. `seen` is the mark of what they were shown beside what they pressed: somebody who
/// presses twice, or in another window, has not seen what the first press has brought.
pub async fn apply(
    services: &Services,
    actor: &Actor,
    id: &Id,
    seen: Mark,
) -> Result<Applied, Error> {
    let (proposal, content) = waiting(services, actor, id).await?;
    let how = How {
        cause: match content {
            Content::Change { .. } => Cause::Change,
            Content::Import { .. } => Cause::Import,
        },
        action: match content {
            Content::Change { .. } => audit::GUILD_SETTINGS_UPDATE,
            Content::Import { .. } => audit::GUILD_SETTINGS_IMPORT,
        },
        reverts: None,
        proposal: Some(id),
    };
    let put = |before: &Value| {
        let stands = content.mark(before)?;
        if stands != seen || stands.to_string() != proposal.base {
            return Err(Stop::Moved(before.clone()));
        }
        content.onto(before)
    };
    let stop = match write(services, actor, &how, put).await? {
        Ok(SettingsChange { before, after }) => {
            return Ok(Applied::Done(differences(&before, &after)));
        }
        Err(stop) => stop,
    };
    let Stop::Moved(now) = stop else {
        return Err(stop.into());
    };
    let mark = content.mark(&now)?;
    guilds::rebase_proposal(&services.db, id, &mark.to_string()).await?;
    content.shown(services, actor, (id, mark), &now).await
}

/// Gives up the change that waits under this key; gives where it would have changed something, when
/// that is one place.
pub async fn give_up(services: &Services, actor: &Actor, id: &Id) -> Result<Option<Spot>, Error> {
    let (_, content) = waiting(services, actor, id).await?;
    let guild_id = actor.guild_id().ok_or(UserError::NotInGuild)?;
    guilds::drop_proposal(&services.db, (guild_id, &actor.user_id), id).await?;
    Ok(match content {
        Content::Change { path, .. } => Spot::find(&path),
        Content::Import { .. } => None,
    })
}

async fn waiting(
    services: &Services,
    actor: &Actor,
    id: &Id,
) -> Result<(Proposal, Content), Error> {
    rights::check_here(services, actor, Action::SettingsChange).await?;
    let guild_id = actor.guild_id().ok_or(UserError::NotInGuild)?;
    let place = (guild_id, &actor.user_id);
    let found = guilds::find_proposal(&services.db, place, id, services.now()).await?;
    let proposal = found.ok_or(UserError::Settings(Trouble::Over))?;
    let content = serde_json::from_value(proposal.content.0.clone());
    let content = content.map_err(|source| Error::Corrupt {
        what: "a change of settings that waits",
        source,
    })?;
    Ok((proposal, content))
}

impl Content {
    /// The mark of what it is about.
    fn mark(&self, document: &Value) -> Result<Mark, Stop> {
        Ok(match self {
            Self::Change { path, .. } => Mark::of(&spot(path)?.value(document)),
            Self::Import { .. } => Mark::of(&exported(document)),
        })
    }

    /// The document with it.
    fn onto(&self, before: &Value) -> Result<Value, Stop> {
        match self {
            Self::Change { path, value } => with(before, &spot(path)?, value.clone()),
            Self::Import { settings, .. } => {
                let patch = replacing(before, settings);
                let mut after = before.clone();
                merge(&mut after, &patch);
                check_changed(&after, &patch)?;
                Ok(after)
            }
        }
    }

    /// What the person is shown, now that the settings are `now`.
    async fn shown(
        &self,
        services: &Services,
        actor: &Actor,
        (id, base): (&Id, Mark),
        now: &Value,
    ) -> Result<Applied, Error> {
        let then = self.onto(now).map_err(Error::from)?;
        match self {
            Self::Change { path, .. } => {
                let spot = spot(path).map_err(Error::from)?;
                let by = last_changed_by(services, actor, &spot).await?;
                Ok(Applied::Clash(Clash {
                    id: id.clone(),
                    base,
                    theirs: spot.value(now),
                    mine: spot.value(&then),
                    spot,
                    by,
                }))
            }
            Self::Import { name, .. } => Ok(Applied::Moved(Import {
                id: id.clone(),
                base,
                name: name.clone(),
                differences: differences(now, &then),
            })),
        }
    }
}

/// A release that knows the place no more cannot make the change.
fn spot(path: &str) -> Result<Spot, Stop> {
    Spot::find(path).ok_or(Stop::Trouble(Trouble::Over))
}
