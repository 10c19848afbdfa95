//! Back to the roster that was saved before, and forth again. Nothing is lost by either.

use slimy_store::{
    Id, Timestamp, audit as log,
    club::{self as store, AnalysisStatus, Snapshot, Version},
};

use super::{CHOICES, Fault, manager, members::user};
use crate::{
    Error, Services, UserError, audit,
    club::{
        Metric, Week,
        sheet::{read_metric, stored_metric},
        view,
    },
    rights::Actor,
};

/// What a rollback would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RollBack {
    /// The roster that counts now; none where all were rolled back.
    pub now: Option<SnapshotLine>,
    /// The one that would count: the week vanishes where there is none.
    pub before: Option<SnapshotLine>,
    /// The one that was rolled back last of the same week and metric, and still is.
    pub undoable: Option<SnapshotLine>,
}

/// A saved roster in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SnapshotLine {
    /// `club_analyses.id`.
    pub id: Id,
    /// The week's name.
    pub week: String,
    /// Which power.
    pub metric: Metric,
    /// What it is called; empty for nothing.
    pub title: String,
    /// When it was saved.
    pub saved_at: Timestamp,
    /// How many members it has, where that is known.
    pub members: Option<i64>,
    /// It came from a file.
    pub is_imported: bool,
}

/// What a rollback did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RolledBack {
    /// The roster that does not count any more.
    pub gone: SnapshotLine,
    /// The one that counts instead; the week vanished where there is none.
    pub now: Option<SnapshotLine>,
}

/// What undoing a rollback did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undone {
    /// The roster that was rolled back.
    pub back: SnapshotLine,
    /// It counts; otherwise a later one was saved meanwhile.
    pub is_current: bool,
}

/// What a rollback of `metric` would do, in `week` or in the last one that has a roster.
pub async fn question(
    services: &Services,
    actor: &Actor,
    metric: Metric,
    week: Option<&str>,
) -> Result<RollBack, Error> {
    let place = manager(services, actor).await?;
    let guild_id = &place.guild_id;
    let stored = stored_metric(metric);
    let week = match week {
        Some(name) => Some(Week::parse(name).map_err(|fault| user(fault.into()))?),
        None => None,
    };
    let wanted = match week {
        Some(week) => Some(week.to_string()),
        None => newest_week(services, guild_id, stored).await?,
    };
    let versions = match &wanted {
        Some(week) => store::versions(&services.db, guild_id, week, stored).await?,
        None => Vec::new(),
    };
    if versions.is_empty() {
        return Err(user(Fault::NothingToRollBack { metric, week }));
    }
    Ok(of_versions(versions))
}

/// The last week that has a roster, or had one until it was rolled back.
async fn newest_week(
    services: &Services,
    guild_id: &Id,
    metric: store::Metric,
) -> Result<Option<String>, Error> {
    let latest = store::latest_snapshot(&services.db, guild_id, metric).await?;
    let found = match latest {
        Some(latest) => Some(latest),
        None => store::newest_rolled_back(&services.db, guild_id, metric).await?,
    };
    Ok(found.map(|snapshot| snapshot.week))
}

/// Of all versions of a week, the one saved last first.
fn of_versions(versions: Vec<Version>) -> RollBack {
    let undoable = versions
        .iter()
        .filter(|version| version.rolled_back_at.is_some())
        .max_by_key(|version| version.rolled_back_at)
        .map(|version| line(version.snapshot.clone()));
    let mut counting = versions
        .into_iter()
        .filter(|version| version.rolled_back_at.is_none());
    let mut next = || counting.next().map(|version| line(version.snapshot));
    RollBack {
        now: next(),
        before: next(),
        undoable,
    }
}

