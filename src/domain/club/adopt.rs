//! Analyses of the release without weeks: each is given its week and its members, so that the
//! club's history begins where the club did.

use std::collections::{BTreeMap, BTreeSet};

use slimy_store::{
    Id, Timestamp, Tx,
    audit::{self as log, NewAuditEntry},
    club::{self as store, AnalysisDetail, NewMember, Power, Unadopted},
    limits,
};

use super::{
    Guards,
    background::{Background, week_of},
    names::{Known, Read, Resolution, name_key},
    sheet::read_metric,
};
use crate::{Error, Services, audit, chain};

/// Analyses that one run of the job adopts; what is left waits for the next run.
const AT_ONCE: usize = 50;

/// Gives analyses without a week their week and members. Each is one short transaction; of two
/// programs that are at it one adopts and the other goes on. Returns how many were adopted.
pub async fn adopt(services: &Services) -> Result<usize, Error> {
    let mut adopted = 0;
    for analysis in store::list_without_week(&services.db, None, AT_ONCE).await? {
        match adopt_one(services, &analysis).await {
            Ok(true) => adopted += 1,
            Ok(false) => {}
            Err(error) => {
                // The others do not wait for one that cannot be.
                let (id, error) = (&analysis.id, chain(&error));
                tracing::warn!(%id, error, "an analysis was not given its week");
            }
        }
    }
    Ok(adopted)
}

async fn adopt_one(services: &Services, analysis: &Unadopted) -> Result<bool, Error> {
    let Unadopted {
        id,
        guild_id,
        created_at,
        ..
    } = analysis;
    let settings = super::view::settings(services, guild_id).await?;
    let week = week_of(&settings, *created_at);
    let now = services.now();
    let mut tx = services.db.begin().await?;
    store::hold_history(&mut tx, guild_id).await?;
    let detail = store::find_saved_with_relations(&mut tx, guild_id, id).await?;
    let Some(detail) = detail else {
        tx.rollback().await?;
        return Ok(false);
    };
    let members = members(&mut tx, guild_id, &detail, now).await?;
    let week_name = week.to_string();
    if !store::adopt(&mut tx, guild_id, id, &week_name, &members, now).await? {
        tx.rollback().await?;
        return Ok(false);
    }
    store::refresh_members(&mut tx, guild_id, now).await?;
    let action = audit::CLUB_ANALYSIS_ADOPT;
    let mut entry = NewAuditEntry::new(action, "club_analysis", id.as_str(), now);
    entry.guild_id = Some(guild_id.clone());
    let details = serde_json::json!({"week": week, "memberCount": members.len()});
    log::create(&mut tx, &audit::with_details(entry, details)).await?;
    tx.commit().await?;
    Ok(true)
}

/// For each row its member: by its name or an alias, by what looks like only one of them, and
/// otherwise a new one. Nobody can be asked any more, so what is not settled is somebody of its
/// own; that can be merged later, and taking two people for one could not be undone. A second row
/// of one member stays nobody's.
async fn members(
    tx: &mut Tx,
    guild_id: &Id,
    detail: &AnalysisDetail,
    now: Timestamp,
) -> Result<Vec<(Id, Id)>, Error> {
    let known = store::list_members(&mut *tx, guild_id).await?;
    let aliases = store::list_aliases(&mut *tx, guild_id).await?;
    let mut count = known.len();
    let club = Background::new(known, aliases, Default::default(), Guards::default());
    let known = Known::new(club.members.clone());
    let mut resolved: Vec<(&Power, Option<Id>)> = Vec::with_capacity(detail.powers.len());
    for metric in [store::Metric::Sim, store::Metric::Total] {
        let rows = detail.powers.iter().filter(|row| row.metric == metric);
        let rows: Vec<&Power> = rows.collect();
        let reads = rows.iter().map(|row| Read {
            name: &row.member,
            power: row.power,
        });
        let found = known.resolve_roster(&reads.collect::<Vec<_>>(), read_metric(metric));
        let found = found
            .iter()
            .map(Resolution::settled)
            .map(Option::<&Id>::cloned);
        resolved.extend(rows.into_iter().zip(found));
    }
    let mut made: BTreeMap<String, Id> = BTreeMap::new();
    let mut taken = BTreeSet::new();
    let mut pairs = Vec::new();
    for (row, settled) in resolved {
        let key = name_key(&row.member);
        let own = settled.or_else(|| club.keys.get(&key).cloned());
        let own = own.or_else(|| made.get(&key).cloned());
        let is_name = !key.is_empty() && row.member.chars().count() <= limits::CLUB_NAME;
        let member = match own {
            Some(own) => own,
            None if !is_name || count >= limits::CLUB_MEMBERS => continue,
            None => {
                let new = NewMember {
                    guild_id: guild_id.clone(),
                    name: row.member.clone(),
                    name_key: key.clone(),
                    display_name: None,
                };
                count += 1;
                let member = store::create_member(&mut *tx, new, now).await?.row.id;
                made.insert(key, member.clone());
                member
            }
        };
        if taken.insert((member.clone(), row.metric.as_str())) {
            pairs.push((row.id.clone(), member));
        }
    }
    Ok(pairs)
}
