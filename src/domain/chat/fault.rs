//! Why a person gets no answer.

mod say;

use std::{fmt, time::Duration};

use slimy_llm::FailureKind;
use slimy_words::Words;

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

/// Why not: [`say`](Self::say) makes one sentence of it for the person, what is wrong and what to
/// do. Nothing in it comes from a provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The host has named no model.
    NotSetUp,
    /// The guild has switched chat off.
    SwitchedOff,
    /// The guild allows chat in other channels.
    NotInThisChannel,
    /// The guild allows chat to other roles.
    NotWithTheseRoles,
    /// The last question was a moment ago.
    CoolingDown {
        /// How much longer.
        wait: Duration,
    },
    /// One turn at a time.
    StillAnswering,
    /// The program stops.
    Restarting,
    /// Another process of the bot has heard the same message, and answers it: nothing is said.
    HeardElsewhere,
    /// No tokens are left.
    BudgetSpent {
        /// Whose.
        scope: Scope,
        /// Of which time.
        span: Span,
    },
    /// The question alone is more than the model is shown.
    TooLong,
    /// Nothing was asked.
    Empty,
    /// More files than one question takes.
    TooManyFiles {
        /// The limit.
        max: usize,
    },
    /// A file that is neither an image nor text, is too large, or cannot be downloaded.
    UnreadableFile {
        /// The file's name.
        name: String,
    },
    /// An image for a model that sees none.
    CannotSee,
    /// Somebody else's conversation.
    NotYours,
    /// The conversation or the answer was deleted.
    Gone,
    /// The answer has ended.
    NothingToStop,
    /// The question has as many answers as it may.
    TooManyAnswers {
        /// The limit.
        max: usize,
    },
    /// The model gave no answer, or no whole one.
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

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Words::ENGLISH))
    }
}

impl std::error::Error for Fault {}

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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use slimy_words::Language;

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
    fn every_fault_has_a_name_of_its_own() {
        let all = all();
        let names: BTreeSet<&str> = all.iter().map(Fault::kind).collect();
        assert_eq!(names.len(), all.len());
        for name in names {
            let is_snake = |c: char| c.is_ascii_lowercase() || c == '_';
            assert!(name.chars().all(is_snake), "{name}");
        }
    }

    #[test]
    fn every_fault_has_a_sentence_of_its_own_in_each_language() {
        let all = all();
        for language in Language::ALL {
            let words = Words::of(language);
            let sentences: BTreeSet<String> = all.iter().map(|fault| fault.say(words)).collect();
            assert_eq!(sentences.len(), all.len(), "{}", language.code());
            for sentence in sentences {
                let is_whole = sentence.ends_with('.') || sentence.ends_with('。');
                assert!(is_whole && sentence.chars().count() < 200, "{sentence}");
                assert!(!sentence.contains('\n'), "{sentence}");
            }
        }
    }

    #[test]
    fn a_fault_names_buttons_and_commands_as_its_reader_sees_them() {
        let spent = Fault::BudgetSpent {
            scope: Scope::Guild,
            span: Span::Month,
        };
        let many = Fault::TooManyAnswers { max: 1_000 };
        let said = |language| {
            let words = Words::of(language);
            let faults = [&Fault::StillAnswering, &many, &spent];
            faults.map(|fault| fault.say(words))
        };
        assert_eq!(
            said(Language::En),
            [
                "Your last question is still being answered: wait for it, or press Stop there.",
                "This question has 1,000 answers already, which is the most: ask it anew.",
                "This server has used up its chat budget for this month: it starts anew on the 1st (UTC), and /chat-usage shows it."
            ]
        );
        assert_eq!(
            said(Language::De),
            [
                "Deine letzte Frage wird noch beantwortet: Warte darauf, oder drück dort auf „Stopp“.",
                "Diese Frage hat schon 1.000 Antworten, mehr geht nicht: Stell sie neu.",
                "Dieser Server hat sein Chat-Budget für diesen Monat aufgebraucht: Es beginnt am 1. (UTC) von vorn, und /chat-verbrauch zeigt es."
            ]
        );
        assert_eq!(
            said(Language::Ja)[1],
            "この質問にはすでに上限の 1,000 個の答えがあります。新しく質問してください。"
        );
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