/// Rolls the roster `id` back, when it is the one that counts.
pub async fn roll_back(services: &Services, actor: &Actor, id: &Id) -> Result<RolledBack, Error> {
    let place = manager(services, actor).await?;
    let guild_id = &place.guild_id;
    let gone = saved(services, actor, id).await?;
    let now = services.now();
    let mut tx = services.db.begin().await?;
    if !store::roll_back(&mut tx, guild_id, id, &actor.user_id, now).await? {
        tx.rollback().await?;
        return Err(user(Fault::NoLongerCurrent));
    }
    store::refresh_members(&mut tx, guild_id, now).await?;
    let metric = stored_metric(gone.metric);
    let current = store::current_snapshot(&mut tx, guild_id, &gone.week, metric).await?;
    let action = audit::CLUB_SNAPSHOT_ROLLBACK;
    let entry = audit::entry_by(actor, action, "club_analysis", id.as_str(), now);
    let details = serde_json::json!({
        "week": gone.week, "metric": gone.metric.as_str(),
        "now": current.as_ref().map(|snapshot| snapshot.analysis_id.as_str()),
    });
    log::create(&mut tx, &audit::with_details(entry, details)).await?;
    tx.commit().await?;
    Ok(RolledBack {
        gone,
        now: current.map(line),
    })
}

/// Undoes the rollback of the roster `id`.
pub async fn undo(services: &Services, actor: &Actor, id: &Id) -> Result<Undone, Error> {
    let place = manager(services, actor).await?;
    let guild_id = &place.guild_id;
    let back = saved(services, actor, id).await?;
    let now = services.now();
    let mut tx = services.db.begin().await?;
    if !store::undo_roll_back(&mut tx, guild_id, id, now).await? {
        tx.rollback().await?;
        return Err(user(Fault::NothingToUndo));
    }
    store::refresh_members(&mut tx, guild_id, now).await?;
    let metric = stored_metric(back.metric);
    let current = store::current_snapshot(&mut tx, guild_id, &back.week, metric).await?;
    let is_current = current.is_some_and(|snapshot| snapshot.analysis_id == *id);
    let action = audit::CLUB_SNAPSHOT_RESTORE;
    let entry = audit::entry_by(actor, action, "club_analysis", id.as_str(), now);
    let details = serde_json::json!({
        "week": back.week, "metric": back.metric.as_str(), "isCurrent": is_current,
    });
    log::create(&mut tx, &audit::with_details(entry, details)).await?;
    tx.commit().await?;
    Ok(Undone { back, is_current })
}

/// The saved roster `id` of the actor's guild.
async fn saved(services: &Services, actor: &Actor, id: &Id) -> Result<SnapshotLine, Error> {
    let analysis = view::in_guild_of(services, actor, id).await?;
    let (AnalysisStatus::Saved, Some(week), Some(saved_at)) =
        (analysis.status, analysis.week, analysis.saved_at)
    else {
        return Err(UserError::AnalysisNotFound.into());
    };
    Ok(SnapshotLine {
        id: analysis.id,
        week,
        metric: read_metric(analysis.metric),
        title: analysis.title.unwrap_or_default(),
        saved_at,
        members: None,
        is_imported: analysis.source == store::Source::Import,
    })
}

fn line(snapshot: Snapshot) -> SnapshotLine {
    SnapshotLine {
        id: snapshot.analysis_id,
        week: snapshot.week,
        metric: read_metric(snapshot.metric),
        title: snapshot.title.unwrap_or_default(),
        saved_at: snapshot.saved_at,
        members: snapshot.total_members,
        is_imported: snapshot.source == store::Source::Import,
    }
}

/// Weeks that have a roster and whose name has what was typed, the newest first.
pub async fn suggest_weeks(
    services: &Services,
    actor: &Actor,
    typed: &str,
) -> Result<Vec<String>, Error> {
    let place = manager(services, actor).await?;
    let wanted = typed.trim().to_uppercase();
    let snapshots = store::current_snapshots(&services.db, &place.guild_id).await?;
    let mut weeks: Vec<String> = snapshots
        .into_iter()
        .map(|snapshot| snapshot.week)
        .filter(|week| week.contains(&wanted))
        .collect();
    weeks.dedup();
    weeks.truncate(CHOICES);
    Ok(weeks)
}
