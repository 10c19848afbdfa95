//! `/conversations open`: what was said, from the newest message back.

use slimy_domain::{
    Id, UserError,
    chat::keeping::{self, At},
};

use crate::{
    Context, Error,
    answer::Answer,
    check::{Request, at_once_quietly},
    component::{Control, Options},
};

use super::{page, spot::Spot, typing::complete};

/// Read a conversation: the newest, or the one you name
#[poise::command(slash_command)]
pub(super) async fn open(
    ctx: Context<'_>,
    #[description = "Which conversation (default: the newest)"]
    #[autocomplete = "complete"]
    conversation: Option<String>,
) -> Result<(), Error> {
    at_once_quietly(ctx, async {
        let request = Request::begin_quietly(ctx).await?;
        let id = conversation.map(Id::from);
        let found = keeping::find(request.services, &request.actor, id.as_ref()).await?;
        let shown = shown(&request, &found.id, At::Newest).await?;
        request.write(shown).await
    })
    .await
}

control! {
    /// The select under lists and hits.
    pub(crate) struct PickConversation("conversations.open.pick") {}
}

impl Control for PickConversation {
    type Input = Options<Spot>;
    type Outcome = Answer;
    const IS_AUDITED: bool = false;

    async fn perform(
        self,
        request: &Request<'_>,
        Options(spots): Options<Spot>,
    ) -> Result<Answer, Error> {
        let spot = spots.first().ok_or(UserError::StaleButton)?;
        let at = spot.message.as_ref().map_or(At::Newest, At::Message);
        shown(request, &spot.conversation, at).await
    }
}

control! {
    /// **Open** under what was done to a conversation.
    pub(crate) struct ShowConversation("conversations.open.show") { id: Id }
}

impl Control for ShowConversation {
    type Input = ();
    type Outcome = Answer;
    const IS_AUDITED: bool = false;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        shown(request, &self.id, At::Newest).await
    }
}

control! {
    /// **Newer**: what was said behind this message.
    pub(crate) struct NewerMessages("conversations.open.newer") { id: Id, message: Id }
}

impl Control for NewerMessages {
    type Input = ();
    type Outcome = Answer;
    const IS_AUDITED: bool = false;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        shown(request, &self.id, At::NewerThan(&self.message)).await
    }
}

control! {
    /// **Older**: what was said before this message.
    pub(crate) struct OlderMessages("conversations.open.older") { id: Id, message: Id }
}

impl Control for OlderMessages {
    type Input = ();
    type Outcome = Answer;
    const IS_AUDITED: bool = false;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        shown(request, &self.id, At::OlderThan(&self.message)).await
    }
}

async fn shown(request: &Request<'_>, id: &Id, at: At<'_>) -> Result<Answer, Error> {
    let opened = keeping::open(request.services, &request.actor, id, at).await?;
    Ok(page::answer(request.words, &opened))
}
