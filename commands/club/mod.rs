//! `/club`: rosters read from screenshots, and what is known from them.

mod analyze;
mod draft;
mod list;
mod sheet;
mod show;

use crate::{Context, Error};

pub(crate) use analyze::analyze_club_roster;
pub(crate) use draft::{discard, gone, save};
pub(crate) use list::turn;
pub(crate) use show::page;

/// Club rosters from screenshots
#[poise::command(
    slash_command,
    guild_only,
    subcommand_required,
    subcommands("analyze::analyze", "show::show", "list::list")
)]
#[expect(clippy::unused_async, reason = "poise wants it")]
pub(crate) async fn club(_: Context<'_>) -> Result<(), Error> {
    // Discord only offers the subcommands.
    Ok(())
}
