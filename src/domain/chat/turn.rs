//! A turn as people see it: the draft of an answer while it comes, and its end.

use std::{sync::Arc, time::Duration};

use slimy_store::Id;
use tokio::sync::watch;

pub use slimy_store::chat::MessageStatus;

use super::Fault;

/// A turn that has begun.
#[derive(Debug)]
pub struct Turn {
    /// `chat_conversations.id`; where nothing is kept a key that nothing has.
    pub conversation: Id,
    /// `chat_messages.id` of the question; where nothing is kept the key under which the audit log
    /// has it.
    pub question: Id,
    /// `chat_messages.id` of the answer, which the buttons below it carry. Where nothing is kept it
    /// is known while the answer comes, and has no row.
    pub answer: Id,
    /// What the conversation is called.
    pub title: Option<String>,
    /// Whether it must not be shown where others read.
    pub private: bool,
    /// How many older messages the model was not shown.
    pub left_out: usize,
    /// Whether the guild wants to see the answer as it comes, rather than when it is whole.
    pub streams: bool,
    /// Whether it is stored: not of somebody who has not accepted that.
    pub is_kept: bool,
    /// The answer as it comes. It changes at most four times a second, has the first words at once
    /// and the last state always; the sender lives until that was sent.
    pub draft: watch::Receiver<Draft>,
}

/// An answer on its way, or at its end.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// What was said so far: the model's own Markdown, which is to be made safe and split.
    pub text: Arc<str>,
    /// How far it is.
    pub state: State,
}

/// How far an answer is.
#[derive(Debug, Clone, PartialEq)]
pub enum State {
    /// The model has not said anything yet.
    Waiting,
    /// It is speaking.
    Writing,
    /// It looks something up with the tool of this name.
    UsingTool(&'static str),
    /// It has ended.
    Ended(Arc<End>),
}

/// How an answer ended.
#[derive(Debug, Clone, PartialEq)]
pub struct End {
    /// The status of its row; never `Streaming`.
    pub status: MessageStatus,
    /// What the person is told, where it failed.
    pub fault: Option<Fault>,
    /// The model that gave it, as the host calls it.
    pub model: String,
    /// Whether that is the second provider's.
    pub is_fallback: bool,
    /// Whether it is as long as an answer may be, and would have gone on.
    pub is_cut: bool,
    /// The tokens that the model was shown, over all its calls.
    pub prompt_tokens: i64,
    /// The tokens that it answered, over all its calls.
    pub completion_tokens: i64,
    /// What that cost in millionths of a US dollar; 0 where the price is not known.
    pub cost_micros: i64,
    /// How many older messages the model was not shown.
    pub left_out: usize,
    /// The tools that it used, in order; not known of an answer that was read back.
    pub tools: Vec<&'static str>,
    /// How long it took.
    pub duration: Duration,
    /// Which of the answers to its question it is, from 0, and how many there are.
    pub alternative: (usize, usize),
}

impl Draft {
    /// One of which nothing has come.
    pub(super) fn waiting() -> Self {
        Self {
            text: Arc::from(""),
            state: State::Waiting,
        }
    }

    /// Whether it has ended.
    pub fn is_over(&self) -> bool {
        self.end().is_some()
    }

    /// How it has ended.
    pub fn end(&self) -> Option<&End> {
        match &self.state {
            State::Ended(end) => Some(end),
            _ => None,
        }
    }
}
