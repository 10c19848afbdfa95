//! Who in Discord is which member: claimed by the person, confirmed by a manager.

use serde_json::json;
use slimy_store::{
    Id, Timestamp, Tx, audit as log,
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
    /// What it means for somebody else who says the same.
    pub rival: Rival,
}

/// Somebody else who says that they are the same member. An open claim keeps nobody from making
/// another: a manager confirms one of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rival {
    /// There is none.
    None,
    /// There is one, and nothing is confirmed yet.
    Open,
    /// Their claim is declined by this: Discord's id of the person.
    Declined(String),
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
    let mut rival = Rival::None;
    let refusal = match outcome {
        LinkOutcome::Done => None,
        LinkOutcome::NotFound => Some(Fault::NoSuchMember { like: Vec::new() }),
        LinkOutcome::MemberTaken => {
            rival = Rival::Open;
            contested(&mut tx, &place, id, user).await?
        }
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
    told(services, member, &actor.user_id, linked, rival).await
}

/// Why nobody else can claim the member who is somebody's; none where that is an open claim. The
/// claim that came first is the one that is kept, the other stands in its question.
async fn contested(
    tx: &mut Tx,
    place: &Place<'_>,
    member: &Id,
    user: &Id,
) -> Result<Option<Fault>, Error> {
    let found = store::find_member(&mut *tx, place.guild_id, member).await?;
    let is_open = found.is_some_and(|found| found.link_status == LinkStatus::Claimed);
    let theirs = store::find_linked_member(&mut *tx, place.guild_id, user).await?;
    Ok(match theirs {
        _ if !is_open => Some(Fault::MemberTaken),
        Some(_) => Some(Fault::AlreadyLinked),
        None => None,
    })
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
    store::hold_history(&mut tx, guild).await?;
    let declined = give_way(&mut tx, &place, member, user, now).await?;
    let found = linked(&mut tx, &place, member, user).await?;
    let is_done = match &found {
        Some(_) => store::confirm_link(&mut tx, guild, member, user, by, now).await?,
        None => false,
    };
    let Some(found) = found.filter(|_| is_done) else {
        tx.rollback().await?;
        return Err(Fault::ClaimOver.into());
    };
    let rival = match declined {
        None => Rival::None,
        Some(rival) => {
            let action = audit::CLUB_MEMBER_UNLINK;
            let entry = audit::entry_by(actor, action, "club_member", member.as_str(), now);
            let details = json!({"member": found.name, "declined": true});
            log::create(&mut tx, &audit::with_details(entry, details)).await?;
            let rival = users::find(&mut tx, &rival).await?;
            Rival::Declined(rival.map(|rival| rival.discord_id).unwrap_or_default())
        }
    };
    let action = audit::CLUB_MEMBER_CONFIRM;
    finish(services, tx, actor, action, &found).await?;
    told(services, found, user, true, rival).await
}

/// Puts the claim of `user` in the place of somebody else's open one: whose that was.
async fn give_way(
    tx: &mut Tx,
    place: &Place<'_>,
    member: &Id,
    user: &Id,
    now: Timestamp,
) -> Result<Option<Id>, Error> {
    let guild = place.guild_id;
    let found = store::find_member(&mut *tx, guild, member).await?;
    let rival = found.as_ref().and_then(ClubMember::link);
    let rival = rival.filter(|(who, status)| *who != user && *status == LinkStatus::Claimed);
    let Some((rival, _)) = rival else {
        return Ok(None);
    };
    // Whoever is another member by now has taken this claim back.
    if store::find_linked_member(&mut *tx, guild, user)
        .await?
        .is_some()
    {
        return Ok(None);
    }
    store::unlink_member(&mut *tx, guild, member, now).await?;
    store::link_member(tx, guild, member, user, LinkStatus::Claimed, now).await?;
    Ok(Some(rival.clone()))
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
    let now = services.now();
    store::hold_history(&mut tx, place.guild_id).await?;
    let found = store::find_member(&mut tx, place.guild_id, member).await?;
    let link = found.as_ref().and_then(ClubMember::link);
    let is_done = match link {
        Some((who, _)) if who == user => {
            store::unlink_member(&mut tx, place.guild_id, member, now).await?
        }
        // Theirs is the later claim, which stands in its question alone.
        Some((_, status)) => status == LinkStatus::Claimed,
        None => false,
    };
    let Some(found) = found.filter(|_| is_done) else {
        tx.rollback().await?;
        return Err(Fault::ClaimOver.into());
    };
    let action = audit::CLUB_MEMBER_UNLINK;
    finish(services, tx, actor, action, &found).await?;
    told(services, found, user, false, Rival::None).await
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
    rival: Rival,
) -> Result<Claim, Error> {
    let found = users::find(&services.db, user).await?;
    Ok(Claim {
        member: member.id,
        name: member.name,
        user: user.clone(),
        discord_id: found.map(|user| user.discord_id).unwrap_or_default(),
        confirmed,
        rival,
    })
}
