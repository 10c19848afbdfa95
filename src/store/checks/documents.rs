//! Documents that do not parse, or that their readers could not read.

use serde_json::Value;

use super::walk::Seen;
use super::{Kind, Report};
use crate::engine::{Query, sql};
use crate::{Db, Id, StoreError, limits};

/// Every column that holds a document.
pub const DOCUMENTS: [&str; 8] = [
    "guilds.settings",
    "user_guilds.roles",
    "club_analyses.draft",
    "club_powers.seen_in",
    "club_alerts.payload",
    "audit_logs.details",
    "guild_settings_revisions.changes",
    "guild_settings_proposals.content",
];

/// What a document must be for its reader.
#[derive(Clone, Copy)]
enum Shape {
    Any,
    Object,
    Texts,
}

/// The statement and the shape for each of [`DOCUMENTS`], in that order. As text, because
/// a document that does not parse could not be read as one.
fn statements() -> [(Query, Shape); DOCUMENTS.len()] {
    [
        (
            sql("SELECT id, CAST(settings AS TEXT) AS document FROM guilds
                 WHERE id > $1 ORDER BY id LIMIT $2"),
            Shape::Object,
        ),
        (
            sql("SELECT id, CAST(roles AS TEXT) AS document FROM user_guilds
                 WHERE id > $1 ORDER BY id LIMIT $2"),
            Shape::Texts,
        ),
        (
            sql(
                "SELECT id, CAST(draft AS TEXT) AS document FROM club_analyses
                 WHERE id > $1 ORDER BY id LIMIT $2",
            ),
            Shape::Object,
        ),
        (
            sql(
                "SELECT id, CAST(seen_in AS TEXT) AS document FROM club_powers
                 WHERE id > $1 ORDER BY id LIMIT $2",
            ),
            Shape::Texts,
        ),
        (
            sql(
                "SELECT id, CAST(payload AS TEXT) AS document FROM club_alerts
                 WHERE id > $1 ORDER BY id LIMIT $2",
            ),
            Shape::Any,
        ),
        (
            sql(
                "SELECT id, CAST(details AS TEXT) AS document FROM audit_logs
                 WHERE id > $1 ORDER BY id LIMIT $2",
            ),
            Shape::Any,
        ),
        (
            sql(
                "SELECT id, CAST(changes AS TEXT) AS document FROM guild_settings_revisions
                 WHERE id > $1 ORDER BY id LIMIT $2",
            ),
            Shape::Object,
        ),
        (
            sql(
                "SELECT id, CAST(content AS TEXT) AS document FROM guild_settings_proposals
                 WHERE id > $1 ORDER BY id LIMIT $2",
            ),
            Shape::Object,
        ),
    ]
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Id,
    document: Option<String>,
}

pub(super) async fn check(db: &Db, report: &mut Report) -> Result<(), StoreError> {
    for (place, (statement, shape)) in DOCUMENTS.into_iter().zip(statements()) {
        let seen = read(db, &statement, shape).await?;
        report.note(Kind::Document, place, shape.what(), seen);
    }
    Ok(())
}

async fn read(db: &Db, statement: &Query, shape: Shape) -> Result<Seen, StoreError> {
    let mut on = db;
    let size = limits::CHECK_DOCUMENTS;
    let mut seen = Seen::default();
    let mut after = Id::lowest();
    loop {
        let rows: Vec<Row> = statement
            .clone()
            .bind(&after)
            .bind(i64::try_from(size).unwrap_or(i64::MAX))
            .fetch_all(&mut on)
            .await?;
        seen.rows += rows.len() as u64;
        for row in &rows {
            if row
                .document
                .as_deref()
                .is_some_and(|text| !shape.fits(text))
            {
                seen.broken += 1;
                seen.example.get_or_insert_with(|| row.id.to_string());
            }
        }
        match rows.last() {
            Some(last) if rows.len() == size => after = last.id.clone(),
            _ => return Ok(seen),
        }
    }
}

impl Shape {
    fn fits(self, text: &str) -> bool {
        match self {
            Self::Any => serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok(),
            Self::Object => matches!(serde_json::from_str(text), Ok(Value::Object(_))),
            Self::Texts => serde_json::from_str::<Vec<String>>(text).is_ok(),
        }
    }

    fn what(self) -> &'static str {
        match self {
            Self::Any => "is no JSON",
            Self::Object => "is no JSON object",
            Self::Texts => "is no JSON array of texts",
        }
    }
}
