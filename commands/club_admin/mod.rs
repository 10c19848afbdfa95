//! `/club-admin`: what a club's managers look after.

mod alerts;
mod aliases;
mod corrections;
mod guards;
mod import;
mod members;
mod rollback;
mod typing;
mod week;

use crate::{Context, Error, club::Power};

pub(crate) use aliases::Turn as AliasesTurn;
pub(crate) use corrections::{Newer as CorrectionsNewer, Older as CorrectionsOlder};
pub(crate) use guards::sentences as guard_sentences;
pub(crate) use import::{
    Approve as ImportApprove, Cancel as ImportCancel, Confirm as ImportConfirm, Undo as ImportUndo,
};
pub(crate) use members::{Keep as MembersKeep, Merge as MembersMerge};
pub(crate) use rollback::{Confirm as RollbackConfirm, Keep as RollbackKeep, Undo as RollbackUndo};

/// Units of a name in a sentence: several times what the game allows.
const NAME: usize = 60;

/// Look after the club: names, corrections, rollback, import, guards, weeks and alerts
#[poise::command(
    slash_command,
    guild_only,
    subcommand_required,
    rename = "club-admin",
    subcommands(
        "aliases::aliases",
        "corrections::corrections",
        "members::members",
        "rollback::rollback",
        "import::import",
        "guards::guards",
        "week::week",
        "alerts::alerts"
    )
)]
#[expect(clippy::unused_async, reason = "poise wants it")]
pub(crate) async fn club_admin(_: Context<'_>) -> Result<(), Error> {
    // Discord only offers the subcommands.
    Ok(())
}
