//! Club analyses: drafts, what Save makes of them, and how they are found again.
//!
//! A draft is one row whose preview stands in it as JSON. Images, metrics and member
//! rows are written by [`save`] and [`create`] alone, so that a discarded draft leaves
//! nothing behind. A deleted analysis is found by nothing but [`purge_deleted`].

mod change;
mod create;
mod drafts;
mod find;
mod lists;
mod parts;
mod purge;
mod rows;
mod save;

pub use change::{AnalysisChanges, ChangeOutcome, Right, delete, update};
pub use create::{NewAnalysis, create};
pub use drafts::{ExpiredDraft, NewDraft, create_draft, discard, find, list_expired_drafts};
pub use find::{find_saved_with_relations, find_with_relations, newest_saved};
pub use lists::{CountFilter, count, list_by_user, list_saved, recent, search, search_saved};
pub use parts::{NewImage, NewMetric, NewPower, NewSaved};
pub use purge::purge_deleted;
pub use rows::{
    Analysis, AnalysisDetail, AnalysisStatus, AnalysisSummary, Image, Metric, MetricRow, Power,
};
pub use save::save;

use crate::StoreError;

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
