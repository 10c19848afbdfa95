//! Values that a manager set, which count in the place of what was read.

use super::presence::hold_history;
use super::rows::Metric;
use super::{check_power, check_week};
use crate::engine::sql;
use crate::{Cursor, Executor, Id, Page, PageRequest, StoreError, Timestamp, Tx, limits};

/// A value that a manager set.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Correction {
    /// The row's key.
    pub id: Id,
    /// The guild's key.
    pub guild_id: Id,
    /// The member's key.
    pub member_id: Id,
    /// Which power it is.
    #[sqlx(try_from = "String")]
    pub metric: Metric,
    /// The club's week.
    pub week: String,
    /// The power.
    pub value: i64,
    /// Why.
    pub reason: Option<String>,
    /// The key of the person who set it.
    pub created_by: Option<Id>,
    /// When.
    pub created_at: Timestamp,
    /// When it was removed or replaced; none while it counts.
    pub removed_at: Option<Timestamp>,
    /// The key of the person who did that.
    pub removed_by: Option<Id>,
}

/// A correction to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCorrection {
    /// The guild's key.
    pub guild_id: Id,
    /// The member's key.
    pub member_id: Id,
    /// Which power it is.
    pub metric: Metric,
    /// The club's week, as `2026-W47`; whether it has a snapshot does not matter.
    pub week: String,
    /// The power, 0 to [`limits::CLUB_POWER`].
    pub value: i64,
    /// Why: at most [`limits::CLUB_REASON`] characters.
    pub reason: Option<String>,
    /// The key of the person who sets it.
    pub created_by: Id,
}

/// What a correction left behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CorrectionSet {
    /// The correction that counts now.
    pub correction: Correction,
    /// The one that counted before; it is kept as a removed one.
    pub replaced: Option<Correction>,
}

/// Corrects a value. Of two at once the later one counts, and says which it replaced.
/// [`StoreError::NotFound`] when the guild has no such member.
///
/// [`refresh_members`](super::refresh_members) belongs behind it.
pub async fn set_correction(
    mut tx: &mut Tx,
    new: NewCorrection,
    at: Timestamp,
) -> Result<CorrectionSet, StoreError> {
    check_week(&new.week)?;
    check_power(new.value)?;
    let characters = new.reason.as_deref().unwrap_or_default().chars().count();
    limits::check("characters of a reason", limits::CLUB_REASON, characters)?;
    hold_history(tx, &new.guild_id).await?;
    let replaced = sql(
        "UPDATE club_corrections SET removed_at = $5, removed_by = $6
         WHERE guild_id = $1 AND metric = $2 AND week = $3 AND member_id = $4
             AND removed_at IS NULL
         RETURNING id, guild_id, member_id, metric, week, value, reason, created_by, created_at,
             removed_at, removed_by",
    )
    .bind(&new.guild_id)
    .bind(new.metric.as_str())
    .bind(&new.week)
    .bind(&new.member_id)
    .bind(at)
    .bind(&new.created_by)
    .fetch_optional(&mut tx)
    .await?;
    let correction = sql(
        "INSERT INTO club_corrections (id, guild_id, member_id, metric, week, value, reason,
             created_by, created_at)
         SELECT $1, m.guild_id, m.id, $4, $5, $6, $7, $8, $9 FROM club_members m
         WHERE m.id = $3 AND m.guild_id = $2
         RETURNING id, guild_id, member_id, metric, week, value, reason, created_by, created_at,
             removed_at, removed_by",
    )
    .bind(Id::new())
    .bind(new.guild_id)
    .bind(new.member_id)
    .bind(new.metric.as_str())
    .bind(new.week)
    .bind(new.value)
    .bind(new.reason)
    .bind(new.created_by)
    .bind(at)
    .fetch_one(&mut tx)
    .await?;
    Ok(CorrectionSet {
        correction,
        replaced,
    })
}

