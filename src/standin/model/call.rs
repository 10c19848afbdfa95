//! One request on its way: whoever holds it tells how it ended; dropped without a word, the client
//! went away.

use std::sync::Arc;

use super::desk::Desk;
use super::{Outcome, Request};

/// The server drops a handler and a body that nobody reads any more, and this with them.
#[derive(Debug)]
pub(crate) struct Call {
    desk: Arc<Desk>,
    pub(crate) number: usize,
}

impl Call {
    pub(crate) fn begin(desk: Arc<Desk>, request: Request) -> Self {
        let number = desk.update(|papers| papers.file(request));
        Self { desk, number }
    }

    /// Says how it ended; only the first word counts.
    pub(crate) fn end(&self, outcome: Outcome) {
        self.desk.update(|papers| {
            if let Some(request) = papers.request(self.number)
                && request.outcome == Outcome::Pending
            {
                request.outcome = outcome;
            }
        });
    }
}

impl Drop for Call {
    fn drop(&mut self) {
        self.end(Outcome::Cancelled);
    }
}
