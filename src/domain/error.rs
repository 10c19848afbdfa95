//! The two kinds of failure: a sentence for the person, or context for us.

use slimy_roster::Rejected;
use slimy_store::StoreError;

use crate::{
    chat,
    club::{admin, known},
    rates::TooFast,
    rights::Denied,
    settings::Fault,
};

/// Why a call failed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The person can do something about it, and is told what.
    #[error(transparent)]
    User(#[from] UserError),
    /// The database refused or is away.
    #[error("the store failed")]
    Store(#[from] StoreError),
    /// What the store gave back is not what was put in.
    #[error("stored {what} cannot be read")]
    Corrupt {
        /// What was being read.
        what: &'static str,
        /// How it failed.
        source: serde_json::Error,
    },
    /// The reader itself failed, which says nothing about the image.
    #[error("the reader failed: {0}")]
    Reader(String),
    /// A file could not be written.
    #[error("a file was not written: {0}")]
    Export(String),
}

/// A sentence for the person: what is wrong, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UserError {
    /// The command needs a server.
    #[error("Use this in a server: a direct message has no club.")]
    NotInGuild,
    /// Reading a roster is for managers.
    #[error(
        "Only people with the Manage Server permission, or with a club manager role, can analyze a roster."
    )]
    MayNotAnalyze,
    /// A draft is for managers, as long as they are.
    #[error(
        "Only people with the Manage Server permission, or with a club manager role, can change, save or discard this preview."
    )]
    MayNotDecide,
    /// The analysis belongs to somebody else.
    #[error("Only the person who made this analysis, or a club manager, can rename or delete it.")]
    MayNotChange,
    /// Looking after the club is for managers.
    #[error(
        "Only people with the Manage Server permission, or with a club manager role, can use /club-admin."
    )]
    MayNotManage,
    /// Something about the club that cannot be done.
    #[error(transparent)]
    ClubAdmin(#[from] admin::Fault),
    /// Settings are for the server's admins.
    #[error("Only people with the Manage Server permission can change settings.")]
    MayNotChangeSettings,
    /// It was asked for too often.
    #[error(transparent)]
    TooFast(#[from] TooFast),
    /// Something else that this person may not do.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// A change of settings that does not fit the schema.
    #[error(transparent)]
    SettingRefused(#[from] Fault),
    /// A question about the club that has no answer.
    #[error(transparent)]
    Known(#[from] known::Fault),
    /// A question to the model that has no answer.
    #[error(transparent)]
    Chat(#[from] chat::Fault),
    /// Something about one's conversations that cannot be done.
    #[error(transparent)]
    Keeping(#[from] chat::keeping::Fault),
    /// No image was given.
    #[error("There is no image here: attach one to ten screenshots of Club > Manage Members.")]
    NoImages,
    /// Not one of the images is a roster that can be read.
    #[error("{}", sentences(.0))]
    NothingReadable(Vec<Rejected>),
    /// The title is too long.
    #[error("That title is too long: it may have at most {max} characters.")]
    TitleTooLong {
        /// The limit, in characters.
        max: usize,
    },
    /// The title has nothing to see in it.
    #[error("A title needs at least one letter or number: type another one.")]
    TitleEmpty,
    /// The draft's time is over.
    #[error(
        "This preview ran out after 24 hours and was not saved: analyze the screenshots again."
    )]
    DraftExpired,
    /// Somebody saved the draft before.
    #[error("This preview is already saved: see it with /club show.")]
    AlreadySaved,
    /// Somebody discarded the draft before.
    #[error("This preview was already discarded: analyze the screenshots again to get a new one.")]
    AlreadyDiscarded,
    /// There is no such draft or analysis in this server.
    #[error("That analysis is not in this server (any more): /club list shows what there is.")]
    AnalysisNotFound,
    /// Nothing was saved in this server yet.
    #[error("No analysis is saved here yet: start with /club analyze.")]
    NoAnalysisYet,
    /// The same person's screenshots are being read.
    #[error("Your last screenshots are still being read: wait for that answer first.")]
    StillReading,
    /// The queue was too long.
    #[error(
        "The bot is very busy and could not read your screenshots in time: try again in a few minutes."
    )]
    TookTooLong,
    /// More members than a club can have.
    #[error(
        "These screenshots show more than {max} members, which no club has: send those of one club."
    )]
    TooManyMembers {
        /// The limit.
        max: usize,
    },
    /// Others change the draft faster than it can be changed.
    #[error("Too many people are changing this review at once: try again in a moment.")]
    Busy,
    /// Who some rows are is not settled.
    #[error(
        "First say who {} is: choose below the table, or use Fix.",
        listed(.0)
    )]
    OpenQuestions(Vec<String>),
    /// The question was answered before.
    #[error("That question is answered: the table shows what is still open.")]
    AlreadyAnswered,
    /// A member has that name.
    #[error(
        "{0} is the name of somebody in this club: choose who it is, or give the row another name with Fix."
    )]
    NameTaken(String),
    /// More edits than one draft takes.
    #[error("This review has {max} changes already: save it, or discard it and analyze anew.")]
    TooManyEdits {
        /// The limit.
        max: usize,
    },
    /// The club has as many members as it may.
    #[error(
        "This club has {max} members on record, which is the most: merge or rename some first."
    )]
    ClubFull {
        /// The limit.
        max: usize,
    },
    /// A second manager has to look.
    #[error("This is waiting for approval: another manager has to press Approve.")]
    AwaitsApproval,
    /// Approving is for managers.
    #[error(
        "Only people with the Manage Server permission, or with a club manager role, can approve."
    )]
    MayNotApprove,
    /// Whoever asks cannot approve.
    #[error("You asked for this approval yourself: another manager has to press Approve.")]
    OwnApproval,
    /// What was asked for has changed.
    #[error("This has changed since approval was asked for: press Save to ask again.")]
    ApprovalStale,
    /// Nobody has asked.
    #[error("Nobody is asking for approval here (any more): press Save.")]
    NothingToApprove,
    /// A newer message shows the review.
    #[error(
        "Screenshots were added to this review: a newer message shows all of it. Use the buttons there."
    )]
    ReviewMoved,
    /// A button from a version whose buttons are no longer understood.
    #[error("This button is no longer understood: use the command again.")]
    StaleButton,
}

