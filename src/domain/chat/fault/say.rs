//! What a person is told when there is no answer.

use std::time::Duration;

use slimy_llm::FailureKind;
use slimy_words::{Words, say};

use super::{Fault, Scope, Span};

impl Fault {
    /// One sentence for the person. A file's name in it is as it was given.
    pub fn say(&self, words: Words) -> String {
        match self {
            Self::NotSetUp => say!(words, "chat-fault-not-set-up"),
            Self::SwitchedOff => say!(words, "chat-fault-switched-off"),
            Self::NotInThisChannel => say!(words, "chat-fault-not-in-this-channel"),
            Self::NotWithTheseRoles => say!(words, "chat-fault-not-with-these-roles"),
            Self::CoolingDown { wait } => {
                say!(words, "chat-fault-cooling-down", seconds = seconds(*wait))
            }
            Self::StillAnswering => say!(words, "chat-fault-still-answering"),
            Self::Restarting => say!(words, "chat-fault-restarting"),
            Self::HeardElsewhere => say!(words, "chat-fault-heard-elsewhere"),
            Self::BudgetSpent { scope, span } => spent(words, *scope, *span),
            Self::TooLong => say!(words, "chat-fault-too-long"),
            Self::Empty => say!(words, "chat-fault-empty"),
            Self::TooManyFiles { max } => say!(words, "chat-fault-too-many-files", max = *max),
            Self::UnreadableFile { name } => say!(words, "chat-fault-unreadable-file", name = name),
            Self::CannotSee => say!(words, "chat-fault-cannot-see"),
            Self::NotYours => say!(words, "chat-fault-not-yours"),
            Self::Gone => say!(words, "chat-fault-gone"),
            Self::NothingToStop => say!(words, "chat-fault-nothing-to-stop"),
            Self::TooManyAnswers { max } => say!(words, "chat-fault-too-many-answers", max = *max),
            Self::Model(kind) => of_model(words, *kind),
        }
    }
}

/// Whole seconds, rounded up: nobody is told to come back too early.
fn seconds(wait: Duration) -> u64 {
    let whole = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
    whole.max(1)
}

fn spent(words: Words, scope: Scope, span: Span) -> String {
    match (scope, span) {
        (Scope::Person, Span::Day) => say!(words, "chat-spent-person-day"),
        (Scope::Person, Span::Month) => say!(words, "chat-spent-person-month"),
        (Scope::Guild, Span::Day) => say!(words, "chat-spent-guild-day"),
        (Scope::Guild, Span::Month) => say!(words, "chat-spent-guild-month"),
        (Scope::Host, Span::Day) => say!(words, "chat-spent-host-day"),
        (Scope::Host, Span::Month) => say!(words, "chat-spent-host-month"),
    }
}

fn of_model(words: Words, kind: FailureKind) -> String {
    match kind {
        FailureKind::KeyRefused => say!(words, "chat-model-key-refused"),
        FailureKind::OutOfQuota => say!(words, "chat-model-out-of-quota"),
        FailureKind::LimitReached => say!(words, "chat-model-limit-reached"),
        FailureKind::Overloaded => say!(words, "chat-model-overloaded"),
        FailureKind::Timeout => say!(words, "chat-model-timeout"),
        FailureKind::Unreachable => say!(words, "chat-model-unreachable"),
        FailureKind::RefusedContent => say!(words, "chat-model-refused-content"),
        FailureKind::TooLong => say!(words, "chat-model-too-long"),
        FailureKind::WrongSetting => say!(words, "chat-model-wrong-setting"),
        FailureKind::CutOff => say!(words, "chat-model-cut-off"),
        FailureKind::Nonsense => say!(words, "chat-model-nonsense"),
    }
}
