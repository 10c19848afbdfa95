//! Answers a stored question in a task of its own: whatever happens, the answer ends once.

use std::{panic::AssertUnwindSafe, sync::Arc, time::Duration};

use futures_util::FutureExt as _;
use slimy_llm::{Answer, Event, Failure, FailureKind, Finish, Message, ToolCall, Usage};
use slimy_store::{Id, limits};
use tokio::{
    sync::watch,
    time::{Instant, sleep},
};

use super::{
    Budget, Chat, Context, Counter, Draft, Fault, State,
    finish::{self, How},
    model::{self, Begun, LONGEST_TURN, Whom},
    pay::{self, Bill, Paid},
    prompt::Plan,
    running::{Claim, Seat},
    saver,
    source::Source,
    tools,
};
use crate::{Error, Services, UserError, chain, rights::Actor};

/// How often what has come is shown to watchers, after the first words.
const SHOW_EVERY: Duration = Duration::from_millis(250);
/// Times that the model may look things up before it has to answer.
const ROUNDS: usize = 4;
/// Tools that it may call at a time.
const CALLS: usize = 4;
/// The most bytes of a whole answer, a quarter of what the store keeps: more was never asked for,
/// and a model that knows no limit is hung up on.
const LONGEST: usize = limits::MESSAGE_BYTES / 4;

