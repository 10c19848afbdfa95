//! One member: what they had week by week, and who they are.

use std::collections::BTreeMap;

use slimy_store::{
    Id, PageRequest,
    club::{self as store, Alias, ClubMember, CorrectionFilter, LinkStatus},
    users,
};

use crate::{
    Error, Services,
    rights::{Action, Actor},
};

use super::super::{
    Metric, Week,
    names::{Known, KnownMember, LastPowers},
    sheet::read_metric,
};
use super::{
    Fault,
    complete::ranked,
    place::{Place, place},
    timeline::read_week,
};

/// Corrections that are told with their reasons.
const REASONS: usize = 10;
/// Names that are offered where nobody has the one that was typed.
const LIKE: usize = 3;

/// What is known of a member.
#[derive(Debug, Clone, PartialEq)]
pub struct MemberPage {
    /// `club_members.id`.
    pub id: Id,
    /// The name as the game shows it.
    pub name: String,
    /// What the guild calls them.
    pub display_name: Option<String>,
    /// Other spellings.
    pub aliases: Vec<String>,
    /// The first week in which they were there.
    pub first_seen: Option<Week>,
    /// The last one.
    pub last_seen: Option<Week>,
    /// The first week in which they were not there any more.
    pub departed: Option<Week>,
    /// Who they are in Discord.
    pub user: Option<LinkedUser>,
    /// Week by week, the newest first; weeks in which they were not there are left out.
    pub weeks: Vec<WeekLine>,
    /// The corrections that count, the last one first, at most ten.
    pub reasons: Vec<Reason>,
    /// Whether the actor may take the link away.
    pub may_unlink: bool,
}

/// Who a member is in Discord.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkedUser {
    /// `users.id`.
    pub id: Id,
    /// Discord's id.
    pub discord_id: String,
    /// Whether a manager has confirmed it.
    pub confirmed: bool,
}

/// What a member had in a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeekLine {
    /// The week.
    pub week: Week,
    /// Sim power; none where that roster does not have them, or was not saved.
    pub sim: Option<Held>,
    /// Total power.
    pub total: Option<Held>,
}

impl WeekLine {
    /// The value of one metric.
    pub fn of(&self, metric: Metric) -> Option<Held> {
        match metric {
            Metric::Sim => self.sim,
            Metric::Total => self.total,
        }
    }
}

/// A value on a roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// The power; none where it is not known.
    pub power: Option<i64>,
    /// Whether a correction counts in the place of what was read.
    pub corrected: bool,
}

/// A correction that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The week.
    pub week: Week,
    /// Which power.
    pub metric: Metric,
    /// The power that was set.
    pub value: i64,
    /// Why.
    pub reason: Option<String>,
}

/// The member that was typed: chosen from the list, or a name or another spelling of it.
pub async fn member(services: &Services, actor: &Actor, typed: &str) -> Result<MemberPage, Error> {
    let place = place(services, actor, Action::ClubRead).await?;
    let (member, aliases) = find(services, &place, typed).await?;
    page(services, actor, &place, member, aliases).await
}

/// The member that the actor is.
pub async fn me(services: &Services, actor: &Actor) -> Result<MemberPage, Error> {
    let place = place(services, actor, Action::ClubRead).await?;
    let found = store::find_linked_member(&services.db, place.guild_id, &actor.user_id).await?;
    let member = found.ok_or(Fault::NotLinked)?;
    let mut aliases = store::list_aliases(&services.db, place.guild_id).await?;
    aliases.retain(|alias| alias.member_id == member.id);
    page(services, actor, &place, member, aliases).await
}

/// The member that is meant, with their other spellings. Only the same name, another spelling of
/// it, and what the eye cannot tell apart settle it; otherwise close ones are offered.
pub(super) async fn find(
    services: &Services,
    place: &Place<'_>,
    typed: &str,
) -> Result<(ClubMember, Vec<Alias>), Error> {
    let mut members = store::list_members(&services.db, place.guild_id).await?;
    let mut aliases = store::list_aliases(&services.db, place.guild_id).await?;
    let chosen = members.iter().find(|member| member.id.as_str() == typed);
    let meant = match chosen {
        Some(member) => member.id.clone(),
        None => settle(&members, &aliases, typed)?,
    };
    aliases.retain(|alias| alias.member_id == meant);
    members.retain(|member| member.id == meant);
    let like = Vec::new();
    let member = members.pop().ok_or(Fault::NoSuchMember { like })?;
    Ok((member, aliases))
}

