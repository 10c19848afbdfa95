//! The links of a chain with their entries, a page at a time: the next ones are read while the one
//! before is hashed.
//!
//! SQLite's driver hands every value of every row from thread to thread, which takes longer than
//! all the rest: there a page comes as one document.

use std::collections::VecDeque;

use serde::{Deserialize, Deserializer};
use tokio_util::task::AbortOnDropHandle;

use super::AT_ONCE;
use crate::audit::AuditEntry;
use crate::engine::sql;
use crate::{Db, Engine, Id, Json, StoreError, Timestamp};

/// Links of a page: a few milliseconds and a quarter of a megabyte. Should each of them be a change
/// of every setting, which has 16 KiB of details, it is 8 MiB; of a chain three pages are held at once.
const PAGE: i64 = 500;

/// A link with its entry, whose columns are all none where it is gone. The fields stand in the order
/// of the columns.
#[derive(Debug, sqlx::FromRow, Deserialize)]
pub(super) struct Row {
    pub(super) seq: i64,
    pub(super) entry_id: Id,
    pub(super) hash: String,
    actor_salt: Option<String>,
    actor_commitment: String,
    resource_salt: Option<String>,
    resource_commitment: Option<String>,
    user_id: Option<Id>,
    guild_id: Option<Id>,
    action: Option<String>,
    resource_type: Option<String>,
    resource_id: Option<String>,
    #[serde(deserialize_with = "document")]
    details: Option<Json>,
    ip_address: Option<String>,
    user_agent: Option<String>,
    session_id: Option<String>,
    request_id: Option<String>,
    #[serde(deserialize_with = "moment")]
    at: Option<Timestamp>,
    #[serde(deserialize_with = "truth")]
    success: Option<bool>,
    error_message: Option<String>,
}

/// Links that were archived.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Gap {
    pub(super) first_seq: i64,
    pub(super) last_seq: i64,
    pub(super) last_hash: String,
}

/// Some links in their order, and the gaps among them.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) rows: Vec<Row>,
    pub(super) gaps: Vec<Gap>,
    pub(super) is_last: bool,
}

/// Pages of a chain up to a place, some of them read while the one before is looked at.
pub(super) struct Pages {
    db: Db,
    chain: String,
    last: i64,
    /// The end of the page that was asked for last.
    until: i64,
    /// The last page had no links: they are far between here.
    is_sparse: bool,
    reading: VecDeque<AbortOnDropHandle<Result<Page, StoreError>>>,
}

impl Pages {
    pub(super) async fn begin(db: &Db, chain: &str, last: i64) -> Result<Self, StoreError> {
        let mut pages = Self {
            db: db.clone(),
            chain: chain.to_owned(),
            last,
            until: 0,
            is_sparse: false,
            reading: VecDeque::new(),
        };
        // Most of what was archived is at the beginning: one page goes over all of it.
        let before = pages.up_to_a_link(0).await?;
        pages.read(0, before.saturating_add(PAGE));
        Ok(pages)
    }

    /// The last place before the next link behind `after`.
    async fn up_to_a_link(&self, after: i64) -> Result<i64, StoreError> {
        let (next,): (Option<i64>,) =
            sql("SELECT min(seq) FROM audit_links WHERE chain = $1 AND seq > $2")
                .bind(&self.chain)
                .bind(after)
                .fetch_one(&mut &self.db)
                .await?;
        Ok(next.map_or(self.last, |next| next - 1))
    }

    fn read(&mut self, after: i64, until: i64) {
        let (db, chain) = (self.db.clone(), self.chain.clone());
        let is_last = until >= self.last;
        self.until = until.min(self.last);
        let until = self.until;
        let reading = async move { page(&db, &chain, after, until, is_last).await };
        self.reading
            .push_back(AbortOnDropHandle::new(tokio::spawn(reading)));
    }

    pub(super) async fn next(&mut self) -> Result<Option<Page>, StoreError> {
        while self.until < self.last && self.reading.len() < AT_ONCE {
            let before = if self.is_sparse {
                self.up_to_a_link(self.until).await?
            } else {
                self.until
            };
            self.read(self.until, before.saturating_add(PAGE));
        }
        let Some(reading) = self.reading.pop_front() else {
            return Ok(None);
        };
        let page = reading.await;
        let page = page.map_err(|_| StoreError::invalid("a page that could not be read"))??;
        self.is_sparse = page.rows.is_empty();
        Ok(Some(page))
    }
}

