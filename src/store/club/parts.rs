//! What hangs on a saved analysis: its images, numbers and members.

use std::collections::HashSet;

use super::rows::Metric;
use super::{check_confidence, check_power, check_week};
use crate::engine::{Value, sql};
use crate::{Id, StoreError, Timestamp, Tx, json, limits};

/// The numbers that stand in lists, whole ones.
const LISTED: [&str; 2] = ["totalMembers", "totalPower"];

/// Up to here, 2^53, whole numbers are exact.
const WHOLE: f64 = 9_007_199_254_740_992.0;

/// What a saved analysis consists of.
///
/// With a week it counts in the club's history: then each of its rows is a member's, no
/// member has two, and no power is negative or above [`limits::CLUB_POWER`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewSaved {
    /// What it says in words.
    pub summary: String,
    /// How sure the reading is, 0 to 1.
    pub confidence: f64,
    /// Its images, in their order.
    pub images: Vec<NewImage>,
    /// Its numbers; each name once.
    pub metrics: Vec<NewMetric>,
    /// Its members, in the roster's order.
    pub powers: Vec<NewPower>,
    /// The club's week that it belongs to, as `2026-W47`.
    pub week: Option<String>,
    /// The key of the second manager, where one had to approve.
    pub approved_by: Option<Id>,
}

/// A screenshot: what it was, never where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewImage {
    /// The file's name.
    pub name: String,
    /// What its content is, as `image/png`.
    pub content_type: String,
    /// The file's size.
    pub bytes: i64,
    /// In pixels.
    pub width: i64,
    /// In pixels.
    pub height: i64,
    /// Of the file, in hexadecimal.
    pub sha256: String,
    /// How many members were read from it.
    pub members_found: i64,
}

/// A number about the whole club.
#[derive(Debug, Clone, PartialEq)]
pub struct NewMetric {
    /// Which number, as `totalPower`.
    pub name: String,
    /// The number.
    pub value: f64,
    /// Of what, as `power`.
    pub unit: String,
    /// About what, as `performance`.
    pub category: String,
}

/// A member.
#[derive(Debug, Clone, PartialEq)]
pub struct NewPower {
    /// Their name in the game, as it was read.
    pub member: String,
    /// The key of the member whose value it is.
    pub member_id: Option<Id>,
    /// Which power it is.
    pub metric: Metric,
    /// The power; none where it could not be read for certain.
    pub power: Option<i64>,
    /// When the game last saw them, in its words.
    pub last_seen: Option<String>,
    /// How sure the reading is, 0 to 1.
    pub confidence: f64,
    /// Whether the name was read for certain.
    pub name_certain: bool,
    /// Whether a person corrected it.
    pub corrected: bool,
    /// The names of the images that show them.
    pub seen_in: Vec<String>,
}

impl NewSaved {
    /// Refuses what is over a limit.
    pub(super) fn check(&self) -> Result<(), StoreError> {
        check_confidence(self.confidence)?;
        limits::check(
            "images of an analysis",
            limits::IMAGES_PER_ANALYSIS,
            self.images.len(),
        )?;
        limits::check(
            "members of an analysis",
            limits::POWERS_PER_ANALYSIS,
            self.powers.len(),
        )?;
        if let Some(week) = &self.week {
            check_week(week)?;
            self.check_members()?;
        }
        // Lists give them as whole numbers, which the engines make of a fraction each in its
        // own way, and of what is too large one of them not at all.
        let listed = |metric: &&NewMetric| LISTED.contains(&metric.name.as_str());
        let whole = |metric: &NewMetric| metric.value.fract() == 0.0 && metric.value.abs() <= WHOLE;
        if self.metrics.iter().filter(listed).all(whole) {
            return Ok(());
        }
        Err(StoreError::invalid(
            "a total that is no whole number up to 2^53",
        ))
    }

