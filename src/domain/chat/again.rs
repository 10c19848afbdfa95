//! Another answer to a question that has one; the earlier one stays to page back to.

use std::sync::Arc;

use slimy_store::{chat as store, limits};
use tokio::sync::watch;

use super::{
    Draft, Fault, Place, Turn, access,
    access::{in_its_place, pressable, refused},
    ask::{claim, not_too_many},
    consent,
    history::Spot,
    pay,
    prompt::{self, Plan},
    run::{self, Job},
    setup::{chat, open},
    source::Source,
};
use crate::{Error, Id, Services, rights::Actor};

/// Asks the same question anew, with what stood before it. Whoever presses pays.
pub async fn again(
    services: &Arc<Services>,
    actor: &Actor,
    answer: &Id,
    place: Place,
) -> Result<Turn, Error> {
    let chat = chat(services)?;
    open(chat)?;
    let (message, conversation) = pressable(services, actor, answer).await?;
    in_its_place(
        actor,
        &conversation,
        std::slice::from_ref(&place.channel_id),
    )?;
    // It would be kept where its question is.
    if !consent::is_given(services, &conversation.user_id).await? {
        return Err(consent::Fault::NotKept.into());
    }
    let settings = access::check(services, actor, &place).await?;
    let gone = || refused(Fault::Gone);
    let question = message.parent_id.clone().ok_or_else(gone)?;
    let claim = claim(services, chat, &conversation.id).await?;
    let before = store::alternatives(&services.db, answer).await?.len();
    if before >= limits::ALTERNATIVES {
        let max = limits::ALTERNATIVES;
        return Err(refused(Fault::TooManyAnswers { max }));
    }
    not_too_many(chat, actor)?;
    let now = services.now();
    chat.cooldown.pass(&actor.user_id, now).map_err(refused)?;

    let asked = store::find_message(&services.db, &question).await?;
    let asked = asked.ok_or_else(gone)?;
    let spot = Spot {
        conversation: conversation.id.clone(),
        owner: conversation.user_id.clone(),
        position: asked.position,
    };
    let mut plan = Plan::new(actor, &settings, place.of_persona());
    // What is looked up stays in the owner's conversation, so only the owner's rights look it up.
    plan.looks &= actor.user_id == conversation.user_id;
    let room = chat.setup.context_tokens;
    let context = prompt::again(services, chat, &plan, &spot, &question, room).await?;
    let first = &chat.setup.first.model;
    let budget = pay::budget(chat, actor, &settings);
    let prompt = context.tokens + plan.tokens(chat.counter().await);
    let paid = pay::reserve(services, chat, actor, budget, first, prompt).await?;

    let (sender, draft) = watch::channel(Draft::waiting());
    let created = async {
        let mut tx = services.db.begin().await?;
        let owner = &conversation.user_id;
        // Claims the conversation's row, so that of two turns in two processes one sees the other's.
        if !store::hold(&mut tx, &conversation.id, owner).await? {
            return Err(gone());
        }
        if store::find_streaming(&mut tx, &conversation.id)
            .await?
            .is_some()
        {
            return Err(refused(Fault::StillAnswering));
        }
        let row = store::create_alternative(&mut tx, answer, first, now).await?;
        if !consent::holds(&mut tx, owner).await? {
            return Err(consent::Fault::NotKept.into());
        }
        let seat = chat.running.enter(&row.id, &actor.user_id, draft.clone());
        tx.commit().await?;
        Ok((row, seat))
    };
    let (row, seat) = match created.await {
        Ok(created) => created,
        Err(error) => {
            pay::release(services, &paid).await;
            return Err(error);
        }
    };
    let left_out = context.left_out;
    let index = usize::try_from(row.alternative).unwrap_or(before);
    let job = Job {
        actor: actor.clone(),
        source: Source::Kept {
            spot,
            question: question.clone(),
            whole: None,
        },
        answer: row.id.clone(),
        private: conversation.private,
        alternative: (index, before + 1),
        plan,
        budget,
    };
    run::start(services, job, (context, paid), sender, seat, Some(claim));
    Ok(Turn {
        conversation: conversation.id,
        question,
        answer: row.id,
        title: conversation.title,
        private: conversation.private,
        left_out,
        streams: settings.chat.streaming,
        is_kept: true,
        draft,
    })
}
