//! `/club`: rosters read from screenshots, and what is known from them.

mod analyze;
mod delete;
mod draft;
mod list;
mod rename;
mod sheet;
mod show;

use slimy_domain::club::Metric;

use crate::{Context, Error};

pub(crate) use analyze::analyze_club_roster;
pub(crate) use delete::{Confirm, Keep};
pub(crate) use draft::{Discard, Save};
pub(crate) use list::{Newer, Older};
pub(crate) use rename::Rename;
pub(crate) use show::Page;

words! { Metric { Metric::Sim => "sim", Metric::Total => "total" } }

/// Club rosters from screenshots
#[poise::command(
    slash_command,
    guild_only,
    subcommand_required,
    subcommands(
        "analyze::analyze",
        "show::show",
        "list::list",
        "rename::rename",
        "delete::delete"
    )
)]
#[expect(clippy::unused_async, reason = "poise wants it")]
pub(crate) async fn club(_: Context<'_>) -> Result<(), Error> {
    // Discord only offers the subcommands.
    Ok(())
}
