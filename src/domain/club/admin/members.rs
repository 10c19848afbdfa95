//! Members: found by what somebody types, merged, renamed, unlinked.

use std::collections::BTreeMap;

use slimy_store::{
    Executor, Id, StoreError, Tx, audit as log,
    club::{self as store, Alias, ClubMember, Naming},
    limits,
};

use super::{Fault, manager};
use crate::{
    Error, Services, audit,
    club::{
        Metric,
        names::{Known, KnownMember, LastPowers, Resolution, name_key},
    },
    rights::Actor,
};

/// Two members that would become one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergeQuestion {
    /// The one that stays.
    pub keep: (Id, String),
    /// The one whose name becomes an alias.
    pub other: (Id, String),
}

/// What a merge did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// Who stayed.
    pub keep: String,
    /// Whose name is an alias now.
    pub other: String,
    /// Values that are the kept member's now.
    pub values: u64,
    /// Values that count no more, because the same roster had one of each.
    pub doubled: u64,
}

/// A name before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenamedMember {
    /// What they were called; an alias now.
    pub before: String,
    /// What they are called.
    pub after: String,
}

/// A member without a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unlinked {
    /// Their name.
    pub name: String,
}

/// How well a key fits; less is better.
pub(super) fn rank(key: &str, wanted: &str) -> Option<u8> {
    if key.starts_with(wanted) {
        return Some(0);
    }
    let mut words = key.split(|c: char| !c.is_alphanumeric());
    if words.any(|word| word.starts_with(wanted)) {
        return Some(1);
    }
    key.contains(wanted).then_some(2)
}

/// The member that was chosen, by key, or typed, by name or alias. What only looks like one is
/// asked about.
pub(super) async fn pick(tx: &mut Tx, guild_id: &Id, typed: &str) -> Result<ClubMember, Error> {
    let typed = typed.trim();
    if typed.chars().all(|c| c.is_ascii_alphanumeric()) {
        let chosen = store::find_member(&mut *tx, guild_id, &Id::from(typed)).await?;
        if let Some(member) = chosen {
            return Ok(member);
        }
    }
    let members = store::list_members(&mut *tx, guild_id).await?;
    let aliases = store::list_aliases(&mut *tx, guild_id).await?;
    let resolution = known(&members, &aliases).resolve(typed, None, Metric::Sim);
    let exact = match &resolution {
        Resolution::Exact(id) | Resolution::Alias(id) => Some(id.clone()),
        _ => None,
    };
    let found = members
        .iter()
        .find(|member| Some(&member.id) == exact.as_ref());
    if let Some(member) = found {
        return Ok(member.clone());
    }
    let mut like: Vec<String> = resolution
        .asked()
        .iter()
        .map(|(_, name)| name.clone())
        .collect();
    let eye = members
        .iter()
        .filter(|member| resolution.settled() == Some(&member.id));
    like.extend(eye.map(|member| member.name.clone()));
    let name = typed.chars().take(limits::CLUB_NAME).collect();
    Err(user(Fault::NoSuchMember { name, like }))
}

/// The members as names are looked up among them.
pub(super) fn known(members: &[ClubMember], aliases: &[Alias]) -> Known {
    let mut spellings: BTreeMap<&Id, Vec<String>> = BTreeMap::new();
    for alias in aliases {
        let of_member = spellings.entry(&alias.member_id).or_default();
        of_member.push(alias.alias.clone());
    }
    let members = members.iter().map(|member| KnownMember {
        id: member.id.clone(),
        name: member.name.clone(),
        aliases: spellings.remove(&member.id).unwrap_or_default(),
        powers: LastPowers::default(),
        user: member.user_id.clone(),
    });
    Known::new(members.collect())
}

/// A name that somebody types, as it is kept, and its key.
pub(super) fn checked_name(typed: &str) -> Result<(String, String), Error> {
    let name: String = typed.trim().chars().filter(|c| !c.is_control()).collect();
    let key = name_key(&name);
    let max = limits::CLUB_NAME;
    let fits = |text: &str| (1..=max).contains(&text.chars().count());
    if fits(&name) && fits(&key) {
        Ok((name, key))
    } else {
        Err(user(Fault::NotAName { max }))
    }
}

/// The name of a member who is there.
pub(super) async fn name_of(
    on: impl Executor,
    guild_id: &Id,
    id: &Id,
) -> Result<String, StoreError> {
    let found = store::find_member(on, guild_id, id).await?;
    Ok(found.map(|member| member.name).unwrap_or_default())
}

pub(super) fn user(fault: Fault) -> Error {
    Error::User(fault.into())
}

