//! Ending what is under way, and what was talked about.

use serde_json::json;
use slimy_store::{
    Id, audit as log,
    chat::{self as store, Finished, MessageStatus, Outcome},
};

use super::{
    Fault, View,
    access::{pressable, refused},
    finish::entry_without_task,
    view,
};
use crate::{Error, Services, audit, rights::Actor};

/// Stops an answer: the request to the model is dropped, and what was said is kept. Returns when
/// the answer has ended. [`Fault::NothingToStop`] when it ended by itself before.
pub async fn stop(services: &Services, actor: &Actor, answer: &Id) -> Result<View, Error> {
    let (message, conversation) = pressable(services, actor, answer).await?;
    let over = || refused(Fault::NothingToStop);
    if message.status != MessageStatus::Streaming {
        return Err(over());
    }
    let running = services.chat.as_ref();
    let mut stopped = false;
    if let Some(mut draft) = running.and_then(|chat| chat.running.stop(answer)) {
        // The sender goes when the end was shown.
        while !draft.borrow_and_update().is_over() && draft.changed().await.is_ok() {}
        let end = draft.borrow().end().map(|end| end.status);
        stopped = end == Some(MessageStatus::Stopped);
        if !stopped {
            return Err(over());
        }
    }
    let now = services.now();
    let mut tx = services.db.begin().await?;
    if !stopped {
        // No task of this process is at it. One of another notices when it saves next.
        let outcome = Outcome {
            duration_ms: Some(
                i64::try_from(now.since(message.created_at).as_millis()).unwrap_or(0),
            ),
            tokens: message.tokens,
            ..Outcome::new(MessageStatus::Stopped, message.content.clone())
        };
        if store::finish(&mut tx, answer, &outcome, now).await? != Finished::Now {
            return Err(over());
        }
        let end = entry_without_task(now, &message, MessageStatus::Stopped);
        log::create_many(&mut tx, &[end]).await?;
    }
    let entry = audit::entry_by(
        actor,
        audit::CHAT_ANSWER_STOP,
        "chat_message",
        answer.as_str(),
        now,
    );
    let details =
        json!({"conversation": conversation.id, "own": conversation.user_id == actor.user_id});
    log::create_many(&mut tx, &[audit::with_details(entry, details)]).await?;
    tx.commit().await?;
    let message = store::find_message(&services.db, answer).await?;
    let message = message.ok_or_else(|| refused(Fault::Gone))?;
    view::view(services, message, conversation).await
}

/// Makes another answer the one that counts: it is shown, and the conversation goes on from it.
pub async fn choose(services: &Services, actor: &Actor, answer: &Id) -> Result<View, Error> {
    let (message, conversation) = pressable(services, actor, answer).await?;
    let db = &services.db;
    if store::find_streaming(db, &conversation.id).await?.is_some() {
        return Err(refused(Fault::StillAnswering));
    }
    if message.chosen {
        return view::view(services, message, conversation).await;
    }
    let now = services.now();
    let mut tx = db.begin().await?;
    let chosen = store::choose_alternative(&mut tx, answer, now).await?;
    let entry = audit::entry_by(
        actor,
        audit::CHAT_ANSWER_CHOOSE,
        "chat_message",
        answer.as_str(),
        now,
    );
    let details = json!({"conversation": conversation.id, "alternative": chosen.alternative});
    log::create_many(&mut tx, &[audit::with_details(entry, details)]).await?;
    tx.commit().await?;
    view::view(services, chosen, conversation).await
}

/// Closes the conversation of an answer: the next question in its place begins a new one.
pub async fn close(services: &Services, actor: &Actor, answer: &Id) -> Result<(), Error> {
    let (_, conversation) = pressable(services, actor, answer).await?;
    let now = services.now();
    let mut tx = services.db.begin().await?;
    // Closed before: that is what was wanted.
    if !store::close(&mut tx, &conversation.id, &conversation.user_id, now).await? {
        return Ok(());
    }
    let entry = audit::entry_by(
        actor,
        audit::CHAT_CONVERSATION_CLOSE,
        "chat_conversation",
        conversation.id.as_str(),
        now,
    );
    log::create_many(&mut tx, &[entry]).await?;
    Ok(tx.commit().await?)
}
