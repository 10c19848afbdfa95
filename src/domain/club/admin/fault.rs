//! Why a manager's wish cannot be done.

mod say;

use super::import::Contradiction;
use crate::{
    attachment::FetchError,
    club::{Metric, Week, files::Unreadable, week::WeekFault},
    number::NumberFault,
};

/// Why not: one sentence for the person, what is wrong and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Nobody has this name.
    NoSuchMember {
        /// What was typed.
        name: String,
        /// Members that may be meant.
        like: Vec<String>,
    },
    /// A name without anything to see.
    NotAName {
        /// The limit, in characters.
        max: usize,
    },
    /// The spelling is a member's name.
    IsAMember {
        /// The spelling.
        spelling: String,
        /// Whom it was to mean.
        member: String,
    },
    /// The spelling means somebody else.
    MeansAnother {
        /// The spelling.
        spelling: String,
        /// Whom it means.
        other: String,
    },
    /// The spelling means nobody.
    NoSuchAlias(String),
    /// The club keeps no more aliases.
    Full {
        /// The limit.
        max: usize,
    },
    /// The same member twice.
    SameMember,
    /// Nobody is linked.
    NotLinked(String),
    /// No week has this name.
    Week(WeekFault),
    /// The week has not begun.
    WeekToCome {
        /// The week.
        week: Week,
        /// The week now.
        now: Week,
    },
    /// The value is no power.
    Value(NumberFault),
    /// The value is beyond all powers.
    TooHigh {
        /// The limit.
        max: i64,
    },
    /// The reason is too long.
    ReasonTooLong {
        /// The limit.
        max: usize,
    },
    /// The correction is not there.
    NoSuchCorrection,
    /// Nothing counts that could be rolled back.
    NothingToRollBack {
        /// The metric.
        metric: Metric,
        /// The week, when one was named.
        week: Option<Week>,
    },
    /// Somebody was faster, or something newer was saved.
    NoLongerCurrent,
    /// The rollback was undone before, or its analysis is gone.
    NothingToUndo,
    /// Nothing was given to change.
    NothingToChange,
    /// The bot cannot post there.
    CannotPost {
        /// What Discord said.
        why: String,
    },
    /// The file could not be downloaded.
    Fetch(FetchError),
    /// The file cannot be imported.
    Unreadable(Unreadable),
    /// Rows that are right by themselves do not fit what is known.
    Contradictions {
        /// The first ones.
        told: Vec<Contradiction>,
        /// How many more there are.
        more: usize,
    },
    /// The file was exchanged between the question and the answer.
    FileChanged,
    /// The question was answered before, or its time is over.
    ImportOver,
    /// What it changes is not what approval was asked for.
    ImportChanged,
    /// Nobody has asked for approval.
    NothingAsked,
    /// The file brings nothing new.
    NothingNew,
}

impl Fault {
    /// A stable name for the audit log and for programs.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::NoSuchMember { .. } => "member_not_found",
            Self::NotAName { .. } => "name_refused",
            Self::IsAMember { .. } | Self::MeansAnother { .. } => "alias_taken",
            Self::NoSuchAlias(_) => "alias_not_found",
            Self::Full { .. } => "club_full",
            Self::SameMember => "same_member",
            Self::NotLinked(_) => "not_linked",
            Self::Week(_) | Self::WeekToCome { .. } => "week_refused",
            Self::Value(_) | Self::TooHigh { .. } => "value_refused",
            Self::ReasonTooLong { .. } => "reason_too_long",
            Self::NoSuchCorrection => "correction_not_found",
            Self::NothingToRollBack { .. } => "nothing_to_roll_back",
            Self::NoLongerCurrent => "no_longer_current",
            Self::NothingToUndo => "nothing_to_undo",
            Self::NothingToChange => "nothing_to_change",
            Self::CannotPost { .. } => "cannot_post",
            Self::Fetch(fault) => fault.kind(),
            Self::Unreadable(_) => "file_unreadable",
            Self::Contradictions { .. } => "file_contradicts",
            Self::FileChanged => "file_changed",
            Self::ImportOver => "import_over",
            Self::ImportChanged => "approval_stale",
            Self::NothingAsked => "nothing_to_approve",
            Self::NothingNew => "nothing_new",
        }
    }
}

impl From<WeekFault> for Fault {
    fn from(fault: WeekFault) -> Self {
        Self::Week(fault)
    }
}

impl From<NumberFault> for Fault {
    fn from(fault: NumberFault) -> Self {
        Self::Value(fault)
    }
}

impl From<Unreadable> for Fault {
    fn from(fault: Unreadable) -> Self {
        Self::Unreadable(fault)
    }
}
