//! What a manager is told when something cannot be done.

use crate::{
    attachment::FetchError,
    club::{Metric, Week, files::Unreadable, week::WeekFault},
    number::NumberFault,
};

/// Why not: one sentence for the person, what is wrong and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// Nobody has this name.
    #[error("No member is called \"{name}\" here{}.", perhaps(.like))]
    NoSuchMember {
        /// What was typed.
        name: String,
        /// Members that may be meant.
        like: Vec<String>,
    },
    /// A name without anything to see.
    #[error("A name needs at least one letter, number or sign, and at most {max} characters.")]
    NotAName {
        /// The limit, in characters.
        max: usize,
    },
    /// The spelling is a member's name.
    #[error(
        "\"{spelling}\" is the name of a member: if it is the same one as {member}, use /club-admin members merge."
    )]
    IsAMember {
        /// The spelling.
        spelling: String,
        /// Whom it was to mean.
        member: String,
    },
    /// The spelling means somebody else.
    #[error(
        "\"{spelling}\" already means {other}: remove it there first with /club-admin aliases remove."
    )]
    MeansAnother {
        /// The spelling.
        spelling: String,
        /// Whom it means.
        other: String,
    },
    /// The spelling means nobody.
    #[error("\"{0}\" is no alias here: /club-admin aliases list shows what there is.")]
    NoSuchAlias(String),
    /// The club keeps no more.
    #[error("A club keeps at most {max} {what}: remove some first.")]
    Full {
        /// Of what.
        what: &'static str,
        /// The limit.
        max: usize,
    },
    /// The same member twice.
    #[error("That is one and the same member: choose two.")]
    SameMember,
    /// Nobody is linked.
    #[error("{0} is linked with nobody in Discord.")]
    NotLinked(String),
    /// No week has this name.
    #[error(transparent)]
    Week(#[from] WeekFault),
    /// The week has not begun.
    #[error("The week {week} has not begun yet: the club is in {now}.")]
    WeekToCome {
        /// The week.
        week: Week,
        /// The week now.
        now: Week,
    },
    /// The value is no power.
    #[error(transparent)]
    Value(#[from] NumberFault),
    /// The value is beyond all powers.
    #[error("A power of {} or more is none: check the value.", crate::number::short(*max))]
    TooHigh {
        /// The limit.
        max: i64,
    },
    /// The reason is too long.
    #[error("A reason may have at most {max} characters.")]
    ReasonTooLong {
        /// The limit.
        max: usize,
    },
    /// The correction is not there.
    #[error(
        "That correction does not count (any more): /club-admin corrections list shows those that do."
    )]
    NoSuchCorrection,
    /// Nothing counts that could be rolled back.
    #[error("Nothing is saved of {}{} that could be rolled back.", power(*metric), of(*week))]
    NothingToRollBack {
        /// The metric.
        metric: Metric,
        /// The week, when one was named.
        week: Option<Week>,
    },
    /// Somebody was faster, or something newer was saved.
    #[error(
        "That is no longer what counts: somebody saved or rolled back meanwhile. Use /club-admin rollback again."
    )]
    NoLongerCurrent,
    /// The rollback was undone before, or its analysis is gone.
    #[error(
        "There is nothing to undo any more: it was undone before, or the analysis was deleted."
    )]
    NothingToUndo,
    /// Nothing was given to change.
    #[error("Name at least one thing to change.")]
    NothingToChange,
    /// The bot cannot post there.
    #[error(
        "The bot cannot post there ({why}): give it View Channel, Send Messages and Embed Links in that channel, then try again."
    )]
    CannotPost {
        /// What Discord said.
        why: String,
    },
    /// The file could not be downloaded.
    #[error("The file could not be downloaded: {0}.")]
    Fetch(FetchError),
    /// The file cannot be imported.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// Rows that are right by themselves do not fit what is known.
    #[error("{}", .0.join("\n"))]
    Contradictions(Vec<String>),
    /// The file was exchanged between the question and the answer.
    #[error("The file is not the one that you were shown: import it again.")]
    FileChanged,
    /// The question was answered before, or its time is over.
    #[error("This import was confirmed, cancelled or ran out: use /club-admin import again.")]
    ImportOver,
    /// What it changes is not what approval was asked for.
    #[error("This has changed since approval was asked for: use /club-admin import again.")]
    ImportChanged,
    /// Nobody has asked for approval.
    #[error("Nobody is asking for approval here (any more): use /club-admin import again.")]
    NothingAsked,
    /// The file brings nothing new.
    #[error("Nothing would change: all that this file has is known already.")]
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
            Self::Contradictions(_) => "file_contradicts",
            Self::FileChanged => "file_changed",
            Self::ImportOver => "import_over",
            Self::ImportChanged => "approval_stale",
            Self::NothingAsked => "nothing_to_approve",
            Self::NothingNew => "nothing_new",
        }
    }
}

fn perhaps(like: &[String]) -> String {
    if like.is_empty() {
        return String::new();
    }
    format!("; perhaps {}", like.join(", "))
}

fn power(metric: Metric) -> &'static str {
    match metric {
        Metric::Sim => "sim power",
        Metric::Total => "total power",
    }
}

fn of(week: Option<Week>) -> String {
    week.map(|week| format!(" in {week}")).unwrap_or_default()
}
