//! A question becomes a turn: checked, copied, paid for, stored, and only then answered.

use std::sync::Arc;

use serde_json::json;
use slimy_store::{
    Id, Tx,
    audit::{self as log, NewAuditEntry},
    chat::{self as store, Conversation, NewConversation, NewMessage, NewPost, Role},
};
use slimy_words::{Words, say};
use tokio::sync::watch;

use super::{
    Chat, Counter, Draft, Fault, Link, Quote, Turn, access,
    access::refused,
    afford,
    attach::{self, Copied},
    consent,
    history::Spot,
    pay,
    prompt::{self, Plan},
    run::{self, Job},
    running::{Claim, Corner},
    setup::{chat, open},
    source::Source,
    title, unkept,
};
use crate::{Error, Services, UserError, audit, rights::Actor, settings::GuildSettings};

/// Who speaks in a quoted answer of the bot's.
pub(super) const BOT: &str = "the assistant, to somebody else";
/// More characters have no message and no option of Discord's; what is longer is refused before it
/// costs anything.
const LONGEST_QUESTION: usize = 8_000;
/// Answers to one person that are on their way at once, each in another conversation.
const AT_ONCE: usize = 3;

/// What somebody asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Their words; may be empty where they quote or attach something.
    pub text: String,
    /// The words of somebody else that they ask about: data, never instructions.
    pub quoted: Option<Quote>,
    /// What they attached, at most [`MAX_FILES`](super::MAX_FILES).
    pub files: Vec<Link>,
    /// Where.
    pub place: Place,
    /// Whether only they see it. What is private and what is not are never one conversation.
    pub private: bool,
    /// Whether a new conversation is to begin.
    pub fresh: bool,
    /// Discord's id of their own message, where they wrote one.
    pub discord_message_id: Option<String>,
    /// Discord's id of the message that they reply to, whosever it is.
    pub in_reply_to: Option<String>,
    /// Which way they ask.
    pub way: Way,
    /// What is said in their place where they say nothing, and what a conversation without a word
    /// is called. It is kept, so it is as people read it who see the answer.
    pub words: Words,
}

/// Where somebody asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Discord's id of the channel or thread.
    pub channel_id: String,
    /// Of a thread, Discord's id of its channel.
    pub parent_id: Option<String>,
}

/// Which way somebody asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// `/chat`.
    Command,
    /// A message that mentions the bot.
    Mention,
    /// A reply to an answer.
    Reply,
    /// A direct message.
    Direct,
    /// The menu of a message.
    Menu,
}

impl Way {
    /// A stable name for the audit log.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Command => "command",
            Self::Mention => "mention",
            Self::Reply => "reply",
            Self::Direct => "direct",
            Self::Menu => "menu",
        }
    }
}

impl Place {
    /// The persona's channel: a thread has its channel's.
    pub(super) fn of_persona(&self) -> &str {
        self.parent_id.as_deref().unwrap_or(&self.channel_id)
    }
}

/// Everything of a turn that is known before it is stored.
pub(super) struct Ready<'a> {
    pub(super) chat: &'a Chat,
    pub(super) counter: Counter,
    pub(super) settings: GuildSettings,
    existing: Option<Conversation>,
    claim: Option<Claim>,
    pub(super) text: String,
    pub(super) copied: Vec<Copied>,
}

/// A question that is stored, with its answer's row.
struct Stored {
    conversation: Conversation,
    question: Id,
    position: i64,
    answer: Id,
}

/// Asks. What is refused leaves nothing behind; what is not is stored before the model is asked,
/// and answered whether or not anybody watches. Of somebody who has not accepted that, nothing is
/// stored.
pub async fn ask(
    services: &Arc<Services>,
    actor: &Actor,
    question: Question,
) -> Result<Turn, Error> {
    let heard = question.discord_message_id.clone();
    let asked = Box::pin(turn(services, actor, question)).await;
    if let (Err(Error::User(UserError::Chat(Fault::StillAnswering))), Some(id)) = (&asked, heard)
        && (store::find_by_post(&services.db, &id).await?.is_some()
            || store::is_heard(&services.db, &id).await?)
    {
        // It is this very message that is being answered.
        return Err(refused(Fault::HeardElsewhere));
    }
    asked
}

