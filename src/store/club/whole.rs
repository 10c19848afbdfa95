//! All that a club's current snapshots say, in a few statements however many there are.

use std::collections::HashMap;

use super::current::current_of_guild;
use super::rows::Metric;
use super::values::Value;
use crate::engine::sql;
use crate::{Executor, Id, StoreError};

/// What stands behind all that was read.
const LAST: i64 = i64::MAX;

/// How often it is read anew because members were merged meanwhile.
const TRIES: usize = 3;

/// A value with its week and its place in the roster.
struct Placed {
    place: i64,
    value: Value,
}

/// What [`values`](super::values) gives of all current snapshots of a metric, the earliest week
/// first: the snapshots are the guild's that count, so none has to be named.
pub async fn whole_history(
    mut on: impl Executor,
    guild_id: &Id,
    metric: Metric,
) -> Result<Vec<Value>, StoreError> {
    for _ in 0..TRIES {
        let mut placed = read(&mut on, guild_id, metric).await?;
        correct(&mut on, guild_id, metric, &mut placed).await?;
        if name(&mut on, guild_id, &mut placed).await? {
            placed.sort_by(|one, other| one.key().cmp(&other.key()));
            return Ok(placed.into_iter().map(|placed| placed.value).collect());
        }
    }
    Err(StoreError::NotFound)
}

impl Placed {
    /// In which order they are.
    fn key(&self) -> (&str, i64, &str, &Id) {
        let value = &self.value;
        (&value.week, self.place, &value.name, &value.member_id)
    }
}

/// What was read. By place and not by name, because of a history there are many rows, and without
/// an order, which the database would have to make for them.
async fn read(
    on: &mut impl Executor,
    guild_id: &Id,
    metric: Metric,
) -> Result<Vec<Placed>, StoreError> {
    type Row = (String, Id, Option<i64>, f64, Option<String>, i64);
    let rows: Vec<Row> = sql(concat!(
        "SELECT a.week, p.member_id, p.power, p.confidence, p.last_seen, p.position
         FROM ",
        current_of_guild!("a.metric = $2 AND "),
        " AS a
         JOIN club_powers p
             ON p.analysis_id = a.id AND p.metric = a.metric AND p.member_id IS NOT NULL"
    ))
    .bind(guild_id)
    .bind(metric.as_str())
    .fetch_all(on)
    .await?;
    let placed = rows.into_iter().map(|row| {
        let (week, member_id, power, confidence, last_seen, place) = row;
        let value = Value {
            week,
            metric,
            name: String::new(),
            member_id,
            power,
            corrected: false,
            confidence: Some(confidence),
            last_seen,
        };
        Placed { place, value }
    });
    Ok(placed.collect())
}

/// Puts active corrections in the place of what was read, and those of members who were not read
/// behind the others, of weeks that were read.
async fn correct(
    on: &mut impl Executor,
    guild_id: &Id,
    metric: Metric,
    placed: &mut Vec<Placed>,
) -> Result<(), StoreError> {
    let corrections: Vec<(String, Id, i64)> = sql(concat!(
        "SELECT c.week, c.member_id, c.value
         FROM ",
        current_of_guild!("a.metric = $2 AND "),
        " AS a
         JOIN club_corrections c
             ON c.guild_id = $1 AND c.metric = a.metric AND c.week = a.week
                 AND c.removed_at IS NULL"
    ))
    .bind(guild_id)
    .bind(metric.as_str())
    .fetch_all(on)
    .await?;
    let mut corrected: HashMap<(String, Id), i64> = corrections
        .into_iter()
        .map(|(week, member, value)| ((week, member), value))
        .collect();
    if corrected.is_empty() {
        return Ok(());
    }
    for Placed { value, .. } in placed.iter_mut() {
        let key = (value.week.clone(), value.member_id.clone());
        if let Some(power) = corrected.remove(&key) {
            value.power = Some(power);
            value.corrected = true;
        }
    }
    placed.extend(corrected.into_iter().map(|((week, member_id), power)| {
        let value = Value {
            week,
            metric,
            name: String::new(),
            member_id,
            power: Some(power),
            corrected: true,
            confidence: None,
            last_seen: None,
        };
        Placed { place: LAST, value }
    }));
    Ok(())
}

/// Fills the names in. False when a member is not there any more.
async fn name(
    on: &mut impl Executor,
    guild_id: &Id,
    placed: &mut [Placed],
) -> Result<bool, StoreError> {
    let names: Vec<(Id, String)> = sql("SELECT id, name FROM club_members WHERE guild_id = $1")
        .bind(guild_id)
        .fetch_all(on)
        .await?;
    let names: HashMap<Id, String> = names.into_iter().collect();
    for Placed { value, .. } in placed {
        let Some(name) = names.get(&value.member_id) else {
            return Ok(false);
        };
        value.name.clone_from(name);
    }
    Ok(true)
}
