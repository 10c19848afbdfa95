//! Club analyses: drafts, what Save makes of them, and how they are found again.
//!
//! A draft is one row whose preview stands in it as JSON. Images, metrics and member
//! rows are written by [`save`] alone, so that a discarded draft leaves nothing behind.

mod drafts;
mod lists;
mod rows;
mod save;

pub use drafts::{ExpiredDraft, NewDraft, create_draft, discard, find, list_expired_drafts};
pub use lists::{find_saved_with_relations, list_saved, newest_saved, search_saved};
pub use rows::{
    Analysis, AnalysisDetail, AnalysisStatus, AnalysisSummary, Image, Metric, MetricRow, Power,
};
pub use save::{NewImage, NewMetric, NewPower, NewSaved, save};

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
