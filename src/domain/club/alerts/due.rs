//! The reminder that a week's scan is due.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Mutex, PoisonError},
    time::Duration,
};

use slimy_store::{
    Id, Timestamp,
    club::{self as store, Snapshot},
    guilds::{self, Guild},
};

use super::News;
use crate::{
    Error, Services,
    club::{Metric, Week, sheet::read_metric},
    settings::GuildSettings,
};

/// How long after a week's beginning its scan is due.
const DUE_AFTER: Duration = Duration::from_hours(24);

/// A metric is usually saved when the week before has it, or two of so many weeks before.
const USUAL_WEEKS: i64 = 4;

/// Guilds that are looked at with one query.
const STEP: usize = 100;

/// Which guilds need no more looking at in their week, so that a job that comes each minute costs
/// a club little. What is lost of it with a restart is looked up again.
#[derive(Debug, Default)]
pub struct Reminded(Mutex<BTreeMap<Id, Week>>);

impl Reminded {
    fn is_done(&self, guild_id: &Id, week: Week) -> bool {
        let done = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        done.get(guild_id) == Some(&week)
    }

    fn done(&self, guild_id: &Id, week: Week) {
        let mut done = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        done.insert(guild_id.clone(), week);
    }
}

/// Queues a reminder for each guild whose week began a day ago and misses a roster that the club
/// usually saves: once for a guild and week, however often and by however many programs this is
/// called. Gives how many were queued.
pub async fn remind(services: &Services, reminded: &Reminded) -> Result<usize, Error> {
    let now = services.now();
    let mut queued = 0;
    let mut after: Option<Id> = None;
    loop {
        let guilds = guilds::list_present(&services.db, after.as_ref(), STEP).await?;
        for guild in &guilds {
            queued += usize::from(of_guild(services, reminded, guild, now).await?);
        }
        match guilds.last() {
            Some(last) if guilds.len() == STEP => after = Some(last.id.clone()),
            _ => return Ok(queued),
        }
    }
}

async fn of_guild(
    services: &Services,
    reminded: &Reminded,
    guild: &Guild,
    now: Timestamp,
) -> Result<bool, Error> {
    let settings = GuildSettings::of(guild);
    let club = &settings.club;
    let wanted = club.alerts.scan_due && club.alerts.channel.is_some();
    if !wanted || !settings.features.club_analytics {
        return Ok(false);
    }
    let week = club.week.week_of(now);
    let began = club.week.starts(week);
    if now < began + DUE_AFTER || reminded.is_done(&guild.id, week) {
        return Ok(false);
    }
    let snapshots = store::current_snapshots(&services.db, &guild.id).await?;
    let metrics = missing(&snapshots, week);
    let mut queued = false;
    if !metrics.is_empty() {
        let news = News::ScanDue {
            week,
            began,
            metrics,
        };
        let alert = news.alert(&guild.id, format!("due:{week}"), now)?;
        queued = store::queue_alert(&services.db, alert, now).await?;
    }
    reminded.done(&guild.id, week);
    Ok(queued)
}

/// What `week` misses of what the club usually saves.
pub(super) fn missing(snapshots: &[Snapshot], week: Week) -> Vec<Metric> {
    let weeks = |metric: Metric| -> BTreeSet<Week> {
        let of_metric = snapshots
            .iter()
            .filter(|snapshot| read_metric(snapshot.metric) == metric);
        of_metric
            .filter_map(|snapshot| snapshot.week.parse().ok())
            .collect()
    };
    let is_missing = |metric: &Metric| {
        let weeks = weeks(*metric);
        let recent = weeks.range(week.plus(-USUAL_WEEKS)..week).count();
        let usual = recent >= 2 || weeks.contains(&week.previous());
        usual && !weeks.contains(&week)
    };
    [Metric::Sim, Metric::Total]
        .into_iter()
        .filter(is_missing)
        .collect()
}
