//! What a question refers to: the conversation that it goes on with, and what it quotes.

use slimy_store::{
    Id,
    chat::{self as store, Conversation, Role},
};
use slimy_words::{Words, say};

use super::{
    super::{Author, Quote},
    Question,
};
use crate::{Error, Services, rights::Actor};

/// What is quoted, and whose it is.
pub(in crate::chat) struct Quoted {
    pub(in crate::chat) quote: Option<Quote>,
    pub(in crate::chat) author: Option<Author>,
}

impl Quoted {
    /// What was handed in with the question.
    pub(in crate::chat) fn of(question: &Question) -> Self {
        Self {
            quote: question.quoted.clone(),
            author: question.author.clone(),
        }
    }

    /// A stored answer of the bot's to `owner`: as it was said, rather than as it is shown.
    pub(in crate::chat) fn answer(words: Words, text: String, owner: Id) -> Self {
        let author = say!(words, "chat-quoted-bot");
        Self {
            quote: Some(Quote { author, text }),
            author: Some(Author::Answered(owner)),
        }
    }
}

/// The conversation that goes on, if one does, and what is quoted.
pub(super) async fn find(
    services: &Services,
    actor: &Actor,
    question: &Question,
) -> Result<(Option<Conversation>, Quoted), Error> {
    let db = &services.db;
    let mut quoted = Quoted::of(question);
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
            quoted.quote = quoted.quote.filter(|_| existing.is_none());
            return Ok((existing, quoted));
        }
        if message.role == Role::Assistant {
            quoted = Quoted::answer(question.words, message.content, found.user_id);
        }
    }
    if question.fresh {
        return Ok((None, quoted));
    }
    let channel = &question.place.channel_id;
    let current = store::find_current(db, &actor.user_id, channel, question.private).await?;
    Ok((current.filter(is_here), quoted))
}
