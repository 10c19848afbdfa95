//! What was dispatched to a session, for a RESUME.

use std::collections::VecDeque;

use axum::extract::ws::Utf8Bytes;
use serde_json::json;

/// So many events are kept; who has missed more begins anew. The number is this crate's own:
/// Discord's is not known, and a stand-in under load must stay small.
const MOST_KEPT: usize = 2_000;

/// The newest events as they were sent, with their numbers.
#[derive(Debug, Default)]
pub(crate) struct Log {
    kept: VecDeque<Utf8Bytes>,
    /// The number of the newest event.
    newest: u64,
}

/// What a RESUME gets.
#[derive(Debug)]
pub(crate) enum Missed {
    /// Everything since.
    Events(Vec<Utf8Bytes>),
    /// Some of it is gone.
    TooMuch,
    /// The session never got that far.
    NotYetSent,
}

impl Log {
    /// Whether anything was sent yet.
    pub(crate) fn has_begun(&self) -> bool {
        self.newest > 0
    }

    /// Gives the event its number; `data` is JSON.
    pub(crate) fn add(&mut self, event: &str, data: &str) -> Utf8Bytes {
        self.newest += 1;
        let (number, event) = (self.newest, json!(event));
        let payload = format!(r#"{{"op":0,"s":{number},"t":{event},"d":{data}}}"#);
        let payload = Utf8Bytes::from(payload);
        if self.kept.len() == MOST_KEPT {
            self.kept.pop_front();
        }
        self.kept.push_back(payload.clone());
        payload
    }

    /// What came after the event of this number.
    pub(crate) fn since(&self, seen: u64) -> Missed {
        let Some(missed) = self.newest.checked_sub(seen) else {
            return Missed::NotYetSent;
        };
        let gone = usize::try_from(missed)
            .ok()
            .and_then(|missed| self.kept.len().checked_sub(missed));
        match gone {
            Some(known) => Missed::Events(self.kept.iter().skip(known).cloned().collect()),
            None => Missed::TooMuch,
        }
    }
}
