//! Any substring of one's titles and messages, with the words round it.

use std::collections::HashMap;

use slimy_store::{
    PageRequest,
    chat::{self as store, Excerpt},
    limits,
};

use super::{Fault, From, Kept, kept};
use crate::{Error, Id, Services, Timestamp, rights::Actor};

/// The longest term, in characters.
pub const MAX_TERM: usize = limits::SEARCH_TERM;

/// Hits on one page.
const PAGE: usize = 6;

/// A page of what was found, newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What was searched for.
    pub term: String,
    /// The hits.
    pub hits: Vec<Hit>,
    /// The place from which newer ones go on, when there are any.
    pub newer: Option<String>,
    /// The place from which older ones go on, when there are any.
    pub older: Option<String>,
}

/// A title or a message that contains the term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The conversation.
    pub conversation: Kept,
    /// The key of the message; none when it is the title.
    pub message: Option<Id>,
    /// When the message was made, or something was last said under the title.
    pub at: Timestamp,
    /// The hit with some words round it.
    pub excerpt: Excerpt,
}

/// A page of the actor's titles and messages that contain `term`, whatever the case.
pub async fn search(
    services: &Services,
    actor: &Actor,
    term: &str,
    from: From<'_>,
) -> Result<Found, Error> {
    let term = checked(term)?;
    let (db, owner) = (&services.db, &actor.user_id);
    let mut page = store::search(db, owner, term, &from.page(PAGE)?).await?;
    if page.items.is_empty() && from != From::Newest {
        page = store::search(db, owner, term, &PageRequest::first(PAGE)).await?;
    }
    let mut hits = Vec::with_capacity(page.items.len());
    let mut known: HashMap<Id, Kept> = HashMap::new();
    for hit in page.items {
        let id = hit.conversation.id.clone();
        let conversation = match known.get(&id) {
            Some(conversation) => conversation.clone(),
            None => kept(services, actor, hit.conversation).await?,
        };
        known.insert(id, conversation.clone());
        hits.push(Hit {
            conversation,
            message: hit.message_id,
            at: hit.at,
            excerpt: hit.excerpt,
        });
    }
    Ok(Found {
        term: term.to_owned(),
        hits,
        newer: page.previous.map(|cursor| cursor.to_string()),
        older: page.next.map(|cursor| cursor.to_string()),
    })
}

pub(super) fn checked(term: &str) -> Result<&str, Fault> {
    let term = term.trim();
    if term.chars().count() > MAX_TERM {
        return Err(Fault::LongSearch { max: MAX_TERM });
    }
    // Marks can be searched for too, but nothing at all is in every text.
    if term.is_empty() {
        return Err(Fault::EmptySearch);
    }
    Ok(term)
}