async fn turn(services: &Arc<Services>, actor: &Actor, question: Question) -> Result<Turn, Error> {
    let chat = chat(services)?;
    open(chat)?;
    let settings = access::check(services, actor, &question.place).await?;
    let text = words(&question)?;
    let corner = Corner::Place {
        user: actor.user_id.clone(),
        channel: question.place.channel_id.clone(),
        private: question.private,
    };
    let busy = || refused(Fault::StillAnswering);
    // Held until the turn is stored, or has ended.
    let asking = chat.running.claim(corner).ok_or_else(busy)?;
    // From here on it goes on as it began.
    let is_kept = consent::is_given(services, &actor.user_id).await?;
    let (existing, quoted) = if is_kept {
        find(services, actor, &question).await?
    } else {
        (None, unkept::quoted(services, actor, &question).await?)
    };
    let claim = match &existing {
        Some(existing) => Some(claim(services, chat, &existing.id).await?),
        None => None,
    };
    not_too_many(chat, actor)?;
    let now = services.now();
    chat.cooldown.pass(&actor.user_id, now).map_err(refused)?;

    let counter = chat.counter().await;
    let mut copied = Vec::new();
    copied.extend(quoted.map(|quote| attach::quoted(&quote, counter)));
    copied.extend(files(services, chat, actor, &question, &settings).await?);
    let ready = Ready {
        chat,
        counter,
        settings,
        existing,
        claim,
        text,
        copied,
    };
    if is_kept {
        begin(services, actor, question, ready).await
    } else {
        unkept::begin(services, actor, question, ready, asking).await
    }
}

/// Copies the files of the question, as far as there is budget for it: those of one question of a
/// person at a time.
async fn files(
    services: &Services,
    chat: &Chat,
    actor: &Actor,
    question: &Question,
    settings: &GuildSettings,
) -> Result<Vec<Copied>, Error> {
    if question.files.is_empty() {
        return Ok(Vec::new());
    }
    let place = chat.running.claim(Corner::Files(actor.user_id.clone()));
    let _place = place.ok_or_else(|| refused(Fault::StillAnswering))?;
    let budget = pay::budget(chat, actor, settings);
    afford::check(services, chat, actor, budget, &question.files).await?;
    attach::copy(services, chat, &question.files, chat.sees()).await
}

/// Composes, reserves, stores and starts a turn.
async fn begin(
    services: &Arc<Services>,
    actor: &Actor,
    question: Question,
    ready: Ready<'_>,
) -> Result<Turn, Error> {
    let chat = ready.chat;
    let tokens = ready.counter.count(&ready.text);
    let spot = ready.existing.as_ref().map(|existing| Spot {
        conversation: existing.id.clone(),
        owner: actor.user_id.clone(),
        position: i64::MAX,
    });
    let plan = Plan::new(actor, &ready.settings, question.place.of_persona());
    let room = chat.setup.context_tokens;
    let context = prompt::new(
        services,
        chat,
        &plan,
        spot,
        (&ready.text, tokens, &ready.copied),
        room,
    )
    .await?;
    let first = &chat.setup.first.model;
    let budget = pay::budget(chat, actor, &ready.settings);
    let prompt = context.tokens + plan.tokens(ready.counter);
    let paid = pay::reserve(services, chat, actor, budget, first, prompt).await?;

    let answer = Id::new();
    let (sender, draft) = watch::channel(Draft::waiting());
    let seat = chat.running.enter(&answer, &actor.user_id, draft.clone());
    let files = ready.copied.len();
    let stored = store(services, actor, &question, ready, (tokens, answer)).await;
    let (stored, settings, claim) = match stored {
        Ok(stored) => stored,
        Err(error) => {
            pay::release(services, &paid).await;
            return Err(error);
        }
    };
    tracing::debug!(answer = %stored.answer, files, tokens = context.tokens, "a turn begins");
    let claim = claim.or_else(|| {
        let corner = Corner::Conversation(stored.conversation.id.clone());
        chat.running.claim(corner)
    });
    let left_out = context.left_out;
    let job = Job {
        actor: actor.clone(),
        source: Source::Kept {
            spot: Spot {
                conversation: stored.conversation.id.clone(),
                owner: actor.user_id.clone(),
                position: stored.position,
            },
            question: stored.question.clone(),
        },
        answer: stored.answer.clone(),
        private: question.private,
        alternative: (0, 1),
        plan,
        budget,
    };
    run::start(services, job, (context, paid), sender, seat, claim);
    Ok(Turn {
        conversation: stored.conversation.id,
        question: stored.question,
        answer: stored.answer,
        title: stored.conversation.title,
        private: question.private,
        left_out,
        streams: settings.chat.streaming,
        is_kept: true,
        draft,
    })
}

