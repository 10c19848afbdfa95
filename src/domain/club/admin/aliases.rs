//! Other spellings that mean a member.

use std::collections::BTreeMap;

use slimy_store::{
    Id, StoreError, audit as log,
    club::{self as store, AliasOutcome, AliasSource, NewAlias},
    limits,
};

use super::{
    CHOICES, Fault, manager,
    members::{checked_name, name_of, pick, rank, taken, user},
};
use crate::{Error, Services, audit, club::names::name_key, rights::Actor};

/// A member with the other spellings that mean them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AliasesOf {
    /// The member's name.
    pub member: String,
    /// The spellings, ordered.
    pub spellings: Vec<Spelling>,
}

/// Another spelling of a member's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spelling {
    /// As it was typed or read.
    pub alias: String,
    /// How it came about.
    pub source: AliasSource,
}

/// An alias that is there now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AliasAdded {
    /// The spelling.
    pub alias: String,
    /// Whom it means.
    pub member: String,
    /// It meant them before.
    pub was_known: bool,
}

/// An alias that is gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AliasRemoved {
    /// The spelling.
    pub alias: String,
    /// Whom it meant.
    pub member: String,
}

/// All aliases of the actor's guild, by member.
pub async fn aliases(services: &Services, actor: &Actor) -> Result<Vec<AliasesOf>, Error> {
    let place = manager(services, actor).await?;
    let members = store::list_members(&services.db, &place.guild_id).await?;
    let aliases = store::list_aliases(&services.db, &place.guild_id).await?;
    let mut spellings: BTreeMap<Id, Vec<Spelling>> = BTreeMap::new();
    for alias in aliases {
        let of_member = spellings.entry(alias.member_id).or_default();
        of_member.push(Spelling {
            alias: alias.alias,
            source: alias.source,
        });
    }
    let with_aliases = members.into_iter().filter_map(|member| {
        let spellings = spellings.remove(&member.id)?;
        Some(AliasesOf {
            member: member.name,
            spellings,
        })
    });
    Ok(with_aliases.collect())
}

/// Has the spelling `alias` mean `member` from here on.
pub async fn add_alias(
    services: &Services,
    actor: &Actor,
    alias: &str,
    member: &str,
) -> Result<AliasAdded, Error> {
    let place = manager(services, actor).await?;
    let guild_id = &place.guild_id;
    let (alias, alias_key) = checked_name(alias)?;
    let now = services.now();
    let mut tx = services.db.begin().await?;
    store::hold_history(&mut tx, guild_id).await?;
    let member = pick(&mut tx, guild_id, member).await?;
    let new = NewAlias {
        guild_id: guild_id.clone(),
        member_id: member.id.clone(),
        alias: alias.clone(),
        alias_key: alias_key.clone(),
        source: AliasSource::Command,
        created_by: Some(actor.user_id.clone()),
    };
    let outcome = match store::add_alias(&mut tx, new, now).await {
        Ok(outcome) => outcome,
        Err(StoreError::Limit { .. }) => {
            tx.rollback().await?;
            return Err(user(full()));
        }
        Err(error) => return Err(error.into()),
    };
    let added = |was_known| AliasAdded {
        alias: alias.clone(),
        member: member.name.clone(),
        was_known,
    };
    let fault = match outcome {
        AliasOutcome::Added(row) => {
            let action = audit::CLUB_ALIAS_CREATE;
            let entry = audit::entry_by(actor, action, "club_alias", row.id.as_str(), now);
            let details = serde_json::json!({
                "alias": alias, "member": member.name, "memberId": member.id.as_str(),
            });
            log::create(&mut tx, &audit::with_details(entry, details)).await?;
            tx.commit().await?;
            return Ok(added(false));
        }
        AliasOutcome::Known => {
            tx.rollback().await?;
            return Ok(added(true));
        }
        AliasOutcome::Taken(other) => {
            let other = name_of(&mut tx, guild_id, &other).await?;
            taken(&alias, &alias_key, other, &member.name)
        }
        AliasOutcome::NotFound => Fault::NoSuchMember {
            name: member.name,
            like: Vec::new(),
        },
    };
    tx.rollback().await?;
    Err(user(fault))
}

pub(super) fn full() -> Fault {
    Fault::Full {
        max: limits::CLUB_ALIASES,
    }
}

/// Has the spelling `alias` mean nobody any more.
pub async fn remove_alias(
    services: &Services,
    actor: &Actor,
    alias: &str,
) -> Result<AliasRemoved, Error> {
    let place = manager(services, actor).await?;
    let guild_id = &place.guild_id;
    let now = services.now();
    let mut tx = services.db.begin().await?;
    store::hold_history(&mut tx, guild_id).await?;
    let removed = store::remove_alias(&mut tx, guild_id, &name_key(alias)).await?;
    let Some(removed) = removed else {
        tx.rollback().await?;
        let typed = alias.trim().chars().take(limits::CLUB_NAME).collect();
        return Err(user(Fault::NoSuchAlias(typed)));
    };
    let member = name_of(&mut tx, guild_id, &removed.member_id).await?;
    let action = audit::CLUB_ALIAS_DELETE;
    let entry = audit::entry_by(actor, action, "club_alias", removed.id.as_str(), now);
    let details = serde_json::json!({
        "alias": removed.alias, "member": member, "memberId": removed.member_id.as_str(),
    });
    log::create(&mut tx, &audit::with_details(entry, details)).await?;
    tx.commit().await?;
    Ok(AliasRemoved {
        alias: removed.alias,
        member,
    })
}

/// Aliases that have what was typed, those first that begin with it, with whom they mean.
pub async fn suggest_aliases(
    services: &Services,
    actor: &Actor,
    typed: &str,
) -> Result<Vec<AliasRemoved>, Error> {
    let wanted = name_key(typed);
    let mut found = Vec::new();
    for AliasesOf { member, spellings } in aliases(services, actor).await? {
        for Spelling { alias, .. } in spellings {
            if let Some(rank) = rank(&name_key(&alias), &wanted) {
                let member = member.clone();
                found.push((rank, AliasRemoved { alias, member }));
            }
        }
    }
    found.sort_by(|a, b| (a.0, &a.1.alias).cmp(&(b.0, &b.1.alias)));
    Ok(found
        .into_iter()
        .take(CHOICES)
        .map(|(_, alias)| alias)
        .collect())
}
