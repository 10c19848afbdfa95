//! `/club`: rosters read from screenshots, and what is known from them.

mod analyze;
mod chart;
mod compare;
mod delete;
mod draft;
mod drawing;
mod export;
mod fix;
#[cfg(test)]
mod fixture;
mod grid;
mod leaderboard;
mod list;
mod me;
mod member;
mod movers;
mod rename;
mod review;
mod search;
mod sheet;
mod show;
mod stats;
mod typing;
mod words;

use slimy_domain::club::{Metric, Week};

use crate::{Context, Error};

pub(crate) use analyze::analyze_club_roster;
pub(crate) use delete::{Confirm, Keep};
pub(crate) use draft::{Approve, Discard, Save, SaveOne};
pub(crate) use fix::{Fix, Submit};
pub(crate) use leaderboard::LeaderboardPage;
pub(crate) use list::{Newer, Older};
pub(crate) use me::{ConfirmLink, Unlink};
pub(crate) use member::MemberWeeks;
pub(crate) use movers::MoversPage;
pub(crate) use rename::Rename;
pub(crate) use review::{Switch, Turn, Who};
pub(crate) use show::Page;
pub(crate) use words::Power;

words! { Metric { Metric::Sim => "sim", Metric::Total => "total" } }
parsed! { Week, any = {
    use proptest::strategy::Strategy as _;
    (0..500_000_i64).prop_map(|weeks| Week::FIRST.plus(weeks))
} }

/// Club rosters from screenshots
#[poise::command(
    slash_command,
    guild_only,
    subcommand_required,
    subcommands(
        "analyze::analyze",
        "show::show",
        "list::list",
        "stats::stats",
        "leaderboard::leaderboard",
        "movers::movers",
        "member::member",
        "compare::compare",
        "chart::chart",
        "search::search",
        "export::export",
        "me::me",
        "rename::rename",
        "delete::delete"
    )
)]
#[expect(clippy::unused_async, reason = "poise wants it")]
pub(crate) async fn club(_: Context<'_>) -> Result<(), Error> {
    // Discord only offers the subcommands.
    Ok(())
}
