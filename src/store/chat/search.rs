//! Searching one's own conversations: their titles, and what was said in them.
//!
//! Titles are few and are looked through. Messages are looked through from the newest,
//! [`SIFTED`] of them: who has no more has their answer then, and so has who searches for
//! a common word. Only what is rare among many is left to the index, and there its hits
//! are few, so that sorting them costs nothing. Terms of one or two characters have no
//! index: all of the person's messages are looked through until the page is full.

use super::excerpt::Excerpt;
use super::rows::Conversation;
use crate::engine::{Term, containing, containing_of_owner, sql};
use crate::{Cursor, Executor, Id, Page, PageRequest, StoreError, Timestamp};

/// How many of a person's messages are looked through before the index is asked. That
/// costs 2 ms on SQLite and 1 to 10 ms on PostgreSQL; who has a page of hits among them
/// spares the index from collecting and sorting all the others.
const SIFTED: i64 = 1_000;

/// A title or a message that contains the term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The conversation.
    pub conversation: Conversation,
    /// The key of the message; none when it is the title.
    pub message_id: Option<Id>,
    /// When the message was made, or something was last said under the title.
    pub at: Timestamp,
    /// The hit with some words round it.
    pub excerpt: Excerpt,
}

impl Hit {
    fn cursor(&self) -> Cursor {
        Cursor {
            at: self.at,
            id: self
                .message_id
                .clone()
                .unwrap_or_else(|| self.conversation.id.clone()),
        }
    }
}

/// A page of a person's titles and messages that contain `term`, whatever the case,
/// newest first. Every message counts, also answers that were not chosen; not those that
/// are still coming in, and none of a deleted conversation.
pub async fn search(
    mut on: impl Executor,
    owner: &Id,
    term: &str,
    page: &PageRequest,
) -> Result<Page<Hit>, StoreError> {
    let (newer, from, rows) = page.plan()?;
    let search = Search {
        owner,
        text: term,
        term: Term::new(term)?,
        newer,
        from,
        rows,
    };
    let mut hits = search.titles(&mut on).await?;
    hits.extend(search.messages(&mut on).await?);
    hits.sort_by_cached_key(|hit| {
        let Cursor { at, id } = hit.cursor();
        (at, id)
    });
    if !newer {
        hits.reverse();
    }
    hits.truncate(page.size + 1);
    Ok(Page::of(page, hits, Hit::cursor))
}

/// A person's conversations whose title contains `term`, whatever the case: the newest, at most
/// `limit`.
pub async fn search_titles(
    mut on: impl Executor,
    owner: &Id,
    term: &str,
    limit: usize,
) -> Result<Vec<Conversation>, StoreError> {
    let (newer, from, _) = PageRequest::first(limit).plan()?;
    let search = Search {
        owner,
        text: term,
        term: Term::new(term)?,
        newer,
        from,
        rows: i64::try_from(limit).unwrap_or(0),
    };
    let hits = search.titles(&mut on).await?;
    Ok(hits.into_iter().map(|hit| hit.conversation).collect())
}

/// What is searched for, and from where on.
struct Search<'a> {
    owner: &'a Id,
    text: &'a str,
    term: Term,
    newer: bool,
    from: Cursor,
    rows: i64,
}

/// A message that was found, and its conversation.
#[derive(sqlx::FromRow)]
struct Found {
    #[sqlx(flatten)]
    conversation: Conversation,
    message_id: Id,
    content: String,
    said_at: Timestamp,
}

/// The place of a message among a person's.
#[derive(sqlx::FromRow)]
struct Place {
    created_at: Timestamp,
    id: Id,
}

macro_rules! titles {
    () => {
        "SELECT c.id, c.user_id, c.guild_id, c.channel_id, c.title, c.private, c.last_position,
             c.deleted_at, c.closed_at, c.created_at, c.updated_at
         FROM chat_conversations c
         WHERE c.user_id = $1 AND c.title IS NOT NULL AND c.deleted_at IS NULL"
    };
}

macro_rules! found {
    () => {
        "SELECT c.id, c.user_id, c.guild_id, c.channel_id, c.title, c.private, c.last_position,
             c.deleted_at, c.closed_at, c.created_at, c.updated_at, m.id AS message_id, m.content,
             m.created_at AS said_at"
    };
}

/// SQLite walks a CROSS JOIN from left to right; the other way round it would read
/// everybody's conversations.
macro_rules! sifted {
    () => {
        concat!(
            found!(),
            " FROM chat_messages m CROSS JOIN chat_conversations c
             WHERE m.user_id = $1 AND c.id = m.conversation_id AND c.user_id = $1
             AND c.deleted_at IS NULL"
        )
    };
}

