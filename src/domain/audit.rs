//! What the audit log says: the names of the actions, and the entries in their usual shapes.

mod asked;
mod export;
mod fault;
mod look;
pub mod mirror;
mod numbers;
#[cfg(test)]
mod tests;
mod turn;
mod verifying;

use serde_json::Value;
use slimy_store::{Json, Timestamp, audit::NewAuditEntry};

use crate::{Error, Services, rights::Actor};

pub use asked::{Asked, Filter};
pub use export::{Export, Format, Part, export};
pub use fault::Fault;
pub use look::{Line, Lines, LinesFrom, lines, suggest_actions, suggest_resources};
pub use numbers::{Counting, MOST_DAYS, Numbers, Tally, numbers};
pub use slimy_store::audit::{AuditEntry, Finding, Mark, Named, Verified};
pub use verifying::{Outcome, verify};

/// A person was seen for the first time.
pub const USER_CREATE: &str = "user.create";
/// A guild was seen for the first time.
pub const GUILD_CREATE: &str = "guild.create";
/// A guild was renamed.
pub const GUILD_UPDATE: &str = "guild.update";
/// A guild's settings were changed; the details say which, before and after.
pub const GUILD_SETTINGS_UPDATE: &str = "guild.settings.update";
/// A change of a guild's settings was taken back; the details say what that changed.
pub const GUILD_SETTINGS_REVERT: &str = "guild.settings.revert";
/// A file became a guild's settings; the details say what that changed.
pub const GUILD_SETTINGS_IMPORT: &str = "guild.settings.import";
/// The bot was removed from a guild.
pub const GUILD_LEAVE: &str = "guild.leave";
/// The bot came back to a guild that it had left.
pub const GUILD_RETURN: &str = "guild.return";
/// Screenshots became a draft.
pub const CLUB_ANALYSIS_DRAFT: &str = "club.analysis.draft";
/// Screenshots were added to a draft.
pub const CLUB_ANALYSIS_EXTEND: &str = "club.analysis.extend";
/// Rows of a draft were changed by a person; the details say how.
pub const CLUB_ANALYSIS_FIX: &str = "club.analysis.fix";
/// A guard stood before a save, so that a second manager was asked; the details say which.
pub const CLUB_ANALYSIS_REQUEST: &str = "club.analysis.request";
/// A request for approval was taken back, because what it was made for is no longer so; the
/// details say what it was.
pub const CLUB_ANALYSIS_WITHDRAW: &str = "club.analysis.withdraw";
/// A second manager approved a save that a guard stood before. Who asked has the last entry
/// [`CLUB_ANALYSIS_REQUEST`] of the same analysis.
pub const CLUB_ANALYSIS_APPROVE: &str = "club.analysis.approve";
/// An analysis of a release without weeks was given its week and members.
pub const CLUB_ANALYSIS_ADOPT: &str = "club.analysis.adopt";
/// A screenshot was shown to a vision model; the details say what that took.
pub const CLUB_VISION_READ: &str = "club.vision.read";
/// A draft became an analysis; the details say which members are new and which spellings are known
/// from here on.
pub const CLUB_ANALYSIS_SAVE: &str = "club.analysis.save";
/// A draft was thrown away, by a person or because its time was over.
pub const CLUB_ANALYSIS_DISCARD: &str = "club.analysis.discard";
/// A saved analysis was given another title; the details say which, before and after.
pub const CLUB_ANALYSIS_UPDATE: &str = "club.analysis.update";
/// A saved analysis was deleted.
pub const CLUB_ANALYSIS_DELETE: &str = "club.analysis.delete";
/// Somebody said which member they are.
pub const CLUB_MEMBER_CLAIM: &str = "club.member.claim";
/// A manager said that it is so.
pub const CLUB_MEMBER_CONFIRM: &str = "club.member.confirm";
/// It was taken back, or a manager said that it is not so.
pub const CLUB_MEMBER_UNLINK: &str = "club.member.unlink";
/// Two members became one; the details say which, and what moved.
pub const CLUB_MEMBER_MERGE: &str = "club.member.merge";
/// A member was given another name; the details say which, before and after.
pub const CLUB_MEMBER_RENAME: &str = "club.member.rename";
/// Another spelling means a member from here on.
pub const CLUB_ALIAS_CREATE: &str = "club.alias.create";
/// A spelling means nobody any more.
pub const CLUB_ALIAS_DELETE: &str = "club.alias.delete";
/// A value was set by hand; the details say what counted before.
pub const CLUB_CORRECTION_CREATE: &str = "club.correction.create";
/// What was read counts again.
pub const CLUB_CORRECTION_DELETE: &str = "club.correction.delete";
/// A saved roster counts no more; the details say which counts instead.
pub const CLUB_SNAPSHOT_ROLLBACK: &str = "club.snapshot.rollback";
/// A rollback was undone.
pub const CLUB_SNAPSHOT_RESTORE: &str = "club.snapshot.restore";
/// A file became history; the details say which, and how much of it.
pub const CLUB_IMPORT: &str = "club.import";
/// A guard stood before an import, so that a second manager was asked; the details say which.
pub const CLUB_IMPORT_REQUEST: &str = "club.import.request";
/// A second manager approved an import that a guard stood before. Who asked has the entry
/// [`CLUB_IMPORT_REQUEST`] of the same import.
pub const CLUB_IMPORT_APPROVE: &str = "club.import.approve";
/// An import was taken back: its snapshots were rolled back, and its corrections removed.
pub const CLUB_IMPORT_UNDO: &str = "club.import.undo";
/// A file was not imported after all, by a person's choice.
pub const CLUB_IMPORT_CANCEL: &str = "club.import.cancel";
/// A conversation was given another title.
pub const CHAT_CONVERSATION_RENAME: &str = "chat.conversation.rename";
/// A conversation was deleted; the details say whether for good.
pub const CHAT_CONVERSATION_DELETE: &str = "chat.conversation.delete";
/// A conversation goes on in another channel; the details say which, before and after.
pub const CHAT_CONVERSATION_MOVE: &str = "chat.conversation.move";
/// What the entries about a conversation are about. None of them says a title or a word of it.
pub const CHAT_CONVERSATION: &str = "chat_conversation";
/// A conversation was begun; the details say whether it is private.
pub const CHAT_CONVERSATION_CREATE: &str = "chat.conversation.create";
/// A conversation was closed, so that the next question begins a new one.
pub const CHAT_CONVERSATION_CLOSE: &str = "chat.conversation.close";
/// A question was asked, or an answer to one ended; the details say which, and never the words.
pub const CHAT_MESSAGE: &str = "chat.message";
/// A person accepted that what they say is kept; the details say which wording of the notice.
pub const CHAT_CONSENT_ACCEPT: &str = "chat.consent.accept";
/// A person wants nothing kept of what they say, or no more of it.
pub const CHAT_CONSENT_DECLINE: &str = "chat.consent.decline";
/// A person stopped an answer.
pub const CHAT_ANSWER_STOP: &str = "chat.answer.stop";
/// A person paged to another answer, which counts from then on.
pub const CHAT_ANSWER_CHOOSE: &str = "chat.answer.choose";
/// Data left the bot as a file; the details say what and how much.
pub const DATA_EXPORT: &str = "data.export";
/// Somebody asked more often than they may; the details say how often, and for what.
pub const RATE_EXCEED: &str = "rate.exceed";
/// An image was not used, and why.
pub const CLUB_IMAGE_REJECT: &str = "club.image.reject";

