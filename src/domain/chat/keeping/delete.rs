//! Deleting a conversation: hidden at once and gone after a while, or gone at once.

use serde_json::json;
use slimy_store::{audit as log, chat as store, limits};

use super::{Fault, entry, row};
use crate::{
    Error, Id, Services, Timestamp, UserError, audit,
    chat::{self, stop},
    rights::Actor,
};

/// A conversation that was deleted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deleted {
    /// What it was called; none when it had no title.
    pub title: Option<String>,
    /// From when on the purge takes it away for good; none when it is gone already.
    pub kept_until: Option<Timestamp>,
}

/// Deletes the conversation `id`: nothing finds it any more, and the purge takes it away
/// [`limits::KEPT_AFTER_DELETION`] later. With `forever` it is gone now, with all that was said and
/// attached. An answer that is still coming in is stopped first.
pub async fn delete(
    services: &Services,
    actor: &Actor,
    id: &Id,
    forever: bool,
) -> Result<Deleted, Error> {
    let conversation = row(services, actor, id).await?;
    stop_answer(services, actor, id).await?;
    let now = services.now();
    let mut tx = services.db.begin().await?;
    if !store::delete_conversation(&mut tx, id, &actor.user_id, now).await? {
        tx.rollback().await?;
        return Err(Fault::NotFound.into());
    }
    let entry = entry(actor, audit::CHAT_CONVERSATION_DELETE, &conversation, now);
    let entry = audit::with_details(entry, json!({"forever": forever}));
    log::create(&mut tx, &entry).await?;
    tx.commit().await?;
    if forever {
        // It is hidden and on record by now. If this is broken off, the purge does the rest.
        store::delete_forever(&services.db, id, &actor.user_id, now).await?;
    }
    Ok(Deleted {
        title: conversation.title,
        kept_until: (!forever).then(|| now + limits::KEPT_AFTER_DELETION),
    })
}

/// Stops the answer that is still coming in, so that nobody waits for words that nobody will see.
async fn stop_answer(services: &Services, actor: &Actor, id: &Id) -> Result<(), Error> {
    let Some(answer) = store::find_streaming(&services.db, id).await? else {
        return Ok(());
    };
    match stop(services, actor, &answer.id).await {
        // It ended by itself meanwhile.
        Err(Error::User(UserError::Chat(chat::Fault::NothingToStop | chat::Fault::Gone))) => Ok(()),
        stopped => stopped.map(|_| ()),
    }
}
