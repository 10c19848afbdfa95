//! The two kinds of failure: a sentence for the person, or context for us.

mod say;

use slimy_store::StoreError;

use crate::{
    chat,
    club::{Rejected, admin, known},
    privacy,
    rates::TooFast,
    rights::Denied,
    settings::{Fault, Trouble},
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UserError {
    /// The command needs a server.
    NotInGuild,
    /// Reading a roster is for managers.
    MayNotAnalyze,
    /// A draft is for managers, as long as they are.
    MayNotDecide,
    /// The analysis belongs to somebody else.
    MayNotChange,
    /// Looking after the club is for managers.
    MayNotManage,
    /// Something about the club that cannot be done.
    ClubAdmin(admin::Fault),
    /// Settings are for the server's admins.
    MayNotChangeSettings,
    /// It was asked for too often.
    TooFast(TooFast),
    /// Something else that this person may not do.
    Denied(Denied),
    /// A question about the audit log that has no answer.
    Audit(crate::audit::Fault),
    /// A change of settings that does not fit the schema.
    SettingRefused(Fault),
    /// Something about settings that cannot be done.
    Settings(Trouble),
    /// A question about the club that has no answer.
    Known(known::Fault),
    /// A question to the model that has no answer.
    Chat(chat::Fault),
    /// Something that cannot be done without consent.
    Consent(chat::consent::Fault),
    /// Something about one's conversations that cannot be done.
    Keeping(chat::keeping::Fault),
    /// Something about one's data that cannot be done.
    Privacy(privacy::Fault),
    /// No image was given.
    NoImages,
    /// Not one of the images is a roster that can be read.
    NothingReadable(Vec<Rejected>),
    /// The title is too long.
    TitleTooLong {
        /// The limit, in characters.
        max: usize,
    },
    /// The title has nothing to see in it.
    TitleEmpty,
    /// The draft's time is over.
    DraftExpired,
    /// Somebody saved the draft before.
    AlreadySaved,
    /// Somebody discarded the draft before.
    AlreadyDiscarded,
    /// There is no such draft or analysis in this server.
    AnalysisNotFound,
    /// Nothing was saved in this server yet.
    NoAnalysisYet,
    /// The same person's screenshots are being read.
    StillReading,
    /// The queue was too long.
    TookTooLong,
    /// More members than a club can have.
    TooManyMembers {
        /// The limit.
        max: usize,
    },
    /// Others change the draft faster than it can be changed.
    Busy,
    /// Who some rows are is not settled.
    OpenQuestions(Vec<String>),
    /// The question was answered before.
    AlreadyAnswered,
    /// A member has that name.
    NameTaken(String),
    /// More edits than one draft takes.
    TooManyEdits {
        /// The limit.
        max: usize,
    },
    /// The club has as many members as it may.
    ClubFull {
        /// The limit.
        max: usize,
    },
    /// A second manager has to look.
    AwaitsApproval,
    /// Approving is for managers.
    MayNotApprove,
    /// Whoever asks cannot approve.
    OwnApproval,
    /// What was asked for has changed.
    ApprovalStale,
    /// Nobody has asked.
    NothingToApprove,
    /// A newer message shows the review.
    ReviewMoved,
    /// A button from a version whose buttons are no longer understood.
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
            Self::Settings(trouble) => trouble.kind(),
            Self::Audit(fault) => fault.kind(),
            Self::Known(fault) => fault.kind(),
            Self::ClubAdmin(fault) => fault.kind(),
            Self::Chat(fault) => fault.kind(),
            Self::Consent(fault) => fault.kind(),
            Self::Keeping(fault) => fault.kind(),
            Self::Privacy(fault) => fault.kind(),
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