/// Which two members would be merged.
pub async fn merge_question(
    services: &Services,
    actor: &Actor,
    keep: &str,
    other: &str,
) -> Result<MergeQuestion, Error> {
    let place = manager(services, actor).await?;
    let mut tx = services.db.begin().await?;
    let keep = pick(&mut tx, &place.guild_id, keep).await?;
    let other = pick(&mut tx, &place.guild_id, other).await?;
    tx.rollback().await?;
    if keep.id == other.id {
        return Err(user(Fault::SameMember));
    }
    Ok(MergeQuestion {
        keep: (keep.id, keep.name),
        other: (other.id, other.name),
    })
}

/// Makes two members one, under the name of `keep`.
pub async fn merge(
    services: &Services,
    actor: &Actor,
    keep: &Id,
    other: &Id,
) -> Result<Merged, Error> {
    let place = manager(services, actor).await?;
    let guild_id = &place.guild_id;
    let now = services.now();
    let mut tx = services.db.begin().await?;
    store::hold_history(&mut tx, guild_id).await?;
    let kept = name_of(&mut tx, guild_id, keep).await?;
    let gone = name_of(&mut tx, guild_id, other).await?;
    let by = Some(&actor.user_id);
    let Some(merged) = store::merge_members(&mut tx, guild_id, keep, other, by, now).await? else {
        tx.rollback().await?;
        let name = if kept.is_empty() { keep } else { other }.to_string();
        let like = Vec::new();
        return Err(user(Fault::NoSuchMember { name, like }));
    };
    store::refresh_members(&mut tx, guild_id, now).await?;
    let action = audit::CLUB_MEMBER_MERGE;
    let entry = audit::entry_by(actor, action, "club_member", keep.as_str(), now);
    let details = serde_json::json!({
        "keep": kept, "other": gone, "otherId": other.as_str(),
        "values": merged.powers, "doubled": merged.doubled,
        "corrections": merged.corrections, "aliases": merged.aliases,
    });
    log::create(&mut tx, &audit::with_details(entry, details)).await?;
    tx.commit().await?;
    Ok(Merged {
        keep: kept,
        other: gone,
        values: merged.powers,
        doubled: merged.doubled,
    })
}

/// Gives a member another name; the one before becomes an alias.
pub async fn rename(
    services: &Services,
    actor: &Actor,
    member: &str,
    name: &str,
) -> Result<RenamedMember, Error> {
    let place = manager(services, actor).await?;
    let guild_id = &place.guild_id;
    let (name, key) = checked_name(name)?;
    let now = services.now();
    let mut tx = services.db.begin().await?;
    store::hold_history(&mut tx, guild_id).await?;
    let member = pick(&mut tx, guild_id, member).await?;
    let by = Some(&actor.user_id);
    let naming =
        store::rename_member(&mut tx, guild_id, &member.id, (&name, &key), by, now).await?;
    let fault = match naming {
        Naming::Done => None,
        Naming::NotFound => Some(Fault::NoSuchMember {
            name: member.name.clone(),
            like: Vec::new(),
        }),
        Naming::Taken(other) => {
            let other = name_of(&mut tx, guild_id, &other).await?;
            Some(taken(&name, &key, other, &member.name))
        }
    };
    if let Some(fault) = fault {
        tx.rollback().await?;
        return Err(user(fault));
    }
    let action = audit::CLUB_MEMBER_RENAME;
    let entry = audit::entry_by(actor, action, "club_member", member.id.as_str(), now);
    let details = serde_json::json!({"name": {"before": member.name, "after": name}});
    log::create(&mut tx, &audit::with_details(entry, details)).await?;
    tx.commit().await?;
    Ok(RenamedMember {
        before: member.name,
        after: name,
    })
}

/// Why a spelling cannot mean `member`: it is the name of `other`, or an alias.
pub(super) fn taken(spelling: &str, key: &str, other: String, member: &str) -> Fault {
    let spelling = spelling.to_owned();
    if name_key(&other) == key {
        let member = member.to_owned();
        Fault::IsAMember { spelling, member }
    } else {
        Fault::MeansAnother { spelling, other }
    }
}

/// Takes a member's link with somebody in Discord away.
pub async fn unlink(services: &Services, actor: &Actor, member: &str) -> Result<Unlinked, Error> {
    let place = manager(services, actor).await?;
    let guild_id = &place.guild_id;
    let now = services.now();
    let mut tx = services.db.begin().await?;
    let member = pick(&mut tx, guild_id, member).await?;
    if !store::unlink_member(&mut tx, guild_id, &member.id, now).await? {
        tx.rollback().await?;
        return Err(user(Fault::NotLinked(member.name)));
    }
    let action = audit::CLUB_MEMBER_UNLINK;
    let entry = audit::entry_by(actor, action, "club_member", member.id.as_str(), now);
    let details = serde_json::json!({"name": member.name});
    log::create(&mut tx, &audit::with_details(entry, details)).await?;
    tx.commit().await?;
    Ok(Unlinked { name: member.name })
}