/// The words of the question, never empty.
fn words(question: &Question) -> Result<String, Error> {
    let text = question.text.replace('\0', "");
    let text = text.trim();
    if text.chars().count() > LONGEST_QUESTION {
        return Err(refused(Fault::TooLong));
    }
    let has_more = question.quoted.is_some() || !question.files.is_empty();
    match text {
        "" if !has_more => Err(refused(Fault::Empty)),
        "" if question.files.is_empty() => Ok(say!(question.words, "chat-what-of-quote")),
        "" => Ok(say!(question.words, "chat-what-of-file")),
        text => Ok(text.to_owned()),
    }
}

/// The conversation that goes on, if one does, and what is quoted.
async fn find(
    services: &Services,
    actor: &Actor,
    question: &Question,
) -> Result<(Option<Conversation>, Option<Quote>), Error> {
    let db = &services.db;
    let mut quoted = question.quoted.clone();
    let replied = match &question.in_reply_to {
        Some(id) => store::find_by_post(db, id).await?,
        None => None,
    };
    let is_here = |found: &Conversation| {
        found.private == question.private && found.guild_id.as_ref() == actor.guild_id()
    };
    if let Some(message) = replied
        && let Some(owner) = &message.user_id
        && let Some(found) = store::find_conversation(db, &message.conversation_id, owner).await?
        && is_here(&found)
    {
        if found.user_id == actor.user_id {
            // What one's own conversation has already is not quoted once more.
            let existing = Some(found).filter(|_| !question.fresh);
            return Ok((existing.clone(), quoted.filter(|_| existing.is_none())));
        }
        if message.role == Role::Assistant {
            // As it was said, rather than as it is shown.
            quoted = Some(Quote {
                author: BOT.to_owned(),
                text: message.content,
            });
        }
    }
    if question.fresh {
        return Ok((None, quoted));
    }
    let channel = &question.place.channel_id;
    let current = store::find_current(db, &actor.user_id, channel, question.private).await?;
    Ok((current.filter(is_here), quoted))
}

/// Holds a conversation for one turn.
pub(super) async fn claim(
    services: &Services,
    chat: &Chat,
    conversation: &Id,
) -> Result<Claim, Error> {
    let busy = || refused(Fault::StillAnswering);
    let corner = Corner::Conversation(conversation.clone());
    let claim = chat.running.claim(corner).ok_or_else(busy)?;
    // Another process may be at it.
    match store::find_streaming(&services.db, conversation).await? {
        None => Ok(claim),
        Some(_) => Err(busy()),
    }
}

/// Refuses who has several answers on their way already, each in another place.
pub(super) fn not_too_many(chat: &Chat, actor: &Actor) -> Result<(), Error> {
    if chat.running.count_of(&actor.user_id) < AT_ONCE {
        return Ok(());
    }
    Err(refused(Fault::StillAnswering))
}

/// Writes the turn down: the conversation, the question with its files, the answer that is about
/// to come, and who did what.
async fn store(
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
        ..
    } = ready;
    let mut tx = services.db.begin().await?;
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
    let rows: Vec<_> = copied.into_iter().map(|copy| copy.row(&said.id)).collect();
    store::create_attachments(&mut tx, &rows, now).await?;
    if !rows.is_empty() {
        let (owner, most) = (&actor.user_id, attach::BYTES_PER_PERSON);
        store::drop_oldest_files(&mut tx, owner, most, attach::DROPPED).await?;
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
pub(super) fn closing(
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
