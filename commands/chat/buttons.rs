//! What can be done with an answer: **Stop**, **Again**, **New**, and paging through the answers
//! to one question. Who asked may, and who manages messages; the rules ask that.

use std::{sync::Arc, time::Duration};

use poise::serenity_prelude::MessageId;
use slimy_domain::{
    Id, UserError,
    chat::{self, Fault, View},
};
use slimy_words::Words;

use crate::{
    Error,
    answer::Answer,
    check::Request,
    component::{Control, Later},
    reply::{Place, Visibility},
};

use super::{
    look::{self, Look},
    place,
    present::Presenter,
    recovered::restore,
    wall::Wall,
};

/// How often it is looked where an answer stands, when that is not known yet: half a second in all.
const LOOKS: usize = 5;
/// The pause after each look.
const BETWEEN_LOOKS: Duration = Duration::from_millis(100);

control! {
    /// **Stop** under an answer that comes.
    pub(crate) struct Stop("chat.stop") { answer: Id }
}

impl Control for Stop {
    type Input = ();
    type Outcome = Later;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Later, Error> {
        let services = request.services;
        // Who shows the answer here shows its end, too.
        let is_shown = chat::watch(services, &self.answer).is_some();
        let view = chat::stop(services, &request.actor, &self.answer).await?;
        if is_shown {
            return Ok(Box::pin(async {}));
        }
        Ok(stay(request, view, false))
    }

    async fn settled(&self, request: &Request<'_>, error: &UserError) -> Option<Answer> {
        let view = too_late(request, &self.answer, error).await?;
        let mut posts = Look::of_view(request.words, &view).posts();
        if is_out_of_reach(request.words, &view) || posts.len().max(view.posts.len()) < 2 {
            return posts.pop();
        }
        // Each part belongs into its own message.
        if let Err(trouble) = wall(request, &view).show(posts).await {
            tracing::debug!(?trouble, "messages were not brought up to date");
        }
        None
    }
}

control! {
    /// **Again** under an answer that is over.
    pub(crate) struct Again("chat.again") { answer: Id }
}

impl Control for Again {
    type Input = ();
    type Outcome = Later;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Later, Error> {
        let (services, actor) = (request.services, &request.actor);
        let before = standing(request, &self.answer).await?;
        let turn = chat::again(services, actor, &self.answer, place(request)).await?;
        let presenter = Presenter {
            services: Arc::clone(services),
            actor: actor.clone(),
            wall: wall(request, &before),
            about: look::about(request.words, &before),
            words: request.words,
            is_kept: turn.is_kept,
        };
        let left = left_behind(request, &before);
        Ok(Box::pin(async move {
            if let Some(left) = left {
                left.await;
            }
            presenter.present(turn).await;
        }))
    }
}

control! {
    /// **New** under an answer: the next question begins a new conversation.
    pub(crate) struct New("chat.new") { answer: Id }
}

impl Control for New {
    type Input = ();
    type Outcome = Later;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Later, Error> {
        let view = standing(request, &self.answer).await?;
        chat::close(request.services, &request.actor, &self.answer).await?;
        Ok(stay(request, view, true))
    }
}

control! {
    /// **◀** and **▶**: another answer to the same question.
    pub(crate) struct Alternative("chat.alternative") { answer: Id }
}

impl Control for Alternative {
    type Input = ();
    type Outcome = Later;
    const IS_AUDITED: bool = false;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Later, Error> {
        let mut view = chat::choose(request.services, &request.actor, &self.answer).await?;
        if !stands_where_pressed(request, &view) {
            view = standing(request, &self.answer).await?;
        }
        Ok(show(request, view))
    }
}

/// The answer, with where it stands: that is written down right after it was shown, and who presses
/// may be faster.
async fn standing(request: &Request<'_>, answer: &Id) -> Result<View, Error> {
    for _ in 0..LOOKS {
        let view = chat::shown(request.services, &request.actor, answer).await?;
        if stands_where_pressed(request, &view) {
            return Ok(view);
        }
        tokio::time::sleep(BETWEEN_LOOKS).await;
    }
    Ok(chat::shown(request.services, &request.actor, answer).await?)
}

