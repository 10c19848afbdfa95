//! `/privacy`: what is stored of oneself, and what may be. All of it is told to the person alone.

pub(crate) mod confirm;
mod consent;
mod delete;
mod export;
mod kinds;
mod parts;
mod show;

pub(crate) use consent::{About, Decide, Forget, about, notice};
pub(crate) use delete::{AskWord, Keep, Submit};
#[cfg(test)]
pub(crate) use kinds::much;
pub(crate) use kinds::{list, of_fate};
pub(crate) use parts::{most, send};

use crate::{Context, Error};

/// Your own data: see it, take it with you, delete it
#[poise::command(
    slash_command,
    subcommand_required,
    subcommands("show::show", "export::export", "delete::delete", "consent::consent")
)]
#[expect(clippy::unused_async, reason = "poise wants it")]
pub(crate) async fn privacy(_: Context<'_>) -> Result<(), Error> {
    // Discord only offers the subcommands.
    Ok(())
}
