//! Answers a stored question in a task of its own: whatever happens, the answer ends once.

mod looked;
mod said;

use std::{panic::AssertUnwindSafe, sync::Arc, time::Duration};

use futures_util::FutureExt as _;
use slimy_llm::{Answer, Event, FailureKind, Finish, Message};
use slimy_store::Id;
use tokio::{
    sync::watch,
    time::{Instant, sleep},
};

use super::{
    Budget, Chat, Context, Draft, Fault, State,
    finish::{self, How},
    model::{self, Begun, LONGEST_TURN},
    pay::Paid,
    prompt::Plan,
    running::{Claim, Seat},
    saver,
    source::Source,
};
use crate::{Services, rights::Actor};
use looked::{further, look};
pub(super) use said::Said;

/// How often what has come is shown to watchers, after the first words.
const SHOW_EVERY: Duration = Duration::from_millis(250);
/// Times that the model may look things up before it has to answer.
const ROUNDS: usize = 4;
/// What a turn is about.
#[derive(Debug)]
pub(super) struct Job {
    /// Who asks, and pays.
    pub(super) actor: Actor,
    /// What it is about.
    pub(super) source: Source,
    /// The answer's key.
    pub(super) answer: Id,
    /// Whether only they see it.
    pub(super) private: bool,
    /// Which of the answers it is, and of how many.
    pub(super) alternative: (usize, usize),
    /// What holds from the beginning on.
    pub(super) plan: Plan,
    /// The limits.
    pub(super) budget: Budget,
}

/// Begins to answer. `seat` and `claim` are held until the answer has ended.
pub(super) fn start(
    services: &Arc<Services>,
    job: Job,
    first: (Context, Paid),
    draft: watch::Sender<Draft>,
    seat: Seat,
    claim: Option<Claim>,
) {
    let Some(chat) = &services.chat else {
        return;
    };
    let is_kept = job.source.is_kept();
    if is_kept {
        seat.is_stored();
        saver::start(services);
    }
    let services = Arc::clone(services);
    chat.running.tasks.spawn(async move {
        let (context, paid) = first;
        let mut said = Said::nothing(paid, context.left_out, job.source.is_wholly_kept());
        let coming = Box::pin(come(&services, &job, context, &mut said, &draft, &seat));
        let how = AssertUnwindSafe(coming).catch_unwind().await;
        let how = how.unwrap_or_else(|_| {
            tracing::error!(answer = %job.answer, "answering a question panicked");
            How::Interrupted
        });
        finish::finish(&services, &job, said, how, draft, (seat, claim)).await;
    });
}

/// Lets the answer come until it ends by itself or somebody ends it. What is broken off here drops
/// the request to the model.
async fn come(
    services: &Services,
    job: &Job,
    context: Context,
    said: &mut Said,
    draft: &watch::Sender<Draft>,
    seat: &Seat,
) -> How {
    let Some(chat) = &services.chat else {
        return How::Interrupted;
    };
    tokio::select! {
        biased;
        () = seat.stop.cancelled() => How::Stopped,
        () = chat.running.closing.cancelled() => How::Interrupted,
        () = sleep(LONGEST_TURN) => How::Failed(Fault::Model(FailureKind::Timeout)),
        how = converse(services, chat, job, context, said, draft) => how,
        () = seat.elsewhere.cancelled() => How::Elsewhere,
    }
}

/// Asks, lets the model look things up, and asks again, until it answers.
async fn converse(
    services: &Services,
    chat: &Chat,
    job: &Job,
    context: Context,
    said: &mut Said,
    draft: &watch::Sender<Draft>,
) -> How {
    let mut jitter = model::jitter(&job.answer);
    let mut looked: Vec<Message> = Vec::new();
    let mut messages = context.messages;
    let mut is_full = false;
    for round in 0..=ROUNDS {
        let is_last = is_full || round == ROUNDS;
        let offered = if is_last {
            Vec::new()
        } else {
            job.plan.tools()
        };
        let told = (messages, offered);
        let begun = model::begin(services, chat, job, said, told, &mut jitter).await;
        let heard = match begun {
            Ok(begun) => hear(begun, said, draft).await,
            Err(failure) => Err(How::Failed(Fault::Model(failure.kind))),
        };
        let answer = match heard {
            Ok(answer) => answer,
            Err(how) => return how,
        };
        said.settle(chat, answer.usage, &answer.calls).await;
        if answer.calls.is_empty() || is_last {
            return how_it_ends(&answer, said);
        }
        looked.extend(look(services, job, answer, said, draft).await);
        (messages, is_full) = match further(services, chat, job, said, &mut looked).await {
            Ok(further) => further,
            Err(how) => return how,
        };
        said.part();
    }
    How::Failed(Fault::Model(FailureKind::Nonsense))
}

/// Takes the words as they come, until the call's end.
async fn hear(begun: Begun, said: &mut Said, draft: &watch::Sender<Draft>) -> Result<Answer, How> {
    let Begun { mut stream, first } = begun;
    let mut event = Some(first);
    let mut shown = Instant::now();
    let mut is_first = true;
    loop {
        said.has_thought |= stream.has_thought();
        match event {
            Some(Event::Text(words)) => {
                let is_full = said.take(&words);
                if is_first || shown.elapsed() >= SHOW_EVERY {
                    is_first = false;
                    shown = Instant::now();
                    said.show(draft, State::Writing);
                }
                if is_full {
                    return Ok(Answer {
                        finish: Finish::Length,
                        ..Answer::default()
                    });
                }
            }
            Some(Event::End(answer)) => return Ok(answer),
            None => return Err(How::Failed(Fault::Model(FailureKind::CutOff))),
        }
        let next = {
            let next = stream.next();
            tokio::pin!(next);
            // The rest of what came is shown when no more comes for a while. The stream's own patience
            // goes on meanwhile.
            tokio::select! {
                biased;
                next = &mut next => next,
                () = sleep(SHOW_EVERY) => {
                    said.show(draft, State::Writing);
                    shown = Instant::now();
                    next.await
                }
            }
        };
        event = match next {
            Ok(event) => event,
            Err(failure) => {
                tracing::warn!(
                    kind = %failure.kind,
                    detail = said.loggable(&failure),
                    "the model's answer broke off"
                );
                said.has_thought |= stream.has_thought();
                said.usage = failure.usage;
                let has_words = said.text.len() > said.from;
                let kind = match failure.kind {
                    passing if has_words && passing.passes() => FailureKind::CutOff,
                    kind => kind,
                };
                return Err(How::Failed(Fault::Model(kind)));
            }
        };
    }
}

/// How an answer without further calls ends.
fn how_it_ends(answer: &Answer, said: &Said) -> How {
    if said.text.trim().is_empty() {
        return How::Failed(Fault::Model(FailureKind::Nonsense));
    }
    match answer.finish {
        Finish::ContentFilter => How::Failed(Fault::Model(FailureKind::RefusedContent)),
        Finish::Length => How::Complete { is_cut: true },
        Finish::Stop | Finish::ToolCalls => How::Complete { is_cut: false },
    }
}
