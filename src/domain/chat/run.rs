//! Answers a stored question in a task of its own: whatever happens, the answer ends once.

use std::{panic::AssertUnwindSafe, sync::Arc, time::Duration};

use futures_util::FutureExt as _;
use slimy_llm::{Answer, Event, FailureKind, Finish, Message, ToolCall};
use slimy_store::{Id, chat as store, limits};
use tokio::{
    sync::watch,
    time::{Instant, MissedTickBehavior, interval, sleep},
};

use super::{
    Budget, Chat, Context, Draft, Fault, State,
    finish::{self, How},
    history::Spot,
    model::{self, Begun, LONGEST_TURN, Whom},
    pay::{self, Bill, Paid},
    prompt::{self, Plan},
    running::{Claim, Seat},
    tools,
};
use crate::{Error, Services, UserError, chain, rights::Actor};

/// How often what has come is shown to watchers, after the first words.
const SHOW_EVERY: Duration = Duration::from_millis(250);
/// How often it is saved, and the row is touched where nothing has come: others take an answer that
/// is not for one that was left behind.
pub(super) const SAVE_EVERY: Duration = Duration::from_secs(2);
/// Times that the model may look things up before it has to answer.
const ROUNDS: usize = 4;
/// Tools that it may call at a time.
const CALLS: usize = 4;
/// The most bytes of a whole answer, a quarter of what the store keeps: more was never asked for,
/// and a model that knows no limit is hung up on.
const LONGEST: usize = limits::MESSAGE_BYTES / 4;

