//! What an earlier process left behind: answers that nobody writes any more, and tokens that
//! nobody settles.

use std::time::Duration;

use slimy_store::{
    Engine, audit as log,
    chat::{self as store, Message, MessageStatus, usage},
    limits,
};

use super::{
    View,
    finish::{INTERRUPTED, entry_without_task},
    model::LONGEST_TURN,
    run::SAVE_EVERY,
    view,
};
use crate::{Error, Services, audit};

/// An answer that another process has not saved for so long is nobody's: several saves in a row
/// were missed, or took as long as a statement may.
const QUIET: Duration = Duration::from_secs(8 * SAVE_EVERY.as_secs());
/// After so long no turn settles its calls any more.
const STALE: Duration = Duration::from_secs(LONGEST_TURN.as_secs() + 5 * 60);

/// Ends answers that were left streaming as interrupted, keeping what was saved of them, and gives
/// them, so that what stands in Discord is shown anew. Other processes' answers that are on their
/// way are left alone; SQLite has no other process.
pub async fn recover(services: &Services) -> Result<Vec<View>, Error> {
    let now = services.now();
    let quiet_since = match services.db.engine() {
        Engine::Sqlite => now,
        Engine::Postgres => now - QUIET,
    };
    let mut recovered = Vec::new();
    loop {
        let found = store::list_abandoned(&services.db, quiet_since, limits::PAGE_SIZE).await?;
        let mut ended = 0;
        for message in found {
            let is_here = |chat: &super::Chat| chat.running.watch(&message.id).is_some();
            if services.chat.as_ref().is_some_and(is_here) || !interrupt(services, &message).await?
            {
                continue;
            }
            ended += 1;
            recovered.extend(again(services, &message).await?);
        }
        if ended < limits::PAGE_SIZE {
            return Ok(recovered);
        }
    }
}

async fn interrupt(services: &Services, message: &Message) -> Result<bool, Error> {
    let now = services.now();
    let mut tx = services.db.begin().await?;
    if !store::interrupt_one(&mut tx, &message.id, now).await? {
        return Ok(false);
    }
    let entry = entry_without_task(now, message, MessageStatus::Interrupted);
    let entry = audit::failed(entry, INTERRUPTED);
    log::create_many(&mut tx, &[entry]).await?;
    tx.commit().await?;
    Ok(true)
}

/// The answer as it is after that; none when its conversation was deleted.
async fn again(services: &Services, message: &Message) -> Result<Option<View>, Error> {
    let db = &services.db;
    let Some(owner) = &message.user_id else {
        return Ok(None);
    };
    let message = store::find_message(db, &message.id).await?;
    let Some(message) = message.filter(|message| message.parent_id.is_some()) else {
        return Ok(None);
    };
    match store::find_conversation(db, &message.conversation_id, owner).await? {
        Some(conversation) => Ok(Some(view::view(services, message, conversation).await?)),
        None => Ok(None),
    }
}

/// Settles what was reserved for calls whose process is no more, as if they had taken all of it:
/// nobody knows better, and budgets hold. Says how many.
pub async fn settle_stale(services: &Services) -> Result<usize, Error> {
    let now = services.now();
    let stale = usage::stale(&services.db, now - STALE).await?;
    let mut settled = 0;
    for reservation in stale {
        let chat = services.chat.as_ref();
        let (model, tokens) = (&reservation.model, reservation.tokens);
        let cost = chat.and_then(|chat| chat.setup.prices.cost(model, tokens, 0));
        let spent = usage::Spent {
            model: None,
            prompt_tokens: tokens,
            completion_tokens: 0,
            cost_micros: cost.unwrap_or(0).clamp(0, limits::TOKENS_PER_CALL),
        };
        let mut tx = services.db.begin().await?;
        settled += usize::from(usage::settle(&mut tx, &reservation.id, &spent, now).await?);
        tx.commit().await?;
    }
    Ok(settled)
}
