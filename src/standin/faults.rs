//! What goes wrong on request: a test plans it, the next matching request gets it, once.

use std::time::Duration;

/// How a planned request fails.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Failure {
    /// A server error with this status.
    Status(u16),
    /// A rate limit that asks to wait.
    RateLimit(Duration),
}

/// One failure to come.
#[derive(Clone, Debug)]
pub(crate) struct PlannedFault {
    pub(crate) method: String,
    pub(crate) path_part: String,
    pub(crate) failure: Failure,
}

impl PlannedFault {
    pub(crate) fn matches(&self, method: &str, path: &str) -> bool {
        self.method == method && path.contains(&self.path_part)
    }
}
