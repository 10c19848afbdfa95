//! The list of one's conversations, and what is offered of it while one types.

use slimy_store::PageRequest;
use slimy_store::chat::{self as store, ConversationFilter};

use super::{Fault, From, Kept, kept, row};
use crate::{Error, Id, Services, chat::consent, rights::Actor};

/// Conversations on one page of a list: what a phone shows without much scrolling.
const PAGE: usize = 8;

/// Suggestions while one types: as many choices as Discord shows.
const SUGGESTIONS: usize = 25;

/// A page of one's conversations, the one where something was said last first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// The conversations.
    pub items: Vec<Kept>,
    /// The place from which newer ones go on, when there are any.
    pub newer: Option<String>,
    /// The place from which older ones go on, when there are any.
    pub older: Option<String>,
}

/// The conversation `id`, or the one where the actor was last active.
pub async fn find(services: &Services, actor: &Actor, id: Option<&Id>) -> Result<Kept, Error> {
    if let Some(id) = id {
        return kept(services, actor, row(services, actor, id).await?).await;
    }
    let filter = ConversationFilter::of(actor.user_id.clone());
    let newest = PageRequest::first(1);
    let mut newest = store::list_conversations(&services.db, &filter, &newest).await?;
    match newest.items.pop() {
        Some(newest) => kept(services, actor, newest).await,
        None => Err(nothing(services, actor).await?),
    }
}

/// A page of all that the actor has, wherever it is held.
pub async fn list(services: &Services, actor: &Actor, from: From<'_>) -> Result<List, Error> {
    let filter = ConversationFilter::of(actor.user_id.clone());
    let mut page = store::list_conversations(&services.db, &filter, &from.page(PAGE)?).await?;
    if page.items.is_empty() && from != From::Newest {
        // What stood behind the button was deleted.
        let newest = PageRequest::first(PAGE);
        page = store::list_conversations(&services.db, &filter, &newest).await?;
    }
    if page.items.is_empty() {
        return Err(nothing(services, actor).await?);
    }
    Ok(List {
        items: all_kept(services, actor, page.items).await?,
        newer: page.previous.map(|cursor| cursor.to_string()),
        older: page.next.map(|cursor| cursor.to_string()),
    })
}

/// Why the actor has no conversation: none was begun yet, or none is kept.
async fn nothing(services: &Services, actor: &Actor) -> Result<Error, Error> {
    Ok(if consent::is_given(services, &actor.user_id).await? {
        Fault::NothingYet.into()
    } else {
        consent::Fault::NothingKept.into()
    })
}

/// The actor's conversations whose title has `typed` in it, newest first; all of them when nothing
/// is typed.
pub async fn suggest(services: &Services, actor: &Actor, typed: &str) -> Result<Vec<Kept>, Error> {
    let typed = typed.trim();
    let found = if typed.is_empty() {
        let filter = ConversationFilter::of(actor.user_id.clone());
        let newest = PageRequest::first(SUGGESTIONS);
        store::list_conversations(&services.db, &filter, &newest)
            .await?
            .items
    } else if typed.chars().count() > super::MAX_TERM {
        Vec::new()
    } else {
        store::search_titles(&services.db, &actor.user_id, typed, SUGGESTIONS).await?
    };
    all_kept(services, actor, found).await
}

async fn all_kept(
    services: &Services,
    actor: &Actor,
    rows: Vec<store::Conversation>,
) -> Result<Vec<Kept>, Error> {
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        all.push(kept(services, actor, row).await?);
    }
    Ok(all)
}
