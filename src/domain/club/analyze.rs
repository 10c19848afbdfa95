//! Screenshots become a draft: downloaded and read in parallel, merged, stored for 24 hours.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use slimy_roster::{Metric, Rejected, Roster};
use slimy_store::{
    Json, audit as log,
    club::{self as store, NewDraft},
    limits,
};

use crate::{
    Error, Services, UserError, audit,
    rights::{Action, Actor, Membership, Resource, may},
};

use super::{
    Row, Sheet, State, Upload,
    intake::{Image, Readings, unique_names},
    measure, ranked,
    sheet::stored_metric,
    summary,
};

/// Characters in a title: what stays readable as an embed's heading on a phone.
pub const MAX_TITLE: usize = 100;
/// How long one call may wait for its turn and be read: well within the 15 minutes in which it
/// can be answered.
const PATIENCE: Duration = Duration::from_mins(5);
/// How long a draft waits to be saved.
const DRAFT_LIVES: Duration = Duration::from_hours(24);

/// What came of a call.
#[derive(Debug, Clone, PartialEq)]
pub struct Analyzed {
    /// The draft.
    pub sheet: Sheet,
    /// The images that were not used, each with its reason.
    pub rejected: Vec<Rejected>,
}

/// What is stored of a draft until it is decided on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Payload {
    pub(super) roster: Roster,
    pub(super) images: Vec<Image>,
}

/// Downloads and reads `uploads`, merges them and stores the draft.
pub async fn analyze(
    services: &Services,
    actor: &Actor,
    title: Option<String>,
    channel_id: Option<String>,
    uploads: Vec<Upload>,
) -> Result<Analyzed, Error> {
    let place = permitted(services, actor).await?;
    let title = checked_title(title)?;
    if uploads.is_empty() {
        return Err(UserError::NoImages.into());
    }

    let _alone = services
        .reading
        .enter(&actor.user_id)
        .ok_or(UserError::StillReading)?;
    let reading = Readings::take(services, unique_names(uploads));
    let reading = tokio::time::timeout(PATIENCE, reading).await;
    let mut readings = reading.map_err(|_| UserError::TookTooLong)??;
    let merged = services
        .reading
        .merge(std::mem::take(&mut readings.shots))
        .await?;
    let roster = merged.map(|merged| {
        for rejected in merged.rejected {
            readings.reject(rejected.file, rejected.reason, "does_not_fit");
        }
        merged.roster
    });
    let Some(roster) = roster else {
        let entries = readings.entries(actor, services.now());
        services.recorder.write(&entries).await?;
        return Err(UserError::NothingReadable(readings.rejected()).into());
    };
    if roster.members.len() > limits::POWERS_PER_ANALYSIS {
        let max = limits::POWERS_PER_ANALYSIS;
        return Err(UserError::TooManyMembers { max }.into());
    }
    readings
        .images
        .retain(|image| !readings.refused.iter().any(|(r, _)| r.file == image.name));
    let payload = Payload {
        roster,
        images: std::mem::take(&mut readings.images),
    };
    let sheet = keep(
        services, actor, place, title, channel_id, payload, &readings,
    )
    .await?;
    Ok(Analyzed {
        sheet,
        rejected: readings.rejected(),
    })
}

/// The actor's place, when they may analyze there.
async fn permitted<'a>(services: &Services, actor: &'a Actor) -> Result<&'a Membership, Error> {
    let place = actor.membership.as_ref().ok_or(UserError::NotInGuild)?;
    let settings = super::view::settings(services, &place.guild_id).await?;
    let club = Resource {
        guild_id: &place.guild_id,
        settings: &settings,
        creator: None,
    };
    if may(actor, Action::ClubAnalyze, club) {
        Ok(place)
    } else {
        Err(UserError::MayNotAnalyze.into())
    }
}

fn checked_title(title: Option<String>) -> Result<Option<String>, UserError> {
    let title = title
        .map(|title| title.trim().to_owned())
        .filter(|title| !title.is_empty());
    match title {
        Some(title) if title.chars().count() > MAX_TITLE => {
            Err(UserError::TitleTooLong { max: MAX_TITLE })
        }
        title => Ok(title),
    }
}

/// Stores the draft with its audit entries, in one transaction.
async fn keep(
    services: &Services,
    actor: &Actor,
    place: &Membership,
    title: Option<String>,
    channel_id: Option<String>,
    payload: Payload,
    readings: &Readings,
) -> Result<Sheet, Error> {
    let now = services.now();
    let expires_at = now + DRAFT_LIVES;
    let rows = ranked(payload.roster.members.iter().map(Row::from).collect());
    let expected = payload.roster.capacity.map(|capacity| capacity.members);
    let measures = measure(&rows, expected);
    let metric = payload.roster.metric;
    let title = title.unwrap_or_else(|| default_title(metric, &now));
    let stored = serde_json::to_value(&payload).map_err(|source| Error::Corrupt {
        what: "draft",
        source,
    })?;
    let draft = NewDraft {
        guild_id: place.guild_id.clone(),
        user_id: actor.user_id.clone(),
        title: Some(title.clone()),
        summary: summary(metric, &measures),
        confidence: measures.confidence,
        metric: stored_metric(metric),
        channel_id,
        payload: Json(stored),
        expires_at,
    };

    let mut tx = services.db.begin().await?;
    let analysis = store::create_draft(&mut tx, draft, now).await?;
    let entry = audit::entry_by(
        actor,
        audit::CLUB_ANALYSIS_DRAFT,
        "club_analysis",
        analysis.id.as_str(),
        now,
    );
    let details = serde_json::json!({
        "metric": metric.as_str(),
        "imageCount": payload.images.len(),
        "memberCount": measures.members,
        "rejectedCount": readings.refused.len(),
    });
    let mut entries = vec![audit::with_details(entry, details)];
    entries.extend(readings.entries(actor, now));
    log::create_many(&mut tx, &entries).await?;
    tx.commit().await?;

    Ok(Sheet {
        id: analysis.id,
        title,
        summary: analysis.summary,
        metric,
        capacity: payload.roster.capacity,
        measures,
        rows,
        warnings: payload.roster.warnings,
        images: payload.images.len(),
        state: State::Draft { expires_at },
    })
}

/// "Sim power, 2026-11-22".
fn default_title(metric: Metric, now: &slimy_store::Timestamp) -> String {
    let what = match metric {
        Metric::Sim => "Sim power",
        Metric::Total => "Total power",
    };
    format!("{what}, {}", now.datetime().date_naive())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_title_is_no_title_and_a_long_one_is_refused() {
        assert_eq!(checked_title(Some("  ".to_owned())), Ok(None));
        assert_eq!(
            checked_title(Some(" x ".to_owned())),
            Ok(Some("x".to_owned()))
        );
        assert_eq!(
            checked_title(Some("é".repeat(100))),
            Ok(Some("é".repeat(100)))
        );
        assert!(checked_title(Some("é".repeat(101))).is_err());
    }
}
