//! Values that a manager sets, which count in the place of what was read.

use std::collections::BTreeMap;

use slimy_store::{
    Cursor, Id, PageRequest, Timestamp, Tx, audit as log,
    club::{self as store, Correction, CorrectionFilter, NewCorrection},
    limits,
};

use super::{
    CHOICES, Fault, manager,
    members::{name_of, pick, user},
};
use crate::{
    Error, Services, UserError, audit,
    club::{
        Metric, Week,
        names::name_key,
        sheet::{read_metric, stored_metric},
    },
    number,
    rights::{Actor, Membership},
    settings,
};

/// Corrections on one page of a list: what a phone shows without much scrolling.
const PAGE: usize = 10;

/// A value as somebody types it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewValue {
    /// The member, chosen or typed.
    pub member: String,
    /// Which power.
    pub metric: Metric,
    /// The power: `298,297,518`, `4.1M`.
    pub value: String,
    /// The week's name; none for the one that runs.
    pub week: Option<String>,
    /// Why.
    pub reason: Option<String>,
}

/// A correction that counts now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Corrected {
    /// What it says.
    pub line: CorrectionLine,
    /// What counted before, if anything did: none where the member was not on the roster or the
    /// power could not be read.
    pub before: Option<i64>,
    /// The correction that it replaces.
    pub replaced: Option<CorrectionLine>,
    /// The week has a roster of this power.
    pub has_roster: bool,
}

/// A correction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CorrectionLine {
    /// `club_corrections.id`.
    pub id: Id,
    /// The member's name.
    pub member: String,
    /// Which power.
    pub metric: Metric,
    /// The week's name.
    pub week: String,
    /// The power.
    pub value: i64,
    /// Why.
    pub reason: Option<String>,
    /// When it was made.
    pub at: Timestamp,
}

/// A page of corrections that count, the latest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Corrections {
    /// The corrections.
    pub items: Vec<CorrectionLine>,
    /// The place from which newer ones go on.
    pub newer: Option<String>,
    /// The place from which older ones go on.
    pub older: Option<String>,
}

