//! Whether what is pressed may be done, as the review and the requests are.

use super::{
    super::{
        Review, Saving,
        payload::{Approval, Payload},
    },
    Deciding, Press,
};
use crate::UserError;

impl Deciding<'_> {
    /// What is to be saved, and the request that stands before it or was approved.
    pub(super) fn judge(
        &self,
        review: &Review,
        payload: &Payload,
        press: Press,
    ) -> Result<(Saving, Option<Approval>), UserError> {
        let saving = match (press, &payload.request) {
            (Press::Save(saving), _) => saving,
            (Press::Approve, Some(request)) => request.saving,
            (Press::Approve, None) => return Err(UserError::NothingToApprove),
        };
        let parts = review.chosen(saving);
        if parts.is_empty() {
            return Err(UserError::StaleButton);
        }
        let fingerprint = review.fingerprint(saving);
        if press == Press::Approve {
            let request = payload.request.as_ref();
            let request = request.ok_or(UserError::NothingToApprove)?;
            if request.by == self.actor.user_id {
                return Err(UserError::OwnApproval);
            }
            if request.fingerprint != fingerprint {
                return Err(UserError::ApprovalStale);
            }
            return Ok((saving, Some(request.clone())));
        }
        let open: Vec<String> = parts
            .iter()
            .flat_map(|part| part.must_answer())
            .map(|question| question.name.clone())
            .collect();
        if !open.is_empty() {
            return Err(UserError::OpenQuestions(open));
        }
        let guards: Vec<_> = parts.iter().flat_map(|part| part.guards.clone()).collect();
        if guards.is_empty() {
            return Ok((saving, None));
        }
        let asked = payload.request.as_ref();
        if asked.is_some_and(|asked| asked.fingerprint == fingerprint && asked.saving == saving) {
            return Err(UserError::AwaitsApproval);
        }
        let request = Approval {
            by: self.actor.user_id.clone(),
            at: self.now,
            saving,
            guards,
            fingerprint,
        };
        Ok((saving, Some(request)))
    }
}
