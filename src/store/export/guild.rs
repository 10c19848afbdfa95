//! What is exported of a guild, in which order.

use std::collections::VecDeque;

use super::club::Of;
use super::{
    After, Guild, Member, Record, audit, club, history, is_full, page_rows, settings, usage,
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
    Guild,
    Settings(settings::At),
    /// After the person with this key.
    Members(Id),
    /// After the line of the book of tokens with this key.
    Usage(Id),
    Analyses(After),
    History(history::At),
    Entries(After),
}

impl Stage {
    pub(super) fn begin(id: Id) -> Self {
        Self { id, at: At::Guild }
    }

    /// The next records, and the stage after them; none at the end.
    pub(super) async fn read(
        &self,
        db: &Db,
    ) -> Result<(VecDeque<Record>, Option<Self>), StoreError> {
        let (records, next) = match &self.at {
            At::Guild => {
                let guild = guild(db, &self.id).await?;
                let next = guild
                    .is_some()
                    .then_some(At::Settings(settings::At::RevisionsOf(0)));
                (guild.into_iter().map(Record::Guild).collect(), next)
            }
            At::Settings(at) => {
                let (records, next) = settings::of_guild(db, &self.id, at).await?;
                let next = next.map_or(At::Members(Id::lowest()), At::Settings);
                (records, Some(next))
            }
            At::Members(after) => {
                let found = members(db, &self.id, after).await?;
                let next = match found.last() {
                    Some(last) if is_full(found.len()) => At::Members(last.user_id.clone()),
                    _ => At::Usage(Id::lowest()),
                };
                (found.into_iter().map(Record::Member).collect(), Some(next))
            }
            At::Usage(after) => {
                let found = usage::of_guild(db, &self.id, after).await?;
                let next = match found.last() {
                    Some(last) if is_full(found.len()) => At::Usage(last.id.clone()),
                    _ => At::Analyses(After::begin()),
                };
                (found.into_iter().map(Record::Usage).collect(), Some(next))
            }
            At::Analyses(after) => {
                let (records, next) = club::read(db, Of::Guild(&self.id), after).await?;
                let next = next.map_or(At::History(history::At::begin()), At::Analyses);
                (records, Some(next))
            }
            At::History(at) => {
                let (records, next) = history::of_guild(db, &self.id, at).await?;
                let next = next.map_or(At::Entries(After::begin()), At::History);
                (records, Some(next))
            }
            At::Entries(after) => {
                let (records, next) = audit::of_guild(db, &self.id, after).await?;
                (records, next.map(At::Entries))
            }
        };
        let next = next.map(|at| Self {
            id: self.id.clone(),
            at,
        });
        Ok((records, next))
    }
}

async fn guild(db: &Db, id: &Id) -> Result<Option<Guild>, StoreError> {
    let mut on = db;
    sql(
        "SELECT id, discord_id, name, settings, created_at, updated_at, left_at
         FROM guilds WHERE id = $1",
    )
    .bind(id)
    .fetch_optional(&mut on)
    .await
}

async fn members(db: &Db, id: &Id, after: &Id) -> Result<Vec<Member>, StoreError> {
    let mut on = db;
    sql("SELECT id, user_id, guild_id, roles, created_at, updated_at
         FROM user_guilds WHERE guild_id = $1 AND user_id > $2 ORDER BY user_id LIMIT $3")
    .bind(id)
    .bind(after)
    .bind(page_rows())
    .fetch_all(&mut on)
    .await
}