impl UserError {
    /// A stable name for the audit log and for programs.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::NotInGuild => "not_in_guild",
            Self::MayNotAnalyze
            | Self::MayNotDecide
            | Self::MayNotChange
            | Self::MayNotApprove
            | Self::MayNotManage
            | Self::MayNotChangeSettings
            | Self::Denied(_) => "forbidden",
            Self::TooFast(_) => TooFast::KIND,
            Self::SettingRefused(_) => "setting_refused",
            Self::Known(fault) => fault.kind(),
            Self::ClubAdmin(fault) => fault.kind(),
            Self::Chat(fault) => fault.kind(),
            Self::Keeping(fault) => fault.kind(),
            Self::NoImages => "no_images",
            Self::NothingReadable(_) => "nothing_readable",
            Self::TitleTooLong { .. } => "title_too_long",
            Self::TitleEmpty => "title_empty",
            Self::DraftExpired => "draft_expired",
            Self::AlreadySaved => "already_saved",
            Self::AlreadyDiscarded => "already_discarded",
            Self::AnalysisNotFound => "analysis_not_found",
            Self::NoAnalysisYet => "no_analysis_yet",
            Self::StillReading => "still_reading",
            Self::TookTooLong => "took_too_long",
            Self::TooManyMembers { .. } => "too_many_members",
            Self::Busy => "busy",
            Self::OpenQuestions(_) => "open_questions",
            Self::AlreadyAnswered => "already_answered",
            Self::NameTaken(_) => "name_taken",
            Self::TooManyEdits { .. } => "too_many_edits",
            Self::ClubFull { .. } => "club_full",
            Self::AwaitsApproval => "awaits_approval",
            Self::OwnApproval => "own_approval",
            Self::ApprovalStale => "approval_stale",
            Self::NothingToApprove => "nothing_to_approve",
            Self::ReviewMoved => "review_moved",
            Self::StaleButton => "stale_button",
        }
    }
}

/// Some names, and how many more.
fn listed(all: &[String]) -> String {
    const FIRST: usize = 5;
    let first = all.iter().take(FIRST).map(String::as_str);
    let text = first.collect::<Vec<_>>().join(", ");
    match all.len().saturating_sub(FIRST) {
        0 => text,
        more => format!("{text} and {more} more"),
    }
}

/// One line per file: its name and the reason.
pub fn sentences(rejected: &[Rejected]) -> String {
    rejected
        .iter()
        .map(|Rejected { file, reason }| format!("{file}: {reason}"))
        .collect::<Vec<_>>()
        .join("\n")
}

/// An error with all its causes, for the log.
pub fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push_str(": ");
        text.push_str(&error.to_string());
        cause = error.source();
    }
    text
}
