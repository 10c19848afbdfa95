//! A turn as it is stored before the model is asked: all of it in one transaction, or none.

use serde_json::json;
use slimy_store::{
    Id, Tx,
    audit::{self as log, NewAuditEntry},
    chat::{self as store, Conversation, NewConversation, NewMessage, NewPost},
};
use slimy_words::say;

use super::{
    super::{
        Fault,
        access::refused,
        attach::{self, Copied},
        author::Keeping,
        consent,
        running::Claim,
        title,
    },
    Question, Ready,
};
use crate::{Error, Services, audit, rights::Actor, settings::GuildSettings};

/// A question that is stored, with its answer's row.
pub(super) struct Stored {
    pub(super) conversation: Conversation,
    pub(super) question: Id,
    pub(super) position: i64,
    pub(super) answer: Id,
}

/// Writes the turn down: the conversation, the question with its files, the answer that is about
/// to come, and who did what.
pub(super) async fn store(
    services: &Services,
    actor: &Actor,
    question: &Question,
    ready: Ready<'_>,
    (tokens, answer): (usize, Id),
) -> Result<(Stored, GuildSettings, Option<Claim>), Error> {
    let now = services.now();
    let Ready {
        chat,
        settings,
        existing,
        claim,
        text,
        copied,
        keeping,
        ..
    } = ready;
    let mut tx = services.db.begin().await?;
    let keeps_theirs = hold(&mut tx, actor, &keeping).await?;
    let created = existing.is_none();
    let mut before = Vec::new();
    let conversation = if let Some(existing) = existing {
        before.extend(moved(actor, question, &existing, now));
        go_on(&mut tx, actor, question, existing, now).await?
    } else {
        if question.fresh {
            let (owner, channel) = (&actor.user_id, &question.place.channel_id);
            let closed = store::close_in(&mut tx, owner, channel, question.private, now).await?;
            before.extend(closed.iter().map(|id| closing(actor, id, now)));
        }
        let new = NewConversation {
            user_id: actor.user_id.clone(),
            guild_id: actor.guild_id().cloned(),
            channel_id: Some(question.place.channel_id.clone()),
            title: Some(title(&text, question.words)).filter(|title| !title.trim().is_empty()),
            private: question.private,
        };
        store::create_conversation(&mut tx, new, now).await?
    };
    let said = NewMessage {
        tokens: Some(i64::try_from(tokens).unwrap_or(i64::MAX)),
        ..NewMessage::question(conversation.id.clone(), actor.user_id.clone(), text, now)
    };
    let said = store::append(&mut tx, said).await?;
    // Asked behind the append, which claims the conversation's row: of two turns in two processes
    // one sees the other's answer.
    if store::find_streaming(&mut tx, &conversation.id)
        .await?
        .is_some()
    {
        return Err(refused(Fault::StillAnswering));
    }
    let what = (copied.len(), copied.iter().any(Copied::is_quote));
    let rows = copied
        .into_iter()
        .map(|copy| copy.row(&said.id, question.words, keeps_theirs));
    let rows: Vec<_> = rows.collect();
    store::create_attachments(&mut tx, &rows, now).await?;
    if !rows.is_empty() {
        let (owner, most) = (&actor.user_id, attach::BYTES_PER_PERSON);
        let dropped = say!(question.words, "chat-file-dropped");
        store::drop_oldest_files(&mut tx, owner, most, &dropped).await?;
    }
    if let Some(discord_message_id) = question.discord_message_id.clone() {
        let post = NewPost {
            discord_message_id,
            message_id: said.id.clone(),
            channel_id: question.place.channel_id.clone(),
            part: 0,
        };
        if !store::claim_post(&mut tx, &post, now).await? {
            return Err(refused(Fault::HeardElsewhere));
        }
    }
    let coming = NewMessage {
        id: answer.clone(),
        ..NewMessage::answer(
            conversation.id.clone(),
            actor.user_id.clone(),
            said.id.clone(),
            chat.setup.first.model.clone(),
            now,
        )
    };
    store::append(&mut tx, coming).await?;
    before.extend(entries(
        actor,
        question,
        (&conversation, created),
        &said,
        what,
    ));
    log::create_many(&mut tx, &before).await?;
    tx.commit().await?;
    let stored = Stored {
        conversation,
        question: said.id,
        position: said.position,
        answer,
    };
    Ok((stored, settings, claim))
}