/// What a turn is about.
#[derive(Debug)]
pub(super) struct Job {
    /// Who asks, and pays.
    pub(super) actor: Actor,
    /// The question's place, before which it is looked back.
    pub(super) spot: Spot,
    /// The question's key.
    pub(super) question: Id,
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

/// What has come of an answer; it outlives whatever breaks off its coming.
#[derive(Debug)]
pub(super) struct Said {
    /// All words.
    pub(super) text: String,
    /// Where those of the call under way begin.
    from: usize,
    /// The tools that were used.
    pub(super) tools: Vec<&'static str>,
    /// Who gave it.
    pub(super) whom: Whom,
    /// What a call under way has reserved.
    pub(super) open: Option<Paid>,
    /// Whether the call under way has reached a model that answers.
    has_begun: bool,
    /// What calls took that have ended.
    pub(super) bills: Vec<Bill>,
    /// How many older messages were not shown.
    pub(super) left_out: usize,
    /// When it began, on the clock of this machine.
    pub(super) started: Instant,
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
    let services = Arc::clone(services);
    chat.running.tasks.spawn(async move {
        let (context, paid) = first;
        let mut said = Said {
            text: String::new(),
            from: 0,
            tools: Vec::new(),
            whom: Whom::First,
            open: Some(paid),
            has_begun: false,
            bills: Vec::new(),
            left_out: context.left_out,
            started: Instant::now(),
        };
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
        () = keep(services, &job.answer, draft) => How::Elsewhere,
    }
}

/// Saves what has come now and then. Returns when the row has ended: somebody else ended it.
async fn keep(services: &Services, answer: &Id, draft: &watch::Sender<Draft>) {
    let mut ticks = interval(SAVE_EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    ticks.tick().await;
    loop {
        ticks.tick().await;
        let text = Arc::clone(&draft.borrow().text);
        match store::save_progress(&services.db, answer, &text, services.now()).await {
            Ok(true) => {}
            Ok(false) => return,
            Err(error) => {
                tracing::debug!(error = chain(&error), "an answer's progress was not saved");
            }
        }
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
    for round in 0..=ROUNDS {
        let offered = if round < ROUNDS {
            job.plan.tools()
        } else {
            Vec::new()
        };
        let begun = model::begin(chat, &mut said.whom, messages, offered, &mut jitter).await;
        let heard = match begun {
            Ok(begun) => hear(begun, said, draft).await,
            Err(failure) => Err(How::Failed(Fault::Model(failure.kind))),
        };
        let answer = match heard {
            Ok(answer) => answer,
            Err(how) => return how,
        };
        said.settle(chat, answer.usage).await;
        if answer.calls.is_empty() || round == ROUNDS {
            return how_it_ends(&answer, said);
        }
        looked.extend(look(services, job, answer, said, draft).await);
        messages = match further(services, chat, job, said, &looked).await {
            Ok(messages) => messages,
            Err(how) => return how,
        };
        said.part();
    }
    How::Failed(Fault::Model(FailureKind::Nonsense))
}

/// Takes the words as they come, until the call's end.
async fn hear(begun: Begun, said: &mut Said, draft: &watch::Sender<Draft>) -> Result<Answer, How> {
    let Begun { mut stream, first } = begun;
    said.has_begun = true;
    let mut event = Some(first);
    let mut shown = Instant::now();
    let mut is_first = true;
    loop {
        match event {
            Some(Event::Text(words)) => {
                said.take(&words);
                if is_first || shown.elapsed() >= SHOW_EVERY {
                    is_first = false;
                    shown = Instant::now();
                    said.show(draft, State::Writing);
                }
                if said.text.len() >= LONGEST {
                    return Ok(Answer {
                        finish: Finish::Length,
                        ..Answer::default()
                    });
                }
            }
            Some(Event::End(answer)) => return Ok(answer),
            None => return Err(How::Failed(Fault::Model(FailureKind::CutOff))),
        }
        let next = stream.next();
        tokio::pin!(next);
        // The rest of what came is shown when no more comes for a while. The stream's own patience
        // goes on meanwhile.
        let next = tokio::select! {
            biased;
            next = &mut next => next,
            () = sleep(SHOW_EVERY) => {
                said.show(draft, State::Writing);
                shown = Instant::now();
                next.await
            }
        };
        event = match next {
            Ok(event) => event,
            Err(failure) => {
                tracing::warn!(
                    kind = %failure.kind,
                    detail = failure.detail,
                    "the model's answer broke off"
                );
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

/// Looks up what the model wants to know: each with the rights of who asks, checked anew.
async fn look(
    services: &Services,
    job: &Job,
    answer: Answer,
    said: &mut Said,
    draft: &watch::Sender<Draft>,
) -> Vec<Message> {
    let mut calls = answer.calls;
    let mut results = Vec::with_capacity(calls.len());
    for (number, call) in calls.iter_mut().enumerate() {
        if call.id.is_empty() {
            call.id = format!("call_{number}");
        }
        let content = if number < CALLS {
            let name = tools::known(&call.name);
            if let Some(name) = name {
                said.tools.push(name);
                said.show(draft, State::UsingTool(name));
            }
            tools::call(services, &job.actor, &call.name, &call.arguments).await
        } else {
            tools::too_many(CALLS)
        };
        results.push(Message::ToolResult {
            id: call.id.clone(),
            content,
        });
        // It is sent back as it came, within bounds.
        if call.arguments.len() > tools::LONGEST_ARGUMENTS {
            "{}".clone_into(&mut call.arguments);
        }
        plain(call);
    }
    let words = said.text[said.from..].to_owned();
    let mut exchanged = vec![Message::Assistant { text: words, calls }];
    exchanged.append(&mut results);
    exchanged
}

/// A name that providers take back: a model may have made one up that they refuse.
fn plain(call: &mut ToolCall) {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let name: String = call
        .name
        .chars()
        .filter(|c| is_plain(*c))
        .take(64)
        .collect();
    call.name = if name.is_empty() {
        "unknown".to_owned()
    } else {
        name
    };
}

/// What the model is shown in the next round: all of it anew, since none of it was kept, and what
/// was looked up. It is paid for like any call.
async fn further(
    services: &Services,
    chat: &Chat,
    job: &Job,
    said: &mut Said,
    looked: &[Message],
) -> Result<Vec<Message>, How> {
    let counter = chat.counter().await;
    let more: usize = looked
        .iter()
        .map(|message| tools::weight(counter, message))
        .sum();
    let room = chat.setup.context_tokens.saturating_sub(more);
    let Job { plan, spot, .. } = job;
    let composed = prompt::again(services, chat, plan, spot, &job.question, room).await;
    let context = composed.map_err(how)?;
    let model = said.whom.of(chat).model.clone();
    let prompt = context.tokens + more + plan.tokens(counter);
    let paid = pay::reserve(services, chat, &job.actor, job.budget, &model, prompt).await;
    said.open = Some(paid.map_err(how)?);
    let mut messages = context.messages;
    messages.extend_from_slice(looked);
    Ok(messages)
}

/// An error in the middle of a turn: a refusal is told, what else it is the host is told.
fn how(error: Error) -> How {
    match error {
        Error::User(UserError::Chat(fault)) => How::Failed(fault),
        error => {
            tracing::error!(error = chain(&error), "a turn could not go on");
            How::Interrupted
        }
    }
}

impl Said {
    /// Takes the next words.
    fn take(&mut self, words: &str) {
        let mut end = words.len().min(LONGEST.saturating_sub(self.text.len()));
        while !words.is_char_boundary(end) {
            end -= 1;
        }
        // The databases keep no zero.
        self.text
            .extend(words[..end].chars().filter(|c| *c != '\0'));
    }

    /// Shows watchers what has come.
    fn show(&self, draft: &watch::Sender<Draft>, state: State) {
        let text = Arc::from(self.text.as_str());
        draft.send_replace(Draft { text, state });
    }

    /// Sets the words of the next call apart from those before.
    fn part(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push_str("\n\n");
        }
        self.from = self.text.len();
        self.has_begun = false;
    }

    /// Writes down what the call under way took: what the provider says, or our own count.
    async fn settle(&mut self, chat: &Chat, usage: Option<slimy_llm::Usage>) {
        let Some(paid) = self.open.take() else {
            return;
        };
        let tokens = |tokens: u64| i64::try_from(tokens).unwrap_or(i64::MAX);
        let (prompt, completion) = if let Some(usage) = usage {
            (tokens(usage.prompt_tokens), tokens(usage.completion_tokens))
        } else {
            let counter = chat.counter().await;
            let words = counter.count(&self.text[self.from..]);
            (paid.prompt, tokens(words as u64))
        };
        let model = &self.whom.of(chat).model;
        self.bills
            .push(Bill::new(chat, paid, model, prompt, completion));
    }

    /// Settles a call that was broken off. One that a provider refused took nothing; one that was
    /// broken off here has been asked for, and so has one that came to nothing.
    pub(super) async fn close(&mut self, services: &Services, chat: &Chat, how: &How) {
        let was_refused = match how {
            How::Failed(Fault::Model(kind)) => {
                !matches!(kind, FailureKind::CutOff | FailureKind::Nonsense)
            }
            How::Failed(_) => true,
            How::Complete { .. } | How::Stopped | How::Interrupted | How::Elsewhere => false,
        };
        if self.has_begun || !was_refused {
            self.settle(chat, None).await;
        } else if let Some(paid) = self.open.take() {
            pay::release(services, paid).await;
        }
    }
}
