//! Changing one place at a time, where others may have been faster: what they set is not lost, and
//! the person is asked which of the two is to hold.

use serde_json::{Map, Value};
use slimy_store::guilds::{self, merge};

use super::{
    Held, Mark, Spot,
    check::check_changed,
    proposal::{Clash, Content, wait},
    write::{How, Stop, write},
};
use crate::{
    Error, Services, UserError,
    rights::{self, Action, Actor},
};

/// How far back it is looked for who changed a place last.
const LOOKED_BACK: usize = 50;

/// What came of a change.
#[derive(Debug, Clone, PartialEq)]
pub enum Changed {
    /// This holds now.
    Done(Held),
    /// Somebody else changed the same place meanwhile, and nothing was written.
    Clash(Clash),
}

/// Sets a place in the actor's guild to `value`, or takes away what is set there for a null. `base`
/// is the mark of what held there when the person was shown it.
pub async fn change(
    services: &Services,
    actor: &Actor,
    spot: &Spot,
    value: Value,
    base: Mark,
) -> Result<Changed, Error> {
    rights::check_here(services, actor, Action::SettingsChange).await?;
    let put = |before: &Value| {
        let after = with(before, spot, value.clone())?;
        let (now, then) = (spot.value(before), spot.value(&after));
        if now != then && Mark::of(&now) != base {
            return Err(Stop::Moved(before.clone()));
        }
        Ok(after)
    };
    match write(services, actor, &How::CHANGE, put).await? {
        Ok(change) => Ok(Changed::Done(held(spot, &change.after))),
        Err(Stop::Moved(before)) => {
            let content = Content::Change {
                path: spot.path(),
                value: value.clone(),
            };
            let theirs = spot.value(&before);
            let base = Mark::of(&theirs);
            let id = wait(services, actor, &content, base).await?;
            let mine = spot.value(&with(&before, spot, value).map_err(Error::from)?);
            let by = last_changed_by(services, actor, spot).await?;
            Ok(Changed::Clash(Clash {
                id,
                base,
                spot: spot.clone(),
                theirs,
                mine,
                by,
            }))
        }
        Err(stop) => Err(stop.into()),
    }
}

/// The document with `value` in this place.
pub(super) fn with(before: &Value, spot: &Spot, value: Value) -> Result<Value, Stop> {
    let patch = spot.patch(value);
    let mut after = before.clone();
    merge(&mut after, &patch);
    check_changed(&after, &patch)?;
    Ok(after)
}

pub(super) fn held(spot: &Spot, document: &Value) -> Held {
    Held {
        setting: spot.setting,
        value: spot.setting.value(document),
        is_set: spot.setting.stored(document).is_some(),
    }
}

/// Discord's id of the person who changed this place last, where that is known.
pub(super) async fn last_changed_by(
    services: &Services,
    actor: &Actor,
    spot: &Spot,
) -> Result<Option<String>, Error> {
    let guild_id = actor.guild_id().ok_or(UserError::NotInGuild)?;
    let newest = guilds::list_revisions(&services.db, guild_id, None, LOOKED_BACK).await?;
    let path = spot.path();
    let below = format!("{path}.");
    let names = |changes: &Value| {
        let mut keys = changes.as_object().into_iter().flat_map(Map::keys);
        keys.any(|key| *key == path || key.starts_with(&below))
    };
    let last = newest.into_iter().find(|one| names(&one.changes.0));
    Ok(last.and_then(|one| one.user_discord_id))
}
