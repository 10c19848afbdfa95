//! What people change in a draft: lines that they type, and answers to questions.

mod lines;
mod misread;
#[cfg(test)]
mod tests;

use slimy_roster::Metric;
use slimy_store::{Id, audit as log, club as store};

use crate::{
    Error, Services, UserError, audit,
    rights::{Action, Actor},
};

use super::{
    Part, Review,
    background::background,
    draft::{TRIES, decidable, heading, reviewed, rosters},
    edit::{Edit, To, find_named, push},
    payload::Payload,
    review::{Candidate, Question, key},
};

pub use lines::Typed;
pub use misread::{LineFault, Misread};

/// Edits that one draft may have: ten for each of a full club's members.
const MAX_EDITS: usize = 600;

/// What came of typed lines.
#[derive(Debug, Clone, PartialEq)]
pub struct Fixed {
    /// The draft afterwards.
    pub review: Review,
    /// How many lines changed something.
    pub applied: usize,
    /// The lines that could not be understood or applied, in their order.
    pub faults: Vec<LineFault>,
    /// Whether a request for approval was taken back by it.
    pub withdrawn: bool,
}

/// What somebody answers to a question about a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// It is this member of the club.
    Member(Id),
    /// It is the same member as this other row, which is named by its key.
    Row(String),
    /// It is somebody new.
    New,
}

/// The draft `id`, when the actor may change it.
pub async fn fixable(services: &Services, actor: &Actor, id: &Id) -> Result<Review, Error> {
    let (draft, settings) = decidable(services, actor, id, Action::ClubDecide).await?;
    let payload = Payload::of(&draft)?;
    let rosters = rosters(services, &payload).await?;
    reviewed(services, &settings, &draft, &payload, &rosters).await
}

/// Applies every good line of `typed` to the rows of `metric`, and tells of each other.
pub async fn fix(
    services: &Services,
    actor: &Actor,
    id: &Id,
    metric: Metric,
    typed: &Typed,
) -> Result<Fixed, Error> {
    change(services, actor, id, |review| {
        let part = review.part_of(metric).ok_or(UserError::StaleButton)?;
        let (edits, faults) = lines::understood(part, typed);
        Ok((both_metrics(review, edits), faults))
    })
    .await
}

/// Settles who the row of a question is.
pub async fn answer(
    services: &Services,
    actor: &Actor,
    id: &Id,
    metric: Metric,
    row: &str,
    reply: &Reply,
) -> Result<Fixed, Error> {
    change(services, actor, id, |review| {
        let part = review.part_of(metric).ok_or(UserError::StaleButton)?;
        let edit = replied(part, row, reply)?;
        Ok((both_metrics(review, vec![edit]), Vec::new()))
    })
    .await
}

/// The edit that a reply means. A question that is no longer open has been answered.
fn replied(part: &Part, row: &str, reply: &Reply) -> Result<Edit, UserError> {
    let line = part.rows.lines.iter().find(|line| key(&line.read) == row);
    let line = line.ok_or(UserError::AlreadyAnswered)?;
    let asked = part.questions.iter().find(|question| question.key == row);
    let asked = asked.ok_or(UserError::AlreadyAnswered)?;
    let to = match reply {
        Reply::New if asked.may_be_new => To::New,
        Reply::New => return Err(UserError::NameTaken(line.name.clone())),
        Reply::Member(id)
            if offers(
                asked,
                |one| matches!(one, Candidate::Member { id: it, .. } if it == id),
            ) =>
        {
            To::Member { member: id.clone() }
        }
        Reply::Row(keep)
            if offers(
                asked,
                |one| matches!(one, Candidate::Row { key, .. } if key == keep),
            ) =>
        {
            let kept = part.rows.lines.iter().find(|line| key(&line.read) == *keep);
            let kept = kept.ok_or(UserError::AlreadyAnswered)?;
            To::Merged {
                keep: kept.read.clone(),
            }
        }
        Reply::Member(_) | Reply::Row(_) => return Err(UserError::AlreadyAnswered),
    };
    Ok(Edit {
        metric: part.sheet.metric,
        row: line.read.clone(),
        to,
    })
}

