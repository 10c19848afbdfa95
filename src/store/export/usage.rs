//! The tokens that were used, and those that are reserved.

use super::{Reservation, Usage, page_rows};
use crate::engine::sql;
use crate::{Db, Id, StoreError};

/// The next lines of a person's book after one, by key.
pub(super) async fn of_user(db: &Db, user_id: &Id, after: &Id) -> Result<Vec<Usage>, StoreError> {
    let mut on = db;
    sql(
        "SELECT id, user_id, NULL AS guild_id, period, used, prompt_tokens, completion_tokens,
             cost_micros, calls, updated_at
         FROM chat_usage_users WHERE user_id = $1 AND id > $2 ORDER BY id LIMIT $3",
    )
    .bind(user_id)
    .bind(after)
    .bind(page_rows())
    .fetch_all(&mut on)
    .await
}

/// The next lines of a guild's book after one, by key.
pub(super) async fn of_guild(db: &Db, guild_id: &Id, after: &Id) -> Result<Vec<Usage>, StoreError> {
    let mut on = db;
    sql(
        "SELECT id, NULL AS user_id, guild_id, period, used, prompt_tokens, completion_tokens,
             cost_micros, calls, updated_at
         FROM chat_usage_guilds WHERE guild_id = $1 AND id > $2 ORDER BY id LIMIT $3",
    )
    .bind(guild_id)
    .bind(after)
    .bind(page_rows())
    .fetch_all(&mut on)
    .await
}

/// The next reservations of a person's calls after one, by key. They are the person's and not
/// the guild's.
pub(super) async fn reservations(
    db: &Db,
    user_id: &Id,
    after: &Id,
) -> Result<Vec<Reservation>, StoreError> {
    let mut on = db;
    sql(
        "SELECT id, user_id, guild_id, model, day, month, tokens, created_at
         FROM chat_reservations WHERE user_id = $1 AND id > $2 ORDER BY id LIMIT $3",
    )
    .bind(user_id)
    .bind(after)
    .bind(page_rows())
    .fetch_all(&mut on)
    .await
}
