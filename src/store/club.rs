//! Club analyses: drafts, what Save makes of them, and how they are found again.
//!
//! A draft is one row whose preview stands in it as JSON. Images, metrics and member
//! rows are written by [`save`] and [`create`] alone, so that a discarded draft leaves
//! nothing behind. A deleted analysis is found by nothing but [`purge_deleted`].
//!
//! A saved analysis with a week is a snapshot of the club's history. Which snapshots count is
//! said in one place, what they say of whom in [`values`](fn@values) and its neighbours, and
//! who was there by [`refresh_members`].

mod adopt;
mod alerts;
mod aliases;
mod change;
mod corrections;
mod create;
mod current;
mod drafts;
mod find;
mod imports;
mod links;
mod lists;
mod members;
mod merge;
mod parts;
mod past;
mod presence;
mod purge;
mod rollback;
mod rows;
mod save;
mod snapshots;
mod values;
mod whole;

pub use adopt::{Unadopted, adopt, list_without_week};
pub use alerts::{
    Alert, NewAlert, alert_failed, alert_posted, claim_alert, due_alerts, failing_alert,
    purge_alerts, queue_alert,
};
pub use aliases::{
    Alias, AliasOutcome, AliasSource, NewAlias, add_alias, list_aliases, remove_alias,
};
pub use change::{AnalysisChanges, ChangeOutcome, Right, delete, update};
pub use corrections::{
    Correction, CorrectionFilter, CorrectionSet, NewCorrection, active_corrections,
    find_correction, list_corrections, remove_correction, set_correction,
};
pub use create::{NewAnalysis, create};
pub use drafts::{
    DraftChanges, ExpiredDraft, NewDraft, create_draft, discard, find, find_live_draft,
    list_expired_drafts, update_draft,
};
pub use find::{find_saved_with_relations, find_with_relations, newest_saved};
pub use imports::{NewImport, TakenBack, create_import, find_import, take_import_back};
pub use links::{
    LinkOutcome, LinkStatus, confirm_link, find_linked_member, link_member, unlink_member,
};
pub use lists::{CountFilter, count, list_by_user, list_saved, recent, search, search_saved};
pub use members::{
    ClubMember, Naming, NewMember, create_member, find_member, find_member_by_key, list_members,
    rename_member, set_display_name,
};
pub use merge::{Merged, merge_members};
pub use parts::{NewImage, NewMetric, NewPower, NewSaved};
pub use past::{Past, last_saved, values_as_read};
pub use presence::{hold_history, refresh_members};
pub use purge::purge_deleted;
pub use rollback::{HistoryStamp, newest_change, roll_back, undo_roll_back};
pub use rows::{
    Analysis, AnalysisDetail, AnalysisStatus, AnalysisSummary, Image, Metric, MetricRow, Power,
    Source,
};
pub use save::{save, save_as, save_sibling};
pub use snapshots::{
    Snapshot, Version, current_snapshot, current_snapshots, latest_snapshot, newest_rolled_back,
    newest_snapshot, snapshot_before, versions,
};
pub use values::{Point, Value, WeekTotal, history, member_values, totals, values};
pub use whole::whole_history;

use crate::{StoreError, limits};

/// What the search compares with: lower-cased here, because the engines lower letters
/// beyond ASCII differently.
fn search_text(title: Option<&str>, summary: &str) -> String {
    match title {
        Some(title) => format!("{title}\n{summary}").to_lowercase(),
        None => summary.to_lowercase(),
    }
}

fn check_confidence(confidence: f64) -> Result<(), StoreError> {
    if (0.0..=1.0).contains(&confidence) {
        return Ok(());
    }
    Err(StoreError::invalid(
        "a confidence that is not between 0 and 1",
    ))
}

/// A week as the program writes it, `2026-W47`: so their order as texts is their order in time.
fn check_week(week: &str) -> Result<(), StoreError> {
    let named = match week.as_bytes() {
        [year @ .., b'-', b'W', tens, ones] if year.len() == 4 => {
            year.iter().chain([tens, ones]).all(u8::is_ascii_digit)
        }
        _ => false,
    };
    if named {
        return Ok(());
    }
    Err(StoreError::invalid(
        "a week that is not written as 2026-W47",
    ))
}

/// A power that the sums of a club can hold.
fn check_power(power: i64) -> Result<(), StoreError> {
    if (0..=limits::CLUB_POWER).contains(&power) {
        return Ok(());
    }
    Err(StoreError::invalid("a power below zero or above 10^15"))
}

/// A name and its folded form.
fn check_name(name: &str, key: &str) -> Result<(), StoreError> {
    limits::check(
        "characters of a member's name",
        limits::CLUB_NAME,
        name.chars().count(),
    )?;
    limits::check(
        "characters of a member's name",
        limits::CLUB_NAME,
        key.chars().count(),
    )?;
    if key.is_empty() {
        return Err(StoreError::invalid("a member's name without a key"));
    }
    Ok(())
}
