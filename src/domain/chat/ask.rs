//! A question becomes a turn: checked, copied, paid for, stored, and only then answered.

mod quoted;
mod written;

use std::sync::Arc;

use slimy_store::{
    Id,
    chat::{self as store, Conversation},
};
use slimy_words::{Words, say};
use tokio::sync::watch;

use super::{
    Author, Chat, Counter, Draft, Fault, Link, Quote, Turn, access,
    access::refused,
    afford,
    attach::{self, Copied},
    author::Keeping,
    consent,
    history::Spot,
    pay,
    prompt::{self, Plan},
    run::{self, Job},
    running::{Claim, Corner},
    setup::{chat, open},
    source::{self, Source},
    unkept,
};
use crate::{Error, Services, UserError, rights::Actor, settings::GuildSettings};
pub(super) use quoted::Quoted;
use quoted::find;
pub(super) use written::closing;
use written::store;

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
    /// Who wrote what is quoted. Words of nobody known are not kept.
    pub author: Option<Author>,
    /// What they attached, at most [`MAX_FILES`](super::MAX_FILES).
    pub files: Vec<Link>,
    /// Whether the files are the author's, rather than their own.
    pub borrowed: bool,
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
    /// Whether what is the author's of it may be kept.
    keeping: Keeping,
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
    let keeping = match &quoted.author {
        Some(author) if is_kept => author.keeping(services).await?,
        _ => Keeping::No,
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
    copied.extend(quoted.quote.map(|quote| attach::quoted(&quote, counter)));
    let brought = files(services, chat, actor, &question, &settings).await?;
    copied.extend(brought.into_iter().map(|copy| Copied {
        is_theirs: question.borrowed,
        ..copy
    }));
    let ready = Ready {
        chat,
        counter,
        settings,
        existing,
        claim,
        text,
        copied,
        keeping,
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
    // What may not be stored is shown from here for as long as the answer takes.
    let has_theirs = ready.copied.iter().any(|copy| copy.is_theirs);
    let whole = (has_theirs && ready.keeping != Keeping::Yes).then(|| source::Words {
        text: ready.text.clone(),
        tokens,
        copied: ready.copied.clone(),
    });
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
            whole,
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
