//! What people are told when there is nothing to tell them.

use std::fmt;

use slimy_words::{Words, say};

use crate::{Error, UserError};

use super::super::{Metric, Week, sentence::power};

/// Why a question about the club has no answer: a sentence that says what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// No week has a snapshot.
    NothingYet,
    /// No week has a snapshot of this metric.
    NothingOf(Metric),
    /// The week has no snapshot of the metric.
    NoSuchWeek {
        /// Which power.
        metric: Metric,
        /// The week that was asked for.
        week: Week,
        /// The newest week that there is.
        newest: Week,
    },
    /// What was typed names no week.
    NotAWeek,
    /// What was typed names neither a week nor an analysis.
    NeitherWeekNorAnalysis,
    /// Two weeks are needed.
    OneWeek(Metric),
    /// Not enough weeks to say who swings.
    TooFewWeeks(Metric),
    /// No value of the week can be used.
    NoValue(Metric),
    /// The two sides of a comparison count different things.
    MetricsDiffer,
    /// Both sides of a comparison are the same.
    SameSides,
    /// Nobody has that name. The names are those of others that may be meant, and foreign text.
    NoSuchMember {
        /// Names that are close, at most five.
        like: Vec<String>,
    },
    /// A search for nothing.
    EmptySearch,
    /// A search that is too long.
    LongSearch {
        /// The limit, in characters.
        max: usize,
    },
    /// There is nothing that a file could hold.
    NothingToExport,
    /// Exports are for managers.
    MayNotExport,
    /// Confirming is for managers.
    MayNotConfirm,
    /// Taking a link away is for the person and for managers.
    MayNotUnlink,
    /// The person has no link.
    NotLinked,
    /// Somebody else is that member.
    MemberTaken,
    /// The person is another member.
    AlreadyLinked,
    /// The claim is not there any more.
    ClaimOver,
}

impl Fault {
    /// A stable name for the audit log and for programs.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::NothingYet | Self::NothingOf(_) | Self::NoValue(_) => "nothing_known",
            Self::NoSuchWeek { .. } => "week_not_found",
            Self::NotAWeek => "not_a_week",
            Self::NeitherWeekNorAnalysis => "analysis_not_found",
            Self::OneWeek(_) | Self::TooFewWeeks(_) => "too_few_weeks",
            Self::MetricsDiffer | Self::SameSides => "not_comparable",
            Self::NoSuchMember { .. } => "member_not_found",
            Self::EmptySearch | Self::LongSearch { .. } => "search_refused",
            Self::NothingToExport => "nothing_to_export",
            Self::MayNotExport | Self::MayNotConfirm | Self::MayNotUnlink => "forbidden",
            Self::NotLinked => "not_linked",
            Self::MemberTaken | Self::AlreadyLinked => "already_linked",
            Self::ClaimOver => "claim_over",
        }
    }
}

impl Fault {
    /// The sentence for the person. Foreign names stand in it as they are.
    pub fn say(&self, words: Words) -> String {
        match self {
            Self::NothingYet => say!(words, "errors-known-nothing-yet"),
            Self::NothingOf(metric) => {
                say!(
                    words,
                    "errors-known-nothing-of",
                    power = power(words, *metric)
                )
            }
            Self::NoSuchWeek {
                metric,
                week,
                newest,
            } => say!(
                words,
                "errors-known-no-such-week",
                power = power(words, *metric),
                week = week.to_string(),
                newest = newest.to_string()
            ),
            Self::NotAWeek => say!(words, "errors-known-not-a-week"),
            Self::NeitherWeekNorAnalysis => say!(words, "errors-known-neither"),
            Self::OneWeek(metric) => {
                say!(
                    words,
                    "errors-known-one-week",
                    power = power(words, *metric)
                )
            }
            Self::TooFewWeeks(metric) => {
                say!(
                    words,
                    "errors-known-too-few-weeks",
                    power = power(words, *metric)
                )
            }
            Self::NoValue(metric) => {
                say!(
                    words,
                    "errors-known-no-value",
                    power = power(words, *metric)
                )
            }
            Self::MetricsDiffer => say!(words, "errors-known-metrics-differ"),
            Self::SameSides => say!(words, "errors-known-same-sides"),
            Self::NoSuchMember { like } => match either(words, like) {
                None => say!(words, "errors-known-no-such-member"),
                Some(names) => say!(words, "errors-known-perhaps-member", names = names),
            },
            Self::EmptySearch => say!(words, "errors-known-empty-search"),
            Self::LongSearch { max } => say!(words, "errors-known-long-search", max = *max),
            Self::NothingToExport => say!(words, "errors-known-nothing-to-export"),
            Self::MayNotExport => say!(words, "errors-known-may-not-export"),
            Self::MayNotConfirm => say!(words, "errors-known-may-not-confirm"),
            Self::MayNotUnlink => say!(words, "errors-known-may-not-unlink"),
            Self::NotLinked => say!(words, "errors-known-not-linked"),
            Self::MemberTaken => say!(words, "errors-known-member-taken"),
            Self::AlreadyLinked => say!(words, "errors-known-already-linked"),
            Self::ClaimOver => say!(words, "errors-known-claim-over"),
        }
    }
}

/// One of these names: "a or b"; none of none.
fn either(words: Words, names: &[String]) -> Option<String> {
    let mut names = names.iter();
    let first = names.next()?.clone();
    Some(names.fold(first, |first, second| {
        say!(words, "errors-or", first = first, second = second)
    }))
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Words::ENGLISH))
    }
}

impl std::error::Error for Fault {}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        UserError::from(fault).into()
    }
}
