//! Turns of somebody who has not accepted that what they say is kept: they are answered like all
//! others, and of their words, files and answers nothing reaches the disk. Tokens are counted, and
//! the audit log says that something was asked, and that nothing of it was kept.
//!
//! What is known of such an answer is in this process alone, and only for as long as it comes: it
//! can be watched and stopped, and after a restart there is nothing to recover.

use std::sync::Arc;

use serde_json::json;
use slimy_store::{
    Id, audit as log,
    chat::{self as store, Role},
};
use tokio::sync::watch;

use super::{
    Draft, Fault, Question, Turn,
    access::refused,
    ask::{Quoted, Ready},
    attach::Copied,
    consent, pay,
    prompt::Plan,
    run::{self, Job},
    running::{Claim, Whence},
    setup::chat,
    source::{Source, Words},
};
use crate::{
    Error, Services, audit,
    rights::{Action, Actor, Resource, may},
};

/// What is quoted: what was handed in, or the stored answer that is replied to, as it was said
/// rather than as it is shown.
pub(super) async fn quoted(
    services: &Services,
    actor: &Actor,
    question: &Question,
) -> Result<Quoted, Error> {
    let db = &services.db;
    let replied = match &question.in_reply_to {
        Some(id) => store::find_by_post(db, id).await?,
        None => None,
    };
    if let Some(message) = replied
        && message.role == Role::Assistant
        && let Some(owner) = &message.user_id
        && let Some(found) = store::find_conversation(db, &message.conversation_id, owner).await?
        && found.private == question.private
        && found.guild_id.as_ref() == actor.guild_id()
    {
        return Ok(Quoted::answer(
            question.words,
            message.content,
            found.user_id,
        ));
    }
    Ok(Quoted::of(question))
}

/// Composes, reserves and starts a turn of which nothing is kept. `asking` is held until it has
/// ended: one question at a time in one place.
pub(super) async fn begin(
    services: &Arc<Services>,
    actor: &Actor,
    question: Question,
    ready: Ready<'_>,
    asking: Claim,
) -> Result<Turn, Error> {
    let Ready {
        chat,
        counter,
        settings,
        text,
        copied,
        ..
    } = ready;
    let tokens = counter.count(&text);
    let source = Source::Unkept(Words {
        text,
        tokens,
        copied,
    });
    let plan = Plan::new(actor, &settings, question.place.of_persona());
    let room = chat.setup.context_tokens;
    let context = source.context(services, chat, &plan, room).await?;
    let budget = pay::budget(chat, actor, &settings);
    let prompt = context.tokens + plan.tokens(counter);
    let model = &chat.setup.first.model;
    let paid = pay::reserve(services, chat, actor, budget, model, prompt).await?;

    let answer = Id::new();
    let (sender, draft) = watch::channel(Draft::waiting());
    let whence = Whence {
        guild_id: actor.guild_id().cloned(),
        private: question.private,
    };
    let running = &chat.running;
    let seat = running.enter_unkept(&answer, &actor.user_id, draft.clone(), whence);
    let asked = write(services, actor, &question, &source).await;
    let asked = match asked {
        Ok(asked) => asked,
        Err(error) => {
            pay::release(services, &paid).await;
            return Err(error);
        }
    };
    tracing::debug!(%answer, tokens = context.tokens, "a turn begins of which nothing is kept");
    let left_out = context.left_out;
    let job = Job {
        actor: actor.clone(),
        source,
        answer: answer.clone(),
        private: question.private,
        alternative: (0, 1),
        plan,
        budget,
    };
    run::start(services, job, (context, paid), sender, seat, Some(asking));
    Ok(Turn {
        conversation: Id::new(),
        question: asked,
        answer,
        title: None,
        private: question.private,
        left_out,
        streams: settings.chat.streaming,
        is_kept: false,
        draft,
    })
}

/// Writes that somebody has asked something, and nothing of what; gives the key under which that
/// stands in the audit log. Of two processes that hear one message one does.
async fn write(
    services: &Services,
    actor: &Actor,
    question: &Question,
    source: &Source,
) -> Result<Id, Error> {
    let (now, id) = (services.now(), Id::new());
    let (files, quotes) = match source {
        Source::Unkept(words) => {
            let quotes = words.copied.iter().any(Copied::is_quote);
            (words.copied.len() - usize::from(quotes), quotes)
        }
        Source::Kept { .. } => (0, false),
    };
    let mut tx = services.db.begin().await?;
    if let Some(heard) = &question.discord_message_id
        && !store::hear(&mut tx, heard, now).await?
    {
        tx.rollback().await?;
        return Err(refused(Fault::HeardElsewhere));
    }
    let entry = audit::entry_by(actor, audit::CHAT_MESSAGE, "chat_message", id.as_str(), now);
    let details = json!({
        "role": "user",
        "kept": false,
        "way": question.way.as_str(),
        "private": question.private,
        "files": files,
        "quotes": quotes,
    });
    log::create(&mut tx, &audit::with_details(entry, details)).await?;
    tx.commit().await?;
    Ok(id)
}

/// Stops an answer of which nothing is kept; returns when it has ended.
/// [`consent::Fault::Over`] when it is not on its way (any more).
pub async fn stop_unkept(services: &Services, actor: &Actor, answer: &Id) -> Result<(), Error> {
    let chat = chat(services)?;
    let over = || Error::from(consent::Fault::Over);
    let (asker, whence) = chat.running.unkept(answer).ok_or_else(over)?;
    let shown_in = whence.guild_id.as_ref().filter(|_| !whence.private);
    let shown = Resource::of_person(&asker).seen_in(shown_in);
    if !may(actor, Action::ChatPress, shown) {
        return Err(refused(Fault::NotYours));
    }
    let mut draft = chat.running.stop(answer).ok_or_else(over)?;
    // The sender goes when the end was shown.
    while !draft.borrow_and_update().is_over() && draft.changed().await.is_ok() {}
    let status = draft.borrow().end().map(|end| end.status);
    if status != Some(super::MessageStatus::Stopped) {
        return Err(over());
    }
    let action = audit::CHAT_ANSWER_STOP;
    let entry = audit::entry_by(
        actor,
        action,
        "chat_message",
        answer.as_str(),
        services.now(),
    );
    let entry = audit::with_details(entry, json!({"kept": false, "own": asker == actor.user_id}));
    log::create(&services.db, &entry).await?;
    Ok(())
}
