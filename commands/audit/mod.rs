//! `/audit`: what was done in this server, for its admins. Whatever it answers only they see.

#[macro_use]
mod filtered;
mod export;
mod list;
mod mirrored;
mod numbers;
mod typing;
mod verify;
mod words;

pub(crate) use list::{Newer, Older};
pub use mirrored::message as mirror_message;

use crate::{Context, Error};

/// Units of a name that somebody typed, in an answer.
const TYPED: usize = 80;

/// What was done in this server, and whether the record of it is whole
#[poise::command(
    slash_command,
    guild_only,
    subcommand_required,
    default_member_permissions = "MANAGE_GUILD",
    subcommands("list::list", "numbers::stats", "export::export", "verify::verify")
)]
#[expect(clippy::unused_async, reason = "poise wants it")]
pub(crate) async fn audit(_: Context<'_>) -> Result<(), Error> {
    // Discord only offers the subcommands.
    Ok(())
}
