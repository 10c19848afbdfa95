//! What a club knows already, against which a draft is held.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use slimy_roster::Metric;
use slimy_store::{
    Id, Timestamp,
    club::{Alias, ClubMember, Past, Snapshot, Value},
};

use super::{
    Guards, Standing, Week,
    names::{KnownMember, LastPowers, name_key},
};
use crate::settings::GuildSettings;

/// For how long guards go by what was rolled back or deleted; a deleted analysis is kept a little
/// longer than that.
const REMEMBERED: Duration = Duration::from_hours(28 * 24);

/// A club's members and its last values.
#[derive(Debug, Clone, Default)]
pub(super) struct Background {
    pub(super) members: Vec<KnownMember>,
    /// Whose each folded name or alias is.
    pub(super) keys: Arc<BTreeMap<String, Id>>,
    /// The values of the last snapshot; none before the first.
    pub(super) sim: Option<Vec<Standing>>,
    pub(super) total: Option<Vec<Standing>>,
    /// What somebody has taken away of each lately, as it was read.
    pub(super) taken_away: [Option<Vec<Standing>>; 2],
    pub(super) guards: Guards,
}

/// The values of a metric that a roster is held against.
#[derive(Debug, Default)]
pub(super) struct Last {
    /// Of the last snapshot; none before the first.
    pub(super) counts: Option<Vec<Value>>,
    /// Of the last that was taken away, when that is another.
    pub(super) taken_away: Option<Vec<Value>>,
}

impl Background {
    /// Of what the store has.
    pub(super) fn new(
        members: Vec<ClubMember>,
        aliases: Vec<Alias>,
        [sim, total]: [Last; 2],
        guards: Guards,
    ) -> Self {
        let taken_away = [sim.taken_away, total.taken_away];
        let (sim, total) = (sim.counts, total.counts);
        let powers = |values: &Option<Vec<Value>>| -> BTreeMap<Id, i64> {
            let values = values.iter().flatten();
            values
                .filter_map(|value| Some((value.member_id.clone(), value.power?)))
                .collect()
        };
        let (last_sim, last_total) = (powers(&sim), powers(&total));
        let mut keys = BTreeMap::new();
        let mut spellings: BTreeMap<Id, Vec<String>> = BTreeMap::new();
        for Alias {
            member_id,
            alias,
            alias_key,
            ..
        } in aliases
        {
            keys.insert(alias_key, member_id.clone());
            spellings.entry(member_id).or_default().push(alias);
        }
        let mut known = Vec::with_capacity(members.len());
        for member in members {
            keys.insert(member.name_key, member.id.clone());
            known.push(KnownMember {
                name: member.name,
                aliases: spellings.remove(&member.id).unwrap_or_default(),
                powers: LastPowers {
                    sim: last_sim.get(&member.id).copied(),
                    total: last_total.get(&member.id).copied(),
                },
                user: member.user_id,
                id: member.id,
            });
        }
        Self {
            members: known,
            keys: Arc::new(keys),
            sim: sim.map(standings),
            total: total.map(standings),
            taken_away: taken_away.map(|values| values.map(standings)),
            guards,
        }
    }

    /// What was taken away of a metric.
    pub(super) fn taken_away(&self, metric: Metric) -> Option<&[Standing]> {
        let [sim, total] = &self.taken_away;
        match metric {
            Metric::Sim => sim.as_deref(),
            Metric::Total => total.as_deref(),
        }
    }

    /// The last values of a metric.
    pub(super) fn previous(&self, metric: Metric) -> Option<&[Standing]> {
        match metric {
            Metric::Sim => self.sim.as_deref(),
            Metric::Total => self.total.as_deref(),
        }
    }

    /// Whose name or alias this is, by its folded form.
    pub(super) fn owner(&self, name: &str) -> Option<&Id> {
        self.keys.get(&name_key(name))
    }

    /// The name of a member.
    pub(super) fn name_of(&self, id: &Id) -> Option<&str> {
        let found = self.members.iter().find(|member| member.id == *id);
        found.map(|member| member.name.as_str())
    }
}

/// Since when what was taken away is forgotten.
pub(super) fn remembered_since(now: Timestamp) -> Timestamp {
    now - REMEMBERED
}

/// Whether `past`, which was saved last, is to be looked at beside `last`, which counts and has
/// these values: because it is another one, or because more values were corrected than may be
/// volatile. A few are what corrections are for.
pub(super) fn is_taken_away(
    past: &Past,
    last: Option<&Snapshot>,
    values: Option<&[Value]>,
    guards: &Guards,
) -> bool {
    let is_other = last.is_none_or(|last| last.analysis_id != past.analysis_id);
    let corrected = values.unwrap_or_default();
    let corrected = corrected.iter().filter(|value| value.corrected).count();
    is_other || u32::try_from(corrected).is_ok_and(|count| count > guards.volatile_members)
}

pub(super) fn standings(values: Vec<Value>) -> Vec<Standing> {
    let values = values.into_iter();
    values
        .map(|value| Standing {
            member: Some(value.member_id),
            name: value.name,
            power: value.power,
            corrected: value.corrected,
        })
        .collect()
}

/// The week that a draft made at `at` is saved in.
pub(super) fn week_of(settings: &GuildSettings, at: Timestamp) -> Week {
    settings.club.week.week_of(at)
}

/// Reads the [`Last`] values of `$metric` up to `$week`, a text, on `$on`, which is written out for
/// each statement: the database, or a transaction.
macro_rules! last_values {
    ($on:expr, $guild_id:expr, $guards:expr, $metric:expr, $week:expr, $now:expr) => {{
        let (guild_id, metric, week): (&slimy_store::Id, _, &str) = ($guild_id, $metric, $week);
        let this = slimy_store::club::current_snapshot($on, guild_id, week, metric).await?;
        let last = match this {
            Some(this) => Some(this),
            None => slimy_store::club::snapshot_before($on, guild_id, metric, week).await?,
        };
        let mut values = $crate::club::background::Last::default();
        if let Some(last) = &last {
            let last = std::slice::from_ref(last);
            values.counts = Some(slimy_store::club::values($on, guild_id, last).await?);
        }
        let since = $crate::club::background::remembered_since($now);
        let past = slimy_store::club::last_saved($on, guild_id, metric, week, since).await?;
        let counts = values.counts.as_deref();
        let past = past.filter(|past| {
            $crate::club::background::is_taken_away(past, last.as_ref(), counts, $guards)
        });
        if let Some(past) = past {
            let read = slimy_store::club::values_as_read($on, guild_id, metric, &past).await?;
            values.taken_away = Some(read);
        }
        values
    }};
}

/// Reads a [`Background`] for `$week` on `$on`, as [`last_values`] does, with `$now` as the time.
macro_rules! background {
    ($on:expr, $guild_id:expr, $settings:expr, $week:expr, $now:expr) => {{
        let (guild_id, week): (&slimy_store::Id, String) = ($guild_id, $week.to_string());
        let guards = &$settings.club.guards;
        let sim = slimy_store::club::Metric::Sim;
        let sim = $crate::club::background::last_values!($on, guild_id, guards, sim, &week, $now);
        let total = slimy_store::club::Metric::Total;
        let total =
            $crate::club::background::last_values!($on, guild_id, guards, total, &week, $now);
        $crate::club::background::Background::new(
            slimy_store::club::list_members($on, guild_id).await?,
            slimy_store::club::list_aliases($on, guild_id).await?,
            [sim, total],
            *guards,
        )
    }};
}

pub(super) use {background, last_values};