pub(super) fn settle(members: &[ClubMember], aliases: &[Alias], typed: &str) -> Result<Id, Fault> {
    let mut spelled: BTreeMap<&Id, Vec<String>> = BTreeMap::new();
    for alias in aliases {
        let others = spelled.entry(&alias.member_id).or_default();
        others.push(alias.alias.clone());
    }
    let known = members.iter().map(|member| KnownMember {
        id: member.id.clone(),
        name: member.name.clone(),
        aliases: spelled.remove(&member.id).unwrap_or_default(),
        powers: LastPowers::default(),
        user: member.user_id.clone(),
    });
    let resolution = Known::new(known.collect()).resolve(typed, None, Metric::Total);
    if let Some(id) = resolution.settled() {
        return Ok(id.clone());
    }
    let mut like: Vec<String> = resolution
        .asked()
        .iter()
        .map(|(_, name)| name.clone())
        .collect();
    if like.is_empty() && !typed.trim().is_empty() {
        let found = ranked(members.to_vec(), aliases.to_vec(), typed);
        like.extend(found.into_iter().map(|member| member.name));
    }
    like.truncate(LIKE);
    Err(Fault::NoSuchMember { like })
}

async fn page(
    services: &Services,
    actor: &Actor,
    place: &Place<'_>,
    member: ClubMember,
    aliases: Vec<Alias>,
) -> Result<MemberPage, Error> {
    let db = &services.db;
    let values = store::member_values(db, place.guild_id, &member.id).await?;
    let filter = CorrectionFilter {
        member_id: Some(member.id.clone()),
        ..CorrectionFilter::default()
    };
    let first = PageRequest::first(REASONS);
    let corrections = store::list_corrections(db, place.guild_id, &filter, &first).await?;
    let user = linked(services, &member).await?;
    let is_own = member.user_id.as_ref() == Some(&actor.user_id);
    let week = |name: Option<String>| name.as_deref().map(read_week).transpose();
    Ok(MemberPage {
        may_unlink: user.is_some() && (is_own || place.allows(actor, Action::ClubConfirm)),
        id: member.id,
        name: member.name,
        display_name: member.display_name,
        aliases: aliases.into_iter().map(|alias| alias.alias).collect(),
        first_seen: week(member.first_seen_week)?,
        last_seen: week(member.last_seen_week)?,
        departed: week(member.departed_week)?,
        user,
        weeks: lines(values)?,
        reasons: corrections
            .items
            .into_iter()
            .map(reason)
            .collect::<Result<_, _>>()?,
    })
}

async fn linked(services: &Services, member: &ClubMember) -> Result<Option<LinkedUser>, Error> {
    let Some((id, status)) = member.link() else {
        return Ok(None);
    };
    let user = users::find(&services.db, id).await?;
    Ok(user.map(|user| LinkedUser {
        id: user.id,
        discord_id: user.discord_id,
        confirmed: status == LinkStatus::Confirmed,
    }))
}

/// A line for each week, the newest first.
fn lines(values: Vec<store::Value>) -> Result<Vec<WeekLine>, Error> {
    let mut weeks: BTreeMap<Week, WeekLine> = BTreeMap::new();
    for value in values {
        let week = read_week(&value.week)?;
        let line = weeks.entry(week).or_insert(WeekLine {
            week,
            sim: None,
            total: None,
        });
        let held = Some(Held {
            power: value.power,
            corrected: value.corrected,
        });
        match read_metric(value.metric) {
            Metric::Sim => line.sim = held,
            Metric::Total => line.total = held,
        }
    }
    Ok(weeks.into_values().rev().collect())
}

fn reason(correction: store::Correction) -> Result<Reason, Error> {
    Ok(Reason {
        week: read_week(&correction.week)?,
        metric: read_metric(correction.metric),
        value: correction.value,
        reason: correction.reason,
    })
}
