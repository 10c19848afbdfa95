//! The sentences of refusals.

use std::fmt;

use slimy_words::{Words, say};

use super::UserError;
use crate::{
    chat,
    club::{Rejected, admin, known},
    privacy,
    rates::TooFast,
    rights::Denied,
    settings::{Fault, Trouble},
};

/// So many names stand in a sentence.
const NAMED: usize = 5;

impl UserError {
    /// The sentence for the person. Foreign names stand in it as they are.
    pub fn say(&self, words: Words) -> String {
        match self {
            Self::NotInGuild => say!(words, "errors-not-in-guild"),
            Self::MayNotAnalyze => say!(words, "errors-may-not-analyze"),
            Self::MayNotDecide => say!(words, "errors-may-not-decide"),
            Self::MayNotChange => say!(words, "errors-may-not-change"),
            Self::MayNotManage => say!(words, "errors-may-not-manage"),
            Self::MayNotApprove => say!(words, "errors-may-not-approve"),
            Self::MayNotChangeSettings => say!(words, "errors-may-not-change-settings"),
            Self::ClubAdmin(fault) => fault.say(words),
            Self::Denied(denied) => denied.say(words),
            Self::Audit(fault) => fault.say(words),
            Self::TooFast(fast) => fast.say(words),
            Self::SettingRefused(fault) => fault.say(words),
            Self::Settings(trouble) => trouble.say(words),
            Self::Known(fault) => fault.say(words),
            Self::Chat(fault) => fault.say(words),
            Self::Consent(fault) => fault.say(words),
            Self::Keeping(fault) => fault.say(words),
            Self::Privacy(fault) => fault.say(words),
            Self::NoImages => say!(words, "errors-no-images"),
            Self::NothingReadable(rejected) => not_used(words, rejected),
            Self::TitleTooLong { max } => say!(words, "errors-title-too-long", max = *max),
            Self::TitleEmpty => say!(words, "errors-title-empty"),
            Self::TooManyMembers { max } => say!(words, "errors-too-many-members", max = *max),
            Self::OpenQuestions(names) => {
                let names = words.some(names, NAMED);
                say!(words, "errors-open-questions", names = names)
            }
            Self::NameTaken(name) => say!(words, "errors-name-taken", name = name),
            Self::TooManyEdits { max } => say!(words, "errors-too-many-edits", max = *max),
            Self::ClubFull { max } => say!(words, "errors-club-full", max = *max),
            Self::DraftExpired => say!(words, "errors-draft-expired"),
            Self::AlreadySaved => say!(words, "errors-already-saved"),
            Self::AlreadyDiscarded => say!(words, "errors-already-discarded"),
            Self::AnalysisNotFound => say!(words, "errors-analysis-not-found"),
            Self::NoAnalysisYet => say!(words, "errors-no-analysis-yet"),
            Self::StillReading => say!(words, "errors-still-reading"),
            Self::TookTooLong => say!(words, "errors-took-too-long"),
            Self::AlreadyAnswered => say!(words, "errors-already-answered"),
            Self::AwaitsApproval => say!(words, "errors-awaits-approval"),
            Self::OwnApproval => say!(words, "errors-own-approval"),
            Self::ApprovalStale => say!(words, "errors-approval-stale"),
            Self::NothingToApprove => say!(words, "errors-nothing-to-approve"),
            Self::ReviewMoved => say!(words, "errors-review-moved"),
            Self::StaleButton => say!(words, "errors-stale-button"),
            Self::Busy => say!(words, "errors-busy"),
        }
    }
}

/// One line per file: its name and the reason.
fn not_used(words: Words, rejected: &[Rejected]) -> String {
    let lines = rejected.iter().map(|Rejected { file, reason }| {
        let reason = reason.say(words);
        say!(words, "errors-not-used", file = file, reason = reason)
    });
    lines.collect::<Vec<_>>().join("\n")
}

impl fmt::Display for UserError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Words::ENGLISH))
    }
}

impl std::error::Error for UserError {}

/// Makes each family of refusals one of them.
macro_rules! families {
    ($($variant:ident($family:ty))+) => {$(
        impl From<$family> for UserError {
            fn from(fault: $family) -> Self {
                Self::$variant(fault)
            }
        }
    )+};
}

families! {
    ClubAdmin(admin::Fault)
    Denied(Denied)
    Audit(crate::audit::Fault)
    TooFast(TooFast)
    SettingRefused(Fault)
    Settings(Trouble)
    Known(known::Fault)
    Chat(chat::Fault)
    Privacy(privacy::Fault)
    Consent(chat::consent::Fault)
    Keeping(chat::keeping::Fault)
}
