//! Who in Discord is which member: claimed by the person, confirmed by a manager.

use serde_json::json;
use slimy_store::{
    Id, Tx, audit as log,
    club::{self as store, ClubMember, LinkOutcome, LinkStatus},
    users,
};

use crate::{
    Error, Services, audit,
    rights::{Action, Actor},
};

use super::{
    Fault,
    member::find,
    place::{Place, place},
};

/// Somebody says who they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// `club_members.id`.
    pub member: Id,
    /// The member's name.
    pub name: String,
    /// `users.id` of the person.
    pub user: Id,
    /// Discord's id of the person.
    pub discord_id: String,
    /// Whether a manager has confirmed it.
    pub confirmed: bool,
}

/// The actor says that they are the member that was typed. Confirmed before, it stays so.
pub async fn claim(services: &Services, actor: &Actor, typed: &str) -> Result<Claim, Error> {
    let place = place(services, actor, Action::ClubRead).await?;
    let (member, _) = find(services, &place, typed).await?;
    let now = services.now();
    let mut tx = services.db.begin().await?;
    let status = LinkStatus::Claimed;
    let (guild, id, user) = (place.guild_id, &member.id, &actor.user_id);
    let outcome = store::link_member(&mut tx, guild, id, user, status, now).await?;
    let refusal = match outcome {
        LinkOutcome::Done => None,
        LinkOutcome::NotFound => Some(Fault::NoSuchMember { like: Vec::new() }),
        LinkOutcome::MemberTaken => Some(Fault::MemberTaken),
        LinkOutcome::UserTaken(_) => Some(Fault::AlreadyLinked),
    };
    if let Some(refusal) = refusal {
        tx.rollback().await?;
        return Err(refusal.into());
    }
    let linked = store::find_member(&mut tx, place.guild_id, &member.id).await?;
    let action = audit::CLUB_MEMBER_CLAIM;
    finish(services, tx, actor, action, &member).await?;
    let linked = linked.is_some_and(|member| member.link_status == LinkStatus::Confirmed);
    told(services, member, &actor.user_id, linked).await
}

/// A manager says that the person is the member, as they claim.
pub async fn confirm(
    services: &Services,
    actor: &Actor,
    member: &Id,
    user: &Id,
) -> Result<Claim, Error> {
    let place = place(services, actor, Action::ClubConfirm).await?;
    let now = services.now();
    let mut tx = services.db.begin().await?;
    let (guild, by) = (place.guild_id, &actor.user_id);
    let found = linked(&mut tx, &place, member, user).await?;
    let is_done = match &found {
        Some(_) => store::confirm_link(&mut tx, guild, member, user, by, now).await?,
        None => false,
    };
    let Some(found) = found.filter(|_| is_done) else {
        tx.rollback().await?;
        return Err(Fault::ClaimOver.into());
    };
    let action = audit::CLUB_MEMBER_CONFIRM;
    finish(services, tx, actor, action, &found).await?;
    told(services, found, user, true).await
}

/// The person or a manager says that the person is not the member.
pub async fn unlink(
    services: &Services,
    actor: &Actor,
    member: &Id,
    user: &Id,
) -> Result<Claim, Error> {
    let place = place(services, actor, Action::ClubRead).await?;
    if actor.user_id != *user && !place.allows(actor, Action::ClubConfirm) {
        return Err(Fault::MayNotUnlink.into());
    }
    let mut tx = services.db.begin().await?;
    let found = linked(&mut tx, &place, member, user).await?;
    let is_done = match &found {
        Some(_) => store::unlink_member(&mut tx, place.guild_id, member, services.now()).await?,
        None => false,
    };
    let Some(found) = found.filter(|_| is_done) else {
        tx.rollback().await?;
        return Err(Fault::ClaimOver.into());
    };
    let action = audit::CLUB_MEMBER_UNLINK;
    finish(services, tx, actor, action, &found).await?;
    told(services, found, user, false).await
}

/// The member, when they are linked with this person; nobody changes that until the transaction
/// ends.
async fn linked(
    tx: &mut Tx,
    place: &Place<'_>,
    member: &Id,
    user: &Id,
) -> Result<Option<ClubMember>, Error> {
    store::hold_history(tx, place.guild_id).await?;
    let found = store::find_member(tx, place.guild_id, member).await?;
    Ok(found.filter(|found| found.user_id.as_ref() == Some(user)))
}

/// The entry does not name the person: they have one of their own for the claim, and are taken out
/// of that one when they want to be forgotten.
async fn finish(
    services: &Services,
    mut tx: Tx,
    actor: &Actor,
    action: &str,
    member: &ClubMember,
) -> Result<(), Error> {
    let (id, now) = (member.id.as_str(), services.now());
    let entry = audit::entry_by(actor, action, "club_member", id, now);
    let details = json!({"member": member.name});
    log::create(&mut tx, &audit::with_details(entry, details)).await?;
    tx.commit().await?;
    Ok(())
}

async fn told(
    services: &Services,
    member: ClubMember,
    user: &Id,
    confirmed: bool,
) -> Result<Claim, Error> {
    let found = users::find(&services.db, user).await?;
    Ok(Claim {
        member: member.id,
        name: member.name,
        user: user.clone(),
        discord_id: found.map(|user| user.discord_id).unwrap_or_default(),
        confirmed,
    })
}
