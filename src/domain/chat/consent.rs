//! Consent: what somebody says is kept only after they accepted the notice about it. Without that
//! they are answered all the same, and nothing of it is kept.
//!
//! It is asked once, when a turn begins: a turn goes on as it began, whatever is said meanwhile.

mod fault;

use std::time::Duration;

use serde_json::json;
use slimy_store::{
    PageRequest, Tx,
    audit::{self as log, NewAuditEntry},
    chat::{
        self as store, ConversationFilter,
        consent::{self as said, ConsentStatus},
    },
};

pub use fault::Fault;

use super::keeping;
use crate::{
    Error, Id, Services, Timestamp, audit,
    rights::{Action, Actor, Resource, may},
};

/// The wording of the notice. Whoever accepted an older one is asked again, and until then nothing
/// more is kept: it is counted up when more is kept, for longer, or sent to somebody else.
pub const NOTICE: i64 = 1;

/// The notice is put before somebody who says nothing to it once in so long.
const APART: Duration = Duration::from_hours(24);

/// What somebody has said, and what there is of theirs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    /// What they have said to the notice.
    pub said: Said,
    /// Whether something of their conversations is stored, be it that it waits to be purged.
    pub has_kept: bool,
    /// The models to whose providers questions go, as the host calls them; the second when the
    /// first cannot answer.
    pub models: Vec<String>,
}

/// What somebody has said to the notice as it is now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// Nothing.
    Nothing,
    /// That it may be kept.
    Accepted {
        /// Since when.
        at: Timestamp,
    },
    /// That it may not.
    Declined {
        /// Since when.
        at: Timestamp,
    },
}

/// Whether what this person says from here on may be kept.
pub(super) async fn is_given(services: &Services, user_id: &Id) -> Result<bool, Error> {
    let found = said::find(&services.db, user_id).await?;
    Ok(matches!(meaning(found.as_ref()), Said::Accepted { .. }))
}

/// The person with this id of Discord's, when what they say may be kept: `users.id`.
pub(super) async fn given_by(services: &Services, discord_id: &str) -> Result<Option<Id>, Error> {
    let found = said::find_by_discord_id(&services.db, discord_id).await?;
    let is_given = matches!(meaning(found.as_ref()), Said::Accepted { .. });
    Ok(found.filter(|_| is_given).map(|found| found.user_id))
}

/// Whether it may still be kept; until `tx` ends nobody takes that back.
pub(super) async fn holds(tx: &mut Tx, user_id: &Id) -> Result<bool, Error> {
    Ok(said::hold(tx, user_id, NOTICE).await?)
}

/// What the actor has said, and whether something of theirs is stored.
pub async fn of(services: &Services, actor: &Actor) -> Result<Consent, Error> {
    let (db, owner) = (&services.db, &actor.user_id);
    let found = said::find(db, owner).await?;
    let filter = ConversationFilter::of(owner.clone());
    let newest = store::list_conversations(db, &filter, &PageRequest::first(1)).await?;
    let has_kept = !newest.items.is_empty() || !store::hidden(db, owner, 1).await?.is_empty();
    let setup = services.chat.as_ref().map(|chat| &chat.setup);
    let models = setup.into_iter().flat_map(|setup| {
        let providers = std::iter::once(&setup.first).chain(&setup.second);
        providers.map(|provider| provider.model.clone())
    });
    Ok(Consent {
        said: meaning(found.as_ref()),
        has_kept,
        models: models.collect(),
    })
}

/// The actor accepts: from their next question on it is kept.
pub async fn accept(services: &Services, actor: &Actor) -> Result<Consent, Error> {
    decide(services, actor, true).await
}

/// The actor declines: from their next question on nothing is kept. What is stored stays until
/// they [`forget`] it.
pub async fn decline(services: &Services, actor: &Actor) -> Result<Consent, Error> {
    decide(services, actor, false).await
}

/// Whether the notice is to be put before the actor now, unasked. Told once a day, to one of
/// several who want to know at once, until they have said something to it.
pub async fn is_due(services: &Services, actor: &Actor) -> Result<bool, Error> {
    let asked = said::ask(&services.db, &actor.user_id, NOTICE, APART, services.now());
    Ok(asked.await?)
}

/// Deletes all conversations of the actor for good, with all that was said and attached, those
/// too that they had deleted and that wait to be purged. Answers that are still coming in are
/// stopped first. Says how many conversations that were.
pub async fn forget(services: &Services, actor: &Actor) -> Result<usize, Error> {
    keeping::delete_all(services, actor).await
}

/// Refuses whoever is not this person: a question that is put to them is theirs to answer.
pub fn check(actor: &Actor, asked: &Id) -> Result<(), Error> {
    if may(actor, Action::OwnData, Resource::of_person(asked)) {
        return Ok(());
    }
    Err(Fault::NotYours.into())
}

async fn decide(services: &Services, actor: &Actor, accepts: bool) -> Result<Consent, Error> {
    let now = services.now();
    let action = if accepts {
        audit::CHAT_CONSENT_ACCEPT
    } else {
        audit::CHAT_CONSENT_DECLINE
    };
    let mut tx = services.db.begin().await?;
    if said::decide(&mut tx, &actor.user_id, accepts, NOTICE, now).await? {
        let entry = audit::entry_by(actor, action, "user", actor.user_id.as_str(), now);
        // It holds everywhere, and is nothing for the admins of where they happened to say it.
        let entry = NewAuditEntry {
            guild_id: None,
            ..audit::with_details(entry, json!({"notice": NOTICE}))
        };
        log::create(&mut tx, &entry).await?;
        tx.commit().await?;
    } else {
        tx.rollback().await?;
    }
    of(services, actor).await
}

fn meaning(found: Option<&said::Consent>) -> Said {
    let Some(found) = found else {
        return Said::Nothing;
    };
    match (found.status, found.decided_at) {
        (ConsentStatus::Accepted, Some(at)) if found.notice_version >= NOTICE => {
            Said::Accepted { at }
        }
        // Who wants nothing kept says so to any wording.
        (ConsentStatus::Declined, Some(at)) => Said::Declined { at },
        _ => Said::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(status: ConsentStatus, notice_version: i64, decided: bool) -> said::Consent {
        let at = Timestamp::from_micros(7).unwrap();
        said::Consent {
            user_id: "u1".into(),
            status,
            notice_version,
            asked_at: None,
            decided_at: decided.then_some(at),
        }
    }

    #[test]
    fn only_a_yes_to_this_wording_is_one_and_a_no_is_a_no_to_all() {
        let at = Timestamp::from_micros(7).unwrap();
        let mean = |status, version, decided| meaning(Some(&found(status, version, decided)));
        assert_eq!(meaning(None), Said::Nothing);
        assert_eq!(mean(ConsentStatus::Asked, NOTICE, false), Said::Nothing);
        let accepted = ConsentStatus::Accepted;
        assert_eq!(mean(accepted, NOTICE, true), Said::Accepted { at });
        assert_eq!(mean(accepted, NOTICE - 1, true), Said::Nothing);
        let declined = ConsentStatus::Declined;
        assert_eq!(mean(declined, NOTICE - 1, true), Said::Declined { at });
    }
}