/// The same as [`NewAuditEntry::new`], done by `actor` in one of their requests.
pub fn entry_by(
    actor: &Actor,
    action: &str,
    resource_type: &str,
    resource_id: &str,
    at: Timestamp,
) -> NewAuditEntry {
    NewAuditEntry {
        user_id: Some(actor.user_id.clone()),
        guild_id: actor.guild_id().cloned(),
        request_id: Some(actor.request_id.clone()),
        ..NewAuditEntry::new(action, resource_type, resource_id, at)
    }
}

/// `entry` with details for people who look closer.
pub fn with_details(entry: NewAuditEntry, details: Value) -> NewAuditEntry {
    NewAuditEntry {
        details: Some(Json(details)),
        ..entry
    }
}

/// `entry` as a failure, with the reason.
pub fn failed(entry: NewAuditEntry, reason: &str) -> NewAuditEntry {
    NewAuditEntry {
        success: false,
        error_message: Some(reason.to_owned()),
        ..entry
    }
}

/// The action of a used command, button or menu: `command.club.analyze` for "club analyze".
pub fn command_action(name: &str) -> String {
    let dotted: String = name
        .trim()
        .to_lowercase()
        .chars()
        .map(|c| {
            if c.is_alphanumeric() || c == '-' {
                c
            } else {
                '.'
            }
        })
        .collect();
    format!("command.{dotted}")
}

/// Writes that `actor` used the command `name`, and whether it worked. It is on disk afterwards,
/// also while the database is away.
pub async fn command(
    services: &Services,
    actor: &Actor,
    name: &str,
    failure: Option<&str>,
) -> Result<(), Error> {
    let action = command_action(name);
    let mut used = entry_by(actor, &action, "command", &actor.request_id, services.now());
    if let Some(reason) = failure {
        used = failed(used, reason);
    }
    services.recorder.write(&[used]).await?;
    if failure == Some(INTERNAL) {
        // It may be that another program has deleted them: who they are is asked anew next time.
        services.identities.forget_person(&actor.user_id);
    }
    Ok(())
}

/// What it is called that Discord did not take what was to leave the bot.
pub const UNSENT: &str = "unsent";
/// What a failure is called that is ours.
pub const INTERNAL: &str = "internal";
