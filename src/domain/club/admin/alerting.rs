//! Where the club's news are told, and which.

use serde_json::Value;
use slimy_store::{Timestamp, club as store};

use super::{guarding::set, manager};
use crate::{
    Error, Services,
    club::alerts::{Fault, SWITCHED_OFF},
    rights::Actor,
    settings::{self, ALERT_CHANGE, ALERT_CHANNEL, ALERT_MEMBERS, ALERT_SCAN_DUE, AlertSettings},
};

/// What somebody wants changed; what is none stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AlertsChange {
    /// Discord's id of the channel, or none to tell nothing any more.
    pub channel: Option<Option<String>>,
    /// See [`AlertSettings::members`].
    pub members: Option<bool>,
    /// See [`AlertSettings::change_percent`]; 0 is off.
    pub change_percent: Option<i64>,
    /// See [`AlertSettings::scan_due`].
    pub scan_due: Option<bool>,
}

/// What is told where, and whether it arrives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlertsState {
    /// What is set.
    pub settings: AlertSettings,
    /// What could not be told last, when nothing was told since.
    pub trouble: Option<Trouble>,
}

/// Why something could not be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// Why.
    pub why: Fault,
    /// When.
    pub at: Timestamp,
    /// It is tried again; otherwise it was given up.
    pub is_waiting: bool,
}

/// The alerts of the actor's guild.
pub async fn alerts(services: &Services, actor: &Actor) -> Result<AlertsState, Error> {
    let place = manager(services, actor).await?;
    let settings = settings::read(services, &place.guild_id).await?;
    let failed = store::failing_alert(&services.db, &place.guild_id).await?;
    let failed = failed.filter(|alert| alert.last_error.as_deref() != Some(SWITCHED_OFF));
    let trouble = failed.and_then(|alert| {
        Some(Trouble {
            why: Fault::of(alert.last_error?),
            at: alert.updated_at,
            is_waiting: alert.due_at.is_some(),
        })
    });
    Ok(AlertsState {
        settings: settings.club.alerts,
        trouble,
    })
}

/// Changes what is told where; gives it as it is then. Whether the bot may post in the channel,
/// the caller has tried.
pub async fn set_alerts(
    services: &Services,
    actor: &Actor,
    change: AlertsChange,
) -> Result<AlertsState, Error> {
    let changes = [
        (ALERT_CHANNEL, change.channel.map(Value::from)),
        (ALERT_MEMBERS, change.members.map(Value::from)),
        (ALERT_CHANGE, change.change_percent.map(Value::from)),
        (ALERT_SCAN_DUE, change.scan_due.map(Value::from)),
    ];
    set(services, actor, "alerts", changes).await?;
    alerts(services, actor).await
}
