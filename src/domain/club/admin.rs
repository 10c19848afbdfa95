//! What a club's managers look after: who is who, what counts, and when the bot speaks up.

mod alerting;
mod aliases;
mod corrections;
mod fault;
mod guarding;
mod import;
mod members;
mod rollback;
mod weeks;

#[cfg(test)]
mod tests;

use crate::{
    Error, Services, UserError,
    rights::{self, Action, Actor, Membership},
};

pub use slimy_store::club::AliasSource;

pub use alerting::{AlertsChange, AlertsState, Trouble, alerts, set_alerts};
pub use aliases::{
    AliasAdded, AliasRemoved, AliasesOf, Spelling, add_alias, aliases, remove_alias,
    suggest_aliases,
};
pub use corrections::{
    Corrected, CorrectionLine, Corrections, CorrectionsFrom, NewValue, correct, corrections,
    remove_correction, suggest_corrections,
};
pub use fault::Fault;
pub use guarding::{GuardsChange, guards, set_guards};
pub use import::{
    Contradiction, Guarded, Note as ImportNote, Outcome as Import, Plan, Text as ImportText,
    Undone as ImportUndone, approve as approve_import, cancel, import, prepare,
    undo as undo_import,
};
pub use members::{
    MergeQuestion, Merged, RenamedMember, Unlinked, merge, merge_question, rename, unlink,
};
pub use rollback::{
    RollBack, RolledBack, SnapshotLine, Undone, question, roll_back, suggest_weeks, undo,
};
pub use weeks::{WeekChange, WeekState, set_week, suggest_zones, week};

/// As many choices as Discord shows.
const CHOICES: usize = 25;

/// The actor's place, when they manage the club there.
async fn manager<'a>(services: &Services, actor: &'a Actor) -> Result<&'a Membership, Error> {
    rights::check_here(services, actor, Action::ClubManage).await?;
    Ok(actor.membership.as_ref().ok_or(UserError::NotInGuild)?)
}
