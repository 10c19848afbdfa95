//! The end of a person's data.

use super::pieces::{Owner, TRIES, delete_in_pieces, delete_rest};
use super::{ACTION, Deleted, record};
use crate::audit::{self, NewAuditEntry};
use crate::engine::sql;
use crate::{Db, Id, StoreError, Timestamp, users};

/// Deletes a person: sessions, conversations with their messages and files, what they said to the notice about chat, their books of
/// tokens, memberships and analyses go;
/// audit entries stay without the person's id. Says how many rows that were; none when there
/// is no such person (any more). After an error or a crash the same call does what is left,
/// and counts that alone.
///
/// Who keeps the person's key in memory has to forget it.
pub async fn delete_user(db: &Db, id: &Id, at: Timestamp) -> Result<Deleted, StoreError> {
    let mut deleted = Deleted::default();
    if users::find(db, id).await?.is_none() {
        return Ok(deleted);
    }
    delete_in_pieces(db, Owner::User(id), at, &mut deleted).await?;
    deleted.add("audit_logs", erase(db, id, at).await?);
    let mut tries = 1;
    loop {
        match finish(db, id, at, &deleted).await {
            Err(StoreError::Busy) if tries < TRIES => tries += 1,
            outcome => return outcome,
        }
    }
}

/// Takes the person out of the record, again when other writers are in the way. What was taken
/// out before a failure is not counted.
async fn erase(db: &Db, id: &Id, at: Timestamp) -> Result<u64, StoreError> {
    let mut tries = 1;
    loop {
        match audit::erase_person(db, id, at).await {
            Err(StoreError::Busy) if tries < TRIES => tries += 1,
            outcome => return outcome,
        }
    }
}

/// The last transaction: what came in meanwhile, the row itself, and the entry about it.
async fn finish(db: &Db, id: &Id, at: Timestamp, before: &Deleted) -> Result<Deleted, StoreError> {
    let mut deleted = before.clone();
    let mut tx = db.begin().await?;
    // Holds on to the row: from here on nothing new can belong to it.
    let erased = audit::erase_rest(&mut tx, id, at).await?;
    deleted.add("audit_logs", erased);
    delete_rest(&mut tx, Owner::User(id), at, &mut deleted).await?;
    let gone = sql("DELETE FROM users WHERE id = $1")
        .bind(id)
        .execute(&mut &mut tx)
        .await?;
    if gone == 0 {
        // Another call was first, and has written the entry.
        tx.rollback().await?;
        return Ok(before.clone());
    }
    deleted.add("users", gone);
    audit::close_erase(&mut tx).await?;
    let entry = NewAuditEntry::new(ACTION, "user", "erased", at);
    record(&mut tx, entry, &deleted).await?;
    tx.commit().await?;
    Ok(deleted)
}
