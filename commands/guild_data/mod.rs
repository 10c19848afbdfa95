//! `/guild-data`: what is stored of a server, in its owner's hands. All of it is told to them alone.

mod delete;
mod export;
mod left;

pub(crate) use delete::{AskName, Submit};
pub use left::tell_owner;

use crate::{Context, Error};

/// This server's data, for its owner: take it with you, delete it
#[poise::command(
    slash_command,
    guild_only,
    rename = "guild-data",
    subcommand_required,
    subcommands("export::export", "delete::delete"),
    default_member_permissions = "ADMINISTRATOR"
)]
#[expect(clippy::unused_async, reason = "poise wants it")]
pub(crate) async fn guild_data(_: Context<'_>) -> Result<(), Error> {
    // Discord only offers the subcommands.
    Ok(())
}
