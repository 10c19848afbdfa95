//! Who has risen, who has fallen, and whose power swings.

use std::collections::BTreeMap;

use slimy_store::{Id, club as store};

use crate::{
    Error, Services,
    rights::{Action, Actor},
};

use super::super::{
    Change, Metric, Week,
    sheet::stored_metric,
    statistics::{By, Direction, History, Volatile, movers, volatile},
};
use super::{
    Fault, Taken,
    place::place,
    timeline::{Timeline, read_week, standings},
};

/// Weeks that swings are measured over, where none are named: two months.
const SWING_WEEKS: u32 = 8;

/// The movers between two weeks.
#[derive(Debug, Clone, PartialEq)]
pub struct Moves {
    /// The later week.
    pub now: Taken,
    /// The earlier week.
    pub before: Taken,
    /// Which way, and the most first.
    pub changes: Vec<Change>,
    /// How many members have a known power in both weeks.
    pub known: usize,
}

/// Whose power swings.
#[derive(Debug, Clone, PartialEq)]
pub struct Swings {
    /// The latest week.
    pub now: Taken,
    /// The earliest week that counts.
    pub from: Taken,
    /// How many weeks there are, those without a snapshot left out.
    pub weeks: usize,
    /// Who swings, the most first.
    pub volatile: Vec<Volatile>,
}

/// The movers of the newest week against the last one that is at least `weeks` weeks older; where
/// none is that old, the oldest.
pub async fn moves(
    services: &Services,
    actor: &Actor,
    metric: Option<Metric>,
    direction: Direction,
    by: By,
    weeks: Option<u32>,
) -> Result<Moves, Error> {
    let place = place(services, actor, Action::ClubRead).await?;
    let timeline = Timeline::read(services, &place).await?;
    let metric = timeline.metric(metric, None);
    let now = timeline.at(metric, None)?;
    let until = read_week(&now.week)?.plus(-i64::from(weeks.unwrap_or(1).max(1)));
    let until = until.to_string();
    let old_enough = timeline.of(metric).find(|snapshot| snapshot.week <= until);
    let oldest = || timeline.of(metric).next_back();
    let before = old_enough.or_else(oldest);
    let before = before.filter(|before| before.week != now.week);
    let before = before.ok_or(Fault::OneWeek(metric))?;
    let was = standings(services, place.guild_id, before).await?;
    let is = standings(services, place.guild_id, now).await?;
    let comparison = super::super::compare::compare(&was, &is, None);
    Ok(Moves {
        now: timeline.taken(now)?,
        before: timeline.taken(before)?,
        changes: movers(&was, &is, direction, by),
        known: comparison.changed.len() + comparison.same.len(),
    })
}

/// Whose power swings over the last `weeks` weeks.
pub async fn swings(
    services: &Services,
    actor: &Actor,
    metric: Option<Metric>,
    by: By,
    weeks: Option<u32>,
) -> Result<Swings, Error> {
    let place = place(services, actor, Action::ClubRead).await?;
    let timeline = Timeline::read(services, &place).await?;
    let metric = timeline.metric(metric, None);
    let now = timeline.at(metric, None)?;
    let newest = read_week(&now.week)?;
    let reach = i64::from(weeks.unwrap_or(SWING_WEEKS).max(3));
    let least = newest.plus(1 - reach).to_string();
    let within = || {
        timeline
            .of(metric)
            .filter(|snapshot| snapshot.week >= least)
    };
    let count = within().count();
    let from = within().next_back().filter(|_| count >= 3);
    let from = from.ok_or(Fault::TooFewWeeks(metric))?;
    let db = &services.db;
    let stored = stored_metric(metric);
    let points = store::history(db, place.guild_id, stored, &from.week, &now.week).await?;
    let members = store::list_members(db, place.guild_id).await?;
    Ok(Swings {
        now: timeline.taken(now)?,
        from: timeline.taken(from)?,
        weeks: count,
        volatile: volatile(&histories(points, members)?, by),
    })
}

fn histories(
    points: Vec<store::Point>,
    members: Vec<store::ClubMember>,
) -> Result<Vec<History>, Error> {
    let mut powers: BTreeMap<Id, Vec<(Week, Option<i64>)>> = BTreeMap::new();
    for point in points {
        let week = read_week(&point.week)?;
        let of_member = powers.entry(point.member_id).or_default();
        of_member.push((week, point.power));
    }
    let known = members.into_iter().filter_map(|member| {
        Some(History {
            powers: powers.remove(&member.id)?,
            member: member.id,
            name: member.name,
        })
    });
    Ok(known.collect())
}
