//! The books of tokens and money: of each person, guild and model, and of the host, by day and
//! by month.
//!
//! A call takes from all of them what it may use at most before it begins ([`reserve`]), and
//! gives back what it did not use at its end ([`settle`]). Both are counted in one statement
//! per book under that book's own row, so that calls at once cannot spend the same tokens.
//!
//! Everybody writes the books in one order: the reservation, the person's, the guild's, the
//! models' by name, the host's; of each the month before the day. So nobody waits for somebody
//! who waits for them.

mod books;
mod purge;
mod read;
mod reserve;
mod settle;

pub use purge::purge;
pub use read::{ModelUsage, Used, by_model, of_guild, of_host, of_user};
pub use reserve::{Budget, Limits, Refusal, Reserve, Reserved, Scope, Span, reserve, reserve_as};
pub use settle::{Reservation, Spent, release, settle, stale};

use crate::{StoreError, limits};

/// Refuses what is less than nothing, or would bring the sums near their end.
fn check_amount(what: &'static str, amount: i64) -> Result<(), StoreError> {
    let got = usize::try_from(amount)
        .map_err(|_| StoreError::invalid("a number of tokens or of money below nothing"))?;
    let most = usize::try_from(limits::TOKENS_PER_CALL).unwrap_or(usize::MAX);
    limits::check(what, most, got)
}

/// Refuses a model without a name: that is the host's total.
fn check_model(model: &str) -> Result<(), StoreError> {
    if model.is_empty() {
        return Err(StoreError::invalid("a model without a name"));
    }
    let got = model.chars().count();
    limits::check("characters of a model's name", limits::MODEL, got)
}
