//! What a save has changed.

use std::collections::BTreeSet;

use slimy_store::{
    Id, Timestamp, Tx,
    club::{self as store, Value},
};

use super::{Listing, Mover, News};
use crate::{
    Error,
    club::{
        Change, Metric, Percent, Standing, Week, compare::Comparison, names::name_key,
        sheet::stored_metric,
    },
    settings::GuildSettings,
};

/// One metric of what was just saved.
#[derive(Debug, Clone, Copy)]
pub struct SavedPart<'a> {
    /// `club_analyses.id`.
    pub analysis_id: &'a Id,
    /// Which power it has.
    pub metric: Metric,
    /// What has changed since the roster before; none for the metric's first.
    pub comparison: Option<&'a Comparison>,
}

/// Queues what the guild's channel is told of a save, in the save's transaction and behind
/// `refresh_members`. True when there is something to tell: false where no channel is set, where
/// nothing has happened, and for a save that was told before.
pub async fn on_saved(
    tx: &mut Tx,
    guild_id: &Id,
    settings: &GuildSettings,
    week: Week,
    parts: &[SavedPart<'_>],
    at: Timestamp,
) -> Result<bool, Error> {
    let alerts = &settings.club.alerts;
    let (Some(first), Some(_)) = (parts.first(), &alerts.channel) else {
        return Ok(false);
    };
    let (joined, left) = if alerts.members {
        comings_and_goings(tx, guild_id, week, parts).await?
    } else {
        Default::default()
    };
    let movers = movers(parts, alerts.change_percent);
    if joined.is_empty() && left.is_empty() && movers.is_empty() {
        return Ok(false);
    }
    let news = News::Saved {
        week,
        metrics: parts.iter().map(|part| part.metric).collect(),
        joined: Listing::of(joined),
        left: Listing::of(left),
        movers: Listing::of(movers),
        percent: alerts.change_percent,
    };
    let alert = news.alert(guild_id, format!("saved:{}", first.analysis_id), at)?;
    Ok(store::queue_alert(tx, alert, at).await?)
}

/// Who joined and who left, by name. Both metrics of a week are one roster: whoever is on either is
/// there, and what the first of the two to be saved has told, the second does not tell again.
async fn comings_and_goings(
    tx: &mut Tx,
    guild_id: &Id,
    week: Week,
    parts: &[SavedPart<'_>],
) -> Result<(Vec<String>, Vec<String>), Error> {
    let compared: Vec<&Comparison> = parts.iter().filter_map(|part| part.comparison).collect();
    let new = names(compared.iter().flat_map(|comparison| &comparison.new));
    let missing = names(compared.iter().flat_map(|comparison| &comparison.missing));
    if new.is_empty() && missing.is_empty() {
        return Ok(Default::default());
    }
    let earlier = told_earlier(tx, guild_id, week, parts).await?;
    let keys = |names: &BTreeSet<String>| -> BTreeSet<String> {
        names.iter().map(|name| name_key(name)).collect()
    };
    let stayed = compared
        .iter()
        .flat_map(|comparison| {
            let both = [&comparison.changed, &comparison.same, &comparison.unknown];
            both.into_iter().flatten()
        })
        .map(|change| name_key(&change.name));
    let stayed: BTreeSet<String> = stayed.collect();
    let (came, gone) = (keys(&new), keys(&missing));
    let there = |key: &String| {
        let mut earlier = earlier.iter().flatten();
        earlier.any(|value| name_key(&value.name) == *key)
    };
    let joined = new.into_iter().filter(|name| {
        let key = name_key(name);
        !stayed.contains(&key) && !gone.contains(&key) && !there(&key)
    });
    let left = missing.into_iter().filter(|name| {
        let key = name_key(name);
        earlier.is_none() && !stayed.contains(&key) && !came.contains(&key)
    });
    Ok((joined.collect(), left.collect()))
}

fn names<'a>(standings: impl Iterator<Item = &'a Standing>) -> BTreeSet<String> {
    standings.map(|standing| standing.name.clone()).collect()
}

/// The roster of the same week's other metric, when it was saved before.
async fn told_earlier(
    tx: &mut Tx,
    guild_id: &Id,
    week: Week,
    parts: &[SavedPart<'_>],
) -> Result<Option<Vec<Value>>, Error> {
    let other = [Metric::Sim, Metric::Total]
        .into_iter()
        .find(|metric| parts.iter().all(|part| part.metric != *metric));
    let Some(other) = other else {
        return Ok(None);
    };
    let name = week.to_string();
    let snapshot = store::current_snapshot(&mut *tx, guild_id, &name, stored_metric(other)).await?;
    let Some(snapshot) = snapshot else {
        return Ok(None);
    };
    let values = store::values(&mut *tx, guild_id, &[snapshot]).await?;
    Ok(Some(values))
}

/// Whose power has changed by so much, the largest change first, up or down.
fn movers(parts: &[SavedPart<'_>], percent: Option<u32>) -> Vec<Mover> {
    let Some(least) = percent else {
        return Vec::new();
    };
    let mut found: Vec<(Percent, Mover)> = Vec::new();
    for part in parts {
        let changed = part.comparison.into_iter().flat_map(|c| &c.changed);
        found.extend(changed.filter_map(|change| mover(change, part.metric, least)));
    }
    found.sort_by(|(one, a), (other, b)| {
        let size = |percent: &Percent| percent.tenths().saturating_abs();
        let larger = size(other).cmp(&size(one));
        larger.then_with(|| a.name.cmp(&b.name))
    });
    found.into_iter().map(|(_, mover)| mover).collect()
}

fn mover(change: &Change, metric: Metric, least: u32) -> Option<(Percent, Mover)> {
    let percent = change.percent().filter(|percent| percent.reaches(least))?;
    let (before, now) = change.before.zip(change.now)?;
    let name = change.name.clone();
    let mover = Mover {
        name,
        metric,
        before,
        now,
    };
    Some((percent, mover))
}
