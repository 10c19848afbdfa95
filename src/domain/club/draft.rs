//! What becomes of a draft: saved once, discarded, or run out.

use slimy_store::{
    Id, Timestamp,
    audit::{self as log, NewAuditEntry},
    club::{self as store, Analysis, AnalysisStatus, NewImage, NewMetric, NewPower, NewSaved},
};

use crate::{
    Error, Services, UserError, audit,
    rights::{Action, Actor, Resource, may},
};

use super::{
    Measures, Row, Sheet, State, analyze::Payload, intake::Image, sheet::stored_metric, view,
};

/// Drafts that one run of the job lets run out; what is left waits for the next run.
const EXPIRE_AT_ONCE: usize = 100;

/// Saves the draft: the analysis, its images, metrics and members, and the audit entry, in one
/// transaction. Of several who press at once, one saves and the others are told so.
pub async fn save(services: &Services, actor: &Actor, id: &Id) -> Result<Sheet, Error> {
    let (analysis, payload) = decidable(services, actor, id).await?;
    let now = services.now();
    let mut sheet = view::draft_sheet(analysis, &payload);
    let saved = NewSaved {
        summary: sheet.summary.clone(),
        confidence: sheet.measures.confidence,
        images: payload.images.iter().map(new_image).collect(),
        metrics: metrics(&sheet),
        powers: powers(&payload),
        week: None,
        approved_by: None,
    };

    let mut tx = services.db.begin().await?;
    if !store::save(&mut tx, id, &saved, now).await? {
        tx.rollback().await?;
        return Err(decided(services, id).await?.into());
    }
    let entry = audit::entry_by(
        actor,
        audit::CLUB_ANALYSIS_SAVE,
        "club_analysis",
        id.as_str(),
        now,
    );
    let details = serde_json::json!({
        "metric": sheet.metric.as_str(),
        "imageCount": sheet.images,
        "memberCount": sheet.measures.members,
        "totalPower": sheet.measures.total,
    });
    log::create(&mut tx, &audit::with_details(entry, details)).await?;
    tx.commit().await?;
    sheet.state = State::Saved { at: now };
    Ok(sheet)
}

/// Discards the draft.
pub async fn discard(services: &Services, actor: &Actor, id: &Id) -> Result<(), Error> {
    decidable(services, actor, id).await?;
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

/// Lets drafts run out whose time is over. Returns how many did.
pub async fn expire_drafts(services: &Services) -> Result<usize, Error> {
    let now = services.now();
    let mut expired = 0;
    for draft in store::list_expired_drafts(&services.db, now, EXPIRE_AT_ONCE).await? {
        let mut tx = services.db.begin().await?;
        if !store::discard(&mut tx, &draft.id, now).await? {
            tx.rollback().await?;
            continue;
        }
        let mut entry = NewAuditEntry::new(
            audit::CLUB_ANALYSIS_DISCARD,
            "club_analysis",
            draft.id.as_str(),
            now,
        );
        entry.guild_id = Some(draft.guild_id);
        let entry = audit::with_details(entry, serde_json::json!({"reason": "expired"}));
        log::create(&mut tx, &entry).await?;
        tx.commit().await?;
        expired += 1;
    }
    Ok(expired)
}

/// The draft with its payload, when the actor may decide on it and it still waits.
async fn decidable(
    services: &Services,
    actor: &Actor,
    id: &Id,
) -> Result<(Analysis, Payload), Error> {
    let analysis = view::in_guild_of(services, actor, id).await?;
    let settings = view::settings(services, &analysis.guild_id).await?;
    let draft = Resource {
        guild_id: &analysis.guild_id,
        settings: &settings,
        creator: Some(&analysis.user_id),
    };
    if !may(actor, Action::ClubDecide, draft) {
        return Err(UserError::MayNotDecide.into());
    }
    if let Some(over) = over(&analysis, services.now()) {
        return Err(over.into());
    }
    let payload = view::payload(&analysis)?;
    Ok((analysis, payload))
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
async fn decided(services: &Services, id: &Id) -> Result<UserError, Error> {
    let analysis = store::find(&services.db, id).await?;
    let over = analysis.and_then(|analysis| over(&analysis, services.now()));
    Ok(over.unwrap_or(UserError::AnalysisNotFound))
}

fn new_image(image: &Image) -> NewImage {
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

fn powers(payload: &Payload) -> Vec<NewPower> {
    let metric = stored_metric(payload.roster.metric);
    let members = payload.roster.members.iter();
    members
        .map(|member| {
            let row = Row::from(member);
            NewPower {
                member: row.name,
                member_id: None,
                metric,
                power: row.power,
                last_seen: row.last_seen,
                confidence: row.confidence,
                name_certain: row.name_certain,
                corrected: row.corrected,
                seen_in: member.seen_in.clone(),
            }
        })
        .collect()
}

/// The metrics of the contract. One that is not known is not written: absent is not zero.
fn metrics(sheet: &Sheet) -> Vec<NewMetric> {
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
