//! What becomes of a draft: looked at, discarded, or run out. Saving has a file of its own.

use slimy_roster::Roster;
use slimy_store::{
    Id, Timestamp,
    audit::{self as log, NewAuditEntry},
    club::{self as store, Analysis, AnalysisStatus, NewImage, NewMetric, Source},
    users,
};

use crate::{
    Error, Services, UserError, audit,
    rights::{Action, Actor, Resource, may},
    settings::GuildSettings,
};

use super::{
    Measures, Review, Sheet,
    background::{background, week_of},
    intake::Image,
    payload::Payload,
    review::Heading,
    view,
};

/// Drafts that one run of the job lets run out; what is left waits for the next run.
const EXPIRE_AT_ONCE: usize = 100;
/// How often something is done anew because somebody else changed the draft meanwhile: more
/// often than people press at once.
pub(super) const TRIES: usize = 20;

/// The draft `id` in the middle of its review, for whoever may read the club.
pub async fn review(services: &Services, actor: &Actor, id: &Id) -> Result<Review, Error> {
    view::reader(services, actor).await?;
    let analysis = view::in_guild_of(services, actor, id).await?;
    if let Some(over) = over(&analysis, services.now()) {
        return Err(over.into());
    }
    let settings = view::settings(services, &analysis.guild_id).await?;
    let payload = Payload::of(&analysis)?;
    let rosters = rosters(services, &payload).await?;
    reviewed(services, &settings, &analysis, &payload, &rosters).await
}

/// What a draft's screenshots come to.
pub(super) async fn rosters(services: &Services, payload: &Payload) -> Result<Vec<Roster>, Error> {
    if let Some(roster) = &payload.roster {
        return Ok(vec![roster.clone()]);
    }
    let merged = services.reading.merge(payload.to_merge()).await?;
    Ok(merged.rosters)
}

/// The review of a draft, held against what the club knows now.
pub(super) async fn reviewed(
    services: &Services,
    settings: &GuildSettings,
    draft: &Analysis,
    payload: &Payload,
    rosters: &[Roster],
) -> Result<Review, Error> {
    let heading = heading(draft, settings);
    let db = &services.db;
    let club = background!(db, &draft.guild_id, settings, heading.week, services.now());
    let mut review = Review::of(&heading, payload, rosters, &club);
    if let (Some(request), Some(shown)) = (&payload.request, &mut review.request) {
        let by = users::find(db, &request.by).await?;
        shown.by = by.map(|user| user.discord_id);
    }
    Ok(review)
}

pub(super) fn heading(draft: &Analysis, settings: &GuildSettings) -> Heading {
    Heading {
        id: draft.id.clone(),
        title: draft.title.clone().unwrap_or_default(),
        expires_at: draft.expires_at.unwrap_or(draft.created_at),
        week: week_of(settings, draft.created_at),
        words: settings.words(),
    }
}

/// Discards the draft.
pub async fn discard(services: &Services, actor: &Actor, id: &Id) -> Result<(), Error> {
    decidable(services, actor, id, Action::ClubDecide).await?;
    let now = services.now();
    let mut tx = services.db.begin().await?;
    if !store::discard(&mut tx, id, now).await? {
        tx.rollback().await?;
        return Err(decided(services, id).await?.into());
    }
    let entry = audit::entry_by(
        actor,
        audit::CLUB_ANALYSIS_DISCARD,
        "club_analysis",
        id.as_str(),
        now,
    );
    log::create(&mut tx, &entry).await?;
    tx.commit().await?;
    Ok(())
}

/// Lets drafts run out whose time is over, and files that nobody has confirmed. Returns how many
/// did.
pub async fn expire_drafts(services: &Services) -> Result<usize, Error> {
    let now = services.now();
    let mut expired = 0;
    for draft in store::list_expired_drafts(&services.db, now, EXPIRE_AT_ONCE).await? {
        let mut tx = services.db.begin().await?;
        if !store::discard(&mut tx, &draft.id, now).await? {
            tx.rollback().await?;
            continue;
        }
        let ended = store::find(&mut tx, &draft.id).await?;
        let (action, what) = match ended.map(|ended| ended.source) {
            Some(Source::Import) => (audit::CLUB_IMPORT_CANCEL, "club_import"),
            _ => (audit::CLUB_ANALYSIS_DISCARD, "club_analysis"),
        };
        let mut entry = NewAuditEntry::new(action, what, draft.id.as_str(), now);
        entry.guild_id = Some(draft.guild_id);
        let entry = audit::with_details(entry, serde_json::json!({"reason": "expired"}));
        log::create(&mut tx, &entry).await?;
        tx.commit().await?;
        expired += 1;
    }
    Ok(expired)
}