/// Removes an active correction and gives it; none when it does not count (any more). What
/// was read counts again.
///
/// [`refresh_members`](super::refresh_members) belongs behind it.
pub async fn remove_correction(
    mut tx: &mut Tx,
    guild_id: &Id,
    id: &Id,
    by: &Id,
    at: Timestamp,
) -> Result<Option<Correction>, StoreError> {
    hold_history(tx, guild_id).await?;
    sql(
        "UPDATE club_corrections SET removed_at = $3, removed_by = $4
         WHERE id = $1 AND guild_id = $2 AND removed_at IS NULL
         RETURNING id, guild_id, member_id, metric, week, value, reason, created_by, created_at,
             removed_at, removed_by",
    )
    .bind(id)
    .bind(guild_id)
    .bind(at)
    .bind(by)
    .fetch_optional(&mut tx)
    .await
}

/// The correction of a guild with this key, active or not.
pub async fn find_correction(
    mut on: impl Executor,
    guild_id: &Id,
    id: &Id,
) -> Result<Option<Correction>, StoreError> {
    sql(
        "SELECT id, guild_id, member_id, metric, week, value, reason, created_by, created_at,
             removed_at, removed_by
         FROM club_corrections WHERE id = $1 AND guild_id = $2",
    )
    .bind(id)
    .bind(guild_id)
    .fetch_optional(&mut on)
    .await
}

/// Which corrections to list; what is none does not matter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CorrectionFilter {
    /// Of this member.
    pub member_id: Option<Id>,
    /// Of this metric.
    pub metric: Option<Metric>,
    /// Of this week.
    pub week: Option<String>,
    /// Also those that do not count any more.
    pub removed: bool,
}

/// Corrections beyond a cursor (`$2`, `$3`), in which order.
macro_rules! corrections {
    ($beyond:literal, $order:literal) => {
        concat!(
            "SELECT id, guild_id, member_id, metric, week, value, reason, created_by, created_at,
                 removed_at, removed_by
             FROM club_corrections
             WHERE guild_id = $1 AND (created_at, id) ",
            $beyond,
            " ($2, $3) AND ($5 IS NULL OR member_id = $5) AND ($6 IS NULL OR metric = $6)
                 AND ($7 IS NULL OR week = $7) AND ($8 OR removed_at IS NULL)
             ORDER BY ",
            $order,
            " LIMIT $4"
        )
    };
}

/// A page of a guild's corrections, the one that was made last first.
pub async fn list_corrections(
    mut on: impl Executor,
    guild_id: &Id,
    filter: &CorrectionFilter,
    page: &PageRequest,
) -> Result<Page<Correction>, StoreError> {
    let (newer, from, rows) = page.plan()?;
    let query = if newer {
        sql(corrections!(">", "created_at, id"))
    } else {
        sql(corrections!("<", "created_at DESC, id DESC"))
    };
    let found = query
        .bind(guild_id)
        .bind(from.at)
        .bind(from.id)
        .bind(rows)
        .bind(filter.member_id.as_ref())
        .bind(filter.metric.map(Metric::as_str))
        .bind(filter.week.as_ref())
        .bind(filter.removed)
        .fetch_all(&mut on)
        .await?;
    Ok(Page::of(page, found, |row: &Correction| Cursor {
        at: row.created_at,
        id: row.id.clone(),
    }))
}

/// The active corrections of the weeks `from` to `to`, both metrics, by week: at most
/// [`limits::CLUB_MEMBERS`].
pub async fn active_corrections(
    mut on: impl Executor,
    guild_id: &Id,
    from: &str,
    to: &str,
) -> Result<Vec<Correction>, StoreError> {
    check_week(from)?;
    check_week(to)?;
    sql(
        "SELECT id, guild_id, member_id, metric, week, value, reason, created_by, created_at,
             removed_at, removed_by
         FROM club_corrections
         WHERE guild_id = $1 AND metric IN ('sim', 'total') AND week >= $2 AND week <= $3
             AND removed_at IS NULL
         ORDER BY week, metric, member_id LIMIT $4",
    )
    .bind(guild_id)
    .bind(from)
    .bind(to)
    .bind(i64::try_from(limits::CLUB_MEMBERS).unwrap_or(0))
    .fetch_all(&mut on)
    .await
}
