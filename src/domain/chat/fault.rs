//! What a person is told when there is no answer.

use std::{fmt, time::Duration};

use slimy_llm::FailureKind;

/// Whose budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// The person's who asks.
    Person,
    /// The guild's in which they ask.
    Guild,
    /// The bot's, for everybody.
    Host,
}

/// Of which time, in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Span {
    /// Of one day.
    Day,
    /// Of one month.
    Month,
}

/// Why not: one sentence for the person, what is wrong and what to do. Nothing in it comes from a
/// provider.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The host has named no model.
    #[error(
        "Chat is not set up on this bot: its host has to name a model (OPENAI_API_KEY and CHAT_MODEL)."
    )]
    NotSetUp,
    /// The guild has switched chat off.
    #[error("Chat is switched off in this server: its admins can change that with /settings.")]
    SwitchedOff,
    /// The guild allows chat in other channels.
    #[error("Chat is not allowed in this channel: /chat-info shows where it is.")]
    NotInThisChannel,
    /// The guild allows chat to other roles.
    #[error("Chat is for certain roles here, and you have none of them: /chat-info shows which.")]
    NotWithTheseRoles,
    /// The last question was a moment ago.
    #[error("That was quick: ask again in {}.", seconds(*wait))]
    CoolingDown {
        /// How much longer.
        wait: Duration,
    },
    /// One turn at a time.
    #[error("Your last question is still being answered: wait for it, or press Stop there.")]
    StillAnswering,
    /// The program stops.
    #[error("I am restarting: ask again in a minute.")]
    Restarting,
    /// Another process of the bot has heard the same message, and answers it: nothing is said.
    #[error("That message is being answered already.")]
    HeardElsewhere,
    /// No tokens are left.
    #[error("{}", spent(*scope, *span))]
    BudgetSpent {
        /// Whose.
        scope: Scope,
        /// Of which time.
        span: Span,
    },
    /// The question alone is more than the model is shown.
    #[error("That question is too long for the model: shorten it, or ask it in parts.")]
    TooLong,
    /// Nothing was asked.
    #[error("There is nothing to answer: write a question.")]
    Empty,
    /// More files than one question takes.
    #[error("That is too many files: attach at most {max} to one question.")]
    TooManyFiles {
        /// The limit.
        max: usize,
    },
    /// A file that is neither an image nor text, is too large, or cannot be downloaded.
    #[error(
        "{name} cannot be read: attach PNG, JPEG or WebP images and UTF-8 text files of at most 1 MiB."
    )]
    UnreadableFile {
        /// The file's name.
        name: String,
    },
    /// An image for a model that sees none.
    #[error("The model here cannot see images: ask in words, or attach a text file.")]
    CannotSee,
    /// Somebody else's conversation.
    #[error("Only the person who asked, or somebody who manages messages here, can do that.")]
    NotYours,
    /// The conversation or the answer was deleted.
    #[error("That conversation is gone: start a new one with /chat.")]
    Gone,
    /// The answer has ended.
    #[error("That answer has ended already: there is nothing to stop.")]
    NothingToStop,
    /// The question has as many answers as it may.
    #[error("This question has {max} answers already, which is the most: ask it anew.")]
    TooManyAnswers {
        /// The limit.
        max: usize,
    },
    /// The model gave no answer, or no whole one.
    #[error("{}", of_model(*.0))]
    Model(FailureKind),
}

impl Fault {
    /// A stable name for the audit log and for programs. Those of the model's failures are its own.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::NotSetUp => "chat_not_set_up",
            Self::SwitchedOff => "chat_switched_off",
            Self::NotInThisChannel => "chat_not_in_this_channel",
            Self::NotWithTheseRoles => "chat_not_with_these_roles",
            Self::CoolingDown { .. } => "cooling_down",
            Self::StillAnswering => "still_answering",
            Self::Restarting => "restarting",
            Self::HeardElsewhere => "heard_elsewhere",
            Self::BudgetSpent { scope, span } => match (scope, span) {
                (Scope::Person, Span::Day) => "budget_person_day",
                (Scope::Person, Span::Month) => "budget_person_month",
                (Scope::Guild, Span::Day) => "budget_guild_day",
                (Scope::Guild, Span::Month) => "budget_guild_month",
                (Scope::Host, Span::Day) => "budget_host_day",
                (Scope::Host, Span::Month) => "budget_host_month",
            },
            Self::TooLong => "question_too_long",
            Self::Empty => "question_empty",
            Self::TooManyFiles { .. } => "too_many_files",
            Self::UnreadableFile { .. } => "file_unreadable",
            Self::CannotSee => "model_cannot_see",
            Self::NotYours => "not_yours",
            Self::Gone => "conversation_gone",
            Self::NothingToStop => "nothing_to_stop",
            Self::TooManyAnswers { .. } => "too_many_answers",
            Self::Model(kind) => match kind {
                FailureKind::KeyRefused => "model_key_refused",
                FailureKind::OutOfQuota => "model_out_of_quota",
                FailureKind::LimitReached => "model_limit_reached",
                FailureKind::Overloaded => "model_overloaded",
                FailureKind::Timeout => "model_timeout",
                FailureKind::Unreachable => "model_unreachable",
                FailureKind::RefusedContent => "model_refused_content",
                FailureKind::TooLong => "model_too_long",
                FailureKind::WrongSetting => "model_wrong_setting",
                FailureKind::CutOff => "model_cut_off",
                FailureKind::Nonsense => "model_nonsense",
            },
        }
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Person => "person",
            Self::Guild => "guild",
            Self::Host => "host",
        })
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Day => "day",
            Self::Month => "month",
        })
    }
}