/// Where a page begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CorrectionsFrom<'a> {
    /// With the newest.
    Newest,
    /// With what is newer than this place.
    NewerThan(&'a str),
    /// With what is older than this place.
    OlderThan(&'a str),
}

/// Sets a value. What was read is kept, and counts again when the correction is removed.
pub async fn correct(
    services: &Services,
    actor: &Actor,
    new: &NewValue,
) -> Result<Corrected, Error> {
    let place = manager(services, actor).await?;
    let now = services.now();
    let week = week(services, place, new.week.as_deref(), now).await?;
    let value = value(&new.value).map_err(user)?;
    let reason = reason(new.reason.as_deref()).map_err(user)?;
    let guild_id = &place.guild_id;

    let mut tx = services.db.begin().await?;
    store::hold_history(&mut tx, guild_id).await?;
    let member = pick(&mut tx, guild_id, &new.member).await?;
    let standing = standing(&mut tx, guild_id, &member.id, new.metric, week).await?;
    let correction = NewCorrection {
        guild_id: guild_id.clone(),
        member_id: member.id.clone(),
        metric: stored_metric(new.metric),
        week: week.to_string(),
        value,
        reason,
        created_by: actor.user_id.clone(),
    };
    let set = store::set_correction(&mut tx, correction, now).await?;
    store::refresh_members(&mut tx, guild_id, now).await?;
    let id = set.correction.id.as_str();
    let entry = audit::entry_by(
        actor,
        audit::CLUB_CORRECTION_CREATE,
        "club_correction",
        id,
        now,
    );
    let details = serde_json::json!({
        "member": member.name, "memberId": member.id.as_str(), "metric": new.metric.as_str(),
        "week": week, "value": value, "before": standing.power,
        "reason": set.correction.reason,
        "replaced": set.replaced.as_ref().map(|replaced| replaced.id.as_str()),
    });
    log::create(&mut tx, &audit::with_details(entry, details)).await?;
    tx.commit().await?;
    Ok(Corrected {
        line: line(set.correction, member.name.clone()),
        before: standing.power,
        replaced: set.replaced.map(|replaced| line(replaced, member.name)),
        has_roster: standing.has_roster,
    })
}

/// Removes a correction: what was read counts again. Gives what it was.
pub async fn remove_correction(
    services: &Services,
    actor: &Actor,
    id: &Id,
) -> Result<CorrectionLine, Error> {
    let place = manager(services, actor).await?;
    let guild_id = &place.guild_id;
    let now = services.now();
    let mut tx = services.db.begin().await?;
    let removed = store::remove_correction(&mut tx, guild_id, id, &actor.user_id, now).await?;
    let Some(removed) = removed else {
        tx.rollback().await?;
        return Err(user(Fault::NoSuchCorrection));
    };
    store::refresh_members(&mut tx, guild_id, now).await?;
    let member = name_of(&mut tx, guild_id, &removed.member_id).await?;
    let action = audit::CLUB_CORRECTION_DELETE;
    let entry = audit::entry_by(actor, action, "club_correction", id.as_str(), now);
    let details = serde_json::json!({
        "member": member, "memberId": removed.member_id.as_str(),
        "metric": removed.metric.as_str(), "week": removed.week, "value": removed.value,
    });
    log::create(&mut tx, &audit::with_details(entry, details)).await?;
    tx.commit().await?;
    Ok(line(removed, member))
}

/// A page of the corrections that count in the actor's guild.
pub async fn corrections(
    services: &Services,
    actor: &Actor,
    from: CorrectionsFrom<'_>,
) -> Result<Corrections, Error> {
    let place = manager(services, actor).await?;
    let cursor = |place: &str| place.parse::<Cursor>().map_err(|_| UserError::StaleButton);
    let request = match from {
        CorrectionsFrom::Newest => PageRequest::first(PAGE),
        CorrectionsFrom::NewerThan(place) => PageRequest::before(PAGE, cursor(place)?),
        CorrectionsFrom::OlderThan(place) => PageRequest::after(PAGE, cursor(place)?),
    };
    let filter = CorrectionFilter::default();
    let page = store::list_corrections(&services.db, &place.guild_id, &filter, &request).await?;
    let names = names(services, &place.guild_id).await?;
    Ok(Corrections {
        items: page
            .items
            .into_iter()
            .map(|one| named(one, &names))
            .collect(),
        newer: page.previous.map(|cursor| cursor.to_string()),
        older: page.next.map(|cursor| cursor.to_string()),
    })
}

/// Corrections of members whose name has what was typed, the latest first.
pub async fn suggest_corrections(
    services: &Services,
    actor: &Actor,
    typed: &str,
) -> Result<Vec<CorrectionLine>, Error> {
    let place = manager(services, actor).await?;
    let filter = CorrectionFilter::default();
    let latest = PageRequest::first(limits::PAGE_SIZE);
    let page = store::list_corrections(&services.db, &place.guild_id, &filter, &latest).await?;
    let names = names(services, &place.guild_id).await?;
    let wanted = name_key(typed);
    let lines = page.items.into_iter().map(|one| named(one, &names));
    let fits = |line: &CorrectionLine| name_key(&line.member).contains(&wanted);
    Ok(lines.filter(fits).take(CHOICES).collect())
}

async fn names(services: &Services, guild_id: &Id) -> Result<BTreeMap<Id, String>, Error> {
    let members = store::list_members(&services.db, guild_id).await?;
    let names = members.into_iter().map(|member| (member.id, member.name));
    Ok(names.collect())
}

fn named(correction: Correction, names: &BTreeMap<Id, String>) -> CorrectionLine {
    let member = names.get(&correction.member_id).cloned();
    line(correction, member.unwrap_or_default())
}

fn line(correction: Correction, member: String) -> CorrectionLine {
    CorrectionLine {
        id: correction.id,
        member,
        metric: read_metric(correction.metric),
        week: correction.week,
        value: correction.value,
        reason: correction.reason,
        at: correction.created_at,
    }
}

/// What counts of a member before a correction.
struct Standing {
    power: Option<i64>,
    has_roster: bool,
}

async fn standing(
    tx: &mut Tx,
    guild_id: &Id,
    member_id: &Id,
    metric: Metric,
    week: Week,
) -> Result<Standing, Error> {
    let (metric, week) = (stored_metric(metric), week.to_string());
    let snapshot = store::current_snapshot(&mut *tx, guild_id, &week, metric).await?;
    let Some(snapshot) = snapshot else {
        return Ok(Standing {
            power: None,
            has_roster: false,
        });
    };
    let values = store::values(&mut *tx, guild_id, &[snapshot]).await?;
    let value = values.iter().find(|value| value.member_id == *member_id);
    Ok(Standing {
        power: value.and_then(|value| value.power),
        has_roster: true,
    })
}

/// The week with this name, or the one that runs; none that has not begun.
async fn week(
    services: &Services,
    place: &Membership,
    name: Option<&str>,
    now: Timestamp,
) -> Result<Week, Error> {
    let settings = settings::read(services, &place.guild_id).await?;
    let running = settings.club.week.week_of(now);
    let week = match name {
        None => running,
        Some(name) => Week::parse(name).map_err(|fault| user(fault.into()))?,
    };
    if week > running {
        return Err(user(Fault::WeekToCome { week, now: running }));
    }
    Ok(week)
}

fn value(typed: &str) -> Result<i64, Fault> {
    let value = number::parse_power(typed)?;
    let max = limits::CLUB_POWER;
    if value > max {
        return Err(Fault::TooHigh { max });
    }
    Ok(value)
}

fn reason(typed: Option<&str>) -> Result<Option<String>, Fault> {
    let reason = typed.map(str::trim).filter(|reason| !reason.is_empty());
    let max = limits::CLUB_REASON;
    if reason.is_some_and(|reason| reason.chars().count() > max) {
        return Err(Fault::ReasonTooLong { max });
    }
    Ok(reason.map(str::to_owned))
}
