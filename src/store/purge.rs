//! What was deleted and has been kept for long enough goes for good, and so do sessions that
//! are over, alerts that were posted, and the books of tokens of long ago.

use crate::audit::{self, NewAuditEntry};
use crate::{Db, Json, StoreError, Timestamp, chat, club, guilds, limits, sessions};

/// The action of the entries about it.
const ACTION: &str = "data.purge";

/// How many analyses go at once; each has up to some 200 rows hanging on it.
const ANALYSES: usize = 50;

/// What a purge took away.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Purged {
    /// Analyses, with all that hung on them.
    pub analyses: u64,
    /// Messages, their files, and conversations that had no message left. SQLite does not count an answer that
    /// went along with its question.
    pub chat: u64,
    /// Sessions.
    pub sessions: u64,
    /// Alerts that were posted or given up.
    pub alerts: u64,
    /// Lines of the books of tokens.
    pub usage: u64,
    /// Messages of Discord's that were heard, and of which nothing is kept.
    pub heard: u64,
    /// Changes of settings that nobody has said yes to in time.
    pub proposals: u64,
}

impl Purged {
    /// Whether there was nothing to take away.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Takes away what was deleted [`limits::KEPT_AFTER_DELETION`] before `at`, sessions that are over
/// and alerts that were settled by then, and the books of tokens from before
/// [`limits::KEPT_USAGE_MONTHS`], and what was heard [`limits::KEPT_HEARD`] ago: a bounded number of rows at a time, each time with its audit
/// entry, so that no statement comes near the time limit and what is gone is on record whatever
/// happens.
pub async fn run(db: &Db, at: Timestamp) -> Result<Purged, StoreError> {
    let mut all = Purged::default();
    loop {
        let some = some(db, at).await?;
        if some.is_empty() {
            return Ok(all);
        }
        all.analyses += some.analyses;
        all.chat += some.chat;
        all.sessions += some.sessions;
        all.alerts += some.alerts;
        all.usage += some.usage;
        all.heard += some.heard;
        all.proposals += some.proposals;
    }
}

async fn some(db: &Db, at: Timestamp) -> Result<Purged, StoreError> {
    let before = at - limits::KEPT_AFTER_DELETION;
    let mut tx = db.begin().await?;
    let purged = Purged {
        analyses: club::purge_deleted(&mut tx, before, ANALYSES).await?,
        chat: chat::purge_deleted(&mut tx, before, limits::ROWS_PER_PURGE).await?,
        sessions: sessions::delete_expired(&mut tx, at, limits::ROWS_PER_PURGE).await?,
        alerts: club::purge_alerts(&mut tx, before, limits::ROWS_PER_PURGE).await?,
        usage: chat::usage::purge(&mut tx, at, limits::ROWS_PER_PURGE).await?,
        heard: chat::forget_heard(&mut tx, at, limits::ROWS_PER_PURGE).await?,
        proposals: guilds::purge_proposals(&mut tx, at, limits::ROWS_PER_PURGE).await?,
    };
    if purged.is_empty() {
        tx.rollback().await?;
        return Ok(purged);
    }
    let counts = serde_json::json!({
        "analyses": purged.analyses,
        "chat": purged.chat,
        "sessions": purged.sessions,
        "alerts": purged.alerts,
        "usage": purged.usage,
        "heard": purged.heard,
        "proposals": purged.proposals,
    });
    let entry = NewAuditEntry {
        details: Some(Json(counts)),
        ..NewAuditEntry::new(ACTION, "data", "purge", at)
    };
    audit::create(&mut tx, &entry).await?;
    tx.commit().await?;
    Ok(purged)
}
