//! Two weeks, or two analyses, side by side.

use chrono::NaiveDate;
use slimy_store::{
    Id, Timestamp,
    club::{self as store, AnalysisDetail},
};

use crate::{
    Error, Services,
    rights::{Action, Actor},
};

use super::super::{
    MAX_TITLE, Metric, Standing, Week,
    compare::{Comparison, compare as compare_standings},
    names::name_key,
    sheet::read_metric,
    statistics::{Statistics, statistics},
};
use super::{
    Fault, Taken,
    place::{Place, place},
    timeline::{Timeline, read_week, standings},
};

/// Analyses with a title in their words that are looked at for one that has just that title.
const ALIKE: usize = 50;

/// One side of a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Side {
    /// A week: its current snapshot, corrections applied.
    Week(Taken),
    /// A saved analysis as it was read, whether or not it still counts.
    Analysis {
        /// What it is called.
        title: String,
        /// The club's week, where it has one.
        week: Option<Week>,
        /// When it was saved.
        saved_at: Timestamp,
    },
}

impl Side {
    /// The date on which the week begins, of a week.
    pub fn from(&self) -> Option<NaiveDate> {
        match self {
            Self::Week(taken) => Some(taken.from),
            Self::Analysis { .. } => None,
        }
    }
}

/// What has changed from one side to the other.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// Which power.
    pub metric: Metric,
    /// Before.
    pub from: Side,
    /// After.
    pub to: Side,
    /// The numbers of `to`, and how they have changed.
    pub statistics: Statistics,
    /// Member by member.
    pub comparison: Comparison,
}

/// A side as it was asked for.
enum Asked {
    Week(Week),
    Analysis(Box<AnalysisDetail>),
}

impl Asked {
    fn metric(&self) -> Option<Metric> {
        match self {
            Self::Week(_) => None,
            Self::Analysis(detail) => Some(read_metric(detail.analysis.metric)),
        }
    }

    fn week(&self) -> Option<Week> {
        match self {
            Self::Week(week) => Some(*week),
            Self::Analysis(_) => None,
        }
    }
}

/// Compares `from` with `to`, each a week as people write it, or the id or the title of an analysis:
/// by default the newest week with the one before it.
pub async fn compare(
    services: &Services,
    actor: &Actor,
    metric: Option<Metric>,
    from: Option<&str>,
    to: Option<&str>,
) -> Result<Compared, Error> {
    let place = place(services, actor, Action::ClubRead).await?;
    let from = asked(services, &place, from).await?;
    let to = asked(services, &place, to).await?;
    let timeline = Timeline::find(services, &place).await?;
    let metric = metric_of(metric, from.as_ref(), to.as_ref(), timeline.as_ref())?;
    let scope = Scope {
        services,
        place: &place,
        timeline: timeline.as_ref(),
        metric,
    };
    let (to_side, to_rows) = scope.side(to, None).await?;
    let (from_side, from_rows) = scope.side(from, Some(&to_side)).await?;
    if from_side == to_side {
        return Err(Fault::SameSides.into());
    }
    let jump = place.settings.club.guards.jump_percent;
    Ok(Compared {
        metric,
        statistics: statistics(&to_rows, Some(&from_rows)),
        comparison: compare_standings(&from_rows, &to_rows, jump),
        from: from_side,
        to: to_side,
    })
}

async fn asked(
    services: &Services,
    place: &Place<'_>,
    typed: Option<&str>,
) -> Result<Option<Asked>, Error> {
    let Some(typed) = typed.map(str::trim) else {
        return Ok(None);
    };
    if let Ok(week) = Week::parse(&typed.to_uppercase()) {
        return Ok(Some(Asked::Week(week)));
    }
    let (db, guild_id) = (&services.db, place.guild_id);
    let mut detail = store::find_saved_with_relations(db, guild_id, &Id::from(typed)).await?;
    if detail.is_none()
        && let Some(id) = titled(services, place, typed).await?
    {
        detail = store::find_saved_with_relations(db, guild_id, &id).await?;
    }
    let detail = detail.ok_or(Fault::NeitherWeekNorAnalysis)?;
    Ok(Some(Asked::Analysis(Box::new(detail))))
}