fn offers(question: &Question, is_it: impl Fn(&Candidate) -> bool) -> bool {
    question.candidates.iter().any(is_it)
}

/// The edits, and those about names also for the other metric where it has the same row: who
/// somebody is does not depend on what the number counts.
fn both_metrics(review: &Review, edits: Vec<Edit>) -> Vec<Edit> {
    let mut all = Vec::with_capacity(edits.len());
    for edit in edits {
        let about_name = matches!(edit.to, To::Name { .. } | To::Member { .. } | To::New);
        let others = review
            .parts
            .iter()
            .filter(|part| about_name && part.sheet.metric != edit.metric)
            .filter(|part| part.rows.lines.iter().any(|line| line.read == edit.row));
        let twins: Vec<Edit> = others
            .map(|part| Edit {
                metric: part.sheet.metric,
                ..edit.clone()
            })
            .collect();
        all.push(edit);
        all.extend(twins);
    }
    all
}

/// Reads the draft, lets `say` decide what changes, and writes it, unless somebody else changed
/// it meanwhile: then anew.
async fn change(
    services: &Services,
    actor: &Actor,
    id: &Id,
    say: impl Fn(&Review) -> Result<(Vec<Edit>, Vec<LineFault>), UserError>,
) -> Result<Fixed, Error> {
    for _ in 0..TRIES {
        let (draft, settings) = decidable(services, actor, id, Action::ClubDecide).await?;
        let mut payload = Payload::of(&draft)?;
        let rosters = rosters(services, &payload).await?;
        let heading = heading(&draft, &settings);
        let db = &services.db;
        let club = background!(db, &draft.guild_id, settings, heading.week, services.now());
        let review = Review::of(&heading, &payload, &rosters, &club);
        let (edits, faults) = say(&review)?;
        let applied = edits.iter().filter(|edit| counts(edit, &edits)).count();
        if edits.is_empty() {
            let review = reviewed(services, &settings, &draft, &payload, &rosters).await?;
            return Ok(Fixed {
                review,
                applied,
                faults,
                withdrawn: false,
            });
        }
        let details = serde_json::json!({"edits": edits});
        for edit in edits {
            push(&mut payload.edits, edit);
        }
        if payload.edits.len() > MAX_EDITS {
            return Err(UserError::TooManyEdits { max: MAX_EDITS }.into());
        }
        let withdrawn = payload.request.take().is_some();
        let now = services.now();
        let changes = payload.change_of(&draft)?;
        let mut tx = services.db.begin().await?;
        let (guild_id, expected) = (&draft.guild_id, draft.updated_at);
        if !store::update_draft(&mut tx, guild_id, id, changes, expected, now).await? {
            tx.rollback().await?;
            continue;
        }
        let action = audit::CLUB_ANALYSIS_FIX;
        let entry = audit::entry_by(actor, action, "club_analysis", id.as_str(), now);
        log::create(&mut tx, &audit::with_details(entry, details)).await?;
        tx.commit().await?;
        let review = reviewed(services, &settings, &draft, &payload, &rosters).await?;
        return Ok(Fixed {
            review,
            applied,
            faults,
            withdrawn,
        });
    }
    Err(UserError::Busy.into())
}

/// Whether an edit stands for a line, and is not its twin of the other metric.
fn counts(edit: &Edit, all: &[Edit]) -> bool {
    let first = all
        .iter()
        .find(|one| one.row == edit.row && one.to == edit.to);
    first.is_none_or(|first| first.metric == edit.metric)
}

/// The row that somebody means.
fn named<'a>(part: &'a Part, typed: &str) -> Option<&'a super::edit::Line> {
    let place = find_named(&part.rows.lines, typed)?;
    part.rows.lines.get(place)
}
