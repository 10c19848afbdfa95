//! Reading a conversation, page by page, from its newest message back.

use std::collections::HashMap;

use slimy_store::{
    Cursor, PageRequest,
    chat::{self as store, Message, MessageStatus, Role},
};

use super::{Kept, kept, row};
use crate::{Error, Id, Services, Timestamp, rights::Actor};

/// Messages on one page: with a thousand characters of each they fit into one of Discord's.
const PAGE: usize = 5;

/// Which page of a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At<'a> {
    /// The newest messages.
    Newest,
    /// Those before the message with this key.
    OlderThan(&'a Id),
    /// Those behind it.
    NewerThan(&'a Id),
    /// The message itself, with what was said round it.
    Message(&'a Id),
}

/// A page of a conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The conversation.
    pub conversation: Kept,
    /// What was said, in the order in which it was said; of each place the chosen answer.
    pub messages: Vec<Said>,
    /// The key of the message behind which newer ones follow, when there are any.
    pub newer: Option<Id>,
    /// The key of the message before which there are older ones, when there are any.
    pub older: Option<Id>,
}

/// Something that was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// `chat_messages.id`.
    pub id: Id,
    /// Who spoke.
    pub role: Role,
    /// The model that spoke, by its own name.
    pub model: Option<String>,
    /// Markdown, as it came.
    pub text: String,
    /// How far it got.
    pub status: MessageStatus,
    /// When.
    pub at: Timestamp,
    /// Which of the answers to its question it is, from 1.
    pub answer: usize,
    /// How many there are.
    pub answers: usize,
    /// The names of the files that were attached.
    pub files: Vec<String>,
}

/// A page of the conversation `id`.
pub async fn open(
    services: &Services,
    actor: &Actor,
    id: &Id,
    at: At<'_>,
) -> Result<Opened, Error> {
    let conversation = row(services, actor, id).await?;
    let (db, owner) = (&services.db, &actor.user_id);
    let request = match at {
        At::Newest => PageRequest::first(PAGE),
        At::OlderThan(message) => PageRequest::after(PAGE, place(message)),
        At::NewerThan(message) => PageRequest::before(PAGE, place(message)),
        At::Message(message) => {
            // With the answer, when it is a question.
            let behind = PageRequest::before(2, place(message));
            let behind = store::messages(db, id, owner, &behind).await?;
            match behind.items.as_slice() {
                [second, _first] => PageRequest::after(PAGE, place(&second.id)),
                _ => PageRequest::first(PAGE),
            }
        }
    };
    let mut page = store::messages(db, id, owner, &request).await?;
    if page.items.is_empty() && at != At::Newest {
        page = store::messages(db, id, owner, &PageRequest::first(PAGE)).await?;
    }
    page.items.reverse();
    let messages = said(services, actor, id, page.items).await?;
    Ok(Opened {
        conversation: kept(services, actor, conversation).await?,
        messages,
        newer: page.previous.map(|cursor| cursor.id),
        older: page.next.map(|cursor| cursor.id),
    })
}

/// A page of messages goes on from the message alone, whatever its time.
fn place(message: &Id) -> Cursor {
    Cursor {
        at: Timestamp::from_micros(0).unwrap_or_else(|| unreachable!("1970 is in the calendar")),
        id: message.clone(),
    }
}

async fn said(
    services: &Services,
    actor: &Actor,
    id: &Id,
    messages: Vec<Message>,
) -> Result<Vec<Said>, Error> {
    let (Some(first), Some(last)) = (messages.first(), messages.last()) else {
        return Ok(Vec::new());
    };
    let (first, last) = (first.position, last.position);
    let (db, owner) = (&services.db, &actor.user_id);
    let counts = store::count_answers(db, id, owner, first, last).await?;
    let counts: HashMap<i64, i64> = counts
        .into_iter()
        .map(|place| (place.position, place.answers))
        .collect();
    let mut files: HashMap<Id, Vec<String>> = HashMap::new();
    for file in store::attachments(db, id, owner, first, last).await? {
        let names = files.entry(file.message_id).or_default();
        names.push(file.file_name);
    }
    let count = |number: i64| usize::try_from(number).unwrap_or(0);
    let said = messages.into_iter().map(|message| Said {
        files: files.remove(&message.id).unwrap_or_default(),
        answer: count(message.alternative) + 1,
        answers: counts.get(&message.position).map_or(1, |all| count(*all)),
        id: message.id,
        role: message.role,
        model: message.model,
        text: message.content,
        status: message.status,
        at: message.created_at,
    });
    Ok(said.collect())
}
