//! What has come of an answer, and what it took.

use std::sync::Arc;

use slimy_llm::{Failure, FailureKind, ToolCall, Usage};
use slimy_store::limits;
use tokio::{sync::watch, time::Instant};

use super::{
    super::{
        Chat, Draft, State,
        model::Whom,
        pay::{self, Bill, Paid},
    },
    Job,
};
use crate::{Error, Services, chain};

/// The most bytes of a whole answer, a quarter of what the store keeps: more was never asked for,
/// and a model that knows no limit is hung up on.
const LONGEST: usize = limits::MESSAGE_BYTES / 4;

/// What has come of an answer; it outlives whatever breaks off its coming.
#[derive(Debug)]
pub(in crate::chat) struct Said {
    /// All words.
    pub(in crate::chat) text: String,
    /// Where those of the call under way begin.
    pub(super) from: usize,
    /// The tools that were used.
    pub(in crate::chat) tools: Vec<&'static str>,
    /// Who gave it.
    pub(in crate::chat) whom: Whom,
    /// What a call under way has reserved.
    pub(in crate::chat) open: Option<Paid>,
    /// The tokens that the call under way is shown, by our own count.
    pub(super) shown: i64,
    /// Whether somebody was asked who may charge for the call under way.
    pub(super) is_asked: bool,
    /// What the provider says that it charges for the call under way, when it broke off.
    pub(super) usage: Option<Usage>,
    /// Whether the model was seen to think beside its words.
    pub(super) has_thought: bool,
    /// Why the second provider was asked, when it was.
    pub(in crate::chat) carried_for: Option<FailureKind>,
    /// What calls took that have ended.
    pub(in crate::chat) bills: Vec<Bill>,
    /// How many older messages were not shown.
    pub(in crate::chat) left_out: usize,
    /// When it began, on the clock of this machine.
    pub(in crate::chat) started: Instant,
    /// Whether it is stored. Of what is not no word gets into the log, either: a provider may
    /// repeat some in why it refuses.
    pub(super) is_wholly_kept: bool,
}

impl Said {
    /// Nothing yet of an answer whose first call is reserved.
    pub(super) fn nothing(paid: Paid, left_out: usize, is_wholly_kept: bool) -> Self {
        Self {
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
            left_out,
            started: Instant::now(),
            is_wholly_kept,
        }
    }

    /// Takes the next words. True when that was all there is room for.
    pub(super) fn take(&mut self, words: &str) -> bool {
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
    pub(super) fn show(&self, draft: &watch::Sender<Draft>, state: State) {
        let text = Arc::from(self.text.as_str());
        draft.send_replace(Draft { text, state });
    }

    /// Sets the words of the next call apart from those before.
    pub(super) fn part(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push_str("\n\n");
        }
        self.from = self.text.len();
        self.has_thought = false;
    }

    /// What the log may say of a failure.
    pub(in crate::chat) fn loggable<'a>(&self, failure: &'a Failure) -> &'a str {
        if self.is_wholly_kept {
            &failure.detail
        } else {
            "(not told: nothing of this turn is kept)"
        }
    }

    /// From here on somebody may charge for the call under way.
    pub(in crate::chat) fn asks(&mut self) {
        self.is_asked = true;
    }

    /// Writes down a try that brought nothing: it is paid for when the provider took it.
    pub(in crate::chat) async fn did_not_begin(&mut self, chat: &Chat, failure: &Failure) {
        if failure.was_taken {
            self.settle(chat, failure.usage, &[]).await;
        }
        self.is_asked = false;
    }

    /// Reserves what one more try takes, when the last is paid for. False when there is no budget
    /// for it: then it is not made.
    pub(in crate::chat) async fn pays_again(
        &mut self,
        services: &Services,
        chat: &Chat,
        job: &Job,
    ) -> bool {
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
    pub(super) async fn reserve(
        &mut self,
        services: &Services,
        chat: &Chat,
        job: &Job,
    ) -> Result<(), Error> {
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
    pub(super) async fn settle(&mut self, chat: &Chat, usage: Option<Usage>, calls: &[ToolCall]) {
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
    pub(in crate::chat) async fn close(&mut self, services: &Services, chat: &Chat) {
        if self.is_asked {
            let usage = self.usage.take();
            self.settle(chat, usage, &[]).await;
        } else {
            self.give_back(services).await;
        }
    }
}
