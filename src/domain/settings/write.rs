//! The one way in which settings are written: the change with its revision, its audit entry and
//! what follows from it, in one transaction.

use std::time::Duration;

use serde_json::Value;
use slimy_store::{
    Id, Json, Timestamp, Tx,
    cache::Key,
    guilds::{self, Cause, NewRevision, SettingsChange, SettingsError},
    limits,
};

use super::{Fault, GuildSettings, Trouble, brief::brief, update::changed};
use crate::{Error, Services, UserError, audit, club::alerts::on_guards, rights::Actor};

/// In which so much may be changed.
const DAY: Duration = Duration::from_hours(24);

/// How a change came about.
pub(super) struct How<'a> {
    pub(super) cause: Cause,
    /// The number of the revision that it takes back.
    pub(super) reverts: Option<i64>,
    /// What the audit log calls it.
    pub(super) action: &'static str,
    /// What waited for it; it is no more when the change is made.
    pub(super) proposal: Option<&'a Id>,
}

impl How<'_> {
    /// Somebody changes something.
    pub(super) const CHANGE: Self = How {
        cause: Cause::Change,
        reverts: None,
        action: audit::GUILD_SETTINGS_UPDATE,
        proposal: None,
    };
}

/// Why nothing was written.
#[derive(Debug, PartialEq)]
pub(super) enum Stop {
    /// The settings would not be valid.
    Fault(Fault),
    /// What stands there is not what the person was shown: this is.
    Moved(Value),
    /// It cannot be done (any more).
    Trouble(Trouble),
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<Stop> for Error {
    fn from(stop: Stop) -> Self {
        match stop {
            Stop::Fault(fault) => UserError::SettingRefused(fault).into(),
            Stop::Trouble(trouble) => UserError::Settings(trouble).into(),
            // Whoever is shown a difference handles this; to everybody else nothing moves.
            Stop::Moved(_) => UserError::Busy.into(),
        }
    }
}

/// Puts what `change` makes of the settings of the actor's guild in their place; gives why not where
/// it says so. Nothing is written where nothing changes that anybody could see.
pub(super) async fn write(
    services: &Services,
    actor: &Actor,
    how: &How<'_>,
    change: impl FnOnce(&Value) -> Result<Value, Stop>,
) -> Result<Result<SettingsChange, Stop>, Error> {
    let guild_id = actor.guild_id().ok_or(UserError::NotInGuild)?;
    let now = services.now();
    let mut tx = services.db.begin().await?;
    let done = guilds::change_settings(&mut tx, guild_id, change, now).await;
    let change = match done {
        Ok(change) => change,
        Err(SettingsError::Refused(stop)) => {
            tx.rollback().await?;
            return Ok(Err(stop));
        }
        Err(SettingsError::Store(error)) => return Err(error.into()),
    };
    if let Some(id) = how.proposal {
        let place = (guild_id, &actor.user_id);
        if !guilds::drop_proposal(&mut tx, place, id).await? {
            tx.rollback().await?;
            return Ok(Err(Stop::Trouble(Trouble::Over)));
        }
    }
    let changes = changed(&change);
    if changes.is_empty() {
        if how.proposal.is_some() {
            tx.commit().await?;
        } else {
            tx.rollback().await?;
        }
        return Ok(Ok(change));
    }
    if too_much(&mut tx, actor, guild_id, now).await? {
        tx.rollback().await?;
        return Ok(Err(Stop::Trouble(Trouble::TooMuch)));
    }
    let told = brief(&changes);
    let revision = NewRevision {
        guild_id: guild_id.clone(),
        user_id: Some(actor.user_id.clone()),
        cause: how.cause,
        reverts: how.reverts,
        changes: Json(Value::Object(changes)),
    };
    guilds::record_revision(&mut tx, revision, now).await?;
    let entry = audit::entry_by(actor, how.action, "guild", guild_id.as_str(), now);
    let entry = audit::with_details(entry, told);
    slimy_store::audit::create(&mut tx, &entry).await?;
    let (before, after) = (
        GuildSettings::of_document(&change.before),
        GuildSettings::of_document(&change.after),
    );
    let request = actor.request_id.as_str();
    on_guards(&mut tx, guild_id, (&before, &after), request, now).await?;
    audit::mirror::on_settings(&mut tx, guild_id, (&before, &after), now).await?;

    let guild = [Key::Guild(guild_id.clone())];
    let announced = services.cache.changing(&guild).await;
    tx.commit().await?;
    announced.done().await;
    Ok(Ok(change))
}

/// Whether so much was changed here in the last day that no more of it can be kept for this actor.
async fn too_much(
    tx: &mut Tx,
    actor: &Actor,
    guild_id: &Id,
    now: Timestamp,
) -> Result<bool, Error> {
    let is_owner = actor.membership.as_ref().is_some_and(|here| here.is_owner);
    let share = if is_owner {
        limits::SETTINGS_OWNERS_SHARE
    } else {
        1
    };
    let most = limits::SETTINGS_CHANGES_A_DAY * usize::from(share);
    let lately = guilds::changed_since(tx, guild_id, now - DAY, most).await?;
    let changes = usize::try_from(lately.changes).unwrap_or(usize::MAX);
    Ok(changes >= most || lately.bytes >= limits::SETTINGS_CHANGED_A_DAY * i64::from(share))
}