/// Whole seconds, rounded up: nobody is told to come back too early.
fn seconds(wait: Duration) -> String {
    let whole = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
    match whole {
        0 | 1 => "a second".to_owned(),
        more => format!("{more} seconds"),
    }
}

fn spent(scope: Scope, span: Span) -> &'static str {
    match (scope, span) {
        (Scope::Person, Span::Day) => {
            "You have used up your chat budget for today: it starts anew at midnight UTC, and /chat-usage shows it."
        }
        (Scope::Person, Span::Month) => {
            "You have used up your chat budget for this month: it starts anew on the 1st (UTC), and /chat-usage shows it."
        }
        (Scope::Guild, Span::Day) => {
            "This server has used up its chat budget for today: it starts anew at midnight UTC, and /chat-usage shows it."
        }
        (Scope::Guild, Span::Month) => {
            "This server has used up its chat budget for this month: it starts anew on the 1st (UTC), and /chat-usage shows it."
        }
        (Scope::Host, Span::Day) => {
            "This bot has used up its chat budget for today: try again after midnight UTC."
        }
        (Scope::Host, Span::Month) => {
            "This bot has used up its chat budget for this month: try again after the 1st (UTC)."
        }
    }
}

fn of_model(kind: FailureKind) -> &'static str {
    match kind {
        FailureKind::KeyRefused => {
            "The model does not accept this bot's key: its host has to look at that."
        }
        FailureKind::OutOfQuota => {
            "This bot's account with the model is used up: its host has to look at that."
        }
        FailureKind::LimitReached => {
            "The model takes no more questions from this bot for the moment: try again in a few minutes."
        }
        FailureKind::Overloaded => "The model is overloaded: try again in a few minutes.",
        FailureKind::Timeout => "The model did not answer in time: try again.",
        FailureKind::Unreachable => {
            "The model cannot be reached: try again later; if that does not help, tell the bot's host."
        }
        FailureKind::RefusedContent => {
            "The model's provider refuses to answer this: ask it in another way."
        }
        FailureKind::TooLong => {
            "This conversation has become too long for the model: press New, or shorten your question."
        }
        FailureKind::WrongSetting => {
            "The model does not take this bot's requests: its host has to check CHAT_MODEL and OPENAI_BASE_URL."
        }
        FailureKind::CutOff => "The answer broke off in the middle: press Again for another one.",
        FailureKind::Nonsense => "The model sent nothing that can be shown: press Again.",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    const KINDS: [FailureKind; 11] = [
        FailureKind::KeyRefused,
        FailureKind::OutOfQuota,
        FailureKind::LimitReached,
        FailureKind::Overloaded,
        FailureKind::Timeout,
        FailureKind::Unreachable,
        FailureKind::RefusedContent,
        FailureKind::TooLong,
        FailureKind::WrongSetting,
        FailureKind::CutOff,
        FailureKind::Nonsense,
    ];

    fn all() -> Vec<Fault> {
        let mut all = vec![
            Fault::NotSetUp,
            Fault::SwitchedOff,
            Fault::NotInThisChannel,
            Fault::NotWithTheseRoles,
            Fault::CoolingDown {
                wait: Duration::from_millis(2_100),
            },
            Fault::StillAnswering,
            Fault::Restarting,
            Fault::HeardElsewhere,
            Fault::TooLong,
            Fault::Empty,
            Fault::TooManyFiles { max: 4 },
            Fault::UnreadableFile {
                name: "a.pdf".to_owned(),
            },
            Fault::CannotSee,
            Fault::NotYours,
            Fault::Gone,
            Fault::NothingToStop,
            Fault::TooManyAnswers { max: 10 },
        ];
        for scope in [Scope::Person, Scope::Guild, Scope::Host] {
            for span in [Span::Day, Span::Month] {
                all.push(Fault::BudgetSpent { scope, span });
            }
        }
        all.extend(KINDS.map(Fault::Model));
        all
    }

    #[test]
    fn every_fault_has_a_sentence_and_a_name_of_its_own() {
        let all = all();
        let sentences: BTreeSet<String> = all.iter().map(ToString::to_string).collect();
        let names: BTreeSet<&str> = all.iter().map(Fault::kind).collect();
        assert_eq!((sentences.len(), names.len()), (all.len(), all.len()));
        for sentence in sentences {
            assert!(
                sentence.ends_with('.') && sentence.len() < 200,
                "{sentence}"
            );
            assert!(!sentence.contains('\n'), "{sentence}");
        }
        for name in names {
            let is_snake = |c: char| c.is_ascii_lowercase() || c == '_';
            assert!(name.chars().all(is_snake), "{name}");
        }
    }

    #[test]
    fn a_wait_is_rounded_up() {
        let told = |millis| {
            let wait = Duration::from_millis(millis);
            Fault::CoolingDown { wait }.to_string()
        };
        assert_eq!(told(2_001), "That was quick: ask again in 3 seconds.");
        assert_eq!(told(2_000), "That was quick: ask again in 2 seconds.");
        assert_eq!(told(1), "That was quick: ask again in a second.");
    }
}