impl Search<'_> {
    async fn titles(&self, on: &mut impl Executor) -> Result<Vec<Hit>, StoreError> {
        let sifted = self.term.sifted();
        let query = if self.newer {
            sql(
                containing!(on, sifted, "$4" in chat_conversations as c, [titles!()],
                [" AND (c.updated_at, c.id) > ($2, $3) ORDER BY c.updated_at, c.id LIMIT $5"]),
            )
        } else {
            sql(
                containing!(on, sifted, "$4" in chat_conversations as c, [titles!()],
                [" AND (c.updated_at, c.id) < ($2, $3)
                 ORDER BY c.updated_at DESC, c.id DESC LIMIT $5"]),
            )
        };
        let found: Vec<Conversation> = query
            .bind(self.owner)
            .bind(self.from.at)
            .bind(&self.from.id)
            .bind(&self.term)
            .bind(self.rows)
            .fetch_all(on)
            .await?;
        Ok(found
            .into_iter()
            .map(|conversation| Hit {
                message_id: None,
                at: conversation.updated_at,
                excerpt: Excerpt::of(conversation.title.as_deref().unwrap_or_default(), self.text),
                conversation,
            })
            .collect())
    }

    async fn messages(&self, on: &mut impl Executor) -> Result<Vec<Hit>, StoreError> {
        let end = if self.term.is_indexed() {
            self.end_of_sifting(on).await?
        } else {
            None
        };
        let mut found = self.sift(on, end.as_ref()).await?;
        let full = i64::try_from(found.len()).is_ok_and(|found| found >= self.rows);
        if end.is_some() && !full {
            found = self.by_index(on).await?;
        }
        Ok(found
            .into_iter()
            .map(|found| Hit {
                excerpt: Excerpt::of(&found.content, self.text),
                conversation: found.conversation,
                message_id: Some(found.message_id),
                at: found.said_at,
            })
            .collect())
    }

    /// The last message that is looked through, where there are more.
    async fn end_of_sifting(&self, on: &mut impl Executor) -> Result<Option<Place>, StoreError> {
        let query = if self.newer {
            sql("SELECT created_at, id FROM chat_messages
                 WHERE user_id = $1 AND (created_at, id) > ($2, $3)
                 ORDER BY created_at, id LIMIT $4")
        } else {
            sql("SELECT created_at, id FROM chat_messages
                 WHERE user_id = $1 AND (created_at, id) < ($2, $3)
                 ORDER BY created_at DESC, id DESC LIMIT $4")
        };
        let mut places: Vec<Place> = query
            .bind(self.owner)
            .bind(self.from.at)
            .bind(&self.from.id)
            .bind(SIFTED + 1)
            .fetch_all(on)
            .await?;
        let more = i64::try_from(places.len()).is_ok_and(|places| places > SIFTED);
        Ok(places.pop().filter(|_| more))
    }

    /// Hits from the cursor up to `end`, or all of them.
    async fn sift(
        &self,
        on: &mut impl Executor,
        end: Option<&Place>,
    ) -> Result<Vec<Found>, StoreError> {
        let sifted = self.term.sifted();
        let query = if self.newer {
            sql(
                containing!(on, sifted, "$4" in chat_messages as m, [sifted!()],
                [" AND (m.created_at, m.id) > ($2, $3) AND (m.created_at, m.id) <= ($5, $6)
                 ORDER BY m.created_at, m.id LIMIT $7"]),
            )
        } else {
            sql(
                containing!(on, sifted, "$4" in chat_messages as m, [sifted!()],
                [" AND (m.created_at, m.id) < ($2, $3) AND (m.created_at, m.id) >= ($5, $6)
                 ORDER BY m.created_at DESC, m.id DESC LIMIT $7"]),
            )
        };
        let last = if self.newer {
            Timestamp::FAR_FUTURE
        } else {
            Timestamp::FAR_PAST
        };
        let (at, id) = end.map_or((last, Id::lowest()), |end| (end.created_at, end.id.clone()));
        query
            .bind(self.owner)
            .bind(self.from.at)
            .bind(&self.from.id)
            .bind(&self.term)
            .bind(at)
            .bind(id)
            .bind(self.rows)
            .fetch_all(on)
            .await
    }

    /// All hits from the cursor on. Their order is made of expressions, because no index
    /// must be walked for it.
    async fn by_index(&self, on: &mut impl Executor) -> Result<Vec<Found>, StoreError> {
        let query = if self.newer {
            sql(containing_of_owner!(
                on,
                [found!()],
                ["CROSS JOIN chat_conversations c"],
                [
                    "AND c.id = m.conversation_id AND c.user_id = $1 AND c.deleted_at IS NULL
                  AND (m.created_at, m.id) > ($2, $3)
                  ORDER BY COALESCE(m.created_at, m.created_at), m.id LIMIT $5"
                ]
            ))
        } else {
            sql(containing_of_owner!(
                on,
                [found!()],
                ["CROSS JOIN chat_conversations c"],
                [
                    "AND c.id = m.conversation_id AND c.user_id = $1 AND c.deleted_at IS NULL
                  AND (m.created_at, m.id) < ($2, $3)
                  ORDER BY COALESCE(m.created_at, m.created_at) DESC, m.id DESC LIMIT $5"
                ]
            ))
        };
        query
            .bind(self.owner)
            .bind(self.from.at)
            .bind(&self.from.id)
            .bind(&self.term)
            .bind(self.rows)
            .fetch_all(on)
            .await
    }
}
