//! The weeks of a club that have a snapshot, and what members had in them.

use chrono::{Days, NaiveDate};
use slimy_store::{
    Id, Timestamp,
    club::{self as store, Snapshot, Value},
};

use crate::{Error, Services};

use super::super::{
    Anchor, Metric, Standing, Week,
    sheet::{read_metric, stored_metric},
};
use super::{Fault, place::Place};

/// A week's snapshot as people are told of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// `club_analyses.id`.
    pub analysis: Id,
    /// The club's week.
    pub week: Week,
    /// The date on which that week begins in the guild's time zone.
    pub from: NaiveDate,
    /// Which power.
    pub metric: Metric,
    /// When it was saved.
    pub saved_at: Timestamp,
    /// What it is called.
    pub title: String,
}

impl Taken {
    /// The date of the week's last whole day.
    pub fn to(&self) -> NaiveDate {
        last_day(self.from)
    }
}

/// The last of the seven days that begin at `from`.
pub(super) fn last_day(from: NaiveDate) -> NaiveDate {
    from.checked_add_days(Days::new(6)).unwrap_or(from)
}

/// The current snapshots of a guild, the newest week first; at least one.
pub(super) struct Timeline {
    snapshots: Vec<Snapshot>,
    anchor: Anchor,
}

impl Timeline {
    /// Reads it, or says that nothing is known yet.
    pub(super) async fn read(services: &Services, place: &Place<'_>) -> Result<Self, Error> {
        let known = Self::find(services, place).await?;
        Ok(known.ok_or(Fault::NothingYet)?)
    }

    /// Reads it; none where nothing is known yet.
    pub(super) async fn find(
        services: &Services,
        place: &Place<'_>,
    ) -> Result<Option<Self>, Error> {
        let snapshots = store::current_snapshots(&services.db, place.guild_id).await?;
        let anchor = place.settings.club.week;
        Ok((!snapshots.is_empty()).then_some(Self { snapshots, anchor }))
    }

    /// All of them, both metrics.
    pub(super) fn all(&self) -> &[Snapshot] {
        &self.snapshots
    }

    /// Those of one metric, the newest week first.
    pub(super) fn of(&self, metric: Metric) -> impl DoubleEndedIterator<Item = &Snapshot> {
        let metric = stored_metric(metric);
        let all = self.snapshots.iter();
        all.filter(move |snapshot| snapshot.metric == metric)
    }

    /// The metric that is meant where none is named: that of the week that is asked for, otherwise
    /// of the newest; where both have it, total power.
    pub(super) fn metric(&self, asked: Option<Metric>, week: Option<Week>) -> Metric {
        let has = |metric: Metric| {
            let newest = self.snapshots.first().map(|snapshot| &snapshot.week);
            let name = week.map(|week| week.to_string());
            let wanted = name.as_ref().or(newest);
            self.of(metric)
                .any(|snapshot| Some(&snapshot.week) == wanted)
        };
        asked.unwrap_or_else(|| {
            if has(Metric::Total) || !has(Metric::Sim) {
                Metric::Total
            } else {
                Metric::Sim
            }
        })
    }

    /// The snapshot of a week, or the newest.
    pub(super) fn at(&self, metric: Metric, week: Option<Week>) -> Result<&Snapshot, Error> {
        let newest = self.of(metric).next().ok_or(Fault::NothingOf(metric))?;
        let Some(week) = week else {
            return Ok(newest);
        };
        let name = week.to_string();
        match self.of(metric).find(|snapshot| snapshot.week == name) {
            Some(snapshot) => Ok(snapshot),
            None => Err(Fault::NoSuchWeek {
                metric,
                week,
                newest: read_week(&newest.week)?,
            }
            .into()),
        }
    }

    /// The last snapshot of the metric before that week.
    pub(super) fn before(&self, metric: Metric, week: &str) -> Option<&Snapshot> {
        self.of(metric)
            .find(|snapshot| snapshot.week.as_str() < week)
    }

    /// The snapshot as people are told of it.
    pub(super) fn taken(&self, snapshot: &Snapshot) -> Result<Taken, Error> {
        let week = read_week(&snapshot.week)?;
        Ok(Taken {
            analysis: snapshot.analysis_id.clone(),
            week,
            from: week.date(self.anchor.weekday),
            metric: read_metric(snapshot.metric),
            saved_at: snapshot.saved_at,
            title: snapshot.title.clone().unwrap_or_default(),
        })
    }
}

/// What each member had in the snapshot's week, corrections applied.
pub(super) async fn standings(
    services: &Services,
    guild_id: &Id,
    snapshot: &Snapshot,
) -> Result<Vec<Standing>, Error> {
    let snapshot = std::slice::from_ref(snapshot);
    let values = store::values(&services.db, guild_id, snapshot).await?;
    Ok(values.into_iter().map(standing).collect())
}

fn standing(value: Value) -> Standing {
    Standing {
        member: Some(value.member_id),
        name: value.name,
        power: value.power,
        corrected: value.corrected,
    }
}

/// A week as the store has it.
pub(super) fn read_week(name: &str) -> Result<Week, Error> {
    Week::parse(name).map_err(|fault| Error::Corrupt {
        what: "week",
        source: serde::de::Error::custom(fault),
    })
}

/// A week as a person types it or chooses it.
pub(super) fn typed_week(typed: Option<&str>) -> Result<Option<Week>, Error> {
    let parse = |typed: &str| Week::parse(&typed.trim().to_uppercase());
    let week = typed.map(parse).transpose();
    Ok(week.map_err(|_| Fault::NotAWeek)?)
}
