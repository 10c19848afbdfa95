//! What a club knows already, against which a draft is held.

use std::{collections::BTreeMap, sync::Arc};

use slimy_roster::Metric;
use slimy_store::{
    Id, Timestamp,
    club::{Alias, ClubMember, Value},
};

use super::{
    Guards, Standing, Week,
    names::{KnownMember, LastPowers, name_key},
};
use crate::settings::GuildSettings;

/// A club's members and its last values.
#[derive(Debug, Clone, Default)]
pub(super) struct Background {
    pub(super) members: Vec<KnownMember>,
    /// Whose each folded name or alias is.
    pub(super) keys: Arc<BTreeMap<String, Id>>,
    /// The values of the last snapshot; none before the first.
    pub(super) sim: Option<Vec<Standing>>,
    pub(super) total: Option<Vec<Standing>>,
    pub(super) guards: Guards,
}

impl Background {
    /// Of what the store has.
    pub(super) fn new(
        members: Vec<ClubMember>,
        aliases: Vec<Alias>,
        [sim, total]: [Option<Vec<Value>>; 2],
        guards: Guards,
    ) -> Self {
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
            guards,
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

fn standings(values: Vec<Value>) -> Vec<Standing> {
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

/// Reads a [`Background`] for `$week` on `$on`, which is written out for each statement: the
/// database, or a transaction.
macro_rules! background {
    ($on:expr, $guild_id:expr, $settings:expr, $week:expr) => {{
        let (guild_id, week): (&slimy_store::Id, String) = ($guild_id, $week.to_string());
        let mut values = [None, None];
        for (metric, values) in [
            slimy_store::club::Metric::Sim,
            slimy_store::club::Metric::Total,
        ]
        .into_iter()
        .zip(&mut values)
        {
            let this = slimy_store::club::current_snapshot($on, guild_id, &week, metric).await?;
            let last = match this {
                Some(this) => Some(this),
                None => slimy_store::club::snapshot_before($on, guild_id, metric, &week).await?,
            };
            if let Some(last) = last {
                *values = Some(slimy_store::club::values($on, guild_id, &[last]).await?);
            }
        }
        $crate::club::background::Background::new(
            slimy_store::club::list_members($on, guild_id).await?,
            slimy_store::club::list_aliases($on, guild_id).await?,
            values,
            $settings.club.guards,
        )
    }};
}

pub(super) use background;
