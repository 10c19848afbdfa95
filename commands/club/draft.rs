//! The buttons of a preview that decide: **Save**, **Approve** and **Discard**.

use slimy_domain::{
    Id, UserError,
    club::{self, Decision, Metric, Saving, Sheet},
};
use slimy_words::{Words, say};

use crate::{Error, answer::Answer, check::Request, component::Control, embed::card};

use super::{review, sheet};

control! {
    /// **Save**: keeps all of the draft with this id.
    pub(crate) struct Save("club.save") { id: Id }
}

impl Control for Save {
    type Input = ();
    type Outcome = Answer;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        save(request, &self.id, Saving::All).await
    }

    async fn settled(&self, request: &Request<'_>, error: &UserError) -> Option<Answer> {
        decided(request, &self.id, error).await
    }
}

control! {
    /// **Save sim only**, **Save total only**: keeps one metric of the draft with this id.
    pub(crate) struct SaveOne("club.review.save") { id: Id, metric: Metric }
}

impl Control for SaveOne {
    type Input = ();
    type Outcome = Answer;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        save(request, &self.id, Saving::One(self.metric)).await
    }

    async fn settled(&self, request: &Request<'_>, error: &UserError) -> Option<Answer> {
        decided(request, &self.id, error).await
    }
}

control! {
    /// **Approve**: saves what another manager has asked for.
    pub(crate) struct Approve("club.review.approve") { id: Id }
}

impl Control for Approve {
    type Input = ();
    type Outcome = Answer;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        newest(request, &self.id).await?;
        let decision = club::approve(request.services, &request.actor, &self.id).await?;
        Ok(shown(request.words, &decision))
    }

    async fn settled(&self, request: &Request<'_>, error: &UserError) -> Option<Answer> {
        decided(request, &self.id, error).await
    }
}

async fn save(request: &Request<'_>, id: &Id, saving: Saving) -> Result<Answer, Error> {
    newest(request, id).await?;
    let decision = club::save(request.services, &request.actor, id, saving).await?;
    Ok(shown(request.words, &decision))
}

fn shown(words: Words, decision: &Decision) -> Answer {
    match decision {
        Decision::Saved(sheets) => saved(words, sheets),
        Decision::Requested(asked) => review::answer(words, asked, None, 0),
    }
}

/// The first of what was saved, and a way to the other.
fn saved(words: Words, sheets: &[Sheet]) -> Answer {
    match sheets {
        [] => gone(words),
        [first, others @ ..] => {
            let answer = sheet::answer(words, first, 0);
            answer.row(sheet::others(words, others))
        }
    }
}

control! {
    /// **Discard**: throws the draft with this id away; the table goes with it.
    pub(crate) struct Discard("club.discard") { id: Id }
}

impl Control for Discard {
    type Input = ();
    type Outcome = Answer;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        newest(request, &self.id).await?;
        club::discard(request.services, &request.actor, &self.id).await?;
        Ok(gone(request.words))
    }

    async fn settled(&self, request: &Request<'_>, error: &UserError) -> Option<Answer> {
        decided(request, &self.id, error).await
    }
}

/// Refuses a press below a message that a newer one has taken the place of: it shows less than
/// what the press would be about.
pub(super) async fn newest(request: &Request<'_>, id: &Id) -> Result<(), Error> {
    if let Some(message_id) = &request.message_id {
        club::is_newest(request.services, &request.actor, id, message_id).await?;
    }
    Ok(())
}

/// In place of a review that a newer message shows.
pub(super) fn moved(words: Words) -> Answer {
    let said = say!(words, "review-moved");
    card(&say!(words, "review-moved-title"))
        .description(said)
        .into()
}

/// A page of the draft with this id, or of the analysis that it has become.
pub(super) async fn page(
    request: &Request<'_>,
    id: &Id,
    metric: Option<Metric>,
    page: usize,
) -> Result<Answer, Error> {
    let (services, actor, words) = (request.services, &request.actor, request.words);
    match club::review(services, actor, id).await {
        Ok(draft) => Ok(review::answer(words, &draft, metric, page)),
        Err(slimy_domain::Error::User(UserError::AlreadySaved)) => {
            let saved = club::show(services, actor, Some(id)).await?;
            Ok(sheet::answer(words, &saved, page))
        }
        Err(error) => Err(error.into()),
    }
}

/// What the message should have shown: a press that came too late is a sign that it still shows
/// what is no longer so.
pub(super) async fn decided(request: &Request<'_>, id: &Id, error: &UserError) -> Option<Answer> {
    match error {
        UserError::AlreadySaved
        | UserError::ApprovalStale
        | UserError::AwaitsApproval
        | UserError::NothingToApprove
        | UserError::AlreadyAnswered => page(request, id, None, 0).await.ok(),
        UserError::ReviewMoved => Some(moved(request.words)),
        UserError::AlreadyDiscarded | UserError::DraftExpired => Some(gone(request.words)),
        _ => None,
    }
}

/// In place of a draft that is no more.
fn gone(words: Words) -> Answer {
    let said = say!(words, "review-gone");
    card(&say!(words, "review-gone-title"))
        .description(said)
        .into()
}

#[cfg(test)]
mod tests {
    use slimy_domain::{Timestamp, club::State};
    use slimy_words::Language;

    use super::*;
    use crate::limits::fault;

    #[test]
    fn what_takes_the_place_of_a_review_is_said() {
        let sheets: Vec<Sheet> = [Metric::Sim, Metric::Total]
            .into_iter()
            .map(|metric| {
                let mut sheet = crate::club::review::tests::review().parts.remove(0).sheet;
                sheet.metric = metric;
                let at = Timestamp::from_micros(1_795_500_000_000_000).unwrap();
                sheet.state = State::Saved { at };
                sheet
            })
            .collect();
        let all = |words| [saved(words, &sheets), gone(words), moved(words)];
        for language in Language::ALL {
            let all = all(Words::of(language));
            assert!(all.iter().all(|answer| fault(answer).is_none()));
        }
        let all = all(Words::ENGLISH);
        insta::assert_snapshot!(serde_json::to_string_pretty(&all).unwrap());
    }
}
