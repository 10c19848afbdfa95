//! Analyses of a person or a guild, each with all that hangs on it.

use std::collections::VecDeque;

use super::{After, Analysis, Image, Metric, Power, Record, is_large_full, large_page_rows};
use crate::engine::sql;
use crate::{Db, Id, StoreError};

macro_rules! analyses {
    ($column:literal) => {
        concat!(
            "SELECT id, guild_id, user_id, title, summary, confidence, created_at, updated_at, status,
                 metric, week, source, approved_by, rolled_back_at, rolled_back_by, channel_id, draft, expires_at, saved_at, deleted_at
             FROM club_analyses
             WHERE ",
            $column,
            " = $1 AND (created_at, id) > ($2, $3) ORDER BY created_at, id LIMIT $4"
        )
    };
}

/// Whose analyses.
#[derive(Debug, Clone, Copy)]
pub(super) enum Of<'a> {
    User(&'a Id),
    Guild(&'a Id),
}

/// The next analyses, and where to go on when there may be more.
pub(super) async fn read(
    db: &Db,
    of: Of<'_>,
    after: &After,
) -> Result<(VecDeque<Record>, Option<After>), StoreError> {
    let mut on = db;
    let (query, id) = match of {
        Of::User(id) => (sql(analyses!("user_id")), id),
        Of::Guild(id) => (sql(analyses!("guild_id")), id),
    };
    let found: Vec<Analysis> = query
        .bind(id)
        .bind(after.at)
        .bind(&after.id)
        .bind(large_page_rows())
        .fetch_all(&mut on)
        .await?;
    let next = found
        .last()
        .filter(|_| is_large_full(found.len()))
        .map(|last| After {
            at: last.created_at.0,
            id: last.id.clone(),
        });
    let mut records = VecDeque::new();
    for mut analysis in found {
        if let Of::User(id) = of {
            // Who else had to do with it is not the maker's to know.
            analysis.approved_by = analysis.approved_by.filter(|by| by == id);
            analysis.rolled_back_by = analysis.rolled_back_by.filter(|by| by == id);
        }
        let id = analysis.id.clone();
        records.push_back(Record::Analysis(analysis));
        parts(db, &id, &mut records).await?;
    }
    Ok((records, next))
}

/// What hangs on one analysis; the limits of an analysis bound it.
async fn parts(db: &Db, id: &Id, records: &mut VecDeque<Record>) -> Result<(), StoreError> {
    let mut on = db;
    let images: Vec<Image> = sql(
        "SELECT id, analysis_id, position, name, content_type, bytes, width, height, sha256,
             members_found, created_at
         FROM club_analysis_images WHERE analysis_id = $1 ORDER BY position",
    )
    .bind(id)
    .fetch_all(&mut on)
    .await?;
    records.extend(images.into_iter().map(Record::Image));
    let metrics: Vec<Metric> = sql(
        "SELECT id, analysis_id, name, value, unit, category, created_at
         FROM club_metrics WHERE analysis_id = $1 ORDER BY name",
    )
    .bind(id)
    .fetch_all(&mut on)
    .await?;
    records.extend(metrics.into_iter().map(Record::Metric));
    let powers: Vec<Power> = sql(
        "SELECT id, analysis_id, guild_id, position, member, member_id, metric, power, last_seen, confidence,
             name_certain, corrected, seen_in, created_at
         FROM club_powers WHERE analysis_id = $1 ORDER BY metric, position",
    )
    .bind(id)
    .fetch_all(&mut on)
    .await?;
    records.extend(powers.into_iter().map(Record::Power));
    Ok(())
}
