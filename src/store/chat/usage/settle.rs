//! The end of a call: what it used stays in the books, what was reserved goes.

use std::collections::BTreeMap;

use super::books::{self, Change, Periods};
use super::{check_amount, check_model};
use crate::engine::sql;
use crate::{Db, Executor, Id, StoreError, Timestamp, Tx, limits};

/// What a call used.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spent {
    /// The model that answered, where it is another one than was asked.
    pub model: Option<String>,
    /// How many tokens the model was given.
    pub prompt_tokens: i64,
    /// How many tokens the model gave.
    pub completion_tokens: i64,
    /// What that costs, in millionths of a US dollar.
    pub cost_micros: i64,
}

/// What a call that is under way has reserved.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Reservation {
    /// The row's key.
    pub id: Id,
    /// The key of the person who asked; none when they were deleted meanwhile.
    pub user_id: Option<Id>,
    /// The key of the guild; none in a direct message, or when it was deleted meanwhile.
    pub guild_id: Option<Id>,
    /// The model that was asked.
    pub model: String,
    /// The day in whose books it stands.
    pub day: String,
    /// Its month.
    pub month: String,
    /// How many tokens are reserved.
    pub tokens: i64,
    /// When.
    pub created_at: Timestamp,
}

/// Puts what a call used in the place of what it had reserved, in the books of the day when it
/// began. False, and nothing is written, when it was settled or released before.
pub async fn settle(
    tx: &mut Tx,
    id: &Id,
    spent: &Spent,
    at: Timestamp,
) -> Result<bool, StoreError> {
    check_amount("tokens of a call", spent.prompt_tokens)?;
    check_amount("tokens of a call", spent.completion_tokens)?;
    check_amount("the cost of a call", spent.cost_micros)?;
    spent.model.as_deref().map_or(Ok(()), check_model)?;
    let Some(reservation) = end(tx, id).await? else {
        return Ok(false);
    };
    let added = Change {
        back: 0,
        used: spent.prompt_tokens + spent.completion_tokens,
        prompt_tokens: spent.prompt_tokens,
        completion_tokens: spent.completion_tokens,
        cost_micros: spent.cost_micros,
        calls: 1,
    };
    let model = spent.model.as_deref().unwrap_or(&reservation.model);
    write(tx, &reservation, model, &added, at).await?;
    Ok(true)
}

/// Gives back what a call had reserved that was never made. False when it was settled or
/// released before.
pub async fn release(db: &Db, id: &Id, at: Timestamp) -> Result<bool, StoreError> {
    let mut tx = db.begin().await?;
    let Some(reservation) = end(&mut tx, id).await? else {
        tx.rollback().await?;
        return Ok(false);
    };
    let model = reservation.model.as_str();
    write(&mut tx, &reservation, model, &Change::default(), at).await?;
    tx.commit().await?;
    Ok(true)
}

/// Reservations from before `before`, the oldest first, at most [`limits::PAGE_SIZE`]: of calls
/// whose program ended before they did.
pub async fn stale(
    mut on: impl Executor,
    before: Timestamp,
) -> Result<Vec<Reservation>, StoreError> {
    sql(
        "SELECT id, user_id, guild_id, model, day, month, tokens, created_at
         FROM chat_reservations WHERE created_at < $1 ORDER BY created_at, id LIMIT $2",
    )
    .bind(before)
    .bind(i64::try_from(limits::PAGE_SIZE).unwrap_or(0))
    .fetch_all(&mut on)
    .await
}

/// Ends a reservation: whoever gets it writes the books.
async fn end(mut tx: &mut Tx, id: &Id) -> Result<Option<Reservation>, StoreError> {
    sql("DELETE FROM chat_reservations WHERE id = $1
         RETURNING id, user_id, guild_id, model, day, month, tokens, created_at")
    .bind(id)
    .fetch_optional(&mut tx)
    .await
}

/// Takes what was reserved out of the books and adds what came of it, under the model that
/// answered.
async fn write(
    tx: &mut Tx,
    reservation: &Reservation,
    answered: &str,
    added: &Change,
    at: Timestamp,
) -> Result<(), StoreError> {
    let periods = Periods {
        day: &reservation.day,
        month: &reservation.month,
    };
    let both = Change {
        back: reservation.tokens,
        ..*added
    };
    if let Some(user) = &reservation.user_id {
        books::person(tx, user, periods, &both, at).await?;
    }
    if let Some(guild) = &reservation.guild_id {
        books::guild(tx, guild, periods, &both, at).await?;
    }
    let mut models = BTreeMap::from([(answered, *added)]);
    models.entry(reservation.model.as_str()).or_default().back = reservation.tokens;
    for (model, change) in &models {
        books::model(tx, model, periods, change, at).await?;
    }
    books::model(tx, "", periods, &both, at).await?;
    Ok(())
}