/// The draft with its guild's settings, when the actor may decide on it and it still waits.
pub(super) async fn decidable(
    services: &Services,
    actor: &Actor,
    id: &Id,
    action: Action,
) -> Result<(Analysis, GuildSettings), Error> {
    let analysis = view::in_guild_of(services, actor, id).await?;
    let settings = view::settings(services, &analysis.guild_id).await?;
    let draft = Resource::of_guild(&analysis.guild_id, &settings).made_by(&analysis.user_id);
    if !may(actor, action, draft) {
        return Err(action.refusal().into());
    }
    if let Some(over) = over(&analysis, services.now()) {
        return Err(over.into());
    }
    Ok((analysis, settings))
}

/// Why nothing can be decided about `analysis` any more.
pub(super) fn over(analysis: &Analysis, now: Timestamp) -> Option<UserError> {
    match analysis.status {
        AnalysisStatus::Saved => Some(UserError::AlreadySaved),
        AnalysisStatus::Discarded if ran_out(analysis, analysis.updated_at) => {
            Some(UserError::DraftExpired)
        }
        AnalysisStatus::Discarded => Some(UserError::AlreadyDiscarded),
        AnalysisStatus::Draft => ran_out(analysis, now).then_some(UserError::DraftExpired),
    }
}

fn ran_out(analysis: &Analysis, at: Timestamp) -> bool {
    analysis
        .expires_at
        .is_some_and(|expires_at| expires_at <= at)
}

/// What somebody is told whose decision came too late.
pub(super) async fn decided(services: &Services, id: &Id) -> Result<UserError, Error> {
    let analysis = store::find(&services.db, id).await?;
    let over = analysis.and_then(|analysis| over(&analysis, services.now()));
    Ok(over.unwrap_or(UserError::AnalysisNotFound))
}

pub(super) fn new_image(image: &Image) -> NewImage {
    NewImage {
        name: image.name.clone(),
        content_type: image.content_type.clone(),
        bytes: image.bytes,
        width: image.width,
        height: image.height,
        sha256: image.sha256.clone(),
        members_found: image.members_found,
    }
}

/// The metrics of the contract. One that is not known is not written: absent is not zero.
pub(super) fn metrics(sheet: &Sheet) -> Vec<NewMetric> {
    let Measures {
        members,
        total,
        average,
        median,
        top,
        confidence,
        with_power,
    } = &sheet.measures;
    let header = sheet.capacity;
    [
        ("totalMembers", Some(count(*members)), "count", "membership"),
        (
            "listedMembers",
            header.map(|c| f64::from(c.members)),
            "count",
            "membership",
        ),
        (
            "capacity",
            header.map(|c| f64::from(c.of)),
            "count",
            "membership",
        ),
        (
            "totalPower",
            (*with_power > 0).then(|| number(*total)),
            "power",
            "performance",
        ),
        ("averagePower", average.map(number), "power", "performance"),
        ("medianPower", median.map(number), "power", "performance"),
        (
            "topPower",
            top.as_ref().map(|(_, power)| number(*power)),
            "power",
            "performance",
        ),
        ("readConfidence", Some(*confidence), "score", "quality"),
    ]
    .into_iter()
    .filter_map(|(name, value, unit, category)| {
        Some(NewMetric {
            name: name.to_owned(),
            value: value?,
            unit: unit.to_owned(),
            category: category.to_owned(),
        })
    })
    .collect()
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a club's whole power is far below 2^53"
)]
fn number(value: i64) -> f64 {
    value as f64
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a roster has far fewer than 2^52 rows"
)]
fn count(value: usize) -> f64 {
    value as f64
}