/// The one analysis with this title, however it is written: that of somebody who types it and does
/// not choose it. None where several have it.
async fn titled(services: &Services, place: &Place<'_>, typed: &str) -> Result<Option<Id>, Error> {
    if typed.is_empty() || typed.contains('\0') || typed.chars().count() > MAX_TITLE {
        return Ok(None);
    }
    let found = store::search_saved(&services.db, place.guild_id, typed, ALIKE).await?;
    let wanted = typed.to_lowercase();
    let is_wanted = |title: &str| title.trim().to_lowercase() == wanted;
    let mut alike = found
        .into_iter()
        .filter(|one| one.title.as_deref().is_some_and(is_wanted));
    let one = alike.next();
    Ok(one.filter(|_| alike.next().is_none()).map(|one| one.id))
}

fn metric_of(
    asked: Option<Metric>,
    from: Option<&Asked>,
    to: Option<&Asked>,
    timeline: Option<&Timeline>,
) -> Result<Metric, Error> {
    let named = [from, to].into_iter().flatten().filter_map(Asked::metric);
    let mut named = named.chain(asked);
    if let Some(metric) = named.next() {
        return if named.all(|other| other == metric) {
            Ok(metric)
        } else {
            Err(Fault::MetricsDiffer.into())
        };
    }
    let timeline = timeline.ok_or(Fault::NothingYet)?;
    let week = to.or(from).and_then(Asked::week);
    Ok(timeline.metric(None, week))
}

/// What both sides have in common.
struct Scope<'a> {
    services: &'a Services,
    place: &'a Place<'a>,
    timeline: Option<&'a Timeline>,
    metric: Metric,
}

impl Scope<'_> {
    /// A side with its rows. One that was not asked for is the newest week, or the last one before
    /// `later`.
    async fn side(
        &self,
        asked: Option<Asked>,
        later: Option<&Side>,
    ) -> Result<(Side, Vec<Standing>), Error> {
        let week = match asked {
            Some(Asked::Analysis(detail)) => return self.analysis(*detail).await,
            Some(Asked::Week(week)) => Some(week),
            None => None,
        };
        let timeline = self.timeline.ok_or(Fault::NothingYet)?;
        let snapshot = match (week, later) {
            (None, Some(later)) => self.before(timeline, later)?,
            (week, _) => timeline.at(self.metric, week)?,
        };
        let rows = standings(self.services, self.place.guild_id, snapshot).await?;
        Ok((Side::Week(timeline.taken(snapshot)?), rows))
    }

    fn before<'t>(
        &self,
        timeline: &'t Timeline,
        later: &Side,
    ) -> Result<&'t store::Snapshot, Error> {
        let week = match later {
            Side::Week(taken) => Some(taken.week),
            Side::Analysis { week, .. } => *week,
        };
        let found = match week {
            Some(week) => timeline.before(self.metric, &week.to_string()),
            None => timeline.of(self.metric).next(),
        };
        Ok(found.ok_or(Fault::OneWeek(self.metric))?)
    }

    /// An analysis as it was read. Rows of one that was saved before members were kept are found
    /// by their names, and by those alone where nobody is known by them.
    async fn analysis(&self, detail: AnalysisDetail) -> Result<(Side, Vec<Standing>), Error> {
        let AnalysisDetail {
            analysis, powers, ..
        } = detail;
        let is_adopted = powers.iter().all(|power| power.member_id.is_some());
        let members = if is_adopted {
            Vec::new()
        } else {
            store::list_members(&self.services.db, self.place.guild_id).await?
        };
        let by_name = |name: &str| {
            let key = name_key(name);
            let known = members.iter().find(|member| member.name_key == key);
            known.map_or_else(|| Id::from(key), |member| member.id.clone())
        };
        let rows = powers.into_iter().map(|power| Standing {
            member: Some(power.member_id.unwrap_or_else(|| by_name(&power.member))),
            name: power.member,
            power: power.power,
            corrected: power.corrected,
        });
        let rows = rows.collect();
        let side = Side::Analysis {
            week: analysis.week.as_deref().map(read_week).transpose()?,
            saved_at: analysis.saved_at.unwrap_or(analysis.created_at),
            title: analysis.title.unwrap_or_default(),
        };
        Ok((side, rows))
    }
}
