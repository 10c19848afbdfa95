//! What happens on a timer.

use std::{sync::Arc, time::Duration};

use slimy_domain::{Services, chain, club};
use tokio_util::sync::CancellationToken;

/// How often drafts whose time is over are let run out. A press on one that has run out is
/// refused in any case; this only tidies up.
const EXPIRE_DRAFTS_EVERY: Duration = Duration::from_mins(1);

/// Runs until `stop` says so.
pub(crate) async fn run(services: Arc<Services>, stop: CancellationToken) {
    let mut ticks = tokio::time::interval(EXPIRE_DRAFTS_EVERY);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    while stop.run_until_cancelled(ticks.tick()).await.is_some() {
        match club::expire_drafts(&services).await {
            Ok(0) => {}
            Ok(expired) => tracing::info!(expired, "drafts ran out"),
            Err(error) => tracing::warn!(error = chain(&error), "drafts were not tidied up"),
        }
    }
}
