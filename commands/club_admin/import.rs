//! `/club-admin import`: a file becomes history, after it was shown what that changes.

mod look;

use poise::serenity_prelude::Attachment;
use slimy_domain::{
    Id, UserError,
    club::admin::{self, Fault, Import},
    settings,
};
use slimy_words::Words;

use crate::{Context, Error, answer::Answer, check::Request, component::Control, upload::upload};

use look::{asked, asking, cancelled, ended, faults, imported, over, question, refused, undone};

/// Take over a history from a CSV, XLSX or JSON file; asks before anything changes
#[poise::command(slash_command, guild_only)]
pub(super) async fn import(
    ctx: Context<'_>,
    #[description = "A file as /club export makes it"] file: Attachment,
) -> Result<(), Error> {
    let request = Request::open_quietly(ctx).await?;
    let upload = upload(file);
    let channel = Some(request.channel_id.clone());
    let prepared = admin::prepare(request.services, &request.actor, channel, upload).await;
    match prepared {
        Ok((id, plan)) => request.answer(question(request.words, &id, &plan)).await,
        Err(error) => match faults(request.words, &error) {
            Some(text) => request.answer(refused(request.words, &text)).await,
            None => Err(error.into()),
        },
    }
}

control! {
    /// **Import** under the question about the file that waits under this id.
    pub(crate) struct Confirm("club-admin.import.confirm") { id: Id }
}

impl Control for Confirm {
    type Input = ();
    type Outcome = Answer;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let done = admin::import(request.services, &request.actor, &self.id).await?;
        let plan = match done {
            Import::Imported(plan) => return Ok(imported(request.words, &self.id, &plan)),
            Import::Requested(plan) => plan,
        };
        // The question stands in an answer for one person alone, and another one has to see this.
        let all = for_all(request).await?;
        let is_seen = request.follow_up(asking(all, &self.id, &plan)).await;
        Ok(asked(request.words, &plan, is_seen))
    }

    async fn settled(&self, request: &Request<'_>, error: &UserError) -> Option<Answer> {
        over(request.words, error)
    }
}

control! {
    /// **Approve** under a request for a second manager.
    pub(crate) struct Approve("club-admin.import.approve") { id: Id }
}

impl Control for Approve {
    type Input = ();
    type Outcome = Answer;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let done = admin::approve_import(request.services, &request.actor, &self.id).await?;
        let (Import::Imported(plan) | Import::Requested(plan)) = done;
        Ok(imported(request.words, &self.id, &plan))
    }

    async fn settled(&self, request: &Request<'_>, error: &UserError) -> Option<Answer> {
        over(request.words, error)
    }
}

control! {
    /// **Undo** under an import.
    pub(crate) struct Undo("club-admin.import.undo") { id: Id }
}

impl Control for Undo {
    type Input = ();
    type Outcome = Answer;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let done = admin::undo_import(request.services, &request.actor, &self.id).await?;
        Ok(undone(request.words, done))
    }

    async fn settled(&self, request: &Request<'_>, error: &UserError) -> Option<Answer> {
        ended(request.words, error, Fault::NothingToUndo)
    }
}

control! {
    /// **Cancel** under the question.
    pub(crate) struct Cancel("club-admin.import.cancel") { id: Id }
}

impl Control for Cancel {
    type Input = ();
    type Outcome = Answer;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        admin::cancel(request.services, &request.actor, &self.id).await?;
        Ok(cancelled(request.words))
    }

    async fn settled(&self, request: &Request<'_>, error: &UserError) -> Option<Answer> {
        over(request.words, error)
    }
}

/// The words of the guild, whoever presses a button that they alone see.
async fn for_all(request: &Request<'_>) -> Result<Words, Error> {
    match request.actor.guild_id() {
        Some(guild_id) => Ok(settings::words(request.services, guild_id).await?),
        None => Ok(request.own),
    }
}
