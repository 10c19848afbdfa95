//! What becomes of a saved analysis: another title, or the end. Its maker and the managers decide.

use slimy_store::{
    Id, Tx, audit as log,
    club::{self as store, Analysis, AnalysisChanges, AnalysisStatus, ChangeOutcome, Right},
};

use crate::{
    Error, Services, UserError, audit,
    rights::{Action, Actor, Resource, may},
};

use super::{MAX_TITLE, view};

/// A saved analysis that the actor may change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changeable {
    /// `club_analyses.id`.
    pub id: Id,
    /// What it is called.
    pub title: String,
    /// The summary in words.
    pub summary: String,
}

/// A title before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renamed {
    /// What it was called.
    pub before: String,
    /// What it is called now.
    pub after: String,
}

/// The saved analysis `id`, when the actor may rename and delete it.
pub async fn changeable(services: &Services, actor: &Actor, id: &Id) -> Result<Changeable, Error> {
    let (analysis, _) = permitted(services, actor, id).await?;
    Ok(Changeable {
        id: analysis.id,
        title: analysis.title.unwrap_or_default(),
        summary: analysis.summary,
    })
}

/// Gives the saved analysis `id` another title of 1 to [`MAX_TITLE`] characters.
pub async fn rename(
    services: &Services,
    actor: &Actor,
    id: &Id,
    title: &str,
) -> Result<Renamed, Error> {
    let title = checked_title(title)?;
    let (analysis, right) = permitted(services, actor, id).await?;
    let before = analysis.title.unwrap_or_default();
    let changes = AnalysisChanges {
        title: Some(Some(title.clone())),
        summary: None,
    };
    let now = services.now();
    let mut tx = services.db.begin().await?;
    let outcome = store::update(&mut tx, id, changes, right, now).await?;
    let details = serde_json::json!({"title": {"before": before, "after": title}});
    let action = audit::CLUB_ANALYSIS_UPDATE;
    finish(services, tx, actor, outcome, action, id, details).await?;
    Ok(Renamed {
        before,
        after: title,
    })
}

/// Deletes the saved analysis `id`: nothing finds it any more, and the purge takes it away for
/// good later. Returns what it was.
pub async fn delete(services: &Services, actor: &Actor, id: &Id) -> Result<Changeable, Error> {
    let (analysis, right) = permitted(services, actor, id).await?;
    let now = services.now();
    let mut tx = services.db.begin().await?;
    let outcome = store::delete(&mut tx, id, right, now).await?;
    let title = analysis.title.unwrap_or_default();
    let details = serde_json::json!({"title": title});
    let action = audit::CLUB_ANALYSIS_DELETE;
    finish(services, tx, actor, outcome, action, id, details).await?;
    Ok(Changeable {
        id: analysis.id,
        title,
        summary: analysis.summary,
    })
}

/// Commits a change with its entry, or takes it back: another may have been faster.
async fn finish(
    services: &Services,
    mut tx: Tx,
    actor: &Actor,
    outcome: ChangeOutcome,
    action: &str,
    id: &Id,
    details: serde_json::Value,
) -> Result<(), Error> {
    let refusal = match outcome {
        ChangeOutcome::Done => {
            let now = services.now();
            let entry = audit::entry_by(actor, action, "club_analysis", id.as_str(), now);
            log::create(&mut tx, &audit::with_details(entry, details)).await?;
            tx.commit().await?;
            return Ok(());
        }
        ChangeOutcome::NotFound => UserError::AnalysisNotFound,
        ChangeOutcome::NotYours => UserError::MayNotChange,
    };
    tx.rollback().await?;
    Err(refusal.into())
}

/// The saved analysis, and the right by which the actor may change it: the store holds it against
/// the row once more.
async fn permitted<'a>(
    services: &Services,
    actor: &'a Actor,
    id: &Id,
) -> Result<(Analysis, Right<'a>), Error> {
    let place = actor.membership.as_ref().ok_or(UserError::NotInGuild)?;
    let analysis = view::in_guild_of(services, actor, id).await?;
    if analysis.status != AnalysisStatus::Saved {
        return Err(UserError::AnalysisNotFound.into());
    }
    let settings = view::settings(services, &place.guild_id).await?;
    let resource =
        |creator: Option<_>| Resource::of_guild(&place.guild_id, &settings).made_by(creator);
    let right = if may(actor, Action::ClubChange, resource(None)) {
        Right::Manager(&place.guild_id)
    } else if may(actor, Action::ClubChange, resource(Some(&analysis.user_id))) {
        Right::Creator(&actor.user_id)
    } else {
        return Err(UserError::MayNotChange.into());
    };
    Ok((analysis, right))
}

fn checked_title(title: &str) -> Result<String, UserError> {
    let title = title.trim();
    if title.chars().count() > MAX_TITLE {
        return Err(UserError::TitleTooLong { max: MAX_TITLE });
    }
    // A title of marks alone could not be told from none in a list.
    if !title.chars().any(char::is_alphanumeric) {
        return Err(UserError::TitleEmpty);
    }
    Ok(title.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_has_something_to_see_and_an_end() {
        assert_eq!(checked_title("  Week 47 \n"), Ok("Week 47".to_owned()));
        for empty in ["", "  ", "\u{200b}", "---"] {
            assert_eq!(
                checked_title(empty),
                Err(UserError::TitleEmpty),
                "{empty:?}"
            );
        }
        let long = "é".repeat(MAX_TITLE + 1);
        let too_long = Err(UserError::TitleTooLong { max: MAX_TITLE });
        assert_eq!(checked_title(&long), too_long);
        assert!(checked_title(&long[2..]).is_ok());
    }
}