/// Whether it is known that the answer stands where somebody has pressed. Of what only one person
/// sees that is never known.
fn stands_where_pressed(request: &Request<'_>, view: &View) -> bool {
    let pressed = request.message_id.as_ref();
    let mut posts = view.posts.iter();
    view.private || posts.any(|post| Some(&post.discord_message_id) == pressed)
}

/// Shows an answer as it is stored, where it stands.
fn show(request: &Request<'_>, view: View) -> Later {
    let mut wall = wall(request, &view);
    let left = left_behind(request, &view);
    let services = Arc::clone(request.services);
    let words = request.words;
    Box::pin(async move {
        if let Some(left) = left {
            left.await;
        }
        let posts = Look::of_view(words, &view).posts();
        restore(&services, &mut wall, &view, &posts).await;
    })
}

/// Shows the same answer as it is now. Of messages that cannot be reached only the last changes,
/// which has the buttons.
fn stay(request: &Request<'_>, view: View, is_closed: bool) -> Later {
    let mut look = Look::of_view(request.words, &view);
    look.is_closed = is_closed;
    let mut posts = look.posts();
    if is_out_of_reach(request.words, &view)
        && let Some(last) = posts.pop()
    {
        return replace_pressed(request, &view, last);
    }
    let mut wall = wall(request, &view);
    let services = Arc::clone(request.services);
    Box::pin(async move { restore(&services, &mut wall, &view, &posts).await })
}

/// Puts `answer` in place of the message with the pressed button.
fn replace_pressed(request: &Request<'_>, view: &View, answer: Answer) -> Later {
    let (stand, at) = (request.stand(visibility(view)), pressed(request));
    Box::pin(async move {
        if let Err(trouble) = stand.put(Place::original(at), answer).await {
            tracing::debug!(?trouble, "the message with the button could not be changed");
        }
    })
}

/// The messages of an answer, as far as they can be reached: the one with the button through the
/// press, the others through the channel, which only works where everybody sees them.
fn wall(request: &Request<'_>, view: &View) -> Wall {
    let pressed = pressed(request);
    let to = visibility(view);
    if is_out_of_reach(request.words, view) {
        return Wall::blank(request.stand(to), None);
    }
    let ids = view.posts.iter();
    let ids = ids.filter_map(|post| post.discord_message_id.parse::<MessageId>().ok());
    let mut places: Vec<Place> = ids
        .map(|id| match pressed {
            Some(pressed) if pressed == id => Place::original(Some(id)),
            _ => Place::in_channel(id),
        })
        .collect();
    if !places.iter().any(|place| place.id() == pressed) {
        // It is not known where the answer stands; where the button is it does.
        places = vec![Place::original(pressed)];
    }
    Wall::standing(request.stand(to), places)
}

/// Takes the buttons from messages of which only the last can be reached: the answer that comes
/// stands below them.
fn left_behind(request: &Request<'_>, view: &View) -> Option<Later> {
    if !is_out_of_reach(request.words, view) {
        return None;
    }
    let mut last = Look::of_view(request.words, view).posts().pop()?;
    last.rows.clear();
    Some(replace_pressed(request, view, last))
}

/// What one person sees in several messages: only the one with the button can be changed.
fn is_out_of_reach(words: Words, view: &View) -> bool {
    view.private && Look::of_view(words, view).posts().len() > 1
}

fn visibility(view: &View) -> Visibility {
    if view.private {
        Visibility::Private
    } else {
        Visibility::Public
    }
}

fn pressed(request: &Request<'_>) -> Option<MessageId> {
    request.message_id.as_ref()?.parse().ok()
}

/// The answer below which somebody has pressed **Stop** too late, as it should be.
async fn too_late(request: &Request<'_>, answer: &Id, error: &UserError) -> Option<View> {
    if *error != UserError::Chat(Fault::NothingToStop) {
        return None;
    }
    if chat::watch(request.services, answer).is_some() {
        return None;
    }
    let view = chat::shown(request.services, &request.actor, answer).await;
    view.ok()
}
