//! What is exported about a person, in which order.

use std::collections::VecDeque;

use super::club::Of;
use super::{
    After, Conversation, Member, Record, Session, User, audit, chat, club, history, is_full,
    page_rows, settings, usage,
};
use crate::engine::sql;
use crate::{Db, Id, StoreError};

/// What comes next.
#[derive(Debug)]
pub(super) struct Stage {
    id: Id,
    at: At,
}

#[derive(Debug, Clone)]
enum At {
    User,
    /// After the session with this key.
    Sessions(Id),
    /// After the guild with this key.
    Memberships(Id),
    Settings(settings::At),
    /// After the conversation with this key.
    Conversations(Id),
    /// The messages of the first of these conversations, and then the others.
    Messages(VecDeque<Conversation>, After),
    /// After the file with this key.
    Attachments(Id),
    /// After the line of the book of tokens with this key.
    Usage(Id),
    /// After the reservation with this key.
    Reservations(Id),
    Analyses(After),
    History(history::At),
    EntriesBy(After),
    EntriesAbout(After),
}

impl Stage {
    pub(super) fn begin(id: Id) -> Self {
        Self { id, at: At::User }
    }

    /// The next records, and the stage after them; none at the end.
    pub(super) async fn read(
        &self,
        db: &Db,
    ) -> Result<(VecDeque<Record>, Option<Self>), StoreError> {
        let (records, next) = match &self.at {
            At::User => {
                let user = user(db, &self.id).await?;
                let next = user.is_some().then(|| At::Sessions(Id::lowest()));
                let consent = chat::consent(db, &self.id).await?;
                let records = user.into_iter().map(Record::User);
                (records.chain(consent.map(Record::Consent)).collect(), next)
            }
            At::Sessions(after) => {
                let found = sessions(db, &self.id, after).await?;
                let next = match found.last() {
                    Some(last) if is_full(found.len()) => At::Sessions(last.id.clone()),
                    _ => At::Memberships(Id::lowest()),
                };
                (found.into_iter().map(Record::Session).collect(), Some(next))
            }
            At::Memberships(after) => {
                let found = memberships(db, &self.id, after).await?;
                let next = match found.last() {
                    Some(last) if is_full(found.len()) => At::Memberships(last.guild_id.clone()),
                    _ => At::Settings(settings::At::RevisionsBy(Id::lowest())),
                };
                (found.into_iter().map(Record::Member).collect(), Some(next))
            }
            At::Settings(at) => {
                let (records, next) = settings::of_user(db, &self.id, at).await?;
                let next = next.map_or(At::Conversations(Id::lowest()), At::Settings);
                (records, Some(next))
            }
            At::Conversations(after) => {
                let found = chat::conversations(db, &self.id, after).await?;
                let next = match found.front() {
                    None => At::Attachments(Id::lowest()),
                    Some(_) => At::Messages(found.clone(), After::begin()),
                };
                let first = found.into_iter().take(1).map(Record::Conversation);
                (first.collect(), Some(next))
            }
            At::Messages(of, after) => {
                let (records, next) = messages(db, of, after).await?;
                (records, Some(next))
            }
            At::Attachments(_) | At::Usage(_) | At::Reservations(_) => {
                let (records, next) = used(db, &self.id, &self.at).await?;
                (records, Some(next))
            }
            At::Analyses(after) => {
                let (records, next) = club::read(db, Of::User(&self.id), after).await?;
                let next = next.map_or(At::History(history::At::begin()), At::Analyses);
                (records, Some(next))
            }
            At::History(at) => {
                let (records, next) = history::of_user(db, &self.id, at).await?;
                let next = next.map_or(At::EntriesBy(After::begin()), At::History);
                (records, Some(next))
            }
            At::EntriesBy(after) => {
                let (records, next) = audit::by(db, &self.id, after).await?;
                let next = next.map_or(At::EntriesAbout(After::begin()), At::EntriesBy);
                (records, Some(next))
            }
            At::EntriesAbout(after) => {
                let (records, next) = audit::about(db, &self.id, after).await?;
                (records, next.map(At::EntriesAbout))
            }
        };
        let next = next.map(|at| Self {
            id: self.id.clone(),
            at,
        });
        Ok((records, next))
    }
}

/// A page of the files and the tokens of what was asked, and what comes after it.
async fn used(db: &Db, id: &Id, at: &At) -> Result<(VecDeque<Record>, At), StoreError> {
    Ok(match at {
        At::Attachments(after) => {
            let found = chat::attachments(db, id, after).await?;
            let next = match found.last() {
                Some(last) if found.len() == chat::FILES => At::Attachments(last.id.clone()),
                _ => At::Usage(Id::lowest()),
            };
            (found.into_iter().map(Record::Attachment).collect(), next)
        }
        At::Usage(after) => {
            let found = usage::of_user(db, id, after).await?;
            let next = match found.last() {
                Some(last) if is_full(found.len()) => At::Usage(last.id.clone()),
                _ => At::Reservations(Id::lowest()),
            };
            (found.into_iter().map(Record::Usage).collect(), next)
        }
        At::Reservations(after) => {
            let found = usage::reservations(db, id, after).await?;
            let next = match found.last() {
                Some(last) if is_full(found.len()) => At::Reservations(last.id.clone()),
                _ => At::Analyses(After::begin()),
            };
            (found.into_iter().map(Record::Reservation).collect(), next)
        }
        _ => (VecDeque::new(), At::Analyses(After::begin())),
    })
}

/// A page of the first conversation's messages. After the last of them comes the next
/// conversation itself, and after the last conversation the next page of those.
async fn messages(
    db: &Db,
    of: &VecDeque<Conversation>,
    after: &After,
) -> Result<(VecDeque<Record>, At), StoreError> {
    let Some(conversation) = of.front() else {
        return Ok((VecDeque::new(), At::Attachments(Id::lowest())));
    };
    let (mut records, next) = chat::messages(db, &conversation.id, after).await?;
    if let Some(next) = next {
        return Ok((records, At::Messages(of.clone(), next)));
    }
    let rest: VecDeque<Conversation> = of.iter().skip(1).cloned().collect();
    Ok(match rest.front() {
        Some(following) => {
            records.push_back(Record::Conversation(following.clone()));
            (records, At::Messages(rest, After::begin()))
        }
        None => (records, At::Conversations(conversation.id.clone())),
    })
}

async fn user(db: &Db, id: &Id) -> Result<Option<User>, StoreError> {
    let mut on = db;
    sql(
        "SELECT id, discord_id, username, global_name, avatar, created_at, updated_at
         FROM users WHERE id = $1",
    )
    .bind(id)
    .fetch_optional(&mut on)
    .await
}

async fn sessions(db: &Db, id: &Id, after: &Id) -> Result<Vec<Session>, StoreError> {
    let mut on = db;
    sql("SELECT id, user_id, expires_at, created_at
         FROM sessions WHERE user_id = $1 AND id > $2 ORDER BY id LIMIT $3")
    .bind(id)
    .bind(after)
    .bind(page_rows())
    .fetch_all(&mut on)
    .await
}

async fn memberships(db: &Db, id: &Id, after: &Id) -> Result<Vec<Member>, StoreError> {
    let mut on = db;
    sql("SELECT id, user_id, guild_id, roles, created_at, updated_at
         FROM user_guilds WHERE user_id = $1 AND guild_id > $2 ORDER BY guild_id LIMIT $3")
    .bind(id)
    .bind(after)
    .bind(page_rows())
    .fetch_all(&mut on)
    .await
}
