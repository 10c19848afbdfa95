//! The **Save** and **Discard** buttons of a preview.

use poise::serenity_prelude::CreateEmbed;
use slimy_domain::{Id, UserError, club};

use crate::{Error, answer::Answer, check::Request, component::Control};

use super::sheet;

control! {
    /// **Save**: keeps the draft with this id.
    pub(crate) struct Save("club.save") { id: Id }
}

impl Control for Save {
    type Input = ();
    type Outcome = Answer;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let saved = club::save(request.services, &request.actor, &self.id).await?;
        Ok(sheet::answer(&saved, 0))
    }

    async fn settled(&self, request: &Request<'_>, error: &UserError) -> Option<Answer> {
        decided(request, &self.id, error).await
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
        club::discard(request.services, &request.actor, &self.id).await?;
        Ok(gone())
    }

    async fn settled(&self, request: &Request<'_>, error: &UserError) -> Option<Answer> {
        decided(request, &self.id, error).await
    }
}

/// What the message should have shown: a press that came too late is a sign that it still shows a
/// draft.
pub(super) async fn decided(request: &Request<'_>, id: &Id, error: &UserError) -> Option<Answer> {
    match error {
        UserError::AlreadySaved => {
            let saved = club::sheet(request.services, &request.actor, id).await;
            saved.ok().map(|saved| sheet::answer(&saved, 0))
        }
        UserError::AlreadyDiscarded | UserError::DraftExpired => Some(gone()),
        _ => None,
    }
}

/// In place of a draft that is no more.
fn gone() -> Answer {
    let embed = CreateEmbed::new()
        .title("Discarded")
        .description("This preview was not saved. Analyze the screenshots again to get a new one.");
    embed.into()
}
