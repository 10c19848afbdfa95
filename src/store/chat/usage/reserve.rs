//! Taking from the books what a call may use at most.

use super::books::{self, Change, Now, Periods};
use super::{check_amount, check_model};
use crate::engine::sql;
use crate::{Db, Id, StoreError, Timestamp, Tx};

/// How many tokens may be used; none is no limit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Limits {
    /// In a day.
    pub day: Option<i64>,
    /// In a month.
    pub month: Option<i64>,
}

/// What must hold for a call, all at once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Budget {
    /// For the person.
    pub person: Limits,
    /// For the guild, where the call is made in one.
    pub guild: Option<Limits>,
    /// For everybody together.
    pub host: Limits,
}

/// A call to be paid for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reserve {
    /// The key of the person who asks.
    pub user_id: Id,
    /// The key of the guild where they do; none in a direct message.
    pub guild_id: Option<Id>,
    /// The model that is asked.
    pub model: String,
    /// The day in UTC, as `2026-11-22`.
    pub day: String,
    /// Its month, as `2026-11`.
    pub month: String,
    /// How many tokens the call uses at most, given and answered.
    pub tokens: i64,
    /// What must hold.
    pub budget: Budget,
}

/// Whose budget it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// The person's.
    Person,
    /// The guild's.
    Guild,
    /// The host's.
    Host,
}

/// How long a budget is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Span {
    /// A day of UTC.
    Day,
    /// A calendar month of UTC.
    Month,
}

/// Why a call is not paid for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refusal {
    /// Whose budget does not suffice.
    pub scope: Scope,
    /// Which of theirs.
    pub span: Span,
    /// How many tokens are left of it, at least 0.
    pub left: i64,
}

/// What became of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reserved {
    /// The tokens are reserved under this key, until they are settled or released.
    Granted(Id),
    /// Nothing was written.
    Refused(Refusal),
}

/// Takes what a call may use at most from every book, if each budget suffices.
/// [`StoreError::ForeignKey`] when the person or the guild is gone.
pub async fn reserve(db: &Db, reserve: &Reserve, at: Timestamp) -> Result<Reserved, StoreError> {
    reserve_as(db, Id::new(), reserve, at).await
}

/// [`reserve`] under a key of the caller's, who can give back what was reserved even when this is
/// broken off. [`StoreError::Conflict`] when there is one of that key.
pub async fn reserve_as(
    db: &Db,
    id: Id,
    reserve: &Reserve,
    at: Timestamp,
) -> Result<Reserved, StoreError> {
    check(reserve)?;
    let mut tx = db.begin().await?;
    create(&mut tx, &id, reserve, at).await?;
    if let Some(refusal) = take(&mut tx, reserve, at).await? {
        tx.rollback().await?;
        return Ok(Reserved::Refused(refusal));
    }
    tx.commit().await?;
    Ok(Reserved::Granted(id))
}

fn check(reserve: &Reserve) -> Result<(), StoreError> {
    check_model(&reserve.model)?;
    check_amount("tokens of a call", reserve.tokens)?;
    let (day, month) = (reserve.day.as_str(), reserve.month.as_str());
    let date = chrono::NaiveDate::parse_from_str(day, "%Y-%m-%d");
    let whole = (day.len(), month.len()) == (10, 7) && day.starts_with(month);
    if date.is_err() || !whole {
        return Err(StoreError::invalid("a day that is not one of its month"));
    }
    Ok(())
}

/// First, because it holds on to the rows of the person and the guild.
async fn create(
    mut tx: &mut Tx,
    id: &Id,
    reserve: &Reserve,
    at: Timestamp,
) -> Result<(), StoreError> {
    sql(
        "INSERT INTO chat_reservations (id, user_id, guild_id, model, day, month, tokens,
             created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(id)
    .bind(&reserve.user_id)
    .bind(reserve.guild_id.as_ref())
    .bind(&reserve.model)
    .bind(&reserve.day)
    .bind(&reserve.month)
    .bind(reserve.tokens)
    .bind(at)
    .execute_expecting(1, &mut tx)
    .await?;
    Ok(())
}

/// Writes into the books, up to the first whose budget does not suffice.
async fn take(
    tx: &mut Tx,
    reserve: &Reserve,
    at: Timestamp,
) -> Result<Option<Refusal>, StoreError> {
    let periods = Periods {
        day: &reserve.day,
        month: &reserve.month,
    };
    let change = Change {
        used: reserve.tokens,
        ..Change::default()
    };
    let budget = &reserve.budget;
    let now = books::person(tx, &reserve.user_id, periods, &change, at).await?;
    let refusal = over(Scope::Person, &budget.person, now, reserve.tokens);
    if refusal.is_some() {
        return Ok(refusal);
    }
    if let Some(guild) = &reserve.guild_id {
        let now = books::guild(tx, guild, periods, &change, at).await?;
        let limits = budget.guild.unwrap_or_default();
        let refusal = over(Scope::Guild, &limits, now, reserve.tokens);
        if refusal.is_some() {
            return Ok(refusal);
        }
    }
    books::model(tx, &reserve.model, periods, &change, at).await?;
    let now = books::model(tx, "", periods, &change, at).await?;
    Ok(over(Scope::Host, &budget.host, now, reserve.tokens))
}

/// Whether a book is over a limit now, with `tokens` that were just added.
fn over(scope: Scope, limits: &Limits, now: Now, tokens: i64) -> Option<Refusal> {
    [
        (Span::Day, limits.day, now.day),
        (Span::Month, limits.month, now.month),
    ]
    .into_iter()
    .find_map(|(span, limit, used)| {
        let limit = limit.filter(|limit| used > *limit)?;
        let left = limit.saturating_sub(used - tokens).max(0);
        Some(Refusal { scope, span, left })
    })
}
