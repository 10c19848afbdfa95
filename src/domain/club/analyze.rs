//! Screenshots become a draft, or are added to one: downloaded and read in parallel, merged, and
//! stored for 24 hours.

use std::{collections::HashSet, time::Duration};

use slimy_roster::{Metric, Roster};
use slimy_store::{
    Json, Timestamp, audit as log,
    club::{self as store, Analysis, DraftChanges, NewDraft},
    limits,
};
use slimy_words::Words;

use crate::{
    Error, Services, UserError, audit,
    rights::{Action, Actor, Membership, Resource, may},
    settings::GuildSettings,
};

use super::{
    Blind, NotUsed, Progress, Rejected, Review, Upload,
    background::week_of,
    draft::{TRIES, reviewed},
    intake::{Desk, Readings, refusals, unique_name, unique_names},
    payload::{Payload, Shot},
    posted::Posted,
    sheet::stored_metric,
    title,
};

/// How long one call may wait for its turn and be read: well within the 15 minutes in which it
/// can be answered.
const PATIENCE: Duration = Duration::from_mins(5);
/// How long a draft waits to be saved.
const DRAFT_LIVES: Duration = Duration::from_hours(24);

/// What came of a call.
#[derive(Debug, Clone, PartialEq)]
pub struct Analyzed {
    /// The draft.
    pub review: Review,
    /// The images that were not used, each with its reason.
    pub rejected: Vec<Rejected>,
    /// What it was before, where this call added to it.
    pub added_to: Option<Before>,
    /// Why the vision model saw nothing.
    pub warnings: Vec<Blind>,
}

/// A review before screenshots were added to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Before {
    /// How many screenshots it had.
    pub screenshots: usize,
    /// The message that showed it, when it is known.
    pub message: Option<Posted>,
}

/// Where a call's screenshots go.
struct Target {
    payload: Payload,
    rosters: Vec<Roster>,
    /// The files that were not used.
    refused: Vec<Rejected>,
}

impl Target {
    /// What it is called when nobody says otherwise.
    fn title(&self, words: Words, at: &Timestamp) -> String {
        let metrics: Vec<Metric> = self.rosters.iter().map(|roster| roster.metric).collect();
        title::by_default(words, &metrics, at)
    }
}

/// Downloads and reads `uploads`, and stores what they show: with the draft that this person has
/// in this guild, when it is of the same club, and otherwise as a draft of its own.
pub async fn analyze(
    services: &Services,
    actor: &Actor,
    title: Option<String>,
    channel_id: Option<String>,
    uploads: Vec<Upload>,
    progress: &Progress,
) -> Result<Analyzed, Error> {
    let (place, settings) = permitted(services, actor).await?;
    let title = title::checked(title)?;
    if uploads.is_empty() {
        return Err(UserError::NoImages.into());
    }

    let _alone = services
        .reading
        .enter(&actor.user_id)
        .ok_or(UserError::StillReading)?;
    let desk = Desk {
        services,
        actor,
        place,
        vision: services
            .vision
            .as_ref()
            .filter(|_| settings.club.vision_reading),
        progress,
    };
    let reading = Readings::take(&desk, unique_names(uploads));
    let reading = tokio::time::timeout(PATIENCE, reading).await;
    let readings = reading.map_err(|_| UserError::TookTooLong)??;
    if readings.read.is_empty() {
        let entries = readings.entries(actor, services.now());
        services.recorder.write(&entries).await?;
        return Err(UserError::NothingReadable(readings.rejected()).into());
    }
    let call = Call {
        services,
        actor,
        place,
        settings,
        title,
        channel_id,
        readings,
    };
    call.keep().await
}

/// The actor's place, when they may analyze there, and its settings.
async fn permitted<'a>(
    services: &Services,
    actor: &'a Actor,
) -> Result<(&'a Membership, GuildSettings), Error> {
    let place = actor.membership.as_ref().ok_or(UserError::NotInGuild)?;
    let settings = super::view::settings(services, &place.guild_id).await?;
    let club = Resource::of_guild(&place.guild_id, &settings);
    if may(actor, Action::ClubAnalyze, club) {
        Ok((place, settings))
    } else {
        Err(UserError::MayNotAnalyze.into())
    }
}

/// A call whose screenshots are read.
struct Call<'a> {
    services: &'a Services,
    actor: &'a Actor,
    place: &'a Membership,
    settings: GuildSettings,
    title: Option<String>,
    channel_id: Option<String>,
    readings: Readings,
}

