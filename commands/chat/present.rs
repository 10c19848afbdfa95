//! Shows an answer while it comes: its first words at once, then at most an edit a second, and the
//! end for certain.

use std::{sync::Arc, time::Duration};

use slimy_domain::{
    Id, Services, chain,
    chat::{self, Draft, Pace, State, Turn},
    rights::Actor,
};
use slimy_words::Words;
use tokio::{
    sync::watch,
    time::{Instant, sleep_until},
};

use crate::reply::Trouble;

use super::{look::Look, wall::Wall};

/// A model that has not said a word for so long is shown to be at it, with **Stop**.
const SILENCE: Duration = Duration::from_secs(3);
/// Discord shows for ten seconds that somebody writes.
const TYPE_EVERY: Duration = Duration::from_secs(8);

/// Shows one answer.
pub(super) struct Presenter {
    pub(super) services: Arc<Services>,
    pub(super) actor: Actor,
    pub(super) wall: Wall,
    /// What the answer is about, small, above it.
    pub(super) about: Option<String>,
    /// For whoever sees it.
    pub(super) words: Words,
    /// Whether the answer is stored.
    pub(super) is_kept: bool,
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
        match self.follow(&answer, &mut draft, streams).await {
            Ok(()) => {}
            // Nobody reads it any more, so nobody pays for the rest.
            Err(Trouble::Gone) => return self.cancel(&answer).await,
            // What cannot be shown now may be shown at the end, in one message rather than two.
            Err(_) => over(&mut draft).await,
        }
        let last = draft.borrow_and_update().clone();
        if last.is_over() {
            self.end(&answer, &last).await;
        }
    }

    async fn cancel(&self, answer: &Id) {
        let (services, actor) = (&self.services, &self.actor);
        let stopped = if self.is_kept {
            chat::stop(services, actor, answer).await.map(|_| ())
        } else {
            chat::stop_unkept(services, actor, answer).await
        };
        if let Err(error) = stopped {
            let error = chain(&error);
            tracing::debug!(error, %answer, "an answer that nobody reads was not stopped");
        }
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
                // The answer follows all the same.
                let _ = self.wall.stand().type_on().await;
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
        let mut look = self.look(answer, draft);
        if let Some(view) = &view {
            look.beside = [view.previous.as_ref(), view.next.as_ref()];
        }
        let posts = look.posts();
        let mut shown = self.wall.insist(&posts).await;
        if matches!(shown, Err(Trouble::Lasting(_))) && !self.wall.shows_first(&posts) {
            // As where the bot may write and not look back: what was paid for comes anew.
            self.wall.go_below();
            shown = self.wall.insist(&posts).await;
        }
        if let Err(trouble) = shown {
            lost(answer, trouble);
        }
        self.record(answer).await;
    }

    fn look<'a>(&'a self, answer: &'a Id, draft: &'a Draft) -> Look<'a> {
        let mut look = Look::of(self.words, answer, draft);
        look.about.clone_from(&self.about);
        look.is_kept = self.is_kept;
        look
    }

    /// Remembers where it stands, so that a reply finds it and a restart can change it. The answer
    /// is shown all the same when that fails.
    async fn record(&mut self, answer: &Id) {
        // Of what is not kept it is not known where it stands, either.
        let Some(posts) = self.wall.unrecorded().filter(|_| self.is_kept) else {
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

/// Waits until all of it is there.
async fn over(draft: &mut watch::Receiver<Draft>) {
    while !draft.borrow_and_update().is_over() && draft.changed().await.is_ok() {}
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