    /// Refuses rows that the history could not count.
    fn check_members(&self) -> Result<(), StoreError> {
        let mut known = HashSet::new();
        for row in &self.powers {
            let Some(member) = &row.member_id else {
                return Err(StoreError::invalid(
                    "a row without a member in an analysis with a week",
                ));
            };
            if !known.insert((member, row.metric)) {
                return Err(StoreError::invalid("two rows of the same member"));
            }
            row.power.map_or(Ok(()), check_power)?;
        }
        Ok(())
    }

    /// Writes all that hangs on the analysis `id`, which has none of it yet.
    pub(super) async fn write(
        &self,
        tx: &mut Tx,
        id: &Id,
        guild_id: &Id,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        write_images(tx, id, &self.images, at).await?;
        write_metrics(tx, id, &self.metrics, at).await?;
        write_powers(tx, id, guild_id, &self.powers, at).await
    }
}

async fn write_images(
    mut tx: &mut Tx,
    id: &Id,
    images: &[NewImage],
    at: Timestamp,
) -> Result<(), StoreError> {
    let rows: Vec<Vec<Value>> = (0i64..)
        .zip(images)
        .map(|(position, image)| {
            vec![
                Value::from(Id::new()),
                Value::from(id),
                Value::from(position),
                Value::from(&image.name),
                Value::from(&image.content_type),
                Value::from(image.bytes),
                Value::from(image.width),
                Value::from(image.height),
                Value::from(&image.sha256),
                Value::from(image.members_found),
                Value::from(at),
            ]
        })
        .collect();
    for chunk in rows.chunks(limits::ROWS_PER_STATEMENT) {
        sql(
            "INSERT INTO club_analysis_images (id, analysis_id, position, name, content_type,
                 bytes, width, height, sha256, members_found, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        )
        .rows(chunk.iter().cloned())
        .execute_expecting(chunk.len(), &mut tx)
        .await?;
    }
    Ok(())
}

async fn write_metrics(
    mut tx: &mut Tx,
    id: &Id,
    metrics: &[NewMetric],
    at: Timestamp,
) -> Result<(), StoreError> {
    let rows: Vec<Vec<Value>> = metrics
        .iter()
        .map(|metric| {
            vec![
                Value::from(Id::new()),
                Value::from(id),
                Value::from(&metric.name),
                Value::from(metric.value),
                Value::from(&metric.unit),
                Value::from(&metric.category),
                Value::from(at),
            ]
        })
        .collect();
    for chunk in rows.chunks(limits::ROWS_PER_STATEMENT) {
        sql(
            "INSERT INTO club_metrics (id, analysis_id, name, value, unit, category, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .rows(chunk.iter().cloned())
        .execute_expecting(chunk.len(), &mut tx)
        .await?;
    }
    Ok(())
}

async fn write_powers(
    mut tx: &mut Tx,
    id: &Id,
    guild_id: &Id,
    powers: &[NewPower],
    at: Timestamp,
) -> Result<(), StoreError> {
    let rows: Vec<Vec<Value>> = (0i64..)
        .zip(powers)
        .map(|(position, power)| {
            vec![
                Value::from(Id::new()),
                Value::from(id),
                Value::from(guild_id),
                Value::from(position),
                Value::from(&power.member),
                Value::from(power.member_id.as_ref()),
                Value::from(power.metric.as_str()),
                Value::from(power.power),
                Value::from(power.last_seen.as_ref()),
                Value::from(power.confidence),
                Value::from(power.name_certain),
                Value::from(power.corrected),
                Value::from(json::texts(&power.seen_in)),
                Value::from(at),
            ]
        })
        .collect();
    for chunk in rows.chunks(limits::ROWS_PER_STATEMENT) {
        sql(
            "INSERT INTO club_powers (id, analysis_id, guild_id, position, member, member_id,
                 metric, power, last_seen, confidence, name_certain, corrected, seen_in, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        )
        .rows(chunk.iter().cloned())
        .execute_expecting(chunk.len(), &mut tx)
        .await?;
    }
    Ok(())
}