impl Call<'_> {
    /// Stores what was read. Of two calls at once each finds what the other has stored.
    async fn keep(self) -> Result<Analyzed, Error> {
        for _ in 0..TRIES {
            if let Some(live) = self.live().await? {
                let mut payload = Payload::of(&live)?;
                let before = Before {
                    screenshots: payload.images.len(),
                    message: payload.take_message(),
                };
                if let Some(target) = self.added(payload, true).await? {
                    match self.extend(&live, target, before).await? {
                        Some(analyzed) => return Ok(analyzed),
                        None => continue,
                    }
                }
            }
            let mut new = Payload::new();
            new.guards = Some(self.settings.club.guards);
            let alone = self.added(new, false).await?;
            let Some(target) = alone else {
                let entries = self.readings.entries(self.actor, self.services.now());
                self.services.recorder.write(&entries).await?;
                return Err(UserError::NothingReadable(self.readings.rejected()).into());
            };
            return self.create(target).await;
        }
        Err(UserError::Busy.into())
    }

    /// The draft to which this call adds: of this person, here, this week, and not of a release
    /// that kept no cards.
    async fn live(&self) -> Result<Option<Analysis>, Error> {
        let (services, now) = (self.services, self.services.now());
        let guild_id = &self.place.guild_id;
        let found =
            store::find_live_draft(&services.db, guild_id, &self.actor.user_id, now).await?;
        let Some(live) = found else { return Ok(None) };
        let same_week = week_of(&self.settings, live.created_at) == week_of(&self.settings, now);
        let grows = same_week && Payload::of(&live)?.can_grow();
        Ok(grows.then_some(live))
    }

    /// `payload` with what was read. None where they are not of one club, so that nothing of
    /// either is lost; and none where nothing was read of one club at all.
    async fn added(&self, mut payload: Payload, is_live: bool) -> Result<Option<Target>, Error> {
        let before: Vec<String> = payload.images.iter().map(|i| i.name.clone()).collect();
        let mut names: HashSet<String> = before.iter().cloned().collect();
        let mut refused = self.readings.refused.clone();
        let mut kept = Vec::new();
        for (image, shot) in &self.readings.read {
            let rejected = |reason: NotUsed| Rejected {
                file: image.name.clone(),
                reason,
            };
            let known = payload.images.iter().find(|i| i.sha256 == image.sha256);
            if let Some(known) = known {
                let of = known.name.clone();
                refused.push(rejected(NotUsed::Duplicate { of }));
                continue;
            }
            if payload.images.len() >= limits::IMAGES_PER_ANALYSIS {
                let max = limits::IMAGES_PER_ANALYSIS;
                refused.push(rejected(NotUsed::ReviewFull { max }));
                continue;
            }
            let mut image = image.clone();
            let file = unique_name(&image.name, &mut names);
            kept.push((
                std::mem::replace(&mut image.name, file.clone()),
                file.clone(),
            ));
            payload.images.push(image);
            payload.shots.push(Shot {
                file,
                shot: shot.clone(),
            });
        }
        for opinion in &self.readings.opinions {
            if let Some((_, file)) = kept.iter().find(|(given, _)| *given == opinion.file) {
                let mut opinion = opinion.clone();
                opinion.file.clone_from(file);
                payload.opinions.push(opinion);
            }
        }
        let merged = self.services.reading.merge(payload.to_merge()).await?;
        let strangers: Vec<String> = merged.rejected.iter().map(|r| r.file.clone()).collect();
        let came = payload.images.len() - before.len();
        // What was sent along with pictures of this review was meant for it.
        let is_duplicate = |one: &Rejected| matches!(one.reason, NotUsed::Duplicate { .. });
        let belongs = refused.iter().any(is_duplicate);
        let is_another_club = strangers.iter().any(|file| before.contains(file))
            || (is_live && !belongs && came > 0 && strangers.len() == came);
        if is_another_club || merged.rosters.is_empty() {
            return Ok(None);
        }
        let strange = merged.rejected.into_iter();
        refused.extend(strange.map(|rejected| Rejected {
            file: rejected.file,
            reason: NotUsed::Misfit(rejected.reason),
        }));
        payload.without(&strangers);
        let max = limits::POWERS_PER_ANALYSIS;
        if merged.rosters.iter().any(|one| one.members.len() > max) {
            return Err(UserError::TooManyMembers { max }.into());
        }
        if payload.images.len() > before.len() {
            payload.request = None;
        }
        Ok(Some(Target {
            payload,
            rosters: merged.rosters,
            refused,
        }))
    }

    /// Stores a draft of its own with its audit entries, in one transaction.
    async fn create(self, target: Target) -> Result<Analyzed, Error> {
        let services = self.services;
        let now = services.now();
        let title = self.title.clone();
        let words = self.settings.words();
        let title = title.unwrap_or_else(|| target.title(words, &now));
        let mut tx = services.db.begin().await?;
        let facts = facts(words, &target.rosters);
        let draft = NewDraft {
            guild_id: self.place.guild_id.clone(),
            user_id: self.actor.user_id.clone(),
            title: Some(title),
            summary: facts.summary,
            confidence: facts.confidence,
            metric: stored_metric(facts.metric),
            channel_id: self.channel_id.clone(),
            payload: Json(target.payload.to_json()?),
            expires_at: now + DRAFT_LIVES,
        };
        let analysis = store::create_draft(&mut tx, draft, now).await?;
        let entries = self.entries(audit::CLUB_ANALYSIS_DRAFT, &analysis, &target, 0, now);
        log::create_many(&mut tx, &entries).await?;
        tx.commit().await?;
        self.analyzed(&analysis, target, None).await
    }

    /// Adds to a draft, unless it has changed meanwhile.
    async fn extend(
        &self,
        live: &Analysis,
        target: Target,
        before: Before,
    ) -> Result<Option<Analyzed>, Error> {
        let services = self.services;
        let now = services.now();
        let words = self.settings.words();
        let facts = facts(words, &target.rosters);
        let (given, made) = (live.title.clone(), live.created_at);
        let defaulted = given.as_deref().is_some_and(title::is_default);
        let title = match &self.title {
            Some(title) => Some(title.clone()),
            None if defaulted => Some(target.title(words, &made)),
            None => given,
        };
        let changes = DraftChanges {
            payload: Json(target.payload.to_json()?),
            summary: facts.summary,
            confidence: facts.confidence,
            title,
            metric: stored_metric(facts.metric),
            expires_at: now + DRAFT_LIVES,
        };
        let guild_id = &self.place.guild_id;
        let mut tx = services.db.begin().await?;
        let expected = live.updated_at;
        if !store::update_draft(&mut tx, guild_id, &live.id, changes, expected, now).await? {
            tx.rollback().await?;
            return Ok(None);
        }
        let entries = self.entries(
            audit::CLUB_ANALYSIS_EXTEND,
            live,
            &target,
            before.screenshots,
            now,
        );
        log::create_many(&mut tx, &entries).await?;
        let analysis = store::find(&mut tx, &live.id).await?;
        tx.commit().await?;
        let analysis = analysis.ok_or(UserError::AnalysisNotFound)?;
        self.analyzed(&analysis, target, Some(before))
            .await
            .map(Some)
    }

    fn entries(
        &self,
        action: &str,
        draft: &Analysis,
        target: &Target,
        before: usize,
        now: Timestamp,
    ) -> Vec<log::NewAuditEntry> {
        let members = target.rosters.iter().map(|roster| roster.members.len());
        let metrics = target.rosters.iter().map(|roster| roster.metric.as_str());
        let entry = audit::entry_by(self.actor, action, "club_analysis", draft.id.as_str(), now);
        let details = serde_json::json!({
            "metric": metrics.clone().next(),
            "metrics": metrics.collect::<Vec<_>>(),
            "imageCount": target.payload.images.len() - before,
            "memberCount": members.max(),
            "rejectedCount": target.refused.len(),
        });
        let mut entries = vec![audit::with_details(entry, details)];
        let own = self.readings.refused.len();
        let further = target.refused.get(own..).unwrap_or_default();
        entries.extend(refusals(further, self.actor, now));
        entries.extend(self.readings.entries(self.actor, now));
        entries
    }

    async fn analyzed(
        &self,
        draft: &Analysis,
        target: Target,
        added_to: Option<Before>,
    ) -> Result<Analyzed, Error> {
        let Target {
            payload,
            rosters,
            refused,
        } = target;
        let review = reviewed(self.services, &self.settings, draft, &payload, &rosters).await?;
        Ok(Analyzed {
            review,
            rejected: refused,
            added_to,
            warnings: self.readings.warnings.clone(),
        })
    }
}

/// What stands in a draft's row beside its content.
pub(super) struct Facts {
    pub(super) summary: String,
    pub(super) confidence: f64,
    pub(super) metric: Metric,
}

/// Of the rosters as they were read: a draft is in no list, so this is only a note.
pub(super) fn facts(words: Words, rosters: &[Roster]) -> Facts {
    let measured = rosters.iter().map(|roster| {
        let rows: Vec<super::Row> = roster.members.iter().map(super::Row::from).collect();
        let measures = super::measure(&rows, roster.capacity.map(|c| c.members));
        (roster.metric, measures)
    });
    let measured: Vec<_> = measured.collect();
    let summaries = measured
        .iter()
        .map(|(metric, measures)| super::summary(words, *metric, measures));
    let least = measured.iter().map(|(_, measures)| measures.confidence);
    Facts {
        summary: summaries.collect::<Vec<_>>().join(" "),
        confidence: least.fold(1.0, f64::min),
        metric: measured.first().map_or(Metric::Sim, |(metric, _)| *metric),
    }
}
