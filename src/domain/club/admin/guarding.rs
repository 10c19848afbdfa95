//! When a roster needs a second approval.

use serde_json::{Map, Value, json};

use super::{Fault, manager, members::user};
use crate::{
    Error, Services,
    club::Guards,
    rights::Actor,
    settings::{
        self, GUARD_JUMP, GUARD_MISSING, GUARD_OVER_HEADER, GUARD_VOLATILE, GUARD_VOLATILE_MEMBERS,
        Setting,
    },
};

/// What somebody wants changed; what is none stays. Of a percentage 0 is off.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct GuardsChange {
    /// See [`Guards::jump_percent`].
    pub jump_percent: Option<i64>,
    /// See [`Guards::volatile_percent`].
    pub volatile_percent: Option<i64>,
    /// See [`Guards::volatile_members`].
    pub volatile_members: Option<i64>,
    /// See [`Guards::missing_percent`].
    pub missing_percent: Option<i64>,
    /// See [`Guards::over_header`].
    pub over_header: Option<bool>,
}

/// The guards of the actor's guild.
pub async fn guards(services: &Services, actor: &Actor) -> Result<Guards, Error> {
    let place = manager(services, actor).await?;
    let settings = settings::read(services, &place.guild_id).await?;
    Ok(settings.club.guards)
}

/// Changes guards; gives them as they are then.
pub async fn set_guards(
    services: &Services,
    actor: &Actor,
    change: GuardsChange,
) -> Result<Guards, Error> {
    let number = |number: Option<i64>| number.map(Value::from);
    let changes = [
        (GUARD_JUMP, number(change.jump_percent)),
        (GUARD_VOLATILE, number(change.volatile_percent)),
        (GUARD_VOLATILE_MEMBERS, number(change.volatile_members)),
        (GUARD_MISSING, number(change.missing_percent)),
        (GUARD_OVER_HEADER, change.over_header.map(Value::from)),
    ];
    set(services, actor, "guards", changes).await?;
    guards(services, actor).await
}

/// Sets those of a topic's settings that have a value.
pub(super) async fn set(
    services: &Services,
    actor: &Actor,
    topic: &str,
    changes: impl IntoIterator<Item = (Setting, Option<Value>)>,
) -> Result<(), Error> {
    manager(services, actor).await?;
    let named = changes.into_iter().filter_map(|(setting, value)| {
        let (_, key) = setting.key.rsplit_once('.')?;
        Some((key.to_owned(), value?))
    });
    let named: Map<String, Value> = named.collect();
    if named.is_empty() {
        return Err(user(Fault::NothingToChange));
    }
    let patch = json!({"club": {topic: named}});
    settings::update(services, actor, &patch).await?;
    Ok(())
}
