//! Deleting all that somebody has, at once and for good.

use slimy_store::{
    PageRequest,
    chat::{self as store, ConversationFilter},
    limits,
};

use super::{Fault, delete};
use crate::{Error, Services, UserError, rights::Actor};

/// Deletes every conversation of the actor for good, each with its audit entry, and those that wait
/// to be purged. Says how many that were. If it is broken off, another call does the rest.
pub(in crate::chat) async fn delete_all(
    services: &Services,
    actor: &Actor,
) -> Result<usize, Error> {
    let (db, owner) = (&services.db, &actor.user_id);
    let filter = ConversationFilter::of(owner.clone());
    let mut gone = 0;
    loop {
        let page = PageRequest::first(limits::PAGE_SIZE);
        let found = store::list_conversations(db, &filter, &page).await?.items;
        if found.is_empty() {
            break;
        }
        for conversation in found {
            match delete(services, actor, &conversation.id, true).await {
                Ok(_) => gone += 1,
                // Somebody was faster: the same person, elsewhere.
                Err(Error::User(UserError::Keeping(Fault::NotFound))) => {}
                Err(error) => return Err(error),
            }
        }
    }
    loop {
        let hidden = store::hidden(db, owner, limits::PAGE_SIZE).await?;
        if hidden.is_empty() {
            return Ok(gone);
        }
        for id in hidden {
            gone += usize::from(store::delete_forever(db, &id, owner, services.now()).await?);
        }
    }
}
