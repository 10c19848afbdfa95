//! Reads drafts and analyses back as people look at them.

use slimy_roster::Capacity;
use slimy_store::{
    Cursor, Id, PageRequest, Timestamp,
    club::{self as store, Analysis, AnalysisDetail, AnalysisStatus, AnalysisSummary, Source},
};

use crate::{
    Error, Services, UserError,
    rights::{Action, Actor, Membership, Resource, may},
    settings::{self, GuildSettings},
};

use super::{Row, Sheet, State, measure, ranked, sheet::read_metric};

/// Suggestions while one types: as many choices as Discord shows.
const SUGGESTIONS: usize = 25;

/// Analyses on one page of a list: what a phone shows without much scrolling.
const PAGE: usize = 8;

/// A saved analysis in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// `club_analyses.id`.
    pub id: Id,
    /// What it is called.
    pub title: String,
    /// The summary in words.
    pub summary: String,
    /// When it was saved.
    pub saved_at: Timestamp,
}

/// A page of the saved analyses, newest first.
#[derive(Debug, Clone, PartialEq)]
pub struct List {
    /// The analyses.
    pub items: Vec<Listed>,
    /// The place from which newer ones go on, when there are any.
    pub newer: Option<String>,
    /// The place from which older ones go on, when there are any.
    pub older: Option<String>,
}

/// Where a page of a list begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From<'a> {
    /// With the newest.
    Newest,
    /// With what is newer than this place.
    NewerThan(&'a str),
    /// With what is older than this place.
    OlderThan(&'a str),
}

/// The saved analysis `id`, or the newest.
pub async fn show(services: &Services, actor: &Actor, id: Option<&Id>) -> Result<Sheet, Error> {
    let place = reader(services, actor).await?;
    let id = match id {
        Some(id) => id.clone(),
        None => match store::newest_saved(&services.db, &place.guild_id).await? {
            Some(newest) => newest.id,
            None => return Err(UserError::NoAnalysisYet.into()),
        },
    };
    let detail = store::find_saved_with_relations(&services.db, &place.guild_id, &id).await?;
    Ok(saved_sheet(detail.ok_or(UserError::AnalysisNotFound)?))
}

/// A page of what is saved in the actor's guild.
pub async fn list(services: &Services, actor: &Actor, from: From<'_>) -> Result<List, Error> {
    let place = reader(services, actor).await?;
    let cursor = |place: &str| place.parse::<Cursor>().map_err(|_| UserError::StaleButton);
    let page = match from {
        From::Newest => PageRequest::first(PAGE),
        From::NewerThan(place) => PageRequest::before(PAGE, cursor(place)?),
        From::OlderThan(place) => PageRequest::after(PAGE, cursor(place)?),
    };
    let page = store::list_saved(&services.db, &place.guild_id, &page).await?;
    if page.items.is_empty() && from == From::Newest {
        return Err(UserError::NoAnalysisYet.into());
    }
    Ok(List {
        items: page.items.into_iter().map(listed).collect(),
        newer: page.previous.map(|cursor| cursor.to_string()),
        older: page.next.map(|cursor| cursor.to_string()),
    })
}

/// Saved analyses whose title or summary has `text` in it, newest first.
pub async fn suggest(services: &Services, actor: &Actor, text: &str) -> Result<Vec<Listed>, Error> {
    let place = reader(services, actor).await?;
    let found = store::search_saved(&services.db, &place.guild_id, text, SUGGESTIONS).await?;
    Ok(found.into_iter().map(listed).collect())
}

fn listed(analysis: AnalysisSummary) -> Listed {
    Listed {
        id: analysis.id,
        title: analysis.title.unwrap_or_default(),
        summary: analysis.summary,
        saved_at: analysis.saved_at,
    }
}

/// The settings of the guild `guild_id`.
pub(super) async fn settings(services: &Services, guild_id: &Id) -> Result<GuildSettings, Error> {
    settings::read(services, guild_id).await
}

/// The actor's place, when they may read the club there.
pub(super) async fn reader<'a>(
    services: &Services,
    actor: &'a Actor,
) -> Result<&'a Membership, Error> {
    let place = actor.membership.as_ref().ok_or(UserError::NotInGuild)?;
    let settings = settings(services, &place.guild_id).await?;
    let club = Resource::of_guild(&place.guild_id, &settings);
    if may(actor, Action::ClubRead, club) {
        Ok(place)
    } else {
        Err(UserError::AnalysisNotFound.into())
    }
}

/// The draft or analysis `id`, when it is the actor's guild's. Another guild's does not exist, and
/// a file that waits to be imported is none.
pub(super) async fn in_guild_of(
    services: &Services,
    actor: &Actor,
    id: &Id,
) -> Result<Analysis, Error> {
    let place = actor.membership.as_ref().ok_or(UserError::NotInGuild)?;
    store::find(&services.db, id)
        .await?
        .filter(|analysis| analysis.guild_id == place.guild_id && analysis.deleted_at.is_none())
        .filter(|analysis| {
            analysis.source != Source::Import || analysis.status == AnalysisStatus::Saved
        })
        .ok_or_else(|| UserError::AnalysisNotFound.into())
}

fn saved_sheet(detail: AnalysisDetail) -> Sheet {
    let AnalysisDetail {
        analysis,
        images,
        metrics,
        powers,
    } = detail;
    let value = |name: &str| {
        let metric = metrics.iter().find(|metric| metric.name == name)?;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "counts were written from u32; a saturating cast is the right answer for any other"
        )]
        Some(metric.value as u32)
    };
    let capacity = value("listedMembers").zip(value("capacity"));
    let capacity = capacity.map(|(members, of)| Capacity { members, of });
    let rows = ranked(powers.into_iter().map(row).collect());
    let measures = measure(&rows, capacity.map(|capacity| capacity.members));
    Sheet {
        id: analysis.id,
        title: analysis.title.unwrap_or_default(),
        summary: analysis.summary,
        metric: read_metric(analysis.metric),
        capacity,
        measures,
        rows,
        warnings: Vec::new(),
        images: images.len(),
        state: State::Saved {
            at: analysis.saved_at.unwrap_or(analysis.created_at),
        },
    }
}

fn row(power: store::Power) -> Row {
    Row {
        name: power.member,
        name_certain: power.name_certain,
        power: power.power,
        last_seen: power.last_seen,
        confidence: power.confidence,
        corrected: power.corrected,
    }
}
