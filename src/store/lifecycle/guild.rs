//! The end of a guild's data.

use super::pieces::{Owner, TRIES, delete_in_pieces, delete_rest};
use super::{ACTION, Deleted, record};
use crate::audit::NewAuditEntry;
use crate::engine::sql;
use crate::{Db, Id, StoreError, Timestamp, guilds, guilds::Guild};

/// Deletes a guild: its analyses, its chat, its members and its settings go; audit entries
/// stay. Says how many rows that were; none when there is no such guild (any more). After an
/// error or a crash the same call does what is left, and counts that alone.
///
/// Who keeps the guild's key in memory has to forget it.
pub async fn delete_guild(db: &Db, id: &Id, at: Timestamp) -> Result<Deleted, StoreError> {
    let mut deleted = Deleted::default();
    if guilds::find(db, id).await?.is_none() {
        return Ok(deleted);
    }
    delete_in_pieces(db, Owner::Guild(id), at, &mut deleted).await?;
    let mut tries = 1;
    loop {
        match finish(db, id, at, &deleted).await {
            Err(StoreError::Busy) if tries < TRIES => tries += 1,
            outcome => return outcome,
        }
    }
}

/// Deletes a guild that the bot left before `before`, as [`delete_guild`] does; none when it has
/// come back, or was not left then.
///
/// Whether it has is asked in the transaction that takes the guild's row out of its way: who comes
/// back before that keeps everything, and who comes back after it begins anew. From there on the
/// deletion is made, by this call or, if it is broken off, by the next one.
pub async fn delete_guild_left_before(
    db: &Db,
    id: &Id,
    before: Timestamp,
    at: Timestamp,
) -> Result<Option<Deleted>, StoreError> {
    let claimed = sql("UPDATE guilds SET discord_id = 'deleted ' || id
         WHERE id = $1 AND left_at < $2")
    .bind(id)
    .bind(before)
    .execute(&mut &*db)
    .await?;
    if claimed == 0 {
        return Ok(None);
    }
    delete_guild(db, id, at).await.map(Some)
}

/// Whether [`delete_guild_left_before`] has taken this row: nobody comes back to it, and what is
/// left of it is still to go. Discord knows no guild by the id that the row has since.
pub fn is_begun(guild: &Guild) -> bool {
    guild.discord_id == format!("deleted {}", guild.id)
}

/// The last transaction: what came in meanwhile, the row itself, and the entry about it.
async fn finish(db: &Db, id: &Id, at: Timestamp, before: &Deleted) -> Result<Deleted, StoreError> {
    let mut deleted = before.clone();
    let mut tx = db.begin().await?;
    // A row that is being written holds on to the key of its guild's row. Only a change of a
    // key waits for that on PostgreSQL, and makes later rows wait.
    sql("UPDATE guilds SET discord_id = 'deleted ' || id WHERE id = $1")
        .bind(id)
        .execute(&mut &mut tx)
        .await?;
    delete_rest(&mut tx, Owner::Guild(id), at, &mut deleted).await?;
    let gone = sql("DELETE FROM guilds WHERE id = $1")
        .bind(id)
        .execute(&mut &mut tx)
        .await?;
    if gone == 0 {
        // Another call was first, and has written the entry.
        tx.rollback().await?;
        return Ok(before.clone());
    }
    deleted.add("guilds", gone);
    let entry = NewAuditEntry {
        guild_id: Some(id.clone()),
        ..NewAuditEntry::new(ACTION, "guild", id.as_str(), at)
    };
    record(&mut tx, entry, &deleted).await?;
    tx.commit().await?;
    Ok(deleted)
}