/// Holds to the end of the transaction what is accepted: whoever took that back while this was
/// prepared finds nothing of theirs afterwards. Refused where the asker did; of the author, says
/// whether what is theirs may be kept.
async fn hold(tx: &mut Tx, actor: &Actor, keeping: &Keeping) -> Result<bool, Error> {
    let author = match keeping {
        Keeping::While(author) => Some(author),
        Keeping::Yes | Keeping::No => None,
    };
    // In the order of their keys: two people may quote each other at the same moment.
    let mut people: Vec<&Id> = author.into_iter().chain([&actor.user_id]).collect();
    people.sort_unstable();
    people.dedup();
    let mut keeps_theirs = *keeping != Keeping::No;
    for person in people {
        if consent::holds(tx, person).await? {
            continue;
        }
        if *person == actor.user_id {
            return Err(refused(Fault::Gone));
        }
        keeps_theirs = false;
    }
    Ok(keeps_theirs)
}

/// Goes on with a conversation: it is open from here on, and stands where it is asked.
async fn go_on(
    tx: &mut Tx,
    actor: &Actor,
    question: &Question,
    existing: Conversation,
    now: slimy_store::Timestamp,
) -> Result<Conversation, Error> {
    let channel = &question.place.channel_id;
    let (id, owner, guild) = (&existing.id, &actor.user_id, actor.guild_id());
    let goes_on = if existing.channel_id.as_ref() == Some(channel) {
        store::reopen(tx, id, owner, now).await?
    } else {
        store::move_here(tx, id, owner, guild, channel, now).await?
    };
    if goes_on {
        Ok(existing)
    } else {
        Err(refused(Fault::Gone))
    }
}

/// What is written of a conversation that goes on in another channel than before.
fn moved(
    actor: &Actor,
    question: &Question,
    existing: &Conversation,
    now: slimy_store::Timestamp,
) -> Option<NewAuditEntry> {
    let channel = &question.place.channel_id;
    if existing.channel_id.as_ref() == Some(channel) {
        return None;
    }
    let action = audit::CHAT_CONVERSATION_MOVE;
    let id = existing.id.as_str();
    let entry = audit::entry_by(actor, action, audit::CHAT_CONVERSATION, id, now);
    let channels = json!({"before": existing.channel_id, "after": channel});
    Some(audit::with_details(entry, json!({"channel": channels})))
}

/// What is written of a conversation that is closed.
pub(in crate::chat) fn closing(
    actor: &Actor,
    conversation: &Id,
    now: slimy_store::Timestamp,
) -> NewAuditEntry {
    let action = audit::CHAT_CONVERSATION_CLOSE;
    let id = conversation.as_str();
    audit::entry_by(actor, action, audit::CHAT_CONVERSATION, id, now)
}

/// What is written of a question: never its words.
fn entries(
    actor: &Actor,
    question: &Question,
    (conversation, created): (&Conversation, bool),
    said: &store::Message,
    (files, quotes): (usize, bool),
) -> Vec<NewAuditEntry> {
    let mut entries = Vec::with_capacity(2);
    if created {
        let id = conversation.id.as_str();
        let entry = audit::entry_by(
            actor,
            audit::CHAT_CONVERSATION_CREATE,
            "chat_conversation",
            id,
            said.created_at,
        );
        let details = json!({"private": conversation.private});
        entries.push(audit::with_details(entry, details));
    }
    let entry = audit::entry_by(
        actor,
        audit::CHAT_MESSAGE,
        "chat_message",
        said.id.as_str(),
        said.created_at,
    );
    let details = json!({
        "role": "user",
        "conversation": conversation.id,
        "way": question.way.as_str(),
        "private": conversation.private,
        "files": files - usize::from(quotes),
        "quotes": quotes,
    });
    entries.push(audit::with_details(entry, details));
    entries
}
