//! What follows from a save, in its transaction.

use slimy_roster::Metric;
use slimy_store::{Id, Timestamp, Tx};

use super::{
    Week,
    alerts::{self, SavedPart},
    compare::Comparison,
};
use crate::{Error, settings::GuildSettings};

/// An analysis that is being saved.
#[derive(Debug)]
pub(super) struct Saved {
    /// `club_analyses.id`.
    pub(super) analysis: Id,
    pub(super) metric: Metric,
    /// With what the club knew; none of a first roster.
    pub(super) comparison: Option<Comparison>,
}

/// Has the guild's channel be told of a save. It belongs behind `refresh_members`.
pub(super) async fn announce(
    tx: &mut Tx,
    guild_id: &Id,
    settings: &GuildSettings,
    week: Week,
    saved: &[Saved],
    at: Timestamp,
) -> Result<(), Error> {
    let parts = saved.iter().map(|saved| SavedPart {
        analysis_id: &saved.analysis,
        metric: saved.metric,
        comparison: saved.comparison.as_ref(),
    });
    let parts: Vec<SavedPart<'_>> = parts.collect();
    alerts::on_saved(tx, guild_id, settings, week, &parts, at).await?;
    Ok(())
}
