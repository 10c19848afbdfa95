//! Ending what is under way, and what was talked about.

use std::time::Duration;

use serde_json::json;
use slimy_store::{
    Id, audit as log,
    chat::{self as store, MessageStatus},
};

use super::{
    Fault, View,
    access::{in_its_place, pressable, refused, stands},
    ask::closing,
    finish::{entry_without_task, millis},
    recover::length,
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
        // No task of this process is at it. One of another notices when it saves next; what it saved
        // last is kept.
        let Some(ended) = store::stop_one(&mut tx, answer, now).await? else {
            return Err(over());
        };
        let took = now.since(message.created_at);
        store::measure(&mut tx, answer, length(&ended).await, millis(took)).await?;
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
    // Of the place where it is held: who deletes a conversation stops its answer from anywhere.
    let entry = log::NewAuditEntry {
        guild_id: conversation.guild_id.clone(),
        ..audit::with_details(entry, details)
    };
    log::create_many(&mut tx, &[entry]).await?;
    tx.commit().await?;
    let message = store::find_message(&services.db, answer).await?;
    let message = message.ok_or_else(|| refused(Fault::Gone))?;
    view::view(services, message, conversation).await
}

/// How long it is waited for answers of somebody who is about to be deleted: while the database is
/// away, their ends are not stored.
const ENDS_WITHIN: Duration = Duration::from_secs(10);

/// Stops all answers to a person that are on their way here, and waits until they have ended, but
/// not for long. Those of another program notice that their rows are gone.
pub(crate) async fn stop_all_of(services: &Services, user_id: &Id) {
    let Some(chat) = &services.chat else {
        return;
    };
    let stopped = chat.running.stop_all_of(user_id);
    let ended = async {
        for mut draft in stopped {
            while !draft.borrow_and_update().is_over() && draft.changed().await.is_ok() {}
        }
    };
    if tokio::time::timeout(ENDS_WITHIN, ended).await.is_err() {
        tracing::warn!("answers of somebody who is deleted have not ended yet");
    }
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
    let chosen = chosen_beside(services, &message).await?;
    in_its_place(actor, &conversation, &stands(services, &chosen).await?)?;
    let now = services.now();
    let mut tx = db.begin().await?;
    // Asked once more behind the hold: a turn may have begun meanwhile.
    if !store::hold(&mut tx, &conversation.id, &conversation.user_id).await? {
        return Err(refused(Fault::Gone));
    }
    if store::find_streaming(&mut tx, &conversation.id)
        .await?
        .is_some()
    {
        return Err(refused(Fault::StillAnswering));
    }
    let chosen = store::choose_alternative(&mut tx, answer).await?;
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

/// The answer to the same question that stands in Discord.
async fn chosen_beside(services: &Services, message: &store::Message) -> Result<Id, Error> {
    let all = store::alternatives(&services.db, &message.id).await?;
    let chosen = all.into_iter().find(|one| one.chosen);
    Ok(chosen.map_or_else(|| message.id.clone(), |one| one.id))
}

/// Closes the conversation of an answer, and what its person has open where the answer stands: the
/// next question there begins a new one.
pub async fn close(services: &Services, actor: &Actor, answer: &Id) -> Result<(), Error> {
    let (_, conversation) = pressable(services, actor, answer).await?;
    let channels = stands(services, answer).await?;
    in_its_place(actor, &conversation, &channels)?;
    let now = services.now();
    let (id, owner) = (&conversation.id, &conversation.user_id);
    let mut tx = services.db.begin().await?;
    let mut closed = Vec::new();
    // Closed before: that is what was wanted.
    if store::close(&mut tx, id, owner, now).await? {
        closed.push(closing(actor, id, now));
    }
    for channel in channels {
        let more = store::close_in(&mut tx, owner, &channel, conversation.private, now).await?;
        closed.extend(more.iter().map(|id| closing(actor, id, now)));
    }
    log::create_many(&mut tx, &closed).await?;
    Ok(tx.commit().await?)
}
