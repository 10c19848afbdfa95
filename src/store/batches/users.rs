//! Many people at once.

use std::collections::HashMap;

use super::{Progress, insert};
use crate::engine::{Value, sql};
use crate::users::NewUser;
use crate::{Db, Id, StoreError, Timestamp, Tx, limits};

/// Writes people down as they are now, all or none. Of several with the same Discord id the
/// last counts. Says how many those were.
pub async fn users(
    db: &Db,
    users: &[NewUser],
    at: Timestamp,
    on_progress: impl FnMut(Progress) + Send,
) -> Result<u64, StoreError> {
    // One statement cannot write the same row twice.
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut each: Vec<&NewUser> = Vec::new();
    for user in users {
        let place = *places.entry(&user.discord_id).or_insert(each.len());
        match each.get_mut(place) {
            Some(known) => *known = user,
            None => each.push(user),
        }
    }
    // In one order, so that of two batches with the same people neither waits for a row that
    // the other one is about to write.
    each.sort_by(|one, other| one.discord_id.cmp(&other.discord_id));
    let chunk = limits::ROWS_PER_STATEMENT;
    insert(
        db,
        &each,
        chunk,
        |tx, some| Box::pin(upsert(tx, some, at)),
        on_progress,
    )
    .await
}

async fn upsert(mut tx: &mut Tx, users: &[&NewUser], at: Timestamp) -> Result<u64, StoreError> {
    let rows = users.iter().map(|user| {
        vec![
            Value::from(Id::new()),
            Value::from(&user.discord_id),
            Value::from(user.username.as_ref()),
            Value::from(user.global_name.as_ref()),
            Value::from(user.avatar.as_ref()),
            Value::from(at),
            Value::from(at),
        ]
    });
    sql(
        "INSERT INTO users (id, discord_id, username, global_name, avatar, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (discord_id) DO UPDATE SET
             username = excluded.username,
             global_name = excluded.global_name,
             avatar = excluded.avatar,
             updated_at = excluded.updated_at",
    )
    .rows(rows)
    .execute_expecting(users.len(), &mut tx)
    .await?;
    Ok(users.len() as u64)
}