/// The statement of an engine for what stands behind `$2`, up to and with `$3`.
macro_rules! links {
    ($head:literal, $tail:literal) => {
        concat!(
            $head,
            "l.seq, l.entry_id, l.hash, l.actor_salt, l.actor_commitment, l.resource_salt,
             l.resource_commitment, a.user_id, a.guild_id, a.action, a.resource_type,
             a.resource_id, a.details, a.ip_address, a.user_agent, a.session_id, a.request_id,
             a.\"timestamp\"",
            $tail
        )
    };
}

/// What stands behind `after`, up to and with `until`.
async fn page(
    db: &Db,
    chain: &str,
    after: i64,
    until: i64,
    is_last: bool,
) -> Result<Page, StoreError> {
    // Each entry is looked up by its key, however many PostgreSQL thinks there are.
    let links = sql(match db.engine() {
        Engine::Postgres => links!(
            "SELECT ",
            " AS at, a.success, a.error_message
             FROM (SELECT * FROM audit_links
                 WHERE chain = $1 AND seq > $2 AND seq <= $3 ORDER BY seq LIMIT $4) l
             LEFT JOIN LATERAL (SELECT * FROM audit_logs WHERE id = l.entry_id LIMIT 1) a ON TRUE
             ORDER BY l.seq"
        ),
        // The limit keeps the order of what is put together.
        Engine::Sqlite => links!(
            "SELECT json_group_array(json(link)) FROM (SELECT json_array(",
            ", a.success, a.error_message) AS link
             FROM audit_links l LEFT JOIN audit_logs a ON a.id = l.entry_id
             WHERE l.chain = $1 AND l.seq > $2 AND l.seq <= $3 ORDER BY l.seq LIMIT $4)"
        ),
    })
    .bind(chain)
    .bind(after)
    .bind(until)
    .bind(PAGE);
    let rows: Vec<Row> = match db.engine() {
        Engine::Postgres => links.fetch_all(&mut &*db).await?,
        Engine::Sqlite => {
            let (document,): (String,) = links.fetch_one(&mut &*db).await?;
            let apart = serde_json::from_str(&document);
            apart.map_err(|_| StoreError::invalid("links of another shape"))?
        }
    };
    // After the links: what was archived in between is among the gaps then.
    let gaps: Vec<Gap> = sql("SELECT first_seq, last_seq, last_hash FROM audit_gaps
         WHERE chain = $1 AND last_seq > $2 AND first_seq <= $3 ORDER BY first_seq LIMIT $4")
    .bind(chain)
    .bind(after)
    .bind(until)
    .bind(PAGE * 2)
    .fetch_all(&mut &*db)
    .await?;
    Ok(Page {
        rows,
        gaps,
        is_last,
    })
}

/// A document that stands as text in another. What is none any more is not what was linked.
fn document<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Json>, D::Error> {
    let text: Option<String> = Option::deserialize(from)?;
    Ok(text.map(|text| {
        let document = serde_json::from_str(&text);
        Json(document.unwrap_or_else(|_| text.into()))
    }))
}

/// Microseconds since 1970 began.
fn moment<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Timestamp>, D::Error> {
    let micros: Option<i64> = Option::deserialize(from)?;
    Ok(micros.map(|micros| Timestamp::from_micros(micros).unwrap_or(Timestamp::FAR_PAST)))
}

/// SQLite's 0 or 1.
fn truth<'de, D: Deserializer<'de>>(from: D) -> Result<Option<bool>, D::Error> {
    let number: Option<i64> = Option::deserialize(from)?;
    Ok(number.map(|number| number != 0))
}

/// The parts of a link that are held against its entry.
pub(super) struct Link {
    pub(super) hash: String,
    pub(super) actor_salt: Option<String>,
    pub(super) actor_commitment: String,
    pub(super) resource_salt: Option<String>,
    pub(super) resource_commitment: Option<String>,
}

impl Row {
    /// When the entry was written, unless it is gone.
    pub(super) fn at(&self) -> Option<Timestamp> {
        self.at
    }

    /// The entry, unless it is gone, and its link.
    pub(super) fn into_entry(self) -> Option<(AuditEntry, Link)> {
        let entry = AuditEntry {
            id: self.entry_id,
            user_id: self.user_id,
            guild_id: self.guild_id,
            action: self.action?,
            resource_type: self.resource_type?,
            resource_id: self.resource_id?,
            details: self.details,
            ip_address: self.ip_address,
            user_agent: self.user_agent,
            session_id: self.session_id,
            request_id: self.request_id,
            timestamp: self.at?,
            success: self.success?,
            error_message: self.error_message,
        };
        let link = Link {
            hash: self.hash,
            actor_salt: self.actor_salt,
            actor_commitment: self.actor_commitment,
            resource_salt: self.resource_salt,
            resource_commitment: self.resource_commitment,
        };
        Some((entry, link))
    }
}
