//! What an earlier process left behind: answers that nobody writes any more, and tokens that
//! nobody settles.

use std::time::Duration;

use slimy_store::{
    Engine, Timestamp, audit as log,
    chat::{self as store, Abandoned, Message, MessageStatus, usage},
    limits,
};

use super::{
    Counter, View,
    finish::{INTERRUPTED, entry_without_task, millis},
    model::LONGEST_TURN,
    view,
};
use crate::{Error, Services, audit, chain};

/// An answer that another process has not saved for so long is nobody's: thirty saves in a row were
/// missed, which no wait for a connection and no statement takes.
const QUIET: Duration = Duration::from_mins(1);
/// Longer than any clock was set back.
const EVER: Duration = Duration::from_hours(100 * 365 * 24);
/// After so long no turn settles its calls any more.
const STALE: Duration = Duration::from_secs(LONGEST_TURN.as_secs() + 5 * 60);

/// Ends answers that were left streaming as interrupted, keeping what was saved of them, and gives
/// them, so that what stands in Discord is shown anew. Other processes' answers that are on their
/// way are left alone; SQLite has no other process. What goes wrong with one answer leaves the
/// others as they are.
pub async fn recover(services: &Services) -> Result<Vec<View>, Error> {
    let now = services.now();
    let quiet_since = match services.db.engine() {
        // Whatever the clock said when they were saved.
        Engine::Sqlite => now + EVER,
        Engine::Postgres => now - QUIET,
    };
    let mut recovered = Vec::new();
    loop {
        let found = store::list_abandoned(&services.db, quiet_since, limits::PAGE_SIZE).await;
        let found = match found {
            Ok(found) => found,
            Err(error) if recovered.is_empty() => return Err(error.into()),
            Err(error) => {
                tracing::warn!(error = chain(&error), "answers may be left behind");
                return Ok(recovered);
            }
        };
        let mut ended = 0;
        for one in found {
            let is_here = |chat: &super::Chat| chat.running.watch(&one.id).is_some();
            if services.chat.as_ref().is_some_and(is_here) {
                continue;
            }
            match interrupt(services, &one, quiet_since).await {
                Ok(None) => {}
                Ok(Some(message)) => {
                    ended += 1;
                    let view = again(services, message).await.unwrap_or_else(|error| {
                        tracing::warn!(error = chain(&error), answer = %one.id, "an interrupted answer is not shown");
                        None
                    });
                    recovered.extend(view);
                }
                Err(error) => {
                    tracing::warn!(error = chain(&error), answer = %one.id, "an answer is left behind");
                }
            }
        }
        if ended < limits::PAGE_SIZE {
            return Ok(recovered);
        }
    }
}

/// The answer as it ended; none when somebody is at it after all.
async fn interrupt(
    services: &Services,
    left: &Abandoned,
    quiet_since: Timestamp,
) -> Result<Option<Message>, Error> {
    let now = services.now();
    let mut tx = services.db.begin().await?;
    let Some(message) = store::interrupt_one(&mut tx, &left.id, quiet_since, now).await? else {
        return Ok(None);
    };
    // Nobody knows more than that it was at work when it saved last.
    let took = left.updated_at.since(left.created_at);
    store::measure(&mut tx, &left.id, length(&message).await, millis(took)).await?;
    let entry = entry_without_task(now, &message, MessageStatus::Interrupted);
    let entry = audit::failed(entry, INTERRUPTED);
    log::create_many(&mut tx, &[entry]).await?;
    tx.commit().await?;
    Ok(Some(message))
}

/// The tokens of an answer's words.
pub(super) async fn length(message: &Message) -> i64 {
    let tokenizer = Counter::ready().await;
    let words = message.content.clone();
    // Off the async threads: a long one takes a while.
    let counted = tokio::task::spawn_blocking(move || tokenizer.count(&words)).await;
    counted.map_or(0, |tokens| i64::try_from(tokens).unwrap_or(i64::MAX))
}

/// The answer as it is after that; none when its conversation was deleted.
async fn again(services: &Services, message: Message) -> Result<Option<View>, Error> {
    let (Some(owner), Some(_)) = (&message.user_id, &message.parent_id) else {
        return Ok(None);
    };
    let found = store::find_conversation(&services.db, &message.conversation_id, owner).await?;
    match found {
        Some(conversation) => Ok(Some(view::view(services, message, conversation).await?)),
        None => Ok(None),
    }
}

/// Settles what was reserved for calls whose process is no more, as if they had taken all of it:
/// nobody knows better, and budgets hold. Whoever has an answer on its way here is left alone until
/// it has ended: a clock that was set forward makes nothing stale. Says how many.
pub async fn settle_stale(services: &Services) -> Result<usize, Error> {
    let now = services.now();
    let stale = usage::stale(&services.db, now - STALE).await?;
    let mut settled = 0;
    for reservation in stale {
        let chat = services.chat.as_ref();
        let is_awaited = |chat: &super::Chat| {
            let asker = reservation.user_id.as_ref();
            asker.is_some_and(|asker| chat.running.count_of(asker) > 0)
        };
        if chat.is_some_and(is_awaited) {
            continue;
        }
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
