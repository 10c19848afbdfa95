//! What people are told when there is nothing to tell them.

use crate::{Error, UserError};

use super::super::{Metric, Week};

/// Why a question about the club has no answer: a sentence that says what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// No week has a snapshot.
    #[error("Nothing is known of this club yet: read a roster with /club analyze and save it.")]
    NothingYet,
    /// No week has a snapshot of this metric.
    #[error("No {} was saved here yet: analyze screenshots that show it.", word(*.0))]
    NothingOf(Metric),
    /// The week has no snapshot of the metric.
    #[error("No {} was saved for {week}: the newest is {newest}.", word(*.metric))]
    NoSuchWeek {
        /// Which power.
        metric: Metric,
        /// The week that was asked for.
        week: Week,
        /// The newest week that there is.
        newest: Week,
    },
    /// What was typed names no week.
    #[error("That is not a week: choose one from the list, or write it like 2026-W47.")]
    NotAWeek,
    /// What was typed names neither a week nor an analysis.
    #[error("That is neither a week nor an analysis of this server: choose one from the list.")]
    NeitherWeekNorAnalysis,
    /// Two weeks are needed.
    #[error("Only one week of {} is saved: with the next one there is something to compare.", word(*.0))]
    OneWeek(Metric),
    /// Not enough weeks to say who swings.
    #[error("It takes at least three weeks of {} to say whose power swings.", word(*.0))]
    TooFewWeeks(Metric),
    /// No value of the week can be used.
    #[error("Of that week no {} is known for certain.", word(*.0))]
    NoValue(Metric),
    /// The two sides of a comparison count different things.
    #[error("One of them is sim power and the other total power: choose two of the same.")]
    MetricsDiffer,
    /// Both sides of a comparison are the same.
    #[error("Both are the same: choose two different weeks or analyses.")]
    SameSides,
    /// Nobody has that name. The names are those of others that may be meant, and foreign text.
    #[error("Nobody in this club has that name{}.", others(.like))]
    NoSuchMember {
        /// Names that are close, at most five.
        like: Vec<String>,
    },
    /// A search for nothing.
    #[error("Type at least one letter or number to search for.")]
    EmptySearch,
    /// A search that is too long.
    #[error("That is too long to search for: at most {max} characters.")]
    LongSearch {
        /// The limit, in characters.
        max: usize,
    },
    /// There is nothing that a file could hold.
    #[error("There is nothing to export yet: save a week with /club analyze first.")]
    NothingToExport,
    /// Exports are for managers.
    #[error(
        "Only people with the Manage Server permission, or with a club manager role, can export the club's history."
    )]
    MayNotExport,
    /// Confirming is for managers.
    #[error(
        "Only people with the Manage Server permission, or with a club manager role, can confirm who somebody is."
    )]
    MayNotConfirm,
    /// Taking a link away is for the person and for managers.
    #[error("Only the person themselves or a club manager can take this link away.")]
    MayNotUnlink,
    /// The person has no link.
    #[error("You are no member of this club yet: use /club me with your name in the game.")]
    NotLinked,
    /// Somebody else is that member.
    #[error("Somebody else is that member already: a club manager can take their link away.")]
    MemberTaken,
    /// The person is another member.
    #[error("You are another member already: press Unlink under /club me first.")]
    AlreadyLinked,
    /// The claim is not there any more.
    #[error("That was confirmed, declined or taken back before.")]
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

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        UserError::from(fault).into()
    }
}

fn word(metric: Metric) -> &'static str {
    match metric {
        Metric::Sim => "sim power",
        Metric::Total => "total power",
    }
}

fn others(like: &[String]) -> String {
    match like {
        [] => ": type a few letters and choose from the list".to_owned(),
        names => format!(": perhaps you mean {}", names.join(" or ")),
    }
}
