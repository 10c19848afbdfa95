//! Shows an answer while it comes: its first words at once, then at most an edit a second, and the
//! end for certain.

use std::{sync::Arc, time::Duration};

use slimy_domain::{
    Id, Services, chain,
    chat::{self, Draft, Pace, State, Turn},
    rights::Actor,
};
use tokio::{
    sync::watch,
    time::{Instant, sleep, sleep_until},
};

use crate::reply::Trouble;

use super::{look::Look, wall::Wall};

/// A model that has not said a word for so long is shown to be at it, with **Stop**.
const SILENCE: Duration = Duration::from_secs(3);
/// Discord shows for ten seconds that somebody writes.
const TYPE_EVERY: Duration = Duration::from_secs(8);
/// How often the end is tried to be shown, with doubled waits between: two minutes in all.
const TRIES: u32 = 7;

/// Shows one answer.
pub(super) struct Presenter {
    pub(super) services: Arc<Services>,
    pub(super) actor: Actor,
    pub(super) wall: Wall,
    /// What the answer is about, small, above it.
    pub(super) about: Option<String>,
}

impl Presenter {
    /// Shows `turn` from its first word to its end. Whoever waits for this waits as long.
    pub(super) async fn present(mut self, turn: Turn) {
        let Turn {
            answer,
            mut draft,
            streams,
            ..
        } = turn;
        let is_lost = self.follow(&answer, &mut draft, streams).await.is_err();
        let last = draft.borrow_and_update().clone();
        if is_lost || !last.is_over() {
            // Nobody sees the message any more, or the answer goes on elsewhere.
            return;
        }
        self.end(&answer, &last).await;
    }

    /// Shows what comes until all is there; fails when there is nowhere left to show it.
    async fn follow(
        &mut self,
        answer: &Id,
        draft: &mut watch::Receiver<Draft>,
        streams: bool,
    ) -> Result<(), Trouble> {
        let mut pace = Pace::default();
        let silent_until = Instant::now() + SILENCE;
        let mut type_at = Instant::now();
        let mut is_new = true;
        loop {
            let now = Instant::now();
            let state = draft.borrow_and_update().clone();
            if state.is_over() {
                // The end keeps the pace, too.
                if let Some(next) = pace.next() {
                    sleep_until(next).await;
                }
                return Ok(());
            }
            if self.wall.is_blank() && type_at <= now {
                self.wall.stand().type_on().await;
                type_at = now + TYPE_EVERY;
            }
            let state = if streams { state } else { silent() };
            let show_at = is_new.then(|| {
                let wanted_at = self.wanted_at(&state, now, silent_until);
                pace.next().map_or(wanted_at, |next| next.max(wanted_at))
            });
            if show_at.is_some_and(|at| at <= now) {
                is_new = self.step(answer, &state, &mut pace).await?;
                continue;
            }
            let type_at = self.wall.is_blank().then_some(type_at);
            let wake = [show_at, type_at].into_iter().flatten().min();
            tokio::select! {
                changed = draft.changed() => {
                    if changed.is_err() {
                        return Ok(());
                    }
                    is_new = true;
                }
                () = until(wake) => {}
            }
        }
    }

    /// When it is to be shown, the pace aside. "Thinking…" comes at once in place of an earlier
    /// answer, and elsewhere only when it takes long.
    fn wanted_at(&self, draft: &Draft, now: Instant, silent_until: Instant) -> Instant {
        let has_words = !draft.text.trim().is_empty() || matches!(draft.state, State::UsingTool(_));
        if has_words || !self.wall.is_blank() {
            now
        } else {
            silent_until
        }
    }

    /// Shows what there is, and tells whether it has to be tried again.
    async fn step(&mut self, answer: &Id, draft: &Draft, pace: &mut Pace) -> Result<bool, Trouble> {
        let posts = self.look(answer, draft).posts();
        if self.wall.shows(&posts) {
            return Ok(false);
        }
        let is_new = match self.wall.show(posts).await {
            Ok(()) => {
                pace.edited(Instant::now());
                false
            }
            Err(Trouble::Passing(why)) => {
                tracing::debug!(%why, %answer, "words could not be shown");
                pace.refused(Instant::now(), None);
                true
            }
            Err(trouble) => return Err(lost(answer, trouble)),
        };
        self.record(answer).await;
        Ok(is_new)
    }

    /// Shows the end, and does not give up soon.
    async fn end(&mut self, answer: &Id, draft: &Draft) {
        let is_one_of_many = draft.end().is_some_and(|end| end.alternative.1 > 1);
        let view = if is_one_of_many {
            let view = chat::shown(&self.services, &self.actor, answer).await;
            view.inspect_err(|error| {
                tracing::warn!(error = chain(error), %answer, "an answer is shown without the others");
            })
            .ok()
        } else {
            None
        };
        let mut wait = Duration::from_secs(1);
        for tried in 1..=TRIES {
            let mut look = self.look(answer, draft);
            if let Some(view) = &view {
                look.beside = [view.previous.as_ref(), view.next.as_ref()];
            }
            let posts = look.posts();
            match self.wall.show(posts).await {
                Ok(()) => break,
                Err(Trouble::Passing(why)) if tried < TRIES => {
                    tracing::debug!(%why, %answer, tried, "the end of an answer is tried again");
                    sleep(wait).await;
                    wait *= 2;
                }
                Err(trouble) => {
                    lost(answer, trouble);
                    break;
                }
            }
        }
        self.record(answer).await;
    }

    fn look<'a>(&'a self, answer: &'a Id, draft: &'a Draft) -> Look<'a> {
        let mut look = Look::of(answer, draft);
        look.about = self.about.as_deref();
        look
    }

    /// Remembers where it stands, so that a reply finds it and a restart can change it. The answer
    /// is shown all the same when that fails.
    async fn record(&mut self, answer: &Id) {
        let Some(posts) = self.wall.unrecorded() else {
            return;
        };
        match chat::posted(&self.services, answer, &posts).await {
            Ok(()) => self.wall.recorded(posts),
            Err(error) => {
                tracing::warn!(error = chain(&error), %answer, "where an answer stands is not known");
            }
        }
    }
}

/// Says in the log why an answer is shown no further.
fn lost(answer: &Id, trouble: Trouble) -> Trouble {
    if trouble == Trouble::Gone {
        tracing::debug!(%answer, "the message of an answer was taken away");
    } else {
        tracing::warn!(?trouble, %answer, "an answer could not be shown");
    }
    trouble
}

/// What is shown of an answer before its end where a guild wants it whole.
fn silent() -> Draft {
    Draft {
        text: Arc::from(""),
        state: State::Waiting,
    }
}

/// Waits until then, or for ever.
async fn until(at: Option<Instant>) {
    match at {
        Some(at) => sleep_until(at).await,
        None => std::future::pending().await,
    }
}