/// In the place of what was looked up, where there is no room for it any more.
const LEFT_OUT: &str =
    r#"{"note": "Left out: there is no more room. Answer with what you have, and say so."}"#;

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
    /// The tokens that the call under way is shown, by our own count.
    shown: i64,
    /// Whether somebody was asked who may charge for the call under way.
    is_asked: bool,
    /// What the provider says that it charges for the call under way, when it broke off.
    usage: Option<Usage>,
    /// Whether the model was seen to think beside its words.
    has_thought: bool,
    /// Why the second provider was asked, when it was.
    pub(super) carried_for: Option<FailureKind>,
    /// What calls took that have ended.
    pub(super) bills: Vec<Bill>,
    /// How many older messages were not shown.
    pub(super) left_out: usize,
    /// When it began, on the clock of this machine.
    pub(super) started: Instant,
    /// Whether it is stored. Of what is not no word gets into the log, either: a provider may
    /// repeat some in why it refuses.
    is_kept: bool,
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
        let mut said = Said {
            text: String::new(),
            from: 0,
            tools: Vec::new(),
            whom: Whom::First,
            shown: paid.prompt,
            open: Some(paid),
            is_asked: false,
            usage: None,
            has_thought: false,
            carried_for: None,
            bills: Vec::new(),
            left_out: context.left_out,
            started: Instant::now(),
            is_kept,
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

/// What the model is shown in the next round: all of it anew, since its context was not kept, and
/// what was looked up. It is paid for like any call. Where there is no room for all of it, the oldest of
/// what was looked up is left out, and true: nothing more is to be looked up.
async fn further(
    services: &Services,
    chat: &Chat,
    job: &Job,
    said: &mut Said,
    looked: &mut Vec<Message>,
) -> Result<(Vec<Message>, bool), How> {
    let counter = chat.counter().await;
    let Job { plan, source, .. } = job;
    let mut is_full = false;
    let (context, more) = loop {
        let more = weight(counter, looked);
        let room = chat.setup.context_tokens.saturating_sub(more);
        match source.context(services, chat, plan, room).await {
            Ok(context) => break (context, more),
            Err(Error::User(UserError::Chat(Fault::TooLong))) if shorten(looked) => is_full = true,
            Err(error) => return Err(how(error)),
        }
    };
    said.left_out = said.left_out.max(context.left_out);
    let prompt = context.tokens + more + plan.tokens(counter);
    said.shown = i64::try_from(prompt).unwrap_or(i64::MAX);
    said.reserve(services, chat, job).await.map_err(how)?;
    let mut messages = context.messages;
    messages.extend_from_slice(looked);
    Ok((messages, is_full))
}

fn weight(counter: Counter, looked: &[Message]) -> usize {
    looked
        .iter()
        .map(|message| tools::weight(counter, message))
        .sum()
}

/// Makes what was looked up shorter: by the oldest result that is not left out yet, else by the
/// oldest calls and their results altogether. False when nothing is left of it.
fn shorten(looked: &mut Vec<Message>) -> bool {
    for message in looked.iter_mut() {
        if let Message::ToolResult { content, .. } = message
            && content.len() > LEFT_OUT.len()
        {
            LEFT_OUT.clone_into(content);
            return true;
        }
    }
    let is_call = |message: &Message| matches!(message, Message::Assistant { .. });
    let next = looked.iter().skip(1).position(is_call);
    let oldest = next.map_or(looked.len(), |next| next + 1);
    looked.drain(..oldest).next().is_some()
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
    /// Takes the next words. True when that was all there is room for.
    fn take(&mut self, words: &str) -> bool {
        let mut end = words.len().min(LONGEST.saturating_sub(self.text.len()));
        while !words.is_char_boundary(end) {
            end -= 1;
        }
        // The databases keep no zero.
        self.text
            .extend(words[..end].chars().filter(|c| *c != '\0'));
        end < words.len() || self.text.len() >= LONGEST
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
        self.has_thought = false;
    }

    /// What the log may say of a failure.
    pub(super) fn loggable<'a>(&self, failure: &'a Failure) -> &'a str {
        if self.is_kept {
            &failure.detail
        } else {
            "(not told: nothing of this turn is kept)"
        }
    }

    /// From here on somebody may charge for the call under way.
    pub(super) fn asks(&mut self) {
        self.is_asked = true;
    }

    /// Writes down a try that brought nothing: it is paid for when the provider took it.
    pub(super) async fn did_not_begin(&mut self, chat: &Chat, failure: &Failure) {
        if failure.was_taken {
            self.settle(chat, failure.usage, &[]).await;
        }
        self.is_asked = false;
    }

    /// Reserves what one more try takes, when the last is paid for. False when there is no budget
    /// for it: then it is not made.
    pub(super) async fn pays_again(&mut self, services: &Services, chat: &Chat, job: &Job) -> bool {
        if self.open.is_some() {
            return true;
        }
        let reserved = self.reserve(services, chat, job).await;
        if let Err(error) = &reserved {
            tracing::warn!(error = chain(error), "the model is not asked once more");
        }
        reserved.is_ok()
    }

    /// Reserves what the next call takes. Its key is known before, so that it is given back even
    /// when this is broken off.
    async fn reserve(&mut self, services: &Services, chat: &Chat, job: &Job) -> Result<(), Error> {
        let paid = self.open.insert(Paid::to_be(self.shown));
        let model = &self.whom.of(chat).model;
        let Job { actor, budget, .. } = job;
        let reserved = pay::reserve_as(services, chat, actor, *budget, model, paid).await;
        if reserved.is_err() {
            self.give_back(services).await;
        }
        reserved
    }

    async fn give_back(&mut self, services: &Services) {
        if let Some(paid) = &self.open {
            pay::release(services, paid).await;
        }
        self.open = None;
    }

    /// Writes down what the call under way took: what the provider says, or our own count of its
    /// words and `calls`. What a model thought that nobody saw is not known: it may be all that
    /// was reserved.
    async fn settle(&mut self, chat: &Chat, usage: Option<Usage>, calls: &[ToolCall]) {
        let counter = chat.counter().await;
        let Some(paid) = self.open.take() else {
            return;
        };
        let most = i64::from(chat.setup.answer_tokens);
        let (prompt, completion) = if let Some(usage) = usage {
            paid.believed(usage, most)
        } else {
            let words = &self.text[self.from..];
            let called = calls
                .iter()
                .map(|call| counter.count(&call.name) + counter.count(&call.arguments));
            let heard = counter.count(words) + called.sum::<usize>();
            let heard = i64::try_from(heard).unwrap_or(i64::MAX);
            let is_all = heard > 0 && !self.has_thought;
            (paid.prompt, if is_all { heard } else { heard.max(most) })
        };
        let model = &self.whom.of(chat).model;
        self.bills
            .push(Bill::new(chat, paid, model, prompt, completion));
        self.is_asked = false;
    }

    /// Settles a call that was broken off. One that no provider took cost nothing.
    pub(super) async fn close(&mut self, services: &Services, chat: &Chat) {
        if self.is_asked {
            let usage = self.usage.take();
            self.settle(chat, usage, &[]).await;
        } else {
            self.give_back(services).await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exchange(result: &str) -> [Message; 2] {
        let call = ToolCall {
            id: "1".to_owned(),
            name: "club_stats".to_owned(),
            arguments: String::new(),
        };
        let called = Message::Assistant {
            text: String::new(),
            calls: vec![call],
        };
        let told = Message::ToolResult {
            id: "1".to_owned(),
            content: result.to_owned(),
        };
        [called, told]
    }

    #[test]
    fn the_oldest_results_go_first_and_then_the_oldest_calls_with_theirs() {
        let long = "x".repeat(200);
        let mut looked = [exchange(&long), exchange(&long)].concat();
        assert!(shorten(&mut looked));
        assert_eq!(looked, [exchange(LEFT_OUT), exchange(&long)].concat());
        assert!(shorten(&mut looked));
        assert_eq!(looked, [exchange(LEFT_OUT), exchange(LEFT_OUT)].concat());
        assert!(shorten(&mut looked));
        assert_eq!(looked, exchange(LEFT_OUT));
        assert!(shorten(&mut looked));
        assert!(looked.is_empty());
        assert!(!shorten(&mut looked), "an end");
    }
}
